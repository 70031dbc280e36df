"""Print packs and pages for printing: what is needed is there, in order, and no note reaches who should not have it."""

import re
from pathlib import Path

import pytest

from core.builder import portal_of
from outputs.printed import Printed, squeeze
from stifinner.language.phrases import load_phrases
from stifinner.portal import Portal
from stifinner.views.papers.print_page import PrintPage, SheetPrintPage

pytestmark = pytest.mark.slow

PAPER = load_phrases("nb")["words"]["paper"]
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
    """Everything but the sheets' own papers, and wheels."""
    return {address: paper for address, paper in papers.items() if not re.search("refleksjon/|arshjul/", address)}


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
        *("Til samlingen mandag 8. mars 2027", "Prøv det ut.", "Det ene", "Vi lytter", "Vi spør først", "Hva så dere?"),
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
    assert pack.codes(2) == [f"{SITE_URL}{P}/refleksjon/ark/"]
    assert pack.codes(len(pages) - 1) == [f"{SITE_URL}{P}/samlinger/start/"]


def test_a_pack_has_one_plan_last_with_what_to_talk_about_first(packs: dict[str, Printed]):
    for pack in packs.values():
        *others, last = pack.pages()
        assert [page for page in others if PAPER["plan"] in page] == []
        assert [word for word in (PAPER["plan"], "Arket", PAPER["what"]) if squeeze(word) not in squeeze(last)] == []


def test_a_plan_about_two_sheets_has_the_questions_of_each_below_its_name(tmp_path: Path, root: Path):
    files = {
        f"{P}/refleksjon/{name}.md": FILES[f"{P}/refleksjon/ark.md"].replace("# Arket", f"# Arket {name}")
        for name in "ab"
    }
    files |= {path: text for path, text in FILES.items() if "refleksjon" not in path}
    portal = portal_of(tmp_path / "content", files)
    made = dict(portal.print_papers(tmp_path / "content", [root / "theme_overrides"], SITE_URL, None))
    pack = Printed(made[f"{P}/{PARTICIPANTS}"])
    *others, last = pack.pages()
    assert [page for page in others if PAPER["plan"] in page] == []
    assert last.index("Arket a · Arket b") < last.index(PAPER["talk"])
    assert squeeze("Arket a 1. Hva så dere? Arket b 1. Hva så dere?") in squeeze(last)


class TestSides:
    """Packs are printed on both sides: whatever is handed out by itself has a front of its own."""

    @staticmethod
    def fronts(pack: Printed) -> list[int]:
        """Pages, from 1, that a sheet, the notes to it or a plan begins on."""
        begun = (PAPER["group"], PAPER["ask"]["facilitator"])
        return [number for number, page in enumerate(pack.pages(), 1) if any(word in page for word in begun)]

    def test_each_paper_of_a_pack_begins_on_a_front(self, packs: dict[str, Printed]):
        found = {name: self.fronts(pack) for name, pack in packs.items()}
        assert found == {PARTICIPANTS: [3, 5], LEADS: [3, 5, 7], OWN: [3, 5]}

    def test_so_it_is_in_every_pack_of_the_sample(self, built_site: Path):
        endings = ("-til-deltakerne.pdf", "-til-den-som-leder.pdf", "-pakke.pdf")
        packs = {path: Printed(path) for path in built_site.rglob("*.pdf") if path.name.endswith(endings)}
        assert len(packs) == 23
        for pack in packs.values():
            pages = pack.pages()
            assert [page for page in self.fronts(pack) if page % 2 == 0] == []
            assert [number for number, page in enumerate(pages, 1) if PAPER["plan"] in page] == [len(pages)]
            assert self.fronts(pack)[-1] == len(pages)

    def test_no_back_is_empty(self, built_site: Path):
        for path in built_site.rglob("*-pakke.pdf"):
            pack = Printed(path)
            for number, text in enumerate(pack.pages()):
                if number % 2 and PAPER["own_notes"] in text:
                    # Where a handout ends on a back, its words take some of the room.
                    assert len(pack.lines(number)) >= (15 if len(text) < 400 else 3)
                assert len(text) > 100

    def test_a_back_says_which_paper_it_belongs_to_and_nothing_of_it_is_read_aloud(self, packs: dict[str, Printed]):
        pack = packs[PARTICIPANTS]
        assert [word for word in ("Start", PAPER["own_notes"]) if word not in pack.pages()[1]] == []
        assert pack.tags().count("/H1") == 3

    def test_a_paper_alone_has_no_page_for_the_sake_of_its_sides(self, papers: dict[str, Printed]):
        assert len(papers["refleksjon/ark/ark-b.pdf"].pages()) == 2


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
