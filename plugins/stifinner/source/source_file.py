"""One source file, taken apart: facts on top, a title, sections under headings."""

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
    """Relative to the content folder, forward slashes, NFC."""
    lines: tuple[str, ...]
    facts: tuple[Fact, ...]
    title: str
    """The first ``#`` heading, or empty."""
    title_line: int
    opening: Text
    """What stands between the title and the first section."""
    sections: tuple[RawSection, ...]
    places: Places
    """Where in the body links, pictures, code and comments stand."""

    @cached_property
    def links(self) -> tuple[WrittenLink, ...]:
        """Links and pictures of the body, without addresses that stand in the text by themselves."""
        return tuple(link for link in self.places.links if not link.alone)

    def excerpt(self, line: int) -> str:
        """The line as written, or empty."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""

    def lines_of(self, section: RawSection) -> range:
        """The lines of one of its sections, the heading's too."""
        begins = self._begins
        following = bisect_right(begins, section.line)
        return range(section.line, begins[following] if following < len(begins) else len(self.lines) + 1)

    def section_at(self, line: int) -> RawSection | None:
        """The section that a line stands in."""
        found = bisect_right(self._begins, line)
        return self.sections[found - 1] if found else None

    @cached_property
    def _begins(self) -> tuple[int, ...]:
        return tuple(section.line for section in self.sections)
