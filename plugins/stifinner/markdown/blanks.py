"""Parts of a text replaced by spaces, all in one pass, so that columns stay right.

Replacing one part after the other would copy the whole text each time.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

_SIGN = re.compile(r"[^\n]")


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Replace the spans of a text (begin and end, as indices) by spaces; line breaks stay."""
    pieces: list[str] = []
    at = 0
    for begin, end in sorted(spans):
        if end > at:
            begin = max(begin, at)
            pieces += [text[at:begin], _SIGN.sub(" ", text[begin:end])]
            at = end
    return "".join([*pieces, text[at:]]) if pieces else text


class BlankedLines:
    """The lines of a file, to be emptied or blanked out in part."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = list(lines)
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def drop(self, number: int) -> None:
        """Empty a line, numbered from 1."""
        self._lines[number - 1] = ""

    def blank(self, number: int, column: int, length: int) -> None:
        """Note that ``length`` characters of a line, from a column, are to be blank; line and column count from 1."""
        self._spans.setdefault(number, []).append((column - 1, column - 1 + length))

    def lines(self) -> tuple[str, ...]:
        """Give the lines with all that was noted blanked out."""
        for number, spans in self._spans.items():
            self._lines[number - 1] = blank(self._lines[number - 1], spans)
        return tuple(self._lines)


def pieces_of(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch of text at its line breaks; give the begin and the length of each piece."""
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop - at
        at = stop + 1
