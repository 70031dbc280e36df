"""Notes to editors reach no participant, in any file of the site."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from stifinner.portal import build_portal

CONTENT = Path(__file__).parents[2] / "content"


def words(text: str) -> str:
    """The words alone, so that mark-up and white space can't hide them."""
    return " ".join(re.findall(r"\w+", text.lower()))


@pytest.fixture(scope="module")
def notes() -> list[tuple[str, str]]:
    """Where each sentence of a note stands, and its words."""
    found = []
    for item in build_portal(CONTENT, name="Portalen").graph.items.values():
        if item.editors_note:
            sentences = re.split(r"(?<=[.!?])\s+", item.editors_note.markdown)
            found += [(item.path, words(sentence)) for sentence in sentences if len(sentence) > 25]
    return found


def text_of(path: Path) -> str:
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    return path.read_bytes().decode("utf-8", "ignore")


def test_no_sentence_of_a_note_is_published(notes: list[tuple[str, str]], built_site: Path):
    assert len(notes) > 20, "the sample has notes to look for"
    whole = {path: words(text_of(path)) for path in built_site.rglob("*") if path.is_file()}
    assert [(note, path) for note, sentence in notes for path, text in whole.items() if sentence in text] == []


def test_no_source_file_is_published(built_site: Path):
    assert [path for path in built_site.rglob("*") if path.suffix in {".md", ".yml", ".py"}] == []
