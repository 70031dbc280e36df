"""Occurrences: when the gatherings of a programme take place, and who may read their dates."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import stifinner
from core.builder import portal_of
from stifinner.graph.occurrences import begin_cohort
from stifinner.model.gathering import Gathering
from stifinner.portal import build_portal

CONTENT = Path("content")
DATES = {"date", "time", "place", "address", "meeting_link", "schedule", "moved_from", "cancelled", "told"}
READERS = (
    "stifinner/graph/changes.py",
    "stifinner/graph/occurrences.py",
    "stifinner/graph/schedules.py",
    "stifinner/graph/stops.py",
    "stifinner/model/",
    "stifinner/review/cohorts.py",
    "stifinner/review/gatherings/clocks.py",
    "stifinner/review/gatherings/schedules.py",
    "pydantic",
)
"""Who may read when a gathering is: occurrences; the model itself; the rules of what an editor wrote of it; and what
tells that a gathering is new, by «meldt» on top of its file."""


def test_only_occurrences_read_when_a_gathering_is(monkeypatch):
    read: set[tuple[str, str]] = set()

    def traced(item: Gathering, name: str) -> object:
        if name in DATES:
            read.add((name, sys._getframe(1).f_code.co_filename))
        return object.__getattribute__(item, name)

    monkeypatch.setattr(Gathering, "__getattribute__", traced, raising=False)
    portal = build_portal(CONTENT, name="Portal")
    assert portal.pages
    assert {name for name, _ in read} == DATES
    strangers = {(name, file) for name, file in read if not any(reader in file for reader in READERS)}
    # References are looked for in every attribute that declares one, and a date may name another gathering.
    assert {(name, file.rpartition("stifinner/")[2]) for name, file in strangers} == {
        ("date", "graph/known.py"),
        ("date", "graph/rules/references.py"),
        ("schedule", "graph/known.py"),
        ("schedule", "graph/rules/references.py"),
        # Words of a place may name the place's file.
        ("place", "graph/known.py"),
        ("place", "graph/rules/references.py"),
        ("place", "graph/rules/places.py"),
        ("schedule", "graph/rules/places.py"),
        # An address beside a place whose file has another is told.
        ("address", "graph/rules/places.py"),
    }


def test_no_other_module_asks_a_gathering_for_its_date():
    root = Path(stifinner.__file__).parent
    files = {file.relative_to(root.parent).as_posix(): file for file in root.rglob("*.py")}
    asking = {name for name, file in files.items() if set(asked_of_gatherings(file))}
    assert {name for name in asking if not name.startswith(READERS)} == set()
    assert "stifinner/graph/occurrences.py" in asking


def asked_of_gatherings(file: Path) -> Iterator[str]:
    """What a module asks of whatever it calls a gathering (``gathering.date``, ``stop.gathering.place``).

    What a page's view has under that name is a brief, made of an occurrence.
    """
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in DATES:
            owner = node.value
            name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
            if name == "gathering" and not ast.unparse(owner).startswith("page."):
                yield node.attr


@pytest.mark.parametrize(
    ("dates", "path"),
    [
        # What is undated stands where the list has it; last, in the order of the list, where nothing dated follows.
        (("c: 1. mai 2027", "b: dato kommer", "d: 3. mai 2027", "e: dato kommer", "a: dato kommer"), "cbdea"),
        (("b: dato kommer", "a: 1. mai 2027"), "ba"),
        (("a: dato kommer", "c: 1. mai 2027", "b: 2. april 2027"), "abc"),
        # Days win over the list: a line that was moved, and not put elsewhere in the file.
        (("a: 9. juni 2027", "b: dato kommer", "c: 2. mai 2027"), "cab"),
        (("a: november", "c: dato kommer", "b: dato kommer"), "acb"),
        (("a: 1. mai 2027", "b: mai 2027", "c: dato kommer", "d: juni 2027"), "abcd"),
    ],
)
def test_undated_gatherings_stand_as_in_the_list_of_the_cohort(tmp_path: Path, dates: tuple[str, ...], path: str):
    lines = [f"- [{line[0].upper()}](../samlinger/{line[0]}.md){line[1:]}" for line in dates]
    files = {f"programmer/p/samlinger/{id}.md": f"# {id.upper()}\n\nOm {id}.\n" for id in path}
    cohort = "# K\n\nOm K.\n\n## Datoer\n\n" + "\n".join(lines) + "\n"
    portal = portal_of(tmp_path, {**files, "programmer/p/kull/k.md": cohort})
    occurrences = portal.graph.by_id["p"].occurrences
    assert "".join(stop.id for stop in occurrences.paths["k"]) == path
    assert "".join(stop.id for stop in occurrences.path) == path


def test_cohort_that_is_over_has_no_date_to_come(tmp_path: Path):
    files = {f"programmer/p/samlinger/{id}.md": f"# {id.upper()}\n\nOm {id}.\n" for id in "ab"}
    old = "---\ntilstand: avsluttet\n---\n# Gammelt\n\nOver.\n"
    new = "# Nytt\n\nOm.\n\n## Datoer\n\n- [A](../samlinger/a.md): 1. mai 2027\n- [B](../samlinger/b.md): mai 2027\n"
    kull = {"programmer/p/kull/g.md": old, "programmer/p/kull/n.md": new}
    occurrences = portal_of(tmp_path, {**files, **kull}).graph.by_id["p"].occurrences
    assert [(stop.id, stop.when.text) for stop in occurrences.all] == [("a", "1. mai 2027"), ("b", "Mai 2027")]
    assert len(occurrences.paths["g"]) == 2


def test_first_cohort_takes_over_the_dates_of_gatherings_and_a_later_one_leaves_them(tmp_path: Path):
    facts = {
        "a": "",
        "b": "dato: 1. mai 2027\ntid: 9–11",
        "c": "kull: k",
        "d": "dato: etter b",
        "e": "dato: mai 2028",
    }
    files = {f"programmer/p/samlinger/{id}.md": f"---\n{said}\n---\n# {id.upper()}\n" for id, said in facts.items()}
    cohort = {"programmer/p/kull/k.md": "# K\n\nOm K.\n"}
    parts = portal_of(tmp_path, {**files, **cohort}).graph.by_id["p"]
    gatherings, cohorts = parts.of(Gathering), parts.occurrences.cohorts
    assert {one.id: date for one, date in begin_cohort(gatherings, ())} == {
        "a": "", "b": "1. mai 2027", "e": "Mai 2028"
    }  # fmt: skip
    assert {one.id: date for one, date in begin_cohort(gatherings, cohorts)} == {"a": ""}
