"""A picture without what is said about it: the parts its pixels, colours and movements are made of, byte for byte."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bare:
    """A picture's file with nothing in it but the picture."""

    content: bytes
    frames: int = 1
    largest: tuple[int, int] = (0, 0)
    """Width and height of its largest frame, where a decoder would make room for it before it is asked to decode."""


class DamagedError(ValueError):
    """The file is not what its first bytes promise: its end is missing, or its parts do not follow each other."""


def need(content: bytes, begin: int, length: int) -> bytes:
    """So many bytes from a place; whoever asks for more than there are has half a file."""
    if length < 0 or begin + length > len(content):
        raise DamagedError
    return content[begin : begin + length]
