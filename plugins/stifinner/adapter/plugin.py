"""The MkDocs plugin: each hook calls the core, and passes on to MkDocs what it gets."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import quote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from ..files.memory import Memory
from ..files.shipped import pictures_in, theme_folders
from ..outputs.html.assets import Assets, bundle_assets
from ..outputs.html.pages import PageRenderer
from ..portal import Portal, build_portal
from ..problems.problem import Problem, has_errors, show_problems
from ..views.frame.composed_page import ComposedPage
from .address import tell_what_is_missing
from .files.attachments import attachment_files
from .files.calendars import calendar_files
from .files.data import data_files
from .files.feeds import feed_files
from .files.frames import Frames
from .files.moved import moved_files
from .files.page_file import page_file
from .files.papers import paper_files, written_site_url
from .files.pictures import picture_files
from .files.reuse import SEARCH_INDEX, BuildRecord, merge_search, stamp_of, take_over
from .files.schemas import schema_files
from .git.repository import find_repository, find_site_url
from .limits import render_watched
from .search.days import add_days
from .search.text import flatten
from .theme import SEARCH_WORKER, is_wanted, language_of

log = get_plugin_logger(__name__)


class StifinnerPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Makes the portal's pages and gives them to MkDocs. There is nothing to configure."""

    def __init__(self) -> None:
        self._serving = False
        self.is_preview = False
        """Whether the pages say that they are a preview, not yet published."""
        self._portal: Portal | None = None
        self._problems: tuple[Problem, ...] = ()
        """What is wrong in the content now, while ``_portal`` is still the last good one (``serve`` only)."""
        self._failed: tuple[Problem, ...] = ()
        """Errors of pages and papers that could not be made in this build."""
        self._pages: Mapping[str, ComposedPage] = {}
        """Pages to be rendered in this build, by the path that MkDocs knows them by (``File.src_uri``)."""
        self._memory = Memory()
        self._earlier: BuildRecord | None = None
        """The site that unchanged pages are taken from (``serve`` only)."""
        self._built: BuildRecord | None = None
        """The site of this build; None where pages of it could not be made."""
        self._kept: frozenset[str] = frozenset()
        """Addresses of pages that are taken over from ``_earlier``."""
        self._renderer: PageRenderer | None = None
        self._templates: tuple[Path, ...] = ()
        self._content = ""
        """HTML of the page that the search is reading."""
        self._assets = Assets({}, {}, {})
        self._edit_base = ""
        self._worker = self._published = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Remember what MkDocs is doing. Having this hook also makes MkDocs keep the plugin between builds."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Set addresses that follow from the repository, so that a copy of the repository works unedited."""
        folder = Path(config.docs_dir).parent
        repository = find_repository(folder, os.environ)
        config.use_directory_urls = True
        # The portal's own folder comes first, then ours, then Material's.
        own = Path(config.theme.custom_dir) if config.theme.custom_dir else None
        config.theme.dirs[: 1 if own else 0] = map(str, theme_folders(own))
        self._published = written_site_url(config) or find_site_url(os.environ, repository)
        config.site_url = config.site_url or self._published
        docs = Path(config.docs_dir).name
        self._edit_base = f"{repository.edit_base}{docs}/" if repository else ""
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the content. Mistakes stop the build here, before MkDocs empties the old site."""
        portal = build_portal(
            Path(config.docs_dir),
            name=config.site_name,
            language=language_of(config),
            pictures=pictures_in(map(Path, config.theme.dirs)),
            memory=self._memory,
            drafts="marked" if self.is_preview or self._serving else "left out",
            publishing=True,
        )
        self._problems = ()
        if not has_errors(portal.problems):
            self._portal = portal
            if portal.problems:
                log.info(show_problems(portal.problems, portal.phrases))
            return
        text = show_problems(portal.problems, portal.phrases)
        if not (self._serving and self._portal):
            raise PluginError(text)
        log.warning(text)
        self._problems = portal.problems

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Replace the editors' files by the portal's pages, papers and pictures; of the theme keep what pages use."""
        portal = self._the_portal
        wanted = [file for file in files if is_wanted(file, config)]
        self._worker = next((file.src_uri for file in wanted if file.src_uri.startswith(SEARCH_WORKER)), "")
        self._set_renderer(config)
        self._assets = bundle_assets([Path(folder, "assets") for folder in config.theme.dirs], portal.colours)
        common = (
            tuple(self._assets.files),
            portal.frame,
            self._problems,
            self._edit_base,
            config.site_url,
            self._worker,
            stamp_of(self._templates),
        )
        self._kept = self._earlier.unchanged(portal.pages, common) if self._earlier else frozenset()
        self._built = BuildRecord(Path(config.site_dir), common, {page.address: page for page in portal.pages})
        pages = [page for page in portal.pages if page.address not in self._kept]
        generated = [page_file(page, config) for page in pages]
        self._pages = {file.src_uri: page for file, page in zip(generated, pages, strict=True)}
        assets = [File.generated(config, address, content=text) for address, text in self._assets.files.items()]
        missing = "" if self._published or self._serving else tell_what_is_missing(portal)
        if missing:
            log.info(missing)
        papers, self._failed = paper_files(portal, config, self._published)
        made = [*moved_files(portal, self._the_renderer, config), *papers, *feed_files(portal, config, self._published)]
        made += [*calendar_files(portal, config, self._published), *data_files(portal, config, self._published)]
        made += [*attachment_files(portal, config), *picture_files(portal, config), *schema_files(portal, config)]
        return Files([*wanted, *assets, *generated, *made])

    def on_page_content(self, html: str, *, page: Page, **_: Any) -> str:  # noqa: ARG002
        """Render the page. The hook comes after MkDocs' Markdown, which was given an empty text."""
        phrases = self._the_portal.phrases
        content, problems = render_watched(self._the_renderer, self._pages[page.file.src_uri], phrases)
        if has_errors(problems):
            self._failed += problems
        elif problems:
            log.info(show_problems(problems, phrases))
        return content

    def on_env(self, env: Any, **_: Any) -> Any:
        """Tell of all pages and papers that could not be made. The hook comes when every page has been tried."""
        failed, self._failed = self._failed, ()
        text = show_problems(failed, self._the_portal.phrases)
        if failed and not self._serving:
            raise PluginError(text)
        if failed:
            # Every page shows the problems on top, so no later build may take these pages over.
            log.warning(text)
            self._problems, self._built = (*self._problems, *failed), None
        return env

    @event_priority(100)
    def _before_search(self, context: TemplateContext, *, page: Page, **_: Any) -> TemplateContext:
        """Give the search plugin headings and text in place of the page; ``_after_search`` puts the page back."""
        self._content, page.content = page.content or "", flatten(page.content or "")
        return context

    @event_priority(-100)
    def _after_search(self, context: TemplateContext, *, page: Page, **_: Any) -> TemplateContext:
        """Put the page back, and compose the frame around it."""
        page.content = self._content
        composed = self._pages[page.file.src_uri]
        edit = f"{self._edit_base}{quote(composed.source)}" if self._edit_base and composed.source else None
        frame = self._frames().around(composed, edit_url=edit, canonical=page.canonical_url)
        return cast(TemplateContext, {**context, "stifinner": frame})

    on_page_context = CombinedEvent(cast(Any, _before_search), cast(Any, _after_search))

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the templates of the sitemap and of the 404 page what they show."""
        portal = self._the_portal
        if template_name == "sitemap.xml":
            listed = [page.address for page in portal.pages if config.site_url and page.frame.listed]
            addresses = [f"{config.site_url}{quote(address)}" for address in listed]
            return cast(TemplateContext, {**context, "stifinner": {"addresses": addresses}})
        if template_name != "404.html":
            return context
        root = urlsplit(config.site_url or "/").path or "/"
        return cast(TemplateContext, {**context, "stifinner": self._frames().around_nothing(root)})

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add days to the search index, and unchanged pages of the earlier site to the new one."""
        site = Path(config.site_dir)
        # The packed sitemap has the time of the build in it, so that two equal builds would differ.
        (site / "sitemap.xml.gz").unlink(missing_ok=True)
        add_days(site / SEARCH_INDEX, self._pages.values(), self._the_portal.phrases)
        if self._earlier and self._kept:
            order = [page.address for page in self._the_portal.pages]
            take_over(self._earlier.site, site, self._kept)
            merge_search(self._earlier.site, site, self._kept, order)

    def reuse(self, site: Path) -> None:
        """Take unchanged pages from ``site`` in later builds. ``site``: folder that the last build was moved to."""
        self._earlier = replace(self._built, site=site) if self._built else None

    def _set_renderer(self, config: MkDocsConfig) -> None:
        """Make the renderer for the theme's folders of templates, or keep the last one if they are the same."""
        folders = tuple(Path(folder, "fragments") for folder in config.theme.dirs)
        if self._renderer is None or folders != self._templates:
            self._templates = folders
            self._renderer = self._the_portal.renderer(folders, self._published, self._edit_base)

    def _frames(self) -> Frames:
        portal, renderer = self._the_portal, self._the_renderer
        return Frames(portal, renderer, self._assets, self._worker, self._problems, self.is_preview)

    @property
    def sources(self) -> dict[str, str]:
        """File of each page in the site → the content file it is made of."""
        return {f"{page.address}index.html": page.source for page in self._the_portal.pages if page.source}

    @property
    def _the_renderer(self) -> PageRenderer:
        if self._renderer is None:
            raise PluginError("on_files has not made the renderer")
        return self._renderer

    @property
    def _the_portal(self) -> Portal:
        if self._portal is None:
            raise PluginError("on_pre_build has not read the content")
        return self._portal
