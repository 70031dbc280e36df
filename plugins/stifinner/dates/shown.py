"""Dates and clock times as text in one language."""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from babel.dates import format_date, get_day_names, get_month_names

from ..language.phrases import Phrases
from .when import TimeSpan, When

Weekday = Literal["", "long", "short"]
"""Whether and how the weekday stands before a day: not, «tirsdag» or «tir.»."""
WhyNoDate = Literal["backwards", "days_in_month", "order", "twelve_months", "weeks_in_year"]
"""Key of the sentence that says why there is no such date."""

_WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")


class DateWords:
    """Shows dates in one language, with the words of the catalogue's ``dates``."""

    def __init__(self, phrases: Phrases) -> None:
        self._words = phrases["dates"]
        self._reasons = phrases["problem_text"]
        self._locale = phrases["language"]

    def show(self, when: When, weekday: Weekday = "long") -> str:
        """Show a date as pages have it: «tirsdag 1. november 2022», «Uke 33 (10.–16. august 2026)»."""
        if when.kind == "day" and when.start and when.start == when.end:
            return self.show_day(when.start, weekday=weekday)
        if when.kind == "days":
            return self.show_dates(when.dates, weekday=weekday)
        return f"{when.text} ({when.meaning})" if when.meaning else when.text

    def show_days(self, start: date, end: date, *, year: bool) -> str:
        """Show a run of days: «12.–13. november 2019», «30. november – 1. desember 2027»."""
        if start == end:
            return self.show_day(start, year=year)
        if (start.year, start.month) == (end.year, end.month):
            return f"{self._alone(start)}–{self.show_day(end, year=year)}"
        first = self.show_day(start, year=year and start.year != end.year)
        return f"{first} – {self.show_day(end, year=year)}"

    def show_dates(self, dates: Sequence[date], *, weekday: Weekday = "", year: bool = True) -> str:
        """Show several days: «15., 16. og 22. oktober 2026», with month and year once for those that share them."""
        shown = []
        for day, following in pairwise(dates):
            if (day.year, day.month) == (following.year, following.month):
                shown.append(self._with_weekday(day, self._alone(day), weekday))
            else:
                shown.append(self.show_day(day, year=year and day.year != following.year, weekday=weekday))
        shown.append(self.show_day(dates[-1], year=year, weekday=weekday))
        return f" {self._words['and']} ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))

    def show_day(self, day: date, *, year: bool = True, weekday: Weekday = "") -> str:
        """Show one day: «1. november 2022», «tirsdag 1. november 2022»."""
        text = str(format_date(day, self._words["day" if year else "day_of_year"], locale=self._locale))
        return self._with_weekday(day, text, weekday)

    def show_months(self, start: date, end: date) -> str:
        """Show the months from one day's to another's: «mai–juni 2027», «desember 2026 – februar 2027»."""
        last = f"{self.month(end.month)} {end.year}"
        if start.year != end.year:
            return f"{self.month(start.month)} {start.year} – {last}"
        return f"{self.month(start.month)}–{last}" if start.month != end.month else last

    def why_not(self, year: int, month: int, day: int) -> str:
        """Say why there is no such day: «November har 30 dager. »; empty for day 0."""
        if not 1 <= month <= 12:
            return self.say("twelve_months")
        if not day:
            return ""
        return self.say("days_in_month", month=self.month(month).capitalize(), days=monthrange(year, month)[1])

    def say(self, key: WhyNoDate, **words: object) -> str:
        """Compose a reason why a date can't be, from the catalogue's ``problem_text``; a space follows it."""
        return self._reasons[key].format(**words)

    def inside(self, text: str) -> str:
        """Give the text of a date as it stands inside a sentence: «våren 2027»; names that have a capital keep it."""
        names = {*get_month_names("wide", locale=self._locale).values()}
        names |= {str(day) for width in _WIDTHS for day in get_day_names(width, locale=self._locale).values()}
        return text if re.split(r"[ –]", text)[0] in names else text[:1].lower() + text[1:]

    def month_name(self, day: date) -> str:
        """Give the name of a day's month: «november»."""
        return self.month(day.month)

    def show_time(self, span: TimeSpan) -> str:
        """Show clock times: «kl. 09.00–15.30»."""
        clock = self._words["clock"]
        text = span.start.strftime(clock) + (f"–{span.end.strftime(clock)}" if span.end else "")
        return self._words["at"].format(time=text)

    def month(self, number: int) -> str:
        """Give the name of a month, 1 to 12: «november»."""
        return str(get_month_names("wide", locale=self._locale)[number])

    def month_short(self, number: int) -> str:
        """Give the first three letters of the name of a month, 1 to 12: «nov»."""
        return self.month(number)[:3]

    def weekday(self, day: date, form: Weekday = "long") -> str:
        """Give the name of a day's weekday: «tirsdag» or «tir.»."""
        names = get_day_names("abbreviated" if form == "short" else "wide", locale=self._locale)
        return str(names[day.weekday()])

    def as_sought(self, day: date) -> tuple[str, str]:
        """Give two texts with all that somebody may type who searches for a day.

        «tirsdag 27. april 2027», and «27.4.2027 uke17».
        """
        week = self._words["week"].format(week=day.isocalendar().week).replace(" ", "")
        return self.show_day(day, weekday="long"), f"{day.day}.{day.month}.{day.year} {week}"

    def weekdays(self) -> tuple[str, ...]:
        """Give the names of all weekdays in small letters, from Monday."""
        return tuple(str(get_day_names("wide", locale=self._locale)[number]).lower() for number in range(7))

    def month_numbers(self) -> dict[str, int]:
        """Give each month's name, full and shortened, in small letters and without full stop → 1 to 12."""
        return dict(month_numbers(self._locale))

    def month_names(self) -> tuple[str, ...]:
        """Give the names of ``month_numbers`` alone, in its order."""
        return tuple(month_numbers(self._locale))

    def _alone(self, day: date) -> str:
        """Show the day of the month only: «12.»."""
        return str(format_date(day, self._words["day_alone"], locale=self._locale))

    def _with_weekday(self, day: date, text: str, weekday: Weekday) -> str:
        """Write the weekday before the text of a day, if it is wanted."""
        return f"{self.weekday(day, weekday)} {text}" if weekday else text


@cache
def month_numbers(locale: str) -> Mapping[str, int]:
    """Give each month's name, full and shortened, in small letters and without full stop → 1 to 12."""
    return {
        str(name).rstrip(".").lower(): number
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    }


def weekday_numbers(locale: str) -> Mapping[str, int]:
    """Give each weekday's name, full and shortened, in small letters and without full stop → 0 to 6."""
    return {
        str(name).rstrip(".").lower(): number
        for width in ("wide", "abbreviated")
        for number, name in get_day_names(width, locale=locale).items()
    }


class LargeAndRest(NamedTuple):
    """The days of a date, which pages show large, and what follows them."""

    large: str
    rest: str


def split_large(text: str) -> LargeAndRest:
    """Split «12.–13. november» into «12.–13.», which is shown large, and «november»; two months are not split."""
    found = re.fullmatch(r"(\d{1,2}\.?(?:–\d{1,2}\.?)?) ([^\W\d]+)", text)
    return LargeAndRest(found[1], found[2]) if found else LargeAndRest("", text)


def capital(text: str) -> str:
    """Write the first letter large: «uke 33» → «Uke 33»."""
    return text[:1].upper() + text[1:]
