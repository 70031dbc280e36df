"""An editor's Markdown made into safe HTML.

Python-Markdown renders; a tree processor of ours gives links their addresses, headings their ids and tables classes
instead of inline styles; nh3 is the second wall (the first finds raw HTML in the source, with its line).
"""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from ..slugs import slugify, unique
from ..views.elements import Prose

_ALIGN = re.compile(r"text-align:\s*(left|center|right)")
_TAGS = {
    *("p", "br", "hr", "blockquote", "pre", "code", "ul", "ol", "li"),
    *("h2", "h3", "h4", "h5", "h6", "a", "abbr", "em", "strong", "del", "sub", "sup", "img"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title", "loading"},
    "ol": {"start"},
    "td": {"class"},
    "th": {"class"},
} | {f"h{level}": {"id"} for level in range(2, 7)}
_SCHEMES = {"http", "https", "mailto", "tel"}
_HASH_HEADING = re.compile(r"(?:^|\n)(?P<level>#{1,6})[ \t]+(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")
"""As on GitHub, a heading has a space after its signs: «#metoo» is a word."""
_BLOCK_SIGNS = re.compile(r"^(?:[#+]+(?=\s)|[>\s])+")
_OUTER_PARAGRAPH = re.compile(r"^<p>(.*)</p>$", re.DOTALL)


class _Settle(Treeprocessor):  # type: ignore[misc]
    """Addresses, ids and classes, set in the tree before it becomes text."""

    renderer: "ProseRenderer"

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a":
                element.set("href", self.renderer.settle(element.get("href", "")))
            elif element.tag == "img":
                element.set("src", self.renderer.settle(element.get("src", "")))
                element.set("loading", "lazy")
            elif element.tag in {"td", "th"}:
                if found := _ALIGN.search(element.attrib.pop("style", "")):
                    element.set("class", f"align-{found[1]}")
            elif re.fullmatch(r"h[1-6]", element.tag):
                element.tag = "h2" if element.tag == "h1" else element.tag
                element.set("id", self.renderer.claim_id("".join(element.itertext())))


class ProseRenderer:
    """Renders the prose of one page after the other; ``begin_page`` starts the next."""

    def __init__(self, nameless: str) -> None:
        self._nameless = nameless
        """Id of a heading that has no letters."""
        self._markdown = Markdown(extensions=["tables", "sane_lists"])
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.inlinePatterns.deregister("html")
        self._markdown.parser.blockprocessors["hashheader"].RE = _HASH_HEADING
        settle = _Settle(self._markdown)
        settle.renderer = self
        self._markdown.treeprocessors.register(settle, "settle", 0)
        self._root = ""
        self._links: dict[str, str] = {}
        self._used_ids: set[str] = set()

    def begin_page(self, root: str, taken: Iterable[str] = ()) -> None:
        """Start a page that lies ``root`` («../../») below the portal's root; ``taken``: ids it has already."""
        self._root = root
        self._used_ids = set(taken)

    def settle(self, target: str) -> str:
        """Where a link as written leads from this page."""
        address = self._links.get(target)
        if address is None:
            return target
        return address if is_external(address) else (self._root + address or "./")

    def claim_id(self, text: str) -> str:
        """An anchor for a heading, used once on the page."""
        anchor = unique(slugify(text) or self._nameless, self._used_ids)
        self._used_ids.add(anchor)
        return anchor

    def render(self, prose: Prose) -> Markup:
        """Blocks: paragraphs, lists, tables."""
        self._links = dict(prose.links)
        html = self._markdown.reset().convert(prose.markdown)
        return Markup(nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None))

    def render_line(self, prose: Prose) -> Markup:
        """One line, without the paragraph around it."""
        html = self.render(Prose(_BLOCK_SIGNS.sub("", prose.markdown), prose.links)).strip()
        inner = _OUTER_PARAGRAPH.match(html)
        return Markup(inner[1]) if inner and "<p>" not in inner[1] else html


def is_external(address: str) -> bool:
    """Whether an address leaves the portal."""
    return bool(re.match(r"[a-z][a-z0-9+.-]*:", address, re.IGNORECASE))
