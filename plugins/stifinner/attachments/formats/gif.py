"""GIF: the screen's size, then pictures and extensions, each in blocks."""

from .bare import Bare, DamagedError, need

HEAD = b"GIF8"
_PICTURE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
"""Labels of extensions: how a frame is shown, and what a program adds."""
_LOOPS = (b"\x0bNETSCAPE2.0", b"\x0bANIMEXTS1.0")
"""Extensions that say how often the animation is repeated."""
_PROFILE = b"\x0bICCRGBG1012"
"""The extension with a profile of colours."""
_LONGEST_LOOP = 24
"""Bytes of an extension that says how often; a longer one has something else in it."""


def bare_gif(content: bytes) -> Bare:
    """Keep the pictures, their durations, how often the animation is repeated, and its colours."""
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
    """Read two numbers."""
    return int.from_bytes(said[:2], "little"), int.from_bytes(said[2:4], "little")


def _colours(flags: int) -> int:
    """Reckon the bytes of the table of colours that follows, by the flags before it."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _after_blocks(content: bytes, at: int) -> int:
    """Find the index after a row of blocks. Each has its length before it; length 0 ends the row."""
    while length := need(content, at, 1)[0]:
        at += 1 + length
    return at + 1


def _is_kept(label: int, said: bytes) -> bool:
    """Tell whether an extension is part of the picture. ``said``: its content with the blocks' lengths."""
    if label == _CONTROL:
        return True
    loops = said.startswith(_LOOPS) and len(said) <= _LONGEST_LOOP
    return label == _APPLICATION and (loops or said.startswith(_PROFILE))
