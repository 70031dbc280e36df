"""What is missing: what the portal would say if somebody knew it. No mistakes, and nothing of editors' own notes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...graph.portal_graph import ProgrammeParts, address
from ...model.gathering import Gathering
from ...model.item import Item
from ...model.kinds import name_of
from ..parts.composer import Composer
from ..parts.date_shown import DateShown
from ..parts.elements import Link, ProgrammeMark
from ..parts.page import Page
from ..parts.texts import upper_first

Missing = Callable[[Composer, Any], Iterator[str]]
"""Tells what a thing lacks: keys of the catalogue's ``gaps.missing``, or words of its own."""


@dataclass(frozen=True)
class GapLine:
    """One thing, and what is missing of it."""

    kind: str
    """«Samling», «Ressurs»."""
    thing: Link
    source: str
    """The file to write it in, relative to the content folder."""
    date: DateShown | None
    """Of a gathering."""
    missing: tuple[str, ...]
    """«sted», «klokkeslett»."""
    sentence: str
    """«Sted og klokkeslett.»"""


@dataclass(frozen=True)
class GapGroup:
    """What is missing in one programme, or in what all share."""

    programme: ProgrammeMark | None
    """None: shared by all programmes."""
    lines: tuple[GapLine, ...]
    """Gatherings first, in order of time."""


@dataclass(frozen=True)
class GapsPage(Page):
    """Everything that is missing."""

    styles = "gaps"
    scripts = "gaps"

    title: str
    lede: str
    groups: tuple[GapGroup, ...]


def gaps_address(composer: Composer) -> str:
    """Where the page stands."""
    return f"{composer.anchors['gaps']}/"


def compose_gaps_page(composer: Composer, missing: Mapping[type[Item], Missing]) -> GapsPage:
    """Compose the page of what is missing, by programme. ``missing``: class of a kind → what tells what it lacks."""
    graph, words = composer.graph, composer.words["gaps"]
    groups = [
        GapGroup(composer.mark_of(parts), tuple(_lines(composer, parts, parts.things, missing)))
        for parts in graph.programmes
    ]
    groups.append(GapGroup(None, tuple(_lines(composer, None, graph.things, missing))))
    found = tuple(group for group in groups if group.lines)
    return GapsPage(words["title"], words["lede" if found else "none"], found)


def _lines(
    composer: Composer,
    parts: ProgrammeParts | None,
    things: Mapping[type[Item], tuple[Item, ...]],
    missing: Mapping[type[Item], Missing],
) -> Iterator[GapLine]:
    """Gatherings come first, since they have a day; then the kinds in the order of the registry."""
    for kind in sorted(missing, key=lambda kind: kind is not Gathering):
        for item in things.get(kind, ()):
            if lacking := tuple(missing[kind](composer, item)):
                yield _line(composer, parts, item, lacking)


def _line(composer: Composer, parts: ProgrammeParts | None, item: Item, lacking: Sequence[str]) -> GapLine:
    words = composer.words["gaps"]
    said = tuple(words["missing"].get(key, key) for key in lacking)
    return GapLine(
        kind=words["kinds"][name_of(item)],
        thing=Link(item.title, address(item)),
        source=item.path,
        date=composer.date(parts, item.date) if isinstance(item, Gathering) else None,
        missing=said,
        sentence=f"{upper_first(composer.join(said))}.",
    )
