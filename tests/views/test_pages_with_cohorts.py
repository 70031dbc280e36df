"""The pages of a role and of a programme with cohorts: in one of them, and whichever it is."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.builder import portal_of
from stifinner.portal import Portal
from stifinner.views.calendars.shown import Narrower
from stifinner.views.pages.programme import ProgrammePage, RoleRow
from stifinner.views.pages.role import RolePage, UpNext, WayStep
from stifinner.views.parts.cohort_shown import Door, StopLine
from stifinner.views.parts.date_shown import DateShown
from stifinner.views.parts.dues import DatedStep
from stifinner.views.parts.elements import NOTHING, Link, TaskLine
from stifinner.views.parts.prints import Prints
from stifinner.views.parts.sign_ups import SignUpRow
from views.pieces import MARK, P, card, item, line, link, offer, on_day, point, said, view_at
from views.two_cohorts import (
    FAGDAG,
    FAGDAG_1,
    FELLES_1,
    FELLES_ALL,
    FILES,
    HUS_2,
    KVELD,
    KVELD_1,
    LEADERS,
    RECENT,
    RECENT_1,
    SAMTALE,
    SAMTALE_1,
    SIGN_UP_1,
    SLUTT,
    SLUTT_1,
    STAFF,
    START,
    START_1,
    STATE_1,
    STATE_2,
    VEILEDNING,
    VEILEDNING_1,
    VERKSTED,
    VERKSTED_1,
    WAY_1,
    WAY_2,
    WITHIN,
    at,
    brief_of,
    shown,
)

WORK = link("Mellomarbeid", "samlinger/start/#mellomarbeid")
WORK_1 = Link("Mellomarbeid", at("start", 1, "#mellomarbeid"))
IN_COHORTS = Narrower(
    "Er du i et kull, abonner heller fra siden til kullet. Da får du bare det som gjelder deg:",
    (link("Kull 1", "kull/kull-1/"), link("Kull 2", "kull/kull-2/")),
)
NO_CLOCK = "Klokkeslett er ikke oppgitt."
WAY_OF_LEADER_1 = (START_1, FAGDAG_1, KVELD_1, VEILEDNING_1, SAMTALE_1, *VERKSTED_1, FELLES_1, SLUTT_1)
WAY_OF_LEADER_2 = tuple(one for one in WAY_2 if one is not HUS_2)


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return portal_of(tmp_path_factory.mktemp("cohorts"), FILES)


def up(of: StopLine, whose: dict[str, Any] | None = None, gap: str = "", **more: Any) -> UpNext:
    """The card of a stop."""
    return card(gathering=brief_of(of, **(whose or {})), gap=gap, **more)


def step(of: StopLine, **more: Any) -> WayStep:
    """A step of a role's way."""
    return WayStep(of.name, of.address, of.shape, of.date, of.place, False, stop=of.stop, **more)


def work(due: DateShown, fagdag: DateShown, of: Link = WORK) -> WayStep:
    """The work between that the first gathering gives, with its one step."""
    steps = (DatedStep(fagdag, said("Les")),)
    return WayStep("Mellomarbeid", of.address, "between", due, "", True, steps=steps)


def undated(text: str) -> DateShown:
    return DateShown(text, "open", rest=text)


# --- Role -------------------------------------------------------------------------------------------------------------


_DUE = replace(
    on_day("3.", "februar", "2027", "2027-02-03"),
    text="Til Verksted, onsdag 3. februar 2027",
    short="Til Verksted, ons. 3. februar 2027",
)
_AT_FAGDAG = replace(
    on_day("22.", "oktober", "2026", "2026-10-22"),
    text="Til Fagdag, torsdag 22. oktober 2026",
    short="Til Fagdag, tor. 22. oktober 2026",
)
LEADER_1 = RolePage(
    programme=MARK,
    cohort=link("Kull 1", "kull/kull-1/"),
    doors=(),
    name="Leder",
    headline="Du er leder i kull 1",
    level="",
    notice="",
    lede=said("Leder an."),
    about=NOTHING,
    up_next=(
        up(START_1),
        up(FAGDAG_1, LEADERS, tasks=(TaskLine(point("Kom")),), prepare=at("fagdag", 1, "#for")),
        up(KVELD_1, STAFF, held=True),
        up(VEILEDNING_1, LEADERS),
        up(SAMTALE_1, LEADERS),
        up(VERKSTED_1[0], LEADERS, work_between=WORK_1),
        up(VERKSTED_1[1], LEADERS),
        up(FELLES_1, gap=NO_CLOCK),
        up(SLUTT_1, gap=NO_CLOCK),
    ),
    recent=RECENT_1,
    way=(
        step(START_1),
        step(FAGDAG_1),
        step(KVELD_1),
        step(VEILEDNING_1),
        step(SAMTALE_1),
        work(_DUE, _AT_FAGDAG, WORK_1),
        step(VERKSTED_1[0]),
        step(VERKSTED_1[1]),
        step(FELLES_1),
        step(SLUTT_1),
    ),
    sign_ups=(SignUpRow("Kull 1", "", SIGN_UP_1),),
    calendar=offer("datoene dine", "kull/kull-1/roller/leder/", deadlines=True),
    support=None,
    support_lede=NOTHING,
    support_said=(),
    part_of=(),
    members=(),
    tracks=(),
    focus_areas=(),
    focus_groups=(),
    duties=(),
    lasting_duties=(),
    sheets=(),
    resources=(),
    sections={},
    prints=Prints(link("Skriv ut denne delen", "kull/kull-1/roller/leder/skriv-ut/"), ()),
    within=WITHIN,
    wheel=link("Årshjul", "kull/kull-1/roller/leder/arshjul/"),
)


