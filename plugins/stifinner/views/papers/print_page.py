"""Pages for printing, each with an address of its own: nothing around them, and no dialogue that jumps up."""

from dataclasses import dataclass

from ..pages.gathering import GatheringPage
from ..pages.role import RolePage
from ..pages.sheet import SheetPage
from ..parts.composer import Composer
from ..parts.elements import Link, Sections
from ..parts.page import Page
from ..sheets.papers import as_printed
from ..sheets.shown import SheetShown
from .handout import Handout, compose_gathering_handout, compose_role_handout


@dataclass(frozen=True)
class PrintPage(Page):
    """A gathering or a role, to be printed."""

    styles = "handout"
    is_for_printing = True
    has_search = False

    back: Link
    handout: Handout


@dataclass(frozen=True)
class SheetPrintPage(Page):
    """A sheet, to be printed: what participants get, to fill in by hand."""

    styles = "handout"
    is_for_printing = True
    has_search = False

    back: Link
    sheet: SheetShown
    sections: Sections


def print_gathering(composer: Composer, page: GatheringPage, where: str) -> PrintPage:
    """Compose the page for printing of a gathering's page at ``where``."""
    return PrintPage(_back(composer, where), compose_gathering_handout(composer, page))


def print_role(composer: Composer, page: RolePage, where: str) -> PrintPage:
    """Compose the page for printing of a role's page at ``where``."""
    return PrintPage(_back(composer, where), compose_role_handout(composer, page))


def print_sheet(composer: Composer, page: SheetPage, where: str) -> SheetPrintPage:
    """Compose the page for printing of a sheet's page at ``where``."""
    return SheetPrintPage(_back(composer, where), as_printed(page.sheet, "examples"), page.sections)


def _back(composer: Composer, where: str) -> Link:
    return Link(composer.words["handout"]["back"], where)
