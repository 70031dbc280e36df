"""PNG: chunks, each with length, name, content and checksum."""

import zlib

from .bare import Bare, DamagedError, need
from .exif import cut_exif

HEAD = b"\x89PNG\r\n\x1a\n"
_PICTURE = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"acTL", b"fcTL", b"fdAT"}
"""Chunks that are the picture."""
_LOOK = {
    *(b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"bKGD", b"hIST", b"pHYs", b"sPLT", b"cICP", b"mDCV"),
    *(b"cLLI", b"tIME"),
}
"""Chunks that say how it looks, and when it was changed."""
_SHORT_TEXTS = (b"Software\0", b"Creation Time\0", b"date:")
"""Texts that may stay: which program made the picture, and when."""
_SHORT = 100
"""Bytes of a text that may stay."""


def bare_png(content: bytes) -> Bare:
    """Keep the chunks that are the picture, up to its end."""
    parts = [HEAD]
    names: list[bytes] = []
    at = len(HEAD)
    while not names or names[-1] != b"IEND":
        length = int.from_bytes(need(content, at, 4))
        name = need(content, at + 4, 4)
        said = need(content, at + 8, length)
        written = int.from_bytes(need(content, at + 8 + length, 4))
        if name in _PICTURE and zlib.crc32(name + said) != written:
            raise DamagedError
        kept = _kept(name, said)
        if kept is not None:
            # A chunk that is not changed keeps its checksum, right or wrong.
            total = written if kept == said else zlib.crc32(name + kept)
            parts.append(len(kept).to_bytes(4) + name + kept + total.to_bytes(4))
        names.append(name)
        at += 12 + length
    if names[0] != b"IHDR" or b"IDAT" not in names:
        raise DamagedError
    return Bare(b"".join(parts), frames=max(names.count(b"fcTL"), 1))


def _kept(name: bytes, said: bytes) -> bytes | None:
    """Clean the content of a chunk; None where the chunk is left out."""
    if name in _PICTURE or name in _LOOK:
        return said
    if name == b"eXIf":
        return cut_exif(said) or None
    return said if name == b"tEXt" and said.startswith(_SHORT_TEXTS) and len(said) <= _SHORT else None
