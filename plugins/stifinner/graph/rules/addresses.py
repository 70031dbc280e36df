"""Addresses that files get: whether a file's name can be one, and whether two files get the same."""

import posixpath
from collections.abc import Collection

from ...attachments.names import (
    LONGEST_NAME,
    folders_of,
    is_hard_to_link,
    linkable_name,
    written_in_link,
)
from ...language.misread import Misread
from ...language.phrases import Phrases
from ...language.slugs import slugify
from ...model.cohort import Cohort
from ...model.item import Item
from ...model.kinds import KINDS, kind_of, place_of
from ...model.portal import Portal
from ...model.programme import Programme
from ...model.role import Role
from ...problems.problem import ProblemList
from ..portal_graph import address, address_of, key_of

_NOT_IN_ADDRESSES = " ,#?%&+:;\"'<>|*\\\u00a0"
_OUR_FILES = ("404.html", "sitemap.xml", "sitemap.xml.gz", "portal.json", "portal.schema.json")
_OUR_FOLDERS = ("assets/", "search/")
"""Folders of the site that hold style sheets, scripts and the search's index."""


def check_addresses(
    pages: Collection[str],
    attachments: Collection[str],
    items: Collection[Item],
    phrases: Phrases,
    problems: ProblemList,
) -> dict[str, str]:
    """Check every address; two files that get the same become a problem that names both.

    ``pages`` and ``attachments``: paths. Returns each address as ``key_of`` gives it → path of the file that has it, or
    what the portal makes there itself.
    """
    taken = _own_addresses(items, phrases)
    ours = _made_folders(items, phrases)
    above = {key_of(folder): path for path in sorted(attachments) for folder in folders_of(path)}
    _check_folders(pages, problems)
    for path in sorted(pages):
        _check_page_name(path, problems)
        _take(path, key_of(address_of(path)), "", taken, problems)
    for path in sorted(attachments):
        if posixpath.splitext(path)[1].lower() == ".txt" and _would_be_page(path, phrases):
            stem = posixpath.splitext(posixpath.basename(path))[0].removesuffix(".md")
            problems.add("not-markdown", path, name=posixpath.basename(path), right=f"{stem}.md")
        key = key_of(path)
        # A page is a folder on the web: an attachment of its name, or in a folder that holds what is made, collides.
        mine = next((folder for folder in folders_of(key) if f"{folder}/" in ours), "")
        other = taken.get(f"{key}/", "") or (taken[f"{mine}/"] if mine else above.get(key, ""))
        _take(path, key, other, taken, problems)
    return taken


def check_attachments(
    attachments: Collection[str], items: Collection[Item], phrases: Phrases, problems: ProblemList
) -> None:
    """Check that attachments lie in the folder for them, and that links can hold their names as they are."""
    folder = phrases["folders"]["attachments"]
    marks = {item.mark for item in items if isinstance(item, Portal) and item.mark}
    told: set[str] = set()
    for path in sorted(attachments):
        # What lies beside the front page may be its mark, also where that was misspelt.
        is_mark = path in marks or ("/" not in path and bool(marks - set(attachments)))
        if folder not in path.split("/")[:-1] and not is_mark and not problems.told_at(path, 0):
            problems.add("outside-folder", path, folder=_folder_for(path, phrases))
        for part in [*folders_of(path), path]:
            name = posixpath.basename(part)
            if is_hard_to_link(name) and part not in told:
                told.add(part)
                problems.add("hard-to-link", part, written=written_in_link(name), right=linkable_name(name))


def _take(path: str, key: str, other: str, taken: dict[str, str], problems: ProblemList) -> None:
    """Take an address into use for a file. ``other``: a file that is known to have it; empty where none is."""
    if other := other or taken.get(key, ""):
        problems.add("address-taken", path, other=other)
    else:
        taken[key] = path


