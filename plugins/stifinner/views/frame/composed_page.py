"""Compose pages together with their frames, addresses and sources, ready to be rendered."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts, address, address_of
from ...model.cohort import Cohort
from ...model.item import Item
from ...model.kinds import KINDS as MODEL_KINDS
from ...model.kinds import name_of
from ..data.abouts import About
from ..kinds import KINDS
from ..pages.changes import compose_changes_page
from ..parts.changes import Changing, changes_address, compose_feed_link
from ..parts.composer import Composer
from ..parts.page import Page
from ..parts.prints import print_address
from ..parts.within import compose_within
from ..wheel.pages import compose_portal_wheel, compose_wheels
from .compose import compose_page_frame
from .shown import PageFrame


@dataclass(frozen=True)
class ComposedPage:
    """A page, before it is rendered, with all that is needed to place and render it."""

    address: str
    """Site address from the portal's root: ``programmer/x/``."""
    source: str
    """Path, relative to the content folder, of the file that an editor changes to change this page; empty: none."""
    title: str
    view: Page
    frame: PageFrame
    places: frozenset[str] = frozenset()
    """Anchors on it (ids) that links in the content lead to."""
    about: About | None = None
    """What search engines may know that it is about."""


def compose_front(composer: Composer, name: str) -> ComposedPage:
    """Compose the front page in its frame. ``name``: the portal's name, which is all that the tab says."""
    portal = composer.graph.portal
    view = KINDS["portal"].compose(composer, portal)
    feed = compose_feed_link(composer, portal)
    frame = compose_page_frame(name, "", portal.summary.plain, feed=feed)
    return ComposedPage("", portal.path, portal.title, view, frame)


class Framed:
    """Composes the pages of one programme in their frames, or, where ``parts`` is None, those that belong to none.

    ``portal``: the portal's name. What the frames of a programme's pages share is composed once.
    """

    def __init__(self, composer: Composer, portal: str, parts: ProgrammeParts | None = None) -> None:
        self._composer, self._portal, self._parts = composer, portal, parts
        self._mark = composer.mark_of(parts) if parts else None
        self._within = compose_within(composer, parts) if parts else None

    def pages_of(self, item: Item) -> Iterator[ComposedPage]:
        """Compose the page of an item and, where its kind has one, its page for printing."""
        shown = KINDS[name_of(item)]
        view = shown.compose(self._composer, item)
        draft = item.path in self._composer.graph.drafts
        # An item that no programme owns does not belong under «Programmer», and has no programme's colour for a field.
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
            feed=compose_feed_link(self._composer, item),
            draft=draft,
        )
        yield ComposedPage(address(item), item.path, item.title, view, frame)
        if shown.print_page:
            view = shown.print_page(self._composer, view, address(item))
            yield self._printed(address(item), item.path, item.title, view, draft=draft)
        for below in shown.below(self._composer, item) if shown.below else ():
            frame = compose_page_frame(
                self._portal,
                below.title,
                below.lede,
                section=KINDS[below.kind].section,
                programme=self._mark,
                within=self._within,
                field=KINDS[below.kind].field,
                draft=draft or below.draft,
            )
            yield ComposedPage(below.address, item.path, below.title, below.view, frame)
            if print_page := KINDS[below.kind].print_page:
                view = print_page(self._composer, below.view, below.address)
                yield self._printed(below.address, item.path, below.title, view, draft=draft or below.draft)

    def _printed(self, address: str, source: str, title: str, view: Page, *, draft: bool) -> ComposedPage:
        """Put the page for printing of the page at an address into its frame."""
        title = f"{title} – {self._composer.words['handout']['print_page']}"
        frame = compose_page_frame(self._portal, title, "", programme=self._mark, bare=True, draft=draft)
        return ComposedPage(print_address(self._composer, address), source, title, view, frame)

    def lists(self) -> Iterator[ComposedPage]:
        """Compose the pages that list all items of a kind: those of the programme, or those of the whole portal."""
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
                    draft=home.path in self._composer.graph.drafts,
                )
                list_address = f"{address_of(home.path)}{self._composer.phrases['folders'][name]}/"
                yield ComposedPage(list_address, home.path, view.title, view, frame)

    def wheels(self) -> Iterator[ComposedPage]:
        """Compose the pages of wheels: of the programme, its cohorts and roles, or that of the whole portal."""
        composer, parts = self._composer, self._parts
        for placed in compose_wheels(composer, parts) if parts else compose_portal_wheel(composer, self._portal):
            view = placed.view
            frame = compose_page_frame(
                self._portal,
                view.title,
                "",
                section=placed.section,
                programme=self._mark,
                within=self._within,
                draft=placed.draft,
            )
            yield ComposedPage(placed.address, placed.source, view.title, view, frame)

    def changes(self) -> Iterator[ComposedPage]:
        """Compose the pages of what has changed: in the programme and for its cohorts, or in the whole portal."""
        parts = self._parts
        portal = self._composer.graph.portal
        items: tuple[Changing, ...] = (parts.programme, *parts.occurrences.cohorts) if parts else (portal,)
        for item in items:
            if view := compose_changes_page(self._composer, item):
                title = f"{view.title} – {item.title}" if isinstance(item, Cohort) else view.title
                frame = compose_page_frame(
                    self._portal,
                    title,
                    self._composer.phrases["words"]["changes"]["lede"],
                    section="programmes" if parts else "",
                    programme=self._mark,
                    within=self._within,
                    field=parts is not None,
                    draft=item.path in self._composer.graph.drafts,
                    feed=view.feed,
                )
                yield ComposedPage(changes_address(self._composer, item), item.path, title, view, frame)

    def unlisted(self, address: str, source: str, title: str, view: Page) -> ComposedPage:
        """Put a page that only editors look for into its frame; neither search nor sitemap lists it."""
        return ComposedPage(address, source, title, view, compose_page_frame(self._portal, title, "", unlisted=True))
