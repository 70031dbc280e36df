"""Compare what stands in the calendars of two portals: what moves, is cancelled, is new or vanishes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..dates.shown import DateWords
from ..dates.zone import in_oslo
from ..language.phrases import Phrases
from ..portal import Portal
from ..views.calendars.shown import CalendarEntry


@dataclass(frozen=True)
class DateChanges:
    """Entries of calendars that are different, each with what it was before."""

    moved: tuple[tuple[CalendarEntry, CalendarEntry], ...]
    cancelled: tuple[CalendarEntry, ...]
    untold: tuple[tuple[CalendarEntry, CalendarEntry], ...]
    """Moved or cancelled without the day that it was told, or without the day that it was moved from: a calendar may go
    on showing what it knows."""
    added: tuple[CalendarEntry, ...]
    gone: tuple[CalendarEntry, ...]


def compare_dates(before: Portal, after: Portal) -> DateChanges:
    """Compare the calendars of two portals, entry by entry."""
    old, new = _entries_of(before), _entries_of(after)
    both = [(old[uid], entry) for uid, entry in new.items() if uid in old]
    different = [(was, now) for was, now in both if _time(was) != _time(now) or was.status != now.status]
    told = [(was, now) for was, now in different if now.number > was.number]
    gone = [entry for uid, entry in old.items() if uid not in new]
    added = [entry for uid, entry in new.items() if uid not in old]
    renamed = list(_moved_without_a_trace(gone, added))
    return DateChanges(
        moved=tuple((was, now) for was, now in told if _time(was) != _time(now) and not is_cancelled(was, now)),
        cancelled=tuple(now for was, now in told if is_cancelled(was, now)),
        untold=(*((was, now) for was, now in different if now.number <= was.number), *renamed),
        added=tuple(entry for entry in added if not any(entry is now for _, now in renamed)),
        gone=tuple(entry for entry in gone if not any(entry is was for was, _ in renamed)),
    )


def show_when(entry: CalendarEntry, phrases: Phrases) -> str:
    """Show when an entry is: «3. november 2026 kl. 17.00–19.00»."""
    dates = DateWords(phrases)
    if isinstance(entry.begins, datetime):
        day, clock = in_oslo(entry.begins, entry.ends if isinstance(entry.ends, datetime) else None)
        return f"{dates.show_days(day, day, year=True)} {dates.show_time(clock)}"
    return dates.show_days(entry.begins, entry.ends or entry.begins, year=True)


def _entries_of(portal: Portal) -> dict[str, CalendarEntry]:
    return {entry.uid: entry for file in portal.calendars for entry in file.entries}


def _time(entry: CalendarEntry) -> tuple[object, object]:
    return entry.begins, entry.ends


def is_cancelled(was: CalendarEntry, now: CalendarEntry) -> bool:
    """Tell whether an entry was cancelled between the two portals, wherever else it went."""
    return now.status == "CANCELLED" != was.status


def _moved_without_a_trace(
    gone: Sequence[CalendarEntry], added: Sequence[CalendarEntry]
) -> Iterator[tuple[CalendarEntry, CalendarEntry]]:
    """Find entries of one gathering and cohort of which one vanishes where another comes: «flyttet fra» is missing."""
    left: dict[str, list[CalendarEntry]] = {}
    for entry in gone:
        left.setdefault(entry.address, []).append(entry)
    for entry in added:
        if waiting := left.get(entry.address):
            yield waiting.pop(0), entry
