"""Find the file that a broken link was probably meant for: one of the same name elsewhere, or of a similar name.

A suggestion must read as a correction, so only files of one sort (see ``_sort_of``) are compared, by their names.
They are looked up by the first or last half of the name: going through all files for every broken link would take too
long in a portal of thousands of files.
"""

import difflib
import posixpath
import re
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from ..language.slugs import slugify

_ALIKE = 0.8
"""Ratio (0–1) from which two words count as nearly the same."""
_SHORT = 3
"""Letters of the shortest word that can be nearly the same as another; a shorter one is the same or not."""
_LONGEST = 1_000
"""Letters of the longest path that is looked up."""
_LONGER = 3
"""Letters by which one of two similar names may be longer than the other."""
_LONG = 6
"""Letters of a name; in a longer one, a short word may lack a letter too."""
_MOST = 30
"""Files of one name, or one half of a name, that are looked at."""
_DOUBLED = re.compile(r"(.)\1+")
_PAGE_SLIPS = frozenset(
    {"", ".md", ".m", ".d", ".mdd", ".mmd", ".dm", ".nd", ".ms", ".me", ".html", ".htm", ".markdown"}
)
"""Endings, also misspelt ones, of targets that may mean a page. That of a picture or a PDF never does."""


class _Name(NamedTuple):
    """A file's name, taken apart."""

    text: str
    words: tuple[str, ...]
    """What stands between hyphens and slashes."""
    figures: tuple[str, ...]
    """The numbers in it."""


class Nearest:
    """Looks up files by a name that is nearly theirs. ``known``: paths of all files that links may lead to."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = frozenset(known)
        self._folders: set[str] = set()
        self._names: dict[str, _Name] = {}
        self._same: dict[str, list[str]] = defaultdict(list)
        self._parts: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for path in sorted(self._known):
            self._add(path)

    def is_folder(self, path: str) -> bool:
        """Tell whether the path is a folder with a file in it."""
        return path in self._folders

    def find(self, path: str, source: str) -> str:
        """Find the path of the file that a broken link probably means; empty where nothing is near enough.

        ``path``: where the link leads; ``source``: path of the file that it stands in.
        """
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
        """Enter a file under its name, under both halves of it, and its folders."""
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
        """Find the files of the same sort whose names are nearly the same.

        One slip leaves the first or the last half of a name as it is, so each half is looked up.
        """
        sort, found, written = _sort_of(path), set[str](), _parse_name(name)
        for size in {_half(len(name) + more) for more in range(-_LONGER, _LONGER + 1)}:
            for part, text in (("begins", name[:size]), ("ends", name[-size:])):
                found.update(self._parts.get((sort, part, text), ())[:_MOST])
        return [other for other in found if _are_alike(written, self._names[other])]


def _parse_name(text: str) -> _Name:
    return _Name(text, tuple(re.split(r"[-/]", text)), tuple(re.findall(r"\d+", text)))


def _half(length: int) -> int:
    """Give the letters in half a name: a little less, so that a slip in the middle is in neither half."""
    return max((length - 2) // 2, 1)


def _name_of(path: str) -> str:
    """Give a file's name without ending, spelt as in an address; of an index file, its folder's name + «/index»."""
    folder, name = posixpath.split(path)
    stem = posixpath.splitext(name)[0]
    if stem.lower() == "index":
        return f"{slugify(posixpath.basename(folder))}/index"
    return slugify(stem) or stem.lower()


def _sort_of(path: str) -> str:
    """Give the sort of a file: only files of one sort are suggested for each other.

    Of one sort are all index files, pages in folders of one name, and attachments of one ending in such folders.
    """
    folder, ending = posixpath.basename(posixpath.dirname(path)), posixpath.splitext(path)[1].lower()
    if _name_of(path).endswith("/index"):
        return "index"
    return f"{folder.lower()}/{'.md' if ending in _PAGE_SLIPS else ending}"


def _may_be(other: str, path: str, ending: str) -> bool:
    """Tell whether a file of the same name can have been meant.

    A page is meant only by an ending that may be a page's; an attachment by its own ending, or by another one where
    it lies in the very folder that the link names.
    """
    other_ending = posixpath.splitext(other)[1].lower()
    if other_ending == ".md":
        return ending in _PAGE_SLIPS
    beside = posixpath.dirname(other) == posixpath.dirname(path)
    return other_ending == ending or (beside and ending != ".md")


def _are_alike(one: _Name, other: _Name) -> bool:
    """Tell whether two names are the same but for a slip: the same figures, and word for word nearly the same."""
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
    """Tell whether one of two words is the other without one letter."""
    short, long = sorted((one, other), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _closeness(other: str, path: str, source: str) -> tuple[float, float, int]:
    """Give the key by which the best candidate is the largest: likeness of folder, of name, then nearness.

    ``other``: path of the candidate; ``path``: where the link leads; ``source``: path of the file it stands in.
    """
    folder, other_folder = (posixpath.basename(posixpath.dirname(either)) for either in (path, other))
    same_folder = difflib.SequenceMatcher(None, folder, other_folder).ratio()
    likeness = difflib.SequenceMatcher(None, _name_of(path), _name_of(other)).ratio()
    shared = sum(len(posixpath.commonprefix([other, either])) for either in (path, source))
    return same_folder, likeness, shared
