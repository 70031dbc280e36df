"""A source file, taken apart: facts on top, a title, and sections under headings."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from ..markdown.places import Comment, Places, Stretch, WrittenLink
from ..markdown.text import RawSection, Text

__all__ = ["Comment", "Fact", "Places", "RawSection", "SourceFile", "Stretch", "Text", "WrittenLink"]

NOWHERE = Places((), (), (), (), (), (), ())
"""The places of a file that could not be read."""


@dataclass(frozen=True)
class Fact:
    """One line ``key: value`` on top of a file."""

    key: str
    value: str
    line: int
    key_column: int
    value_column: int


@dataclass(frozen=True)
class SourceFile:
    """One Markdown file of the content folder."""

    path: str
    """Path relative to the content folder, with forward slashes, letters composed (NFC)."""
    lines: tuple[str, ...]
    """All lines as they were written, those of the facts too."""
    facts: tuple[Fact, ...]
    title: str
    """The first ``#`` heading, or empty."""
    title_line: int
    """0 where there is no title."""
    opening: Text
    """What stands between the title and the first section."""
    sections: tuple[RawSection, ...]
    places: Places
    """Where in the body links, pictures, code and comments stand."""

    @cached_property
    def links(self) -> tuple[WrittenLink, ...]:
        """Links and pictures of the body, without bare addresses."""
        return tuple(link for link in self.places.links if not link.alone)

    def excerpt(self, line: int) -> str:
        """Give a line as it was written, from 1; empty where there is no such line."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    def lines_of(self, section: RawSection) -> range:
        """Give the lines of one of the file's sections, from its heading to the next."""
        begins = self._begins
        following = bisect_right(begins, section.line)
        return range(section.line, begins[following] if following < len(begins) else len(self.lines) + 1)

    def section_at(self, line: int) -> RawSection | None:
        """Find the section that a line stands in; None above the first."""
        found = bisect_right(self._begins, line)
        return self.sections[found - 1] if found else None

    @cached_property
    def _begins(self) -> tuple[int, ...]:
        """The lines that the sections begin on."""
        return tuple(section.line for section in self.sections)
