"""The page of a gathering in a programme with cohorts: their dates, what they keep, and day plans by their clocks."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.portal import Portal
from stifinner.views.calendars.shown import CalendarDownload
from stifinner.views.invitations.shown import Invitation
from stifinner.views.pages.gathering import GatheringPage, OwnAgenda, OwnTurn, WorkBetween
from stifinner.views.parts.agenda import AgendaDay, AgendaLine, AgendaTime
from stifinner.views.parts.elements import NOTHING
from stifinner.views.parts.prints import Prints
from stifinner.views.parts.texts import upper_first
from views.pieces import MARK, P, brief, link, message, points, said, view_at
from views.two_cohorts import (
    FAGDAG,
    FAGDAG_1,
    FAGDAG_2,
    FELLES_ALL,
    FILES,
    HUS_2,
    KEPT_1,
    KVELD,
    KVELD_1,
    KVELD_2,
    LEADERS,
    STAFF,
    START,
    START_1,
    START_2,
    VEILEDNING,
    VEILEDNING_1,
    VERKSTED,
    VERKSTED_1,
    WAY_2,
    WITHIN,
    brief_of,
    shown,
    varies,
)


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return portal_of(tmp_path_factory.mktemp("cohorts"), FILES)


def _invitation(cohort: int, last: str, day: str, more: str) -> Invitation:
    """What one writes to a cohort. ``more``: clock and place."""
    page = f"samlinger/start/?kull=kull-{cohort}"
    file = f"samlinger/start/kull-{cohort}-{last}.ics"

    def text(begun: str) -> str:
        return f"Hei!\n\n{begun} «Start» i Programmet, kull {cohort}.\n\n{upper_first(day)} {more}"

    messages = (
        message("call", f"Innkalling: Start, {day}", text("Velkommen til"), calendar=file, page=page),
        message("reminder", f"Påminnelse: Start, {day}", text("Husk"), page=page),
    )
    return Invitation(f"Kull {cohort}", (f"kull-{cohort}",), messages, last)


def _download(text: str, cohort: int, day: str) -> CalendarDownload:
    """The day of the gathering in a cohort, to be put into a calendar."""
    id = f"kull-{cohort}"
    return CalendarDownload(text, f"Kull {cohort}", (id,), f"{P}samlinger/start/{id}-{day}.ics", day)


def plan(clock: str) -> tuple[AgendaDay, ...]:
    """The gathering's one point, at a clock time that was reckoned, or at none."""
    time = AgendaTime(clock, derived=bool(clock), length="30 min")
    return (AgendaDay("", (points(AgendaLine(time, said("Kaffe"), whole=said("Kaffe"))),)),)


def test_gathering_page_tells_when_it_is_for_each_cohort(portal: Portal):
    page = view_at(portal, f"{P}samlinger/start/")
    reckoned = "Klokkeslettene er regnet ut fra minuttene."
    assert page == GatheringPage(
        gathering=brief_of(START),
        programme=MARK,
        notice="",
        also_called="",
        duration="",
        track=None,
        meeting=None,
        cohorts=(shown(1, (START_1,)), shown(2, (START_2,))),
        kept=KEPT_1[:1],
        lede=NOTHING,
        about=NOTHING,
        before=(),
        prepared_by=(),
        focus=(),
        agenda=plan(""),
        own_agendas=(
            OwnAgenda(("kull-1",), plan("09.00"), reckoned),
            OwnAgenda(("kull-2",), plan("10.00"), reckoned),
        ),
        agenda_note="",
        sheets=(),
        presentations=(),
        work_between=WorkBetween(None, "Til Verksted", said("- til Fagdag: Les")),
        prepares=(),
        after=NOTHING,
        resources=(),
        inspirations=(),
        sections={},
        previous=None,
        following=brief_of(FAGDAG, **LEADERS),
        own_turns=(
            OwnTurn("kull-1", None, brief_of(FAGDAG_1, **LEADERS)),
            OwnTurn("kull-2", brief_of(HUS_2, **STAFF), brief_of(FAGDAG_2, **LEADERS)),
        ),
        downloads=(
            _download("Tirsdag 1. september 2026 kl. 09.00–15.00", 1, "2026-09-01"),
            _download("Onsdag 1. september 2027 kl. 10.00", 2, "2027-09-01"),
        ),
        invitations=(
            _invitation(1, "2026-09-01", "tirsdag 1. september 2026", "kl. 09.00–15.00\nLosby"),
            _invitation(2, "2027-09-01", "onsdag 1. september 2027", "kl. 10.00\nStoreneset"),
        ),
        prints=Prints(link("Skriv ut denne delen", "samlinger/start/skriv-ut/"), ()),
        within=WITHIN,
    )


