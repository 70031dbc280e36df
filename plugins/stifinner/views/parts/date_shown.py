"""A date as pages show it."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class DayShown:
    """One of several days."""

    text: str
    """«tirsdag 1. november 2022»."""
    day: str
    """ISO 8601."""


@dataclass(frozen=True)
class DateShown:
    """A point or span of time in good Norwegian, with what the browser needs to place it."""

    text: str
    """Whole: «tirsdag 1. november 2022», «12.–13. november», «Dato kommer», «Etter personalsamling 3»."""
    known: Literal["day", "days", "month", "open"]
    """day: start and end are exact; days: so are they, and the days of ``dates`` are meant; month: they bound a week,
    a month or a season; open: neither is known."""
    start: str | None = None
    end: str | None = None
    """First and last day, ISO 8601, or None."""
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
    """Each day, where several are meant; the large part is the first."""
    more: str = ""
    """«og 2 dager til», where several are meant."""

    @property
    def brief(self) -> str:
        """As it stands in lists."""
        return self.short or self.text

    @property
    def of_rule(self) -> str:
        """Each day that a rule gives, in one line; days that were named stand in the text already."""
        return ", ".join(day.text for day in self.dates) if self.text == self.short else ""
