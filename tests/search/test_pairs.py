"""What readers type and what they are to find, tried in a real browser: parts of compounds, other forms, slips."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.days import LATE_2026
from browser.searching import type_query
from browser.small_portal import write_beside
from conftest import served
from stifinner.language.phrases import load_phrases
from yaml_files import read_yaml

GROUPS = read_yaml(Path(__file__).parent / "pairs.yml")
PAIRS = [pair for pairs in GROUPS.values() for pair in pairs]
WORDS = load_phrases("nb")["words"]["search"]
NEAR = 5
"""Among so many pages at the top somebody sees at once what they looked for."""

SMALL = {
    "index.md": "# Forside\n\nVelkommen.\n",
    "programmer/p/index.md": "# Programmet\n\nEt lite program.\n",
    "programmer/p/spor/samling.md": "# Samling\n\nNavnet selv.\n",
    "programmer/p/spor/formen.md": "# Samlingene våre\n\nEn annen form av ordet.\n",
    "programmer/p/spor/forst.md": "# Samlingsstyrer\n\nOrdet er det første leddet.\n",
    "programmer/p/spor/sist.md": "# Personalsamlinger\n\nOrdet er det siste leddet.\n",
    "programmer/p/spor/tekst.md": "# Noe annet\n\nHer handler det om en samling.\n",
    "programmer/p/spor/mentor.md": "# Mentor\n\nÉn som vet.\n",
    "programmer/p/spor/mentur.md": "# Mentur\n\nNesten det samme.\n",
}


class Finder:
    """The search of a portal in one open page."""

    def __init__(self, page: Page, url: str, words: dict = WORDS) -> None:
        self.page, self.url, self.words = page, url, words
        self.count = page.locator("[data-search-count]")
        self.open(url)

    def open(self, url: str) -> None:
        """Open the dialog of a page."""
        self.page.goto(url)
        self.page.keyboard.press("/")

    def search(self, text: str) -> list[str]:
        """Addresses of the pages found, in order, from the portal's root."""
        type_query(self.page, text, self.words["loading"])
        links = self.page.locator("[data-search-hits] .hit > a")
        hrefs = links.evaluate_all("all => all.map((link) => link.href)")
        return [href.removeprefix(self.url).partition("#")[0] for href in hrefs]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="nb-NO", reduced_motion="reduce")
    context.clock.set_fixed_time(LATE_2026)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def sample(page: Page, portal_url: str) -> Finder:
    return Finder(page, portal_url)


@pytest.fixture(scope="module")
def small(browser: Browser, build_written: Callable[..., Path], root: Path):
    folder = build_written("search", lambda folder: write_beside(folder, root, SMALL))
    context = browser.new_context()
    with served(folder / "site") as url:
        yield Finder(context.new_page(), url)
    context.close()


def test_there_are_enough_pairs_and_no_two_alike():
    queries = [pair["query"] for pair in PAIRS]
    assert len(queries) >= 90
    assert len(set(queries)) == len(queries)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["query"])
def test_page_is_found(sample: Finder, pair: dict):
    wanted = pair["page"].removeprefix("/") if pair["page"].startswith("/") else f"programmer/{pair['page']}"
    found = sample.search(pair["query"])
    assert wanted in found[: 1 if pair.get("first") else NEAR]


def test_the_name_comes_before_its_forms_and_those_before_compounds(small: Finder):
    names = [address.split("/")[-2] for address in small.search("samling") if "/spor/" in address]
    assert names == ["samling", "formen", "forst", "sist", "tekst"]


def test_what_was_typed_comes_before_what_is_nearly_so(small: Finder):
    assert [address.split("/")[-2] for address in small.search("mentor") if "/spor/" in address] == ["mentor", "mentur"]


def test_what_is_only_nearly_so_is_said_to_be(small: Finder):
    assert any(address.endswith("/mentor/") for address in small.search("mentår"))
    assert small.count.text_content() == WORDS["near"]


def test_nothing_near_is_nothing(small: Finder):
    assert small.search("kvernstein") == []
    assert small.count.text_content() == WORDS["none"].format(query="kvernstein")


def test_typing_on_shows_the_last_word(small: Finder):
    """Answers to what is no longer in the box are not shown."""
    box = small.page.get_by_role("searchbox")
    box.fill("")
    box.press_sequentially("mentor", delay=5)
    expect(small.page.locator("[data-search-hits] .hit").first).to_contain_text("Mentor")
    box.fill("")
    expect(small.page.locator("[data-search-hits] .hit")).to_have_count(0)
    small.page.wait_for_timeout(300)
    expect(small.page.locator("[data-search-hits] .hit")).to_have_count(0)
