"""Compose what an editor wrote: prose, sections with lists, points to tick off, sections of the editor's own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from ...graph.portal_graph import Graph
from ...language.phrases import Phrases
from ...language.slugs import slugify
from ...markdown.lines import divide, without_stop
from ...markdown.text import Text, join
from ...model.item import Item, ItemList
from ...model.kinds import name_of
from ...model.portal import Portal
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
"""What the model makes of a point of a list."""


def join_names(names: Sequence[str], conjunction: str) -> str:
    """Join names as in a sentence: «ledere, fagutviklere og ansatte»."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {conjunction} {names[-1]}"


def sample_mark(portal: Portal, phrases: Phrases) -> str:
    """Give the word for a sample, where a portal is one; empty where it is not."""
    return phrases["fields"]["portal"]["sample"] if portal.sample else ""


def named_in_sample(name: str, portal: Portal, phrases: Phrases) -> str:
    """Give a name as it stands where nothing around it says so: in a sample, the word for it follows."""
    mark = sample_mark(portal, phrases)
    return f"{name} ({mark})" if mark else name


class TextComposer:
    """The part of the composer that shows an item's texts."""

    def __init__(self, graph: Graph, phrases: Phrases) -> None:
        self.graph = graph
        self.phrases = phrases
        self.anchors = phrases["words"]["anchors"]

    def prose(self, item: Item, text: Text) -> Prose:
        """Compose prose from a text of an item, with the addresses of its links and its pictures."""
        if not text:
            return Prose(text)
        return Prose(text, self.graph.links.get(item.path, {}), self.graph.pictures.within.get(item.path, {}))

    def lines(self, item: Item, texts: Iterable[Text]) -> tuple[Prose, ...]:
        """Compose several texts of an item, each by itself."""
        return tuple(self.prose(item, text) for text in texts)

    def list_parts(
        self, item: Item, written: ItemList[Written], show: Callable[[Written], Shown]
    ) -> tuple[ListPart[Shown], ...]:
        """Compose a section with lists, everything in its order; ``show`` composes the view of a point."""
        return tuple(
            ListPart(self.prose(item, part.prose), tuple(show(point) for point in part.points), part.start)
            for part in written.parts
        )

    def points(self, item: Item, written: ItemList[Text]) -> tuple[ListPart[Prose], ...]:
        """Compose a section whose points are shown as they were written."""
        return self.list_parts(item, written, lambda point: self.prose(item, point))

    def entry(self, item: Item, point: Text, name: str, meant: Shown | None) -> Entry[Shown]:
        """Compose a point of ``item`` that means another item; its own words are kept where they say more.

        ``name``: of the item that is meant; ``meant``: the view of it, None where the point means none.
        """
        has_more = bool(point.rest) or point.refers
        is_name = meant is not None and not has_more and point.plain.casefold() == name.casefold()
        return Entry(meant, NOTHING if is_name else self.prose(item, point))

    def tasks(self, item: Item, written: ItemList[Text]) -> tuple[ListPart[TaskLine], ...]:
        """Compose a section whose points are ticked off."""
        return self.list_parts(item, written, lambda point: self.task(item, point))

    def task(self, item: Item, point: Text) -> TaskLine:
        """Compose a point to tick off: its first sentence as what to do, the rest of the line as detail."""
        first, detail = divide(point, ".")
        if not detail:
            first = without_stop(point.first)
        return TaskLine(
            self.prose(item, first), self.prose(item, detail), self.prose(item, point.rest), bool(point.done)
        )

    def sections(self, item: Item) -> Sections:
        """Compose the sections under headings of the editor's own, by the fixed heading that they follow."""
        sections: dict[str, tuple[Section, ...]] = {}
        for section in item.free_sections:
            anchor = item.anchors.ids[section.heading.line]
            heading = self.prose(item, section.heading)
            shown = Section(anchor, section.title, self.prose(item, section.text), heading)
            sections[section.follows] = (*sections.get(section.follows, ()), shown)
        return sections

    def known_section(self, item: Item, attribute: str) -> Section | None:
        """Compose a section of prose under a fixed heading (its attribute); None where it is empty."""
        title = self._headings(item)[attribute]
        text: Text = getattr(item, attribute)
        return Section(slugify(title), title, self.prose(item, text)) if text else None

    def _headings(self, item: Item) -> dict[str, str]:
        return self.phrases["headings"].get(name_of(item), {})


def join_prose(*some: Prose) -> Prose:
    """Join pieces of prose into one, with all their links and pictures."""
    return Prose(
        join(prose.text for prose in some),
        {key: to for prose in some for key, to in prose.links.items()},
        {key: shown for prose in some for key, shown in prose.pictures.items()},
    )


def lower_first(text: str) -> str:
    """Make the first letter small: «Leder» → «leder»; a name that begins with two capitals is kept."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """Make the first letter large: «leder» → «Leder»."""
    return text[:1].upper() + text[1:]


def missing_summary(composer: TextComposer, item: Item) -> Iterator[str]:  # noqa: ARG001
    """Tell whether nobody has written what an item is about; of most kinds nothing else is asked."""
    if not item.summary and not item.about:
        yield "summary"