def _own_addresses(items: Collection[Item], phrases: Phrases) -> dict[str, str]:
    """Give the addresses of what the portal makes itself, as ``key_of`` gives them → how a problem names them."""
    ours = phrases["problem_text"]["own_page"]
    listed = [f"{phrases['folders'][name]}/" for name, kind in KINDS.items() if kind.lists]
    own = [*listed, *_OUR_FILES, *_OUR_FOLDERS]
    for name, kind in KINDS.items():
        if kind.lists == "programmes":
            homes = [address(item) for item in items if isinstance(item, Programme)]
            own += [f"{home}{phrases['folders'][name]}/" for home in homes]
    anchors = phrases["words"]["anchors"]
    own += [f"{anchors[name]}/" for name in ("gaps", "handbook", "schemas")]
    own += [f"{home}{anchors['wheel']}/" for home in _with_wheels(items)]
    changes = anchors["changes"]
    told = ["", *(address(item) for item in items if isinstance(item, Programme | Cohort))]
    own += [f"{home}{changes}{ending}" for home in told for ending in ("/", ".xml")]
    calendar = anchors["calendar"]
    files = (f"{calendar}.ics", f"{calendar}-{anchors['deadlines']}.ics")
    own += [f"{address(item)}{file}" for item in items if isinstance(item, (Programme, Cohort)) for file in files]
    printed = anchors["print"]
    own += [f"{address(item)}{printed}/" for item in items if kind_of(item).is_printed]
    return {key_of(address): f"{address} ({ours})" for address in own}


def _made_folders(items: Collection[Item], phrases: Phrases) -> set[str]:
    """Give the addresses of folders in which the portal itself makes every file, as ``key_of`` gives them."""
    anchors = phrases["words"]["anchors"]
    folders = [*_OUR_FOLDERS, *(f"{anchors[name]}/" for name in ("gaps", "handbook", "schemas"))]
    # A sheet's and a pack's PDFs lie beside its page.
    folders += [address(item) for item in items if kind_of(item).is_printed]
    folders += [f"{home}{anchors['wheel']}/" for home in _with_wheels(items)]
    return set(map(key_of, folders))


def _with_wheels(items: Collection[Item]) -> list[str]:
    """Give the addresses below which a year may stand as a wheel: of the portal, programmes, cohorts and roles."""
    return ["", *(address(item) for item in items if isinstance(item, Programme | Cohort | Role))]


def _check_folders(pages: Collection[str], problems: ProblemList) -> None:
    """Check that the folders of pages have names that can stand in an address; each is told once."""
    told: set[str] = set()
    for path in sorted(pages):
        for folder in folders_of(path):
            name = posixpath.basename(folder)
            if folder not in told and not _can_be_address(name):
                told.add(folder)
                problems.add("bad-folder-name", path, name=name, right=slugify(name)[:60] or "mappe")


def _check_page_name(path: str, problems: ProblemList) -> None:
    name = posixpath.basename(path)
    stem, ending = posixpath.splitext(name)
    if not _can_be_address(name) or ending != ".md":
        problems.add("bad-address", path, name=name, right=f"{slugify(stem)[:60] or 'side'}.md")


def _can_be_address(name: str) -> bool:
    """Tell whether the name of a file or a folder can stand in an address as it is."""
    odd = any(character in _NOT_IN_ADDRESSES or character < " " for character in name)
    return not odd and len(name.encode()) <= LONGEST_NAME


def _folder_for(path: str, phrases: Phrases) -> str:
    """Give the folder that an attachment should lie in: its programme's own, or the one beside the front page."""
    folders = phrases["folders"]
    match path.split("/"):
        case [programmes, programme, *_, _] if programmes == folders["programmes"] and path.count("/") > 1:
            return f"{programmes}/{programme}/{folders['attachments']}"
    return folders["attachments"]


def _would_be_page(path: str, phrases: Phrases) -> bool:
    """Tell whether a file would be a page of a programme if its name ended with «.md»."""
    try:
        place = place_of(f"{posixpath.splitext(path)[0].removesuffix('.md')}.md", phrases)
    except Misread:
        return False
    return bool(place.programme)
