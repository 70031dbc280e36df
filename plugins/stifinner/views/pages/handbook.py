"""The handbook for editors: prose, and what is made from the model, so that the two never differ."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from ...help.handbook.chapters import FIRST, Chapter, Part, read_chapters, read_example
from ...help.handbook.made import (
    KnownFact,
    KnownHeading,
    ProblemsAlike,
    facts_of,
    headings_of,
    problems_by_reason,
)
from ...language.phrases import Phrases
from ...markdown.text import parse_text
from ...model.agenda.points import read_point
from ...model.values import Reading
from ..parts.agenda import show_point
from ..parts.composer import Composer
from ..parts.elements import Link, Prose
from ..parts.page import Page


@dataclass(frozen=True)
class ProseBlock:
    """Prose as it was written."""

    prose: Prose
    kind: Literal["prose"] = "prose"


@dataclass(frozen=True)
class FactsBlock:
    """The facts of a kind."""

    facts: tuple[KnownFact, ...]
    some_required: bool
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True)
class HeadingsBlock:
    """The fixed headings of a kind."""

    headings: tuple[KnownHeading, ...]
    kind: Literal["headings"] = "headings"


@dataclass(frozen=True)
class ExampleBlock:
    """A whole file."""

    path: str
    text: str
    kind: Literal["example"] = "example"


@dataclass(frozen=True)
class WrittenBlock:
    """What may be written, and how the portal shows it."""

    rows: tuple[tuple[str, str, str], ...]
    """Written, shown, and what it is."""
    kind: Literal["written"] = "written"


@dataclass(frozen=True)
class ProblemsBlock:
    """All problems there are."""

    groups: tuple[ProblemsAlike, ...]
    kind: Literal["problems"] = "problems"


@dataclass(frozen=True)
class ChangeBlock:
    """A change on its way from a wish to the portal, in pictures."""

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
    """All its pages, the first one too; on the first page empty, since it is about nothing else."""
    following: Link | None


def handbook_address(phrases: Phrases, name: str = FIRST) -> str:
    """Where a chapter stands."""
    first = f"{phrases['words']['anchors']['handbook']}/"
    return first if name == FIRST else f"{first}{name}/"


def compose_handbook_link(phrases: Phrases) -> Link | None:
    """The way to the handbook; None where nobody has written one in the portal's language."""
    chapters = read_chapters(phrases["language"])
    return Link(chapters[0].title, handbook_address(phrases)) if chapters else None


def compose_handbook_pages(composer: Composer) -> Iterator[HandbookPage]:
    """All pages of the handbook."""
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
    """Lines with a stroke between what is left and what is right of it."""
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
"""What a chapter may ask for."""
