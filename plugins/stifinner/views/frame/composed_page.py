"""Pages in their frame, before they are rendered."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts, address, address_of
from ...model.item import Item
from ...model.kinds import KINDS as MODEL_KINDS
from ...model.kinds import name_of
from ..kinds import KINDS
from ..parts.composer import Composer
from ..parts.page import Page
from ..parts.prints import print_address
from ..parts.within import compose_within
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


def compose_front(composer: Composer, name: str) -> ComposedPage:
    """Compose the front page; ``name``: the portal's, which is all that its tab says."""
    portal = composer.graph.portal
    view = KINDS["portal"].compose(composer, portal)
    return ComposedPage("", portal.path, portal.title, view, compose_page_frame(name, "", portal.summary.plain))


class Framed:
    """Puts pages of one programme, or of none, into their frame.

    ``portal``: its name; ``parts``: the programme; None: what belongs to none.
    """

    def __init__(self, composer: Composer, portal: str, parts: ProgrammeParts | None = None) -> None:
        self._composer, self._portal, self._parts = composer, portal, parts
        self._mark = composer.mark_of(parts) if parts else None
        self._within = compose_within(composer, parts) if parts else None

    def pages_of(self, item: Item) -> Iterator[ComposedPage]:
        """Compose the page of an item, and its page for printing where its kind has one."""
        shown = KINDS[name_of(item)]
        view = shown.compose(self._composer, item)
        # Outside a programme nothing stands under «Programmer», and there is no colour field to stand on.
        section = shown.section if self._parts or shown.section != "programmes" else ""
        frame = compose_page_frame(
            self._portal,
            item.title,
            item.summary.plain,
            section=section,
            programme=self._mark,
            within=self._within,
            field=shown.field and self._parts is not None,
            private=shown.private,
        )
        yield ComposedPage(address(item), item.path, item.title, view, frame)
        if shown.print_page:
            title = f"{item.title} – {self._composer.words['handout']['print_page']}"
            frame = compose_page_frame(self._portal, title, "", programme=self._mark, bare=True)
            view = shown.print_page(self._composer, view, address(item))
            yield ComposedPage(print_address(self._composer, item), item.path, title, view, frame)

    def lists(self) -> Iterator[ComposedPage]:
        """Compose the pages of all things of a kind, in the programme or in the portal."""
        home = self._parts.programme if self._parts else self._composer.graph.portal
        for name, shown in KINDS.items():
            if not shown.list_page or (self._parts and MODEL_KINDS[name].lists != "programmes"):
                continue
            view = shown.list_page(self._composer, self._parts)
            if view:
                frame = compose_page_frame(
                    self._portal,
                    view.title,
                    view.lede,
                    section=shown.section,
                    programme=self._mark,
                    within=self._within,
                )
                where = f"{address_of(home.path)}{self._composer.phrases['folders'][name]}/"
                yield ComposedPage(where, home.path, view.title, view, frame)

    def unlisted(self, where: str, source: str, title: str, view: Page) -> ComposedPage:
        """Frame a page that only those who write look for."""
        return ComposedPage(where, source, title, view, compose_page_frame(self._portal, title, "", unlisted=True))
