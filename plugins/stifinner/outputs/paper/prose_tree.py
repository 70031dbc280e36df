"""Turn an editor's prose into a tree of plain data, for the Typst templates of papers.

It is made from the same tokens as the HTML of pages. A block or a span is ``{"is": tag, "has": […]}`` with what else
it needs (``href``, ``src``, ``alt``, ``depth``, ``start``, ``align``, ``task``, ``kind``); text is a string.
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
    """Turns prose into nodes, each text once; ``begin_paper`` starts the next paper.

    ``site_url``: where the portal stands, so that links into it lead somewhere from paper; or empty.
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
        """Start a paper: footnotes are numbered from 1 again."""
        self._notes = {}

    def notes(self) -> list[list[Any]]:
        """Give the footnotes that the paper refers to, as blocks, in order.

        A note may refer to another, which is then added while this goes on.
        """
        notes: list[list[Any]] = []
        while len(notes) < len(self._notes):
            notes.append(self.blocks(list(self._notes.values())[len(notes)]))
        return notes

    def blocks(self, prose: Prose) -> list[Any]:
        """Give the nodes of paragraphs, lists, tables …; lines of tight lists have no paragraph around them."""
        key = (id(prose.text), id(prose.links))
        if key not in self._read:
            notes_before = len(self._notes)
            nodes = _Reader(self, prose).read(prose.text.tokens)
            # Numbers of footnotes differ from paper to paper, so nodes with footnotes are not kept.
            if len(self._notes) > notes_before or _refers(nodes):
                return nodes
            # The prose is kept too: while it lives, no other object can have the same id.
            self._read[key] = (prose, nodes)
        return self._read[key][1]

    def href(self, address: str) -> str:
        """Give the address that a link leads to from paper; empty where it leads nowhere.

        A link into the portal leads nowhere where the portal's own address is not known.
        """
        if is_external(address):
            return address if address.partition(":")[0].lower() in SCHEMES else ""
        if not self._site_url or address.startswith("#"):
            return ""
        return self._site_url + address.removeprefix("./")

    def picture(self, address: str) -> str | None:
        """Give the name that a picture is printed under; None where it can't be printed."""
        return None if is_external(address) else self._place_picture(address)

    def number(self, note: tuple[Token, ...], prose: Prose) -> int:
        """Give the number of a footnote on this paper. ``prose``: the prose that refers to it."""
        self._notes.setdefault(id(note), replace(prose, text=Text(note)))
        return list(self._notes).index(id(note)) + 1

    def alert(self, kind: str) -> str:
        """Give the word above an alert of a kind (``note``, ``tip`` …)."""
        return self._alerts[kind]


class _Reader:
    """Turns the tokens of one piece of prose into nodes."""

    def __init__(self, tree: ProseTree, prose: Prose) -> None:
        self._tree = tree
        self._prose = prose
        self._levels: list[int] = []
        """Levels of the headings that the next block stands below, from the outermost."""

    def read(self, tokens: Sequence[Token]) -> list[Any]:
        """Turn tokens of blocks, or of a line, into nodes."""
        top: list[Any] = []
        # The lists that nodes are added to: of the innermost open node last.
        open_lists = [top]
        for token in tokens:
            if token.type == "inline":
                _extend(open_lists[-1], self.read(token.children or ()))
            elif token.hidden or token.type == "comment":
                continue
            elif token.nesting < 0:
                open_lists.pop()
            elif token.nesting > 0:
                node = {**self._node(token), "has": []}
                open_lists[-1].append(node)
                open_lists.append(node["has"])
            else:
                _extend(open_lists[-1], [self._leaf(token)])
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
        """Reckon how deep a heading stands below those of the template: from 0, and at most one more than the last."""
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return len(self._levels) - 1


def _extend(nodes: list[Any], more: Sequence[Any]) -> None:
    """Add nodes; text that follows text is joined to one string."""
    for node in more:
        if isinstance(node, str) and nodes and isinstance(nodes[-1], str):
            nodes[-1] += node
        elif node != "":
            nodes.append(node)


def _refers(nodes: Sequence[Any]) -> bool:
    """Tell whether nodes, or nodes in them, refer to a footnote."""
    return any(isinstance(node, dict) and (node["is"] == "noteref" or _refers(node.get("has", ()))) for node in nodes)


def _one_space(text: str) -> str:
    """Make each run of white space one space; those at the ends are kept, since the text may go on in the next node."""
    return re.sub(r"\s+", " ", text)
