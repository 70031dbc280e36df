"""Render an editor's Markdown to safe HTML.

The parser's own renderer makes HTML of its tokens; our methods give links their addresses, headings their ids, and
tables, task lists, alerts and footnotes their markup. nh3 then removes whatever is not on our lists. Raw HTML never
comes so far: the check has already told it, at its line.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import nh3
from markupsafe import Markup

from ...language.phrases.words import Words
from ...language.slugs import slugify, unique
from ...markdown.html import HtmlRenderer
from ...markdown.parser import escapeHtml
from ...markdown.text import Text, words_of
from ...markdown.tokens import Token
from ...views.parts.elements import Prose

_TAGS = {
    *("p", "br", "hr", "blockquote", "pre", "code", "ul", "ol", "li"),
    *("h2", "h3", "h4", "h5", "h6", "a", "em", "strong", "del", "sup", "img"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("div", "aside", "label", "input", "span"),
}
_ATTRIBUTES = {
    "a": {"href", "title", "id"},
    "aside": {"class"},
    "div": {"class", "role", "tabindex", "aria-label"},
    "img": {"src", "alt", "title", "width", "height", "loading"},
    "input": {"type", "autocomplete", "checked", "disabled"},
    "label": {"class"},
    "ol": {"start", "class"},
    "p": {"class"},
    "sup": {"class"},
    "td": {"class"},
    "th": {"class"},
    "ul": {"class"},
} | {f"h{level}": {"id"} for level in range(2, 7)}
SCHEMES = {"http", "https", "mailto", "tel"}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WIDE = 5
"""A table with this many columns, or more, gets the page's whole width."""


@dataclass(frozen=True)
class Note:
    """A footnote of a page."""

    number: int
    """From 1, in the order in which the page refers to them."""
    body: Prose


