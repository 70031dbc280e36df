"""What stands on a printed paper: its text in reading order, its lines, its fonts, its codes."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

MM = 25.4 / 72
"""Millimetres in a point."""
_PATH = 2
_SCALE = 200 / 72


@dataclass(frozen=True)
class Line:
    """A horizontal line; millimetres from the left and from the bottom of the page."""

    left: float
    right: float
    at: float
    thick: float


class Printed:
    """A PDF that has been made."""

    def __init__(self, pdf: bytes | Path) -> None:
        self.bytes = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
        self.reader = PdfReader(BytesIO(self.bytes))
        self._pages = pypdfium2.PdfDocument(self.bytes)

    @property
    def root(self) -> DictionaryObject:
        """The document's catalogue."""
        return self.reader.trailer["/Root"].get_object()  # type: ignore[return-value]

    def pages(self) -> list[str]:
        """Text of each page in the order of its content, hyphens at the ends of lines taken out."""
        return [*self._texts]

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(re.sub(r"\xad\s*", "", page.extract_text()) for page in self.reader.pages)

    def text(self) -> str:
        """All text."""
        return "\n".join(self.pages())

    def size(self) -> tuple[int, int]:
        """Width and height of the first page in whole millimetres."""
        box = self.reader.pages[0].mediabox
        return round(float(box.width) * MM), round(float(box.height) * MM)

    def fonts(self) -> set[str]:
        """Families of all fonts used. Raises where one is not embedded."""
        found = set()
        for page in self.reader.pages:
            for font in page["/Resources"].get("/Font", {}).values():
                name, embedded = _font(font.get_object())
                assert embedded, f"{name} is not embedded"
                found.add(name)
        return found

    def letter_sizes(self) -> set[float]:
        """Sizes of all text, in points to one decimal."""
        sizes: set[float] = set()
        for page in self._pages:
            text = page.get_textpage()
            for number in range(text.count_chars()):
                if text.get_text_range(number, 1).strip():
                    sizes.add(round(pypdfium2.raw.FPDFText_GetFontSize(text, number), 1))
        return sizes

    def letters(self, page: int) -> list[tuple[str, str]]:
        """Each letter of a page with the name of the font that it is set in."""
        text = self._pages[page].get_textpage()
        found = []
        for number in range(text.count_chars()):
            name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
            pypdfium2.raw.FPDFText_GetFontInfo(text, number, name, 100, flags)
            found.append((text.get_text_range(number, 1), name.value.decode().split("+")[-1]))
        return found

    def lines(self, page: int) -> list[Line]:
        """Horizontal lines of a page, from its top."""
        found = []
        for thing in self._pages[page].get_objects():
            if thing.type == _PATH:
                left, bottom, right, top = (value * MM for value in thing.get_bounds())
                if right - left > 20 and top - bottom < 1:
                    found.append(Line(left, right, (bottom + top) / 2, top - bottom))
        return sorted(found, key=lambda line: (-line.at, line.left))

    def baselines(self, page: int) -> list[tuple[float, str]]:
        """Text line by line: millimetres from the bottom of the page to where it stands, and what it says."""
        text = self._pages[page].get_textpage()
        boxes = [text.get_rect(number) for number in range(text.count_rects())]
        return [(bottom * MM, text.get_text_bounded(left, bottom, right, top)) for left, bottom, right, top in boxes]

    def codes(self, page: int) -> list[str]:
        """What the QR codes of a page say."""
        picture = self._pages[page].render(scale=_SCALE).to_pil()
        return [code.text for code in zxingcpp.read_barcodes(picture)]

    def is_grey(self) -> bool:
        """Whether no page has any colour."""
        for page in self._pages:
            red, green, blue = page.render(scale=1).to_pil().convert("RGB").split()
            if not red.tobytes() == green.tobytes() == blue.tobytes():
                return False
        return True

    def tags(self) -> list[str]:
        """Kinds of all elements of the structure, in reading order."""
        return [str(node["/S"]) for node in _nodes(self.root["/StructTreeRoot"])]

    def alts(self) -> list[str]:
        """What is said in place of each picture."""
        return [str(node["/Alt"]) for node in _nodes(self.root["/StructTreeRoot"]) if "/Alt" in node]

    def links(self) -> list[str]:
        """Addresses of all links."""
        notes = [note.get_object() for page in self.reader.pages for note in page.get("/Annots", ())]
        return [str(note["/A"]["/URI"]) for note in notes if "/A" in note]


def squeeze(text: str) -> str:
    """The text without spaces, line ends and hyphens: as it reads, however it was broken."""
    return re.sub(r"[\s\xad-]+", "", text)


def _font(font: DictionaryObject) -> tuple[str, bool]:
    own: Any = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    described = own["/FontDescriptor"].get_object()
    name = re.sub(r"^/?(?:[A-Z]{6}\+)?", "", str(font["/BaseFont"]))
    return re.split(r"-(?=Regular|Bold|Italic|BoldItalic)", name)[0], any(
        key.startswith("/FontFile") for key in described
    )


def _nodes(node: Any) -> Iterator[DictionaryObject]:
    node = node.get_object()
    if isinstance(node, ArrayObject):
        for one in node:
            yield from _nodes(one)
    elif isinstance(node, DictionaryObject):
        if "/S" in node and node.get("/Type") != "/MCR":
            yield node
        if "/K" in node:
            yield from _nodes(node["/K"])
