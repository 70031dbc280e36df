"""Tasks, words aside and notes in a text: large enough to press, told apart without colour, within the page."""

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.test_layout import WIDER
from browser.test_tables import ROOMS


def task(text: str, inner: str = "", state: str = "") -> str:
    """A point to tick off, as the renderer writes it."""
    box = f'<input type="checkbox" autocomplete="off" {state}>'
    return f'<li><label class="task-line">{box}<span>{text}</span></label>{inner}</li>'


def tasks(*points: str) -> str:
    """A list of them."""
    return f'<ul class="tasks">{"".join(points)}</ul>'


KINDS = {"note": "Merk", "tip": "Tips", "important": "Viktig", "warning": "Obs", "caution": "Advarsel"}
NESTED = tasks(task("Sal", tasks(task("Prosjektor", tasks(task("Kabel til en prosjektor"))))))
TEXT = (
    tasks(
        task("Les <em>kapittel 1</em>"),
        task("Meld dere på", state="checked disabled"),
        "<li>Et vanlig punkt</li>",
        task("Bestill rom", f"<p>Hos biblioteket.</p>{NESTED}"),
    )
    + "".join(
        f'<aside class="alert alert--{kind}"><p class="alert__title">{word}</p><p>Kort sagt.</p></aside>'
        for kind, word in KINDS.items()
    )
    + '<p>Et ord.<sup class="noteref"><a id="noteref-1" href="#note-1">1</a></sup></p>'
    + "<pre><code>en svært lang linje, som ikke får plass i spalten på noen telefon uten å brytes</code></pre>"
)
NOTES = (
    '<section class="footnotes wrap"><h2>Fotnoter</h2><ol><li id="note-1"><p>En note. '
    '<a class="noteback" href="#noteref-1" aria-label="Tilbake til teksten">↩</a></p></li></ol></section>'
)


@pytest.fixture
def written(visit: Visit, small_url: str):
    """Open an article that says all this."""

    def open_article(**settings) -> Page:
        page = visit(f"{small_url}ukeplan/", **settings)
        page.evaluate(ROOMS)
        page.locator(".prose").first.evaluate("(prose, html) => { prose.innerHTML = html; }", TEXT)
        page.locator("main").evaluate("(main, html) => main.insertAdjacentHTML('beforeend', html)", NOTES)
        return page

    return open_article


@pytest.mark.parametrize("letters", ["100%", "200%"])
@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_nothing_of_it_runs_out_of_the_page(written, width: int, letters: str):
    page = written(width=width)
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", letters)
    assert page.evaluate(WIDER) == []


@pytest.mark.parametrize("width", [320, 1440])
def test_the_whole_row_of_a_task_is_pressed_and_what_was_done_stays_done(written, width: int):
    page = written(width=width)
    column = page.locator(".prose").first.bounding_box()
    for row in page.locator(".task-line").all():
        assert row.bounding_box()["height"] >= 44
    first = page.locator(".task-line").first
    box = first.bounding_box()
    assert box["width"] == pytest.approx(min(column["width"], 34 * 16), abs=1)
    first.click(position={"x": box["width"] - 4, "y": 4})
    expect(first.locator("input")).to_be_checked()
    expect(page.locator(".task-line input").nth(1)).to_be_disabled()
    marks = (
        page.locator(".tasks")
        .first.locator("> li")
        .evaluate_all("all => all.map((point) => getComputedStyle(point).listStyleType)")
    )
    assert marks == ["none", "none", "disc", "none"]


MARK = """title => {
  const {clipPath, borderRadius, content} = getComputedStyle(title, "::before");
  return [clipPath, borderRadius, content].join(" ");
}"""


@pytest.mark.parametrize("forced", ["none", "active"])
def test_words_aside_differ_by_shape(written, forced: str):
    page = written(forced_colors=forced)
    shapes = [title.evaluate(MARK) for title in page.locator(".alert__title").all()]
    assert len(set(shapes)) == len(KINDS)
    ground, ink = page.locator(".alert__title").first.evaluate(
        "title => { const mark = getComputedStyle(title, '::before'); return [mark.backgroundColor, mark.color]; }"
    )
    assert ground != ink


def test_where_the_reader_chooses_the_colours_a_box_is_the_systems_own(written):
    page = written(forced_colors="active")
    box = page.locator(".task-line input").first
    assert box.evaluate("box => getComputedStyle(box).appearance") == "auto"
    assert box.evaluate("box => getComputedStyle(box, '::before').content") == "none"


def test_a_note_can_be_pressed_and_is_marked_when_one_comes_to_it(written):
    page = written(width=360)
    for link in page.locator(".noteref a, .noteback").all():
        size = link.bounding_box()
        assert size["width"] >= 24
        assert size["height"] >= 24
    page.locator(".noteref a").click()
    note = page.locator("#note-1")
    expect(note).to_be_in_viewport()
    expect(note).to_have_css("outline-style", "solid")
    page.locator(".noteback").click()
    expect(page.locator("#noteref-1")).to_be_in_viewport()
