"""Every case of a calendar, as three libraries read it, each by itself."""

from pathlib import Path
from typing import Any

import pytest

import node
from calendars.readers import Entry, read_by_ical_js, read_by_icalendar, read_by_vobject
from calendars.written import calendars_of, portal_of_case
from yaml_files import read_yaml

CASES = read_yaml(Path(__file__).parent / "cases.yml")["cases"]
USUAL: Entry = {
    "name": "A (Programmet)",
    "lines": [],
    "place": "",
    "status": "CONFIRMED",
    "number": 0,
    "told": "",
    "busy": True,
    "categories": ["Programmet", "Samling"],
}
"""An entry that says no more than that A is held."""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes | None]:
    """Name of a case → bytes of the calendar that it is about; None where there is none."""
    found = {}
    for case in CASES:
        portal = portal_of_case(tmp_path_factory.mktemp("case"), case)
        found[case["name"]] = calendars_of(portal).get(case.get("at", "programmer/p/kalender.ics"))
    return found


def expected(case: dict[str, Any]) -> list[Entry]:
    return [{**USUAL, **entry} for entry in case["entries"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_two_libraries_read_what_the_case_says(case: dict[str, Any], written: dict[str, bytes | None]):
    text = written[case["name"]]
    assert (text is None) == (case["entries"] == [])
    if text is not None:
        assert read_by_icalendar(text) == expected(case)
        assert read_by_vobject(text) == expected(case)


def test_a_library_of_another_language_reads_the_same(written: dict[str, bytes | None]):
    if not node.has("ical.js"):
        pytest.skip("Fant ikke ical.js, så kalenderne er ikke lest av den: npm ci --prefix requirements")
    found = read_by_ical_js({name: text for name, text in written.items() if text is not None})
    assert found == {case["name"]: expected(case) for case in CASES if case["entries"]}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_lines_are_folded_and_end_as_they_should(case: dict[str, Any], written: dict[str, bytes | None]):
    text = written[case["name"]] or b""
    assert [line for line in text.split(b"\r\n") if len(line) > 75 or b"\n" in line or b"\r" in line] == []
    assert text.decode().encode() == text
