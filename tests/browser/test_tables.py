"""A wide table has the page's width on a screen and a sheet's on paper; it is never cut, and nothing lies over it."""

import io
import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

from browser.conftest import Visit
from browser.small_portal import WEEKS
from browser.test_layout import WIDER

ROOMS = """() => document.querySelectorAll(".prose > table").forEach((table) => {
  const room = document.createElement("div");
  const wide = table.rows[0].cells.length >= 5;
  room.className = wide ? "table-room table-room--wide" : "table-room";
  room.tabIndex = 0;
  table.replaceWith(room);
  room.append(table);
})"""
"""Puts a bare table into the room that a renderer is to give it."""
A4_WIDTH = 718
"""Pixels between the margins of a sheet."""


@pytest.fixture
def plan(visit: Visit, small_url: str):
    """Open the plan of the weeks: one table of seven columns, one of three."""

    def open_plan(**settings) -> Page:
        page = visit(f"{small_url}ukeplan/", **settings)
        page.evaluate(ROOMS)
        return page

    return open_plan


@pytest.mark.parametrize("letters", ["100%", "200%"])
@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_the_page_never_scrolls_sideways_but_the_wide_table_may(plan, width: int, letters: str):
    page = plan(width=width)
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", letters)
    assert page.evaluate(WIDER) == []
    room = page.locator(".table-room--wide")
    reach = room.evaluate("room => { room.scrollLeft = 9999; return room.scrollLeft + room.clientWidth; }")
    assert reach >= page.locator("table").first.bounding_box()["width"] - 1
    if width == 320:
        assert room.evaluate("room => room.scrollWidth > room.clientWidth")


def test_a_wide_table_has_the_width_of_the_page_and_a_small_one_that_of_the_text(plan):
    page = plan(width=1440)
    whole = page.locator(".article__head").bounding_box()
    column = page.locator(".prose p").first.bounding_box()
    wide, small = (table.bounding_box() for table in page.locator("table").all())
    assert wide["x"] == pytest.approx(whole["x"], abs=1)
    assert wide["width"] == pytest.approx(whole["width"], abs=1)
    assert small["x"] == pytest.approx(column["x"], abs=1)
    assert small["width"] <= 34 * 16
    assert page.locator(".table-room--wide").evaluate("room => room.scrollWidth <= room.clientWidth")


BLOCKS = """() => [...document.querySelectorAll("main :is(h1, h2, p, tr)")].map((el) => {
  const {top, bottom} = el.getBoundingClientRect();
  return [el.innerText, Math.round(top), Math.round(bottom)];
})"""
CUT_CELLS = """() => [...document.querySelectorAll("th, td")]
  .filter((cell) => cell.scrollWidth > cell.clientWidth || cell.getBoundingClientRect().right > innerWidth)
  .map((cell) => cell.innerText)"""


def test_in_print_blocks_follow_each_other_and_no_cell_is_cut(plan):
    page = plan(width=A4_WIDTH)
    page.emulate_media(media="print")
    blocks = page.evaluate(BLOCKS)
    assert [pair for pair in pairwise(blocks) if pair[0][2] > pair[1][1]] == []
    assert page.evaluate(CUT_CELLS) == []


def test_on_paper_nothing_lies_over_the_table_its_head_is_on_every_sheet_and_rows_are_whole(plan):
    sheets = PdfReader(io.BytesIO(plan().pdf(format="A4"))).pages
    heights = [lines(sheet) for sheet in sheets]
    places = []
    for week in range(1, WEEKS + 1):
        deadline, lecture = (place(heights, text) for text in (f"Frist innlevering {week}", f"F{week}.3"))
        assert deadline == pytest.approx(lecture, abs=1), "a row stands on one sheet"
        places.append(deadline)
    for text in ("Etter tabellen.", "Roller", "Leder gruppen", "Spørsmål", "Skriv til kontoret."):
        places.append(place(heights, text))
    assert [pair for pair in pairwise(places) if pair[1] < pair[0] + 9] == []
    with_rows = [text for text in (sheet.extract_text() for sheet in sheets) if "Frist innlevering" in text]
    assert len(with_rows) > 1
    assert [text for text in with_rows if not re.search(r"Uke\s*Tid\s*Mandag", text)] == []


def lines(sheet: PageObject) -> dict[float, str]:
    """Distance from the top, in points, and what is written there."""
    found: dict[float, str] = {}

    def note(text: str, ctm: list[float], matrix: list[float], *_: object) -> None:
        across_page = ctm[1] * matrix[4] + ctm[3] * matrix[5] + ctm[5]
        height = round(float(sheet.mediabox.height) - across_page, 1)
        found[height] = found.get(height, "") + text

    sheet.extract_text(visitor_text=note)
    return {height: " ".join(text.split()) for height, text in found.items()}


def place(heights: list[dict[float, str]], text: str) -> float:
    """How far down the whole roll of paper a text stands."""
    wanted = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")
    return next(
        number * 1000 + height
        for number, sheet in enumerate(heights)
        for height, said in sheet.items()
        if wanted.search(said)
    )
