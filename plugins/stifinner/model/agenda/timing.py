"""How a line of a day plan begins: «09.00–09.10 », «kl. 9.30: », «1,5 timer », «ca. 20 min », or with its words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import time
from typing import NamedTuple

from ...dates.when import TimeSpan
from ...dates.words import one_of
from ...language.misread import Misread
from ...language.phrases import Phrases
from .clocks import DASH, ClockReader
from .lengths import Length, LengthReader, PerhapsTime


@dataclass(frozen=True)
class Timing:
    """When a point is and how long it takes, as far as its line says."""

    start: time | None = None
    end: time | None = None
    about: bool = False
    """Whether the clock times are approximate: «ca. 10.30»."""
    minutes: int | None = None
    """How long it takes."""
    about_minutes: bool = False
    """Whether the minutes are approximate: «ca. 20 min»."""
    written: str = ""
    """The beginning of the line that says the time, up to the words that follow."""
    perhaps: PerhapsTime | None = None
    """Figures at the line's beginning that stay text and may mean a time."""


class TimingAtEnd(NamedTuple):
    """What the end of a line says of the time."""

    timing: Timing
    place: int
    """Index in the line where that begins."""


NO_TIMING = Timing()
"""The timing of a line that says nothing of a time."""
_ENDS = re.compile(rf"\s*[:;,](?:\s+|$)|\s*{DASH}(?:\s+|$|(?=[A-ZÆØÅ]))|\.?(?:\s+|$)")
"""What stands between a time and the words after it."""


class TimingReader:
    """Reads how lines of a day plan begin, in one language."""

    def __init__(self, phrases: Phrases) -> None:
        words = phrases["dates"]
        plan = words["plan"]
        self._shown = words["clock"]
        self._lengths = LengthReader(phrases)
        self._clocks = ClockReader(phrases)
        self._about, self._clock_word = _word(plan["about"]), _word(words["clock_words"])
        before = one_of([*plan["about"], *words["clock_words"], *plan["from"]])
        self._before = re.compile(rf"(?:(?<!\w)(?:{before})\s*)*", re.IGNORECASE)
        clock = r"\d{1,2}[.:]\d{2}"
        self._span_at_end = re.compile(
            rf"(?<![^\s(])(?:(?:{one_of(words['clock_words'])})\s?)?{clock}\s?{DASH}\s?{clock}$", re.IGNORECASE
        )
        self._bracket = re.compile(rf"\s*,?\s*\(\s*((?:{one_of(plan['about'])})\s*)?", re.IGNORECASE)

    def read(self, line: str) -> Timing:
        """Read the beginning of a line. Raises Misread ``unreadable-time`` or ``unreadable-minutes``."""
        found = self._before.match(line)
        said = found[0] if found else ""
        about, by_clock = bool(self._about.search(said)), bool(self._clock_word.search(said))
        if not by_clock and (length := self._length(line, len(said))):
            return Timing(minutes=length[0], about_minutes=about, written=line[: length[1]])
        timing = self._clock_times(line, len(said), by_clock=by_clock)
        if timing:
            return replace(timing, about=timing.start is not None and (about or timing.about))
        if between := self._lengths.between(line, len(said)):
            return Timing(perhaps=between)
        self._lengths.check(line, len(said))
        return NO_TIMING

    def begins(self, line: str) -> bool:
        """Tell whether a line begins with a time, also with an impossible one."""
        try:
            return bool(self.read(line).written)
        except Misread:
            return True

    def span(self, line: str) -> TimeSpan | None:
        """Read a line that holds clock times and nothing else; None for any other."""
        try:
            timing = self.read(line)
        except Misread:
            return None
        whole = timing.start and not timing.minutes and timing.written.strip() == line.strip()
        return TimeSpan(timing.start, timing.end) if timing.start and whole else None

    def at_end(self, line: str) -> TimingAtEnd:
        """Read what the end of a line says of the time: «Pause (15 min)», «Lunsj 12.00–12.45»."""
        words = line.rstrip()
        at, inner = words.rfind("("), ""
        if at >= 0 and words.endswith(")"):
            inner = words[at + 1 : -1].strip()
        elif found := self._span_at_end.search(words):
            at, inner = found.start(), found[0]
        try:
            timing = self.read(inner) if inner else NO_TIMING
        except Misread:
            timing = NO_TIMING
        if not timing.written or timing.written.strip() != inner:
            return TimingAtEnd(NO_TIMING, len(line))
        return TimingAtEnd(replace(timing, written=""), len(line[:at].rstrip(" ,:–-")))

    def _length(self, line: str, at: int) -> tuple[int, int] | None:
        """Read a length at an index: its minutes, and the index where the words after it begin; None: there is none."""
        length = self._lengths.read(line, at)
        words = _ENDS.match(line, length.end) if length else None
        if not length or not words or (length.in_words and not _is_apart(line, length, words)):
            return None
        return length.minutes, words.end()

    def _clock_times(self, line: str, at: int, *, by_clock: bool) -> Timing | None:
        """Read clock times at an index, with the minutes that may follow them; None where there are none."""
        clocks = self._clocks.read(line, at, _ENDS, by_clock=by_clock)
        words = _ENDS.match(line, clocks.end) if clocks else None
        if not clocks or not words:
            return None
        capital = line[words.end() : words.end() + 1].isupper()
        if not clocks.is_sure(by_clock=by_clock, capital=capital):
            meant = clocks.perhaps(self._shown, capital=capital)
            return Timing(perhaps=PerhapsTime(clocks.written, meant)) if meant else None
        if clocks.times[0].style == "four" and not by_clock and not all(clock.known for clock in clocks.times):
            return None
        clocks.check()
        first, *last = (clock.time for clock in clocks.times)
        about = bool(self._about.search(clocks.written))
        timing = Timing(first, last[0] if last else None, about, written=line[: words.end()])
        return timing if last else self._with_length(timing, line)

    def _with_length(self, timing: Timing, line: str) -> Timing:
        """Add the minutes that follow a clock time: «09.00 (30 min) Velkommen», «09.00, 30 min: Velkommen»."""
        bracket = self._bracket.match(line, len(timing.written))
        length = self._lengths.read(line, bracket.end() if bracket else len(timing.written))
        if not length or (bracket and line[length.end : length.end + 1] != ")"):
            return timing
        words = _ENDS.match(line, length.end + bool(bracket))
        if not words or (length.in_words and not bracket and not _is_apart(line, length, words)):
            return timing
        about = bool(bracket and bracket[1])
        return replace(timing, minutes=length.minutes, about_minutes=about, written=line[: words.end()])


def _is_apart(line: str, length: Length, words: re.Match[str]) -> bool:
    """Tell whether a length in words stands by itself: in «En time til ettertanke» it is part of a sentence."""
    return bool(words[0].strip()) or line[words.end() : words.end() + 1].isupper() or length.end == len(line)


def _word(words: Iterable[str]) -> re.Pattern[str]:
    """Compile a pattern for any of the words."""
    return re.compile(rf"(?<!\w)(?:{one_of(words)})(?!\w)", re.IGNORECASE)
