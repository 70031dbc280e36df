"""GIF: a screen, then pictures and extensions in blocks of blocks."""

from .bare import Bare, DamagedError, need

HEAD = b"GIF8"
_PICTURE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_LOOPS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")
_PROFILE = b"\x0bICCRGBG1012"
_LONGEST_LOOP = 24
"""Bytes of what says how often it is repeated."""


def bare_gif(content: bytes) -> Bare:
    """Its pictures, how long each stands, and how often it is repeated."""
    largest = _pair(need(content, 6, 4))
    at = 13 + _colours(need(content, 10, 1)[0])
    parts = [need(content, 0, at)]
    frames = 0
    while at < len(content) and content[at] != _END:
        begin = at
        if content[at] == _PICTURE:
            head = need(content, at, 10)
            frames += 1
            (left, top), (width, height) = _pair(head[1:5]), _pair(head[5:9])
            largest = max(largest[0], left + width), max(largest[1], top + height)
            at = _after_blocks(content, at + 11 + _colours(head[9]))
            parts.append(content[begin:at])
        elif content[at] == _EXTENSION:
            label = need(content, at + 1, 1)[0]
            at = _after_blocks(content, at + 2)
            if _is_kept(label, content[begin + 2 : at]):
                parts.append(content[begin:at])
        else:
            raise DamagedError
    if not frames:
        raise DamagedError
    return Bare(b"".join([*parts, bytes([_END])]), frames, largest)


def _pair(said: bytes) -> tuple[int, int]:
    return int.from_bytes(said[:2], "little"), int.from_bytes(said[2:4], "little")


def _colours(flags: int) -> int:
    """Bytes of the table of colours that follows."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(content: bytes, at: int) -> int:
    """The place behind a row of blocks, each with its length before it and none of length 0."""
    while length := need(content, at, 1)[0]:
        at += 1 + length
    return at + 1


def _is_kept(label: int, said: bytes) -> bool:
    if label == _CONTROL:
        return True
    loops = said.startswith(_LOOPS) and len(said) <= _LONGEST_LOOP
    return label == _APPLICATION and (loops or said.startswith(_PROFILE))
