"""PDFs that do something: run scripts, start programs, carry files, or send what is written in them.

Programs that show PDFs restrict this, each in its own way, and some ask the reader, who can't know the answer. Nothing
that a programme hands out needs it, and printing the document to a new PDF removes it. Fields to fill in are allowed.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from ..language.misread import Misread


def _name(word: str) -> bytes:
    """Compose a pattern for a name in a PDF, in which each letter may be written as a number."""
    return b"/" + b"".join(rb"(?:%c|#%02x|#%02X)" % (ord(letter), ord(letter), ord(letter)) for letter in word)


_ACTIVE = re.compile(
    b"|".join(map(_name, ("JavaScript", "Launch", "EmbeddedFile", "RichMedia", "SubmitForm", "ImportData", "GoToE")))
    + rb"|" + _name("Flash") + rb"\b"
)  # fmt: skip
_PACKED = re.compile(_name("ObjStm"))
_BEGINS = re.compile(rb"stream\r?\n")
_OTHER_PACKING = re.compile(rb"/(?:ASCII85Decode|A85|ASCIIHexDecode|AHx|LZWDecode|LZW|RunLengthDecode|RL|Crypt)\b")
_MOST = 50_000_000
"""Bytes of packed objects that are searched, all together."""
_FAR = 2_000
"""Bytes between the name of a packed stream and the beginning of its content."""


def check_pdf(file: Path) -> None:
    """Raise Misread for a PDF that does something."""
    content = file.read_bytes()
    found = _ACTIVE.search(content)
    for text in () if found else _unpacked(content):
        if found := _ACTIVE.search(text):
            break
    if found:
        named = re.sub(rb"#([0-9A-Fa-f]{2})", lambda number: bytes([int(number[1], 16)]), found[0])
        raise Misread("active-pdf", found=named.decode("ascii").strip("/"))


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Give the unpacked content of each stream of objects. Raises Misread for one that can't be looked into."""
    left = _MOST
    for packed in _PACKED.finditer(content):
        begins = _BEGINS.search(content, packed.end(), packed.end() + _FAR)
        if begins is None:
            continue
        if _OTHER_PACKING.search(content, max(packed.start() - _FAR // 8, 0), begins.start()):
            raise Misread("active-pdf", found="ObjStm")
        text = _inflated(content, begins.end(), left)
        left -= len(text)
        if left <= 0:
            raise Misread("active-pdf", found="ObjStm")
        yield text


def _inflated(content: bytes, start: int, most: int) -> bytes:
    """Unpack what begins at ``start``, up to ``most`` bytes and as far as it can be read.

    What is not packed is given as it is.
    """
    end = content.find(b"endstream", start)
    piece = content[start : end if end >= 0 else len(content)]
    reader = zlib.decompressobj()
    try:
        return reader.decompress(piece, most)
    except zlib.error:
        return piece