class ProseRenderer(HtmlRenderer):
    """Renders the prose of one page after the other; ``begin_page`` starts the next."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._root = ""
        self._prose = Prose()
        self._used_ids: set[str] = set()
        self._notes: dict[int, Note] = {}
        self.id_prefix = ""
        super().__init__()

    def begin_page(self, root: str, taken: Iterable[str] = (), id_prefix: str = "") -> None:
        """Start a page. ``root``: the portal's root as seen from it («../../»).

        ``taken``: ids that the page has already; ``id_prefix``: what all ids of its prose begin with.
        """
        self.id_prefix = id_prefix
        self._root = root
        self._used_ids = set(taken)
        self._notes = {}

    @property
    def notes(self) -> tuple[Note, ...]:
        """The footnotes that the page has referred to so far, in order."""
        return tuple(self._notes.values())

    def render_prose(self, prose: Prose) -> Markup:
        """Render all of the prose as blocks: paragraphs, lists, tables."""
        self._prose = prose
        return self._clean(self.render_tokens(prose.text.tokens))

    def render_line(self, prose: Prose) -> Markup:
        """Render the first paragraph without ``<p>`` around it; templates render the rest apart (``prose.rest``)."""
        self._prose = prose
        return self._clean(self.render_tokens(prose.text.tokens[1:2])) if prose.text.inline else Markup()

    def _clean(self, html: str) -> Markup:
        clean = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)
        return Markup(hide_signs(clean))

    def _address(self, target: str) -> str:
        """Give the address, as seen from this page, of a link's target as it was written."""
        address = self._prose.links.get(target, target)
        is_own = target in self._prose.links and not is_external(address)
        return self._relative(address) if is_own else address.replace(" ", "%20")

    def _relative(self, address: str) -> str:
        """Give a site address as seen from this page."""
        return (self._root + address or "./").replace(" ", "%20")

    def _claim(self, id: str) -> str:
        """Give an id that the page does not have yet, made from this one, and take note of it."""
        claimed = unique(self.id_prefix + id, self._used_ids)
        self._used_ids.add(claimed)
        return claimed

    # --- rules: the parser's renderer calls each for the tokens of the type it is named after -------------------------
    # ruff: noqa: D102

    def render_line_of(self, token: Token, item: Token | None) -> str:
        """Render a line, with a box where it begins a point to tick off. ``item``: the token of that point."""
        html = self.render_inline(token)
        done = item.meta.get("checked") if item else None
        if done is None:
            return html
        state = " checked disabled" if done else ' autocomplete="off"'
        return f'<label class="task-line"><input type="checkbox"{state}><span>{html}</span></label>'

    def list_item_open(self, *_: object) -> str:
        return "<li>"

    def bullet_list_open(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        return '<ul class="tasks">\n' if tokens[index].attrs else "<ul>\n"

    def ordered_list_open(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        attrs = tokens[index].attrs
        start = f' start="{attrs["start"]}"' if "start" in attrs else ""
        tasks = ' class="tasks"' if "class" in attrs else ""
        return f"<ol{start}{tasks}>\n"

    def link_open(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        attrs = tokens[index].attrs
        title = f' title="{escapeHtml(str(attrs["title"]))}"' if "title" in attrs else ""
        return f'<a href="{escapeHtml(self._address(str(attrs["href"])))}"{title}>'

    def image(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        token = tokens[index]
        title = f' title="{escapeHtml(str(token.attrs["title"]))}"' if "title" in token.attrs else ""
        target, words = str(token.attrs["src"]), words_of([token])
        shown = self._prose.pictures.get(self._prose.links.get(target, ""))
        source = self._relative(shown.address) if shown else self._address(target)
        size = f' width="{shown.width}" height="{shown.height}"' if shown else ""
        return f'<img src="{escapeHtml(source)}" alt="{escapeHtml(words)}"{title}{size} loading="lazy">'

    def heading_open(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        id = tokens[index].meta.get("id") or slugify(Text((tokens[index + 1],)).plain) or self._words["section"]
        return f'<{_level(tokens[index])} id="{self._claim(id)}">'

    def heading_close(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        return f"</{_level(tokens[index])}>\n"

    def table_open(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        end = next(at for at in range(index, len(tokens)) if tokens[at].type == "thead_close")
        columns = sum(token.type == "th_open" for token in tokens[index:end])
        kind = "table-room table-room--wide" if columns >= _WIDE else "table-room"
        return f'<div class="{kind}" role="region" tabindex="0" aria-label="{self._words["prose"]["table"]}"><table>\n'

    def table_close(self, *_: object) -> str:
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        return f"<th{_aligned(tokens[index])}>"

    def td_open(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        return f"<td{_aligned(tokens[index])}>"

    def alert_open(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        kind = str(tokens[index].meta["kind"]).lower()
        word = self._words["prose"]["alerts"][kind]
        return f'<aside class="alert alert--{kind}">\n<p class="alert__title">{word}</p>\n'

    def alert_close(self, *_: object) -> str:
        return "</aside>\n"

    def s_open(self, *_: object) -> str:
        return "<del>"

    def s_close(self, *_: object) -> str:
        return "</del>"

    def comment(self, *_: object) -> str:
        return ""

    def footnote_ref(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        body = tokens[index].meta["note"]
        note = self._notes.setdefault(id(body), Note(len(self._notes) + 1, replace(self._prose, text=Text(body))))
        id_here = self._claim(f"footref_{note.number}")
        target = f"{self.id_prefix}footnote_{note.number}"
        return f'<sup class="noteref"><a id="{id_here}" href="#{target}">{note.number}</a></sup>'

    def fence(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        return f"<pre><code>{escapeHtml(tokens[index].content)}</code></pre>\n"

    def code_block(self, tokens: Sequence[Token], index: int, *_: object) -> str:
        return self.fence(tokens, index)


def escape_code(text: str) -> str:
    """Render the text of a file as it is, to stand in ``<code>``."""
    return hide_signs(escapeHtml(text))


def hide_signs(html: str) -> str:
    """Write fences and tabs in HTML as entities.

    Another generator that reads the page as Markdown (``stifinner write``) would take them for code.
    """
    return html.replace("```", "&#96;" * 3).replace("~~~", "&#126;" * 3).replace("\t", "&#9;")


def is_external(address: str) -> bool:
    """Tell whether an address leaves the portal: it begins with a scheme."""
    return bool(_SCHEME.match(address))


def alignment_of(token: Token) -> str:
    """Give the alignment of a table's cell: ``left``, ``center``, ``right``, or empty."""
    return str(token.attrs.get("style", "")).removeprefix("text-align:")


def _aligned(token: Token) -> str:
    alignment = alignment_of(token)
    return f' class="align-{alignment}"' if alignment else ""


def _level(token: Token) -> str:
    """Give the tag of a heading; h1 becomes h2, since the page's own name is its only h1."""
    return "h2" if token.tag == "h1" else token.tag
