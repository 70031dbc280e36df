"""All pages there are. The template of ``GatheringPage`` is ``fragments/gathering_page.html``."""

from .article_page import ArticlePage
from .focus_area_page import FocusAreaPage
from .front_page import FrontPage
from .gaps import GapsPage
from .gathering_page import GatheringPage
from .handbook_page import HandbookPage
from .inspiration_page import InspirationPage, InspirationsPage
from .library_page import LibraryPage
from .print_page import PrintPage, SheetPrintPage
from .programme_page import ProgrammePage
from .resource_page import ResourcePage
from .role_page import RolePage
from .sheet_page import SheetPage
from .track_page import TrackPage

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
