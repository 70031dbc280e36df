"""The whole flow in one place: files → items → graph → views → pages, and every problem on the way."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .attachments.album import Album
from .content import read_content
from .files.memory import Memory
from .graph.portal_graph import Graph, address
from .language.phrases import Phrases, load_phrases
from .outputs.html.colours import render_colours
from .outputs.html.pages import PageRenderer
from .outputs.paper.data import PaperComposer
from .outputs.paper.sheets import print_papers
from .problems.problem import Problem, has_errors
from .views.every_page import Page
from .views.frame.compose import compose_page_frame, compose_portal_frame
from .views.frame.composed_page import ComposedPage, Framed
from .views.frame.shown import PortalFrame
from .views.pages.article import compose_article_page
from .views.pages.focus_area import compose_focus_area_page
from .views.pages.front import compose_front_page
from .views.pages.gaps import compose_gaps_page, gaps_address
from .views.pages.gathering import compose_gathering_page
from .views.pages.handbook import compose_handbook_pages
from .views.pages.inspiration import compose_inspiration_page, compose_inspirations_page
from .views.pages.library import compose_library_page
from .views.pages.moved import MovedPage, compose_moved_pages
from .views.pages.programme import compose_programme_page
from .views.pages.resource import compose_resource_page
from .views.pages.role import compose_role_page
from .views.pages.sheet import compose_sheet_page
from .views.pages.track import compose_track_page
from .views.papers.packs import Pack, compose_packs
from .views.papers.print_page import compose_print_page
from .views.parts.composer import Composer
from .views.parts.within import library_address, programme_resources
from .views.sheets.papers import SheetPaper, compose_papers


@dataclass(frozen=True)
class Portal:
    """A portal, ready to be rendered page by page."""

    graph: Graph
    phrases: Phrases
    frame: PortalFrame
    pages: tuple[ComposedPage, ...]
    """Empty while there are errors: what is half understood is not published."""
    moved: tuple[MovedPage, ...]
    """What stands at old addresses."""
    papers: tuple[SheetPaper | Pack, ...]
    """The sheets and packs as they are printed; empty while there are errors."""
    attachments: tuple[str, ...]
    colours: str
    """Style sheet with the programmes' colours."""
    problems: tuple[Problem, ...]

    def render(self, templates: Sequence[Path]) -> Iterator[tuple[ComposedPage, str]]:
        """The HTML of each page."""
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
        """Address and PDF of each paper; ``cache`` and ``pictures``: where they are kept from build to build.

        ``on_stuck`` is told the address of a page whose paper was not done in time.
        """
        sample = f" ({self.phrases['fields']['portal']['sample']})" if self.graph.portal.sample else ""
        album = Album(content, self.graph.pictures.found, pictures)
        composer = PaperComposer(album.printed, self.phrases, self.frame.name + sample, site_url)
        folders = [folder for theme in themes if (folder := theme / "print").is_dir()]
        return print_papers(self.papers, composer, folders, cache, on_stuck)

    def renderer(self, templates: Sequence[Path], site_url: str = "", edit_base: str = "") -> PageRenderer:
        """A renderer that speaks the portal's language. ``templates``: folders, the first that has one wins."""
        return PageRenderer(templates, self.phrases, site_url, edit_base)


def build_portal(
    content: Path,
    *,
    name: str,
    language: str = "nb",
    pictures: Collection[str] | None = None,
    memory: Memory | None = None,
) -> Portal:
    """Read a content folder and compose its portal. Never raises for what an editor wrote: see ``problems``.

    ``pictures``: that a programme may have; None: nobody knows. ``memory``: so that only what has changed is read.
    """
    phrases = load_phrases(language)
    graph, attachments, found = read_content(content, phrases, pictures=pictures, memory=memory)
    composer = Composer(graph, phrases)
    name = graph.portal.name or name
    composed = () if has_errors(found) else _compose_pages(composer, name)
    pages = tuple(replace(page, places=graph.places.get(page.address, page.places)) for page in composed)
    return Portal(
        graph=graph,
        phrases=phrases,
        frame=compose_portal_frame(composer, name),
        pages=pages,
        moved=compose_moved_pages(graph, [(p.address, p.title) for p in pages if p.frame.listed]) if pages else (),
        papers=tuple(_compose_papers(composer)) if pages else (),
        attachments=attachments,
        colours=render_colours(
            ((parts.programme.id, parts.programme.hue) for parts in graph.programmes), graph.portal.hue
        ),
        problems=found,
    )


