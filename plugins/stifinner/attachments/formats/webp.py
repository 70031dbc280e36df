"""WebP: chunks in one box. The first chunk may say which others there are."""

from collections.abc import Iterator

from .bare import Bare, DamagedError, need
from .exif import cut_exif

HEAD = b"RIFF"
KIND = b"WEBP"
"""What stands after the box's length."""
_PICTURE = {b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
"""Chunks that are the picture."""
_FRAME = b"ANMF"
_FRAME_HEAD = 16
"""Bytes of a frame's head, before the chunks in the frame."""
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def bare_webp(content: bytes) -> Bare:
    """Keep the chunks that are the picture."""
    whole = need(content, 0, 8 + int.from_bytes(need(content, 4, 4), "little"))
    chunks = [(name, kept) for name, said in _chunks(whole, 12) if (kept := _kept(name, said)) is not None]
    names = [name for name, _ in chunks]
    if not {b"VP8 ", b"VP8L", _FRAME} & set(names):
        raise DamagedError
    if names[0] == b"VP8X":
        chunks[0] = (b"VP8X", _said_of(chunks[0][1], has_exif=b"EXIF" in names))
    inside = KIND + b"".join(_chunk(name, said) for name, said in chunks)
    return Bare(HEAD + len(inside).to_bytes(4, "little") + inside, max(names.count(_FRAME), 1), _size(*chunks[0]))


def _chunks(content: bytes, at: int) -> Iterator[tuple[bytes, bytes]]:
    """Give name and content of each chunk from an index on."""
    while at < len(content):
        length = int.from_bytes(need(content, at + 4, 4), "little")
        yield content[at : at + 4], need(content, at + 8, length)
        at += 8 + length + length % 2


def _chunk(name: bytes, said: bytes) -> bytes:
    """Write a chunk."""
    return name + len(said).to_bytes(4, "little") + said + b"\0" * (len(said) % 2)


def _kept(name: bytes, said: bytes) -> bytes | None:
    """Clean the content of a chunk; None where the chunk is left out."""
    if name == _FRAME:
        inside = [_chunk(*part) for part in _chunks(said, _FRAME_HEAD) if part[0] in _PICTURE]
        return need(said, 0, _FRAME_HEAD) + b"".join(inside)
    if name in _PICTURE:
        return said
    if name == b"EXIF":
        mark = b"Exif\0\0"
        return cut_exif(said.removeprefix(mark)) or None
    return None


def _size(name: bytes, said: bytes) -> tuple[int, int]:
    """Read width and height from the first chunk."""
    if name == b"VP8X":
        return 1 + int.from_bytes(need(said, 4, 3), "little"), 1 + int.from_bytes(need(said, 7, 3), "little")
    numbers = int.from_bytes(need(said, 1 if name == b"VP8L" else 6, 4), "little")
    if name == b"VP8L":
        return 1 + (numbers & 0x3FFF), 1 + (numbers >> 14 & 0x3FFF)
    return numbers & 0x3FFF, numbers >> 16 & 0x3FFF


def _said_of(said: bytes, *, has_exif: bool) -> bytes:
    """Correct the first chunk, which says what others there are."""
    flags = need(said, 0, 10)[0] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if has_exif else 0)
    return bytes([flags]) + said[1:]
