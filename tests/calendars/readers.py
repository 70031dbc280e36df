"""Three libraries that read calendars, and what each finds in one, said alike: entries as plain dictionaries."""

import json
import subprocess
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import vobject

import node

Entry = dict[str, Any]
_ICAL_JS = Path(__file__).parent / "icaljs.mjs"


def read_by_icalendar(text: bytes) -> list[Entry]:
    """Read a calendar by ``icalendar``, in Python."""
    return [
        _entry(
            uid=event["UID"],
            begins=event["DTSTART"].dt,
            ends=event["DTEND"].dt if "DTEND" in event else None,
            name=event["SUMMARY"],
            text=event.get("DESCRIPTION", ""),
            place=event.get("LOCATION", ""),
            status=event["STATUS"],
            number=int(event["SEQUENCE"]),
            told=event["LAST-MODIFIED"].dt if "LAST-MODIFIED" in event else None,
            made=event["DTSTAMP"].dt,
            shown_as=event["TRANSP"],
            categories=list(map(str, event["CATEGORIES"].cats)),
        )
        for event in icalendar.Calendar.from_ical(text).walk("VEVENT")
    ]


def read_by_vobject(text: bytes) -> list[Entry]:
    """Read a calendar by ``vobject``, in Python."""

    def value(event: Any, name: str, otherwise: Any = None) -> Any:
        return getattr(event, name).value if hasattr(event, name) else otherwise

    calendar = vobject.readOne(text.decode())
    return [
        _entry(
            uid=event.uid.value,
            begins=event.dtstart.value,
            ends=value(event, "dtend"),
            name=event.summary.value,
            text=value(event, "description", ""),
            place=value(event, "location", ""),
            status=event.status.value,
            number=int(event.sequence.value),
            told=value(event, "last_modified"),
            made=event.dtstamp.value,
            shown_as=event.transp.value,
            categories=list(event.categories.value),
        )
        for event in calendar.contents.get("vevent", [])
    ]


def read_by_ical_js(texts: Mapping[str, bytes]) -> dict[str, list[Entry]]:
    """Read calendars by ``ical.js``, on Node, all in one process: name → entries."""
    asked = json.dumps({name: text.decode() for name, text in texts.items()})
    told = subprocess.run(
        ["node", str(_ICAL_JS), str(node.PACKAGES / "ical.js" / "dist" / "ical.js")],
        input=asked,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return {
        name: [_entry(**{**event, **{key: _moment(event[key]) for key in ("begins", "ends", "told", "made")}})
               for event in events]
        for name, events in json.loads(told.stdout).items()
    }  # fmt: skip


def _entry(
    *,
    uid: str,
    begins: date,
    ends: date | None,
    name: str,
    text: str,
    place: str,
    status: str,
    number: int,
    told: date | None,
    made: date,
    shown_as: str,
    categories: list[str],
) -> Entry:
    """Say alike what the libraries say each in its way."""
    assert _said(made) == "2020-01-01T00:00Z"
    return {
        "uid": str(uid),
        "begins": _said(begins),
        "ends": _said(ends),
        "name": str(name),
        "lines": str(text).split("\n") if text else [],
        "place": str(place),
        "status": str(status),
        "number": number,
        "told": _said(told).removesuffix("T00:00Z"),
        "busy": str(shown_as) == "OPAQUE",
        "categories": categories,
    }


def _said(moment: date | None) -> str:
    if isinstance(moment, datetime):
        assert moment.utcoffset() is not None
        return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%MZ}"
    return moment.isoformat() if moment else ""


def _moment(written: str | None) -> date | None:
    if written is None:
        return None
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
