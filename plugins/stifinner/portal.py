"""The whole flow in one place: files → items → graph → views → pages and papers, with every problem on the way."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .attachments.album import Album
from .content import Drafts, read_content
from .files.memory import Memory
from .graph.portal_graph import Graph, has_page
from .language.phrases import Phrases, load_phrases
from .model.kinds import KINDS as MODEL_KINDS
from .model.kinds import Lies
from .model.sheet import Sheet
from .outputs.calendar.render import render_calendars
from .outputs.data.portal_json import DATA, SCHEMA, render_data, render_schema
from .outputs.feed.atom import render_feed
from .outputs.html.colours import render_colours
from .outputs.html.pages import PageRenderer
from .outputs.paper.data import PaperComposer
from .outputs.paper.sheets import Paper, print_papers
from .problems.problem import Problem, has_errors
from .views.calendars.compose import compose_calendars
from .views.calendars.shown import CalendarFile
from .views.data.abouts import About, find_abouts
from .views.data.compose import compose_portal_data
from .views.data.shown import PortalData
from .views.feeds.feed import Feed, compose_feeds
from .views.frame.compose import compose_portal_frame
from .views.frame.composed_page import ComposedPage, Framed, compose_front
from .views.frame.shown import PortalFrame
from .views.kinds import KINDS, groups, lists, missing_by_kind
from .views.pages.gaps import compose_gaps_page, gaps_address
from .views.pages.handbook import compose_handbook_pages
from .views.pages.moved import MovedPage, compose_moved_pages
from .views.papers.packs import compose_packs
from .views.papers.wheel import compose_wheel_paper
from .views.parts.composer import Composer
from .views.parts.texts import named_in_sample
from .views.sheets.papers import compose_papers
from .views.wheel.shown import WheelPage


@dataclass(frozen=True)
class Portal:
    """A portal, ready to be rendered page by page."""

    graph: Graph
    phrases: Phrases
    frame: PortalFrame
    pages: tuple[ComposedPage, ...]
    """Empty while there are errors: content that is half understood is not published."""
    moved: tuple[MovedPage, ...]
    """The pages at old addresses, which lead on to the new ones; empty while there are errors."""
    papers: tuple[Paper, ...]
    """The sheets, packs and wheels to be printed; empty while there are errors."""
    feeds: tuple[Feed, ...]
    """What has changed, to be followed; empty while there are errors."""
    calendars: tuple[CalendarFile, ...]
    """Dates to subscribe to or to fetch; empty while there are errors."""
    data: PortalData | None
    """All of it for other programs; None while there are errors."""
    attachments: tuple[str, ...]
    """Paths, relative to the content folder."""
    colours: str
    """Style sheet with the programmes' colours."""
    problems: tuple[Problem, ...]
    unpublished: Mapping[str, str]
    """Path → title of the drafts, where they are left out."""

    def render(self, templates: Sequence[Path]) -> Iterator[tuple[ComposedPage, str]]:
        """Render the HTML of each page. ``templates``: folders, of which the first that has a template wins."""
        renderer = self.renderer(templates)
        for page in self.pages:
            yield page, renderer.render_page(page.view, page.address, page.places)

    def print_papers(
        self,
        content: Path,
        themes: Sequence[Path],
        site_url: str,
        cache: Path | None,
        pictures: Path | None = None,
        on_stuck: Callable[[str], None] | None = None,
    ) -> Iterator[tuple[str, bytes]]:
        """Print every paper: its address and the bytes of its PDF.

        ``content``: the content folder; ``themes``: folders of the theme; ``site_url``: where the portal is published,
        for the codes on papers; empty without; ``cache`` and ``pictures``: folders that keep PDFs and pictures from
        build to build; ``on_stuck``: called with the address of a page whose paper was not done in time.
        """
        name = named_in_sample(self.frame.name, self.graph.portal, self.phrases)
        album = Album(content, self.graph.pictures.found, pictures)
        composer = PaperComposer(album.printed, self.phrases, name, site_url)
        folders = [folder for theme in themes if (folder := theme / "print").is_dir()]
        return print_papers(self.papers, composer, folders, cache, on_stuck)

    def render_feeds(self, site_url: str) -> Iterator[tuple[str, bytes]]:
        """Render every feed: its address and its bytes.

        ``site_url``: where the portal is published; without it there are none, since nobody would know where their
        links lead.
        """
        for feed in self.feeds if site_url else ():
            yield feed.address, render_feed(feed, site_url)

    def render_calendars(self, site_url: str) -> Iterator[tuple[str, bytes]]:
        """Render every calendar: its address and its bytes. ``site_url``: as in ``renderer``."""
        return render_calendars(self.calendars, site_url)

    def render_data(self, site_url: str) -> Iterator[tuple[str, bytes]]:
        """Render the portal's data and their schema: address and bytes. ``site_url``: as in ``renderer``."""
        if self.data:
            yield DATA, render_data(self.data, site_url)
            yield SCHEMA, render_schema()

    def renderer(self, templates: Sequence[Path], site_url: str = "", edit_base: str = "") -> PageRenderer:
        """Make a renderer in the portal's language.

        ``templates``: folders, of which the first that has a template wins; ``site_url``: where the portal is
        published; ``edit_base``: what stands before a file's path in the address of its edit page.
        """
        return PageRenderer(templates, self.phrases, site_url, edit_base)


