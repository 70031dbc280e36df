"""The time zone of clock times: programmes are held in Norway, wherever a calendar is read."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .when import TimeSpan

_OSLO = ZoneInfo("Europe/Oslo")


def in_utc(day: date, clock: TimeSpan) -> tuple[datetime, datetime | None]:
    """Give the moments in UTC at which something on a day begins and ends; None where its end is not known.

    What ends no later than it begins goes on over midnight. A time that the change to summer time leaves out is as
    long after the last one that there is; of two in autumn, the first is meant.
    """
    begins = _moment(day, clock.start)
    if clock.end is None:
        return begins, None
    last = day if clock.end > clock.start else day + timedelta(days=1)
    return begins, _moment(last, clock.end)


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, _OSLO).astimezone(UTC)


def in_norway(day: date, clock: TimeSpan) -> tuple[datetime, datetime | None]:
    """Give the same moments as ``in_utc``, in the time of Norway with its offset then: ``17:00+01:00``."""
    begins, ends = in_utc(day, clock)
    return begins.astimezone(_OSLO), ends.astimezone(_OSLO) if ends else None


def in_oslo(begins: datetime, ends: datetime | None) -> tuple[date, TimeSpan]:
    """Give the day and the clock times in Norway of moments in UTC."""
    first, last = begins.astimezone(_OSLO), ends.astimezone(_OSLO) if ends else None
    return first.date(), TimeSpan(first.time(), last.time() if last else None)
