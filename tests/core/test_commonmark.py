"""CommonMark's own examples: no word of what they are to show is lost, and none is added."""

import json
from pathlib import Path

import pytest

from core.blocks import shown
from stifinner.language.phrases import load_phrases
from stifinner.markdown.text import parse_text
from stifinner.outputs.html.prose import ProseRenderer
from stifinner.views.parts.elements import Prose

CASES = Path(__file__).parent / "cases" / "commonmark.json"
EXAMPLES = json.loads(CASES.read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example['number']} {example['section']}")
def test_words_are_those_of_the_spec(example):
    renderer = ProseRenderer(load_phrases("nb")["words"])
    renderer.begin_page("")
    page = renderer.render_prose(Prose(parse_text(example["markdown"])))
    assert shown(page) == shown(example["html"])
