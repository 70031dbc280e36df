"""A block of templates is made once a page, however many import it, and anew for the next page."""

from dataclasses import dataclass, field
from pathlib import Path

from stifinner.language.phrases import load_phrases
from stifinner.outputs.html.pages import PageRenderer
from stifinner.views.parts.page import Page

IMPORT = '{{% import "{}.html" as {} with context %}}'


@dataclass(frozen=True)
class CountingPage(Page):
    title: str
    made: list[str] = field(default_factory=list)
    """The title, each time that the block was made."""


def test_a_block_is_made_once_a_page_and_sees_the_page_that_it_is_made_for(tmp_path: Path):
    templates = {
        "shape": "{% set made = page.made.append(page.title) %}{% macro name() %}{{ page.title }}{% endmacro %}",
        "one": IMPORT.format("shape", "draw") + "{% macro one() %}{{ draw.name() }} 1{% endmacro %}",
        "other": IMPORT.format("shape", "draw") + "{% macro other() %}{{ draw.name() }} 2{% endmacro %}",
        "counting_page": IMPORT.format("one", "one")
        + IMPORT.format("other", "other")
        + IMPORT.format("shape", "shape")
        + "<div>{{ one.one() }}, {{ other.other() }}, {{ shape.name() }}</div>",
    }
    for name, text in templates.items():
        (tmp_path / f"{name}.html").write_text(text, encoding="utf-8")
    renderer = PageRenderer([tmp_path], load_phrases("nb"))
    pages = [CountingPage("A"), CountingPage("B")]
    html = [renderer.render_page(page, "") for page in pages]
    assert html == ["<div>A 1, A 2, A</div>", "<div>B 1, B 2, B</div>"]
    assert [page.made for page in pages] == [["A"], ["B"]]
