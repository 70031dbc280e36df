"""How much a drawing draws when everything that it uses is drawn as often as it is used."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ..problems import Misread
from .drawing_styles import references

MOST_DRAWN = 200_000
"""Elements, each as often as it is drawn."""
_DEEPEST = 50
"""Things that are used by things that are used …"""
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")


@dataclass
class Drawn:
    """An element of a rebuilt drawing."""

    name: str
    attributes: dict[str, str]
    parts: list["Drawn | str"]

    def children(self) -> Iterator["Drawn"]:
        """The elements directly in it."""
        return (part for part in self.parts if isinstance(part, Drawn))

    def everything(self) -> Iterator["Drawn"]:
        """The element and all that is in it."""
        yield self
        for child in self.children():
            yield from child.everything()


def check_uses(root: Drawn) -> None:
    """Raise Misread for a drawing that would be drawn without end, or nearly."""
    _Count(root).of(root)


class _Count:
    def __init__(self, root: Drawn) -> None:
        self._by_id: dict[str, Drawn] = {}
        self._styled: dict[str, set[str]] = defaultdict(set)
        """Word of a rule's selector → ids that the rule refers to."""
        for one in root.everything():
            self._by_id.setdefault(one.attributes.get("id", ""), one)
            if one.name == "style":
                for selector, body in _RULE.findall("".join(part for part in one.parts if isinstance(part, str))):
                    for word in re.findall(r"[\w-]+|\*", selector):
                        self._styled[word].update(references(body))
        self._known: dict[int, int] = {}
        self._open: set[int] = set()

    def of(self, drawn: Drawn, used: int = 0) -> int:
        """Elements that are drawn for one, each as often as it is."""
        if (known := self._known.get(id(drawn))) is not None:
            return known
        if used > _DEEPEST:
            raise Misread("tangled-drawing", what=f"> {_DEEPEST} <use>")
        self._open.add(id(drawn))
        count = 1 + sum(self.of(child, used) for child in drawn.children())
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
        ids = (
            {drawn.attributes["href"].removeprefix("#")} if drawn.attributes.get("href", "").startswith("#") else set()
        )
        for value in drawn.attributes.values():
            if "url(" in value:
                ids.update(references(value))
        if self._styled:
            words = [drawn.name, "*", drawn.attributes.get("id", ""), *drawn.attributes.get("class", "").split()]
            ids.update(id for word in words for id in self._styled.get(word, ()))
        return (self._by_id[id] for id in sorted(ids) if id in self._by_id)

    def _times(self, drawn: Drawn) -> int:
        """How often what an element refers to may be drawn: a mark stands at every point of a line."""
        marked = any("marker" in name or "marker" in value[:2000] for name, value in drawn.attributes.items())
        return 1 + len(drawn.attributes.get("d", drawn.attributes.get("points", ""))) // 4 if marked else 1
