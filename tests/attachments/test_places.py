"""What passes is published under its own name, whatever that is, and never where something is made."""

from urllib.parse import quote, unquote

import pytest

from core.builder import PICTURE, SMALLEST, portal_of, write_files
from stifinner.files.shipped import THEME
from stifinner.portal import build_portal
from stifinner.publishing.pictures import copied_attachments, publish_pictures
from stifinner.publishing.write import write_portal

pytestmark = pytest.mark.slow

SHEET = "# Ark\n\n## Kjerneelementer\n\n### Vi lytter\n\n- Vi spør\n\n### Vi deler\n\n- Vi gir\n"
FULL = {
    **SMALLEST,
    "programmer/p/refleksjon/ark.md": f"---\nroller: leder\nsamlinger: en\n---\n{SHEET}",
    "programmer/p/roller/leder.md": "---\ntidligere: sjef\n---\n# Leder\n",
    "programmer/p/samlinger/en.md": "---\ntidligere: programmer/gammel/samlinger/en\n---\n# En\n",
    "programmer/p/ressurser/r.md": "# R\n\n## Finnes som\n\n- Film (kommer)\n",
}


def test_no_attachment_that_passes_has_the_address_of_a_made_file(tmp_path):
    """At every address that is made, and beside it, with endings that may be published."""
    portal = build_portal(write_files(tmp_path / "a", FULL), name="Portalen")
    pages = [page.address for page in portal.pages] + [page.address for page in portal.moved]
    made = {f"{address}index.html" for address in pages} | {paper.brief.address for paper in portal.papers}
    assert len(made) > 20
    tried = {path for path in made if path.endswith(".pdf")} | {"assets/a.pdf", "search/a.pdf", "skjema/a.pdf"}
    tried |= {f"{address.rstrip('/')}.pdf" for address in pages if address} | {path.upper() for path in tried}
    files = dict.fromkeys(tried, b"%PDF-1.7")
    problems = build_portal(write_files(tmp_path / "a", files), name="Portalen").problems
    told = {problem.path for problem in problems if problem.severity == "error"}
    keys = {path.casefold() for path in made}
    assert {path for path in tried if path.casefold() in keys} - told == set()


def test_an_old_address_is_never_where_a_file_lies(tmp_path):
    files = {
        "programmer/p/filer/plan.pdf": "%PDF-1.7",
        "om.md": "---\ntidligere: programmer/p/filer/plan.pdf\n---\n# Om\n",
    }
    assert [problem.code for problem in portal_of(tmp_path, files).problems] == ["address-taken"]


@pytest.mark.parametrize("name", ["å.png", "a b.png", "a&b.png", "a(b).png", "a'b.PNG", "a+b;c.png"])
def test_a_file_of_any_name_is_linked_to_and_written(name, tmp_path):
    content = write_files(
        tmp_path / "content",
        {**SMALLEST, f"filer/{name}": PICTURE, "om.md": f"# Om\n\n![Et bilde](filer/{quote(name, safe='')})\n"},
    )
    portal = build_portal(content, name="Portalen")
    assert portal.attachments == (f"filer/{name}",)
    assert [problem for problem in portal.problems if problem.code != "hard-to-link"] == []
    html = {page.source: str(text) for page, text in portal.render([THEME / "fragments"])}["om.md"]
    shown = html.partition('<img src="../filer/')[2].partition('"')[0].replace("&amp;", "&")
    assert unquote(shown) == name
    write_portal(portal, content, [THEME], tmp_path / "out")
    assert (tmp_path / "out/docs/filer" / name).read_bytes() == PICTURE


def test_of_a_drawing_what_was_rebuilt_is_published(tmp_path):
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><metadata>A</metadata><path d="M0 0h1"/></svg>'
    portal = portal_of(tmp_path, {"filer/a.SVG": drawing})
    assert copied_attachments(portal) == frozenset()
    assert dict(publish_pictures(portal, tmp_path, None)) == {
        "filer/a.SVG": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1" width="2" height="1">'
        b'<path d="M0 0h1"/></svg>\n'
    }
