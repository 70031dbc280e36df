"""Search finds text from every part of a page, Norwegian words in any form, and nothing that is not for readers."""

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page, expect

from browser.addresses import BROEN, TRYGGE, TYPES, listed_addresses
from browser.conftest import Visit
from browser.days import WORDS
from browser.searching import type_query

GATHERING = f"{TRYGGE}samlinger/lederen-som-kulturbygger/"
PARTS = {
    "name": ("relasjonsmodellen", "ressurser/den-didaktiske-relasjonsmodellen/"),
    "first paragraph": ("startskuddet", f"{TRYGGE}samlinger/kick-off/"),
    "place": ("losby", f"{TRYGGE}samlinger/kick-off/"),
    "agenda line": ("organisasjonskultur", f"{GATHERING}#pa-dagen"),
    "focus point": ("undervisningsgrupper", f"{GATHERING}#fokusomrader"),
    "work between": ("selve oppgaven", f"{GATHERING}#etter"),
    "duty": ("hold personalsamlingene", f"{TRYGGE}roller/leder/#oppgaver"),
    "section of the editor's own": ("styringsgruppe", f"{BROEN}#styringsgruppe"),
    "principle": ("tålmodighet", f"{BROEN}#verdier"),
    "resource's form": ("instruks film", f"{TRYGGE}ressurser/leirbal-instruks/"),
    "article": ("avkrysninger", "personvern/#avkrysninger"),
}
"""Part → what one looks for, and where it is found: at the heading, where the page has one for it."""


def search(page: Page, text: str) -> list[str]:
    """The addresses that a search gives, in order."""
    if not page.get_by_role("searchbox").is_visible():
        page.keyboard.press("/")
    type_query(page, text)
    return page.locator("[data-search-hits] a").evaluate_all("all => all.map((link) => link.href)")


@pytest.fixture
def finder(visit: Visit, portal_url: str) -> Page:
    return visit(portal_url)


@pytest.mark.parametrize("part", PARTS)
def test_text_is_found_where_it_stands(finder: Page, portal_url: str, part: str):
    text, place = PARTS[part]
    address = place.partition("#")[0]
    hits = search(finder, text)
    missed = {portal_url + address, portal_url + place} - {*hits}
    assert missed == set()
    finder.goto(portal_url + place)
    if anchor := place.partition("#")[2]:
        expect(finder.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_words_are_found_in_any_form_and_inside_compounds(finder: Page, portal_url: str):
    home = portal_url + TRYGGE
    for written, expected in {
        "lederne": f"{home}roller/leder/",
        "ANSATTE": f"{home}roller/ansatt/",
        "mentorer": f"{home}roller/mentor/",
        "leirbålet": f"{home}ressurser/leirbal-instruks/",
        "kulturbygg": f"{home}samlinger/lederen-som-kulturbygger/",
    }.items():
        assert expected in search(finder, written), written
    one, many = search(finder, "samling"), search(finder, "samlingene")
    pages = {hit.partition("#")[0] for hit in one} & {hit.partition("#")[0] for hit in many}
    assert pages


def test_what_is_not_there_is_said_not_to_be(finder: Page):
    assert search(finder, "kvernstein") == []
    expect(finder.locator("[data-search-count]")).to_have_text(WORDS["search"]["none"].format(query="kvernstein"))


@pytest.mark.parametrize("address", [TYPES["gathering"], TYPES["notfound"]])
def test_search_leads_right_from_any_depth(visit: Visit, portal_url_under_repo: str, address: str):
    page = visit(portal_url_under_repo + address)
    assert search(page, "startskuddet")[0] == f"{portal_url_under_repo}{TRYGGE}samlinger/kick-off/"


# --- The index, whole -----------------------------------------------------------------------------------------------


def words_in(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.replace("\u00ad", "").lower()))


def wanted(element: Tag) -> str:
    """What a reader sees in a page, but for what waits for a script or is said to screen readers alone."""
    for gone in element.select("[hidden], [data-search-exclude], .only-heard, svg, h1, button, dialog"):
        gone.decompose()
    return element.get_text(" ")


def read(site: Path, address: str) -> BeautifulSoup:
    path = site / address
    return BeautifulSoup((path if path.suffix else path / "index.html").read_text(encoding="utf-8"), "lxml")


def test_index_holds_every_word_of_every_page_and_leads_to_headings_that_are_there(built_site: Path):
    index = json.loads((built_site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert index["config"]["lang"] == ["no"]
    found, anchors = defaultdict(set), defaultdict(set)
    for entry in index["docs"]:
        address, _, anchor = entry["location"].partition("#")
        found[address] |= words_in(BeautifulSoup(f"{entry['title']} {entry['text']}", "lxml").get_text(" "))
        anchors[address] |= {anchor} - {""}
    lost, dead = {}, {}
    for address in listed_addresses(built_site):
        page = read(built_site, address)
        if gone := anchors[address] - {element["id"] for element in page.select("main [id]")}:
            dead[address] = gone
        if words := words_in(wanted(page.main)) - found[address]:
            lost[address] = words
    assert dead == {}
    assert lost == {}
    assert set(found) == set(listed_addresses(built_site))


def test_index_holds_nothing_from_the_foot_nor_from_notes_to_editors(built_site: Path, root: Path):
    index = (built_site / "search" / "search_index.json").read_text(encoding="utf-8")
    notes = [
        line
        for path in (root / "content").rglob("*.md")
        for line in path.read_text(encoding="utf-8").partition("## Notat til redaktører\n")[2].splitlines()
        if line.strip()
    ]
    assert len(notes) > 5
    assert [note for note in notes if note.strip("- ") in index] == []
    assert "Ett av programmene er oppdiktet" not in index
