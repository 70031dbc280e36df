"""The file that a link to nothing was meant for: of the same name somewhere else, or of nearly the same beside it.

What is suggested must read as a correction, so files are compared by their own names, within one sort. They are looked
up by parts of their names, never gone through: a thousand dead links among thousands of files take no time.
"""

import difflib
import posixpath
import re
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from ..language.slugs import slugify

_ALIKE = 0.8
"""So much of two words must be the same."""
_SHORT = 3
"""Words up to so many letters are too short to be alike; they are the same or not."""
_LONGEST = 1_000
"""Letters of a path that may be a slip of another."""
_LONGER = 3
"""By so many letters the one may be longer than the other."""
_LONG = 6
"""A name of more letters may have left one out of a short word."""
_MOST = 30
"""So many files of one beginning are looked at."""
_DOUBLED = re.compile(r"(.)\1+")
_PAGE_SLIPS = frozenset(
    {"", ".md", ".m", ".d", ".mdd", ".mmd", ".dm", ".nd", ".ms", ".me", ".html", ".htm", ".markdown"}
)
"""Endings with which a page may have been meant. A picture or a PDF is never one."""


class _Name(NamedTuple):
    """A file's name, taken apart."""

    text: str
    words: tuple[str, ...]
    figures: tuple[str, ...]


class Nearest:
    """Files that links may lead to."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = frozenset(known)
        self._folders: set[str] = set()
        self._names: dict[str, _Name] = {}
        self._same: dict[str, list[str]] = defaultdict(list)
        self._parts: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for path in sorted(self._known):
            self._add(path)

    def is_folder(self, path: str) -> bool:
        """Whether anything lies in it."""
        return path in self._folders

    def find(self, path: str, source: str) -> str:
        """The file that was meant by a path that leads nowhere from ``source``, or empty."""
        if len(path) > _LONGEST:
            return ""
        path = posixpath.normpath(path.replace("\\", "/"))
        folder, written = posixpath.split(path)
        stem, ending = posixpath.splitext(written.lower())
        index = [posixpath.join(folder, "index.md")] if _are_alike_words(stem, "index") else []
        for inside in (path, f"{path}.md", f"{path}/index.md", *index):
            if inside in self._known:
                return inside
        name = _name_of(path)
        found = [other for other in self._same.get(name, ())[:_MOST] if _may_be(other, path, ending)]
        found = found or self._alike(path, name)
        return max(sorted(found), key=lambda other: _closeness(other, path, source), default="")

    def _add(self, path: str) -> None:
        folder = posixpath.dirname(path)
        while folder and folder not in self._folders:
            self._folders.add(folder)
            folder = posixpath.dirname(folder)
        name = _name_of(path)
        self._names[path] = _parse_name(name)
        self._same[name].append(path)
        size = _half(len(name))
        self._parts[_sort_of(path), "begins", name[:size]].append(path)
        self._parts[_sort_of(path), "ends", name[-size:]].append(path)

    def _alike(self, path: str, name: str) -> list[str]:
        """Files of the same sort with a slip in their names: it leaves the first half of a name whole, or the last."""
        sort, found, written = _sort_of(path), set[str](), _parse_name(name)
        for size in {_half(len(name) + more) for more in range(-_LONGER, _LONGER + 1)}:
            for part, text in (("begins", name[:size]), ("ends", name[-size:])):
                found.update(self._parts.get((sort, part, text), ())[:_MOST])
        return [other for other in found if _are_alike(written, self._names[other])]


def _parse_name(text: str) -> _Name:
    return _Name(text, tuple(re.split(r"[-/]", text)), tuple(re.findall(r"\d+", text)))


def _half(length: int) -> int:
    """A little less than half: letters that changed places in the middle belong to neither."""
    return max((length - 2) // 2, 1)


def _name_of(path: str) -> str:
    """A file's name as an address has it, without its ending; of an index its folder's, since all are called so."""
    folder, name = posixpath.split(path)
    stem = posixpath.splitext(name)[0]
    if stem.lower() == "index":
        return f"{slugify(posixpath.basename(folder))}/index"
    return slugify(stem) or stem.lower()


def _sort_of(path: str) -> str:
    """What may stand for each other: pages of folders of one name, and attachments of one ending in such folders."""
    folder, ending = posixpath.basename(posixpath.dirname(path)), posixpath.splitext(path)[1].lower()
    if _name_of(path).endswith("/index"):
        return "index"
    return f"{folder.lower()}/{'.md' if ending in _PAGE_SLIPS else ending}"


def _may_be(other: str, path: str, ending: str) -> bool:
    """Whether a file of the same name can have been meant: a page by a page, another ending only in its own place."""
    other_ending = posixpath.splitext(other)[1].lower()
    if other_ending == ".md":
        return ending in _PAGE_SLIPS
    beside = posixpath.dirname(other) == posixpath.dirname(path)
    return other_ending == ending or (beside and ending != ".md")


def _are_alike(one: _Name, other: _Name) -> bool:
    """Whether two names are one, written with a slip: the same figures, and word for word nearly the same."""
    if one.figures != other.figures:
        return False
    if len(one.words) != len(other.words):
        return _are_alike_words("".join(one.words), "".join(other.words))
    pairs = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    is_long = len(one.text) > _LONG
    return all(_are_alike_words(a, b) or (is_long and _is_left_out(a, b)) for a, b in pairs)


def _are_alike_words(one: str, other: str) -> bool:
    if sorted(one) == sorted(other) or _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other):
        return True
    return min(len(one), len(other)) >= _SHORT and difflib.SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _is_left_out(one: str, other: str) -> bool:
    """Whether one of two short words is the other without a letter."""
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _closeness(other: str, path: str, source: str) -> tuple[float, float, int]:
    """How much the folder is called like the one written, and the file; then how near it is to the link."""
    folder, other_folder = (posixpath.basename(posixpath.dirname(way)) for way in (path, other))
    same_folder = difflib.SequenceMatcher(None, folder, other_folder).ratio()
    likeness = difflib.SequenceMatcher(None, _name_of(path), _name_of(other)).ratio()
    shared = sum(len(posixpath.commonprefix([other, way])) for way in (path, source))
    return same_folder, likeness, shared
