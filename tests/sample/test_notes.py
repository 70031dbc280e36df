"""Notes to editors reach no participant, in any file of the site."""

import re
from pathlib import Path

import pypdfium2
import pytest

from stifinner.model.sheet import Sheet
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
            sentences = re.split(r"(?<=[.!?])\s+", item.editors_note.plain)
            found += [(item.path, words(sentence)) for sentence in sentences if len(sentence) > 25]
    return found


def text_of(path: Path) -> str:
    if path.suffix == ".pdf":
        return "\n".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(path))
    return path.read_bytes().decode("utf-8", "ignore")


def test_no_sentence_of_a_note_is_published(notes: list[tuple[str, str]], built_site: Path):
    assert len(notes) > 20, "the sample has notes to look for"
    whole = {path: words(text_of(path)) for path in built_site.rglob("*") if path.is_file()}
    assert [(note, path) for note, sentence in notes for path, text in whole.items() if sentence in text] == []


def test_what_is_for_whoever_leads_is_on_no_page_for_printing_and_in_no_pack_of_a_participant(built_site: Path):
    items = build_portal(CONTENT, name="Portalen").graph.items.values()
    leads = [item.facilitator.plain for item in items if isinstance(item, Sheet) and item.facilitator]
    told = {words(one) for text in leads for one in re.split(r"(?<=[.!?])\s+", text) if len(one) > 25}
    pages = list(built_site.rglob("skriv-ut/index.html"))
    packs = [*built_site.rglob("*-til-deltakerne.pdf"), *built_site.rglob("*-pakke.pdf")]
    for_leaders = list(built_site.rglob("*-til-den-som-leder.pdf"))
    assert min(len(told), len(packs), len(for_leaders)) > 3
    assert len(pages) > 60
    whole = {path: words(text_of(path)) for path in (*packs, *pages)}
    assert [(one, path) for one in told for path, text in whole.items() if one in text] == []
    led = " ".join(words(text_of(path)) for path in for_leaders)
    assert [one for one in told if one in led] != []


def test_no_source_file_is_published(built_site: Path):
    assert [path for path in built_site.rglob("*") if path.suffix in {".md", ".yml", ".py"}] == []
