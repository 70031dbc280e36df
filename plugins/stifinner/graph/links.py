"""Where each link in the content leads: an item's address, an attachment, or out of the portal."""

import difflib
import posixpath
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, unquote

from ..attachments.formats.registry import ENDINGS
from ..language.phrases import Phrases
from ..language.slugs import slugify
from ..markdown.footnotes import shown_footnotes
from ..model.gathering import Gathering
from ..model.item import Item
from ..model.kinds import KINDS
from ..problems.problem import ProblemList
from ..source.read import Sources
from ..source.source_file import SourceFile, WrittenLink
from ..source.wall import SCHEMES, meant_address, scheme_of
from .nearest import Nearest
from .portal_graph import address, address_of

PICTURES = frozenset({".svg", *ENDINGS})
"""File name endings, in small letters, of pictures that a page can show."""


@dataclass(frozen=True)
class Links:
    """What every link of the content leads to: as an address for pages, and as a file for back-links."""

    addresses: Mapping[str, Mapping[str, str]]
    """Path of a file → each link target as written → site address."""
    files: Mapping[str, Mapping[str, str]]
    """Path of a file → each link target as written → path of the content file it means."""
    images: Mapping[str, Collection[str]]
    """Path of a file → paths of the attachments that it shows as pictures."""
    downloads: Collection[str]
    """Paths of the attachments that links lead to."""
    places: Mapping[str, frozenset[str]]
    """Address of a page → ids of the places on it that links lead to."""


def resolve_links(sources: Sources, items: Sequence[Item], phrases: Phrases, problems: ProblemList) -> Links:
    """Resolve the links of all files; one that leads nowhere becomes a problem and is left out."""
    resolver = _Resolver(sources, items, phrases, problems)
    for source in sources.files:
        resolver.resolve(source)
    places = {page: frozenset(ids) for page, ids in resolver.places.items()}
    return Links(resolver.addresses, resolver.files, resolver.images, resolver.downloads, places)


class _Resolver:
    """Finds out where each link leads; what leads nowhere becomes a problem at its line and column."""

    def __init__(self, sources: Sources, items: Sequence[Item], phrases: Phrases, problems: ProblemList) -> None:
        self._phrases, self._problems = phrases, problems
        self._items = {item.path: item for item in items}
        pages = {source.path for source in sources.files}
        # One mistake is told once: where a folder is misspelt, links to its files under the right name are no mistakes.
        self._pages = pages | {meant_path(path, phrases) for path in pages}
        self._attachments = set(sources.attachments)
        self._is_closed = sources.is_closed
        """Whether a path is there but cannot be read, which was told already."""
        self._note_heading = phrases["headings"]["article"]["editors_note"].lower()
        self.addresses: dict[str, dict[str, str]] = {}
        self.files: dict[str, dict[str, str]] = {}
        self.images: dict[str, set[str]] = {}
        self.downloads: set[str] = set()
        self.places: dict[str, set[str]] = {}

    @cached_property
    def _nearest_file(self) -> Nearest:
        """Files that a broken link may have been meant for."""
        return Nearest(self._pages | self._attachments)

    @cached_property
    def _nearest_picture(self) -> Nearest:
        """Files that a broken picture may have been meant for."""
        return Nearest([path for path in self._attachments if _shows(path)])

    def resolve(self, source: SourceFile) -> None:
        """Resolve the links of one file into ``addresses``, ``files``, ``images``, ``downloads`` and ``places``."""
        self.addresses[source.path] = {}
        self.files[source.path] = {}
        self.images[source.path] = set()
        folder = posixpath.dirname(meant_path(source.path, self._phrases))
        for link in _links_of(source, self._note_heading):
            scheme = scheme_of(link.target)
            if not scheme:
                self._resolve_inside(source, link, folder)
            elif link.image and scheme in SCHEMES:
                place, excerpt = (source.path, link.line, link.column), source.excerpt(link.line)
                self._problems.add("foreign-picture", *place, excerpt=excerpt, target=link.target)
            # Other addresses stay as they were written, and ``source/wall.py`` tells forbidden schemes.

    def _resolve_inside(self, source: SourceFile, link: WrittenLink, folder: str) -> None:
        """Resolve a link that leads to something in the portal; ``folder``: the one it is relative to."""
        addresses, files = self.addresses[source.path], self.files[source.path]
        bare, mark, anchor = link.target.partition("#")
        in_own_file = not bare and bool(mark)
        path = source.path if in_own_file else posixpath.normpath(posixpath.join(folder, unquote(bare)))
        if self._is_closed(path):
            # The link is right; that its file cannot be read was told where the file lies.
            addresses[link.target] = files[link.target] = path
        elif link.image:
            if self._is_picture(source, link, path):
                addresses[link.target] = path
                self.images[source.path].add(path)
        elif path in self._pages:
            addresses[link.target] = self._page_address(source, link, path, anchor)
            if not in_own_file:
                files[link.target] = path
        elif path in self._attachments:
            # Readers of PDFs and players know «#page=3» and «#t=90»; of pictures nothing has a place.
            part = "" if _shows(path) else f"{mark}{quote(unquote(anchor), safe='=,&')}"
            addresses[link.target] = path + part
            self.downloads.add(path)
        else:
            _add_problem(source, link, bare, path, self._nearest_file, self._problems)

    def _page_address(self, source: SourceFile, link: WrittenLink, path: str, anchor: str) -> str:
        """Give the site address of a page, with the place on it that the link names.

        ``path``: of the file meant; ``anchor``: what stands after «#», empty without. A place that the page does not
        have becomes a problem.
        """
        item = self._items.get(path)
        if isinstance(item, Gathering) and item.mentioned_only:
            return address(item)
        page = address_of(path)
        # GitHub's own form of an anchor («#før-samlingen») is as good as ours.
        wanted = slugify(unquote(anchor))
        if not wanted:
            return page
        if item is None:
            # The file could not be read, which is told elsewhere; its places are not known.
            return f"{page}#{wanted}"
        if wanted not in item.anchors.known:
            self._add_missing_place(source, link, path, wanted, item)
        # Empty where the page has no such place, and for its title, which is at its top.
        id = item.anchors.known.get(wanted, "")
        if id:
            self.places.setdefault(page, set()).add(id)
        return f"{page}#{id}" if id else page

    def _add_missing_place(self, source: SourceFile, link: WrittenLink, path: str, wanted: str, item: Item) -> None:
        """Add the problem of a place that a page does not have, with the nearest one as suggestion.

        ``path`` and ``item``: of the page; ``wanted``: id of the place.
        """
        # The title is at the top of the page, where the link leads without an anchor too.
        known = [place for place in item.anchors.known if place != slugify(item.title)]
        near = difflib.get_close_matches(wanted, known, n=1, cutoff=0.7)
        file_written = link.target.partition("#")[0]
        self._problems.add(
            "missing-anchor",
            source.path,
            link.line,
            link.column,
            excerpt=source.excerpt(link.line),
            anchor=link.target.partition("#")[2],
            file=path,
            suggestion=self._problems.suggestion(f"{file_written}#{near[0]}" if near else ""),
        )

    def _is_picture(self, source: SourceFile, link: WrittenLink, path: str) -> bool:
        """Tell whether a page can show the file at ``path`` as a picture; add a problem where it cannot."""
        if path in self._attachments and _shows(path):
            return True
        if path in self._attachments or path in self._pages:
            place, excerpt = (source.path, link.line, link.column), source.excerpt(link.line)
            name = posixpath.basename(path)
            self._problems.add("not-a-picture", *place, excerpt=excerpt, name=name, target=link.target)
        else:
            _add_problem(source, link, link.target, path, self._nearest_picture, self._problems)
        return False