def test_page_of_a_role_in_a_cohort_has_the_dates_of_that_cohort(portal: Portal):
    assert view_at(portal, f"{P}kull/kull-1/roller/leder/") == LEADER_1


def test_page_of_a_role_asks_for_the_cohort_and_claims_only_what_all_have(portal: Portal):
    page = view_at(portal, f"{P}roller/leder/")
    assert page == replace(
        LEADER_1,
        sign_ups=(),
        calendar=None,
        cohort=None,
        doors=(
            Door("kull-1", "Kull 1", f"{P}kull/kull-1/roller/leder/", STATE_1, WAY_OF_LEADER_1),
            Door("kull-2", "Kull 2", f"{P}kull/kull-2/roller/leder/", STATE_2, WAY_OF_LEADER_2),
        ),
        headline="Du er leder",
        up_next=(up(FELLES_ALL, gap=NO_CLOCK), up(SLUTT, gap=NO_CLOCK)),
        recent=RECENT,
        way=(
            step(START),
            step(FAGDAG),
            step(KVELD),
            step(VEILEDNING),
            step(SAMTALE),
            work(undated("Til Verksted"), undated("Til Fagdag")),
            step(VERKSTED),
            step(FELLES_ALL),
            step(SLUTT),
        ),
        prints=Prints(link("Skriv ut denne delen", "roller/leder/skriv-ut/"), ()),
        wheel=link("Årshjul", "roller/leder/arshjul/"),
    )


def test_role_that_only_holds_has_the_stops_of_every_cohort(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}roller/gjest.md": "# Gjest\n",
        f"{P}roller/vert.md": "# Vert\n",
        f"{P}samlinger/a.md": "---\nfor: gjest\nholdes av: vert\n---\n# A\n",
        f"{P}kull/k.md": "# Kull 1\n\n## Datoer\n\n- [A](../samlinger/a.md): 1. mai 2027 kl. 9, Her\n",
        f"{P}kull/l.md": "# Kull 2\n\n## Datoer\n\n- [A](../samlinger/a.md): 2. mai 2027\n",
    }
    portal = portal_of(tmp_path, files)
    page = view_at(portal, f"{P}roller/vert/")
    guest: dict[str, Any] = {"audience": "Gjest", "roles": ("gjest",)}
    first = line("a", "A", on_day("1.", "mai", "2027", "2027-05-01", time="kl. 09.00"), "Her")
    second = line("a", "A", on_day("2.", "mai", "2027", "2027-05-02"))
    assert (page.cohort, page.doors, page.headline, page.up_next, page.way) == (
        None,
        (),
        "Du er vert",
        (
            up(first, {**guest, "cohorts": "Kull 1"}, held=True),
            up(second, {**guest, "cohorts": "Kull 2"}, "Sted og klokkeslett er ikke oppgitt.", held=True),
        ),
        (step(first, cohorts="Kull 1"), step(second, cohorts="Kull 2")),
    )
    assert [one.address for one in portal.pages if "roller/vert" in one.address] == [
        f"{P}roller/vert/",
        f"{P}roller/vert/skriv-ut/",
        f"{P}roller/vert/arshjul/",
    ]


# --- Programme --------------------------------------------------------------------------------------------------------


def roles_in(cohort: str) -> tuple[Link, ...]:
    return (
        link("Jeg er ansatt", f"kull/{cohort}/roller/ansatt/"),
        link("Jeg er leder", f"kull/{cohort}/roller/leder/"),
    )


