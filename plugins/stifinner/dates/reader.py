"""Dates as people write them, read into values: in every portal in bokmål, nynorsk and English.

Shapes that are known: days in words or figures, single, in a run or several («1. november 2022», «31.08.22»,
«2026-10-15T09:00», «12.–13. november», «15., 16. og 22. oktober 2026»); weeks («uke 33–34 2026»); months («12.2026»,
«mai–juni 2027»); seasons («vinter 2026/27»); years («2017–18»); rules of repetition («hver tredje tirsdag fra 25.
august til 8. desember 2026, ikke uke 41»); «halvårlig», «etter <id>», «før <id>»; and an empty text.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from ..language.misread import Misread
from ..language.phrases import Phrases
from .clock import parse_duration, parse_time, split_clock
from .days import Days
from .periods import Periods
from .rules import Rules
from .shown import DateWords, capital
from .when import OPEN, Duration, TimeSpan, When, WhenKind
from .words import one_of, vocabulary


class DateReader:
    """Reads dates for one portal.

    It knows the words of all languages; what it makes for showing is in the portal's own.
    """

    def __init__(self, phrases: Phrases) -> None:
        self._words = vocabulary()
        shown = DateWords(phrases)
        days = Days(shown, month_first=phrases["dates"]["month_first"])
        periods = Periods(shown, phrases)
        self.shapes: tuple[Callable[[str], When | None], ...] = (
            days.read,
            periods.read_week,
            periods.read_day_of_week,
            periods.read_months,
            periods.read_season,
            periods.read_years,
        )
        """Readers that are tried in this order; each gives None for a text of another shape."""
        self._rules = Rules(days, self._read_named)
        words = self._words.words
        self.words: tuple[str, ...] = (*words["recurring"], *words["after"], *words["before"])
        """Words that a date may consist of or begin with, beside names."""
        self.clock_words = frozenset(word.rstrip(".") for word in words["clock"])
        """Words that stand before a clock time."""
        others = words["other_meaning"].get(phrases["language"])
        self._other = re.compile(rf"(?<!\w)(?:{one_of(others)})(?!\w)") if others else None
        self._relation = re.compile(rf"({one_of((*words['after'], *words['before']))})\s+([\w-]+)")
        time = r"\d{1,2}(?:[.:]\d{2}(?!\d))?"
        more = rf"\s*(?:[-−—–]|{one_of(words['until'])})\s*{time}(?!\d|\.\s?[^\W\d])"
        self._clock = re.compile(rf",?\s*\b(?:{one_of(words['clock'])})\s*{time}(?:{more})?", re.IGNORECASE)
        self._until = re.compile(rf"(?:{one_of(words['until'])})\s+(?={one_of(words['week'])})")

    def parse_when(self, written: str) -> When:
        """Read a date.

        Raises Misread ``unreadable-date``, ``impossible-date``, ``odd-year``, ``wrong-weekday``, ``unreadable-time``,
        and those of rules: ``endless-rule``, ``yearless-rule``, ``rule-without-dates``, ``too-many-dates``.
        """
        words = self._words.words
        text = " ".join(written.split())
        plain = text.lower()
        if not plain or plain in words["open"]:
            return OPEN
        if plain in words["recurring"]:
            return When("recurring", text=capital(plain))
        if relation := self._relation.fullmatch(plain):
            kind: WhenKind = "after" if relation[1] in words["after"] else "before"
            return When(kind, refers_to=relation[2])
        try:
            if self._other and self._other.search(plain):
                raise Misread("unreadable-date")
            return self._read(self._until.sub("", plain, count=1) if self._until.match(plain) else plain, text)
        except Misread as misread:
            misread.details.setdefault("value", written)
            raise

    def parse_time(self, written: str) -> TimeSpan:
        """Read ``09.00–15.30``, ``9–15``, ``kl. 9.30``, ``19:00``. Raises Misread ``unreadable-time``."""
        return parse_time(written, self._words)

    def parse_duration(self, written: str) -> Duration:
        """Read ``2 dager``, ``halv dag``, ``1,5 timer``. Raises Misread ``unreadable-duration``."""
        return parse_duration(written, self._words)

    def _read(self, plain: str, written: str) -> When:
        """Read a date in lower case; ``written`` is the same as its author wrote it, for what is shown of a rule."""
        text, clock = split_clock(self._words.plain_form(plain))
        when = (
            self._rules.read(text, self._clock.sub("", written) if clock else written)
            or self._read_named(text)
            or self._explained(text)
            or self._from(text)
        )
        if when is None:
            raise Misread("unreadable-date")
        return replace(when, clock=clock) if clock else when

    def _explained(self, text: str) -> When | None:
        """Read «uke 33 (10.–16. august 2026)», where brackets say when that is; None where the two do not agree."""
        if not (found := re.fullmatch(r"([^()]+)\(([^()]+)\)", text)):
            return None
        when, meaning = self._read_named(found[1]), self._read_named(found[2])
        if when and meaning and meaning.end and when.kind == "yearless":
            # A week belongs to the year that its Thursday is in.
            when = self._read_named(f"{found[1]} {(meaning.end - timedelta(days=3)).year}")
        return when if when and meaning and (when.start, when.end) == (meaning.start, meaning.end) else None

    def _from(self, text: str) -> When | None:
        """Read «fra 12. til 13. november», which is a span like any other; without an end it is none."""
        when = self._read_named(text.removeprefix("<from>")) if text.startswith("<from>") and "–" in text else None
        return when if when and when.kind != "days" else None

    def _read_named(self, text: str) -> When | None:
        """Read a text in its plain form by the first shape that it has; None where it has none."""
        return next((when for read in self.shapes if (when := read(text))), None)