def _compose_pages(composer: Composer, name: str) -> Iterable[ComposedPage]:
    graph, portal = composer.graph, composer.graph.portal
    front = compose_front_page(composer)
    yield ComposedPage("", portal.path, portal.title, front, compose_page_frame(name, "", portal.summary.plain))
    yield from _programme_pages(composer, name)
    page: Page
    compose = Framed(composer, name)
    for resource in graph.resources:
        page = compose_resource_page(composer, resource)
        yield compose(address(resource), resource.path, resource.title, page, resource.summary.plain, "resources")
    for inspiration in graph.inspirations:
        page = compose_inspiration_page(composer, inspiration)
        yield compose(
            address(inspiration), inspiration.path, inspiration.title, page, inspiration.summary.plain, "inspiration"
        )
    folders = composer.phrases["folders"]
    library = compose_library_page(composer, None)
    if library.rows:
        yield compose(f"{folders['resource']}/", portal.path, library.title, library, library.lede, "resources")
    inspirations = compose_inspirations_page(composer)
    if inspirations.items:
        where = f"{folders['inspiration']}/"
        yield compose(where, portal.path, inspirations.title, inspirations, inspirations.lede, "inspiration")
    gaps = compose_gaps_page(composer)
    frame = compose_page_frame(name, gaps.title, "", unlisted=True)
    yield ComposedPage(gaps_address(composer), portal.path, gaps.title, gaps, frame)
    for one in compose_handbook_pages(composer):
        yield ComposedPage(one.address, "", one.title, one, compose_page_frame(name, one.title, "", unlisted=True))
    for article in graph.articles:
        page = compose_article_page(composer, article)
        yield compose(address(article), article.path, article.title, page, article.summary.plain, "")


def _compose_papers(composer: Composer) -> Iterator[SheetPaper | Pack]:
    for parts in composer.graph.programmes:
        for sheet in parts.sheets:
            yield from compose_papers(composer, parts, sheet)
        yield from compose_packs(composer, parts)


def _programme_pages(composer: Composer, name: str) -> Iterable[ComposedPage]:
    for parts in composer.graph.programmes:
        item, mark = parts.programme, composer.mark_of(parts)
        programme = compose_programme_page(composer, parts)
        page: Page
        compose = Framed(composer, name, mark, programme.within)
        yield compose(address(item), item.path, item.title, programme, item.summary.plain, "programmes", field=True)
        for gathering in parts.gatherings:
            if not gathering.mentioned_only:
                page = compose_gathering_page(composer, parts, gathering)
                yield compose.item(gathering, page, "programmes", field=True)
                yield compose.print_page(gathering, compose_print_page(composer, page, address(gathering)))
        for role in parts.roles:
            page = compose_role_page(composer, parts, role)
            yield compose.item(role, page, "roles", field=True)
            yield compose.print_page(role, compose_print_page(composer, page, address(role)))
        for track in parts.tracks:
            yield compose.item(track, compose_track_page(composer, parts, track), "programmes", field=True)
        for area in parts.focus_areas:
            yield compose.item(area, compose_focus_area_page(composer, parts, area), "programmes", field=True)
        for resource in parts.resources:
            yield compose.item(resource, compose_resource_page(composer, resource), "resources")
        for inspiration in parts.inspirations:
            page = compose_inspiration_page(composer, inspiration)
            yield compose.item(inspiration, page, "inspiration", field=True)
        for sheet in parts.sheets:
            page = compose_sheet_page(composer, parts, sheet)
            yield compose.item(sheet, page, "programmes", field=True, private=True)
            yield compose.print_page(sheet, compose_print_page(composer, page, address(sheet)))
        for article in parts.articles:
            yield compose.item(article, compose_article_page(composer, article), "programmes")
        if programme_resources(composer, parts):
            library = compose_library_page(composer, parts)
            where = library_address(composer, parts)
            yield compose(where, item.path, library.title, library, library.lede, "resources")
