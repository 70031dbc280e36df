"""The page of a sheet: a form whose answers stay on the reader's device, and links to its papers."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts, address
from ...model.focus_area import FocusArea
from ...model.gathering import Gathering
from ...model.sheet import Sheet
from ..parts.composer import Composer
from ..parts.elements import GatheringBrief, Link, ProgrammeMark, Sections, Within
from ..parts.page import Page
from ..parts.prints import PaperBrief, print_address
from ..parts.texts import missing_summary
from ..parts.within import compose_within
from ..sheets.papers import compose_papers
from ..sheets.shown import SheetShown, compose_sheet


@dataclass(frozen=True)
class SheetPage(Page):
    """A sheet to fill in on the screen, and its papers."""

    styles = "hero duo way checklist sheet spread papers"
    scripts = "sheetcode sheetanswers sheetform sheetkeep sheetplan sheetrounds sheetspread sheettogether sheetscreen"
    has_search = False

    programme: ProgrammeMark
    sheet: SheetShown
    papers: tuple[PaperBrief, ...]
    """The PDFs of it, in the order in which the page lists them."""
    print_page: Link
    """The page for printing."""
    gatherings: tuple[GatheringBrief, ...]
    """Gatherings that use it."""
    roles: tuple[Link, ...]
    focus_areas: tuple[Link, ...]
    sections: Sections
    within: Within


def compose_sheet_page(composer: Composer, parts: ProgrammeParts, sheet: Sheet) -> SheetPage:
    """Compose the page of one sheet."""
    gatherings = [one for id in sheet.gatherings if (one := parts.find(Gathering, id))]
    return SheetPage(
        programme=composer.mark_of(parts),
        sheet=compose_sheet(composer, parts, sheet),
        papers=tuple(paper.brief for paper in compose_papers(composer, parts, sheet)),
        print_page=Link(composer.words["handout"]["print_page"], print_address(composer, address(sheet))),
        gatherings=composer.briefs(parts, gatherings),
        roles=composer.roles(parts, sheet.roles),
        focus_areas=composer.links(area for area in parts.of(FocusArea) if area.id in sheet.focus_areas),
        sections=composer.sections(sheet),
        within=compose_within(composer, parts),
    )


def missing_of_sheet(composer: Composer, sheet: Sheet) -> Iterator[str]:
    """Tell what a sheet lacks: a summary, what to talk about afterwards, steps of how it is used."""
    yield from missing_summary(composer, sheet)
    if not sheet.discussion:
        yield "discussion"
    if not sheet.steps:
        yield "steps"
