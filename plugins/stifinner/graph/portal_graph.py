"""The graph itself, what views ask of it, and the one rule by which files become site addresses."""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from ..markdown.text import NO_TEXT
from ..model.gathering import Gathering
from ..model.item import Item
from ..model.portal import Portal
from ..model.programme import Programme
from ..model.role import Role
from .given import GivenWork
from .occurrences import Occurrences
from .pictures import NO_PICTURES, Pictures
from .places import Places
from .work import Way

Kind = TypeVar("Kind", bound=Item)
"""The class of a kind: who asks for ``Role`` gets roles. ``Kind`` in ``model/kinds.py`` is another thing."""
_Things = Mapping[type[Item], tuple[Item, ...]]
"""Class of a kind → the items of that kind, in the order they are shown."""


@dataclass(frozen=True)
class ProgrammeParts:
    """A programme with all that belongs to it."""

    programme: Programme
    things: _Things
    """Of each kind, in the order they are shown; gatherings in order of time, as far as it is known."""
    occurrences: Occurrences = field(default_factory=Occurrences)
    """When and where its gatherings take place."""
    works: Mapping[str, GivenWork] = field(default_factory=dict)
    """Id of a gathering → the work between that it gives."""
    named_roles: tuple[Role, ...] = ()
    """Roles that are named here, and not there to be read: drafts, where the portal is published."""

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Give the programme's items of a kind in the order they are shown: ``parts.of(Gathering)``."""
        return _of(self.things, kind)

    def find(self, kind: type[Kind], id: str) -> Kind | None:
        """Find the programme's item of a kind by its id; None where there is none."""
        found = self._by_id.get((kind, id))
        return found if isinstance(found, kind) else None

    @cached_property
    def way(self) -> Way:
        """The way through the programme, whichever cohort somebody is in, with all work on it."""
        return Way(self.occurrences.path, self.works)

    @cached_property
    def _by_id(self) -> Mapping[tuple[type[Item], str], Item]:
        """Class of a kind and id → item; an id is unique among the items of its kind only."""
        return {(kind, item.id): item for kind, items in self.things.items() for item in items}


@dataclass(frozen=True)
class Graph:
    """Everything the content says, each item once."""

    portal: Portal
    programmes: tuple[ProgrammeParts, ...]
    """In the order they are shown; umbrellas, which are programmes with local editions, last."""
    by_id: Mapping[str, ProgrammeParts]
    """Id of a programme → its parts."""
    editions: Mapping[str, tuple[ProgrammeParts, ...]]
    """Umbrella's id → its local editions."""
    things: _Things
    """Items that belong to no programme: shared by all, or beside the front page."""
    items: Mapping[str, Item]
    """Path → item."""
    links: Mapping[str, Mapping[str, str]]
    """Path of a file → each link target as written → site address, of pages and attachments alike."""
    linked: Mapping[str, Mapping[str, str]]
    """Path of a file → each link target as written → path of the file it means (items only)."""
    users: Mapping[str, tuple[Item, ...]]
    """Path of an item → the items that refer to it, by a fact or in a section."""
    pictures: Pictures = NO_PICTURES
    """What becomes of the pictures among the attachments."""
    places: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Address of a page → ids of the places on it that links of the content lead to."""
    known_places: Places = field(default_factory=Places)
    """Where gatherings are held: what the words of a place mean."""
    drafts: Collection[str] = frozenset()
    """Paths of the items that are drafts."""
    taken: Collection[str] = ()
    """Every address in use, as ``key_of`` gives it: pages, attachments, old addresses, what the portal makes itself."""

    def shared(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Give the items of a kind that belong to no programme."""
        return _of(self.things, kind)

    def all(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Give all items of a kind, programme by programme, and the shared ones last."""
        everywhere = [*(parts.things for parts in self.programmes), self.things]
        return tuple(item for things in everywhere for item in _of(things, kind))

    def parts_of(self, programme: str) -> ProgrammeParts | None:
        """Give the programme of that id with its parts; None where there is none, or the id is empty."""
        return self.by_id.get(programme)

    def editions_of(self, programme: str) -> tuple[ProgrammeParts, ...]:
        """Give the local editions of an umbrella. ``programme``: its id."""
        return self.editions.get(programme, ())

    def target(self, item: Item, written: str) -> Item | None:
        """Give the item that a link in ``item`` leads to; None for any other link. ``written``: its target."""
        path = self.linked.get(item.path, {}).get(written)
        return self.items.get(path) if path else None


EMPTY_GRAPH = Graph(
    portal=Portal(id="index", path="index.md", programme="", title="", summary=NO_TEXT, about=NO_TEXT),
    programmes=(),
    by_id={},
    editions={},
    things={},
    items={},
    links={},
    linked={},
    users={},
)
"""The graph of no content, for what every portal has."""


def _of(things: _Things, kind: type[Kind]) -> tuple[Kind, ...]:
    """Give the items of a kind, typed as its class: what stands under a class in ``things`` is of that class."""
    return cast("tuple[Kind, ...]", things.get(kind, ()))


def has_page(item: Item) -> bool:
    """Tell whether an item has a page of its own; a gathering that is only mentioned has none."""
    return not (isinstance(item, Gathering) and item.mentioned_only)


def address_of(path: str) -> str:
    """Give the site address of a content file: ``index.md`` → empty, ``a/index.md`` → ``a/``, ``a/b.md`` → ``a/b/``."""
    stem = path.removesuffix(".md")
    if stem == "index":
        return ""
    return stem.removesuffix("/index") + "/"


def address(item: Item) -> str:
    """Give the site address of an item; of a gathering that is only mentioned, its place on the programme's page."""
    if not has_page(item):
        # From ``programmer/x/samlinger/y.md`` to the programme's ``programmer/x/``.
        programme = item.path.rsplit("/", 2)[0]
        return f"{programme}/#{anchor_of(item)}"
    return address_of(item.path)


def address_at(item: Item, place: str) -> str:
    """Give the site address of a place on an item's page; of the item itself where it has no page of its own.

    ``place``: id of an element on the page.
    """
    whole = address(item)
    return whole if "#" in whole else f"{whole}#{place}"


def key_of(address: str) -> str:
    """Give the form in which addresses are compared.

    Some file systems see no difference of capitals, or between «å» as one character and as «a» with a ring.
    """
    return unicodedata.normalize("NFC", address).casefold()


def anchor_of(item: Item) -> str:
    """Give the id of an item's place on its programme's page: ``samlinger_personalsamling-1``.

    The «_» keeps it apart from the ids of headings, which never have one.
    """
    return "_".join(item.path.removesuffix(".md").split("/")[-2:])
