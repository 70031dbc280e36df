"""The places of everything in a file's body: links, pictures, code, comments, and the words without them.

A place is a line and a column, both from 1.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .footnotes import Use


class Position(NamedTuple):
    """Line and column in a file where something begins, both from 1; 0 where they are not known."""

    line: int
    column: int


NOWHERE = Position(0, 0)


@dataclass(frozen=True)
class WrittenLink:
    """A link or picture as it was written; ``line`` and ``column`` are those of its target."""

    text: str
    """What stands between the brackets, or the address itself."""
    target: str
    line: int
    """Line of the target, which may stand in a definition further down."""
    column: int
    image: bool
    begins: Position = NOWHERE
    """Position of its first bracket or sign."""
    alone: bool = False
    """Whether it is a bare address: between ``<`` and ``>``, or in the text by itself."""
    note: str = ""
    """Name of the footnote that it stands in, or empty."""


@dataclass(frozen=True)
class Comment:
    """A comment to the portal: ``<!-- stifinner: … -->``."""

    text: str
    line: int
    column: int
    alone: bool
    """Whether nothing else stands on its line."""


@dataclass(frozen=True)
class Fence:
    """A block of code between fences."""

    line: int
    column: int
    mark: str
    """The opening fence itself: three or more ticks or tildes."""
    info: str
    """What stands beside the opening fence: as a rule a language."""
    closed: bool


@dataclass(frozen=True)
class Stretch:
    """The content of a paragraph, a heading or a cell as it was written, with code and links blanked out."""

    kind: str
    """Type of the token that opens it: ``paragraph_open``, ``heading_open``, ``td_open`` …"""
    markup: str
    """The sign of that token: ``##``, ``=`` …"""
    text: str
    first: int
    """Line of the file that it begins on."""
    begins: tuple[int, ...]
    """Column in the file, from 0, where each of its lines begins."""

    @property
    def level(self) -> int:
        """Level of a heading, from 1."""
        return {"=": 1, "-": 2}.get(self.markup, len(self.markup))

    def place(self, at: int) -> Position:
        """Turn an index in the text into a position in the file."""
        row = bisect_right(self._starts, at) - 1
        return Position(self.first + row, self.begins[row] + at - self._starts[row] + 1)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Index in the text where each of its lines starts."""
        return (0, *(found.end() for found in re.finditer("\n", self.text)))


@dataclass(frozen=True)
class Places:
    """Everything in a file's body that has a place. Lists are in the order of the file."""

    links: tuple[WrittenLink, ...]
    stretches: tuple[Stretch, ...]
    plain: tuple[str, ...]
    """The file's lines with code, comments and the addresses of definitions blanked out, columns kept."""
    shown: tuple[str, ...]
    """``plain`` without the targets of links: what readers see as words."""
    fences: tuple[Fence, ...]
    comments: tuple[Comment, ...]
    uses: tuple[Use, ...]
    """References to footnotes."""
