"""A picture without what is said about it: the parts its pixels, colours and movements are made of, byte for byte."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Bare:
    """A picture's file with nothing in it but the picture."""

    content: bytes
    frames: int = 1
    pixels: int = 0
    """Declared by its frames one by one, where they may be larger than the picture."""


class DamagedError(ValueError):
    """The file is not what its first bytes promise: its end is missing, or its parts do not follow each other."""


def need(content: bytes, begin: int, length: int) -> bytes:
    """So many bytes from a place; whoever asks for more than there are has half a file."""
    if length < 0 or begin + length > len(content):
        raise DamagedError
    return content[begin : begin + length]
