"""An editor's Markdown becomes safe HTML, whatever it tries."""

import pytest

from stifinner.language.phrases import load_phrases
from stifinner.markdown.text import parse_text
from stifinner.outputs.html.prose import ProseRenderer
from stifinner.views.parts.elements import Prose


@pytest.fixture
def renderer():
    renderer = ProseRenderer(load_phrases("nb")["words"])
    renderer.begin_page("../../")
    return renderer


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Vanlig *tekst*.", "<p>Vanlig <em>tekst</em>.</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ('<img src=x onerror="alert(1)">', '<p>&lt;img src=x onerror="alert(1)"&gt;</p>'),
        ("[klikk](javascript:alert)", "<p><a>klikk</a></p>"),
        ("[klikk](java&#115;cript:alert)", "<p><a>klikk</a></p>"),
        ("[klikk](data:text/html,x)", "<p><a>klikk</a></p>"),
        ("[ut](https://example.org/?a=1&b=2)", '<p><a href="https://example.org/?a=1&amp;b=2">ut</a></p>'),
        ("[lederen](../roller/leder.md)", '<p><a href="../../programmer/p/roller/leder/">lederen</a></p>'),
        ("{{ config }} {% raw %}", "<p>{{ config }} {% raw %}</p>"),
        (
            "- #metoo\n- # ikke uten mellomrom",
            '<ul>\n<li>#metoo</li>\n<li><h2 id="ikke-uten-mellomrom">ikke uten mellomrom</h2>\n</li>\n</ul>',
        ),
        ("2 < 3 og 3 > 2", "<p>2 &lt; 3 og 3 &gt; 2</p>"),
    ],
)
def test_markdown_becomes_safe_html(markdown, html, renderer):
    links = {"../roller/leder.md": "programmer/p/roller/leder/"}
    assert renderer.render_prose(Prose(parse_text(markdown), links)).strip() == html


def test_tables_are_aligned_by_class(renderer):
    html = renderer.render_prose(Prose(parse_text("| a | b |\n|:--|--:|\n| 1 | 2 |")))
    assert "style=" not in html
    assert '<td class="align-right">2</td>' in html


def test_headings_get_ids_used_once_on_the_page(renderer):
    first, second = (renderer.render_prose(Prose(parse_text("### Før samlingen"))) for _ in range(2))
    assert (first.strip(), second.strip()) == (
        '<h3 id="for-samlingen">Før samlingen</h3>',
        '<h3 id="for-samlingen-2">Før samlingen</h3>',
    )
    renderer.begin_page("")
    assert (
        renderer.render_prose(Prose(parse_text("### Før samlingen"))).strip()
        == '<h3 id="for-samlingen">Før samlingen</h3>'
    )


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Les **dette**", "Les <strong>dette</strong>"),
        ("Først dette\n\n- så dette", "Først dette"),
        ("> sitert", ""),
        ("#metoo på jobb", "#metoo på jobb"),
        ("+47 er Norge", "+47 er Norge"),
    ],
)
def test_line_stands_without_its_paragraph(renderer, markdown, html):
    assert renderer.render_line(Prose(parse_text(markdown))) == html
