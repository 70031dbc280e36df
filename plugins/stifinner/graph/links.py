"""Where each link in the content leads: an item's address, an attachment, or out of the portal."""

import difflib
import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote

from ..model.kinds import KINDS
from ..phrases import Phrases
from ..problems import ProblemList
from ..slugs import slugify
from ..source.read import Sources
from ..source.source_file import SourceFile, WrittenLink
from ..source.wall import meant_address, scheme_of
from .graph import address_of


@dataclass(frozen=True)
class Links:
    """Both readings of every link, by the file it stands in."""

    addresses: Mapping[str, Mapping[str, str]]
    files: Mapping[str, Mapping[str, str]]


def resolve_links(sources: Sources, own_addresses: Mapping[str, str], phrases: Phrases, problems: ProblemList) -> Links:
    """Resolve the links of all files. ``own_addresses``: paths whose address is not that of their file."""
    pages = {source.path for source in sources.files}
    # One mistake is told once: a link to a file in a misspelt folder is right, the folder is not.
    pages |= {meant_path(path, phrases) for path in pages}
    attachments = set(sources.attachments)
    note = phrases["headings"]["article"]["editors_note"].lower()
    addresses: dict[str, dict[str, str]] = {}
    files: dict[str, dict[str, str]] = {}
    for source in sources.files:
        addresses[source.path], files[source.path] = {}, {}
        folder = posixpath.dirname(meant_path(source.path, phrases))
        for link in _links_of(source, note):
            if scheme_of(link.target):
                continue
            bare, mark, anchor = link.target.partition("#")
            # GitHub's own form of an anchor («#før-samlingen») is as good as ours.
            anchor = slugify(unquote(anchor))
            if not bare and mark:
                address = own_addresses.get(source.path, address_of(source.path))
                addresses[source.path][link.target] = f"{address.partition('#')[0]}#{anchor}"
                continue
            path = posixpath.normpath(posixpath.join(folder, unquote(bare)))
            if path in pages and not link.image:
                address = own_addresses.get(path, address_of(path))
                addresses[source.path][link.target] = address + (mark + anchor if "#" not in address else "")
                files[source.path][link.target] = path
            elif path in attachments or sources.is_closed(path):
                addresses[source.path][link.target] = path
                if path.endswith(".md"):
                    files[source.path][link.target] = path
            else:
                _add_problem(source, link, bare, path, pages | attachments, problems)
    return Links(addresses, files)


def _links_of(source: SourceFile, note: str) -> list[WrittenLink]:
    """All links but those in notes to editors, which are never published."""
    hidden = [source.lines_of(section) for section in source.sections if section.title.lower() == note]
    return [link for link in source.links if not any(link.line in lines for lines in hidden)]


def _add_problem(
    source: SourceFile,
    link: WrittenLink,
    bare: str,
    path: str,
    known: set[str],
    problems: ProblemList,
) -> None:
    place = (source.path, link.line, link.column)
    excerpt = source.excerpt(link.line)
    if meant := meant_address(link.target):
        suggestion = problems.suggestion(meant)
        problems.add("bad-web-address", *place, excerpt=excerpt, value=link.target, suggestion=suggestion)
        return
    meant_by = posixpath.normpath(path.replace("\\", "/"))
    right = meant_by if meant_by in known else _nearest(meant_by, known)
    if right:
        way = posixpath.relpath(right, posixpath.dirname(source.path) or ".")
        right = quote(way, safe="/æøåÆØÅ") + "".join(link.target.partition("#")[1:])
    is_page = path.endswith(".md")
    folder = bare.endswith("/") or any(other.startswith(path + "/") for other in known)
    code = "link-to-folder" if folder else "broken-link" if is_page else "missing-attachment"
    suggestion = problems.suggestion(right)
    problems.add(code, *place, excerpt=excerpt, target=link.target, suggestion=suggestion, file=path)


def _nearest(path: str, known: set[str]) -> str:
    """The file of the same or nearly the same name, or empty."""
    inside = [other for other in (f"{path}.md", f"{path}/index.md") if other in known]
    ending = posixpath.splitext(path)[1].lower()
    alike = [other for other in known if other.lower().endswith(ending)]
    # A page may have been meant where no ending was written; a picture or a PDF is never a page.
    near = inside or _near(path, alike) or ([] if ending and ending != ".md" else _near(path, known))
    if not near:
        return ""
    # Of several, the one whose way is most like what was written.
    return max(sorted(near), key=lambda other: difflib.SequenceMatcher(None, path, other).ratio())


def _near(path: str, others: Collection[str]) -> list[str]:
    same = [other for other in others if _stem(other) == _stem(path)]
    return same or difflib.get_close_matches(path, sorted(others), n=3, cutoff=0.75)


def _stem(path: str) -> str:
    """A file's name without ending and letter case; of an index its folder's too, since all are called so."""
    parts = path.casefold().rsplit("/", 2)
    name = posixpath.splitext(parts[-1])[0]
    return "/".join(parts[-2:]) if name == "index" else name


def meant_path(path: str, phrases: Phrases) -> str:
    """The path of a file whose folder is nearly one that we know, with the right folder; else the path as it is."""
    folders = [phrases["folders"][kind] for kind in KINDS if kind in phrases["folders"]]
    match path.split("/"):
        case [programmes, programme, folder, name] if folder not in folders:
            near = difflib.get_close_matches(folder.lower(), folders, n=1)
            return f"{programmes}/{programme}/{near[0]}/{name}" if near else path
    return path
