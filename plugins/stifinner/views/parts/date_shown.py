"""A date as pages show it."""

from dataclasses import dataclass
from typing import Literal

StopForm = Literal["once", "choice", "part", "series"]
"""How the times of a stop belong together: it takes place once; one of several is chosen; it is one part of several;
or it comes back, all times in one."""


@dataclass(frozen=True)
class DayShown:
    """One of several days."""

    text: str
    """«tirsdag 1. november 2022»."""
    day: str
    """ISO 8601."""


@dataclass(frozen=True)
class Held:
    """One time at which something is held, as the browser's clock reads it."""

    begins: str
    ends: str
    """ISO 8601, in Oslo: whole days, or minutes («2026-11-03T17:00»); a day where the end of the hour is not known."""
    cancelled: bool = False

    def __str__(self) -> str:
        return f"{'!' if self.cancelled else ''}{self.begins}/{self.ends}"


@dataclass(frozen=True)
class DateShown:
    """A date, or a span of days, in words, with the days that the browser compares with today."""

    text: str
    """All of it: «tirsdag 1. november 2022», «12.–13. november», «Dato kommer», «Etter personalsamling 3»."""
    known: Literal["day", "days", "month", "open"]
    """What ``start`` and ``end`` mean. day: they are exact; days: they are the first and last of the days in ``dates``;
    month: the date is somewhere between them, in a week, a month or a season; open: they are not known."""
    start: str | None = None
    end: str | None = None
    """First and last day, ISO 8601; both None where they are not known."""
    large: str = ""
    """The part set in the largest type: «1.», «12.–13.»; empty when the day is not known."""
    rest: str = ""
    """What follows the large part: «november», or the whole text when there is no large part."""
    year: str = ""
    """«2022», or empty."""
    time: str = ""
    """«kl. 09.00–15.30», or empty."""
    short: str = ""
    """As it stands in lists: «tir. 1. november 2022»; empty where that is the same as ``text``."""
    weekday: str = ""
    """«tirsdag», «tirsdag–onsdag», or empty; it stands with the large part."""
    dates: tuple[DayShown, ...] = ()
    """Each of the days, where several are meant; ``large`` shows the first."""
    more: str = ""
    """«og 2 dager til», where several are meant."""
    held: tuple[Held, ...] = ()
    """Each time in order, where ``start`` and ``end`` do not say all: a clock, several times, one that is cancelled."""
    form: StopForm | Literal["varies"] = "once"
    """How these times belong together; ``varies``: each cohort has its own, and nobody knows which is the reader's."""

    @property
    def brief(self) -> str:
        """As it stands in lists."""
        return self.short or self.text

    @property
    def moments(self) -> str:
        """All times as the browser's clock reads them, with spaces between; empty where no day is known."""
        if self.start is None or self.known not in ("day", "days"):
            return ""
        return " ".join(map(str, self.held or [Held(self.start, self.end or self.start)]))

    @property
    def is_off(self) -> bool:
        """Whether all of it is cancelled."""
        return bool(self.held) and all(one.cancelled for one in self.held)

    @property
    def of_rule(self) -> str:
        """Each day that a rule of repetition («hver tirsdag …») gives, in one line; empty where no rule was written."""
        return ", ".join(day.text for day in self.dates) if self.text == self.short else ""
