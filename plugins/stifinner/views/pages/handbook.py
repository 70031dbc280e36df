"""The handbook for editors: prose, and tables made from the model itself, so that handbook and portal never differ.

A chapter asks for such a table in a line of its own (``@facts gathering``), and it becomes a block of its own class.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ...graph.portal_graph import EMPTY_GRAPH
from ...help.handbook.chapters import FIRST, Chapter, Part, read_chapters, read_example
from ...help.handbook.made import (
    KnownFact,
    KnownHeading,
    ProblemsAlike,
    facts_of,
    headings_of,
    problems_by_reason,
)
from ...language.phrases import Phrases, load_phrases
from ...markdown.text import parse_text
from ...model.agenda.points import read_point
from ...model.values import Reading
from ..parts.agenda import show_point
from ..parts.composer import Composer
from ..parts.elements import Link, Prose
from ..parts.page import Page


@dataclass(frozen=True)
class ProseBlock:
    """A chapter's prose, as it was written."""

    prose: Prose
    kind: Literal["prose"] = "prose"


@dataclass(frozen=True)
class FactsBlock:
    """A table of the facts of a kind."""

    facts: tuple[KnownFact, ...]
    some_required: bool
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True)
class HeadingsBlock:
    """A table of the fixed headings of a kind."""

    headings: tuple[KnownHeading, ...]
    kind: Literal["headings"] = "headings"


@dataclass(frozen=True)
class ExampleBlock:
    """A whole content file, as an example."""

    path: str
    text: str
    kind: Literal["example"] = "example"


@dataclass(frozen=True)
class WrittenBlock:
    """A table of what may be written, and how the portal shows it."""

    rows: tuple[tuple[str, str, str], ...]
    """What is written, what is shown, and what it means; three cells a row."""
    kind: Literal["written"] = "written"


@dataclass(frozen=True)
class ProblemsBlock:
    """All problems that the check may tell, by their reasons."""

    groups: tuple[ProblemsAlike, ...]
    kind: Literal["problems"] = "problems"


@dataclass(frozen=True)
class ChangeBlock:
    """The steps of a change, from somebody's wish to the portal, in pictures."""

    steps: tuple[tuple[str, str], ...]
    """Title and text of each picture."""
    kind: Literal["change"] = "change"


Block = ProseBlock | FactsBlock | HeadingsBlock | ExampleBlock | WrittenBlock | ProblemsBlock | ChangeBlock


@dataclass(frozen=True)
class HandbookPage(Page):
    """A page of the handbook."""

    styles = "handbook"

    address: str
    title: str
    lede: Prose
    blocks: tuple[Block, ...]
    contents: tuple[Link, ...]
    """Links to all pages of the handbook; empty on the first page, which lists them itself."""
    following: Link | None


def handbook_address(phrases: Phrases, name: str = FIRST) -> str:
    """Give the site address of a chapter by its name."""
    first = f"{phrases['words']['anchors']['handbook']}/"
    return first if name == FIRST else f"{first}{name}/"


def compose_handbook_link(phrases: Phrases) -> Link | None:
    """Compose the link to the handbook; None where it is not written in the portal's language."""
    chapters = read_chapters(phrases["language"])
    return Link(chapters[0].title, handbook_address(phrases)) if chapters else None


@cache
def compose_handbook_pages(language: str) -> tuple[HandbookPage, ...]:
    """Compose all pages of the handbook. It says nothing of any content: every portal of a language has the same."""
    return tuple(_compose_pages(Composer(EMPTY_GRAPH, load_phrases(language))))


def _compose_pages(composer: Composer) -> Iterator[HandbookPage]:
    phrases = composer.phrases
    chapters = read_chapters(phrases["language"])
    contents = tuple(Link(chapter.title, handbook_address(phrases, chapter.name)) for chapter in chapters)
    links = {f"{chapter.name}.md": link.address or "" for chapter, link in zip(chapters, contents, strict=True)}
    for number, chapter in enumerate(chapters):
        yield HandbookPage(
            address=handbook_address(phrases, chapter.name),
            title=chapter.title,
            lede=Prose(parse_text(chapter.lede), links),
            blocks=tuple(_compose_blocks(composer, chapter, links)),
            contents=contents if chapter.name != FIRST else (),
            following=contents[number + 1] if 0 < number < len(contents) - 1 else None,
        )


def _compose_blocks(composer: Composer, chapter: Chapter, links: Mapping[str, str]) -> Iterator[Block]:
    for part in chapter.parts:
        yield _MADE[part.asks_for](composer, part) if part.asks_for else ProseBlock(Prose(parse_text(part.text), links))


def _facts(composer: Composer, part: Part) -> FactsBlock:
    facts = tuple(facts_of(part.about, composer.phrases))
    return FactsBlock(facts, any(fact.required for fact in facts))


def _headings(composer: Composer, part: Part) -> HeadingsBlock:
    return HeadingsBlock(tuple(headings_of(part.about, composer.phrases)))


def _example(composer: Composer, part: Part) -> ExampleBlock:
    return ExampleBlock(part.about, read_example(composer.phrases["language"], part.about))


def _problems(composer: Composer, _: Part) -> ProblemsBlock:
    return ProblemsBlock(tuple(problems_by_reason(composer.phrases)))


def _change(_: Composer, part: Part) -> ChangeBlock:
    return ChangeBlock(tuple(_rows(part)))


def _dates(composer: Composer, part: Part) -> WrittenBlock:
    reading = Reading(composer.phrases)
    return _written(part, lambda text: composer.date(None, reading.when(text)).text)


def _times(composer: Composer, part: Part) -> WrittenBlock:
    reading = Reading(composer.phrases)
    return _written(part, lambda text: composer.dates.show_time(reading.time(text)))


def _durations(composer: Composer, part: Part) -> WrittenBlock:
    reading = Reading(composer.phrases)
    return _written(part, lambda text: reading.duration(text).text)


def _agenda(composer: Composer, part: Part) -> WrittenBlock:
    reading = Reading(composer.phrases)
    return _written(part, lambda text: show_point(composer, read_point(parse_text(text), reading)))


def _written(part: Part, show: Callable[[str], str]) -> WrittenBlock:
    return WrittenBlock(tuple((written, show(written), what) for written, what in _rows(part)))


def _rows(part: Part) -> Iterator[tuple[str, str]]:
    """Read lines of two cells with «|» between them; each cell without the space around it."""
    for line in part.text.splitlines():
        left, _, right = line.partition("|")
        yield left.strip(), right.strip()


_MADE: Mapping[str, Callable[[Composer, Part], Block]] = {
    "facts": _facts,
    "headings": _headings,
    "example": _example,
    "dates": _dates,
    "times": _times,
    "durations": _durations,
    "agenda": _agenda,
    "problems": _problems,
    "change": _change,
}
"""Word that a chapter asks by, ``@facts`` without its sign → the function that composes the block."""
