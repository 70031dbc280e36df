"""What the search reads of a page."""

import pytest

from stifinner.adapter.search_text import flatten


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ("<div><p>Hei</p></div>", "<p>Hei</p>"),
        ("<p><strong>09.00</strong><span>Velkommen</span></p>", "<p>09.00 Velkommen</p>"),
        ("<p>Les <em>dette</em>.</p>", "<p>Les dette.</p>"),
        (
            '<div><h2 id="a">En <em>ting</em></h2></div><p>Tekst</p>',
            '<h2 id="a">En ting</h2><p>Tekst</p>',
        ),
        ("<h3>Uten anker</h3><p>Tekst</p>", "<p>Uten anker Tekst</p>"),
        ("<p>Vises</p><p hidden>Skjult <b>helt</b></p><p>Ja</p>", "<p>Vises Ja</p>"),
        ('<svg><text>Ord</text><path d=""/></svg><p>Ja</p>', "<p>Ja</p>"),
        ('<h1 data-search-exclude="true">Tittel</h1><p>Ja</p>', "<p>Ja</p>"),
        ('<p>a<br>b<img src="x" hidden>c</p>', "<p>a b c</p>"),
        ("<p>menneske&shy;møte &lt;b&gt;</p>", "<p>menneskemøte &lt;b&gt;</p>"),
        ("", ""),
    ],
)
def test_page_is_read_as_headings_and_text(html: str, read: str):
    assert flatten(html) == read
