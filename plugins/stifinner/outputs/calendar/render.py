"""Render calendar files as iCalendar (RFC 5545): the same bytes from the same content, whenever it is built."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from ...views.calendars.shown import CalendarEntry, CalendarFile

_MADE = datetime(2020, 1, 1, tzinfo=UTC)
"""``DTSTAMP`` of every entry. That of a build would be another each time; what has changed is told by ``SEQUENCE``."""
_END = b"END:VCALENDAR\r\n"
_HOW_OFTEN = timedelta(hours=12)
"""How often a calendar that is subscribed to should be asked for."""


def render_calendars(files: Iterable[CalendarFile], site_url: str) -> Iterator[tuple[str, bytes]]:
    """Give address and bytes of every calendar file.

    ``site_url``: where the portal is published; empty where that is not known: then no entry links to its page.
    """
    events: dict[int, bytes] = {}
    for file in files:
        for entry in file.entries:
            if id(entry) not in events:
                events[id(entry)] = _render_entry(entry, site_url)
        begin = _render_calendar(file, site_url).removesuffix(_END)
        yield file.address, begin + b"".join(events[id(entry)] for entry in file.entries) + _END


def _render_calendar(file: CalendarFile, site_url: str) -> bytes:
    """Render a calendar without its entries."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Stifinner//Stifinner//NO")
    calendar.add("calscale", "GREGORIAN")
    if file.name:
        calendar.add("name", file.name)
        calendar.add("x-wr-calname", file.name)
        calendar.add("refresh-interval", _HOW_OFTEN, parameters={"VALUE": "DURATION"})
        calendar.add("x-published-ttl", "PT12H")
        if site_url:
            calendar.add("source", site_url + file.address, parameters={"VALUE": "URI"})
    return bytes(calendar.to_ical())


def _render_entry(entry: CalendarEntry, site_url: str) -> bytes:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", _MADE)
    event.add("sequence", entry.number)
    if entry.told:
        event.add("last-modified", datetime.combine(entry.told, time(), UTC))
    event.add("dtstart", entry.begins)
    if isinstance(entry.ends, datetime):
        event.add("dtend", entry.ends)
    elif entry.ends:
        # The day after the last one: an end is the first moment that is no longer part of it.
        event.add("dtend", entry.ends + timedelta(days=1))
    event.add("summary", entry.name)
    page = site_url + entry.address if site_url else ""
    if lines := [*entry.lines, *filter(None, [page])]:
        event.add("description", "\n".join(lines))
    if entry.place:
        event.add("location", entry.place)
    if page:
        event.add("url", page)
    event.add("categories", list(entry.categories))
    event.add("status", entry.status)
    event.add("transp", "OPAQUE" if entry.is_busy and entry.status != "CANCELLED" else "TRANSPARENT")
    return bytes(event.to_ical())
