"""What has changed, as the files tell it: what is listed, in which order, in which words."""

from pathlib import Path
from typing import Any

import pytest

from core.builder import portal_of
from stifinner.portal import Portal
from stifinner.problems.problem import has_errors
from views.pieces import P, view_at
from yaml_files import read_yaml

CASES = read_yaml(Path(__file__).parent / "cases" / "changes.yml")


def written(folder: Path, case: dict[str, Any]) -> Portal:
    return portal_of(folder, {**CASES["base"], **case["files"]})


def listed(portal: Portal, below: str = "") -> list[str]:
    """The feed of the programme, or of one of its cohorts."""
    feeds = {feed.address: feed for feed in portal.feeds}
    address = f"{P}{below}endringer.xml"
    return [f"{one.told} {one.title}" for one in feeds[address].entries] if address in feeds else []


def on_page(portal: Portal, below: str = "") -> list[tuple[str, str]]:
    """The page of the same: day and word."""
    address = f"{P}{below}endringer/"
    if address not in {page.address for page in portal.pages}:
        return []
    return [(one.told, one.word) for month in view_at(portal, address).months for one in month.changes]


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["name"])
def test_what_has_changed_is_listed_newest_first(case: dict[str, Any], tmp_path: Path):
    portal = written(tmp_path, case)
    assert not has_errors(portal.problems), portal.problems
    for below, expected in (
        ("", case["changed"]),
        *((f"kull/{id}/", changes) for id, changes in case.get("cohorts", {}).items()),
    ):
        assert listed(portal, below) == expected
        assert on_page(portal, below) == [(one[:10], one[11:].partition(":")[0]) for one in expected]
    for role, expected in case.get("roles", {}).items():
        cohort, _, id = role.rpartition("/")
        recent = view_at(portal, f"{P}{f'kull/{cohort}/' if cohort else ''}roller/{id}/").recent
        assert [f"{one.told} {one.name}" for one in (recent.lines if recent else ())] == expected


@pytest.mark.parametrize("case", CASES["unreadable"], ids=lambda case: case["name"])
def test_a_day_in_brackets_that_cannot_be_read_is_told_at_its_line(case: dict[str, Any], tmp_path: Path):
    problems = written(tmp_path, case).problems
    assert [f"{one.path}:{one.line} {one.code}" for one in problems if one.severity == "error"] == case["told"]


def test_a_day_in_brackets_is_no_part_of_what_the_point_says(tmp_path: Path):
    portal = portal_of(
        tmp_path,
        {
            f"{P}samlinger/a.md": (
                "# A\n\n## Presentasjoner\n\n- [Film](https://example.org/f) (meldt 14. april 2027)\n"
                "- [Bok](https://example.org/b), om leik (meldt 15. april 2027)\n"
            )
        },
    )
    ((film, book),) = [part.points for part in view_at(portal, f"{P}samlinger/a/").presentations]
    assert (film.link.text, bool(film.said), film.note) == ("Film", False, "Meldt 14. april 2027")
    assert (book.said.text.plain, book.note) == ("Bok, om leik", "Meldt 15. april 2027")


def test_only_the_newest_stand_on_pages_about_other_things(tmp_path: Path):
    points = "".join(f"- [F{day}](https://example.org/{day}) (meldt {day}. april 2027)\n" for day in range(1, 31))
    other = "".join(f"- [G{day}](https://example.org/g{day}) (meldt {day}. mai 2027)\n" for day in range(1, 31))
    portal = portal_of(
        tmp_path,
        {
            f"{P}samlinger/a.md": f"# A\n\n## Presentasjoner\n\n{points}{other}",
            f"{P}roller/leder.md": "# Leder\n",
        },
    )
    newest = [f"2027-05-{day}" for day in range(30, 22, -1)]
    for address in ("", P, f"{P}roller/leder/"):
        assert [one.told for one in view_at(portal, address).recent.lines] == newest
    assert [len(feed.entries) for feed in portal.feeds] == [50, 50]
    (may, april) = view_at(portal, "endringer/").months
    assert (may.title, len(may.changes), april.title, len(april.changes)) == ("Mai 2027", 30, "April 2027", 30)


def test_addresses_of_changes_are_taken(tmp_path: Path):
    portal = portal_of(tmp_path, {f"{P}endringer.md": "# Endringer\n", "endringer.md": "# Endringer\n"})
    assert [one.path for one in portal.problems if one.code == "address-taken"] == ["endringer.md", f"{P}endringer.md"]
