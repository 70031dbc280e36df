"""What the search reads of a page."""

import pytest

from stifinner.adapter.search.text import flatten


@pytest.mark.parametrize(
    ("html", "read"),
    [
        ("<div><p>Hei</p></div>", "<p>Hei</p>"),
        ("<p><strong>09.00</strong><span>Velkommen</span></p>", "<p>09.00\tVelkommen</p>"),
        ("<p>Les <em>dette</em>.</p>", "<p>Les dette.</p>"),
        (
            '<div><h2 id="a">En <em>ting</em></h2></div><p>Tekst</p>',
            '<h2 id="a">En ting</h2><p>Tekst</p>',
        ),
        ("<h3>Uten anker</h3><p>Tekst</p>", "<p>Uten anker\tTekst</p>"),
        ("<p>Vises</p><p hidden>Skjult <b>helt</b></p><p>Ja</p>", "<p>Vises\tJa</p>"),
        ('<svg><text>Ord</text><path d=""/></svg><p>Ja</p>', "<p>Ja</p>"),
        ('<h1 data-search-exclude="true">Tittel</h1><p>Ja</p>', "<p>Ja</p>"),
        ('<p>a<br>b<img src="x" hidden>c</p>', "<p>a b c</p>"),
        ("<p>menneske&shy;møte &lt;b&gt;</p>", "<p>menneskemøte &lt;b&gt;</p>"),
        ("<dl><dt>Sted</dt><dd>Losby</dd></dl><ul><li>a</li><li>b</li></ul>", "<p>Sted\tLosby\ta\tb</p>"),
        ("<p>Det <em>er</em> <strong>ett</strong> <a href='x'>ord</a></p>", "<p>Det er ett ord</p>"),
        ('<p class="kind"><a href="x">Spor</a> <a href="y">Samling</a> i mai</p>', "<p>Spor\tSamling i mai</p>"),
        ('<p><span class="a">31.</span> <span class="date__rest">mai</span></p>', "<p>31. mai</p>"),
        ('<p><span class="listed">Leder,</span> <span class="listed">ansatt</span></p>', "<p>Leder, ansatt</p>"),
        ("<p>a\tb</p>", "<p>a b</p>"),
        ("", ""),
    ],
)
def test_page_is_read_as_headings_and_text(html: str, read: str):
    assert flatten(html) == read
