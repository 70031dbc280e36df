"""A drawing (SVG), rebuilt from what only draws: whatever runs, fetches or holds a page has no place in it.

The bytes that are published are written here, never taken from the file. What decorates (a program's own notes about
itself) is left out in silence; what would change the picture is told at its line.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from ...language.misread import Misread
from .pictures import rebuild_picture
from .size import Size, settle_size
from .styles import clean_declarations, clean_sheet, clean_value
from .tree import SVG, XLINK, Node, read_tree
from .uses import Drawn, check_uses
from .words import ATTRIBUTES, ELEMENTS, MOTION, PAGES, SCRIPTS, WITH_TEXT

_XML = "http://www.w3.org/XML/1998/namespace"
_HANDLER = re.compile(r"on[a-z]+", re.IGNORECASE)
_RUNS = re.compile(r"(?:java|vb|live)script:|data:(?!image/)", re.IGNORECASE)
_OWN = re.compile(r"#[^\s\"'()\\<>&]+")
_ID = re.compile(r"[^\s\"'()\\<>&]+")
_DEEPEST_INSIDE = 2
"""Drawings in drawings in drawings."""


@dataclass(frozen=True)
class Drawing:
    """A drawing that only draws."""

    content: bytes
    width: int
    """In pixels."""
    height: int


def rebuild_drawing(content: bytes, inside: int = 0) -> Drawing:
    """The drawing of a file. Raises Misread for what can't be shown, or may not be."""
    if inside > _DEEPEST_INSIDE:
        raise Misread("tangled-drawing", what="<svg><image><svg>")
    root = read_tree(content)
    if root.name != "svg" or root.space not in {SVG, ""}:
        raise Misread("unreadable-drawing", line=root.line)
    drawn = _Rebuilder(root.space, inside).element(root)
    if drawn is None:
        raise Misread("unreadable-drawing", line=root.line)
    size: Size = settle_size(drawn)
    check_uses(drawn)
    drawn.attributes = {"xmlns": SVG, **drawn.attributes}
    return Drawing(("".join(_written(drawn)) + "\n").encode(), size.width, size.height)


def check_drawing(place: Path) -> None:
    """Raise Misread for a drawing that can't be shown, or may not be."""
    rebuild_drawing(place.read_bytes())


class _Rebuilder:
    """``space``: namespace of the drawing's elements, empty where its author left it out; ``inside``: see above."""

    def __init__(self, space: str, inside: int) -> None:
        self._space = space
        self._inside = inside

    def element(self, node: Node) -> Drawn | None:
        """An element of what only draws, or None for what decorates."""
        if node.name.lower() in SCRIPTS:
            raise Misread("script-in-drawing", line=node.line, found=f"<{node.name}>")
        if node.space != self._space:
            return None
        if node.name in PAGES:
            raise Misread("page-in-drawing", line=node.line, found=f"<{node.name}>")
        if node.name == "a":
            # A link in a picture can't be followed; what it holds is drawn.
            self._check_link(node)
        elif node.name not in ELEMENTS:
            return None
        try:
            return self._drawn(node)
        except Misread as misread:
            raise misread if misread.line else misread.at(node.line) from None

    def _drawn(self, node: Node) -> Drawn | None:
        name = "g" if node.name == "a" else node.name
        attributes = self._attributes(node)
        if name in MOTION - {"mpath"} and not self._moves(node):
            return None
        if name == "style":
            return Drawn(name, {}, [clean_sheet(node.text())])
        if name in {"image", "feImage"} and "href" not in attributes:
            return None
        drawn = Drawn(name, attributes, [])
        children = _chosen(node) if name == "switch" else node.parts
        for part in children:
            if isinstance(part, Node):
                if (child := self.element(part)) is not None:
                    drawn.parts.append(child)
            elif name in WITH_TEXT:
                drawn.parts.append(part)
        return drawn

    def _attributes(self, node: Node) -> dict[str, str]:
        kept = {}
        for (space, name), value in node.attributes.items():
            if _HANDLER.fullmatch(name) and not space:
                raise Misread("script-in-drawing", line=node.line, found=f"{name}=…")
            if name == "href" and space in {"", XLINK}:
                if node.name != "a" and (target := self._target(node, value)):
                    kept["href"] = target
            elif space == _XML and name in {"space", "lang"}:
                kept[f"xml:{name}"] = value
            elif space:
                continue
            elif name == "style":
                if style := clean_declarations(value):
                    kept["style"] = style
            elif name in {"id", "class"}:
                if name == "class" or _ID.fullmatch(value):
                    kept[name] = value
            elif name in ATTRIBUTES and (cleaned := clean_value(value)) is not None:
                kept[name] = cleaned
        return kept

    def _target(self, node: Node, written: str) -> str:
        """Where an element takes something from: an own element, or a picture that is written out in the drawing."""
        target = written.strip()
        if not target or _OWN.fullmatch(target):
            return target
        if _RUNS.match(re.sub(r"[\s\x00-\x1f]", "", target)):
            raise Misread("script-in-drawing", line=node.line, found=target[:40])
        if node.name not in {"image", "feImage"} or not target.lower().startswith("data:"):
            raise Misread("drawing-reaches-out", line=node.line, target=target[:80])
        return rebuild_picture(target, lambda content: rebuild_drawing(content, self._inside + 1).content)

    def _check_link(self, node: Node) -> None:
        for (_, name), value in node.attributes.items():
            if name == "href" and _RUNS.match(re.sub(r"[\s\x00-\x1f]", "", value)):
                raise Misread("script-in-drawing", line=node.line, found=value.strip()[:40])

    def _moves(self, node: Node) -> bool:
        """Whether a movement is of something that is drawn. One that would change where something leads is a script."""
        moved = node.attributes.get(("", "attributeName"), "").strip()
        if moved.rpartition(":")[2].lower() == "href" or _HANDLER.fullmatch(moved):
            raise Misread("script-in-drawing", line=node.line, found=f"<{node.name} attributeName={moved}>")
        return node.name == "animateMotion" or moved in ATTRIBUTES - {"class", "id", "attributeName"}


def _chosen(node: Node) -> list[Node | str]:
    """What browsers draw of a choice without what some program understands alone."""
    fits = [
        part
        for part in node.parts
        if isinstance(part, Node)
        and part.name != "foreignObject"
        and not part.attributes.get(("", "requiredExtensions"))
        and part.space == node.space
    ]
    return list(fits if any(("", "systemLanguage") in part.attributes for part in fits) else fits[:1])


def _written(drawn: Drawn) -> list[str]:
    attributes = "".join(f' {name}="{_escaped(value)}"' for name, value in drawn.attributes.items())
    if not drawn.parts:
        return [f"<{drawn.name}{attributes}/>"]
    inside = [piece for part in drawn.parts for piece in ([escape(part)] if isinstance(part, str) else _written(part))]
    return [f"<{drawn.name}{attributes}>", *inside, f"</{drawn.name}>"]


def _escaped(value: str) -> str:
    return escape(value, {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
