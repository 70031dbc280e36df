"""When each point of a day is, reckoned in minutes from the midnight before the day begins."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from ...dates.when import TimeSpan
from .points import AgendaDay, AgendaItem

_WHOLE_DAY = 24 * 60


@dataclass(frozen=True)
class DayClock:
    """The hours of a day; one that ends before it begins goes on over midnight."""

    span: TimeSpan | None

    @property
    def begins(self) -> int | None:
        """Minutes from midnight; None where nobody knows."""
        return _minutes(self.span.start) if self.span else None

    @property
    def ends(self) -> int | None:
        """Minutes from the same midnight."""
        return self.place(self.span.end) if self.span and self.span.end else None

    def place(self, clock: time) -> int:
        """A clock time of that day in minutes."""
        minutes = _minutes(clock)
        if not self.span or not self.span.end:
            return minutes
        over_midnight = self.span.end <= self.span.start
        return minutes + _WHOLE_DAY if over_midnight and minutes <= _minutes(self.span.end) else minutes


@dataclass(frozen=True)
class Placed:
    """A point in its day."""

    item: AgendaItem
    begins: int | None
    """Where it is written, or follows from what was written before; None otherwise."""
    ends: int | None
    derived: bool
    """It follows from the minutes of the points before it."""


def clock_of(day: AgendaDay, given: TimeSpan | None) -> DayClock:
    """A day's own hours, or the gathering's."""
    return DayClock(day.time or given)


def place_points(day: AgendaDay, clock: DayClock) -> Iterator[Placed]:
    """The points of a day. Times follow only while every point before has told how long it takes."""
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
    """When a point that begins there is over, as far as it says."""
    if item.timing.end:
        return clock.place(item.timing.end) + (_WHOLE_DAY if _is_midnight(item, clock) else 0)
    return begins + item.minutes if begins is not None and item.minutes else None


def starts_with(item: AgendaItem, above: AgendaItem) -> bool:
    """Whether it is written to begin with the one before it, and so goes on beside it."""
    return item.start is not None and item.start == above.start


def clock_time(minutes: int) -> time:
    """Minutes as a clock time, whichever day."""
    return time(minutes // 60 % 24, minutes % 60)


def _is_midnight(item: AgendaItem, clock: DayClock) -> bool:
    """«22.00–24.00» ends with its day, not where it began."""
    return item.timing.end == time(0) and clock.place(time(0)) == 0


def _together(now: int | None, ends: int | None) -> int | None:
    return max(now, ends) if now is not None and ends is not None else None


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
