"""Clock times as lines of a day plan begin with them: «09.00–09.10», «1030», «9 til 10», «9:30 am»."""

import re
from dataclasses import dataclass, replace
from datetime import time

from ...dates.words import one_of
from ...language.misread import Misread
from ...language.phrases import Phrases

DASH = "[-–—−‒]"
_FIRST_YEAR = 19
"""Hour from which four figures may be a year: «1930» and «2030» may, «1030» may not."""
_FIRST_HOUR = 6
"""First hour that a span of bare hours may begin at: «9–10 Velkommen» is likely one, «3–4 Grupper» is not."""


@dataclass(frozen=True)
class Clock:
    """A clock time as it was written."""

    hour: int
    minute: int
    style: str
    """``full`` (9.30), ``four`` (0930) or ``bare`` (9)."""
    half: str
    """«am» or «pm» as it was written, or empty."""
    end: int
    """Index in the line where it ends."""

    @property
    def known(self) -> bool:
        """Whether there is such a time on a clock."""
        return self.minute < 60 and (self.hour < 24 or (self.hour, self.minute) == (24, 0))

    @property
    def time(self) -> time:
        """The time as a value; 24.00 is midnight."""
        return time(self.hour % 24, self.minute)


@dataclass(frozen=True)
class Clocks:
    """A clock time, or the first and the last of a span."""

    times: tuple[Clock, ...]
    written: str

    @property
    def end(self) -> int:
        """Index in the line where they end."""
        return self.times[-1].end

    def is_sure(self, *, by_clock: bool, capital: bool) -> bool:
        """Tell whether the figures are a time: «1030 Verksted» is one, «1030 barn» and «9–10 barn» are none.

        ``by_clock``: «kl.» stands before them; ``capital``: the word after them has one.
        """
        if by_clock or any(clock.style == "full" or clock.half for clock in self.times):
            return True
        first = self.times[0]
        told = capital or len(self.times) > 1
        return first.style == "four" and told and self._round and first.hour < _FIRST_YEAR

    def perhaps(self, pattern: str, *, capital: bool) -> str:
        """Write figures as a time that may be meant by them; empty where that is unlikely.

        ``pattern``: of ``strftime``.
        """
        bare = self.times[0].style == "bare"
        likely = capital and self._round and (not bare or (len(self.times) > 1 and self.times[0].hour >= _FIRST_HOUR))
        return "–".join(clock.time.strftime(pattern) for clock in self.times) if likely else ""

    def check(self) -> None:
        """Raise Misread ``unreadable-time`` where there is no such time."""
        if not all(clock.known for clock in self.times):
            raise Misread("unreadable-time", value=self.written, meant="")

    @property
    def _round(self) -> bool:
        """Whether the times are whole five minutes, as times of a plan are."""
        return all(clock.known and clock.minute % 5 == 0 for clock in self.times)


class ClockReader:
    """Reads clock times in one language."""

    def __init__(self, phrases: Phrases) -> None:
        words = phrases["dates"]
        self._before_noon = words["plan"]["before_noon"]
        self._after_noon = words["plan"]["after_noon"]
        halves = [*self._before_noon, *self._after_noon]
        half = rf"(?:\s*({one_of(halves)})(?!\w))?" if halves else "()"
        self._styles = {
            "full": _pattern(rf"(\d{{1,2}})[.:](\d{{2}})(?!\d|[.,:]\d){half}"),
            "four": _pattern(rf"(\d{{2}})(\d{{2}})(?!\d|[.,:]\d){half}"),
            "bare": _pattern(rf"(\d{{1,2}})()(?!\d|[.,:]\d){half}"),
        }
        clock = rf"(?:(?:{one_of([*words['clock_words'], *words['plan']['about']])})\s*)*"
        self._dash = _pattern(rf"(\s*){DASH}(\s*){clock}")
        self._until = _pattern(rf"\s+(?:{one_of(words['until'])})\s+{clock}")

    def read(self, line: str, at: int, ends: re.Pattern[str], *, by_clock: bool) -> Clocks | None:
        """Read the clock times at an index of a line; None where there are none. ``ends``: what must follow a span."""
        first = self._clock(line, at)
        if first is None:
            return None
        last = self._last(line, first, by_clock=by_clock)
        if last is None or not ends.match(line, last.end):
            return Clocks((first,), line[at : first.end].strip())
        return Clocks((self._of_same_half(first, last), last), line[at : last.end].strip())

    def _clock(self, line: str, at: int) -> Clock | None:
        """Read one clock time at an index; None where there is none."""
        for style, pattern in self._styles.items():
            if found := pattern.match(line, at):
                clock = Clock(int(found[1]), int(found[2] or 0), style, "", found.end())
                return self._in_half(clock, (found[3] or "").lower())
        return None

    def _last(self, line: str, first: Clock, *, by_clock: bool) -> Clock | None:
        """Read the end of a span that ``first`` begins; None for a single time: in «09.30 – 10 barn», 10 is no time."""
        if to := self._until.match(line, first.end):
            return self._clock(line, to.end())
        to = self._dash.match(line, first.end)
        last = self._clock(line, to.end()) if to else None
        if not to or not last:
            return None
        is_tight = not to[1] and not to[2]
        meant = last.style != "bare" or last.half or by_clock or is_tight or first.style == "bare"
        return last if meant else None

    def _of_same_half(self, first: Clock, last: Clock) -> Clock:
        """Give the first time of a span the half of the day that stands with the last: «9–10 am».

        «11–1 pm» would end before it begins, so its first is before noon.
        """
        if not last.half or first.half:
            return first
        same = self._in_half(first, last.half)
        return same if same.time < last.time else self._in_half(first, self._before_noon[0])

    def _in_half(self, clock: Clock, half: str) -> Clock:
        """Move a time to the half of the day that it is said to be in."""
        if not half or not 1 <= clock.hour <= 12:
            return clock
        return replace(clock, hour=clock.hour % 12 + (12 if half in self._after_noon else 0), half=half)


def _pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that matches large and small letters alike."""
    return re.compile(pattern, re.IGNORECASE)
