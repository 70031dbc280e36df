"""The page of what is missing: dates, links, summaries that nobody has written yet.

Problems are not on it, since what is missing is no mistake; nor are notes that editors have left to themselves.
"""

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
"""Gives what an item lacks: keys of the catalogue's ``gaps.missing``, or words to be shown as they are."""


@dataclass(frozen=True)
class GapLine:
    """One item, and what it lacks."""

    kind: str
    """«Samling», «Ressurs»."""
    item: Link
    source: str
    """Path of the file to write it in, relative to the content folder."""
    date: DateShown | None
    """When it is, for a gathering; None for other kinds."""
    missing: tuple[str, ...]
    """«sted», «klokkeslett»."""
    sentence: str
    """«Sted og klokkeslett.»"""


@dataclass(frozen=True)
class GapGroup:
    """What is missing in one programme, or in what no programme owns."""

    programme: ProgrammeMark | None
    """None: items that all programmes share."""
    lines: tuple[GapLine, ...]
    """Gatherings first, in order of time."""


@dataclass(frozen=True)
class GapsPage(Page):
    """Everything that is missing."""

    styles = "gaps"
    scripts = "next gaps"

    title: str
    lede: str
    groups: tuple[GapGroup, ...]


def gaps_address(composer: Composer) -> str:
    """Give the site address of the page of what is missing."""
    return f"{composer.anchors['gaps']}/"


def compose_gaps_page(composer: Composer, missing: Mapping[type[Item], Missing]) -> GapsPage:
    """Compose the page of what is missing, programme by programme.

    ``missing``: class of a kind → the function that tells what an item of it lacks. Passed in, because the registry
    of kinds knows this page.
    """
    graph, words = composer.graph, composer.words["gaps"]
    groups = [
        GapGroup(composer.mark_of(parts), tuple(_lines(composer, parts, parts.things, missing)))
        for parts in graph.programmes
    ]
    groups.append(GapGroup(None, tuple(_lines(composer, None, graph.things, missing))))
    filled = tuple(group for group in groups if group.lines)
    return GapsPage(words["title"], words["lede" if filled else "none"], filled)


def _lines(
    composer: Composer,
    parts: ProgrammeParts | None,
    things: Mapping[type[Item], tuple[Item, ...]],
    missing: Mapping[type[Item], Missing],
) -> Iterator[GapLine]:
    """Compose a line for each item that lacks something.

    Gatherings come first, since they have a day; then the kinds in the order of the registry.
    """
    for kind in sorted(missing, key=lambda kind: kind is not Gathering):
        for item in things.get(kind, ()):
            if lacking := tuple(missing[kind](composer, item)):
                yield _line(composer, parts, item, lacking)


def _line(composer: Composer, parts: ProgrammeParts | None, item: Item, lacking: Sequence[str]) -> GapLine:
    words = composer.words["gaps"]
    said = tuple(words["missing"].get(key, key) for key in lacking)
    return GapLine(
        kind=words["kinds"][name_of(item)],
        item=Link(item.title, address(item)),
        source=item.path,
        date=composer.brief(parts, item).date if parts and isinstance(item, Gathering) else None,
        missing=said,
        sentence=f"{upper_first(composer.join(said))}.",
    )
