"""How long a point of a day plan takes, as its line says it: «30 min», «1,5 timer», «2t», «en halv time»."""

import difflib
import re
from dataclasses import dataclass
from typing import NamedTuple

from ...dates.words import one_of
from ...language.misread import Misread
from ...language.phrases import Phrases

_FRACTIONS = {"25", "50", "75"}
"""Decimals of an hour that are sure: «1,50 timer» is 90 minutes, while «1.30 timer» may be 90 or 78."""


@dataclass(frozen=True)
class Length:
    """A length of time as it stands in a line."""

    minutes: int
    end: int
    """Index in the line where it ends."""
    in_words: bool
    """Whether it has no figures: «en halv time». Such words may be part of a sentence."""


class PerhapsTime(NamedTuple):
    """Figures that stay text and may mean a time or a length."""

    written: str
    """As they stand in the line: «1930»."""
    meant: str
    """How to write what they may mean: «19.30»."""


class LengthReader:
    """Reads lengths in one language."""

    def __init__(self, phrases: Phrases) -> None:
        words = phrases["dates"]
        plan = words["plan"]
        self._minutes = words["minutes"]
        self._hours = plan["hours"]
        self._numbers = words["durations"]["numbers"]
        number = rf"\d{{1,2}}:[0-5]\d|\d{{1,2}}[.,]\d{{1,2}}|\d{{0,2}}\s?½|\d{{1,2}}|(?:{one_of(self._numbers)})(?=\s)"
        minutes, hours = (rf"(?:{one_of(some)})\.?(?!\w|-\w)" for some in (self._minutes, self._hours))
        self._in_minutes = _pattern(rf"(\d{{1,3}})\s*{minutes}")
        self._in_hours = _pattern(
            rf"({number})\s*{hours}(?:\s*(?:{one_of(plan['and'])})?\s*(\d{{1,2}})\s*(?:{minutes}|m(?!\w)))?"
        )
        self._lengths = {text: int(length) for length, texts in plan["lengths"].items() for text in texts}
        self._by_name = _pattern(rf"(?:{one_of(self._lengths)})(?!\w|-\w)")
        self._either = _pattern(rf"\d{{1,3}}\s*(?:[-–—]|{one_of(words['until'])})\s*(\d{{1,3}})\s*{minutes}")
        self._nearly = _pattern(r"(\d{1,3}(?:[.,]\d{1,2})?)\s*([^\W\d_]{1,9})\.?\s+")

    def read(self, line: str, at: int) -> Length | None:
        """Read the length at an index of a line; None where there is none.

        Raises Misread ``unreadable-minutes`` for «0 min» and «1.30 timer».
        """
        if found := self._in_minutes.match(line, at):
            if not int(found[1]):
                raise Misread("unreadable-minutes", column=3, value=found[0], meant="")
            return Length(int(found[1]), found.end(), in_words=False)
        if found := self._in_hours.match(line, at):
            minutes = round(self._number(found) * 60) + int(found[2] or 0)
            return Length(minutes, found.end(), in_words=found[1][0].isalpha())
        if found := self._by_name.match(line, at):
            return Length(self._lengths[found[0].lower()], found.end(), in_words=True)
        return None

    def between(self, line: str, at: int) -> PerhapsTime | None:
        """Find a length that is a range.

        «10–15 min» as it was written, and its longer end; None where there is none.
        """
        found = self._either.match(line, at)
        return PerhapsTime(found[0], f"{found[1]} {self._minutes[0]}") if found else None

    def check(self, line: str, at: int) -> None:
        """Raise Misread ``unreadable-minutes`` where what stands at an index is nearly a length: «30 minn»."""
        if not (found := self._nearly.match(line, at)):
            return
        word = found[2].lower()
        long = [hour for hour in self._hours if len(hour) > 3]
        for known, cutoff in ((self._minutes, 0.8), (long, 0.81)):
            near = difflib.get_close_matches(word, known, cutoff=cutoff)
            # «10 minutters pause» is a sentence, and no misspelt length.
            if near and not (word.endswith("s") and word[:-1] in known):
                unit = self._minutes[0] if known is self._minutes else near[0]
                raise Misread("unreadable-minutes", column=3, value=found[0].strip(), meant=f"{found[1]} {unit}")

    def _number(self, found: re.Match[str]) -> float:
        """Parse the number of hours. Raises Misread ``unreadable-minutes``."""
        written = found[1].lower()
        if written in self._numbers:
            return self._numbers.index(written) + 1
        if written.endswith("½"):
            return int(written[:-1].strip() or 0) + 0.5
        if ":" in written:
            hours, _, minutes = written.partition(":")
            return int(hours) + int(minutes) / 60
        whole, _, part = written.replace(",", ".").partition(".")
        length = float(f"{whole}.{part or 0}")
        if not length or (len(part) > 1 and part not in _FRACTIONS):
            meant = f"{whole} {self._hours[-1]} {part} {self._minutes[0]}" if length else ""
            raise Misread("unreadable-minutes", column=3, value=found[0], meant=meant)
        return length


def _pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that matches large and small letters alike."""
    return re.compile(pattern, re.IGNORECASE)
