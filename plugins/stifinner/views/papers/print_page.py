"""Pages for printing, each with an address of its own: nothing around them, and no dialogue that jumps up."""

from dataclasses import dataclass

from ..pages.gathering import GatheringPage
from ..pages.role import RolePage
from ..pages.sheet import SheetPage
from ..parts.composer import Composer
from ..parts.elements import Link, Sections
from ..sheets.papers import as_printed
from ..sheets.shown import SheetShown
from .handout import Handout, compose_gathering_handout, compose_role_handout


@dataclass(frozen=True)
class PrintPage:
    """A gathering or a role, to be printed."""

    back: Link
    handout: Handout


@dataclass(frozen=True)
class SheetPrintPage:
    """A sheet, to be printed: what participants get, to fill in by hand."""

    back: Link
    sheet: SheetShown
    sections: Sections


def compose_print_page(
    composer: Composer, page: GatheringPage | RolePage | SheetPage, where: str
) -> PrintPage | SheetPrintPage:
    """The page for printing of the page at ``where``."""
    back = Link(composer.words["handout"]["back"], where)
    if isinstance(page, SheetPage):
        return SheetPrintPage(back, as_printed(page.sheet, "examples"), page.sections)
    if isinstance(page, RolePage):
        return PrintPage(back, compose_role_handout(composer, page))
    return PrintPage(back, compose_gathering_handout(composer, page))
