"""Render pages and their frames with a Jinja environment of our own: autoescape on, an undefined name is an error.

A template gets one view and makes one root element: that of ``GatheringPage`` is ``gathering_page.html``.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from markupsafe import Markup

from ...language.guide import load_guide
from ...language.phrases import Phrases, texts_of
from ...views.frame.shown import PageFrame, PortalFrame
from ...views.kinds import kinds_inside
from ...views.pages.moved import MovedPage
from ...views.parts.page import Page
from ...views.parts.texts import lower_first
from ..data.linked import render_about
from ..drawing.support import draw_support
from ..drawing.wheel import draw_wheel
from .letter import mail_link, render_letter
from .new_links import new_url
from .policy import POLICY
from .prose import Note, ProseRenderer, escape_code, is_external

_REFERENCE = re.compile(r' id="(\w*?footref_(\d+)(?:-\d+)?)"')
"""The id of a place that refers to a footnote, and the number of the footnote."""
_INWARD = re.compile(r'<a href="((?:\.|/)[^"]*)"')
"""A link into the portal."""


def root_of(address: str) -> str:
    """Give the relative address of the portal's root as seen from a page: ``a/b/`` → ``../../``."""
    return "../" * address.count("/")


class _Compiled(BytecodeCache):
    """Keeps the templates that this process has compiled; Jinja itself checks that their text has not changed."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if kept := self._kept.get(bucket.key):
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()
"""Shared by all renderers: compiling the templates takes longer than rendering a small portal."""


class _Block(Template):
    """A template that others import. Its macros are made once a page, though a dozen others import it.

    What it sees of its surroundings is the same for them all: the view and what is given with it.
    """

    def make_module(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002
    ) -> TemplateModule:
        made: dict[str | None, TemplateModule] = (vars or {}).get("made_once", {})
        if self.name not in made:
            made[self.name] = super().make_module(vars, shared, locals)
        return made[self.name]


class _Environment(Environment):
    template_class = _Block


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
        self._environment = _Environment(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
        )
        self._environment.globals.update(words=words, draw_support=draw_support, draw_wheel=draw_wheel)
        self._environment.globals.update(site_url=site_url)
        self._environment.globals.update(
            new_url=lambda kind, programme, begun=None: new_url(edit_base, kind, language, programme, begun),
            new_kinds=kinds_inside(),
            new_title=lambda kind: load_guide(language)[kind].new_title,
        )
        self._environment.filters.update(
            prose=self._prose.render_prose,
            line=self._prose.render_line,
            inside=lower_first,
            linked=render_about,
            letter=lambda message: render_letter(message, site_url),
            mail=lambda message: mail_link(message, site_url),
            code=lambda text: Markup(escape_code(text)),
        )

    def render_page(self, page: Page, address: str, places: Collection[str] = ()) -> Markup:
        """Render what stands inside ``<main>``.

        ``address``: of the page; ``places``: anchors (ids) on it that links lead to, which are there for certain.
        """
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
        """Render a part of the frame: ``head``, ``top`` or ``foot``.

        ``root``: ``../../`` on an ordinary page; an absolute path on the 404 page, which is shown at any depth.
        """
        return self._render(f"frame/{part}.html", root, portal=portal, frame=frame, part=part, **more)

    def render_moved(self, page: MovedPage, portal: PortalFrame, site_url: str = "") -> Markup:
        """Render the whole document at an old address: it leads on by itself (``refresh``), and by a link."""
        root = root_of(page.address)
        canonical = (site_url or root) + page.target
        return self._render("moved_page.html", root, portal=portal, page=page, canonical=canonical or "./", csp=POLICY)

    def render_not_found(self, portal: PortalFrame, root: str) -> Markup:
        """Render what stands inside ``<main>`` on the 404 page."""
        return self._render("not_found.html", root, portal=portal, address=None)

    def _with_addresses(self, html: Markup, address: str) -> Markup:
        """Add to each link into the portal its whole address, which is printed beside it.

        Where the portal's own address is not known, it is the address from the portal's root.
        """

        def add(link: re.Match[str]) -> str:
            whole = urljoin(self._site_url + address if self._site_url else f"/{address}", link[1]).removeprefix("/")
            return f'{link[0]} data-address="{re.sub(r"^https?://", "", whole)}"'

        return Markup(_INWARD.sub(add, html))

    def _render(self, name: str, root: str, **context: Any) -> Markup:
        # The frame stands in one document with the page. Ids in it get a prefix with «_», which page's ids never have.
        id_prefix = f"{context['part']}_" if "part" in context else ""
        self._prose.begin_page(root, {*self._anchors, *_own_ids(context.get("page"))}, id_prefix)

        def href(address: str) -> str:
            return address if is_external(address) else (root + address or "./")

        html = Markup(self._environment.get_template(name).render(root=root, href=href, made_once={}, **context))
        return self._with_notes(html) if self._prose.notes else html

    def _with_notes(self, html: Markup) -> Markup:
        """Add a page's footnotes, last in its root element."""
        template = self._environment.get_template("footnotes.html")
        # Each note leads back to the first place that refers to it: the last one written into the mapping.
        shown = {int(match[2]): match[1] for match in reversed(list(_REFERENCE.finditer(html)))}
        foot = Markup(template.render(notes=_each_note(self._prose), mark=self._prose.id_prefix, shown=shown))
        above, closing, rest = html.rpartition("</")
        return Markup(above + foot + closing + rest)


def _each_note(prose: ProseRenderer) -> Iterator[Note]:
    """Give the notes of a page one by one.

    Rendering a note may add others, to which it refers; so their number is asked anew each time.
    """
    given = 0
    while given < len(prose.notes):
        yield prose.notes[given]
        given += 1


def _with_places(html: Markup, ids: Collection[str]) -> Markup:
    """Make sure that each id is on the page: one that the page does not show is set on top of it."""
    absent = "".join(f'<span id="{id}"></span>' for id in sorted(ids) if f' id="{id}"' not in html)
    element, end, rest = html.partition(">")
    return element + end + Markup(absent) + rest if absent else html


def _own_ids(page: Page | None) -> Iterator[str]:
    """Find the ids that a page's templates set from its view: headings of sections, core elements and principles."""
    for sections in getattr(page, "sections", {}).values():
        yield from (section.id for section in sections)
    yield from (section.id for _, section in getattr(page, "known", ()))
    yield from (element.id for element in getattr(getattr(page, "sheet", None), "elements", ()))
    yield from (group.id for group in getattr(page, "principles", ()))


def template_name(page: type[Page]) -> str:
    """Name the template of a page: ``GatheringPage`` → ``gathering_page.html``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", page.__name__).lower() + ".html"
