"""All pages there are. The template of ``GatheringPage`` is ``fragments/gathering_page.html``."""

from .pages.article import ArticlePage
from .pages.focus_area import FocusAreaPage
from .pages.front import FrontPage
from .pages.gaps import GapsPage
from .pages.gathering import GatheringPage
from .pages.handbook import HandbookPage
from .pages.inspiration import InspirationPage, InspirationsPage
from .pages.library import LibraryPage
from .pages.programme import ProgrammePage
from .pages.resource import ResourcePage
from .pages.role import RolePage
from .pages.sheet import SheetPage
from .pages.track import TrackPage
from .papers.print_page import PrintPage, SheetPrintPage

Page = (
    FrontPage
    | ProgrammePage
    | GatheringPage
    | RolePage
    | TrackPage
    | FocusAreaPage
    | ResourcePage
    | LibraryPage
    | SheetPage
    | InspirationPage
    | InspirationsPage
    | ArticlePage
    | GapsPage
    | HandbookPage
    | PrintPage
    | SheetPrintPage
)
