"""What rules of the review are given: a file as they read it, and the whole content."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..graph.portal_graph import Graph
from ..language.phrases import Phrases
from ..markdown.places import NOWHERE, Position
from ..source.source_file import SourceFile

_BELOW_DATE = re.compile(r"\s*[-*+]\s+([^:]+):(?=\s|$)")
"""A point that begins with a word and a colon."""


@dataclass(frozen=True)
class ReviewedFile:
    """A source file with what a reader of the page sees of it."""

    source: SourceFile
    note: str
    """The heading of notes to editors, in small letters."""

    @property
    def path(self) -> str:
        """The file, relative to the content folder."""
        return self.source.path

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """All lines, code blanked out."""
        return self.source.places.plain

    @cached_property
    def hidden(self) -> frozenset[int]:
        """Lines that no reader sees: notes to editors."""
        sections = self.source.sections
        spans = [self.source.lines_of(section) for section in sections if section.title.lower() == self.note]
        return frozenset(number for span in spans for number in span)

    @cached_property
    def shown(self) -> tuple[tuple[int, str], ...]:
        """Number and text of the body's lines that readers see.

        Code and the targets of links are blanked out with spaces, so that columns stay; notes to editors are left out.
        """
        first = max(self.source.title_line, 1)
        return tuple(
            (number, line)
            for number, line in enumerate(self.source.places.shown[first - 1 :], start=first)
            if line.strip() and number not in self.hidden
        )

    def place_of(self, key: str) -> Position:
        """Find where a fact's value stands; ``NOWHERE`` without the fact. ``key``: the fact's word in the file."""
        fact = next((fact for fact in self.source.facts if fact.key == key), None)
        return Position(fact.line, fact.value_column) if fact else NOWHERE

    def fact_at(self, line: int, schedules: Collection[str]) -> str:
        """Give the word of the fact that a line is: on top, or below a date; empty for any other line.

        ``schedules``: headings, in small letters, below which dates stand.
        """
        on_top = next((fact.key for fact in self.source.facts if fact.line == line), "")
        below = _BELOW_DATE.match(self.source.excerpt(line)) if self.section_at(line) in schedules else None
        return on_top or (below[1].strip().lower() if below else "")

    def section_at(self, line: int) -> str:
        """Give the ``##`` heading that a line stands under, in small letters; empty above the first one."""
        section = self.source.section_at(line)
        return section.title.lower() if section else ""


@dataclass(frozen=True)
class ReviewedContent:
    """Everything that rules of the whole content look at."""

    graph: Graph
    files: Mapping[str, ReviewedFile]
    """Path → file."""
    today: date | None
    """The day by which something may be out of date, where the command was given one; a build never has one."""
    publishing: bool = False
    """Whether what only a published portal needs is checked too."""

    def files_of(self, programme: str) -> tuple[ReviewedFile, ...]:
        """Give the files of a programme, in the order of their paths. ``programme``: its id."""
        return tuple(self._by_programme.get(programme, ()))

    @cached_property
    def _by_programme(self) -> dict[str, list[ReviewedFile]]:
        """Id of a programme → its files."""
        grouped: dict[str, list[ReviewedFile]] = {}
        for path, item in self.graph.items.items():
            if path in self.files:
                grouped.setdefault(item.programme, []).append(self.files[path])
        return grouped


def review_file(source: SourceFile, phrases: Phrases) -> ReviewedFile:
    """Make of a source file what rules read."""
    return ReviewedFile(source, phrases["headings"]["article"]["editors_note"].lower())
