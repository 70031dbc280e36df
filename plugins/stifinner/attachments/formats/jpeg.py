"""JPEG: segments, each after a marker, and the compressed scans between them."""

import re

from .bare import Bare, DamagedError, need
from .exif import cut_exif

HEAD = b"\xff\xd8\xff"
_START, _END, _SCAN, _COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
_BARE_MARKERS = {0x01, *range(0xD0, 0xD8)}
"""Markers without a segment."""
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""The next marker behind a scan."""
_EXIF, _ICC, _JFIF, _ADOBE = b"Exif\0\0", b"ICC_PROFILE\0", b"JFIF\0", b"Adobe"


def bare_jpeg(content: bytes) -> Bare:
    """Keep the first picture in the file, up to its end; many phones put a film or a second picture behind it."""
    parts = [content[:2]]
    at, has_exif = 2, False
    while True:
        at = content.find(b"\xff", at)
        while at >= 0 and need(content, at + 1, 1) == b"\xff":
            at += 1
        marker = need(content, at + 1, 1)[0] if at >= 0 else 0
        if marker in {0, _START}:
            raise DamagedError
        if marker == _END:
            return Bare(b"".join([*parts, content[at : at + 2]]))
        if marker in _BARE_MARKERS:
            parts.append(content[at : at + 2])
            at += 2
            continue
        length = int.from_bytes(need(content, at + 2, 2))
        said = need(content, at + 4, length - 2)
        kept = _kept(marker, said, has_exif=has_exif)
        has_exif = has_exif or said.startswith(_EXIF)
        if kept is not None:
            parts.append(bytes((0xFF, marker)) + (len(kept) + 2).to_bytes(2) + kept)
        at += 2 + length
        if marker == _SCAN:
            after = _AFTER_SCAN.search(content, at)
            if not after:
                raise DamagedError
            parts.append(content[at : after.start()])
            at = after.start()


def _kept(marker: int, said: bytes, *, has_exif: bool) -> bytes | None:
    """Clean the content of a segment; None where the segment is left out."""
    if marker == _COMMENT:
        return None
    if not 0xE0 <= marker <= 0xEF:
        return said
    match marker - 0xE0:
        case 0 if said.startswith(_JFIF):
            # A thumbnail may follow the first twelve bytes.
            return said if said[12:] == b"\0\0" else said[:12].ljust(12, b"\0") + b"\0\0"
        case 1 if said.startswith(_EXIF) and not has_exif:
            block = cut_exif(said[len(_EXIF) :])
            return _EXIF + block if block else None
        case 2 if said.startswith(_ICC):
            return said
        case 14 if said.startswith(_ADOBE):
            return said[:12]
    return None
