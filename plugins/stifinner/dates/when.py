"""When something happens, when on a day, and how long it lasts: as values."""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

WhenKind = Literal[
    "day",
    "days",
    "series",
    "week",
    "month",
    "season",
    "year",
    "yearless",
    "recurring",
    "after",
    "before",
    "open",
]


@dataclass(frozen=True)
class TimeSpan:
    """Clock times of a day."""

    start: time
    end: time | None


@dataclass(frozen=True)
class When:
    """When something happens, as exactly as its author knew it."""

    kind: WhenKind
    start: date | None = None
    """First day; of a month, season or year its first day; None when no year is known."""
    end: date | None = None
    """Last day, the same day for a single day."""
    text: str = ""
    """As shown, without weekdays; for ``after`` and ``before`` empty, since the name is not known here."""
    length: int = 0
    """How many days it lasts where only its year is unknown."""
    refers_to: str = ""
    """Id of the gathering that ``after`` and ``before`` mean."""
    dates: tuple[date, ...] = ()
    """All days of ``days`` and ``series``, in their order; there are two or more."""
    meaning: str = ""
    """What was understood, where the text alone does not say: «januar–mars 2027» of «Vinteren 2027»."""
    clock: TimeSpan | None = None
    """Clock times that stood with the date."""

    @property
    def exact(self) -> bool:
        """Whether it is one day, or days on end, that are known."""
        return self.kind == "day"

    @property
    def dated(self) -> bool:
        """Whether its first day is known."""
        return self.kind in {"day", "days", "series"}

    @property
    def days(self) -> int:
        """How many days it lasts; 0 when that is not known."""
        return (self.end - self.start).days + 1 if self.exact and self.start and self.end else self.length


OPEN = When("open")
"""Nothing is known yet."""


@dataclass(frozen=True)
class Duration:
    """How long a gathering lasts where no date says so."""

    days: float
    """2, 1 or 0.5; of hours 0.5 up to four of them, else 1."""
    text: str
    """As written: «2 dager»."""
    minutes: int = 0
    """Of a duration in hours or minutes."""
