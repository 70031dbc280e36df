"""Parses a drawing's file into a tree, with a parser that neither fetches nor expands anything, and within bounds."""

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from xml.sax import SAXException, handler, xmlreader
from xml.sax.saxutils import escape

from defusedxml import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from ...language.misread import Misread

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
LARGEST = 10_000_000
"""Bytes of a drawing, written out."""
MOST_ELEMENTS = 50_000
DEEPEST = 100
_MOST_ATTRIBUTES = 200
_ENCODINGS = {"utf-8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "iso-8859-15"}
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})[\"']")
_DOCTYPE = re.compile(
    r"<!DOCTYPE\s+[\w:-]+(?:\s+(?:PUBLIC\s+(?:\"[^\"]*\"|'[^']*')|SYSTEM))?(?:\s*(?:\"[^\"]*\"|'[^']*'))?"
    r"\s*(?:\[([^\]]*)\])?\s*>"
)
_ENTITY = re.compile(r"<!ENTITY\s+([\w.-]+)\s+(?:\"([^\"<&%]*)\"|'([^'<&%]*)')\s*>")
"""A short name for a text, which some programs declare for namespaces."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@dataclass
class Node:
    """An element as it was written, with its line."""

    space: str
    """Its namespace."""
    name: str
    attributes: dict[tuple[str, str], str]
    """Namespace and name → value."""
    line: int
    parts: list["Node | str"] = field(default_factory=list)

    def text(self) -> str:
        """Join the text directly in it."""
        return "".join(part for part in self.parts if isinstance(part, str))


def read_tree(content: bytes) -> Node:
    """Parse a drawing. Raises Misread for a file that is none, or too large or deep."""
    if len(content) > LARGEST:
        raise Misread("tangled-drawing", what=f"{len(content) // 1_000_000} MB")
    text = _without_doctype(_decoded(content))
    reader = DefusedExpatParser(namespaceHandling=1, forbid_dtd=True)
    builder = _Builder()
    reader.setContentHandler(builder)
    source = xmlreader.InputSource()
    source.setByteStream(BytesIO(text.encode()))
    source.setEncoding("utf-8")
    try:
        reader.parse(source)
    except Misread:
        raise
    except SAXException as error:
        line = getattr(error, "getLineNumber", lambda: 0)() or 0
        raise Misread("unreadable-drawing", line=line) from None
    except (DefusedXmlException, ValueError):
        raise Misread("unreadable-drawing", line=builder.line) from None
    if builder.root is None:
        raise Misread("unreadable-drawing")
    return builder.root


class _Builder(handler.ContentHandler):
    """Builds the tree from the events of the parser; raises Misread where it grows out of bounds."""

    def __init__(self) -> None:
        super().__init__()
        self.root: Node | None = None
        self._open: list[Node] = []
        self._count = 0
        self._locator: Any = None

    @property
    def line(self) -> int:
        """The line that the parser is at."""
        return self._locator.getLineNumber() or 0 if self._locator else 0

    def setDocumentLocator(self, locator: Any) -> None:  # noqa: N802
        """Keep what tells where the parser is."""
        self._locator = locator

    def startElementNS(self, name: Any, qname: Any, attrs: Any) -> None:  # noqa: ARG002, N802
        """Begin an element."""
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise Misread("tangled-drawing", line=self.line, what=f"> {MOST_ELEMENTS} <…>")
        if len(self._open) >= DEEPEST or len(attrs) > _MOST_ATTRIBUTES:
            raise Misread("tangled-drawing", line=self.line, what=f"> {DEEPEST} <g><g><g>")
        found = {(space or "", local): value for (space, local), value in attrs.items()}
        node = Node(name[0] or "", name[1], found, self.line)
        if self._open:
            self._open[-1].parts.append(node)
        else:
            self.root = node
        self._open.append(node)

    def endElementNS(self, name: Any, qname: Any) -> None:  # noqa: ARG002, N802
        """End the innermost open element."""
        self._open.pop()

    def characters(self, content: str) -> None:
        """Add text to the innermost open element."""
        if self._open:
            self._open[-1].parts.append(content)


def _decoded(content: bytes) -> str:
    """Decode a drawing, and remove the line that declares its encoding. Raises Misread."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding = "utf-16"
    elif content[:4] in {b"<\0?\0", b"<\0s\0", b"<\0!\0"}:
        encoding = "utf-16-le"
    elif content[:4] in {b"\0<\0?", b"\0<\0s", b"\0<\0!"}:
        encoding = "utf-16-be"
    else:
        declared = _DECLARED.match(content.removeprefix(b"\xef\xbb\xbf"))
        encoding = declared[1].decode().lower() if declared else "utf-8"
        if encoding not in _ENCODINGS or encoding == "utf-16":
            raise Misread("unreadable-drawing", line=1)
        encoding = "utf-8-sig" if encoding == "utf-8" else encoding
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Misread("unreadable-drawing", line=content.count(b"\n", 0, error.start) + 1) from None
    return re.sub(r"\A\ufeff?\s*<\?xml[^>]*\?>", lambda found: "\n" * found[0].count("\n"), text)


def _without_doctype(text: str) -> str:
    """Remove the document type, and write out the short names that it declares.

    Raises Misread for one that does more.
    """
    begin = text.find("<!DOCTYPE")
    if begin < 0:
        return text
    found = _DOCTYPE.match(text, begin)
    before = _COMMENT.sub("", text[:begin])
    if not found or re.search(r"<[^?!]", before):
        raise Misread("unreadable-drawing", line=text.count("\n", 0, begin) + 1)
    inside = _COMMENT.sub("", found[1] or "")
    if _ENTITY.sub("", inside).strip():
        raise Misread("unreadable-drawing", line=text.count("\n", 0, begin) + 1)
    meant = {one[1]: escape(one[2] or one[3] or "", {'"': "&quot;"}) for one in _ENTITY.finditer(inside)}
    rest = text[found.end() :]
    if meant:
        size = sum(rest.count(f"&{name};") * len(value) for name, value in meant.items())
        if size > LARGEST:
            raise Misread("tangled-drawing", what=f"{size // 1_000_000} MB")
        rest = re.sub(r"&([\w.-]+);", lambda name: meant.get(name[1], name[0]), rest)
    return text[:begin] + "\n" * found[0].count("\n") + rest
