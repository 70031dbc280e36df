"""Each text is parsed once: what is checked, rendered and printed comes from the same tokens."""

from pathlib import Path

import pytest

from stifinner.attachments.album import Album
from stifinner.content import read_content
from stifinner.files.memory import Memory
from stifinner.help.handbook.chapters import read_chapters
from stifinner.language.phrases import load_phrases
from stifinner.markdown.parser import Parser
from stifinner.outputs.paper.data import PaperComposer
from stifinner.outputs.paper.sheets import compose_document
from stifinner.portal import build_portal
from stifinner.views.pages.handbook import compose_handbook_pages

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
PHRASES = load_phrases("nb")


@pytest.mark.slow
@pytest.mark.sample
def test_check_and_build_parse_each_text_once(monkeypatch):
    parsed = []
    parse = Parser.parse

    def counted(self, lines):
        parsed.append("\n".join(lines).strip("\n"))
        return parse(self, lines)

    monkeypatch.setattr(Parser, "parse", counted)
    compose_handbook_pages.cache_clear()
    memory = Memory()
    read_content(CONTENT, PHRASES, memory=memory)
    portal = build_portal(CONTENT, name="Portalen", memory=memory)
    pages = list(portal.render([ROOT / "theme_overrides" / "fragments"]))
    composer = PaperComposer(Album(CONTENT, {}).printed, PHRASES, portal.frame.name, "")
    papers = [compose_document(paper, composer) for paper in portal.papers]

    chapters = read_chapters("nb")
    handbook = [chapter.lede for chapter in chapters]
    handbook += [part.text for chapter in chapters for part in chapter.parts if not part.asks_for]
    plans = [part.text for chapter in chapters for part in chapter.parts if part.asks_for == "agenda"]
    handbook += [line.partition("|")[0] for text in plans for line in text.splitlines()]
    files = [path for path in CONTENT.rglob("*.md") if path.name != "README.md"]
    assert len(parsed) == len(files) + len(handbook)
    assert sorted(parsed[len(files) :]) == sorted(text.strip("\n") for text in handbook)
    assert pages
    assert papers
