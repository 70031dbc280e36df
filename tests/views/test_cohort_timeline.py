"""The timelines of a programme with cohorts, whole: of one cohort, and of a reader whose cohort is not known."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.builder import portal_of
from stifinner.portal import Portal
from stifinner.views.parts.cohort_shown import StopLine
from stifinner.views.parts.date_shown import DateShown
from stifinner.views.parts.dues import DatedStep
from stifinner.views.timeline.path import TimelinePath
from stifinner.views.timeline.shown import Lane, LegendEntry, RoleChoice, Timeline, TimelineItem, TimelineRow
from views.pieces import P, item, on_day, said, view_at
from views.two_cohorts import (
    FAGDAG,
    FAGDAG_1,
    FELLES_1,
    FELLES_ALL,
    FILES,
    HUS,
    HUS_1,
    KVELD,
    KVELD_1,
    LEADERS,
    SAMTALE,
    SAMTALE_1,
    SLUTT,
    SLUTT_1,
    STAFF,
    START,
    START_1,
    VEILEDNING,
    VEILEDNING_1,
    VERKSTED,
    VERKSTED_1,
    at,
)

LANES = (Lane("upper", "Ledere", "person"), Lane("lower", "Ansatte", "people"))
CHOICES = (RoleChoice("ansatt", "Ansatte"), RoleChoice("leder", "Ledere"))
LEGEND = (
    LegendEntry("kick-off", "Kick-off"),
    LegendEntry("gathering", "Samling"),
    LegendEntry("supervision", "Veiledning"),
    LegendEntry("between", "Arbeid mellom samlingene"),
)
WORK = "samlinger_start_mellomarbeid"
STAFF_AND_HOLDER = {**STAFF, "roles": ("ansatt", "leder")}


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return portal_of(tmp_path_factory.mktemp("cohorts"), FILES)


def mark(of: StopLine, **more: Any) -> TimelineItem:
    """The mark of a stop, with its place below; one for everyone stands in the lower lane."""
    id = (of.address or "").partition("?")[0].removesuffix("/").rpartition("/")[2]
    kind = {"kick-off": "Kick-off", "supervision": "Veiledning"}.get(of.shape, "Samling")
    lane = "upper" if more.get("roles") == ("leder",) else "lower"
    usual = {
        "title": of.name,
        "address": of.address,
        "shape": of.shape,
        "kind": kind,
        "lane": lane,
        "note": of.place,
        "stop": of.stop,
    }
    return item(id, of.date, **{**usual, **more})


def work(due: DateShown, step: DateShown, **more: Any) -> TimelineItem:
    """The work between that the first gathering gives, with its one step."""
    return item(
        "start",
        due,
        anchor=WORK,
        title="Mellomarbeid",
        shape="between",
        kind="Arbeid mellom samlingene",
        lane="lower",
        is_work=True,
        bar=6,
        steps=(DatedStep(step, said("Les")),),
        **{"address": f"{P}samlinger/start/#mellomarbeid", **more},
    )


def test_timeline_of_a_cohort_shows_what_became_of_its_dates(portal: Portal):
    due = replace(
        on_day("3.", "februar", "2027", "2027-02-03"),
        text="Til Verksted, onsdag 3. februar 2027",
        short="Til Verksted, ons. 3. februar 2027",
    )
    step = replace(
        on_day("22.", "oktober", "2026", "2026-10-22"),
        text="Til Fagdag, torsdag 22. oktober 2026",
        short="Til Fagdag, tor. 22. oktober 2026",
    )
    first, second = VERKSTED_1
    assert view_at(portal, f"{P}kull/kull-1/").timeline == Timeline(
        lanes=LANES,
        rows=(TimelineRow(1, "September 2026 – februar 2027"), TimelineRow(2, "Februar–mai 2027")),
        choices=CHOICES,
        items=(
            mark(START_1, column=1),
            mark(FAGDAG_1, **LEADERS, column=2),
            mark(KVELD_1, **STAFF_AND_HOLDER, column=3, width=4),
            mark(VEILEDNING_1, **LEADERS, column=4),
            mark(SAMTALE_1, **LEADERS, column=6),
            work(due, step, address=at("start", 1, "#mellomarbeid"), column=7, width=4, ends_lane=True),
            mark(first, **LEADERS, column=8, width=4, ends_lane=True),
            mark(second, **LEADERS, anchor="samlinger_verksted_2", row=2, column=1, width=4, ends_lane=True),
            mark(FELLES_1, row=2, column=2),
            mark(HUS_1, **STAFF, row=2, column=4, loose=True),
            mark(SLUTT_1, row=2, column=6, width=4, loose=True, ends_lane=True, last=True),
        ),
        columns=9,
        paths=(
            TimelinePath(2, carries=(WORK,)),
            TimelinePath(2, carries=(WORK,)),
            TimelinePath(4, carries=(WORK,)),
            TimelinePath(2, carries=(WORK,)),
            TimelinePath(2, carries=(WORK,)),
            TimelinePath(3, goes_on=True),
            TimelinePath(2, goes_on=True),
            TimelinePath(9, comes_from=True),
            TimelinePath(2, comes_from=True),
            TimelinePath(2),
            TimelinePath(4),
        ),
        legend=LEGEND,
    )


def test_timeline_of_the_programme_claims_no_date_that_varies(portal: Portal):
    due, step = (DateShown(text, "open", rest=text) for text in ("Til Verksted", "Til Fagdag"))
    assert view_at(portal, P).timeline == Timeline(
        lanes=LANES,
        rows=(TimelineRow(1, ""), TimelineRow(2, "")),
        choices=CHOICES,
        items=(
            mark(START, column=1, loose=True),
            mark(FAGDAG, **LEADERS, column=2, loose=True),
            mark(KVELD, **STAFF_AND_HOLDER, column=3, width=4, loose=True),
            mark(VEILEDNING, **LEADERS, column=4, loose=True),
            mark(SAMTALE, **LEADERS, column=6, width=4, loose=True, ends_lane=True),
            work(due, step, column=7, width=4, loose=True, ends_lane=True),
            mark(VERKSTED, **LEADERS, row=2, column=1, width=4, loose=True, ends_lane=True),
            mark(FELLES_ALL, row=2, column=2),
            mark(HUS, **STAFF, row=2, column=4, loose=True),
            mark(SLUTT, row=2, column=6, width=4, loose=True, ends_lane=True, last=True),
        ),
        columns=8,
        paths=(
            TimelinePath(2, carries=(WORK,)),
            TimelinePath(2, carries=(WORK,)),
            TimelinePath(4, carries=(WORK,)),
            TimelinePath(2, carries=(WORK,)),
            TimelinePath(3, goes_on=True, carries=(WORK,)),
            TimelinePath(2, goes_on=True),
            TimelinePath(8, comes_from=True, comes_loose=True),
            TimelinePath(2, comes_from=True, comes_loose=True),
            TimelinePath(2),
            TimelinePath(3),
        ),
        legend=LEGEND,
    )


def test_work_that_a_choice_gives_is_no_choice_itself(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "# A\n\n## Mellomarbeid til B\n\nLes.\n",
        f"{P}samlinger/b.md": "# B\n",
        f"{P}kull/k.md": (
            "# Kull 1\n\n## Datoer\n\n- [A](../samlinger/a.md): velg én\n  - 1. mai 2027\n  - 2. mai 2027\n"
            "- [B](../samlinger/b.md): 1. juni 2027\n"
        ),
    }
    timeline = view_at(portal_of(tmp_path, files), f"{P}kull/k/").timeline
    assert [(one.anchor, one.column, one.width, one.stop is None) for one in timeline.items] == [
        ("samlinger_a", 1, 4, False),
        ("samlinger_a_mellomarbeid", 5, 2, True),
        ("samlinger_b", 7, 4, True),
    ]
    assert (timeline.columns, [path.distance for path in timeline.paths]) == (8, [4, 2, 2])


@pytest.mark.parametrize(
    ("dates", "anchors"),
    [
        (("dato kommer", "dato kommer"), ["samlinger_a"]),
        (("1. mai 2027", "dato kommer", "dato kommer"), ["samlinger_a", "samlinger_a_2_3"]),
        (("dato kommer", "1. mai 2027", "dato kommer"), ["samlinger_a_2", "samlinger_a"]),
    ],
)
def test_each_mark_of_a_gathering_in_parts_has_a_place_of_its_own(
    dates: tuple[str, ...], anchors: list[str], tmp_path: Path
):
    below = "".join(f"  - {date}\n" for date in dates)
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "# A\n",
        f"{P}kull/k.md": f"# Kull 1\n\n## Datoer\n\n- [A](../samlinger/a.md): alle\n{below}",
    }
    timeline = view_at(portal_of(tmp_path, files), f"{P}kull/k/").timeline
    assert [one.anchor for one in timeline.items] == anchors
