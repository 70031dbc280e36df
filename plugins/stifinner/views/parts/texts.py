"""What an editor wrote, as views show it: prose, sections with lists, points to tick off, headings of one's own."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from ...graph.portal_graph import Graph
from ...language.phrases import Phrases
from ...language.slugs import slugify
from ...markdown.lines import divide, without_stop
from ...markdown.text import Text, join
from ...model.item import Item, ItemList
from ...model.kinds import name_of
from .elements import (
    NOTHING,
    Entry,
    ListPart,
    Prose,
    Section,
    Sections,
    Shown,
    TaskLine,
)

Written = TypeVar("Written")


class TextComposer:
    """Answers what pages ask of an item's text."""

    def __init__(self, graph: Graph, phrases: Phrases) -> None:
        self.graph = graph
        self.phrases = phrases
        self.anchors = phrases["words"]["anchors"]

    def prose(self, item: Item, text: Text) -> Prose:
        """Markdown of an item, with where its links lead."""
        if not text:
            return Prose(text)
        return Prose(text, self.graph.links.get(item.path, {}), self.graph.pictures.within.get(item.path, {}))

    def lines(self, item: Item, texts: Iterable[Text]) -> tuple[Prose, ...]:
        """Several points or paragraphs."""
        return tuple(self.prose(item, text) for text in texts)

    def parts(
        self, item: Item, written: ItemList[Written], show: Callable[[Written], Shown]
    ) -> tuple[ListPart[Shown], ...]:
        """A section with lists in it, everything in its order; ``show`` makes a view of each point."""
        return tuple(
            ListPart(self.prose(item, part.prose), tuple(show(point) for point in part.points), part.start)
            for part in written.parts
        )

    def points(self, item: Item, written: ItemList[Text]) -> tuple[ListPart[Prose], ...]:
        """A section whose points are shown as they stand."""
        return self.parts(item, written, lambda point: self.prose(item, point))

    def entry(self, item: Item, point: Text, name: str, thing: Shown | None) -> Entry[Shown]:
        """A point that means a thing; what it says beyond the thing's name is kept."""
        more = bool(point.rest) or point.refers
        same = thing is not None and not more and point.plain.casefold() == name.casefold()
        return Entry(thing, NOTHING if same else self.prose(item, point))

    def tasks(self, item: Item, written: ItemList[Text]) -> tuple[ListPart[TaskLine], ...]:
        """A section whose points are ticked off."""
        return self.parts(item, written, lambda point: self.task(item, point))

    def task(self, item: Item, point: Text) -> TaskLine:
        """A line to tick off: its first sentence, and the rest as detail."""
        first, detail = divide(point, ".")
        if not detail:
            first = without_stop(point.first)
        return TaskLine(
            self.prose(item, first), self.prose(item, detail), self.prose(item, point.rest), bool(point.done)
        )

    def sections(self, item: Item) -> Sections:
        """Sections of the editor's own, each where it stands."""
        sections: dict[str, tuple[Section, ...]] = {}
        for section in item.free_sections:
            anchor = item.anchors.ids[section.heading.line]
            heading = self.prose(item, section.heading)
            shown = Section(anchor, section.title, self.prose(item, section.text), heading)
            sections[section.follows] = (*sections.get(section.follows, ()), shown)
        return sections

    def known_section(self, item: Item, attribute: str) -> Section | None:
        """A section of prose under a fixed heading; None where it is empty."""
        title = self._headings(item)[attribute]
        text: Text = getattr(item, attribute)
        return Section(slugify(title), title, self.prose(item, text)) if text else None

    def _headings(self, item: Item) -> dict[str, str]:
        return self.phrases["headings"].get(name_of(item), {})


def join_prose(*some: Prose) -> Prose:
    """Several pieces of prose as one."""
    return Prose(
        join(prose.text for prose in some),
        {key: to for prose in some for key, to in prose.links.items()},
        {key: shown for prose in some for key, shown in prose.pictures.items()},
    )


def lower_first(text: str) -> str:
    """«Leder» → «leder»; names that begin with two capitals stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """«leder» → «Leder»."""
    return text[:1].upper() + text[1:]


def missing_summary(composer: TextComposer, item: Item) -> Iterator[str]:  # noqa: ARG001
    """Tell whether nobody has written what a thing is about; most kinds lack nothing else."""
    if not item.summary and not item.about:
        yield "summary"