def _shows(path: str) -> bool:
    """Tell whether a page can show the file of this path as a picture."""
    return posixpath.splitext(path)[1].lower() in PICTURES


def _links_of(source: SourceFile, note: str) -> list[WrittenLink]:
    """Give all links of a file but those in notes to editors, which are never published.

    ``note``: the heading of such notes, in small letters.
    """
    hidden = [source.lines_of(section) for section in source.sections if section.title.lower() == note]
    if not hidden:
        return list(source.links)

    def is_shown(line: int) -> bool:
        return not any(line in lines for lines in hidden)

    # A footnote may be written anywhere; it is shown where it is referred to.
    notes = shown_footnotes(source.places.uses, is_shown)
    return [link for link in source.links if (link.note in notes if link.note else is_shown(link.begins.line))]


def _add_problem(
    source: SourceFile, link: WrittenLink, bare: str, path: str, known: Nearest, problems: ProblemList
) -> None:
    """Add the problem of a link that leads nowhere, with the nearest file as suggestion.

    ``bare``: the target without its anchor; ``path``: relative to the content folder; ``known``: files to suggest.
    """
    place = (source.path, link.line, link.column)
    excerpt = source.excerpt(link.line)
    if meant := meant_address(link.target):
        suggestion = problems.suggestion(meant)
        problems.add("bad-web-address", *place, excerpt=excerpt, value=link.target, suggestion=suggestion)
        return
    right = ""
    if near := known.find(path, source.path):
        relative = posixpath.relpath(near, posixpath.dirname(source.path) or ".")
        right = quote(relative, safe="/æøåÆØÅ") + "".join(link.target.partition("#")[1:])
    is_folder = bare.endswith("/") or known.is_folder(path)
    code = "link-to-folder" if is_folder else "broken-link" if path.endswith(".md") else "missing-attachment"
    suggestion = problems.suggestion(right)
    problems.add(code, *place, excerpt=excerpt, target=link.target, suggestion=suggestion, file=path)


def meant_path(path: str, phrases: Phrases) -> str:
    """Give the path with a misspelt folder of a kind put right («aktorer» → «aktører»); any other path as it is."""
    folders = [phrases["folders"][kind] for kind in KINDS if kind in phrases["folders"]]
    match path.split("/"):
        case [programmes, programme, folder, name] if folder not in folders:
            near = difflib.get_close_matches(folder.lower(), folders, n=1)
            return f"{programmes}/{programme}/{near[0]}/{name}" if near else path
    return path
