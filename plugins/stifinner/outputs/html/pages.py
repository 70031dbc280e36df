"""Pages and their frame, rendered by a Jinja environment of our own: autoescape on, nothing undefined passes.

One view in, one root element out: the template of ``GatheringPage`` is ``gathering_page.html``.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from ...language.guide import load_guide
from ...language.phrases import Phrases, texts_of
from ...views.frame.shown import PageFrame, PortalFrame
from ...views.kinds import kinds_inside
from ...views.pages.moved import MovedPage
from ...views.parts.page import Page
from ..drawing.support import draw_support
from .new_links import new_url
from .policy import POLICY
from .prose import Note, ProseRenderer, escape_code, is_external

_REFERENCE = re.compile(r' id="(\w*?footref_(\d+)(?:-\d+)?)"')
"""Where a page refers to a footnote."""
_INWARD = re.compile(r'<a href="((?:\.|/)[^"]*)"')


def root_of(address: str) -> str:
    """The way from a page up to the portal's root: ``a/b/`` → ``../../``."""
    return "../" * address.count("/")


class _Compiled(BytecodeCache):
    """Templates that this process has compiled; Jinja looks whether their text is still the same."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := self._kept.get(bucket.key):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()
"""For all renderers: to compile the templates takes longer than a small portal's pages."""


class PageRenderer:
    """Renders views to HTML with the templates found in ``folders`` (the first that has one wins).

    ``site_url``: where the portal is published, ``edit_base``: where its files are edited; empty where nobody knows.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        phrases: Phrases,
        site_url: str = "",
        edit_base: str = "",
    ) -> None:
        words, language = phrases["words"], phrases["language"]
        self._anchors = tuple(texts_of(words["anchors"]).values())
        self._site_url = site_url
        self._prose = ProseRenderer(words)
        self._environment = Environment(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
        )
        self._environment.globals.update(words=words, draw_support=draw_support)
        self._environment.globals.update(
            new_url=lambda kind, programme: new_url(edit_base, kind, language, programme),
            new_kinds=kinds_inside(),
            new_title=lambda kind: load_guide(language)[kind].new_title,
        )
        self._environment.filters.update(
            prose=self._prose.render_prose,
            line=self._prose.render_line,
            code=lambda text: Markup(escape_code(text)),
        )

    def render_page(self, page: Page, address: str, places: Collection[str] = ()) -> Markup:
        """The page's own part, inside ``<main>``. ``places``: ids on it that are linked to."""
        html = self._render(template_name(type(page)), root_of(address), page=page, address=address)
        html = _with_places(html, places)
        return self._with_addresses(html, address) if page.is_for_printing else html

    def render_frame(
        self,
        part: str,
        portal: PortalFrame,
        frame: PageFrame,
        *,
        root: str,
        **more: Any,
    ) -> Markup:
        """A part of the frame: ``head``, ``top`` or ``foot``.

        ``root`` is ``../../`` on an ordinary page and an absolute path on the 404 page, whose depth nobody knows.
        """
        return self._render(f"frame/{part}.html", root, portal=portal, frame=frame, part=part, **more)

    def render_moved(self, page: MovedPage, portal: PortalFrame, site_url: str = "") -> Markup:
        """The whole document at an old address: it leads on, by itself and by a link."""
        root = root_of(page.address)
        canonical = (site_url or root) + page.target
        return self._render("moved_page.html", root, portal=portal, page=page, canonical=canonical or "./", csp=POLICY)

    def render_not_found(self, portal: PortalFrame, root: str) -> Markup:
        """What stands on the 404 page."""
        return self._render("not_found.html", root, portal=portal, address=None)

    def _with_addresses(self, html: Markup, address: str) -> Markup:
        """Each link into the portal with its whole address, for paper; from the portal's root where nobody knows it."""

        def add(link: re.Match[str]) -> str:
            whole = urljoin(self._site_url + address if self._site_url else f"/{address}", link[1]).removeprefix("/")
            return f'{link[0]} data-address="{re.sub(r"^https?://", "", whole)}"'

        return Markup(_INWARD.sub(add, html))

    def _render(self, name: str, root: str, **context: Any) -> Markup:
        # A part of the frame meets the page's own ids; «_» keeps theirs apart.
        mark = f"{context['part']}_" if "part" in context else ""
        self._prose.begin_page(root, {*self._anchors, *_own_ids(context.get("page"))}, mark)

        def href(address: str) -> str:
            return address if is_external(address) else (root + address or "./")

        html = Markup(self._environment.get_template(name).render(root=root, href=href, **context))
        return self._with_notes(html) if self._prose.notes else html

    def _with_notes(self, html: Markup) -> Markup:
        """The page with its footnotes, last in its one element."""
        template = self._environment.get_template("footnotes.html")
        shown = {int(found[2]): found[1] for found in reversed(list(_REFERENCE.finditer(html)))}
        foot = Markup(template.render(notes=_each_note(self._prose), mark=self._prose.mark, shown=shown))
        above, closing, rest = html.rpartition("</")
        return Markup(above + foot + closing + rest)


def _each_note(prose: ProseRenderer) -> Iterator[Note]:
    """The notes of a page one by one; one note may refer to another, which then comes after it."""
    told = 0
    while told < len(prose.notes):
        yield prose.notes[told]
        told += 1


def _with_places(html: Markup, ids: Collection[str]) -> Markup:
    """The page, where each id has a place: on top, if the page does not show what it stands for."""
    absent = "".join(f'<span id="{id}"></span>' for id in sorted(ids) if f' id="{id}"' not in html)
    element, end, rest = html.partition(">")
    return element + end + Markup(absent) + rest if absent else html


def _own_ids(page: Page | None) -> Iterator[str]:
    """Ids of an editor's headings that a page's templates set."""
    for sections in getattr(page, "sections", {}).values():
        yield from (section.id for section in sections)
    yield from (section.id for _, section in getattr(page, "known", ()))
    yield from (element.id for element in getattr(getattr(page, "sheet", None), "elements", ()))
    yield from (group.id for group in getattr(page, "principles", ()))


def template_name(page: type[Page]) -> str:
    """Name the template of a page: ``GatheringPage`` → ``gathering_page.html``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", page.__name__).lower() + ".html"
