"""Packs of a programme with cohorts: one of each role in each cohort, with the dates of that cohort."""

import re
from pathlib import Path

import pytest

from core.builder import portal_of
from outputs.printed import Printed, squeeze
from views.pieces import P
from views.two_cohorts import FILES

pytestmark = pytest.mark.slow

SITE_URL = "https://ark.example/"
SHEET = "---\nsamlinger: kveld, veiledning, samtale, fagdag\n---\n# Arket\n\n## Spørsmål\n\n- Hva?\n"
GATHERINGS = ("kveld", "veiledning", "samtale", "fagdag")
OWN = {
    "kull 1": "kull/kull-1/roller/leder/leder-pakke.pdf",
    "kull 2": "kull/kull-2/roller/leder/leder-pakke.pdf",
    "all": "roller/leder/leder-pakke.pdf",
}


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory, root: Path) -> dict[str, Printed]:
    """Every pack, by its address in the programme."""
    content = tmp_path_factory.mktemp("portal") / "content"
    portal = portal_of(content, FILES | {f"{P}refleksjon/ark.md": SHEET})
    made = portal.print_papers(content, [root / "theme_overrides"], SITE_URL, None)
    return {
        address.removeprefix(P): Printed(pdf) for address, pdf in made if not re.search("refleksjon/|arshjul/", address)
    }


def in_order(text: str, parts: tuple[str, ...]) -> list[str]:
    """The parts that stand in a text after the parts before them."""
    at, found = 0, []
    for part in parts:
        at = squeeze(text).find(squeeze(part), max(at, 0))
        found += [part] if at >= 0 else []
    return found


def test_a_role_has_a_pack_in_each_cohort_and_keeps_its_own(packs: dict[str, Printed]):
    of_gatherings = {
        f"samlinger/{id}/{id}-til-{who}.pdf" for id in GATHERINGS for who in ("deltakerne", "den-som-leder")
    }
    assert {address for address in packs if "ansatt" not in address} == {*OWN.values(), *of_gatherings}


@pytest.mark.parametrize(("whose", "page"), [(whose, address.rsplit("/", 1)[0]) for whose, address in OWN.items()])
def test_a_pack_leads_back_to_its_own_page(whose: str, page: str, packs: dict[str, Printed]):
    assert packs[OWN[whose]].codes(0) == [f"{SITE_URL}{P}{page}/"]


def test_a_roles_pack_in_a_cohort_tells_all_that_became_of_its_dates(packs: dict[str, Printed]):
    parts = (
        *("Du er leder i kull 1", "Påmelding", "https://example.org/kull-1", "Frist", "mandag 1. juni 2026"),
        *("tir. 1. september 2026 kl. 09.00–15.00", "Start", "Losby"),
        *("tor. 22. oktober 2026 kl. 09.00", "Fagdag", "Flyttet fra 15. oktober, meldt 1. oktober"),
        *("Velg én av to", "Kveld", "tirsdag 3. november 2026 kl. 17.00–19.00", "Lyngvåg"),
        *("eller tirsdag 10. november 2026 kl. 18.00–20.00", "Losby", "Plasser: 12"),
        *("4 ganger", "Veiledning", "Hver tredje tirsdag", "kl. 14.00–16.00"),
        *("tirsdag 17. november 2026", "tirsdag 8. desember 2026", "Avlyst: storm, meldt 7. desember"),
        *("tirsdag 19. januar 2027", "man. 14. desember 2026", "Samtale", "Avlyst: vi ringer i stedet"),
        *("Del 1 av 2", "Del 2 av 2", "Felles dag", "Sammen med kull 2"),
    )
    assert in_order(packs[OWN["kull 1"]].text(), parts) == list(parts)


def test_no_pack_in_a_cohort_says_that_cohorts_differ(packs: dict[str, Printed]):
    assert [whose for whose, pack in OWN.items() if "Hvert kull har sin dato" in packs[pack].text()] == ["all"]
    assert [whose for whose, pack in OWN.items() if "1. september 2027" in packs[pack].text()] == ["kull 2"]


@pytest.mark.parametrize(
    ("gathering", "parts"),
    [
        ("fagdag", ("Kull 1", "torsdag 22. oktober 2026 kl. 09.00", "Lyngvåg", "Flyttet fra 15. oktober", "Kull 2")),
        ("kveld", ("Velg én av to", "kl. 17.00–19.00", "Lyngvåg", "eller", "kl. 18.00–20.00", "Losby", "Kull 2")),
        ("veiledning", ("Hver tredje tirsdag", "(4 ganger)", "Losby", "29. desember 2026", "19. januar 2027")),
        ("samtale", ("mandag 14. desember 2026", "Losby", "Avlyst: vi ringer i stedet")),
    ],
)
def test_a_gatherings_pack_tells_it_for_each_cohort(gathering: str, parts: tuple[str, ...], packs: dict[str, Printed]):
    text = packs[f"samlinger/{gathering}/{gathering}-til-deltakerne.pdf"].text()
    assert in_order(text, parts) == list(parts)
    assert "ikke oppgitt" not in text


def struck(pack: Printed) -> list[float]:
    """Height of each line on the first page that is longer than a short word, and shorter than half of the page."""
    return [line.at for line in pack.lines(0) if line.right - line.left < 90]


def test_what_is_cancelled_is_struck(packs: dict[str, Printed]):
    assert len(struck(packs["samlinger/samtale/samtale-til-deltakerne.pdf"])) == 1
    assert len(struck(packs["samlinger/veiledning/veiledning-til-deltakerne.pdf"])) == 1
    assert struck(packs["samlinger/kveld/kveld-til-deltakerne.pdf"]) == []
