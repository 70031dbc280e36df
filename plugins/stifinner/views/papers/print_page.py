"""Pages for printing: nothing around them, and an address of their own, so that they can be linked to and saved.

The browser's print dialogue is not opened for the reader.
"""

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
    """The page for printing of a gathering or a role."""

    styles = "handout"
    is_for_printing = True
    has_search = False

    back: Link
    handout: Handout


@dataclass(frozen=True)
class SheetPrintPage(Page):
    """The page for printing of a sheet, to be filled in by hand: what participants get."""

    styles = "handout"
    is_for_printing = True
    has_search = False

    back: Link
    sheet: SheetShown
    sections: Sections


def print_gathering(composer: Composer, page: GatheringPage, address: str) -> PrintPage:
    """Compose the page for printing from a gathering's page, which has the address ``address``."""
    return PrintPage(_back(composer, address), compose_gathering_handout(composer, page))


def print_role(composer: Composer, page: RolePage, address: str) -> PrintPage:
    """Compose the page for printing from a role's page, which has the address ``address``."""
    return PrintPage(_back(composer, address), compose_role_handout(composer, page))


def print_sheet(composer: Composer, page: SheetPage, address: str) -> SheetPrintPage:
    """Compose the page for printing from a sheet's page, which has the address ``address``."""
    return SheetPrintPage(_back(composer, address), as_printed(page.sheet, "examples"), page.sections)


def _back(composer: Composer, address: str) -> Link:
    return Link(composer.words["handout"]["back"], address)
