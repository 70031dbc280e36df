"""Stretches of text blanked out all at once, columns kept: one after the other, each would copy the whole text."""

import re
from collections.abc import Iterable, Iterator, Sequence

_SIGN = re.compile(r"[^\n]")


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with spaces in place of what stands in the spans; its lines stay."""
    pieces: list[str] = []
    at = 0
    for begin, end in sorted(spans):
        if end > at:
            begin = max(begin, at)
            pieces += [text[at:begin], _SIGN.sub(" ", text[begin:end])]
            at = end
    return "".join([*pieces, text[at:]]) if pieces else text


class Sheet:
    """The lines of a file, of which some are dropped and parts of others blanked out."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = list(lines)
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def drop(self, number: int) -> None:
        """Empty a line, from 1."""
        self._lines[number - 1] = ""

    def blank(self, number: int, column: int, length: int) -> None:
        """Blank out so much of a line, from 1, at a column, from 1."""
        self._spans.setdefault(number, []).append((column - 1, column - 1 + length))

    def lines(self) -> tuple[str, ...]:
        """The lines as they are in the end."""
        for number, spans in self._spans.items():
            self._lines[number - 1] = blank(self._lines[number - 1], spans)
        return tuple(self._lines)


def pieces_of(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Begin and length of the part of each line."""
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop - at
        at = stop + 1
