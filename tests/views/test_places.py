"""The page of a place, whole; and how a place is shown wherever something takes place at it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.builder import portal_of
from stifinner.portal import Portal
from stifinner.views.pages.place import PlacePage
from stifinner.views.pages.programme import Fact
from stifinner.views.pages.role import WayStep
from stifinner.views.papers.handout import HandoutFact
from stifinner.views.parts.date_shown import DateShown
from stifinner.views.parts.elements import Link, Section
from stifinner.views.parts.place_shown import PlaceShown
from views.pieces import MARK, OPEN, P, off, on_day, own_section, said, stop, time_at, view_at

LIBRARY = (
    "---\nadresse: Storgata 1, 0000 Lyngvåg\nrom: Lesesalen\nkontakt: Skranken\n---\n# Biblioteket\n\n"
    "Et hus med bøker.\n\nDet er stort.\n\n## Slik finner du fram\n\nFra torget.\n\n## Parkering\n\n"
    "## Tilgjengelighet\n\nTrinnfritt.\n\n"
    "## Mer\n\nTil slutt.\n"
)
FILES: dict[str, str | bytes] = {
    "steder/bibliotek.md": LIBRARY,
    f"{P}index.md": "---\nmerknad: Gjenfortalt\n---\n# Programmet\n\nEt lite program.\n",
    f"{P}steder/kaia.md": "---\nkart: https://example.org/kart\n---\n# Kaia\n\nVed vannet.\n",
    f"{P}roller/leder.md": "# Leder\n\nOm lederen.\n",
    f"{P}samlinger/a.md": "---\nsted: bibliotek, sal 2\n---\n# A\n\nOm.\n",
    f"{P}samlinger/b.md": "# B\n\nOm.\n",
    f"{P}samlinger/c.md": "---\nsted: Losby\nadresse: Gata 5\n---\n# C\n\nOm.\n",
    f"{P}kull/k.md": (
        "---\nsted: bibliotek\n---\n# Kull 1\n\nOm.\n\n## Datoer\n\n"
        "- [A](../samlinger/a.md): 3. november 2026\n  - avlyst: storm\n"
        "- [B](../samlinger/b.md): velg én\n  - 4. november 2026, [Kaia](../steder/kaia.md), brygge 2\n"
        "  - 5. november 2026\n"
        "- [C](../samlinger/c.md): 6. november 2026, Losby\n  - adresse: Gata 5\n"
    ),
    f"{P}kull/l.md": (
        "---\nsted: Losby\nadresse: Gata 6\n---\n# Kull 2\n\nOm.\n\n## Datoer\n\n"
        "- [A](../samlinger/a.md): dato kommer, bibliotek\n- [B](../samlinger/b.md): ikke i dette kullet\n"
        "- [C](../samlinger/c.md): 7. november 2026, [Kaia](../steder/kaia.md)\n  - sted før: bibliotek, sal 1\n"
    ),
}
MAP = "https://www.openstreetmap.org/search?query="
STREET = "Storgata 1, 0000 Lyngvåg"
LIBRARY_AT = PlaceShown(
    "Biblioteket",
    "Lesesalen",
    STREET,
    Link("Biblioteket", "steder/bibliotek/"),
    Link("Åpne i kart", f"{MAP}Storgata+1%2C+0000+Lyngv%C3%A5g"),
)
QUAY_AT = PlaceShown("Kaia", "", "", Link("Kaia", f"{P}steder/kaia/"), Link("Åpne i kart", "https://example.org/kart"))
LOSBY_AT = PlaceShown("Losby", "", "Gata 5", None, Link("Åpne i kart", f"{MAP}Gata+5"))
THIRD, FOURTH, FIFTH, SIXTH, SEVENTH = (on_day(f"{day}.", "november", "2026", f"2026-11-0{day}") for day in range(3, 8))


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    made = portal_of(tmp_path_factory.mktemp("places"), FILES)
    assert [problem.code for problem in made.problems if problem.severity != "advice"] == ["moved-untold"]
    return made


def step(cohort: str, id: str, date: DateShown, **more: Any) -> WayStep:
    """What takes place for a cohort, as a place's page has it."""
    usual = {"place": "", "is_work": False, "shape": "gathering", "name": id.upper()}
    return WayStep(address=f"{P}samlinger/{id}/?kull={cohort}", date=date, **{**usual, **more})


def test_the_page_of_a_shared_place(portal):
    assert view_at(portal, "steder/bibliotek/") == PlacePage(
        programme=None,
        name="Biblioteket",
        notice="",
        lede=said("Et hus med bøker."),
        about=said("Det er stort."),
        address=STREET,
        room="Lesesalen",
        contact="Skranken",
        map=LIBRARY_AT.map,
        ways={
            "directions": Section("slik-finner-du-fram", "Slik finner du fram", said("Fra torget.")),
            "parking": None,
            "access": Section("tilgjengelighet", "Tilgjengelighet", said("Trinnfritt.")),
        },
        gatherings=(
            step(
                "k",
                "a",
                replace(off(THIRD), form="once"),
                cohorts="Programmet · Kull 1",
                stop=stop("once", time_at(THIRD, cancelled="Avlyst: storm")),
            ),
            step("k", "b", FIFTH, cohorts="Programmet · Kull 1"),
            step("l", "a", OPEN, cohorts="Programmet · Kull 2"),
        ),
        sections={"access": (own_section("mer", "Mer", said("Til slutt.")),)},
        within=None,
    )


