"""Reader and renderer agree on headings, points, links and code, and links stand where they are said to stand."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import takewhile
from pathlib import Path

import pytest
from markdown_it.common.utils import unescapeAll
from markupsafe import Markup

from core.blocks import WITHOUT_END, squeeze
from core.generator import Generator
from stifinner.dates.shown import DateWords
from stifinner.language.phrases import load_phrases
from stifinner.markdown.finder import find_places
from stifinner.markdown.parser import Parsed, find_parser
from stifinner.markdown.places import Places
from stifinner.markdown.text import split_lists, text_of
from stifinner.outputs.html.prose import ProseRenderer
from stifinner.views.parts.elements import Prose
from yaml_files import read_yaml

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "cases" / "markdown.yml"
PHRASES = load_phrases("nb")
PARSER = find_parser(tuple(DateWords(PHRASES).month_names()))
HOW_MANY = 2000
HEADINGS = ["h2", "h3", "h4", "h5", "h6"]


def files_of(folder: Path) -> list[tuple[str, str]]:
    """Name and body of each file below a folder, the facts as empty lines."""
    found = []
    for path in sorted(folder.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        facts = re.match(r"---\n.*?\n---\n", text, re.DOTALL)
        begin = facts.end() if facts else 0
        found.append((path.name, "\n" * text.count("\n", 0, begin) + text[begin:]))
    return found


TEXTS = {
    "sample": lambda: files_of(ROOT / "content"),
    "handbook": lambda: files_of(ROOT / "plugins" / "stifinner" / "help" / "handbook" / "nb"),
    "cases": lambda: [(case["name"], case["written"]) for case in read_yaml(CASES)],
    "generated": lambda: [(str(number), Generator(number).file()) for number in range(HOW_MANY)],
}


@pytest.mark.slow
@pytest.mark.parametrize("name", [pytest.param("sample", marks=pytest.mark.sample), "handbook", "cases", "generated"])
def test_reader_and_renderer_agree(name):
    faults = [f"{file}: {fault}" for file, text in TEXTS[name]() for fault in differences(text)]
    assert not faults, "\n".join(faults[:20])


def differences(text: str) -> Iterator[str]:
    """What the reader finds in a text and the renderer does not show, or the other way round."""
    lines = text.split("\n")
    parsed = PARSER.parse(lines)
    places = find_places(parsed, lines)
    page = render(parsed)
    for what, read, shown in (
        ("headings", headings_of(places), page.headings),
        ("links", links_of(places, image=False), page.links),
        ("pictures", links_of(places, image=True), page.pictures),
        ("code", code_of(places, lines), [code for code in page.code if code not in indented_code(parsed)]),
        ("points", points_of(parsed), page.points),
    ):
        if read != shown:
            yield f"{what}: {read} read, {shown} shown"
    if len({(link.begins, link.image) for link in places.links}) < len(places.links):
        yield f"two links at one place: {places.links}"
    for link in places.links:
        written = unescapeAll(lines[link.line - 1][link.column - 1 :])
        if not any(f"{sign}{written}".startswith(link.target) for sign in ("", "http://", "mailto:")):
            yield f"place: {link.target} is said to stand at {written!r}"


class Shown(HTMLParser):
    """What is found in HTML, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.links: list[str] = []
        self.pictures: list[str] = []
        self.code: list[str] = []
        self.points: list[str] = []
        """Words of the points of lists that stand in nothing else."""
        self._inside: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag in WITHOUT_END:
            if tag == "img":
                self.pictures.append(said["src"] or "")
                self.handle_data(said["alt"] or "")
            return
        self._unread += bool(self._unread or said.get("class") in {"noteref", "alert__title"})
        if tag == "a" and not self._unread:
            self.links.append(said["href"] or "")
        elif tag in HEADINGS:
            self.headings.append(tag)
        elif tag == "pre":
            self.code.append("")
        elif tag == "li" and len(self._inside) == 1:
            self.points.append("")
        self._inside.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._inside.pop()
        self._unread -= bool(self._unread)
        if tag == "pre":
            self.code[-1] = bare(self.code[-1])
        elif tag == "li" and len(self._inside) == 1:
            self.points[-1] = squeeze(self.points[-1])
            if not self.points[-1]:
                self.points.pop()

    def handle_data(self, data: str) -> None:
        if self._unread:
            return
        if "pre" in self._inside:
            self.code[-1] += data
        if self._inside[:2] in (["ul", "li"], ["ol", "li"]):
            self.points[-1] += data


class Whole(ProseRenderer):
    """The portal's own renderer; no address is taken away, so that all of them can be compared."""

    def _clean(self, html: str) -> Markup:
        return Markup(html)


def render(parsed: Parsed) -> Shown:
    """What the page of a text shows; its footnotes last, as on a page."""
    renderer = Whole(PHRASES["words"])
    renderer.begin_page("")
    shown = Shown()
    shown.feed(str(renderer.render_prose(Prose(text_of(parsed.tokens)))))
    told = 0
    while told < len(renderer.notes):
        # In a footnote, points stand in something else.
        shown.feed(f"<section>{renderer.render_prose(renderer.notes[told].body)}</section>")
        told += 1
    return shown


def headings_of(places: Places) -> list[str]:
    """Levels of the headings that were read; a page has its one title already."""
    stretches = sorted(places.stretches, key=lambda one: one.first)
    return [f"h{max(one.level, 2)}" for one in stretches if one.kind == "heading_open"]


def links_of(places: Places, *, image: bool) -> list[str]:
    """Targets of the links or pictures that were read."""
    links = sorted((link for link in places.links if link.image == image), key=lambda one: one.begins)
    return [link.target.replace(" ", "%20") for link in links]


def code_of(places: Places, lines: list[str]) -> list[str]:
    """What stands between the fences that were read."""
    found = []
    for fence in sorted(places.fences, key=lambda one: one.line):
        inside = list(takewhile(lambda line: not line.lstrip(" >").startswith(fence.mark), lines[fence.line :]))  # noqa: B023
        found.append(bare("".join(inside)))
    return found


def indented_code(parsed: Parsed) -> set[str]:
    """Code without fences, which has no place of its own."""
    return {bare(token.content) for token in parsed.tokens if token.type == "code_block"}


def bare(text: str) -> str:
    """Code without white space, and without the signs of a quotation that it stands in."""
    return squeeze(text).replace(">", "")


def points_of(parsed: Parsed) -> list[str]:
    """The words of each point of each list that stands in nothing else."""
    points = (point for one in split_lists(text_of(parsed.tokens)) for point in one.points)
    return [words for point in points if (words := squeeze(point.plain))]
