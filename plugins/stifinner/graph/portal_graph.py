"""The graph itself, and the few questions that views ask it."""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from ..model.gathering import Gathering
from ..model.item import Item
from ..model.portal import Portal
from ..model.programme import Programme
from .pictures import NO_PICTURES, Pictures

Kind = TypeVar("Kind", bound=Item)
_Things = Mapping[type[Item], tuple[Item, ...]]
"""Class of a kind → the things of it."""


@dataclass(frozen=True)
class ProgrammeParts:
    """A programme with all that belongs to it."""

    programme: Programme
    things: _Things
    """Of each kind, in the order they are shown; gatherings in order of time, as far as it is known."""

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Give the things of a kind in the order they are shown: ``parts.of(Gathering)``."""
        return _of(self.things, kind)

    def find(self, kind: type[Kind], id: str) -> Kind | None:
        """Find the thing of a kind that has an id; None where there is none."""
        found = self._by_id.get((kind, id))
        return found if isinstance(found, kind) else None

    @cached_property
    def _by_id(self) -> Mapping[tuple[type[Item], str], Item]:
        return {(kind, item.id): item for kind, items in self.things.items() for item in items}


@dataclass(frozen=True)
class Graph:
    """Everything the content says, each thing once."""

    portal: Portal
    programmes: tuple[ProgrammeParts, ...]
    """In the order they are shown; umbrellas last."""
    by_id: Mapping[str, ProgrammeParts]
    editions: Mapping[str, tuple[ProgrammeParts, ...]]
    """Umbrella's id → its local editions."""
    things: _Things
    """What belongs to no programme, by kind: shared by all, or beside the front page."""
    items: Mapping[str, Item]
    """Path → item."""
    links: Mapping[str, Mapping[str, str]]
    """Path of a file → each link target as written → site address."""
    linked: Mapping[str, Mapping[str, str]]
    """Path of a file → each link target as written → path of the file it means (items only)."""
    users: Mapping[str, tuple[Item, ...]]
    """Path of a resource, an inspiration link or a focus area → what points to it."""
    pictures: Pictures = NO_PICTURES
    """What becomes of the pictures among the attachments."""
    places: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Address of a page → ids on it that links of the content lead to."""
    taken: Collection[str] = ()
    """Every address in use, as ``key_of`` gives it: pages, attachments, old addresses, what the portal makes itself."""

    def shared(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Give the things of a kind that belong to no programme."""
        return _of(self.things, kind)

    def all(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Give every thing of a kind, programme by programme, and the shared ones last."""
        everywhere = [*(parts.things for parts in self.programmes), self.things]
        return tuple(item for things in everywhere for item in _of(things, kind))

    def parts_of(self, programme: str) -> ProgrammeParts | None:
        """The programme of that id with its parts."""
        return self.by_id.get(programme)

    def editions_of(self, programme: str) -> tuple[ProgrammeParts, ...]:
        """Local editions of an umbrella."""
        return self.editions.get(programme, ())

    def target(self, item: Item, written: str) -> Item | None:
        """The item that a link in ``item`` leads to."""
        path = self.linked.get(item.path, {}).get(written)
        return self.items.get(path) if path else None


def _of(things: _Things, kind: type[Kind]) -> tuple[Kind, ...]:
    return cast("tuple[Kind, ...]", things.get(kind, ()))


def has_page(item: Item) -> bool:
    """Tell whether an item has a page of its own; a gathering that is only mentioned has none."""
    return not (isinstance(item, Gathering) and item.mentioned_only)


def address_of(path: str) -> str:
    """Site address of a source file: ``a/index.md`` → ``a/``, ``a/b.md`` → ``a/b/``. One rule for all."""
    stem = path.removesuffix(".md")
    if stem == "index":
        return ""
    return stem.removesuffix("/index") + "/"


def address(item: Item) -> str:
    """Site address of an item; a gathering that is only mentioned stands on its programme's page."""
    if not has_page(item):
        return f"{item.path.rsplit('/', 2)[0]}/#{anchor_of(item)}"
    return address_of(item.path)


def address_at(item: Item, place: str) -> str:
    """Site address of a part of an item's page; of the item itself where it has no page of its own."""
    whole = address(item)
    return whole if "#" in whole else f"{whole}#{place}"


def key_of(address: str) -> str:
    """An address as it is compared: to some machines capitals and small letters are the same."""
    return unicodedata.normalize("NFC", address).casefold()


def anchor_of(item: Item) -> str:
    """Where an item stands on its programme's page: ``samlinger_personalsamling-1``; no heading has such an id."""
    return "_".join(item.path.removesuffix(".md").split("/")[-2:])
