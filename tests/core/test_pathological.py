"""Text that no person writes neither hangs nor crashes anything: it becomes pages, or problems at its line."""

import time
from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.outputs.pages import PageRenderer
from stifinner.phrases import load_phrases
from stifinner.problems import has_errors, show_problems

pytestmark = pytest.mark.slow

SIZE = 100_000
"""Bytes of each text."""
TEXTS = {
    name: unit * (SIZE // len(unit))
    for name, unit in {
        "brackets": "[",
        "round brackets": "(",
        "links begun": "[a](",
        "links begun with angles": "[a](<",
        "links begun with titles": "[a](b \"'",
        "references begun": "[a][",
        "pictures begun": "![",
        "bracketed words": "[a] ",
        "stars": "*",
        "stars and words": "*a ",
        "bold begun": "**a ",
        "stars of three": "***a**b ",
        "underscores": "_",
        "underscores in words": "a_",
        "stars and underscores": "*_",
        "backticks": "`",
        "backticks and words": "`a ",
        "quotations": "> ",
        "quotations close together": ">",
        "bullets": "- ",
        "numbers": "1. ",
        "tags begun": "<a ",
        "angles": "<",
        "addresses begun": "<a@",
        "attribute lists begun": "{:",
        "entities": "&lt;",
        "backslashes": "\\",
        "bars": "|",
        "number signs": "#",
        "colons": "a: ",
        "slashes": "://",
        "one word": "å",
        "garbled letters": "Ã¥",
        "lines": "\n",
        "quoted lines": "> a\n",
        "items": "- a\n",
        "rows": "| a | b |\n",
    }.items()
} | {
    "a long gap": "a" + " " * SIZE + "b",
    "links in each other": "[a " * (SIZE // 6) + "](b)" * (SIZE // 8),
    "lists in each other": "\n".join(" " * 4 * depth + "- a" for depth in range(200)),
    "backticks, more and more": "".join("`" * count + "a" for count in range(400)),
}
PLACES = {
    "body": "# A\n\n{}\n",
    "day plan": "# A\n\n## Dagsplan\n\n- 10 min {}\n",
    "list": "# A\n\n## Ressurser\n\n- {}\n",
    "fact": "---\ndato: {0}\nfor: {0}\ntid: {0}\nsted: {0}\n{0}\n---\n# A\n",
    "headings": "# {0}\n\n## {0}\n\nTekst.\n",
}
TEMPLATES = Path(__file__).parents[2] / "theme_overrides" / "fragments"
LONG = 60
"""Seconds. What hangs takes hours; what is well takes less than one, on a machine that has nothing else to do."""


@pytest.fixture(scope="module")
def renderer():
    return PageRenderer([TEMPLATES], load_phrases("nb"))


@pytest.mark.parametrize("text", TEXTS)
def test_text_becomes_pages_or_problems(text, renderer, tmp_path):
    start = time.process_time()
    for number, (place, content) in enumerate(PLACES.items()):
        written = TEXTS[text] if place == "body" else TEXTS[text].replace("\n", " ")
        files = {"programmer/p/samlinger/a.md": content.format(written)}
        portal = portal_of(tmp_path / str(number), files)
        if has_errors(portal.problems):
            assert {problem.path for problem in portal.problems} == {*files}
            assert len(show_problems(portal.problems, portal.phrases)) < SIZE
        else:
            assert all(renderer.render_page(page.view, page.address) for page in portal.pages if page.source)
    assert time.process_time() - start < LONG
