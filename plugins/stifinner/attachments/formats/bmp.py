"""BMP: a header that says where the pixels begin, and the pixels."""

from .bare import Bare, DamagedError, need

HEAD = b"BM"
_UNPACKED = {0, 3}
"""Ways to store pixels in which each row has its full length."""


def bare_bmp(content: bytes) -> Bare:
    """Cut off what follows the picture's end."""
    said, begin, head = (int.from_bytes(need(content, at, 4), "little") for at in (2, 10, 14))
    if head >= 40:
        width, height = (int.from_bytes(need(content, at, 4), "little", signed=True) for at in (18, 22))
        depth, packing = int.from_bytes(need(content, 28, 2), "little"), int.from_bytes(need(content, 30, 4), "little")
        row = (width * depth + 31) // 32 * 4
        if packing in _UNPACKED:
            if width <= 0 or begin + row * abs(height) > len(content):
                raise DamagedError
            said = max(said, begin + row * abs(height))
    return Bare(content[:said] if 26 <= said <= len(content) else content)