def test_the_page_of_a_programmes_own_place_tells_rooms_and_what_was_elsewhere(portal):
    moved = time_at(SEVENTH, "Kaia", place_before="Biblioteket, sal 1")
    page = view_at(portal, f"{P}steder/kaia/")
    assert (page.programme, page.notice, page.map, page.within.groups[-1].links) == (
        MARK,
        "Gjenfortalt",
        QUAY_AT.map,
        (Link("Kaia", f"{P}steder/kaia/"),),
    )
    assert page.gatherings == (
        step("k", "b", FOURTH, place="brygge 2", cohorts="Kull 1"),
        step("l", "c", SEVENTH, cohorts="Kull 2", stop=stop("once", moved)),
    )


def test_a_gathering_shows_the_place_of_each_cohort(portal):
    page = view_at(portal, f"{P}samlinger/c/")
    first, second = (cohort.lines[0] for cohort in page.cohorts)
    assert (first.place, first.at, first.stop) == ("Losby", LOSBY_AT, None)
    moved = time_at(SEVENTH, "Kaia", at=QUAY_AT, place_before="Biblioteket, sal 1")
    assert (second.place, second.at, second.stop) == ("Kaia", QUAY_AT, stop("once", moved))
    assert (page.gathering.place, page.gathering.at) == ("", None)


def test_days_to_choose_between_have_each_its_place(portal):
    (line,) = view_at(portal, f"{P}samlinger/b/").cohorts[0].lines
    assert line.stop.times == (
        time_at(FOURTH, "Kaia, brygge 2", at=replace(QUAY_AT, room="brygge 2")),
        time_at(FIFTH, "Biblioteket, Lesesalen", at=LIBRARY_AT),
    )
    assert (line.place, line.at, line.stop.at) == ("", None, None)


def test_a_cohort_shows_its_place_and_address_as_links(portal):
    assert view_at(portal, f"{P}kull/k/").facts == (
        Fact("Hvor", "Biblioteket, Lesesalen", (Link("Biblioteket, Lesesalen", "steder/bibliotek/"),)),
        Fact("Adresse", STREET, (Link(STREET, LIBRARY_AT.map.address),)),
    )
    assert view_at(portal, f"{P}kull/l/").facts == (
        Fact("Hvor", "Losby"),
        Fact("Adresse", "Gata 6", (Link("Gata 6", f"{MAP}Gata+6"),)),
    )


def test_a_role_has_the_place_on_its_card_and_on_its_way(portal):
    page = view_at(portal, f"{P}kull/k/roller/leder/")
    known = [("A", LIBRARY_AT), ("B", None), ("C", LOSBY_AT)]
    assert [(card.gathering.name, card.gathering.at) for card in page.up_next] == known
    assert [(step.name, step.at) for step in page.way] == known


def test_paper_has_the_whole_address(portal):
    (fact,) = view_at(portal, f"{P}samlinger/b/skriv-ut/").handout.facts
    assert [time.place for time in fact.stops[0].times] == ["Kaia, brygge 2", f"Biblioteket, Lesesalen, {STREET}"]
    first, second = view_at(portal, f"{P}samlinger/c/skriv-ut/").handout.facts
    assert [(time.place, time.place_before) for one in (first, second) for time in one.stops[0].times] == [
        ("Losby, Gata 5", ""),
        ("Kaia", "Biblioteket, sal 1"),
    ]


def test_paper_has_the_address_of_a_day_that_is_everyones(tmp_path: Path):
    fact = "---\ndato: 3. november 2026\nsted: bibliotek, sal 2\n---\n# A\n\nOm.\n"
    alone = portal_of(tmp_path, {"steder/bibliotek.md": LIBRARY, f"{P}samlinger/a.md": fact})
    facts = view_at(alone, f"{P}samlinger/a/skriv-ut/").handout.facts
    assert facts == (
        HandoutFact("Når", "tirsdag 3. november 2026"),
        HandoutFact("Hvor", f"Biblioteket, sal 2, {STREET}"),
    )


def test_gaps_tell_what_a_place_lacks(portal):
    gaps = next(page.view for page in portal.pages if page.address == "hva-mangler/")
    lines = {(line.kind, line.item.text, line.sentence) for group in gaps.groups for line in group.lines}
    assert {one for one in lines if one[0] == "Sted"} == {("Sted", "Kaia", "Adresse.")}
