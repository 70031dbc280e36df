"""Where in its file everything of a text stands: links, pictures, code, and what is left when these are gone."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .footnotes import Use


class Position(NamedTuple):
    """Where in its file something begins; both from 1, or 0 where nobody knows."""

    line: int
    column: int


NOWHERE = Position(0, 0)


@dataclass(frozen=True)
class WrittenLink:
    """A link or picture as written."""

    text: str
    """What stands between the brackets, or the address itself."""
    target: str
    line: int
    """Of the target."""
    column: int
    image: bool
    begins: Position = NOWHERE
    """Its first bracket or sign."""
    alone: bool = False
    """An address between ``<`` and ``>``, or one that stands in the text by itself."""
    note: str = ""
    """Of one in a footnote: that footnote's name."""


@dataclass(frozen=True)
class Comment:
    """What an editor says to the portal itself: ``<!-- stifinner: … -->``."""

    text: str
    line: int
    column: int
    alone: bool
    """Nothing else stands on its line."""


@dataclass(frozen=True)
class Fence:
    """Code between fences."""

    line: int
    column: int
    mark: str
    """The signs of its fence."""
    info: str
    """What stands beside them: the language."""
    closed: bool


@dataclass(frozen=True)
class Stretch:
    """A paragraph, a heading or a cell as it was written, code and links blanked out."""

    kind: str
    """Type of the token it stands in: ``paragraph_open``, ``heading_open``, ``td_open`` …"""
    markup: str
    """Sign of that token: ``##``, ``=`` …"""
    text: str
    first: int
    """Line of its file that it begins on."""
    begins: tuple[int, ...]
    """Column of each of its lines, from 0."""

    @property
    def level(self) -> int:
        """Of a heading, from 1."""
        return {"=": 1, "-": 2}.get(self.markup, len(self.markup))

    def place(self, at: int) -> Position:
        """Where a character stands."""
        row = bisect_right(self._starts, at) - 1
        return Position(self.first + row, self.begins[row] + at - self._starts[row] + 1)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        """Where each of its lines starts in the text."""
        return (0, *(found.end() for found in re.finditer("\n", self.text)))


@dataclass(frozen=True)
class Places:
    """Everything of a file's body that has a place."""

    links: tuple[WrittenLink, ...]
    stretches: tuple[Stretch, ...]
    plain: tuple[str, ...]
    """The lines, code and the addresses of links that stand by themselves blanked out, columns kept."""
    shown: tuple[str, ...]
    """The lines without the targets of links too: what is read as words."""
    fences: tuple[Fence, ...]
    comments: tuple[Comment, ...]
    uses: tuple[Use, ...]
    """Where footnotes are referred to."""
