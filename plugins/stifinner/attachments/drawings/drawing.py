"""Rebuilds a drawing (SVG) of what only draws: nothing in it runs, fetches or holds a page.

The bytes that are published are written here, never copied from the file. What a program notes about itself is left out
in silence; whatever would change the picture if it were left out is refused, at its line.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from ...language.misread import Misread
from .pictures import rebuild_picture
from .size import Size, complete_size
from .styles import clean_declarations, clean_sheet, clean_value
from .tree import SVG, XLINK, Node, read_tree
from .uses import Drawn, check_uses
from .words import ATTRIBUTES, ELEMENTS, MOTION, PAGES, SCRIPTS, WITH_TEXT

_XML = "http://www.w3.org/XML/1998/namespace"
_HANDLER = re.compile(r"on[a-z]+", re.IGNORECASE)
"""Attributes that hold a script."""
_RUNS = re.compile(r"(?:java|vb|live)script:|data:(?!image/)", re.IGNORECASE)
"""Addresses that run something."""
_OWN = re.compile(r"#[^\s\"'()\\<>&]+")
"""An address of an element in the same drawing."""
_ID = re.compile(r"[^\s\"'()\\<>&]+")
_DEEPEST_INSIDE = 2
"""How many drawings may lie inside each other."""


@dataclass(frozen=True)
class Drawing:
    """A rebuilt drawing."""

    content: bytes
    """Its SVG, in UTF-8."""
    width: int
    """In pixels."""
    height: int


def rebuild_drawing(content: bytes, inside: int = 0) -> Drawing:
    """Rebuild a drawing; ``inside``: how many drawings it lies in.

    Raises Misread for what can't or must not be shown.
    """
    if inside > _DEEPEST_INSIDE:
        raise Misread("tangled-drawing", what="<svg><image><svg>")
    root = read_tree(content)
    if root.name != "svg" or root.space not in {SVG, ""}:
        raise Misread("unreadable-drawing", line=root.line)
    drawn = _Rebuilder(root.space, inside).element(root)
    if drawn is None:
        raise Misread("unreadable-drawing", line=root.line)
    size: Size = complete_size(drawn)
    check_uses(drawn)
    drawn.attributes = {"xmlns": SVG, **drawn.attributes}
    return Drawing(("".join(_written(drawn)) + "\n").encode(), size.width, size.height)


def check_drawing(file: Path) -> None:
    """Raise Misread for a drawing that can't or must not be shown."""
    rebuild_drawing(file.read_bytes())


class _Rebuilder:
    """Makes new elements of those in a drawing.

    ``space``: the namespace of its elements, empty where its author left it out; ``inside``: as above.
    """

    def __init__(self, space: str, inside: int) -> None:
        self._space = space
        self._inside = inside

    def element(self, node: Node) -> Drawn | None:
        """Rebuild an element with all in it; None for one that draws nothing. Raises Misread, at the element's line."""
        if node.name.lower() in SCRIPTS:
            raise Misread("script-in-drawing", line=node.line, found=f"<{node.name}>")
        if node.space != self._space:
            return None
        if node.name in PAGES:
            raise Misread("page-in-drawing", line=node.line, found=f"<{node.name}>")
        if node.name == "a":
            # A link in a picture can't be followed, so what it holds is drawn without it.
            self._check_link(node)
        elif node.name not in ELEMENTS:
            return None
        try:
            return self._drawn(node)
        except Misread as misread:
            raise misread if misread.line else misread.at(node.line) from None

    def _drawn(self, node: Node) -> Drawn | None:
        """Rebuild an element that draws."""
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
        """Clean the attributes of an element; those that draw nothing are left out."""
        kept = {}
        for (space, name), value in node.attributes.items():
            if not space and _HANDLER.fullmatch(name):
                raise Misread("script-in-drawing", line=node.line, found=f"{name}=…")
            if name == "href" and space in {"", XLINK}:
                if node.name != "a" and (target := self._target(node, value)):
                    kept["href"] = target
            elif space == _XML and name in {"space", "lang"}:
                kept[f"xml:{name}"] = value
            elif not space and (cleaned := _cleaned(name, value)) is not None:
                kept[name] = cleaned
        return kept

    def _target(self, node: Node, written: str) -> str:
        """Clean an address that an element takes something from: an element of the drawing, or a picture."""
        target = written.strip()
        if not target or _OWN.fullmatch(target):
            return target
        if _RUNS.match(re.sub(r"[\s\x00-\x1f]", "", target)):
            raise Misread("script-in-drawing", line=node.line, found=target[:40])
        if node.name not in {"image", "feImage"} or not target.lower().startswith("data:"):
            raise Misread("drawing-reaches-out", line=node.line, target=target[:80])
        return rebuild_picture(target, lambda content: rebuild_drawing(content, self._inside + 1).content)

    def _check_link(self, node: Node) -> None:
        """Raise Misread for a link that runs something."""
        for (_, name), value in node.attributes.items():
            if name == "href" and _RUNS.match(re.sub(r"[\s\x00-\x1f]", "", value)):
                raise Misread("script-in-drawing", line=node.line, found=value.strip()[:40])

    def _moves(self, node: Node) -> bool:
        """Tell whether a movement is of an attribute that draws.

        Raises Misread for one that changes an address or a script.
        """
        moved = node.attributes.get(("", "attributeName"), "").strip()
        if moved.rpartition(":")[2].lower() == "href" or _HANDLER.fullmatch(moved):
            raise Misread("script-in-drawing", line=node.line, found=f"<{node.name} attributeName={moved}>")
        return node.name == "animateMotion" or moved in ATTRIBUTES - {"class", "id", "attributeName"}


def _cleaned(name: str, value: str) -> str | None:
    """Clean the value of an attribute without namespace; None where the attribute is left out."""
    match name:
        case "style":
            return clean_declarations(value) or None
        case "id":
            return value if _ID.fullmatch(value) else None
        case "class":
            return value
    return clean_value(value) if name in ATTRIBUTES else None


def _chosen(node: Node) -> list[Node | str]:
    """Choose the children of a ``switch`` that browsers draw, without what only some program understands."""
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
    """Write an element as pieces of SVG."""
    attributes = "".join(f' {name}="{_escaped(value)}"' for name, value in drawn.attributes.items())
    if not drawn.parts:
        return [f"<{drawn.name}{attributes}/>"]
    inside = [piece for part in drawn.parts for piece in ([escape(part)] if isinstance(part, str) else _written(part))]
    return [f"<{drawn.name}{attributes}>", *inside, f"</{drawn.name}>"]


def _escaped(value: str) -> str:
    """Escape the value of an attribute."""
    return escape(value, {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
