"""A cohort's page, whole: its way with all that a date may be, its roles, and what it keeps from the gatherings."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.views.pages.cohort import CohortPage
from stifinner.views.pages.programme import Fact
from stifinner.views.parts.agenda import AgendaDay, AgendaLine, AgendaTime
from stifinner.views.parts.cohort_shown import CohortShown, Door
from stifinner.views.parts.date_shown import DateShown
from stifinner.views.parts.elements import NOTHING
from stifinner.views.parts.kept import KeptFrom
from stifinner.views.parts.sign_ups import SignUpRow
from stifinner.views.parts.state import StateShown
from views.pieces import MARK, P, in_roles, line, link, offer, own_section, points, said, view_at, within
from views.two_cohorts import (
    FAGDAG_1,
    FELLES_1,
    FELLES_2,
    FILES,
    HUS_1,
    HUS_2,
    KEPT_1,
    KVELD_1,
    KVELD_2,
    LINKS,
    RECENT_1,
    SAMTALE_1,
    SIGN_UP_1,
    SIGN_UP_KVELD,
    SLUTT_1,
    SLUTT_2,
    START_1,
    START_2,
    STATE_1,
    STATE_2,
    VEILEDNING_1,
    VERKSTED_1,
    WAY_1,
    WAY_2,
    WITHIN,
)


def page_of(folder: Path, id: str, files: dict[str, str | bytes]) -> CohortPage:
    page = view_at(portal_of(folder, files), f"{P}kull/{id}/")
    assert isinstance(page, CohortPage)
    return page


def test_cohort_page_shows_its_way_and_what_it_keeps(tmp_path: Path):
    page = page_of(tmp_path, "kull-1", FILES)
    assert page.timeline
    assert replace(page, timeline=None) == CohortPage(
        programme=MARK,
        cohort=CohortShown(
            id="kull-1",
            name="Kull 1",
            address=f"{P}kull/kull-1/",
            state=STATE_1,
            period="Fra september 2026",
            participants="33 ledere",
            lines=WAY_1,
        ),
        notice="",
        lede=said("De første.", LINKS),
        about=said("Mer om dem.", LINKS),
        facts=(
            Fact("Hvem", "33 ledere"),
            Fact("Hvor", "Losby"),
        ),
        sign_ups=(
            SignUpRow(
                "Kull 1",
                "",
                SIGN_UP_1,
            ),
            SignUpRow(
                "Kveld",
                f"{P}samlinger/kveld/?kull=kull-1",
                SIGN_UP_KVELD,
                "tir. 3. november 2026 kl. 17.00–19.00",
                "Lyngvåg",
                "gathering",
            ),
        ),
        doors=(
            Door(
                "kull-1",
                "Jeg er ansatt",
                f"{P}kull/kull-1/roller/ansatt/",
                STATE_1,
                (START_1, KVELD_1, FELLES_1, HUS_1, SLUTT_1),
            ),
            Door(
                "kull-1",
                "Jeg er leder",
                f"{P}kull/kull-1/roller/leder/",
                STATE_1,
                (START_1, FAGDAG_1, KVELD_1, VEILEDNING_1, SAMTALE_1, *VERKSTED_1, FELLES_1, SLUTT_1),
            ),
        ),
        timeline=None,
        last_changes=RECENT_1,
        calendar=offer(
            "kull 1",
            "kull/kull-1/",
            in_roles(link("Ansatt", "kull/kull-1/roller/ansatt/"), link("Leder", "kull/kull-1/roller/leder/")),
            deadlines=True,
        ),
        kept=KEPT_1,
        others=(link("Kull 2", "kull/kull-2/"),),
        sections={"from_gatherings": (own_section("takk", "Takk", said("Til alle.", LINKS)),)},
        within=WITHIN,
        wheel=link("Årshjul", "kull/kull-1/arshjul/"),
    )


def test_page_of_a_cohort_that_says_only_its_dates(tmp_path: Path):
    page = page_of(tmp_path, "kull-2", FILES)
    assert replace(page, timeline=None) == CohortPage(
        programme=MARK,
        cohort=CohortShown(
            id="kull-2",
            name="Kull 2",
            address=f"{P}kull/kull-2/",
            state=STATE_2,
            period="Fra april 2027",
            participants="",
            lines=WAY_2,
        ),
        notice="",
        lede=NOTHING,
        about=NOTHING,
        facts=(),
        sign_ups=(),
        doors=(
            Door(
                "kull-2",
                "Jeg er ansatt",
                f"{P}kull/kull-2/roller/ansatt/",
                STATE_2,
                (FELLES_2, HUS_2, START_2, KVELD_2, SLUTT_2),
            ),
            Door(
                "kull-2",
                "Jeg er leder",
                f"{P}kull/kull-2/roller/leder/",
                STATE_2,
                tuple(one for one in WAY_2 if one is not HUS_2),
            ),
        ),
        timeline=None,
        last_changes=None,
        calendar=offer(
            "kull 2",
            "kull/kull-2/",
            in_roles(link("Ansatt", "kull/kull-2/roller/ansatt/"), link("Leder", "kull/kull-2/roller/leder/")),
        ),
        kept=(),
        others=(link("Kull 1", "kull/kull-1/"),),
        sections={},
        within=WITHIN,
        wheel=link("Årshjul", "kull/kull-2/arshjul/"),
    )


def test_cohort_that_is_over_has_no_date_to_come(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}index.md": "---\nmerknad: Oppdiktet\n---\n# Programmet\n\nEt lite program.\n",
        f"{P}samlinger/a.md": "# A\n",
        f"{P}kull/k.md": (
            "---\ntilstand: avsluttet\n---\n# Kull 0\n\n## Datoer\n\n- [A](../samlinger/a.md): dato kommer, Losby\n"
        ),
    }
    page = page_of(tmp_path, "k", files)
    unknown = DateShown(text="Dato ikke kjent", known="open", rest="Dato ikke kjent")
    assert page.timeline
    assert [one.date for one in page.timeline.items] == [unknown]
    assert replace(page, timeline=None) == CohortPage(
        programme=MARK,
        cohort=CohortShown(
            id="k",
            name="Kull 0",
            address=f"{P}kull/k/",
            state=StateShown(given="completed", word="Gjennomført", first="", last="", open=True),
            period="",
            participants="",
            lines=(line("a", "A", unknown, "Losby"),),
        ),
        notice="Oppdiktet",
        lede=NOTHING,
        about=NOTHING,
        facts=(),
        sign_ups=(),
        doors=(),
        timeline=None,
        last_changes=None,
        calendar=None,
        kept=(),
        others=(),
        sections={},
        within=within(
            Programmet=(link("Oversikt", ""), link("Tidslinje", "#tidslinje")),
            Kull=(link("Kull 0", "kull/k/"),),
            Samlinger=(link("A", "samlinger/a/"),),
        ),
    )


def test_what_is_kept_has_the_days_on_which_it_took_place(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "# A\n",
        f"{P}kull/k.md": (
            "# Kull 1\n\n## Datoer\n\n- [A](../samlinger/a.md): alle\n  - 1. mai 2027 kl. 9\n    - avlyst: storm\n"
            "  - 2. mai 2027 kl. 10\n  - mai 2028\n\n"
            "## Fra samlingene\n\n### [A](../samlinger/a.md)\n\n#### Dagsplan\n\n- 30 min Kaffe\n"
        ),
    }
    links = {"../samlinger/a.md": f"{P}samlinger/a/"}
    coffee = AgendaLine(
        AgendaTime("10.00", derived=True, length="30 min"), said("Kaffe", links), whole=said("Kaffe", links)
    )
    assert page_of(tmp_path, "k", files).kept == (
        KeptFrom(
            cohort=link("Kull 1", "kull/k/"),
            gathering=link("A", "samlinger/a/"),
            date="2. mai 2027",
            presentations=(),
            summary=NOTHING,
            agenda=(AgendaDay("", (points(coffee),)),),
        ),
    )


@pytest.mark.parametrize(
    ("programme", "cohort", "facts", "asked"),
    [
        (
            "",
            "plasser: 20\npris: gratis\nta med: penn\nkontakt: Ola",
            (Fact("Plasser", "20"), Fact("Pris", "gratis"), Fact("Ta med", "penn"), Fact("Spør", "Ola")),
            0,
        ),
        ("plasser: 20\npris: gratis", "pris: 100 kroner", (Fact("Plasser", "20"), Fact("Pris", "100 kroner")), 0),
        ("plasser: 20\npris: gratis", "påmelding: hos oss\npris: 100 kroner", (), 1),
    ],
)
def test_what_is_to_be_known_is_told_where_there_is_no_sign_up_to_say_it(
    programme: str, cohort: str, facts: tuple[Fact, ...], asked: int, tmp_path: Path
):
    front = f"---\n{programme}\n---\n" if programme else ""
    files = {
        f"{P}index.md": f"{front}# Programmet\n\nEt lite program.\n",
        f"{P}kull/k.md": f"---\n{cohort}\n---\n# Kull 1\n\nDe første.\n",
    }
    page = page_of(tmp_path, "k", files)
    assert (page.facts, len(page.sign_ups)) == (facts, asked)
