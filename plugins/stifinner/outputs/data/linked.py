"""Render what a page is about in the words of schema.org, as JSON-LD that stands in the page's head."""

from collections.abc import Iterator
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from ...views.data.abouts import About, CourseAbout, EventAbout, EventsAbout, InstanceAbout
from ...views.data.shown import OccurrenceData, PlaceData

_SCHEMA = "https://schema.org"
Node = dict[str, Any]


def render_about(about: About, site_url: str) -> Markup:
    """Render what a page is about, safe to stand in a ``script``. ``site_url``: where the portal is published."""
    nodes = [_course(about, site_url)] if isinstance(about, CourseAbout) else list(_events(about, site_url))
    return htmlsafe_json_dumps({"@context": _SCHEMA, "@graph": nodes}, ensure_ascii=False)


def _course(about: CourseAbout, site_url: str) -> Node:
    url = site_url + about.page
    return _said(
        {
            "@type": "Course",
            "@id": f"{url}#course",
            "name": about.name,
            "description": about.description,
            "url": url,
            "inLanguage": about.language,
            "provider": _organization(about.provider),
            "isPartOf": {"@id": f"{site_url}{about.part_of}#course"} if about.part_of else None,
            "hasCourseInstance": [_instance(one, site_url) for one in about.instances],
        }
    )


def _instance(one: InstanceAbout, site_url: str) -> Node:
    url = site_url + one.page
    return _said(
        {
            "@type": "CourseInstance",
            "@id": f"{url}#instance",
            "name": one.name,
            "url": url,
            "startDate": one.first_day.isoformat() if one.first_day else None,
            "endDate": one.last_day.isoformat() if one.last_day else None,
        }
    )


def _events(about: EventsAbout, site_url: str) -> Iterator[Node]:
    for event in about.events:
        yield _said({"@type": "Event", **_event(about, event, site_url)})


def _event(about: EventsAbout, event: EventAbout, site_url: str) -> Node:
    one, url = event.occurrence, site_url + event.page
    begins, ends = one.begins or one.first_day, one.ends if one.begins else one.last_day
    return {
        "name": about.name,
        "description": about.description,
        "url": url,
        "identifier": one.uid,
        "inLanguage": about.language,
        "startDate": begins.isoformat() if begins else None,
        "endDate": ends.isoformat() if ends else None,
        "eventStatus": f"{_SCHEMA}/Event{_status(one)}",
        "previousStartDate": one.moved_from.isoformat() if one.moved_from else None,
        "eventAttendanceMode": _mode(one),
        "location": [*_places(one), *([{"@type": "VirtualLocation", "url": url}] if one.is_online else [])],
        "organizer": _organization(about.provider),
        "superEvent": [{"@id": f"{site_url}{page}#instance"} for page in event.whole],
    }


def _status(one: OccurrenceData) -> str:
    # Moved within a day, or from a month, is no new date of a day that was told.
    if one.state == "cancelled":
        return "Cancelled"
    return "Rescheduled" if one.moved_from else "Scheduled"


def _mode(one: OccurrenceData) -> str | None:
    """Give how one takes part; None where words alone tell it: they may name a house, or say «hjemme hos deg»."""
    if one.is_online and one.place and not _is_found(one.place):
        return None
    mode = "Offline" if not one.is_online else "Mixed" if one.place else "Online"
    return f"{_SCHEMA}/{mode}EventAttendanceMode"


def _is_found(place: PlaceData) -> bool:
    return bool(place.page or place.address)


def _places(one: OccurrenceData) -> Iterator[Node]:
    if (place := one.place) and (_is_found(place) or not one.is_online):
        name = ", ".join(filter(None, (place.name, place.room)))
        yield _said({"@type": "Place", "name": name, "address": place.address})


def _organization(name: str) -> Node | None:
    return {"@type": "Organization", "name": name} if name else None


def _said(node: Node) -> Node:
    """Leave out what nothing is said of; give a list of one as that one."""
    one = {key: value[0] if isinstance(value, list) and len(value) == 1 else value for key, value in node.items()}
    return {key: value for key, value in one.items() if value not in (None, "", [])}
