"""Every page for printing, and one that an editor has filled with all that can break it: nothing is cut off, nothing
jumps up, the search knows nothing of it."""

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from browser.addresses import all_addresses
from browser.axe import barriers_in, bring_axe
from browser.conftest import Visit
from browser.pages import some_of
from browser.small_portal import write_beside
from browser.test_layout import CUT, TORN, WIDER
from browser.test_print import letters
from conftest import served

PRINTED = "skriv-ut/"
PAPER = 794 - 2 * 57
"""Pixels between the margins of A4."""
WORD = "Menneskerettighetsorganisasjonsmedlemskap"
LONG = "https://langt.example/" + "et-langt-stykke-vei-" * 12
LINKS = {
    "i en setning": "https://setning.example/side?a=1&b=2",
    "i en tabell": "https://tabell.example/",
    "i dagsplanen": "https://dagsplan.example/",
    "i en oppgave": "https://oppgave.example/",
    "en lang adresse": LONG,
}
HOSTILE = {
    "index.md": "# Hard portal\n\nEtt program.\n",
    "programmer/p/index.md": "# Programmet\n\nEt lite program.\n",
    "programmer/p/roller/deltaker.md": f"# {WORD}\n\nDu deltar.\n\n## Oppgaver\n\n- {WORD}: {WORD}\n",
    "programmer/p/samlinger/start.md": (
        f"---\ndato: 3. februar 2027\ntid: 09.00–11.00\nsted: {WORD} {WORD}\nfor: deltaker\n---\n"
        f"# {WORD}\n\nVi begynner.\n\n"
        f"Les [i en setning]({LINKS['i en setning']}) og [en lang adresse]({LONG}).\n\n"
        f"## Før samlingen\n\n- Les: [i en oppgave]({LINKS['i en oppgave']})\n\n"
        f"## Dagsplan\n\n- 30 min Velkommen: [i dagsplanen]({LINKS['i dagsplanen']})\n- 45 min {WORD}\n\n"
        "## Mellomarbeid til 8. mars 2027\n\n| En | To | Tre | Fire |\n|---|---|---|---|\n"
        f"| {WORD} | {WORD} | [i en tabell]({LINKS['i en tabell']}) | {WORD} |\n"
    ),
    "programmer/p/refleksjon/ark.md": (
        f"---\nsamlinger: start\nskala: Alltid, Ofte, Iblant, Sjelden, Aldri\n---\n# {WORD}\n\nEt ark.\n\n"
        f"## Kjerneelementer\n\n### {WORD}\n\n- {WORD} {WORD}\n    - {WORD}\n- Vi spør\n"
    ),
}
HARD = ["samlinger/start/", "roller/deltaker/", "refleksjon/ark/"]
DIALOGUES = """() => {
  window.asked = [];
  for (const name of ["print", "alert", "confirm", "prompt"]) window[name] = () => { window.asked.push(name); };
  HTMLDialogElement.prototype.showModal = HTMLDialogElement.prototype.show = () => { window.asked.push("dialog"); };
}"""


@pytest.fixture(scope="module")
def hostile_url(build_written: Callable[..., Path], root: Path) -> Iterator[str]:
    folder = build_written("hostile", lambda folder: write_beside(folder, root, HOSTILE), "https://hard.example/")
    with served(folder / "site") as url:
        yield url


def printed_addresses(site: Path) -> list[str]:
    return [address for address in all_addresses(site) if address.endswith(f"/{PRINTED}")]


def cut_off(page: Page) -> dict[str, list]:
    """What runs out of a small screen, and of paper."""
    found = {}
    for name, width, media in (("320", 320, "screen"), ("360", 360, "screen"), ("paper", PAPER, "print")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(media=media)
        if wrong := page.evaluate(WIDER) + page.evaluate(CUT):
            found[name] = wrong
    page.emulate_media(media="screen")
    return found


def test_nothing_is_cut_off_on_any_page_for_printing(visit: Visit, portal_url: str, built_site: Path):
    page = visit("about:blank")
    found, addresses = {}, printed_addresses(built_site)
    assert len(addresses) > 60
    for address in some_of(built_site, addresses):
        page.goto(portal_url + address)
        if wrong := cut_off(page):
            found[address] = wrong
    assert found == {}


@pytest.mark.parametrize("thing", HARD)
def test_nothing_is_cut_off_where_an_editor_writes_what_can_break_it(visit: Visit, hostile_url: str, thing: str):
    page = visit(f"{hostile_url}programmer/p/{thing}{PRINTED}")
    assert cut_off(page) == {}
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    assert letters(WORD) in "".join(letters(sheet.extract_text()) for sheet in reader.pages)


def test_every_address_is_whole_on_paper_wherever_its_link_stands(visit: Visit, hostile_url: str):
    page = visit(f"{hostile_url}programmer/p/samlinger/start/{PRINTED}")
    assert sorted(page.locator("main a[href^='http']").all_inner_texts()) == sorted(LINKS)
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    whole = "".join(letters(sheet.extract_text()) for sheet in reader.pages)
    assert [name for name, address in LINKS.items() if letters(address) not in whole] == []


@pytest.mark.parametrize("media", ["screen", "print"])
def test_no_page_for_printing_has_a_barrier(
    visit: Visit, portal_url: str, hostile_url: str, built_site: Path, media: str
):
    page = visit("about:blank")
    bring_axe(page)
    page.emulate_media(media=media)
    some = [portal_url + address for address in some_of(built_site, printed_addresses(built_site))]
    found = {}
    for url in [*some, *(f"{hostile_url}programmer/p/{thing}{PRINTED}" for thing in HARD)]:
        page.goto(url)
        if barriers := barriers_in(page):
            found[url] = barriers
    assert found == {}


def test_no_page_for_printing_opens_anything_by_itself(visit: Visit, portal_url: str, built_site: Path):
    page = visit("about:blank")
    page.add_init_script(f"({DIALOGUES})()")
    opened = {}
    for address in some_of(built_site, printed_addresses(built_site)):
        page.goto(portal_url + address, wait_until="load")
        if asked := page.evaluate("window.asked"):
            opened[address] = asked
    assert opened == {}


def test_a_page_for_printing_is_the_same_without_scripts(visit: Visit, hostile_url: str):
    for thing in HARD:
        url = f"{hostile_url}programmer/p/{thing}{PRINTED}"
        texts = [visit(url, java_script_enabled=on).locator("main").inner_text() for on in (True, False)]
        assert texts[0] == texts[1]
        assert WORD in texts[0]


def test_no_page_for_printing_is_found_by_those_who_search(built_site: Path):
    addresses = printed_addresses(built_site)
    pages = [(built_site / address / "index.html").read_text(encoding="utf-8") for address in addresses]
    assert [address for address, html in zip(addresses, pages, strict=True) if '"noindex"' not in html] == []
    index = json.loads((built_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert [entry["location"] for entry in index["docs"] if PRINTED in entry["location"]] == []
    assert PRINTED not in (built_site / "sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [360, 768])
def test_no_word_of_a_page_for_printing_is_torn_apart(visit: Visit, portal_url: str, built_site: Path, width: int):
    page = visit("about:blank", width=width)
    torn = {}
    for address in some_of(built_site, printed_addresses(built_site)):
        page.goto(portal_url + address)
        if words := page.evaluate(TORN):
            torn[address] = words
    assert torn == {}
