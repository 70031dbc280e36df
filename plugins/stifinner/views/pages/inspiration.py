"""Inspiration: one page a link, and one of them all."""

from dataclasses import dataclass

from ...model.inspiration import Inspiration
from ..parts.composer import Composer
from ..parts.elements import InspirationBrief, ProgrammeMark, Prose, Sections, Within
from ..parts.within import compose_within


@dataclass(frozen=True)
class InspirationPage:
    """An inspiration link: why it inspires, and where it leads."""

    programme: ProgrammeMark | None
    item: InspirationBrief
    notice: str
    lede: Prose
    about: Prose
    sections: Sections
    within: Within | None


@dataclass(frozen=True)
class InspirationsPage:
    """All inspiration links of the portal."""

    title: str
    lede: str
    items: tuple[InspirationBrief, ...]


def compose_inspiration_page(composer: Composer, item: Inspiration) -> InspirationPage:
    """The page of one inspiration link."""
    parts = composer.graph.parts_of(item.programme)
    return InspirationPage(
        programme=composer.mark(item.programme),
        item=composer.inspiration(item, item.programme),
        notice=parts.programme.notice if parts else "",
        lede=composer.prose(item, item.summary),
        about=composer.prose(item, item.about),
        sections=composer.sections(item),
        within=compose_within(composer, parts) if parts else None,
    )


def compose_inspirations_page(composer: Composer) -> InspirationsPage:
    """All inspiration links of the portal, programme by programme."""
    graph = composer.graph
    items = [one for parts in graph.programmes for one in parts.inspirations] + list(graph.inspirations)
    words = composer.words
    return InspirationsPage(
        words["inspirations"], words["inspirations_lede"], tuple(composer.inspiration(one) for one in items)
    )
