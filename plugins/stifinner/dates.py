"""Dates, times and durations as values, and how they are shown."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Any, Literal

from babel.dates import format_date, get_month_names

from .phrases import Phrases

WhenKind = Literal["day", "month", "season", "year", "yearless", "recurring", "after", "before", "open"]


@dataclass(frozen=True)
class When:
    """When something happens, as exactly as its author knew it."""

    kind: WhenKind
    start: date | None = None
    """First day; of a month, season or year its first day; None when no year is known."""
    end: date | None = None
    """Last day, the same day for a single day."""
    text: str = ""
    """As shown; for ``after`` and ``before`` empty, since the name is not known here."""
    length: int = 0
    """How many days it lasts where only its year is unknown."""
    refers_to: str = ""
    """Id of the gathering that ``after`` and ``before`` mean."""

    @property
    def exact(self) -> bool:
        """Whether the days are known."""
        return self.kind == "day"

    @property
    def days(self) -> int:
        """How many days it lasts; 0 when that is not known."""
        return (self.end - self.start).days + 1 if self.exact and self.start and self.end else self.length


OPEN = When("open")
"""Nothing is known yet."""


@dataclass(frozen=True)
class TimeSpan:
    """Clock times of a day."""

    start: time
    end: time | None


@dataclass(frozen=True)
class Duration:
    """How long a gathering lasts where no date says so."""

    days: float
    """2, 1 or 0.5."""
    text: str
    """As written: «2 dager»."""


class DateWords:
    """Shows dates in one language. Built from the catalogue's ``dates``."""

    def __init__(self, phrases: Phrases) -> None:
        self._words: Mapping[str, Any] = phrases["dates"]
        self._locale: str = phrases["language"]

    def show_days(self, start: date, end: date, *, year: bool) -> str:
        """«12.–13. november 2019», «30. november – 1. desember 2027»."""
        if start == end:
            return self.show_day(start, year=year)
        if (start.year, start.month) == (end.year, end.month):
            return (
                f"{format_date(start, self._words['day_alone'], locale=self._locale)}–{self.show_day(end, year=year)}"
            )
        first = self.show_day(start, year=year and start.year != end.year)
        return f"{first} – {self.show_day(end, year=year)}"

    def show_day(self, day: date, *, year: bool = True) -> str:
        """«1. november 2022»."""
        return str(format_date(day, self._words["day" if year else "day_of_year"], locale=self._locale))

    def month_name(self, day: date) -> str:
        """«november»."""
        return self.month(day.month)

    def show_time(self, span: TimeSpan) -> str:
        """«kl. 09.00–15.30»."""
        clock = self._words["clock"]
        text = span.start.strftime(clock) + (f"–{span.end.strftime(clock)}" if span.end else "")
        return str(self._words["at"].format(time=text))

    def month(self, number: int) -> str:
        """«november» for 11."""
        return str(get_month_names("wide", locale=self._locale)[number])

    def weekday(self, day: date) -> str:
        """«tirsdag»."""
        return str(format_date(day, "EEEE", locale=self._locale))

    def as_sought(self, day: date) -> tuple[str, str]:
        """«tirsdag 27. april 2027» and «27.4.2027 uke17»: all that somebody may type who looks for a day."""
        shown, weekday = self.show_day(day), self.weekday(day)
        said = shown if weekday in shown else f"{weekday} {shown}"
        return said, f"{day.day}.{day.month}.{day.year} {self._words['week']}{day.isocalendar().week}"

    def month_numbers(self) -> dict[str, int]:
        """Full and shortened names of months, lower case and without full stop → 1 to 12."""
        return dict(_month_numbers(self._locale))

    def month_names(self) -> tuple[str, ...]:
        """The same names, in the order of the year."""
        return tuple(_month_numbers(self._locale))


@cache
def _month_numbers(locale: str) -> Mapping[str, int]:
    return {
        str(name).rstrip(".").lower(): number
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    }


def split_large(text: str) -> tuple[str, str]:
    """«12.–13. november» → «12.–13.» and «november»; two months have no large part."""
    found = re.fullmatch(r"(\d{1,2}\.?(?:–\d{1,2}\.?)?) ([^\W\d]+)", text)
    return (found[1], found[2]) if found else ("", text)
