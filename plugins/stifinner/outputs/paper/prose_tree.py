"""An editor's prose as a tree of plain data, for templates that are no HTML.

The same tokens as on the page. A block or a span is ``{"is": tag, "has": […]}`` with what else it needs (``href``,
``src``, ``alt``, ``depth``, ``start``, ``align``, ``task``, ``kind``); text is a string.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ...markdown.text import Text, words_of
from ...markdown.tokens import Token
from ...views.parts.elements import Prose
from ..html.prose import SCHEMES, alignment_of, is_external


class ProseTree:
    """Reads prose into nodes, each text once; ``begin_paper`` starts the next paper.

    ``site_url``: where the portal stands, so that links of its own lead somewhere from paper; empty where nobody knows.
    ``place_picture``: takes a picture's address in the portal and gives the name it is printed under, or None.
    ``alerts``: words over alerts, by kind.
    """

    def __init__(self, site_url: str, alerts: Mapping[str, str], place_picture: Callable[[str], str | None]) -> None:
        self._site_url = site_url
        self._alerts = alerts
        self._place_picture = place_picture
        self._read: dict[tuple[int, int], tuple[Prose, list[Any]]] = {}
        self._notes: dict[int, Prose] = {}

    def begin_paper(self) -> None:
        """Number footnotes anew."""
        self._notes = {}

    def notes(self) -> list[list[Any]]:
        """The footnotes that the paper refers to, as blocks, in order; one of them may refer to another."""
        notes: list[list[Any]] = []
        while len(notes) < len(self._notes):
            notes.append(self.blocks(list(self._notes.values())[len(notes)]))
        return notes

    def blocks(self, prose: Prose) -> list[Any]:
        """Paragraphs, lists, tables …; lines of tight lists without a paragraph around them."""
        key = (id(prose.text), id(prose.links))
        if key not in self._read:
            before = len(self._notes)
            nodes = _Reader(self, prose).read(prose.text.tokens)
            if len(self._notes) > before or _refers(nodes):
                return nodes
            # The prose is kept along: an id is only somebody's while they live.
            self._read[key] = (prose, nodes)
        return self._read[key][1]

    def href(self, address: str) -> str:
        """Where a link leads from paper, or empty: a way within the portal needs to know where that stands."""
        if is_external(address):
            return address if address.partition(":")[0].lower() in SCHEMES else ""
        if not self._site_url or address.startswith("#"):
            return ""
        return self._site_url + address.removeprefix("./")

    def picture(self, address: str) -> str | None:
        """The name a picture is printed under; None where it can't be."""
        return None if is_external(address) else self._place_picture(address)

    def number(self, note: tuple[Token, ...], prose: Prose) -> int:
        """The number of a footnote on this paper. ``prose``: that refers to it."""
        self._notes.setdefault(id(note), replace(prose, text=Text(note)))
        return list(self._notes).index(id(note)) + 1

    def alert(self, kind: str) -> str:
        """The word over an alert."""
        return self._alerts[kind]


class _Reader:
    """Tokens into nodes."""

    def __init__(self, tree: ProseTree, prose: Prose) -> None:
        self._tree = tree
        self._prose = prose
        self._levels: list[int] = []
        """Levels of the headings that stand above the place we are at."""

    def read(self, tokens: Sequence[Token]) -> list[Any]:
        """Nodes of blocks or of a line."""
        top: list[Any] = []
        places = [top]
        for token in tokens:
            if token.type == "inline":
                _extend(places[-1], self.read(token.children or ()))
            elif token.hidden or token.type == "comment":
                continue
            elif token.nesting < 0:
                places.pop()
            elif token.nesting > 0:
                node = {**self._node(token), "has": []}
                places[-1].append(node)
                places.append(node["has"])
            else:
                _extend(places[-1], [self._leaf(token)])
        return top

    def _node(self, token: Token) -> dict[str, Any]:
        match token.type:
            case "heading_open":
                return {"is": "h", "depth": self._depth(int(token.tag[1]))}
            case "link_open":
                target = str(token.attrs["href"])
                return {"is": "a", "href": self._tree.href(self._prose.links.get(target, target))}
            case "ordered_list_open":
                return {"is": "ol", "start": int(token.attrs.get("start", 1))}
            case "list_item_open" if "checked" in token.meta:
                return {"is": "li", "task": "done" if token.meta["checked"] else "open"}
            case "th_open" | "td_open":
                return {"is": token.tag, "align": alignment_of(token)}
            case "alert_open":
                kind = str(token.meta["kind"]).lower()
                return {"is": "alert", "kind": kind, "title": self._tree.alert(kind)}
            case "s_open":
                return {"is": "del"}
        return {"is": token.tag}

    def _leaf(self, token: Token) -> Any:
        match token.type:
            case "image":
                source = str(token.attrs["src"])
                picture = self._tree.picture(self._prose.links.get(source, source))
                return {"is": "img", "src": picture, "alt": words_of([token])}
            case "footnote_ref":
                return {"is": "noteref", "n": self._tree.number(token.meta["note"], self._prose)}
            case "fence" | "code_block":
                return {"is": "pre", "has": [{"is": "code", "has": [token.content]}]}
            case "code_inline":
                return {"is": "code", "has": [_one_space(token.content)]}
            case "softbreak":
                return " "
            case "text":
                return _one_space(token.content)
        return {"is": token.tag}

    def _depth(self, level: int) -> int:
        """How deep a heading stands below those of the template: from 0, and never two steps at once."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return len(self._levels) - 1


def _extend(nodes: list[Any], more: Sequence[Any]) -> None:
    """Add nodes; words that follow words are one string."""
    for node in more:
        if isinstance(node, str) and nodes and isinstance(nodes[-1], str):
            nodes[-1] += node
        elif node != "":
            nodes.append(node)


def _refers(nodes: Sequence[Any]) -> bool:
    return any(isinstance(node, dict) and (node["is"] == "noteref" or _refers(node.get("has", ()))) for node in nodes)


def _one_space(text: str) -> str:
    """Runs of white space as one space; the ends stay, since words may go on in the next node."""
    return re.sub(r"\s+", " ", text)
