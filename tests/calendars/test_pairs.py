"""What people's calendars show after the portal has changed: nothing twice, nothing lost, nothing silently."""

from pathlib import Path
from typing import Any

import pytest

from calendars.clients import CLIENTS, what_is_wrong
from calendars.readers import Entry, read_by_icalendar
from calendars.written import calendars_of, portal_of_case
from stifinner.portal import Portal
from stifinner.publishing.changes import compare_portals
from yaml_files import read_yaml

PAIRS = read_yaml(Path(__file__).parent / "pairs.yml")["pairs"]
NOTHING: dict[str, list[str]] = {name: [] for name in CLIENTS}


def entries_in(portal: Portal, pair: dict[str, Any], side: str, sort: str) -> list[Entry]:
    """What a sort of calendar program asks the portal for: the single files, or a feed."""
    files = calendars_of(portal, pair[side].get("site", ""))
    single = sort == "files" and "at" not in pair
    programme = pair[side].get("programme", "p")
    feed = pair.get("at", f"programmer/{programme}/kalender.ics")
    texts = [text for path, text in files.items() if "/samlinger/" in path] if single else [files.get(feed, b"")]
    return [entry for text in texts if text for entry in read_by_icalendar(text)]


def portals(folder: Path, pair: dict[str, Any]) -> list[Portal]:
    return [portal_of_case(folder / side, pair[side]) for side in ("before", "after")]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["name"])
def test_what_calendars_show_after_a_change(pair: dict[str, Any], tmp_path: Path):
    before, after = portals(tmp_path, pair)
    found = {}
    for sort, take in CLIENTS.items():
        was, now = (entries_in(portal, pair, side, sort) for portal, side in ((before, "before"), (after, "after")))
        calendar = take(take({}, was), now) if not pair.get("copied") else take({}, was) | take({}, now)
        truth = [*was, *now] if pair.get("copied") else now
        found[sort] = what_is_wrong(calendar, {entry["uid"]: entry for entry in truth})
    assert found == {**NOTHING, **pair.get("wrong", {})}


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if "told" in pair], ids=lambda pair: pair["name"])
def test_a_proposal_tells_what_becomes_of_dates(pair: dict[str, Any], tmp_path: Path):
    portal, other = portals(tmp_path, pair)
    changes = compare_portals(portal, other, tmp_path / "before", tmp_path / "after")
    told = {
        name: [one.name for one in listed]
        for name in ("moved", "cancelled", "untold", "cancelled_untold", "added", "gone")
        if (listed := getattr(changes, f"dates_{name}"))
    }
    assert told == pair["told"]


def test_where_a_calendar_shows_what_is_not_so_the_proposal_has_told_of_it():
    """An entry that links to the portal's old domain is right in all else, and no proposal changes the domain."""
    wrong = [pair for pair in PAIRS if pair.get("wrong") and "site" not in pair["after"]]
    assert [pair["name"] for pair in wrong if not {"untold", "cancelled_untold", "gone"} & set(pair["told"])] == []
