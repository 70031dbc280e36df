"""Counts how much a drawing draws, when whatever is used several times is drawn each time."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ...language.misread import Misread
from .styles import references

MOST_DRAWN = 200_000
"""Elements of a drawing, each counted as often as it is drawn."""
_FILTERED = 2_000
"""An element with an effect (``filter``) counts as this many: it takes as long to draw."""
_EFFECTS = {"numOctaves": 10.0, "radius": 4.0, "order": 5.0, "stdDeviation": 1_000.0}
"""Measure of an effect → the most that it may be, since the time it takes grows with it or with its square."""
_WIDEST = 3.0
"""How many times as wide as its element the area of an effect may be."""
_NUMBER = re.compile(r"\d*\.?\d+(?:[eE][+-]?\d+)?")
_DEEPEST = 50
"""How many elements may use each other in a row."""
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")


@dataclass
class Drawn:
    """An element of a rebuilt drawing."""

    name: str
    attributes: dict[str, str]
    parts: list["Drawn | str"]

    def children(self) -> Iterator["Drawn"]:
        """Give the elements directly in it."""
        return (part for part in self.parts if isinstance(part, Drawn))

    def everything(self) -> Iterator["Drawn"]:
        """Give the element itself and all in it."""
        yield self
        for child in self.children():
            yield from child.everything()


def check_uses(root: Drawn) -> None:
    """Raise Misread for a drawing that would take very long to draw, or forever."""
    for drawn in root.everything():
        _check_effect(drawn)
    _Count(root).of(root)


def _check_effect(drawn: Drawn) -> None:
    """Raise Misread for an effect that would take very long, by its measures or its area."""
    most = _EFFECTS if drawn.name.startswith("fe") else {}
    if drawn.name == "filter" and drawn.attributes.get("filterUnits") != "userSpaceOnUse":
        most = dict.fromkeys(("x", "y", "width", "height"), _WIDEST)
    for name in most.keys() & drawn.attributes.keys():
        value = drawn.attributes[name]
        parts = 100 if "%" in value else 1
        if any(float(number) > most[name] * parts for number in _NUMBER.findall(value)):
            raise Misread("tangled-drawing", what=f'{name}="{value[:20]}"')


class _Count:
    """Counts what an element draws, itself and all that it uses."""

    def __init__(self, root: Drawn) -> None:
        self._by_id: dict[str, Drawn] = {}
        self._styled: dict[str, set[str]] = defaultdict(set)
        """Word of a rule's selector → ids that the rule refers to."""
        self._filtering: set[str] = set()
        """Words of the selectors of rules that give an effect."""
        for one in root.everything():
            self._by_id.setdefault(one.attributes.get("id", ""), one)
            if one.name == "style":
                for selector, body in _RULE.findall("".join(part for part in one.parts if isinstance(part, str))):
                    words = re.findall(r"[\w-]+|\*", selector)
                    for word in words:
                        self._styled[word].update(references(body))
                    if "filter" in body:
                        self._filtering.update(words)
        self._known: dict[int, int] = {}
        """Element (by its identity) → count."""
        self._open: set[int] = set()
        """Elements that are being counted, to notice when one uses itself."""

    def of(self, drawn: Drawn, used: int = 0) -> int:
        """Count the elements that are drawn for one. ``used``: how many uses led to it. Raises Misread."""
        if (known := self._known.get(id(drawn))) is not None:
            return known
        if used > _DEEPEST:
            raise Misread("tangled-drawing", what=f"> {_DEEPEST} <use>")
        self._open.add(id(drawn))
        count = (_FILTERED if self._is_filtered(drawn) else 1) + sum(self.of(child, used) for child in drawn.children())
        for target in self._targets(drawn):
            if id(target) not in self._open:
                count += self.of(target, used + 1) * self._times(drawn)
            elif drawn.name == "use":
                raise Misread("tangled-drawing", what="<use>")
        if count > MOST_DRAWN:
            raise Misread("tangled-drawing", what=f"> {MOST_DRAWN} <use>")
        self._open.remove(id(drawn))
        self._known[id(drawn)] = count
        return count

    def _targets(self, drawn: Drawn) -> Iterator[Drawn]:
        """Give the elements that an element refers to, by an address, a value or a rule of the style sheet."""
        ids = (
            {drawn.attributes["href"].removeprefix("#")} if drawn.attributes.get("href", "").startswith("#") else set()
        )
        for value in drawn.attributes.values():
            if "url(" in value:
                ids.update(references(value))
        if self._styled:
            ids.update(id for word in _words_of(drawn) for id in self._styled.get(word, ()))
        return (self._by_id[id] for id in sorted(ids) if id in self._by_id)

    def _is_filtered(self, drawn: Drawn) -> bool:
        """Tell whether an element has an effect."""
        if "filter" in drawn.attributes or "filter" in drawn.attributes.get("style", "")[:2000]:
            return True
        return not self._filtering.isdisjoint(_words_of(drawn))

    def _times(self, drawn: Drawn) -> int:
        """Count how often an element draws what it refers to, at most: a marker is drawn at every point of a line."""
        marked = any("marker" in name or "marker" in value[:2000] for name, value in drawn.attributes.items())
        return 1 + len(drawn.attributes.get("d", drawn.attributes.get("points", ""))) // 4 if marked else 1


def _words_of(drawn: Drawn) -> list[str]:
    """List what the selector of a rule may call an element."""
    return [drawn.name, "*", drawn.attributes.get("id", ""), *drawn.attributes.get("class", "").split()]