def test_programme_page_has_its_cohorts_and_asks_for_the_readers(portal: Portal):
    page = view_at(portal, P)
    assert page.timeline
    assert replace(page, timeline=None) == ProgrammePage(
        programme=MARK,
        name="Programmet",
        umbrella=False,
        notice="",
        lede=said("Et lite program."),
        about=NOTHING,
        state=replace(STATE_1, last="2027-11-02"),
        facts=(),
        first_role=link("Jeg er ansatt", "roller/ansatt/"),
        sign_up=None,
        recent=RECENT,
        sign_ups=(SignUpRow("Kull 1", f"{P}kull/kull-1/", SIGN_UP_1),),
        cohorts=(
            shown(1, WAY_1, roles=roles_in("kull-1")),
            shown(2, WAY_2, roles=roles_in("kull-2")),
        ),
        new_cohort=(
            "- [Start](../samlinger/start.md): dato kommer\n"
            "- [Fagdag](../samlinger/fagdag.md): dato kommer\n"
            "- [Kveld](../samlinger/kveld.md): dato kommer\n"
            "- [Veiledning](../samlinger/veiledning.md): dato kommer\n"
            "- [Samtale](../samlinger/samtale.md): dato kommer\n"
            "- [Verksted](../samlinger/verksted.md): dato kommer\n"
            "- [Felles dag](../samlinger/felles.md): dato kommer\n"
            "- [Slutt](../samlinger/slutt.md): dato kommer"
        ),
        doors=(
            Door("kull-1", "Kull 1", f"{P}kull/kull-1/", STATE_1, WAY_1),
            Door("kull-2", "Kull 2", f"{P}kull/kull-2/", STATE_2, WAY_2),
        ),
        timeline=None,
        calendar=offer("Programmet", "", IN_COHORTS, deadlines=True),
        timeline_intro=NOTHING,
        editions=(),
        tracks=(),
        roles=(
            RoleRow("Ansatt", f"{P}roller/ansatt/", "", ""),
            RoleRow("Leder", f"{P}roller/leder/", "Leder an.", ""),
        ),
        focus_areas=(),
        focus_groups=(),
        focus=(),
        sheets=(),
        principles=(),
        resources=(),
        resources_note="",
        library="",
        inspirations=(),
        articles=(),
        stories=None,
        known=(),
        sections={},
        within=WITHIN,
        wheel=link("Årshjul", "arshjul/"),
    )


def test_file_of_a_new_cohort_begins_with_the_gatherings_in_order(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/b.md": "---\nnummer: 1\n---\n# B [ny]\n",
        f"{P}samlinger/a.md": "---\nnummer: 2\n---\n# A\n",
    }
    assert view_at(portal_of(tmp_path, files), P).new_cohort == (
        "- [B \\[ny\\]](../samlinger/b.md): dato kommer\n- [A](../samlinger/a.md): dato kommer"
    )


def test_programme_with_one_cohort_asks_nobody_which(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "# A\n",
        f"{P}kull/k.md": "# Kull 1\n\n## Datoer\n\n- [A](../samlinger/a.md): 1. mai 2027\n",
    }
    page = view_at(portal_of(tmp_path, files), P)
    day = on_day("1.", "mai", "2027", "2027-05-01")
    assert ([one.name for one in page.cohorts], page.doors) == (["Kull 1"], ())
    assert page.timeline.items == (item("a", day, column=1, width=4, ends_lane=True, last=True),)
    assert [one.address for one in page.cohorts[0].lines] == [f"{P}samlinger/a/"]


def test_those_whom_a_role_in_a_cohort_meets_are_in_it_where_they_can_be(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}roller/a.md": "---\ndel av: b\n---\n# A\n\n## Støtter\n\n- støtter [C](c.md)\n",
        f"{P}roller/b.md": "# B\n",
        f"{P}roller/c.md": "# C\n",
        f"{P}samlinger/x.md": "---\nfor: a, b\n---\n# X\n",
        f"{P}kull/k.md": "# Kull 1\n\n## Datoer\n\n- [X](../samlinger/x.md): 1. mai 2027\n",
        f"{P}kull/l.md": "# Kull 2\n\n## Datoer\n\n- [X](../samlinger/x.md): 2. mai 2027\n",
    }
    page = view_at(portal_of(tmp_path, files), f"{P}kull/k/roller/a/")
    assert page.part_of == (link("B", "kull/k/roller/b/"),)
    assert {node.name: node.address for node in page.support.nodes} == {
        "A": f"{P}kull/k/roller/a/",
        "B": f"{P}kull/k/roller/b/",
        "C": f"{P}roller/c/",
    }
