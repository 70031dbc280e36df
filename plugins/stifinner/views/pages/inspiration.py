"""Inspiration: a page for each link, and one that lists them all."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts
from ...model.inspiration import Inspiration
from ..parts.composer import Composer
from ..parts.elements import InspirationBrief, ProgrammeMark, Prose, Sections, Within
from ..parts.page import Page
from ..parts.texts import missing_summary
from ..parts.within import compose_within


@dataclass(frozen=True)
class InspirationPage(Page):
    """An inspiration link: why it inspires, and where it leads."""

    styles = "inspiration"

    programme: ProgrammeMark | None
    item: InspirationBrief
    notice: str
    lede: Prose
    about: Prose
    sections: Sections
    within: Within | None


@dataclass(frozen=True)
class InspirationsPage(Page):
    """All inspiration links of the portal."""

    styles = "inspiration new"
    is_list = True

    title: str
    lede: str
    items: tuple[InspirationBrief, ...]


def compose_inspiration_page(composer: Composer, item: Inspiration) -> InspirationPage:
    """Compose the page of one inspiration link."""
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


def compose_inspirations_page(composer: Composer, parts: ProgrammeParts | None) -> InspirationsPage | None:  # noqa: ARG001
    """Compose the page of all inspiration links of the portal, programme by programme; None where there are none."""
    items, words = composer.graph.all(Inspiration), composer.words
    shown = tuple(composer.inspiration(one) for one in items)
    return InspirationsPage(words["inspirations"], words["inspirations_lede"], shown) if shown else None


def missing_of_inspiration(composer: Composer, item: Inspiration) -> Iterator[str]:
    """Tell what an inspiration link lacks."""
    yield from missing_summary(composer, item)
    if not item.link:
        yield "target"
