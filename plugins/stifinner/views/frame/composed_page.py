"""Pages in their frame, before they are rendered."""

from dataclasses import dataclass

from ...graph.portal_graph import address_of
from ...model.gathering import Gathering
from ...model.role import Role
from ...model.sheet import Sheet
from ..every_page import Page
from ..papers.print_page import PrintPage, SheetPrintPage
from ..parts.composer import Composer
from ..parts.elements import ProgrammeMark, Within
from ..parts.prints import print_address
from .compose import compose_page_frame
from .shown import PageFrame


@dataclass(frozen=True)
class ComposedPage:
    """A page before it is rendered."""

    address: str
    """From the portal's root: ``programmer/x/``."""
    source: str
    """The file an editor changes to change this page, relative to the content folder; empty: there is none."""
    title: str
    view: Page
    frame: PageFrame
    places: frozenset[str] = frozenset()
    """Ids on it that links of the content lead to."""


class Framed:
    """Puts pages of one programme, or of none, into their frame."""

    def __init__(
        self, composer: Composer, portal: str, mark: ProgrammeMark | None = None, within: Within | None = None
    ) -> None:
        self._composer, self._portal, self._mark, self._within = composer, portal, mark, within

    def __call__(
        self,
        where: str,
        source: str,
        title: str,
        page: Page,
        description: str,
        section: str,
        *,
        field: bool = False,
        private: bool = False,
    ) -> ComposedPage:
        """A page at an address."""
        frame = compose_page_frame(
            self._portal,
            title,
            description,
            section=section,
            programme=self._mark,
            within=self._within,
            field=field,
            private=private,
        )
        return ComposedPage(where, source, title, page, frame)

    def item(
        self, item: object, page: Page, section: str, *, field: bool = False, private: bool = False
    ) -> ComposedPage:
        """A page at its own file's address."""
        path, title, summary = (getattr(item, name) for name in ("path", "title", "summary"))
        return self(address_of(path), path, title, page, summary.plain, section, field=field, private=private)

    def print_page(self, item: Gathering | Role | Sheet, page: PrintPage | SheetPrintPage) -> ComposedPage:
        """The page for printing of something that has a page."""
        title = f"{item.title} – {self._composer.words['handout']['print_page']}"
        frame = compose_page_frame(self._portal, title, "", programme=self._mark, bare=True)
        return ComposedPage(print_address(self._composer, item), item.path, title, page, frame)
