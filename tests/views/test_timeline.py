"""The timeline and its miniature, whole: lanes, places, bars, and the path between."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.builder import portal_of
from stifinner.views.timeline.path import PathStep, TimelinePath, lay_paths
from stifinner.views.timeline.shown import (
    Lane,
    MiniStep,
    RoleChoice,
    Timeline,
    TimelineRow,
)
from views.pieces import OPEN, P, item, on_day, view_at

ROLES: dict[str, str | bytes] = {
    f"{P}roller/leder.md": "---\nflertall: ledere\n---\n# Leder\n",
    f"{P}roller/ansatt.md": "---\nflertall: ansatte\n---\n# Ansatt\n",
    f"{P}roller/vikar.md": "---\nflertall: vikarer\n---\n# Vikar\n",
}
BOTH_LANES: dict[str, str | bytes] = {
    **ROLES,
    f"{P}samlinger/a.md": (
        "---\ntype: kick-off\ndato: 31. august 2026\nsted: Losby\nfor: leder\nforbereder: b\n---\n# A\n\nOm a.\n"
    ),
    f"{P}samlinger/b.md": "---\ndato: 12. oktober 2026\nfor: ansatt\nholdes av: leder\n---\n# B\n\nOm b.\n",
    f"{P}samlinger/c.md": (
        "---\ndato: 1.–2. november 2026\nfor: leder\n---\n# C\n\n## Mellomarbeid til 8. februar 2027\n\nLes.\n"
    ),
    f"{P}samlinger/d.md": "---\nfor: leder\nforbereder: e\n---\n# D\n",
    f"{P}samlinger/e.md": "---\nbare omtalt: ja\nsted: Her\nfor: ansatt\n---\n# E\n\nOm e.\n",
    f"{P}samlinger/f.md": "---\ndato: 8. februar 2027\n---\n# F\n",
}


def timeline_of(folder: Path, files: dict[str, str | bytes]) -> Timeline:
    timeline = view_at(portal_of(folder, files), P).timeline
    assert isinstance(timeline, Timeline)
    return timeline


def test_timeline_with_two_lanes_stands_as_drawn(tmp_path: Path):
    leders: dict[str, Any] = {"audience": "Ledere", "roles": ("leder",)}
    due = replace(
        on_day("8.", "februar", "2027", "2027-02-08"),
        text="Til samlingen mandag 8. februar 2027",
        short="Til samlingen man. 8. februar 2027",
    )
    assert timeline_of(tmp_path, BOTH_LANES) == Timeline(
        lanes=(Lane("upper", "Ledere", "person"), Lane("lower", "Ansatte", "people")),
        rows=(TimelineRow(1, ""),),
        choices=(RoleChoice("ansatt", "Ansatte"), RoleChoice("leder", "Ledere")),
        items=(
            item(
                "a",
                on_day("31.", "august", "2026", "2026-08-31"),
                shape="kick-off",
                kind="Kick-off",
                **leders,
                column=1,
                note="Losby",
                prepares="Gjør deg klar til å holde b",
                arrow=True,
            ),
            item(
                "b",
                on_day("12.", "oktober", "2026", "2026-10-12"),
                audience="Ansatte",
                lane="lower",
                roles=("ansatt", "leder"),
                column=2,
                width=4,
            ),
            item(
                "c",
                on_day("1.–2.", "november", "2026", "2026-11-01", "2026-11-02"),
                shape="gathering-two-days",
                **leders,
                column=3,
            ),
            item(
                "c",
                due,
                anchor="samlinger_c_mellomarbeid",
                title="Mellomarbeid",
                address=f"{P}samlinger/c/#mellomarbeid",
                shape="between",
                kind="Arbeid mellom samlingene",
                **leders,
                column=5,
                bar=2,
                is_work=True,
                loose=True,
            ),
            item("f", on_day("8.", "februar", "2027", "2027-02-08"), lane="lower", column=6, loose=True),
            item(
                "d", OPEN, **leders, column=7, width=4, prepares="Forbereder e", arrow=True, loose=True, ends_lane=True
            ),
            item(
                "e",
                OPEN,
                address=None,
                audience="Ansatte",
                lane="lower",
                roles=("ansatt",),
                column=8,
                width=4,
                note="Her",
                loose=True,
                ends_lane=True,
                last=True,
            ),
        ),
        columns=9,
        paths=(
            TimelinePath(2),
            TimelinePath(4),
            TimelinePath(2, carries=("samlinger_c_mellomarbeid",)),
            TimelinePath(2),
            TimelinePath(2),
            TimelinePath(3),
            TimelinePath(2),
        ),
        legend=(
            ("kick-off", "Kick-off"),
            ("gathering", "Samling"),
            ("gathering-two-days", "Samling over flere dager"),
            ("between", "Arbeid mellom samlingene"),
        ),
    )


def test_mini_timeline_has_the_same_steps_with_their_days(tmp_path: Path):
    assert view_at(portal_of(tmp_path, BOTH_LANES), "").programmes[0].steps == (
        MiniStep("kick-off", "2026-08-31", "2026-08-31", False),
        MiniStep("gathering", "2026-10-12", "2026-10-12", False),
        MiniStep("gathering-two-days", "2026-11-01", "2026-11-02", False),
        MiniStep("between", "2027-02-08", "2027-02-08", True),
        MiniStep("gathering", "2027-02-08", "2027-02-08", False),
        MiniStep("gathering", "", "", False),
        MiniStep("gathering", "", "", False),
    )


def test_mini_step_of_work_without_a_due_day_has_no_date(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "---\ndato: mai 2027\n---\n# A\n\n## Mellomarbeid\n\nLes.\n",
    }
    assert view_at(portal_of(tmp_path, files), "").programmes[0].steps == (
        MiniStep("gathering", "2027-05-01", "2027-05-31", False),
        MiniStep("between", "", "", True),
    )


DAYS = (
    *("5. januar 2027", "5. mai 2027", "6. mai 2027", "7. mai 2027", "5. januar 2028"),
    *("2. februar 2028", "2. mars 2028", "2. april 2028", "2. mai 2028", "2. juni 2028"),
    *("1. september 2028", "12. september 2028", "kommer"),
)


def test_timeline_of_several_rows_names_them_by_their_months(tmp_path: Path):
    files = {
        f"{P}samlinger/g{number:02}.md": f"---\ndato: {day}\n---\n# G{number}\n"
        + ("\n## Mellomarbeid til 10. september 2028\n\nLes.\n" if number == 10 else "")
        for number, day in enumerate(DAYS, start=1)
    }
    timeline = timeline_of(tmp_path, files)
    assert timeline.rows == (
        TimelineRow(1, "Januar 2027 – januar 2028"),
        TimelineRow(2, "Februar–juni 2028"),
        TimelineRow(3, "September 2028"),
    )
    assert [
        (one.title, one.row, one.column, one.width, one.bar, one.loose, one.ends_lane, one.last)
        for one in timeline.items
    ] == [
        ("G1", 1, 1, 2, None, False, False, False),
        ("G2", 1, 3, 2, None, False, False, False),
        ("G3", 1, 5, 2, None, False, False, False),
        ("G4", 1, 7, 2, None, False, False, False),
        ("G5", 1, 9, 4, None, False, True, False),
        ("G6", 2, 1, 2, None, False, False, False),
        ("G7", 2, 3, 2, None, False, False, False),
        ("G8", 2, 5, 2, None, False, False, False),
        ("G9", 2, 7, 2, None, False, False, False),
        ("G10", 2, 9, 4, None, False, True, False),
        ("G11", 3, 1, 2, None, False, False, False),
        ("Mellomarbeid", 3, 3, 2, 2, False, False, False),
        ("G12", 3, 5, 2, None, True, False, False),
        ("G13", 3, 7, 4, None, True, True, True),
    ]
    work = (timeline.items[11].anchor,)
    straight = (TimelinePath(2),) * 3
    assert timeline.paths == (
        *(TimelinePath(2), *straight, TimelinePath(2, goes_on=True)),
        *(TimelinePath(2, comes_from=True), *straight, TimelinePath(2, goes_on=True, bar_out=True, carries=work)),
        *(TimelinePath(2, comes_from=True, carries=work), TimelinePath(2), TimelinePath(2), TimelinePath(4)),
    )


def test_path_carries_all_work_that_is_given_and_not_yet_due():
    stands = (
        PathStep(True, 1, 1, None, "", None),
        PathStep(False, 1, 2, None, "", None),
        PathStep(True, 1, 3, 0, "one", 2),
        PathStep(True, 2, 1, 1, "other", 0),
        PathStep(True, 2, 3, None, "", None),
    )
    assert lay_paths(stands, 8, [False, False, True, False, False]) == (
        TimelinePath(2, carries=("one",)),
        TimelinePath(7, carries=("one", "other")),
        TimelinePath(6, goes_on=True, carries=("other",)),
        TimelinePath(2, comes_from=True, comes_loose=True, bar_in=True),
        TimelinePath(6),
    )


def test_work_of_a_gathering_without_a_page_is_carried_by_nobody():
    stands = (PathStep(True, 1, 1, None, "", None), PathStep(True, 2, 1, 0, "", 0))
    assert lay_paths(stands, 8, [False, False]) == (
        TimelinePath(8, goes_on=True),
        TimelinePath(8, comes_from=True, bar_in=True),
    )


def test_rows_hold_all_items_in_their_order(tmp_path: Path):
    files = {f"{P}samlinger/g{number:03}.md": f"---\nnummer: {number}\n---\n# G{number}\n" for number in range(1, 122)}
    timeline = timeline_of(tmp_path, files)
    rows = list(timeline.by_row)
    assert [row for row, _ in rows] == list(timeline.rows)
    assert [(row.number, one) for row, some in rows for one, _ in some] == [(one.row, one) for one in timeline.items]
    assert [one for _, some in rows for one in some] == list(zip(timeline.items, timeline.paths, strict=True))


def test_timeline_of_twelve_in_one_lane_has_two_full_rows(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/g{day:02}.md": f"---\ndato: {day}. mai 2027\n---\n# G{day}\n" for day in range(1, 13)
    }
    timeline = timeline_of(tmp_path, files)
    assert timeline.rows == (TimelineRow(1, "Mai 2027"), TimelineRow(2, "Mai 2027"))
    assert [(one.row, one.column, one.width) for one in timeline.items] == [
        (row, column, width) for row in (1, 2) for column, width in ((1, 2), (3, 2), (5, 2), (7, 2), (9, 2), (11, 3))
    ]


def test_twelve_in_two_lanes_fill_one_row(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/g{day:02}.md": (
            f"---\ndato: {day}. mai 2027\nfor: {'leder' if day % 2 else 'ansatt'}\n---\n# G{day}\n"
        )
        for day in range(1, 13)
    }
    timeline = timeline_of(tmp_path, {**ROLES, **files})
    assert timeline.rows == (TimelineRow(1, ""),)
    assert [(one.lane, one.column, one.width) for one in timeline.items] == [
        ("upper" if column % 2 else "lower", column, 2 if column != 11 else 3) for column in range(1, 13)
    ]


@pytest.mark.parametrize("choices", [{1}, {6}, {13}, {1, 2, 3}, {4, 8, 12}, set(range(1, 14))])
@pytest.mark.parametrize("lanes", [1, 2])
def test_two_ways_have_the_room_of_two_steps_before_the_next_in_their_lane(
    choices: set[int], lanes: int, tmp_path: Path
):
    def body(day: int) -> str:
        role = "" if lanes == 1 else "for: leder\n" if day % 2 else "for: ansatt\n"
        when = f"## Datoer\n\n- velg én\n  - {day}. mai 2027\n  - {day}. juni 2027\n" if day in choices else ""
        return f"---\n{role}{'' if when else f'dato: {day}. mai 2027'}\n---\n# G{day}\n\n{when}"

    timeline = timeline_of(tmp_path, {**ROLES, **{f"{P}samlinger/g{day:02}.md": body(day) for day in range(1, 14)}})
    forks = [pair for _, pairs in timeline.by_row for pair in pairs if pair[0].stop]
    assert [one.title for one, _ in forks] == [f"G{day}" for day in sorted(choices)]
    assert [(one.width, path.distance) for one, path in forks if min(one.width, path.distance) < 4] == []
    assert all(one.column + 3 <= timeline.columns for one, _ in forks)


def test_undated_row_has_no_title(tmp_path: Path):
    files: dict[str, str | bytes] = {f"{P}samlinger/g{n:02}.md": f"# G{n}\n" for n in range(1, 9)}
    assert timeline_of(tmp_path, files).rows == (TimelineRow(1, ""), TimelineRow(2, ""))


def steps(timeline: Timeline) -> list[tuple[str, str, int]]:
    return [(one.title, one.lane, one.column) for one in timeline.items]


@pytest.mark.parametrize("due", ["", " til 3. mai 2027", " til 4. mai 2027"])
def test_work_between_stands_before_what_comes_next_for_the_same_people(due: str, tmp_path: Path):
    files: dict[str, str | bytes] = {
        **ROLES,
        f"{P}samlinger/a.md": f"---\ndato: 1. mai 2027\nfor: leder\n---\n# A\n\n## Mellomarbeid{due}\n\nLes.\n",
        f"{P}samlinger/b.md": "---\ndato: 2. mai 2027\nfor: ansatt\n---\n# B\n",
        f"{P}samlinger/c.md": "---\ndato: 4. mai 2027\nfor: leder\n---\n# C\n",
    }
    assert steps(timeline_of(tmp_path, files)) == [
        ("A", "upper", 1),
        ("B", "lower", 2),
        ("Mellomarbeid", "upper", 3),
        ("C", "upper", 5),
    ]


def test_work_between_of_two_gatherings_stands_in_their_order(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "---\ndato: 1. mai 2027\n---\n# A\n\n## Mellomarbeid til 1. juni 2027\n\nLes.\n",
        f"{P}samlinger/b.md": "---\ndato: 2. mai 2027\n---\n# B\n\n## Mellomarbeid\n\nSkriv.\n",
        f"{P}samlinger/c.md": "---\ndato: 1. juli 2027\n---\n# C\n",
    }
    timeline = timeline_of(tmp_path, files)
    assert [(one.title, one.column, one.bar, one.date.text) for one in timeline.items] == [
        ("A", 1, None, "lørdag 1. mai 2027"),
        ("B", 3, None, "søndag 2. mai 2027"),
        ("Mellomarbeid", 5, 4, "Til tirsdag 1. juni 2027"),
        ("Mellomarbeid", 7, 4, "Til neste samling"),
        ("C", 9, None, "torsdag 1. juli 2027"),
    ]


def test_upper_lane_belongs_to_those_who_first_prepare_others(tmp_path: Path):
    files: dict[str, str | bytes] = {
        **ROLES,
        f"{P}samlinger/a.md": "---\nfor: vikar\nnummer: 1\n---\n# A\n",
        f"{P}samlinger/b.md": "---\nfor: leder\nnummer: 2\nforbereder: c\n---\n# B\n",
        f"{P}samlinger/c.md": "---\nfor: ansatt\nforbereder: d\n---\n# C\n",
        f"{P}samlinger/d.md": "---\nfor: vikar\nnummer: 4\n---\n# D\n",
    }
    timeline = timeline_of(tmp_path, files)
    assert timeline.lanes == (Lane("upper", "Ledere", "person"), Lane("lower", "Ansatte og vikarer", "people"))
    assert [(one.title, one.lane, one.column, one.arrow, one.prepares) for one in timeline.items] == [
        ("A", "lower", 1, False, ""),
        ("B", "upper", 2, True, "Forbereder c"),
        ("C", "lower", 3, False, "Forbereder d"),
        ("D", "lower", 5, False, ""),
    ]


def test_gatherings_for_all_stand_in_one_lane_without_a_choice_of_role(tmp_path: Path):
    files: dict[str, str | bytes] = {
        **ROLES,
        f"{P}samlinger/a.md": "---\nholdes av: leder\n---\n# A\n",
        f"{P}samlinger/b.md": "# B\n",
    }
    timeline = timeline_of(tmp_path, files)
    assert (timeline.lanes, timeline.choices) == ((Lane("upper", "", "person"),), ())
    assert [one.roles for one in timeline.items] == [(), ()]


def test_arrow_needs_the_prepared_gathering_right_beside_and_below(tmp_path: Path):
    files: dict[str, str | bytes] = {
        **ROLES,
        f"{P}samlinger/a.md": "---\ndato: 1. mai 2027\nfor: leder\nforbereder: c\n---\n# A\n",
        f"{P}samlinger/b.md": "---\ndato: 2. mai 2027\nfor: ansatt\n---\n# B\n",
        f"{P}samlinger/c.md": "---\ndato: 3. mai 2027\nfor: ansatt\n---\n# Om alt\n",
    }
    assert [(one.title, one.column, one.arrow, one.prepares) for one in timeline_of(tmp_path, files).items] == [
        ("A", 1, False, "Forbereder «Om alt»"),
        ("B", 2, False, ""),
        ("Om alt", 4, False, ""),
    ]
