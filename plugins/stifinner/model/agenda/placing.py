"""Reckons when each point of a day is, in minutes from the midnight before the day begins.

So a day may go on over midnight.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from ...dates.when import TimeSpan
from .points import AgendaDay, AgendaItem

_WHOLE_DAY = 24 * 60


@dataclass(frozen=True)
class DayClock:
    """The hours of a day. Where the last is not after the first, the day goes on over midnight."""

    span: TimeSpan | None

    @property
    def begins(self) -> int | None:
        """Minutes from midnight; None where they are not known."""
        return _minutes(self.span.start) if self.span else None

    @property
    def ends(self) -> int | None:
        """Minutes from the same midnight; None where they are not known."""
        return self.place(self.span.end) if self.span and self.span.end else None

    def place(self, clock: time) -> int:
        """Turn a clock time of that day into minutes."""
        minutes = _minutes(clock)
        if not self.span or not self.span.end:
            return minutes
        over_midnight = self.span.end <= self.span.start
        return minutes + _WHOLE_DAY if over_midnight and minutes <= _minutes(self.span.end) else minutes


@dataclass(frozen=True)
class Placed:
    """A point with its time in the day."""

    item: AgendaItem
    begins: int | None
    """Minutes; None where neither a clock time nor the points before say it."""
    ends: int | None
    derived: bool
    """Whether the time follows from the points before it, and was not written."""


def clock_of(day: AgendaDay, given: TimeSpan | None) -> DayClock:
    """Choose the hours of a day: its own, or else those ``given`` for the whole gathering."""
    return DayClock(day.time or given)


def place_points(day: AgendaDay, clock: DayClock) -> Iterator[Placed]:
    """Reckon the time of each point of a day.

    A time that was not written follows from the points before, as long as each of them says how long it takes.
    """
    now = clock.begins
    above: AgendaItem | None = None
    for item in day.plan.items:
        begins = clock.place(item.start) if item.start else now
        ends = end_of(item, begins, clock)
        now = _together(now, ends) if above and starts_with(item, above) else ends
        above = item
        shown = begins if item.start or item.minutes else None
        yield Placed(item, shown, ends if shown is not None else None, derived=not item.start)


def end_of(item: AgendaItem, begins: int | None, clock: DayClock) -> int | None:
    """Reckon when a point ends that begins at ``begins``; None where it does not say."""
    if item.timing.end:
        return clock.place(item.timing.end) + (_WHOLE_DAY if _is_midnight(item, clock) else 0)
    return begins + item.minutes if begins is not None and item.minutes else None


def starts_with(item: AgendaItem, above: AgendaItem) -> bool:
    """Tell whether a point was written to begin at the same time as the one above it; both then go on side by side."""
    return item.start is not None and item.start == above.start


def clock_time(minutes: int) -> time:
    """Turn minutes into a clock time, whichever day it is on."""
    return time(minutes // 60 % 24, minutes % 60)


def _is_midnight(item: AgendaItem, clock: DayClock) -> bool:
    """Tell whether a point ends at midnight: «22.00–24.00» ends a day later than 00.00 of its day."""
    return item.timing.end == time(0) and clock.place(time(0)) == 0


def _together(now: int | None, ends: int | None) -> int | None:
    """Give the later of two ends of points that go on side by side; None where one of them is not known."""
    return max(now, ends) if now is not None and ends is not None else None


def _minutes(clock: time) -> int:
    """Reckon the minutes from midnight."""
    return clock.hour * 60 + clock.minute
