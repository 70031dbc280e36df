"""The file that a link probably meant: bounded by counts, however many files and broken links there are."""

import difflib
import heapq
import posixpath
from collections.abc import Iterable, Sequence

_MOST_ASKED = 500
"""Searches among all names in one portal; whoever has so many broken links has moved something, not mistyped it."""
_MOST_COMPARED = 200
"""Files compared sign by sign in one search: those whose letters are most alike."""


class Nearest:
    """Looks for a path among those of a portal; the same is looked for once."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = sorted(known)
        self._set = frozenset(self._known)
        self._letters = {path: _letters(path) for path in self._known}
        self._stems: dict[str, list[str]] = {}
        for path in self._known:
            self._stems.setdefault(_stem(path), []).append(path)
        self._folders = {path[:at] for path in self._known for at, sign in enumerate(path) if sign == "/"}
        self._found: dict[str, str] = {}

    def is_folder(self, path: str) -> bool:
        """Whether files lie below it."""
        return path in self._folders

    def find(self, path: str) -> str:
        """The file itself, or the one of the same or nearly the same name, or empty."""
        if path in self._set:
            return path
        if path not in self._found:
            self._found[path] = self._search(path) if len(self._found) < _MOST_ASKED else ""
        return self._found[path]

    def _search(self, path: str) -> str:
        inside = [other for other in (f"{path}.md", f"{path}/index.md") if other in self._set]
        ending = posixpath.splitext(path)[1].lower()
        # A page may have been meant where no ending was written; a picture or a PDF is never a page.
        near = inside or self._near(path, ending) or ([] if ending and ending != ".md" else self._near(path, ""))
        if not near:
            return ""
        # Of several, the one whose way is most like what was written.
        return max(sorted(near), key=lambda other: difflib.SequenceMatcher(None, path, other).ratio())

    def _near(self, path: str, ending: str) -> Sequence[str]:
        same = [other for other in self._stems.get(_stem(path), ()) if other.lower().endswith(ending)]
        if same:
            return same
        others = [other for other in self._known if other.lower().endswith(ending)]
        if len(others) > _MOST_COMPARED:
            letters = _letters(path)
            others = heapq.nsmallest(
                _MOST_COMPARED,
                others,
                key=lambda other: (self._letters[other] ^ letters).bit_count() + abs(len(other) - len(path)),
            )
        return difflib.get_close_matches(path, sorted(others), n=3, cutoff=0.75)


def _letters(path: str) -> int:
    """Which signs there are in a path, a bit each."""
    letters = 0
    for sign in set(path):
        letters |= 1 << (ord(sign) % 128)
    return letters


def _stem(path: str) -> str:
    """A file's name without ending and letter case; of an index its folder's too, since all are called so."""
    parts = path.casefold().rsplit("/", 2)
    name = posixpath.splitext(parts[-1])[0]
    return "/".join(parts[-2:]) if name == "index" else name
