"""Weeks, months, seasons, years, and spans of them, read from their plain form."""

import re
from dataclasses import replace
from datetime import date, timedelta

from ..language.misread import Misread
from ..language.phrases import Phrases
from .days import whole_year, wraps
from .shown import DateWords, capital
from .when import When, WhenKind

_MONTHS = {"spring": (1, 6), "summer": (6, 8), "autumn": (8, 12), "winter": (1, 3), "school_year": (8, 6)}
"""First and last month of a season within one year: spring and autumn are a programme's half-years."""
_WINTER_OF_TWO_YEARS = (12, 2)
"""First and last month of «vinteren 2026–27»."""
_WEEK = re.compile(
    r"(?:<week>(\d{1,2})\.?(?:[ ,/]*(\d{4}))?–)?<week>(\d{1,2})\.?(?:([–&])(\d{1,2}))?(?:[ ,/]*(\d{4}))?"
)
_MONTH = re.compile(r"(?:<month(\d+)>(\d{4})?([–&]))?<month(\d+)>(\d{4})?")
_FIGURES = re.compile(r"(\d{1,2})[./–](\d{4})|(\d{4})[./–](\d{2})")
_SEASON = re.compile(r"<(spring|summer|autumn|winter|school_year)>(?:(\d{2}|\d{4})[–/](\d{2}|\d{4})|(\d{4}))?")
_YEAR = re.compile(r"(\d{4})(?:\s?[–/]\s?(\d{2}|\d{4}))?")


class Periods:
    """Reads weeks, months, seasons and years from their plain form; each method gives None for another shape."""

    def __init__(self, shown: DateWords, phrases: Phrases) -> None:
        self._shown = shown
        self._words = phrases["dates"]

    def read_week(self, text: str) -> When | None:
        """Read «uke 33», «uke 33–34 2026». Raises Misread ``impossible-date``, ``odd-year``."""
        if not (found := _WEEK.fullmatch(text)):
            return None
        first, own_year, second, between, third, year = found.groups()
        first, last = int(first or second), int(third or second)
        if between == "&" and last != first + 1:
            return None
        text = self._words["week" if first == last else "weeks"].format(week=first, last=last)
        if not year:
            return When("yearless", text=capital(text))
        ends = whole_year(year)
        start = self._monday(whole_year(own_year) if own_year else ends - (first > _HALF >= last), first)
        end = self._monday(ends, last) + timedelta(days=6)
        if end < start:
            raise self._backwards()
        return When("week", start, end, capital(text), meaning=self._shown.show_days(start, end, year=True))

    def read_day_of_week(self, text: str) -> When | None:
        """Read «tirsdag i uke 33 2026». Raises Misread ``impossible-date``, ``odd-year``."""
        if not (found := re.fullmatch(r"<day(\d)><week>(\d{1,2})[ ,/]*(\d{4})", text)):
            return None
        day = self._monday(whole_year(found[3]), int(found[2])) + timedelta(days=int(found[1]))
        return When("day", day, day, self._shown.show_day(day))

    def read_months(self, text: str) -> When | None:
        """Read «mai 2027», «mai–juni 2027», «12.2026». Raises Misread ``impossible-date``, ``odd-year``."""
        if figures := _FIGURES.fullmatch(text):
            return self._figures(figures)
        if not (found := _MONTH.fullmatch(text)):
            return None
        last, year = int(found[4]), found[5]
        first = int(found[1] or last)
        if found[3] == "&" and last not in (first + 1, first - 11):
            return None
        if not year and not found[2]:
            names = dict.fromkeys((self._shown.month(first), self._shown.month(last)))
            return When("yearless", text=capital("–".join(names)))
        if not year:
            return None
        ends = whole_year(year)
        begins = whole_year(found[2]) if found[2] else ends - wraps(first, last)
        return self._months("month", (begins, first), (ends, last))

    def read_season(self, text: str) -> When | None:
        """Read «høst 2027», «vinteren 2026–27», «skoleåret 2026/27».

        Raises Misread ``impossible-date``, ``odd-year``.
        """
        if not (found := _SEASON.fullmatch(text)):
            return None
        season, begins, ends, year = found.groups()
        name = capital(self._words["seasons"][season])
        if not begins and not year:
            return When("yearless", text=name)
        two_years = season in {"winter", "school_year"}
        if bool(begins) is not two_years and (begins or season == "school_year"):
            return None
        if not begins:
            first, last = _MONTHS[season]
            when = self._months("season", (whole_year(year), first), (whole_year(year), last))
            return replace(when, text=f"{name} {year}", meaning=self._meaning(when))
        first, last = _WINTER_OF_TWO_YEARS if season == "winter" else _MONTHS[season]
        start, end = whole_year(begins), whole_year(ends)
        if end != start + 1:
            raise self._backwards() if end <= start else Misread("unreadable-date")
        when = self._months("season", (start, first), (end, last))
        return replace(when, text=f"{name} {start}–{end % 100:02}", meaning=self._meaning(when))

    def read_years(self, text: str) -> When | None:
        """Read «2027», «2017–18». Raises Misread ``impossible-date``, ``odd-year``."""
        if not (found := _YEAR.fullmatch(text)):
            return None
        first, last = found[1], found[2] or found[1]
        start, end = whole_year(first), whole_year(last if len(last) == len(first) else first[:2] + last)
        if end < start:
            raise self._backwards()
        return When("year", date(start, 1, 1), date(end, 12, 31), first if not found[2] else f"{first}–{last}")

    def _figures(self, found: re.Match[str]) -> When | None:
        """Read a month in figures: «12.2026» and «2026-12»; None for «2026/27», which is two years."""
        number, written = int(found[1] or found[4]), found[2] or found[3]
        if found[4] and number > min(int(written[2:]), 12):
            return None
        if not 1 <= number <= 12:
            raise Misread("impossible-date", why=self._shown.say("twelve_months"))
        return self._months("month", (whole_year(written), number), (whole_year(written), number))

    def _months(self, kind: WhenKind, first: tuple[int, int], last: tuple[int, int]) -> When:
        """Make a When of the time from one month to another; each is given as its year and its number."""
        start, end = date(*first, 1), _last_of_month(date(*last, 1))
        if end < start:
            raise self._backwards()
        return When(kind, start, end, capital(self._shown.show_months(start, end)))

    def _meaning(self, when: When) -> str:
        """Show the months that a season covers: «januar–mars 2027»."""
        return self._shown.show_months(when.start, when.end) if when.start and when.end else ""

    def _monday(self, year: int, week: int) -> date:
        """Find the Monday of a week. Raises Misread ``impossible-date`` where the year has no such week."""
        try:
            return date.fromisocalendar(year, week, 1)
        except ValueError:
            weeks = date(year, 12, 28).isocalendar().week
            raise Misread("impossible-date", why=self._shown.say("weeks_in_year", year=year, weeks=weeks)) from None

    def _backwards(self) -> Misread:
        """Make the Misread of a span that ends before it begins."""
        return Misread("impossible-date", why=self._shown.say("backwards"))


_HALF = 26
"""Half of a year's weeks: a span from a later week to an earlier one runs over New Year."""


def _last_of_month(day: date) -> date:
    """Find the last day of a day's month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
