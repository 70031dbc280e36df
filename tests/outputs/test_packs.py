"""Print packs and pages for printing: what is needed is there, in order, and no note reaches who should not have it."""

from pathlib import Path

import pytest

from core.builder import portal_of
from outputs.printed import Printed, squeeze
from stifinner.portal import Portal
from stifinner.views.print_page import PrintPage, SheetPrintPage

P = "programmer/p"
SITE_URL = "https://ark.example/"
FILES = {
    f"{P}/index.md": "# Programmet\n\nEt lite program.\n\n## Notat til redaktører\n\nREDAKTØR0\n",
    f"{P}/roller/leder.md": (
        "# Leder\n\nLeder arbeidet.\n\n## Oppgaver\n\n- Sett av tid: to timer\n\n## Notat til redaktører\n\nREDAKTØR1\n"
    ),
    f"{P}/samlinger/start.md": (
        "---\ndato: 3. februar 2027\ntid: 09.00–11.00\nsted: Losby\nfor: leder\n---\n# Start\n\nVi begynner.\n\n"
        "## Før samlingen\n\n- Les: kapittel én\n\n## Fokusområder\n\n- Lag to grupper\n\n"
        "## Dagsplan\n\n- 30 min Velkommen\n- 45 min Kultur: som prosess\n\n"
        "## Mellomarbeid til 8. mars 2027\n\nPrøv det ut.\n\n## Notat til redaktører\n\nREDAKTØR2 [REDAKTØR3](https://r.example)\n"
    ),
    f"{P}/samlinger/slutt.md": "---\ndato: 8. mars 2027\nfor: leder\n---\n# Slutt\n\nVi ser tilbake.\n",
    f"{P}/refleksjon/ark.md": (
        "---\nsamlinger: start\n---\n# Arket\n\nEt ark.\n\n## Kjerneelementer\n\n### Det ene\n\n"
        "- Vi lytter\n    - Vi spør først\n\n"
        "## Spørsmål til samtalen\n\n- Hva så dere?\n\n## Slik bruker dere arket\n\n- 10 min LEDER0\n\n"
        "## Til den som leder\n\n### LEDER1\n\nLEDER2 **LEDER3** [LEDER4](https://leder5.example)\n\n"
        "| LEDER6 |\n|---|\n| LEDER7 |\n\n"
        "- LEDER8\n\n## Notat til redaktører\n\nREDAKTØR4\n"
    ),
}
LEADERS = [f"LEDER{number}" for number in (0, 1, 2, 3, 4, 6, 7, 8)]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("portal") / "content"


@pytest.fixture(scope="module")
def portal(content: Path) -> Portal:
    portal = portal_of(content, FILES)
    assert [problem for problem in portal.problems if problem.severity == "error"] == []
    return portal


@pytest.fixture(scope="module")
def papers(portal: Portal, content: Path, root: Path) -> dict[str, Printed]:
    """Everything that is printed, by address."""
    made = portal.print_papers(content, [root / "theme_overrides"], SITE_URL, None)
    return {address.removeprefix(f"{P}/"): Printed(pdf) for address, pdf in made}


@pytest.fixture(scope="module")
def packs(papers: dict[str, Printed]) -> dict[str, Printed]:
    """Everything but the sheets' own papers."""
    return {address: paper for address, paper in papers.items() if not address.startswith("refleksjon/")}


PARTICIPANTS, LEADS, OWN = (
    "samlinger/start/start-til-deltakerne.pdf",
    "samlinger/start/start-til-den-som-leder.pdf",
    "roller/leder/leder-pakke.pdf",
)


def test_there_is_a_pack_where_there_is_a_sheet_to_go_with_it(packs: dict[str, Printed]):
    assert set(packs) == {PARTICIPANTS, LEADS, OWN}


def test_a_gatherings_pack_has_all_of_it_in_order(packs: dict[str, Printed]):
    text = squeeze(packs[PARTICIPANTS].text())
    parts = (
        *("Start", "Vi begynner.", "3. februar 2027 kl. 09.00–11.00", "Losby", "Leder"),
        *("Les", "kapittel én", "Lag to grupper"),
        *("09.00", "Velkommen", "30 min", "09.30", "Kultur", "som prosess", "45 min"),
        *("Til samlingen 8. mars 2027", "Prøv det ut.", "Det ene", "Vi lytter", "Vi spør først", "Hva så dere?"),
    )
    at, found = 0, []
    for part in parts:
        at = text.find(squeeze(part), at)
        found.append(part if at >= 0 else "")
        at = max(at, 0)
    assert found == list(parts)


