"""Figures, hyphens, accents and days in each language, what is said when nothing is found, and excerpts."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.days import LATE_2026
from conftest import served
from core.builder import write_files
from languages.portals import write_settings
from search.test_pairs import Finder
from stifinner.language.phrases import load_phrases
from yaml_files import read_yaml

KINDS = read_yaml(Path(__file__).parent / "kinds.yml")


def write_kinds(folder: Path, root: Path, language: str) -> None:
    write_files(folder / "content", KINDS[language]["files"])
    write_settings(folder, root, language)
    settings = folder / "mkdocs.yml"
    text, changed = re.subn(
        r"search:\n +pipeline: .*", KINDS[language]["settings"], settings.read_text(encoding="utf-8")
    )
    assert changed == 1
    settings.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module", params=KINDS)
def portal(
    request: pytest.FixtureRequest,
    browser: Browser,
    build_written: Callable[..., Path],
    root: Path,
) -> Iterator[tuple[str, Finder]]:
    """A small portal in a language, with the settings of the search that its case says, and its search."""
    language = request.param
    folder = build_written(f"kinds-{language}", lambda folder: write_kinds(folder, root, language))
    context = browser.new_context()
    context.clock.set_fixed_time(LATE_2026)
    with served(folder / "site") as url:
        yield language, Finder(context.new_page(), url, load_phrases(language)["words"]["search"])
    context.close()


def test_page_comes_first_however_it_is_written(portal: tuple[str, Finder]):
    language, finder = portal
    finder.open(finder.url)
    wrong = {}
    for name, queries in KINDS[language]["finds"].items():
        for query in queries:
            found = finder.search(query)
            if not found or not found[0].endswith(f"/{name}/"):
                wrong[query] = found[:2]
    assert wrong == {}


def test_figures_of_a_day_do_not_weigh_as_a_name(portal: tuple[str, Finder]):
    """«1» is in a hundred dates; «360» is not «36»."""
    _, finder = portal
    finder.open(finder.url)
    assert [address for address in finder.search("36") if "start" not in address] == []


def test_no_hit_leads_on(portal: tuple[str, Finder]):
    language, finder = portal
    words, case = finder.words, KINDS[language]
    finder.open(f"{finder.url}{case['programme']}")
    typed, word = case["mistyped"], case["meant"]
    assert finder.search(typed) == []
    said = f"{words['none'].format(query=typed)} {words['meant']} {word}?"
    assert " ".join(finder.count.text_content().split()) == said
    ways = finder.page.locator("[data-search-none] :is(a, button):visible")
    assert ways.all_inner_texts() == [word, words["library"], words["contact"]]

    finder.page.keyboard.press("ArrowDown")
    expect(ways.first).to_be_focused()
    finder.page.keyboard.press("Enter")
    expect(finder.page.get_by_role("searchbox")).to_have_value(word)
    expect(finder.page.locator("[data-search-hits] .hit")).not_to_have_count(0)
    expect(finder.page.locator("[data-search-none]")).to_be_hidden()

    assert finder.search("qqqqqq") == []
    assert ways.all_inner_texts() == [words["library"], words["contact"]]
    ways.last.click()
    expect(finder.page.locator("[data-search]")).to_be_hidden()
    assert finder.page.url.partition("#")[2] == case["contact"]


def test_what_is_marked_is_marked_once_and_facts_are_apart(portal: tuple[str, Finder]):
    language, finder = portal
    finder.open(finder.url)
    day = KINDS[language]["day"]
    finder.search(day)
    teaser = finder.page.locator("[data-search-hits] .hit__text").first
    assert "<" not in teaser.inner_text()
    assert f" · {KINDS[language]['name']} · " in teaser.inner_text()
    marked = teaser.locator("mark").all_inner_texts()
    assert marked[:3] == day.replace(".", "").split()
