"""A file as the rules read it, and the whole content as they see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..graph.portal_graph import Graph
from ..language.phrases import Phrases
from ..markdown.places import NOWHERE, Position
from ..source.source_file import SourceFile


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
        """Number and text of the body's lines: without code, notes and the targets of links, columns kept."""
        first = max(self.source.title_line, 1)
        return tuple(
            (number, line)
            for number, line in enumerate(self.source.places.shown[first - 1 :], start=first)
            if line.strip() and number not in self.hidden
        )

    def place_of(self, key: str) -> Position:
        """Where a fact's value stands; nowhere when it is not written."""
        fact = next((fact for fact in self.source.facts if fact.key == key), None)
        return Position(fact.line, fact.value_column) if fact else NOWHERE

    def section_at(self, line: int) -> str:
        """The ``##`` heading that a line stands under, in small letters."""
        found = self.source.section_at(line)
        return found.title.lower() if found else ""


@dataclass(frozen=True)
class Content:
    """Everything that rules of the whole look at."""

    graph: Graph
    files: Mapping[str, ReviewedFile]
    """By path."""
    today: date | None
    """Where somebody asked what is behind its time; a build never does."""

    def files_of(self, programme: str) -> tuple[ReviewedFile, ...]:
        """The files of a programme, in the order of their paths."""
        return tuple(self._by_programme.get(programme, ()))

    @cached_property
    def _by_programme(self) -> dict[str, list[ReviewedFile]]:
        found: dict[str, list[ReviewedFile]] = {}
        for path, item in self.graph.items.items():
            if path in self.files:
                found.setdefault(item.programme, []).append(self.files[path])
        return found


def review_file(source: SourceFile, phrases: Phrases) -> ReviewedFile:
    """A source file as rules read it."""
    return ReviewedFile(source, phrases["headings"]["article"]["editors_note"].lower())
