"""Dates as people write them, read into values.

Known shapes: ``1. november 2022``, ``31.august 2022``, ``31.08.22``, ``8.2.2023``, ``2022-11-01``,
``12.–13. november 2019``, ``30. november–1. desember 2027``, ``12.–13. november`` (no year), ``november 2022``,
``høst 2023``, ``2022``, ``2017–18``, ``halvårlig``, ``etter <id>``, ``før <id>``, and nothing at all.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time, timedelta
from typing import Any

from .dates import OPEN, DateWords, Duration, TimeSpan, When, WhenKind
from .phrases import Phrases
from .problems import Misread


class DateReader:
    """Reads dates in one language. Built once, from the catalogue's ``dates``."""

    def __init__(self, phrases: Phrases) -> None:
        self._words: Mapping[str, Any] = phrases["dates"]
        self._shown = DateWords(phrases)
        self._months = self._shown.month_numbers()
        month = one_of(self._months)
        endings = "".join(f"|{ending}" for ending in self._words["day_endings"])
        day, year, dash = rf"(\d{{1,2}})(?:\.{endings})?", r"(\d{4}|\d{2})", r"\s*[–/]\s*"
        shapes: list[tuple[str, Callable[..., When]]] = [
            (r"(\d{4})-(\d{1,2})-(\d{1,2})", self._iso),
            (rf"{day}\s?(\d{{1,2}})\.\s?{year}", self._numeric),
            (rf"{day}{dash}{day}\s?(\d{{1,2}})\.\s?{year}", self._numeric_range),
            (rf"{day}\s?(\d{{1,2}})\.{dash}{day}\s?(\d{{1,2}})\.\s?{year}", self._numeric_months),
            (rf"{day}\s?(\d{{1,2}})\.\s?{year}{dash}{day}\s?(\d{{1,2}})\.\s?{year}", self._numeric_full),
            (rf"{day}\s*({month})\.?(?:\s+{year})?", self._single),
            (rf"{day}{dash}{day}\s*({month})\.?(?:\s+{year})?", self._range),
            (rf"{day}\s*({month})\.?(?:\s+{year})?{dash}{day}\s*({month})\.?(?:\s+{year})?", self._months_range),
            (rf"({month})\.?(?:\s+(\d{{4}}))?", self._month),
            (r"(\d{4})", self._year),
            (rf"(\d{{4}}){dash}(\d{{2}}|\d{{4}})", self._years),
            (rf"({'|'.join(self._season_words())})(?:\s+(\d{{4}}))?", self._season),
        ]
        if self._words["month_first"]:
            shapes += [
                (rf"({month})\.?\s+{day}(?:,?\s+(\d{{4}}))?", self._month_first),
                (rf"({month})\.?\s+{day}{dash}{day}(?:,?\s+(\d{{4}}))?", self._month_first_range),
            ]
        self._patterns = [(re.compile(rf"^{pattern}$"), read) for pattern, read in shapes]

    def parse_when(self, written: str) -> When:
        """Read a date. Raises Misread ``unreadable-date``, ``impossible-date`` or ``wrong-weekday``."""
        text = _plain(written)
        if not text or text in self._words["open_words"]:
            return OPEN
        if text in self._words["recurring"]:
            return When("recurring", text=_capital(text))
        relation = re.fullmatch(rf"({self._words['after']}|{self._words['before']})\s+([\w-]+)", text)
        if relation:
            kind: WhenKind = "after" if relation[1] == self._words["after"] else "before"
            return When(kind, refers_to=relation[2])
        weekday, text = self._weekday(self._dashed(text))
        for pattern, read in self._patterns:
            if found := pattern.match(text):
                try:
                    when = read(*found.groups())
                except ValueError as error:
                    if isinstance(error, Misread):
                        raise
                    raise Misread("impossible-date", value=written) from None
                if weekday is not None and when.start and when.exact and when.start.weekday() != weekday:
                    right = self._shown.weekday(when.start)
                    raise Misread("wrong-weekday", value=written, right=right)
                return when
        raise Misread("unreadable-date", value=written)

    def parse_time(self, written: str) -> TimeSpan:
        """Read ``09.00–15.30``, ``9–15``, ``kl. 9.30``, ``19:00``. Raises Misread ``unreadable-time``."""
        text = re.sub(rf"^(?:{one_of(self._words['clock_words'])})\s*", "", self._dashed(_plain(written)))
        clock = r"(\d{1,2})(?:[.:](\d{2}))?"
        found = re.fullmatch(rf"{clock}(?:\s*–\s*{clock})?", text)
        try:
            if not found:
                raise ValueError
            start = time(int(found[1]), int(found[2] or 0))
            end = time(int(found[3]) % 24, int(found[4] or 0)) if found[3] and int(found[3]) <= 24 else None
            if found[3] and end is None:
                raise ValueError
        except ValueError:
            raise Misread("unreadable-time", value=written) from None
        return TimeSpan(start, end)

    def parse_duration(self, written: str) -> Duration:
        """Read ``2 dager``, ``to dager``, ``halv dag``. Raises Misread ``unreadable-duration``."""
        text = _plain(written)
        words = self._words["durations"]
        if text in words["half"]:
            return Duration(0.5, text)
        found = re.fullmatch(rf"(\d+|{'|'.join(words['numbers'])})\s+(?:{'|'.join(words['days'])})", text)
        if not found:
            raise Misread("unreadable-duration", value=written)
        number = int(found[1]) if found[1].isdigit() else words["numbers"].index(found[1]) + 1
        return Duration(float(number), text)

    # --- the shapes ---------------------------------------------------------------------------------------------

    def _iso(self, year: str, month: str, day: str) -> When:
        return self._days(date(int(year), int(month), int(day)))

    def _numeric(self, day: str, month: str, year: str) -> When:
        return self._days(date(_whole(year), int(month), int(day)))

    def _numeric_range(self, first: str, last: str, month: str, year: str) -> When:
        return self._days(date(_whole(year), int(month), int(first)), date(_whole(year), int(month), int(last)))

    def _numeric_months(self, first: str, month: str, last: str, last_month: str, year: str) -> When:
        end = date(_whole(year), int(last_month), int(last))
        start = date(end.year, int(month), int(first))
        return self._days(start.replace(year=end.year - 1) if start > end else start, end)

    def _numeric_full(self, d1: str, m1: str, y1: str, d2: str, m2: str, y2: str) -> When:
        return self._days(date(_whole(y1), int(m1), int(d1)), date(_whole(y2), int(m2), int(d2)))

    def _single(self, day: str, month: str, year: str | None) -> When:
        return self._range(day, day, month, year)

    def _range(self, first: str, last: str, month: str, year: str | None) -> When:
        number = self._months[month]
        if year:
            return self._days(date(_whole(year), number, int(first)), date(_whole(year), number, int(last)))
        # 2024 is a leap year: 29 February may be meant. The year itself is never shown.
        return self._yearless(date(2024, number, int(first)), date(2024, number, int(last)))

    def _month_first(self, month: str, day: str, year: str | None) -> When:
        return self._range(day, day, month, year)

    def _month_first_range(self, month: str, first: str, last: str, year: str | None) -> When:
        return self._range(first, last, month, year)

    def _months_range(
        self, first: str, month: str, year: str | None, last: str, last_month: str, last_year: str | None
    ) -> When:
        end_year = _whole(last_year) if last_year else 2024
        end = date(end_year, self._months[last_month], int(last))
        start = date(_whole(year) if year else end_year, self._months[month], int(first))
        if start > end and not year:
            start = start.replace(year=end_year - 1)
        return self._days(start, end) if last_year else self._yearless(start, end)

    def _month(self, month: str, year: str | None) -> When:
        number = self._months[month]
        if not year:
            return When("yearless", text=_capital(self._shown.month(number)))
        start = date(int(year), number, 1)
        text = _capital(f"{self._shown.month(number)} {year}")
        return When("month", start, _last_of_month(start), text)

    def _season(self, word: str, year: str | None) -> When:
        for key, season in self._words["seasons"].items():
            if word in season["written"]:
                if not year:
                    return When("yearless", text=_capital(season["shown"]))
                first, last = _SEASONS[key]
                start = date(int(year), first, 1)
                end = _last_of_month(date(int(year) + (last < first), last, 1))
                return When("season", start, end, _capital(f"{season['shown']} {year}"))
        raise Misread("unreadable-date", value=word)

    def _year(self, year: str) -> When:
        return When("year", date(int(year), 1, 1), date(int(year), 12, 31), year)

    def _years(self, first: str, last: str) -> When:
        end = int(last) if len(last) == 4 else int(first[:2] + last)
        if end < int(first):
            raise ValueError
        return When("year", date(int(first), 1, 1), date(end, 12, 31), f"{first}–{last}")

    def _days(self, start: date, end: date | None = None) -> When:
        end = end or start
        if end < start:
            raise ValueError
        return When("day", start, end, self._shown.show_days(start, end, year=True))

    def _yearless(self, start: date, end: date) -> When:
        if end < start:
            raise ValueError
        return When("yearless", text=self._shown.show_days(start, end, year=False), length=(end - start).days + 1)

    def _season_words(self) -> list[str]:
        return [word for season in self._words["seasons"].values() for word in season["written"]]

    def _weekday(self, text: str) -> tuple[int | None, str]:
        for number, name in enumerate(self._words["weekdays"]):
            if found := re.match(rf"{name},?\s+(?:{self._words['the']}\s+)?", text):
                return number, text[found.end() :]
        return None, text

    def _dashed(self, text: str) -> str:
        if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", text):
            return text
        text = re.sub(r"(?<=[\w.])\s*[-−—]\s*(?=\w)", "–", text)
        return re.sub(rf"(?<=[\w.])\s+(?:{one_of(self._words['until'])})\s+(?=\d)", "–", text)


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_SEASONS = {"spring": (1, 6), "summer": (6, 8), "autumn": (8, 12), "winter": (12, 2)}
"""First and last month: a programme's spring and autumn are its half-years."""


def _plain(written: str) -> str:
    return re.sub(r"\s+", " ", written.replace("\u00a0", " ")).strip().lower()


def _whole(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _last_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
