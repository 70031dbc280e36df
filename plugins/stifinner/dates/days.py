"""Dates of single days, of a run of days, or of several: in words or figures, with a year or without."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from ..language.misread import Misread
from .shown import DateWords
from .when import When

YEARLESS = 2024
"""The year in which days without a year are reckoned: a leap year, since 29 February may be meant.

It is never shown.
"""
FIRST_YEAR, LAST_YEAR = 2000, 2049
"""Years outside these are misread; a year in two figures is one of them. So nothing depends on today."""
MOST = 400
"""How many dates a list or a rule may give: eight years of weeks."""

_WEEKDAY = r"(?:<[dD]ay(?P<weekday>\d)>)?"
_DAY = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:"
    r"\.?(?:\s?<month(?P<name>\d+)>(?:,?\s?(?P<year>\d{2,}))?)?"
    r"|\.\s?(?P<month>\d{1,2})(?:\.\s?(?P<year2>\d{2,})|\.?(?:\s(?P<year3>\d{2,}))?)"
    r"|/(?P<month2>\d{1,2})(?:[/ ](?P<year4>\d{2,}))?)"
)
_WEEKDAYS_FIRST = re.compile(r"^(<[dD]ay\d>)([–&])(<[dD]ay\d>)(\d.*)$")
_MONTH_FIRST = re.compile(r"(?<![\d.])(<month\d+>)(\d{1,2}\.?(?:[–,&]\d{1,2}(?!\d)\.?)*)(?!\d)(?:[, ]+(?=\d))?")


@dataclass(frozen=True)
class _WrittenDay:
    """One day as far as its text says it; the month and the year may stand with a neighbour."""

    weekday: int | None
    day: int
    month: int | None
    year: int | None


class Days:
    """Reads days from their plain form."""

    def __init__(self, shown: DateWords, *, month_first: bool) -> None:
        self._shown = shown
        self._month_first = month_first

    def read(self, text: str) -> When | None:
        """Read days; None where the text has another shape.

        Raises Misread ``impossible-date``, ``wrong-weekday``, ``odd-year``, ``too-many-dates``.
        """
        if self._month_first or re.search(r"\d{4}$", text):
            text = _MONTH_FIRST.sub(r"\2\1", text)
        text = _WEEKDAYS_FIRST.sub(_weekdays_apart, text)
        runs = [[_DAY.fullmatch(part) for part in run.split("–")] for run in re.split(r"[,&]", text)]
        found = [match for run in runs for match in run if match]
        if len(found) != sum(map(len, runs)) or any(len(run) > 2 for run in runs):
            return None
        days_written = [_parse_day(match) for match in found]
        if days_written[-1].month is None:
            return None
        yearless = all(written.year is None for written in days_written)
        days = iter([self._date(written, yearless=yearless) for written in _completed(days_written)])
        spans = [(first := next(days), next(days) if len(run) > 1 else first) for run in runs]
        when = self._made(spans, yearless=yearless)
        if yearless and len(days_written) == 1 and days_written[0].weekday is not None:
            return replace(when, text=f"{self._shown.weekdays()[days_written[0].weekday]} {when.text}")
        return when

    def made(self, dates: Sequence[date]) -> When:
        """Make a When of dates that are known already: one day, a run of days, or several."""
        return self._made([(day, day) for day in dates], yearless=False)

    def _date(self, written: _WrittenDay, *, yearless: bool) -> date:
        """Make a date of a day that says all. Raises Misread where there is no such day or its weekday is another."""
        year, month = written.year or YEARLESS, written.month or 0
        try:
            day = date(year, month, written.day)
        except ValueError:
            raise Misread("impossible-date", why=self._shown.why_not(year, month, written.day)) from None
        if not yearless and written.weekday not in (None, day.weekday()):
            raise Misread("wrong-weekday", right=self._shown.weekday(day))
        return day

    def _made(self, spans: Sequence[tuple[date, date]], *, yearless: bool) -> When:
        """Make a When of spans, each a first and a last day. Raises Misread where they overlap or are out of order."""
        if any(last < first for first, last in spans):
            raise Misread("impossible-date", why=self._shown.say("backwards"))
        if any(b[0] <= a[1] for a, b in pairwise(spans)):
            raise Misread("impossible-date", why=self._shown.say("order"))
        start, end = spans[0][0], spans[-1][1]
        length = sum((last - first).days + 1 for first, last in spans)
        if (end - start).days + 1 == length:
            text = self._shown.show_days(start, end, year=not yearless)
            return When("yearless", text=text, length=length) if yearless else When("day", start, end, text)
        if length > MOST:
            raise Misread("too-many-dates", count=length, most=MOST)
        dates = tuple(first + timedelta(days) for first, last in spans for days in range((last - first).days + 1))
        text = self._shown.show_dates(dates, year=not yearless)
        if yearless:
            return When("yearless", text=text, length=length)
        return When("days", start, end, text, dates=dates)


def whole_year(written: str) -> int:
    """Parse «2026» or «26». Raises Misread ``odd-year`` outside 2000 to 2049."""
    year = int(written) if len(written) == 4 else 2000 + int(written)
    if len(written) not in (2, 4) or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Misread("odd-year", year=written, first=FIRST_YEAR, last=LAST_YEAR)
    return year


def wraps(first: int, last: int) -> bool:
    """Tell whether a span from one month to another runs over New Year, where only one of them has a year.

    «31. desember–1. januar 2028» does.
    """
    return first > 6 >= last


def _parse_day(found: re.Match[str]) -> _WrittenDay:
    """Parse one day of a match of ``_DAY``. Raises Misread ``odd-year``."""
    parts = {name.rstrip("234"): text for name, text in found.groupdict().items() if text}
    return _WrittenDay(
        int(parts["weekday"]) if "weekday" in parts else None,
        int(parts["day"]),
        int(month) if (month := parts.get("name") or parts.get("month")) else None,
        whole_year(parts["year"]) if "year" in parts else None,
    )


def _completed(days_written: Sequence[_WrittenDay]) -> list[_WrittenDay]:
    """Fill in the month and the year that a day leaves out: from the day after it, then from the one before it."""
    done = list(days_written)
    if all(written.year is None for written in days_written):
        done[-1] = replace(done[-1], year=YEARLESS)
    for index in reversed(range(len(done) - 1)):
        this, following = done[index], done[index + 1]
        month = this.month or following.month or 0
        year = this.year or (following.year and following.year - wraps(month, following.month or 0))
        done[index] = replace(this, month=month, year=year)
    for index in range(1, len(done)):
        before, this = done[index - 1], done[index]
        year = this.year or (before.year and before.year + wraps(before.month or 0, this.month or 0))
        done[index] = replace(this, year=year)
    return done


def _weekdays_apart(found: re.Match[str]) -> str:
    """Put each weekday before its own day: «torsdag–fredag 15.–16. oktober» → «torsdag 15.–fredag 16. oktober»."""
    first, between, last, days = found.groups()
    head, mark, tail = days.partition(between)
    return f"{first}{head}{mark}{last}{tail}" if mark else found[0]
