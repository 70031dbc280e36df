"""What every format gives: a picture's file with the picture alone (its pixels, colours, movement), byte for byte."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bare:
    """A picture's file without what is said about the picture."""

    content: bytes
    """The file's bytes."""
    frames: int = 1
    largest: tuple[int, int] = (0, 0)
    """Width and height of the largest frame, where a decoder would take memory for it on opening; else zeros."""


class DamagedError(ValueError):
    """Raised where a file is not what its first bytes promise: it has no end, or its parts do not follow each other."""


def need(content: bytes, begin: int, length: int) -> bytes:
    """Take ``length`` bytes from ``begin`` on. Raises ``DamagedError`` where the file is shorter."""
    if length < 0 or begin + length > len(content):
        raise DamagedError
    return content[begin : begin + length]
