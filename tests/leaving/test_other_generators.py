"""What ``stifinner write`` makes is shown as it is meant by plain mkdocs-material and Zensical, without a warning."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page

from conftest import served
from stifinner.publishing.write import render_markdown

from .test_write import as_shown, build_plainly, lost_links, pages_in, write_without_mkdocs

pytestmark = [pytest.mark.slow, pytest.mark.any_content]

HEIGHTS = "() => [...document.querySelectorAll('[data-md-component=content] svg')].map((s) => s.clientHeight)"
AS_AT_HOME = """() => {
  const [ofTheTheme, saidAgain] = [/[.]md-typeset svg\\b/, /^svg[.]/];
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (saidAgain.test(rule.selectorText)) rule.selectorText = ".none";
      else if (ofTheTheme.test(rule.selectorText)) rule.selectorText = rule.selectorText.replace(ofTheTheme, ".none");
    }
  }
}"""
WITHOUT_STYLE = """() => {
  document.querySelectorAll("link[rel=stylesheet], style").forEach((sheet) => sheet.remove());
  return [...document.querySelectorAll("[data-md-component=content] svg:not(svg svg)")]
    .filter((drawing) => drawing.checkVisibility())
    .map((drawing) => [drawing.clientHeight, Number(drawing.getAttribute("height"))]);
}"""


@pytest.fixture(scope="module")
def written(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal of this repository, written. No test writes in it but its generator."""
    folder = tmp_path_factory.mktemp("written") / "ut"
    done = write_without_mkdocs(root, folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def blocks(written: Path) -> dict[str, str]:
    """Address of each written page, and its block of HTML."""
    return pages_in(written)


@pytest.fixture(scope="module")
def plain(written: Path) -> Path:
    """It, built by MkDocs with mkdocs-material and nothing of ours; a warning would stop it."""
    return build_plainly(written)


@pytest.fixture(scope="module")
def by_zensical(written: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """It, built by Zensical, and what that said; a warning would stop it."""
    folder = tmp_path_factory.mktemp("zensical") / "ut"
    shutil.copytree(written, folder, ignore=shutil.ignore_patterns("site"))
    command = [Path(sys.executable).with_name("zensical"), "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site", done.stdout + done.stderr


def drawings_in(block: str) -> set[str]:
    """Each kind of drawing in a page: the first class of the ``svg``, or that of what it stands in."""
    found = BeautifulSoup(block, "lxml").select("svg")
    return {" ".join((svg.get("class") or svg.parent.get("class", ["?"]))[:1]) for svg in found}


def test_the_portal_of_this_repository_can_leave(built_site: Path, blocks: dict[str, str], plain: Path) -> None:
    ours = {path.parent.relative_to(built_site).as_posix() for path in built_site.rglob("index.html")}
    assert {address.rstrip("/") or "." for address in blocks} <= ours
    assert lost_links(plain) == []
    shown = {address: (plain / address / "index.html").read_text(encoding="utf-8") for address in blocks}
    assert [address for address, block in blocks.items() if as_shown(block) not in shown[address]] == []


def test_zensical_warns_of_nothing(by_zensical: tuple[Path, str], blocks: dict[str, str]) -> None:
    site, said = by_zensical
    assert "No issues found" in said
    assert [address for address in blocks if not (site / address / "index.html").is_file()] == []


def test_each_page_is_one_block_also_where_a_blank_line_ends_it(blocks: dict[str, str]) -> None:
    reader = MarkdownIt("commonmark")
    kinds = {address: [token.type for token in reader.parse(block)] for address, block in blocks.items()}
    assert {address: found for address, found in kinds.items() if found != ["html_block"]} == {}


def test_what_an_example_shows_of_markdown_is_no_markdown() -> None:
    page = SimpleNamespace(title="T", frame=SimpleNamespace(description="", programme=None))
    html = '<p title="[a](b.md)">[c][d]</p>\n \n\n<pre>x\n\n  \n- [e](../f.md)\n\n[g]: h.md\n</pre>\n'
    body = render_markdown(page, html).partition("\n---\n\n")[2]
    assert "[" not in body
    assert [token.type for token in MarkdownIt("commonmark").parse(body)] == ["html_block"]
    read, meant = (BeautifulSoup(text, "html.parser") for text in (body, html))
    assert read.p == meant.p
    assert read.pre.string == meant.pre.string


def test_every_drawing_says_its_size(blocks: dict[str, str]) -> None:
    drawings = {tag for block in blocks.values() for tag in re.findall(r"<svg\b[^>]*>", block)}
    assert len(drawings) > 5
    assert [tag for tag in drawings if not re.search(r' width="\d+(\.\d+)?" height="\d+(\.\d+)?"', tag)] == []


@pytest.fixture(scope="module")
def places(blocks: dict[str, str]) -> list[str]:
    """Pages that between them have every kind of drawing."""
    seen: set[str] = set()
    chosen = []
    for address, block in blocks.items():
        if new := drawings_in(block) - seen:
            seen |= new
            chosen.append(address)
    return chosen


@pytest.fixture(scope="module", params=["plain", "by_zensical"])
def showing(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Callable[[str, int], Page]]:
    """Open a page of what another generator made, in a window so wide."""
    made = request.getfixturevalue(request.param)
    page = browser.new_page(reduced_motion="reduce")
    with served(made if isinstance(made, Path) else made[0]) as url:

        def show(address: str, width: int) -> Page:
            page.set_viewport_size({"width": width, "height": 1000})
            page.goto(url + address)
            return page

        yield show
    page.close()


@pytest.mark.parametrize("width", [360, pytest.param(1440, marks=pytest.mark.thorough)])
def test_the_theme_makes_no_drawing_higher_or_lower(
    showing: Callable[[str, int], Page], places: list[str], width: int
) -> None:
    """mkdocs-material sets the height of every ``svg``; with what stands against it, that is to change nothing."""
    for address in places:
        page = showing(address, width)
        away = page.evaluate(HEIGHTS)
        page.evaluate(AS_AT_HOME)
        assert away == pytest.approx(page.evaluate(HEIGHTS), abs=1), address


def test_without_any_style_a_drawing_has_the_size_it_says(
    showing: Callable[[str, int], Page], places: list[str]
) -> None:
    for address in places:
        measured = showing(address, 1440).evaluate(WITHOUT_STYLE)
        assert [shown for shown, _ in measured] == pytest.approx([said for _, said in measured], abs=1), address
