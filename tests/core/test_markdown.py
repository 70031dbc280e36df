"""What GitHub shows is what the page shows; the cases were written by hand from what GitHub does."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from stifinner.dates.shown import DateWords
from stifinner.language.phrases import load_phrases
from stifinner.markdown.text import parse_text
from stifinner.outputs.html.prose import ProseRenderer
from stifinner.views.parts.elements import Prose
from yaml_files import read_yaml

CASES = read_yaml(Path(__file__).parent / "cases" / "markdown.yml")
PHRASES = load_phrases("nb")
MONTHS = DateWords(PHRASES).month_names()
KEPT = {"a": {"href", "title"}, "img": {"src", "alt", "title"}, "input": {"type", "checked"}, "ol": {"start"}}


def shown(written: str) -> str:
    """The HTML of a text with its footnotes, as a page has it."""
    renderer = ProseRenderer(PHRASES["words"])
    renderer.begin_page("")
    html = renderer.render_prose(Prose(parse_text(written, MONTHS)))
    told = 0
    notes = ""
    while told < len(renderer.notes):
        notes += f"<li>{renderer.render_prose(renderer.notes[told].body)}</li>"
        told += 1
    return f"{html}<section><ol>{notes}</ol></section>" if notes else str(html)


def bare(html: str) -> str:
    """HTML without what only serves the look: classes, ids, wrappers, white space between blocks."""
    page = BeautifulSoup(html, "html.parser")
    for element in page.find_all(True):
        align = next((name[6:] for name in element.get("class", []) if name.startswith("align-")), element.get("align"))
        element.attrs = {key: value for key, value in element.attrs.items() if key in KEPT.get(element.name, ())}
        if align:
            element["align"] = align
        if element.name == "h1":
            element.name = "h2"
    for element in page.find_all(["label", "span", "div"]):
        element.unwrap()
    for mark in page.find_all("sup"):
        mark.string = mark.get_text()
    for text in page.find_all(string=True):
        around = text.parent.name
        if not text.strip() and "\n" in text and around not in {"p", "code", "td", "th", "strong", "em", "a"}:
            text.extract()
    page.smooth()
    for text in page.find_all(string=True):
        if text.find_parent("pre") is None:
            beside = (text.previous_sibling, text.next_sibling)
            blocks = {"p", "ul", "ol", "blockquote", "pre", "table", "aside", "section", "h2", "h3", "br", "input"}
            plain = str(text)
            plain = plain.lstrip() if beside[0] is None or beside[0].name in blocks else plain
            plain = plain.rstrip() if beside[1] is None or beside[1].name in blocks else plain
            text.replace_with(plain)
    return str(page)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_page_shows_what_github_shows(case):
    assert bare(shown(case["written"])) == bare(case["shown"])
