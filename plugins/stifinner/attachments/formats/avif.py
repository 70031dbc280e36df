"""AVIF: boxes in boxes. What is said about the picture is overwritten in place.

Nothing is taken out, since the boxes refer to each other by their distance from the file's beginning.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .bare import Bare, DamagedError, need
from .exif import cut_exif

HEAD = b"ftyp"
"""The name of the first box, which stands after its length."""
KINDS = (b"avif", b"avis")
"""Kinds of file that are AVIF: a picture, an animation."""
_PICTURE = {b"ftyp", b"meta", b"moov", b"mdat"}
"""Boxes that make the picture."""
_HOLDERS = {b"moov", b"trak"}
"""Boxes that hold boxes of both sorts."""
_ABOUT = {b"udta", b"uuid", b"meta", b"free", b"skip"}
"""Boxes that say something about the picture."""
_NO_EXIF = b"\0\0\0\0II*\0\x08\0\0\0\0\0\0\0\0\0"
"""A block of EXIF without fields."""


def is_avif(content: bytes) -> bool:
    """Tell whether the first box names a kind that is AVIF."""
    length = int.from_bytes(content[:4])
    return content[4:8] == HEAD and any(kind in content[8 : min(length, 256)] for kind in KINDS)


def bare_avif(content: bytes) -> Bare:
    """Overwrite what is said about the picture."""
    boxes = list(_boxes(content, 0, len(content)))
    end = max((box.end for box in boxes if box.name in _PICTURE), default=0)
    made = bytearray(content[:end])
    for box in boxes:
        if box.name == b"meta":
            _blot_items(made, box)
        elif box.name in _HOLDERS:
            _blot_about(made, box)
        elif box.name not in _PICTURE and box.end <= end:
            _blot(made, box)
    if not end:
        raise DamagedError
    return Bare(bytes(made))


@dataclass(frozen=True)
class _Box:
    """A box: where its head begins, where its content begins, where it ends."""

    name: bytes
    head: int
    begin: int
    end: int


def _boxes(content: bytes, at: int, end: int) -> Iterator[_Box]:
    """Give the boxes between two indices. Raises ``DamagedError`` for one that is cut off.

    Behind the last box of a whole picture anything may stand, and is not looked at.
    """
    seen: set[bytes] = set()
    while at < end:
        length, name, begin = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8], at + 8
        if length == 1:
            length, begin = int.from_bytes(need(content, at + 8, 8)), at + 16
        length = length or end - at
        if length < begin - at or at + length > end:
            if {b"meta", b"mdat"} <= seen and not name.isalnum():
                return
            raise DamagedError
        seen.add(name)
        yield _Box(name, at, begin, at + length)
        at += length


def _blot(made: bytearray, box: _Box) -> None:
    """Make a box an empty one of the same length."""
    made[box.head + 4 : box.head + 8] = b"free"
    made[box.begin : box.end] = bytes(box.end - box.begin)


def _blot_about(made: bytearray, holder: _Box) -> None:
    """Empty the boxes in ``holder`` that say something about the picture."""
    for box in _boxes(bytes(made), holder.begin, holder.end):
        if box.name in _ABOUT:
            _blot(made, box)
        elif box.name in _HOLDERS:
            _blot_about(made, box)


def _blot_items(made: bytearray, meta: _Box) -> None:
    """Overwrite the items of the picture's list (``meta``) that are text about it."""
    inside = {box.name: box for box in _boxes(bytes(made), meta.begin + 4, meta.end)}
    if b"iinf" not in inside or b"iloc" not in inside:
        raise DamagedError
    kinds = dict(_item_kinds(bytes(made), inside[b"iinf"]))
    inner = inside[b"idat"].begin if b"idat" in inside else 0
    for item, pieces in _item_pieces(bytes(made), inside[b"iloc"], inner):
        said = b"".join(bytes(made[piece.at : piece.end]) for piece in pieces)
        right = _said_instead(kinds.get(item, b""), said)
        for piece in pieces:
            length = piece.end - piece.at
            made[piece.at : piece.end], right = right[:length], right[length:]


def _said_instead(kind: bytes, said: bytes) -> bytes:
    """Choose what stands in place of an item's content, in as many bytes: of EXIF what may be said, of text nothing."""
    if kind == b"Exif":
        block = said[4 + int.from_bytes(said[:4]) :]
        return said if cut_exif(block) == block else _NO_EXIF.ljust(len(said), b"\0")[: len(said)]
    return b" " * len(said) if kind in {b"mime", b"uri "} else said


class _Numbers:
    """Reads numbers one after the other."""

    def __init__(self, content: bytes, at: int, end: int) -> None:
        self._content, self._at, self._end = content, at, end

    def next(self, length: int) -> int:
        """Read the next number, ``length`` bytes long."""
        if self._at + length > self._end:
            raise DamagedError
        self._at += length
        return int.from_bytes(self._content[self._at - length : self._at])


def _item_kinds(content: bytes, box: _Box) -> Iterator[tuple[int, bytes]]:
    """Give number and kind of each item. ``box``: the list of items (``iinf``)."""
    wide = need(content, box.begin, 1)[0] > 0
    for entry in _boxes(content, box.begin + (8 if wide else 6), box.end):
        version = need(content, entry.begin, 1)[0]
        length = 4 if version > 2 else 2
        number = int.from_bytes(need(content, entry.begin + 4, length))
        yield number, need(content, entry.begin + 6 + length, 4)


class _Piece(NamedTuple):
    """A piece of an item: where in the file it begins and ends."""

    at: int
    end: int


def _item_pieces(content: bytes, box: _Box, inner: int) -> Iterator[tuple[int, list[_Piece]]]:
    """Give each item's number and its pieces. ``box``: the list of places (``iloc``).

    ``inner``: where the content of ``idat`` begins, which the places of some items are counted from.
    """
    numbers = _Numbers(content, box.begin, box.end)
    version = numbers.next(4) >> 24
    sizes = numbers.next(2)
    offset, length, base, index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    for _ in range(numbers.next(4 if version > 1 else 2)):
        item = numbers.next(4 if version > 1 else 2)
        within = version > 0 and numbers.next(2) & 15 == 1
        numbers.next(2)
        begin = numbers.next(base) + (inner if within else 0)
        pieces = []
        for _ in range(numbers.next(2)):
            if version > 0:
                numbers.next(index)
            at = begin + numbers.next(offset)
            size = numbers.next(length)
            need(content, at, size)
            pieces.append(_Piece(at, at + size))
        yield item, pieces
