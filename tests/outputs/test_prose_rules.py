"""Each rule of an editor's prose, in HTML for the page and in nodes for paper."""

from typing import Any

import pytest

from stifinner.language.phrases import load_phrases
from stifinner.markdown.text import parse_text
from stifinner.outputs.html.prose import Note, ProseRenderer
from stifinner.outputs.paper.prose_tree import ProseTree
from stifinner.views.parts.elements import Prose

LINKS = {"a.md": "p/a/", "index.md": "", "b c.png": "filer/b c.png"}
TABLE = '<div class="table-room{}" role="region" tabindex="0" aria-label="Tabell"><table>\n'


def prose(markdown: str) -> Prose:
    return Prose(parse_text(markdown), LINKS)


@pytest.fixture
def renderer() -> ProseRenderer:
    renderer = ProseRenderer(load_phrases("nb")["words"])
    renderer.begin_page("../../")
    return renderer


@pytest.fixture
def tree() -> ProseTree:
    return ProseTree("https://portal.example/", {"note": "Merk"}, lambda address: f"placed/{address}")


def box(attributes: str, words: str) -> str:
    return f'<label class="task-line"><input type="checkbox"{attributes}><span>{words}</span></label>'


OPEN = ' autocomplete="off"'
DONE = box(' checked="" disabled=""', "Gjort")


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("- En\n- To", "<ul>\n<li>En</li>\n<li>To</li>\n</ul>\n"),
        ("3. En\n4. To", '<ol start="3">\n<li>En</li>\n<li>To</li>\n</ol>\n'),
        ("1. En", "<ol>\n<li>En</li>\n</ol>\n"),
        (
            "- [x] Gjort\n- [ ] Ikke",
            f'<ul class="tasks">\n<li>{DONE}</li>\n<li>{box(OPEN, "Ikke")}</li>\n</ul>\n',
        ),
        ("1. [x] Gjort", f'<ol class="tasks">\n<li>{DONE}</li>\n</ol>\n'),
        (
            "> [!NOTE]\n> Husk",
            '<aside class="alert alert--note">\n<p class="alert__title">Merk</p>\n<p>Husk</p>\n</aside>\n',
        ),
        ("> Sagt", "<blockquote>\n<p>Sagt</p>\n</blockquote>\n"),
        ("~~borte~~", "<p><del>borte</del></p>\n"),
        (
            '![Bilde av *x*](<b c.png> "Tittel")',
            '<p><img src="../../filer/b%20c.png" alt="Bilde av x" title="Tittel" loading="lazy"></p>\n',
        ),
        ('[a](a.md "T")', '<p><a href="../../p/a/" title="T">a</a></p>\n'),
        ("[hjem](index.md)", '<p><a href="../../">hjem</a></p>\n'),
        ("[her](#her)", '<p><a href="#her">her</a></p>\n'),
        ("[ut](https://example.org/a)", '<p><a href="https://example.org/a">ut</a></p>\n'),
        ("[skriv](mailto:a@example.org)", '<p><a href="mailto:a@example.org">skriv</a></p>\n'),
        (
            "# En\n\n## En\n\n#### Fire",
            '<h2 id="en">En</h2>\n<h2 id="en-2">En</h2>\n<h4 id="fire">Fire</h4>\n',
        ),
        ("### …", '<h3 id="avsnitt">…</h3>\n'),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>\n"),
        ("a  \nb\nc", "<p>a<br>\nb\nc</p>\n"),
        (
            "| a | b | c |\n|:-:|--:|---|\n| 1 | 2 | 3 |",
            TABLE.format("") + "<thead>\n<tr>\n"
            '<th class="align-center">a</th>\n<th class="align-right">b</th>\n<th>c</th>\n'
            "</tr>\n</thead>\n<tbody>\n<tr>\n"
            '<td class="align-center">1</td>\n<td class="align-right">2</td>\n<td>3</td>\n'
            "</tr>\n</tbody>\n</table></div>\n",
        ),
    ],
)
def test_rule_makes_its_html(markdown: str, html: str, renderer: ProseRenderer):
    assert renderer.render_prose(prose(markdown)) == html


@pytest.mark.parametrize(("columns", "kind"), [(4, ""), (5, " table-room--wide"), (6, " table-room--wide")])
def test_table_of_five_columns_is_given_the_pages_width(columns: int, kind: str, renderer: ProseRenderer):
    table = "\n".join((f"|{' a |' * columns}", f"|{'---|' * columns}", f"|{' b |' * columns}"))
    assert renderer.render_prose(prose(table)).startswith(TABLE.format(kind))


def test_root_of_the_portal_is_a_dot_on_the_page_that_is_the_root(renderer: ProseRenderer):
    renderer.begin_page("")
    assert renderer.render_prose(prose("[hjem](index.md)")) == '<p><a href="./">hjem</a></p>\n'


def test_ids_that_the_page_has_are_not_taken_again(renderer: ProseRenderer):
    renderer.begin_page("", ["for", "for-2"])
    assert renderer.render_prose(prose("### Før")) == '<h3 id="for-3">Før</h3>\n'


def test_footnotes_are_numbered_through_the_page(renderer: ProseRenderer):
    def ref(number: int, id: str) -> str:
        return f'<sup class="noteref"><a id="{id}" href="#footnote_{number}">{number}</a></sup>'

    text = prose("En[^1] og to[^2] og en[^1].\n\n[^1]: Først.\n[^2]: Så.")
    assert renderer.render_prose(text) == (
        f"<p>En{ref(1, 'footref_1')} og to{ref(2, 'footref_2')} og en{ref(1, 'footref_1-2')}.</p>\n"
    )
    assert renderer.render_line(prose("Tre[^1].\n\n[^1]: Sist.")) == f"Tre{ref(3, 'footref_3')}."
    assert renderer.notes == (Note(1, prose("Først.")), Note(2, prose("Så.")), Note(3, prose("Sist.")))