def build_portal(
    content: Path,
    *,
    name: str,
    language: str = "nb",
    pictures: Collection[str] | None = None,
    memory: Memory | None = None,
    drafts: Drafts = "left out",
    publishing: bool = False,
) -> Portal:
    """Read a content folder and compose its portal. Never raises for what an editor wrote: see ``problems``.

    ``name``: of a portal whose ``index.md`` says none; the rest as in ``read_content``.
    """
    phrases = load_phrases(language)
    graph, attachments, problems, unpublished = read_content(
        content, phrases, pictures=pictures, memory=memory, drafts=drafts, publishing=publishing
    )
    composer = Composer(graph, phrases, groups())
    name = graph.portal.name or name
    pages: tuple[ComposedPage, ...] = ()
    moved: tuple[MovedPage, ...] = ()
    papers: tuple[Paper, ...] = ()
    feeds: tuple[Feed, ...] = ()
    calendars: tuple[CalendarFile, ...] = ()
    data: PortalData | None = None
    if not has_errors(problems):
        data = compose_portal_data(composer, name)
        abouts = find_abouts(data)
        pages = tuple(_completed(page, graph, abouts) for page in _compose_pages(composer, name))
        moved = compose_moved_pages(graph, [(page.address, page.title) for page in pages if page.frame.listed])
        papers = tuple(_compose_papers(composer, pages))
        feeds = tuple(compose_feeds(composer, name))
        calendars = compose_calendars(composer, [(page.address, page.target) for page in moved])
    return Portal(
        graph=graph,
        phrases=phrases,
        frame=compose_portal_frame(composer, name, lists()),
        pages=pages,
        moved=moved,
        papers=papers,
        feeds=feeds,
        calendars=calendars,
        data=data,
        attachments=attachments,
        colours=render_colours(
            ((parts.programme.id, parts.programme.hue) for parts in graph.programmes), graph.portal.hue
        ),
        problems=problems,
        unpublished=unpublished,
    )


def _completed(page: ComposedPage, graph: Graph, abouts: Mapping[str, About]) -> ComposedPage:
    """Tell a page which of its places links of the content lead to, and what it is about (``abouts``: by address)."""
    return replace(page, places=graph.places.get(page.address, page.places), about=abouts.get(page.address))


def _compose_pages(composer: Composer, name: str) -> Iterator[ComposedPage]:
    """Compose every page, the front page first. ``name``: of the portal."""
    graph = composer.graph
    portal = Framed(composer, name)
    yield compose_front(composer, name)
    for parts in graph.programmes:
        programme = Framed(composer, name, parts)
        for kind in KINDS:
            for item in filter(has_page, parts.of(MODEL_KINDS[kind].cls)):
                yield from programme.pages_of(item)
        yield from programme.lists()
        yield from programme.wheels()
        yield from programme.changes()
    yield from _shared_pages(portal, graph, "shared")
    yield from portal.lists()
    yield from portal.wheels()
    yield from portal.changes()
    gaps = compose_gaps_page(composer, missing_by_kind())
    yield portal.unlisted(gaps_address(composer), graph.portal.path, gaps.title, gaps)
    for page in compose_handbook_pages(composer.phrases["language"]):
        yield portal.unlisted(page.address, "", page.title, page)
    yield from _shared_pages(portal, graph, "beside front")


def _shared_pages(portal: Framed, graph: Graph, lies: Lies) -> Iterator[ComposedPage]:
    """Compose the pages of items that belong to no programme, of the kinds whose files lie in a place (``lies``)."""
    for kind in KINDS:
        if MODEL_KINDS[kind].lies == lies:
            for item in graph.shared(MODEL_KINDS[kind].cls):
                yield from portal.pages_of(item)


def _compose_papers(composer: Composer, pages: Sequence[ComposedPage]) -> Iterator[Paper]:
    """Compose the papers of every sheet, and the packs, programme by programme; then those of the pages with wheels."""
    for parts in composer.graph.programmes:
        for sheet in parts.of(Sheet):
            yield from compose_papers(composer, parts, sheet)
        yield from compose_packs(composer, parts)
    for page in pages:
        if isinstance(page.view, WheelPage):
            yield compose_wheel_paper(composer, page.address, page.view)
