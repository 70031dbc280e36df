"""Addresses that files get: whether they can be one, and whether two files want the same."""

import posixpath
from collections.abc import Collection

from ..characters import unseen_in_name
from ..model.gathering import Gathering
from ..model.item import Item
from ..model.kinds import place_of
from ..model.programme import Programme
from ..model.role import Role
from ..model.sheet import Sheet
from ..phrases import Phrases
from ..problems import Misread, ProblemList
from ..slugs import slugify
from .graph import address, address_of, key_of

_NOT_IN_ADDRESSES = " ,#?%&+:;\"'<>|*\\\u00a0"
_LONGEST_NAME = 200
"""Bytes of a file's name; file systems take 255, and ``.html`` and the like come on top."""
_TEXT_ENDINGS = frozenset({".txt", ".markdown", ".mdown", ".mkd", ".mdx"})
_OUR_FOLDERS = ("assets/", "search/")
"""Folders of the site that hold what pages are made with."""


def check_addresses(
    pages: Collection[str],
    attachments: Collection[str],
    items: Collection[Item],
    phrases: Phrases,
    problems: ProblemList,
) -> dict[str, str]:
    """Every address as ``key_of`` gives it → the file that has it. Collisions become problems that name both."""
    taken = _own_addresses(items, phrases)
    for path in [*sorted(pages), *sorted(attachments)]:
        is_page = path in pages
        _check_name(path, is_page, phrases, problems)
        key = key_of(address_of(path) if is_page else path)
        other = taken.get(key, "")
        if not other and not is_page:
            # A page is a folder on the web: an attachment of its name, or in a folder of ours, collides with it.
            mine = next((folder for folder in _OUR_FOLDERS if key.startswith(folder)), "")
            other = taken.get(f"{key}/", "") or (taken[mine] if mine else "")
        if other:
            problems.add("address-taken", path, other=other)
        else:
            taken[key] = path
    return taken


def _own_addresses(items: Collection[Item], phrases: Phrases) -> dict[str, str]:
    """What the portal makes itself."""
    ours = phrases["problem_text"]["own_page"]
    library, inspirations = (phrases["folders"][kind] for kind in ("resource", "inspiration"))
    own = [f"{library}/", f"{inspirations}/", "404.html", "sitemap.xml", *_OUR_FOLDERS]
    own += [f"{item.path.removesuffix('index.md')}{library}/" for item in items if isinstance(item, Programme)]
    anchors = phrases["words"]["anchors"]
    own += [f"{anchors[name]}/" for name in ("gaps", "handbook", "schemas")]
    printed = anchors["print"]
    own += [f"{address(item)}{printed}/" for item in items if isinstance(item, Gathering | Role | Sheet)]
    return {key_of(address): f"{address} ({ours})" for address in own}


def _check_name(path: str, is_page: bool, phrases: Phrases, problems: ProblemList) -> None:
    name = posixpath.basename(path)
    stem, ending = posixpath.splitext(name)
    if is_page and not unseen_in_name(name):
        odd = any(character in _NOT_IN_ADDRESSES for character in name)
        if odd or len(name.encode()) > _LONGEST_NAME or ending != ".md":
            problems.add("bad-address", path, name=name, right=f"{slugify(stem)[:60] or 'side'}.md")
    elif is_page:
        return  # Told where it was found.
    elif ending.lower() in {".html", ".htm", ".js", ".xml"}:
        problems.add("bad-attachment", path, name=name)
    elif ending.lower() in _TEXT_ENDINGS and _would_be_page(path, phrases):
        problems.add("not-markdown", path, name=name, right=f"{stem.removesuffix('.md')}.md")


def _would_be_page(path: str, phrases: Phrases) -> bool:
    """Whether a file is where pages lie, and only its ending keeps it from being one."""
    try:
        place = place_of(f"{posixpath.splitext(path)[0].removesuffix('.md')}.md", phrases)
    except Misread:
        return False
    return bool(place.programme)
