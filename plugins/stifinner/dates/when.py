"""Values: when something happens, at which clock times, and how long it lasts."""

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
"""Shapes of a date. Precise: ``day`` (one, or a run), ``days`` (several), ``series`` (of a rule). A span.

``week``, ``month``, ``season``, ``year``. Without date: ``yearless``, ``recurring``, ``after`` and ``before`` another
gathering, ``open``.
"""


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
    """First day, also of a month, season or year; None when no year is known."""
    end: date | None = None
    """Last day; for a single day the same as the first."""
    text: str = ""
    """The date without weekdays; empty for ``after`` and ``before``, since the other's name is not known here."""
    length: int = 0
    """Number of days, where it is known and the year is not."""
    refers_to: str = ""
    """Id of the gathering that ``after`` and ``before`` mean."""
    dates: tuple[date, ...] = ()
    """All days of ``days`` and ``series`` in their order, two or more; empty for the other kinds."""
    meaning: str = ""
    """The months that were understood, where the text does not name them: «januar–mars 2027» of «Vinteren 2027»."""
    clock: TimeSpan | None = None
    """Clock times that were written with the date."""

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
"""The date of something of which no date is known yet."""


@dataclass(frozen=True)
class Duration:
    """How long a gathering lasts where no date says so."""

    days: float
    """2, 1 or 0.5; a duration in hours is half a day up to four of them, else one day."""
    text: str
    """As written: «2 dager»."""
    minutes: int = 0
    """The minutes of a duration in hours or minutes; 0 for one in days."""
