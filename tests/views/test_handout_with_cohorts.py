"""What is handed out in a programme with cohorts: each date with its clock, its place and what became of it."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.portal import Portal
from stifinner.views.papers.handout import Handout, HandoutFact, HandoutPart, HandoutRow
from stifinner.views.papers.handout_stop import HandoutStop, HandoutTime
from views.pieces import P, said, view_at
from views.two_cohorts import FILES

EVENINGS = (
    HandoutTime(
        "tirsdag 3. november 2026 kl. 17.00–19.00",
        "Lyngvåg",
        facts=("Påmelding: https://example.org/kveld", "Frist: tirsdag 20. oktober 2026"),
    ),
    HandoutTime("tirsdag 10. november 2026 kl. 18.00–20.00", "Losby", facts=("Plasser: 12",)),
)
DAYS = (
    HandoutTime("tirsdag 17. november 2026"),
    HandoutTime("tirsdag 8. desember 2026", is_off=True, became="Avlyst: storm, meldt 7. desember"),
    HandoutTime("tirsdag 29. desember 2026"),
    HandoutTime("tirsdag 19. januar 2027"),
)
RULE = "Hver tredje tirsdag fra 17. november 2026 til 19. januar 2027, kl. 14.00–16.00"
MOVED = "Flyttet fra 15. oktober, meldt 1. oktober"
CALLED = "Avlyst: vi ringer i stedet"
NOTHING_MORE = HandoutStop((HandoutTime(""),))
"""Of a stop of which all is said beside it."""


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return portal_of(tmp_path_factory.mktemp("cohorts"), FILES)


def handout(portal: Portal, item: str) -> Handout:
    return view_at(portal, f"{P}{item}/skriv-ut/").handout


def part_of(handout: Handout, title: str) -> HandoutPart:
    return next(part for part in handout.parts if part.title == title)


def once(when: str, place: str = "", became: str = "", lead: str = "", *, is_off: bool = False) -> HandoutStop:
    """A stop with one time."""
    return HandoutStop((HandoutTime(when, place, became=became, is_off=is_off),), lead)


def of_cohorts(*cohorts: HandoutStop | tuple[HandoutStop, ...]) -> tuple[HandoutFact, ...]:
    """Cohort 1, and cohort 2 where it has the gathering."""
    stops = [one if isinstance(one, tuple) else (one,) for one in cohorts]
    return tuple(HandoutFact(f"Kull {number}", "", stops=one) for number, one in enumerate(stops, 1))


@pytest.mark.parametrize(
    ("gathering", "facts"),
    [
        (
            "start",
            of_cohorts(
                once("tirsdag 1. september 2026 kl. 09.00–15.00", "Losby"),
                once("onsdag 1. september 2027 kl. 10.00", "Storeneset"),
            ),
        ),
        (
            "fagdag",
            (
                *of_cohorts(once("torsdag 22. oktober 2026 kl. 09.00", "Lyngvåg", MOVED), once("Oktober 2027")),
                HandoutFact("For", "Ledere"),
            ),
        ),
        (
            "kveld",
            (
                *of_cohorts(HandoutStop(EVENINGS, "Velg én av to", between="eller"), once("tirsdag 2. november 2027")),
                HandoutFact("For", "Ansatte"),
            ),
        ),
        (
            "veiledning",
            (*of_cohorts(HandoutStop(DAYS, f"{RULE} (4 ganger)", "Losby")), HandoutFact("For", "Ledere")),
        ),
        (
            "samtale",
            (
                *of_cohorts(once("mandag 14. desember 2026", "Losby", CALLED, is_off=True)),
                HandoutFact("For", "Ledere"),
            ),
        ),
        (
            "verksted",
            (
                *of_cohorts(
                    (
                        once("onsdag 3. februar 2027 kl. 09.00–11.00", "Losby", lead="Del 1 av 2"),
                        once("onsdag 17. februar 2027 kl. 09.00–11.00", "Losby", lead="Del 2 av 2"),
                    ),
                    once("Dato kommer", lead="To deler"),
                ),
                HandoutFact("For", "Ledere"),
            ),
        ),
        (
            "felles",
            (
                HandoutFact(
                    "Når",
                    "",
                    stops=(replace(once("torsdag 8. april 2027", "Losby"), shared="Kull 1 og kull 2 sammen"),),
                ),
            ),
        ),
        (
            "hus",
            (
                HandoutFact("Når", "onsdag 5. mai 2027"),
                HandoutFact("Hvor", "Stedet er ikke oppgitt"),
                HandoutFact("For", "Ansatte"),
            ),
        ),
        ("slutt", (HandoutFact("Når", "Dato kommer"), HandoutFact("Hvor", "Losby"))),
    ],
)
def test_gathering_is_handed_out_with_when_and_where_it_is_for_each_cohort(
    gathering: str, facts: tuple[HandoutFact, ...], portal: Portal
):
    assert handout(portal, f"samlinger/{gathering}").facts == facts


def test_way_of_a_role_in_a_cohort_is_handed_out_with_what_became_of_its_dates(portal: Portal):
    assert part_of(handout(portal, "kull/kull-1/roller/leder"), "Din vei").rows == (
        HandoutRow("tir. 1. september 2026 kl. 09.00–15.00", "Start", note="Losby"),
        HandoutRow("tor. 22. oktober 2026 kl. 09.00", "Fagdag", note="Lyngvåg", stop=once("", became=MOVED)),
        HandoutRow("Velg én av to", "Kveld", stop=HandoutStop(EVENINGS, between="eller")),
        HandoutRow("4 ganger", "Veiledning", note="Losby", stop=HandoutStop(DAYS, RULE)),
        HandoutRow("man. 14. desember 2026", "Samtale", is_off=True, stop=once("", "Losby", CALLED, is_off=True)),
        HandoutRow("Til Verksted, ons. 3. februar 2027", "Mellomarbeid"),
        HandoutRow("Til Fagdag, torsdag 22. oktober 2026", prose=said("Les")),
        HandoutRow("ons. 3. februar 2027 kl. 09.00–11.00", "Verksted", note="Losby", stop=once("", lead="Del 1 av 2")),
        HandoutRow("ons. 17. februar 2027 kl. 09.00–11.00", "Verksted", note="Losby", stop=once("", lead="Del 2 av 2")),
        HandoutRow(
            "tor. 8. april 2027", "Felles dag", note="Losby", stop=replace(NOTHING_MORE, shared="Sammen med kull 2")
        ),
        HandoutRow("Dato kommer", "Slutt", note="Losby"),
    )


def test_how_one_joins_stands_on_top_of_what_is_handed_out_of_a_role_in_a_cohort(portal: Portal):
    assert {one: handout(portal, one).facts for one in ("kull/kull-1/roller/leder", "kull/kull-2/roller/leder")} == {
        "kull/kull-1/roller/leder": (
            HandoutFact("Påmelding", "https://example.org/kull-1", "https://example.org/kull-1"),
            HandoutFact("Frist", "mandag 1. juni 2026"),
            HandoutFact("Plasser", "40"),
            HandoutFact("Pris", "Gratis"),
            HandoutFact("Ta med", "Penn"),
            HandoutFact("Spør", "Ola"),
        ),
        "kull/kull-2/roller/leder": (),
    }
    # Whoever has not said which cohort is asked to join none.
    assert handout(portal, "roller/leder").facts == ()


@pytest.mark.parametrize(
    ("state", "role", "facts"),
    [
        (
            "",
            "leder",
            (
                HandoutFact("Påmelding", "skriv til post@example.org"),
                HandoutFact("Frist", "mandag 1. juni 2026 kl. 12.00"),
                HandoutFact("Pris", "gratis"),
                HandoutFact("Ta med", "matpakke"),
                HandoutFact("Spør", "Ola, 22 22 22 22"),
            ),
        ),
        ("", "veileder", ()),
        ("tilstand: gjennomført\n", "leder", ()),
    ],
)
def test_how_one_joins_a_programme_is_handed_out_to_those_who_come(
    state: str, role: str, facts: tuple[HandoutFact, ...], tmp_path: Path
):
    files: dict[str, str | bytes] = {
        f"{P}index.md": (
            f"---\n{state}påmelding: skriv til post@example.org\nfrist: 1. juni 2026 kl. 12\npris: gratis\n"
            "ta med: matpakke\nkontakt: Ola, 22 22 22 22\n---\n# Programmet\n\nEt lite program.\n"
        ),
        f"{P}samlinger/a.md": "---\nfor: leder\nholdes av: veileder\npåmelding: hos A\n---\n# A\n",
        f"{P}roller/leder.md": "# Leder\n",
        f"{P}roller/veileder.md": "# Veileder\n",
    }
    assert handout(portal_of(tmp_path, files), f"roller/{role}").facts == facts


def test_what_holds_for_all_times_of_a_series_is_handed_out_once(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": (
            "# A\n\n## Datoer\n\n- hver tirsdag fra 3. november til 10. november 2026\n  - påmelding: hos oss\n"
        ),
        f"{P}roller/leder.md": "# Leder\n",
    }
    portal = portal_of(tmp_path, files)
    rule = "Hver tirsdag fra 3. november til 10. november 2026"
    days = (HandoutTime("tirsdag 3. november 2026"), HandoutTime("tirsdag 10. november 2026"))
    said = ("Påmelding: hos oss",)
    assert handout(portal, "samlinger/a").facts[0] == HandoutFact(
        "Når", "", stops=(HandoutStop(days, f"{rule} (2 ganger)", facts=said),)
    )
    assert part_of(handout(portal, "roller/leder"), "Din vei").rows == (
        HandoutRow("2 ganger", "A", stop=HandoutStop(days, rule, facts=said)),
    )


def test_day_plan_is_handed_out_by_the_clock_of_each_cohort(portal: Portal):
    plans = [part for part in handout(portal, "samlinger/start").parts if part.title.startswith("Dagsplan")]
    note = "Klokkeslettene er regnet ut fra minuttene."
    assert plans == [
        HandoutPart(
            f"Dagsplan: {cohort}",
            note=note,
            rows=(HandoutRow(clock, prose=said("Kaffe"), note="30 min", reckoned=True),),
            written=True,
        )
        for cohort, clock in (("kull 1", "09.00"), ("kull 2", "10.00"))
    ]


@pytest.mark.parametrize(
    ("first", "note"),
    [
        ("velg én\n  - 3. mai 2027 kl. 17\n  - 4. mai 2027 kl. 18", ""),
        ("velg én\n  - 3. mai 2027 kl. 17\n  - 4. mai 2027", "Klokkeslett er ikke oppgitt."),
        ("3. mai 2027", "Klokkeslett er ikke oppgitt."),
        ("dato kommer", "Klokkeslett er ikke oppgitt."),
    ],
)
def test_day_plan_has_no_clock_only_where_the_dates_have_none(first: str, note: str, tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "# A\n\n## Dagsplan\n\n- 30 min Kaffe\n",
        f"{P}kull/kull-1.md": f"# Kull 1\n\n## Datoer\n\n- [A](../samlinger/a.md): {first}\n",
        f"{P}kull/kull-2.md": "# Kull 2\n\n## Datoer\n\n- [A](../samlinger/a.md): dato kommer\n",
    }
    assert part_of(handout(portal_of(tmp_path, files), "samlinger/a"), "Dagsplan") == HandoutPart(
        "Dagsplan", note=note, rows=(HandoutRow("30 min", prose=said("Kaffe")),), written=True
    )


def test_a_new_place_stands_with_the_old_one(tmp_path: Path):
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": (
            "# A\n\n## Datoer\n\n- 3. mai 2027 kl. 17, Losby\n  - sted før: Lyngvåg\n  - meldt: 1. april 2027\n"
        ),
        f"{P}roller/leder.md": "# Leder\n",
    }
    portal = portal_of(tmp_path, files)
    place = HandoutTime("", "Losby", place_before="Lyngvåg", became="Nytt sted, meldt 1. april")
    assert handout(portal, "samlinger/a").facts == (
        HandoutFact("Når", "", stops=(HandoutStop((replace(place, when="mandag 3. mai 2027 kl. 17.00"),)),)),
    )
    assert part_of(handout(portal, "roller/leder"), "Din vei").rows == (
        HandoutRow("man. 3. mai 2027 kl. 17.00", "A", stop=HandoutStop((place,))),
    )
