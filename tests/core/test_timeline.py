"""Where things stand on the timeline."""

from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.portal import build_portal
from stifinner.views.pages.programme import ProgrammePage
from stifinner.views.timeline.layout import COLUMNS

CONTENT = Path(__file__).parents[2] / "content"


def timeline_of(portal, programme):
    return next(
        p.view.timeline for p in portal.pages if isinstance(p.view, ProgrammePage) and p.view.programme.id == programme
    )


def roles(*ids):
    return {f"programmer/p/roller/{id}.md": f"---\nflertall: {id}e\n---\n# {id.capitalize()}\n" for id in ids}


def gatherings(**facts):
    return {f"programmer/p/samlinger/{id}.md": f"---\n{said}\n---\n# Samling {id}\n" for id, said in facts.items()}


@pytest.mark.sample
def test_the_way_of_trygge_fagfolk_stands_as_drawn():
    timeline = timeline_of(build_portal(CONTENT, name="Portalen"), "trygge-fagfolk")
    assert [lane.name for lane in timeline.lanes] == ["Ledere og fagutviklere", "Ansatte"]
    assert [(i.title, i.lane, i.column, i.date.text, i.arrow, i.bar) for i in timeline.items] == [
        ("Kick-off", "upper", 1, "onsdag 31. august 2022", False, None),
        ("Kick-off for alle ansatte", "lower", 2, "onsdag 12. oktober 2022", False, None),
        ("Lederen som kulturbygger", "upper", 3, "tirsdag 1. november 2022", True, None),
        ("Personalsamling 1", "lower", 4, "Dato kommer", False, None),
        ("Mellomarbeid", "upper", 5, "Til samlingen onsdag 8. februar 2023", False, 2),
        ("Lederen som relasjonsbygger", "upper", 7, "Dato kommer", True, None),
        ("Personalsamling 2", "lower", 8, "Dato kommer", False, None),
        ("Lederen som menneske", "upper", 9, "Dato kommer", True, None),
        ("Personalsamling 3", "lower", 10, "Dato kommer", False, None),
        ("Lederen som praksisutvikler", "upper", 11, "Etter personalsamling 3", False, None),
    ]
    assert {item.row for item in timeline.items} == {1}
    assert [item.address for item in timeline.items if item.title.startswith("Personal")] == [None, None, None]


def test_one_audience_walks_one_lane(tmp_path):
    timeline = timeline_of(portal_of(tmp_path, {**roles("leder"), **gatherings(a="for: leder", b="for: leder")}), "p")
    assert [lane.name for lane in timeline.lanes] == ["Ledere"]
    assert [(item.lane, item.column) for item in timeline.items] == [("upper", 1), ("upper", 3)]


@pytest.mark.parametrize(
    ("audience", "name"), [("leder", "Ledere"), ("ansatt", "Ansatte"), ("", "Alle"), ("ansatt, vikar", "Vikare")]
)
def test_the_lower_lane_is_named_after_those_who_walk_it(audience: str, name: str, tmp_path):
    whom = f"for: {audience}\n" if audience else ""
    files = gatherings(a="for: leder, ansatt\nnummer: 1", b=f"{whom}nummer: 2")
    timeline = timeline_of(portal_of(tmp_path, {**roles("leder", "ansatt", "vikar"), **files}), "p")
    assert [lane.name for lane in timeline.lanes] == ["Ansatte og ledere", name]


def test_gathering_for_everyone_stands_with_the_larger_group(tmp_path):
    files = gatherings(a="for: leder\nforbereder: b\nnummer: 1", b="for: ansatt", c="for: leder, ansatt\nnummer: 9")
    timeline = timeline_of(portal_of(tmp_path, {**roles("leder", "ansatt"), **files}), "p")
    assert [(item.title, item.lane) for item in timeline.items] == [
        ("Samling a", "upper"),
        ("Samling b", "lower"),
        ("Samling c", "lower"),
    ]


def test_long_programme_takes_rows_of_about_the_same_length(tmp_path):
    many = {f"s{n:02}": f"dato: {n}. mai 2027\nfor: leder" for n in range(1, 31)}
    timeline = timeline_of(portal_of(tmp_path, {**roles("leder"), **gatherings(**many)}), "p")
    rows = [item.row for item in timeline.items]
    assert [rows.count(row.number) for row in timeline.rows] == [6, 6, 6, 6, 6]
    assert all(item.column + item.width <= COLUMNS + 1 for item in timeline.items)


def test_what_prepares_is_never_parted_from_its_follower(tmp_path):
    pairs = {}
    for n in range(1, 12):
        pairs[f"l{n:02}"] = f"for: leder\nnummer: {n}\nforbereder: a{n:02}"
        pairs[f"a{n:02}"] = "for: ansatt"
    timeline = timeline_of(portal_of(tmp_path, {**roles("leder", "ansatt"), **gatherings(**pairs)}), "p")
    assert [item.arrow for item in timeline.items] == [True, False] * 11


def test_work_between_stands_before_what_comes_when_it_is_due(tmp_path):
    files = {
        **gatherings(b="dato: 3. mai 2027", c="dato: 8. mai 2027", d="dato: 9. mai 2027"),
        "programmer/p/samlinger/a.md": "---\ndato: 1. mai 2027\n---\n# A\n\n## Mellomarbeid til 8. mai 2027\n\nLes.\n",
    }
    timeline = timeline_of(portal_of(tmp_path, files), "p")
    assert [item.title for item in timeline.items] == ["A", "Samling b", "Mellomarbeid", "Samling c", "Samling d"]


def test_no_gatherings_no_timeline(tmp_path):
    assert timeline_of(portal_of(tmp_path, {}), "p") is None
