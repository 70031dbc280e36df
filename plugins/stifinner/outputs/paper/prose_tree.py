"""An editor's prose as a tree of plain data, for templates that are no HTML.

The same renderer and the same two walls as on the page: what stands in the PDF is what stands there. A block or a span
is ``{"is": tag, "has": […]}`` with what else it needs (``href``, ``src``, ``alt``, ``depth``, ``start``, ``align``);
text is a string.
"""

from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

from ...views.elements import Prose
from ..prose import ProseRenderer, is_external

_VOID = {"br", "hr", "img"}
_HOLDING_BLOCKS = {"ul", "ol", "table", "thead", "tbody", "tr", "blockquote"}
_HEADINGS = {f"h{level}" for level in range(1, 7)}


class ProseTree:
    """Reads prose into nodes, each text once.

    ``site_url``: where the portal stands, so that links of its own lead somewhere from paper; empty where nobody knows.
    ``place_picture``: takes a picture's address in the portal and gives the name it is printed under, or None.
    """

    def __init__(self, site_url: str, nameless: str, place_picture: Callable[[str], str | None]) -> None:
        self._site_url = site_url
        self._renderer = ProseRenderer(nameless)
        self._place_picture = place_picture
        self._read: dict[tuple[str, str], list[Any]] = {}

    def blocks(self, prose: Prose) -> list[Any]:
        """Paragraphs, lists, tables …; text between blocks is a paragraph."""
        key = (prose.markdown, repr(prose.links))
        if key not in self._read:
            self._renderer.begin_page("")
            reader = _Reader(self._settle_link, self._place_picture)
            reader.feed(self._renderer.render(prose))
            reader.close()
            self._read[key] = reader.top
        return self._read[key]

    def _settle_link(self, address: str) -> str:
        """Where a link leads from paper, or empty: a way within the portal needs to know where that stands."""
        if is_external(address):
            return address
        if not self._site_url or address.startswith("#"):
            return ""
        return self._site_url + address.removeprefix("./")


class _Reader(HTMLParser):
    """Cleaned HTML into nodes."""

    def __init__(self, settle_link: Callable[[str], str], place_picture: Callable[[str], str | None]) -> None:
        super().__init__(convert_charrefs=True)
        self.top: list[Any] = []
        self._open: list[dict[str, Any]] = []
        self._levels: list[int] = []
        """Levels of the headings that stand above the place we are at."""
        self._settle_link = settle_link
        self._place_picture = place_picture

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        node: dict[str, Any] = {"is": "h" if tag in _HEADINGS else tag}
        if tag in _HEADINGS:
            node["depth"] = self._depth(int(tag[1]))
        elif tag == "a":
            node["href"] = self._settle_link(given.get("href", ""))
        elif tag == "img":
            src = given.get("src", "")
            node |= {"src": None if is_external(src) else self._place_picture(src), "alt": given.get("alt", "")}
        elif tag == "ol":
            node["start"] = int(given.get("start") or 1)
        elif tag in {"td", "th"}:
            node["align"] = given.get("class", "").removeprefix("align-")
        if tag in _VOID:
            self._add(node)
        else:
            self._add(node | {"has": []})
            self._open.append(self._siblings()[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        inside_code = any(node["is"] == "pre" for node in self._open)
        holds_blocks = not self._open or self._open[-1]["is"] in _HOLDING_BLOCKS
        if holds_blocks and not data.strip():
            return
        self._add(data if inside_code else _one_space(data))

    def _add(self, node: Any) -> None:
        siblings = self._siblings()
        if isinstance(node, str) and siblings and isinstance(siblings[-1], str):
            siblings[-1] += node
        else:
            siblings.append(node)

    def _siblings(self) -> list[Any]:
        siblings: list[Any] = self._open[-1]["has"] if self._open else self.top
        return siblings

    def _depth(self, level: int) -> int:
        """How deep a heading stands below those of the template: from 0, and never two steps at once."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return len(self._levels) - 1


def _one_space(text: str) -> str:
    """Runs of white space as one space; the ends stay, since words may go on in the next node."""
    words = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{words}{' ' if words and text[-1:].isspace() else ''}"