def test_a_roles_pack_has_its_way_its_duties_and_its_sheets(packs: dict[str, Printed]):
    text = squeeze(packs[OWN].text())
    parts = (
        "3. februar 2027",
        "Start",
        "8. mars 2027",
        "Slutt",
        "Sett av tid",
        "to timer",
        "Lag to grupper",
        "Vi lytter",
    )
    assert [part for part in parts if squeeze(part) not in text] == []


def test_pages_of_a_pack_are_numbered_through_and_lead_back_each_to_its_own(packs: dict[str, Printed]):
    pack = packs[PARTICIPANTS]
    pages = pack.pages()
    assert [f"Side {number} av {len(pages)}" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)
    assert pack.codes(0) == [f"{SITE_URL}{P}/samlinger/start/"]
    assert pack.codes(len(pages) - 1) == [f"{SITE_URL}{P}/refleksjon/ark/"]


def said(pack: Printed) -> str:
    """All that a PDF says: text, links, alternatives, properties."""
    return " ".join([pack.text(), *pack.links(), *pack.alts(), str(pack.reader.metadata)])


def test_no_note_to_who_leads_is_in_a_participants_pack(packs: dict[str, Printed]):
    for name in (PARTICIPANTS, OWN):
        assert "LEDER" not in said(packs[name]).replace("Du er leder", "")
        assert "leder5.example" not in said(packs[name])
    assert [word for word in LEADERS if word not in said(packs[LEADS])] == []


def test_no_note_to_editors_is_on_any_paper(papers: dict[str, Printed]):
    for paper in papers.values():
        assert "REDAKTØR" not in said(paper)
        assert "r.example" not in said(paper)


def test_each_gathering_role_and_sheet_has_a_page_for_printing(portal: Portal):
    pages = {page.address.removeprefix(f"{P}/") for page in portal.pages if page.frame.bare}
    things = ("samlinger/start", "samlinger/slutt", "roller/leder", "refleksjon/ark")
    assert pages == {f"{thing}/skriv-ut/" for thing in things}


def test_no_note_is_on_a_page_for_printing(portal: Portal, root: Path):
    printed = [html for page, html in portal.render([root / "theme_overrides" / "fragments"]) if page.frame.bare]
    assert len(printed) == 4
    for html in printed:
        assert "LEDER" not in html
        assert "REDAKTØR" not in html


def test_links_on_a_page_for_printing_have_their_whole_address(portal: Portal, root: Path):
    renderer = portal.renderer([root / "theme_overrides" / "fragments"], SITE_URL)
    page = next(page for page in portal.pages if page.address == f"{P}/samlinger/start/skriv-ut/")
    html = renderer.render_page(page.view, page.address)
    assert f'<a href="../../../../../{P}/refleksjon/ark/" data-address="ark.example/{P}/refleksjon/ark/">' in html
    assert html.count("<a ") == html.count("data-address=")


def test_a_sheet_on_a_page_for_printing_has_its_statements_and_no_steps(portal: Portal, root: Path):
    renderer = portal.renderer([root / "theme_overrides" / "fragments"])
    views = [page for page in portal.pages if isinstance(page.view, SheetPrintPage)]
    html = renderer.render_page(views[0].view, views[0].address)
    assert [text for text in ("Vi lytter", "Vi spør først", "Hva så dere?", "Det ene") if text not in html] == []
    assert sum(isinstance(page.view, PrintPage) for page in portal.pages) == 3


def test_an_address_taken_by_a_page_for_printing_is_told(tmp_path: Path):
    portal = portal_of(tmp_path / "content", {**FILES, f"{P}/samlinger/start/skriv-ut.md": "# Noe\n\nAnnet.\n"})
    told = [problem.path for problem in portal.problems if problem.code == "address-taken"]
    assert told == [f"{P}/samlinger/start/skriv-ut.md"]
