"""Things found by the names that people write: a title, another name, a plural; in any case of letters."""

import difflib
import re
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from ..dates.words import one_of, vocabulary
from ..model.item import Item

Named = TypeVar("Named", bound=Item)


class Names(Generic[Named]):
    """Finds items by name. ``named``: each item with its names."""

    def __init__(self, named: Iterable[tuple[Named, Sequence[str]]]) -> None:
        self._items: dict[str, dict[str, Named]] = {}
        """Name, as ``key_of_name`` gives it → path of an item → the item."""
        self._written: dict[str, str] = {}
        """The same name → as it is written."""
        for item, names in named:
            for name in filter(None, map(key_of_name, names)):
                self._items.setdefault(name, {})[item.path] = item
            for name in names[:-1]:
                self._written.setdefault(key_of_name(name), name)
            # The last name is the id, which is found, but not suggested.

    def find(self, words: str) -> tuple[Named, ...]:
        """Find the items of a name, which is all of the words."""
        return tuple(self._items.get(key_of_name(words), {}).values())

    def find_several(self, words: str) -> tuple[Named, ...]:
        """Find the items that a list of names means, «ledere og fagutviklere»; none where any of them is unknown."""
        if found := self.find(words):
            return found
        # A name may have «og» in it, so the list is divided at each place in turn.
        for cut in _DIVIDES.finditer(words):
            first, rest = self.find(words[: cut.start()]), words[cut.end() :]
            if first and (following := self.find_several(rest)):
                return (*first, *following)
        return ()

    def unknown(self, words: str) -> str:
        """Give the first name in a list that is unknown."""
        return next((part for part in _DIVIDES.split(words) if not self.find(part)), words)

    def nearest(self, words: str, cutoff: float = 0.6) -> str:
        """Give the name that was probably meant, as it is written; empty where none is near.

        ``cutoff``: how near it has to be, from 0 to 1. A name that goes on after the words is near, if it is the only
        one: «Samling 2» for «Samling 2: Kommunikasjon».
        """
        key = key_of_name(words)
        goes_on = [name for name in self._written if key and re.match(rf"{re.escape(key)}\W", name)]
        near = goes_on if len(goes_on) == 1 else difflib.get_close_matches(key, self._written, n=1, cutoff=cutoff)
        return self._written[near[0]] if near else ""


_DIVIDES = re.compile(
    rf"\s*[,&/]\s*(?:(?:{one_of(vocabulary().words['and'])})\s+)?|\s+(?:{one_of(vocabulary().words['and'])})\s+"
)
"""What stands between two names of a list."""
_ALIKE = str.maketrans("–—−‑’", "----'")


def key_of_name(name: str) -> str:
    """Give the form in which names are compared."""
    return " ".join(name.translate(_ALIKE).casefold().split()).strip(" .,:;!?()«»“”„\"'-")