def test_gathering_page_lists_only_cohorts_that_have_it_and_keeps_what_they_wrote(portal: Portal):
    pages = {id: view_at(portal, f"{P}samlinger/{id}/") for id in ("kveld", "veiledning", "verksted", "felles")}
    assert {id: (one.gathering, one.cohorts, one.kept) for id, one in pages.items()} == {
        "kveld": (brief_of(KVELD, **STAFF), (shown(1, (KVELD_1,)), shown(2, (KVELD_2,))), ()),
        "veiledning": (brief_of(VEILEDNING, **LEADERS), (shown(1, (VEILEDNING_1,)),), ()),
        "verksted": (brief_of(VERKSTED, **LEADERS), (shown(1, VERKSTED_1), shown(2, (WAY_2[-2],))), KEPT_1[1:]),
        "felles": (brief_of(FELLES_ALL), (), ()),
    }


def test_cohorts_at_the_same_hour_share_a_day_plan(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "# A\n\n## Dagsplan\n\n### Dag 1\n\n- 30 min Kaffe\n\n### Dag 2\n\n- 09.00 Prat\n",
        **{
            f"{P}kull/{id}.md": f"# Kull {number}\n\n## Datoer\n\n- [A](../samlinger/a.md): {day}\n"
            for number, (id, day) in enumerate(
                (("k", "1. mai 2027 kl. 9"), ("l", "2. mai 2027"), ("m", "3. mai 2027 kl. 9")), start=1
            )
        },
    }
    page = view_at(portal_of(tmp_path, files), f"{P}samlinger/a/")

    def days(clock: str, ids: tuple[str, str] = ("", "")) -> tuple[AgendaDay, ...]:
        [first] = plan(clock)
        talk = AgendaLine(AgendaTime("09.00"), said("Prat"), whole=said("Prat"))
        return (replace(first, title="Dag 1", id=ids[0]), AgendaDay("Dag 2", (points(talk),), ids[1]))

    assert page.gathering == brief(
        "a",
        "A",
        varies("Kull 1: lørdag 1. mai 2027 · Kull 2: søndag 2. mai 2027 · Kull 3: mandag 3. mai 2027"),
    )
    assert page.agenda == days("", ("dag-1", "dag-2"))
    assert page.own_agendas == (
        OwnAgenda(("k", "m"), days("09.00"), "Klokkeslett i kursiv er regnet ut fra minuttene."),
        OwnAgenda(("l",), days(""), ""),
    )


@pytest.mark.parametrize(
    ("days", "clock", "note"),
    [
        # The days differ, and the clock does not; then the same for the days.
        (("1. mai 2027 kl. 9", "2. mai 2027 kl. 9"), "09.00", "Klokkeslettene er regnet ut fra minuttene."),
        (("1. mai 2027", "1. mai 2027"), "", "Klokkeslett er ikke oppgitt."),
    ],
)
def test_day_plan_is_one_where_no_clock_differs(days: tuple[str, str], clock: str, note: str, tmp_path: Path):
    files: dict[str, str | bytes] = {f"{P}samlinger/a.md": "# A\n\n## Dagsplan\n\n- 30 min Kaffe\n"}
    for number, day in enumerate(days, start=1):
        files[f"{P}kull/k{number}.md"] = f"# Kull {number}\n\n## Datoer\n\n- [A](../samlinger/a.md): {day}\n"
    page = view_at(portal_of(tmp_path, files), f"{P}samlinger/a/")
    assert (page.agenda, page.own_agendas, page.agenda_note) == (plan(clock), (), note)