@pytest.mark.parametrize(
    ("markdown", "html"),
    [("En *linje*\n\nTo", "En <em>linje</em>"), ("- Punkt", ""), ("| a |\n|---|\n| 1 |", ""), ("", "")],
)
def test_line_is_the_first_paragraph_without_its_tags(markdown: str, html: str, renderer: ProseRenderer):
    assert renderer.render_line(prose(markdown)) == html


def p(*has: Any) -> dict[str, Any]:
    return {"is": "p", "has": list(has)}


def a(href: str, *has: Any) -> dict[str, Any]:
    return {"is": "a", "href": href, "has": list(has)}


def heading(depth: int, words: str) -> dict[str, Any]:
    return {"is": "h", "depth": depth, "has": [words]}


def cell(tag: str, align: str, words: str) -> dict[str, Any]:
    return {"is": tag, "align": align, "has": [words]}


@pytest.mark.parametrize(
    ("markdown", "nodes"),
    [
        ("Vanlig **fet** tekst", [p("Vanlig ", {"is": "strong", "has": ["fet"]}, " tekst")]),
        ("a  \nb\nc", [p("a", {"is": "br"}, "b c")]),
        ("- En\n- To", [{"is": "ul", "has": [{"is": "li", "has": ["En"]}, {"is": "li", "has": ["To"]}]}]),
        ("3. En", [{"is": "ol", "start": 3, "has": [{"is": "li", "has": ["En"]}]}]),
        ("1. En", [{"is": "ol", "start": 1, "has": [{"is": "li", "has": ["En"]}]}]),
        (
            "- [x] Gjort\n- [ ] Ikke",
            [
                {
                    "is": "ul",
                    "has": [
                        {"is": "li", "task": "done", "has": ["Gjort"]},
                        {"is": "li", "task": "open", "has": ["Ikke"]},
                    ],
                }
            ],
        ),
        ("> [!NOTE]\n> Husk", [{"is": "alert", "kind": "note", "title": "Merk", "has": [p("Husk")]}]),
        ("~~borte~~", [p({"is": "del", "has": ["borte"]})]),
        (
            "# En\n\n### Tre\n\n## To\n\n### Tre\n\n# En",
            [heading(0, "En"), heading(1, "Tre"), heading(1, "To"), heading(2, "Tre"), heading(0, "En")],
        ),
        (
            "[a](a.md) [b](#her) [hjem](index.md) [m](mailto:a@example.org)",
            [
                p(
                    a("https://portal.example/p/a/", "a"),
                    " ",
                    a("", "b"),
                    " ",
                    a("https://portal.example/", "hjem"),
                    " ",
                    a("mailto:a@example.org", "m"),
                )
            ],
        ),
        ("![Bilde](<b c.png>)", [p({"is": "img", "src": "placed/filer/b c.png", "alt": "Bilde"})]),
        ("![Bilde](https://example.org/b.png)", [p({"is": "img", "src": None, "alt": "Bilde"})]),
        ("```\nx  y\n```", [{"is": "pre", "has": [{"is": "code", "has": ["x  y\n"]}]}]),
        ("`x  y`", [p({"is": "code", "has": ["x y"]})]),
        (
            "| a | b |\n|:-:|---|\n| 1 | 2 |",
            [
                {
                    "is": "table",
                    "has": [
                        {
                            "is": "thead",
                            "has": [{"is": "tr", "has": [cell("th", "center", "a"), cell("th", "", "b")]}],
                        },
                        {
                            "is": "tbody",
                            "has": [{"is": "tr", "has": [cell("td", "center", "1"), cell("td", "", "2")]}],
                        },
                    ],
                }
            ],
        ),
    ],
)
def test_prose_is_the_same_in_nodes(markdown: str, nodes: list[Any], tree: ProseTree):
    assert tree.blocks(prose(markdown)) == nodes


def test_notes_on_paper_are_numbered_anew_on_each(tree: ProseTree):
    first, second = prose("En[^1].\n\n[^1]: Først."), prose("To[^1].\n\n[^1]: Så.")

    def marked(word: str, number: int) -> list[Any]:
        return [p(word, {"is": "noteref", "n": number}, ".")]

    assert [tree.blocks(one) for one in (first, second, first)] == [marked("En", 1), marked("To", 2), marked("En", 1)]
    assert tree.notes() == [[p("Først.")], [p("Så.")]]
    tree.begin_paper()
    assert (tree.blocks(second), tree.notes()) == (marked("To", 1), [[p("Så.")]])


def test_way_within_the_portal_leads_nowhere_where_nobody_knows_its_address():
    tree = ProseTree("", {}, lambda address: None)
    assert tree.blocks(prose("[a](a.md) ![b](<b c.png>)")) == [
        p(a("", "a"), " ", {"is": "img", "src": None, "alt": "b"})
    ]


@pytest.mark.parametrize(
    ("address", "href"),
    [
        ("./p/a/", "https://portal.example/p/a/"),
        ("tel:+4712345678", "tel:+4712345678"),
        ("javascript:x", ""),
        ("#her", ""),
    ],
)
def test_link_leads_somewhere_from_paper(address: str, href: str, tree: ProseTree):
    assert tree.href(address) == href
