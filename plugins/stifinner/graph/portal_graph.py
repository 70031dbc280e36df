"""The graph itself, and the few questions that views ask it."""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..model.article import Article
from ..model.focus_area import FocusArea
from ..model.gathering import Gathering
from ..model.inspiration import Inspiration
from ..model.item import Item
from ..model.portal import Portal
from ..model.programme import Programme
from ..model.resource import Resource
from ..model.role import Role
from ..model.sheet import Sheet
from ..model.track import Track
from .pictures import NO_PICTURES, Pictures


@dataclass(frozen=True)
class ProgrammeParts:
    """A programme with all that belongs to it, in the order it is shown."""

    programme: Programme
    tracks: tuple[Track, ...]
    roles: tuple[Role, ...]
    gatherings: tuple[Gathering, ...]
    """In order of time, as far as it is known."""
    focus_areas: tuple[FocusArea, ...]
    resources: tuple[Resource, ...]
    inspirations: tuple[Inspiration, ...]
    sheets: tuple[Sheet, ...]
    articles: tuple[Article, ...]

    def role(self, id: str) -> Role | None:
        """The role of that id."""
        return self._roles.get(id)

    def track(self, id: str) -> Track | None:
        """The track of that id."""
        return next((track for track in self.tracks if track.id == id), None)

    def gathering(self, id: str) -> Gathering | None:
        """The gathering of that id."""
        return self._gatherings.get(id)

    @cached_property
    def _roles(self) -> Mapping[str, Role]:
        return {role.id: role for role in self.roles}

    @cached_property
    def _gatherings(self) -> Mapping[str, Gathering]:
        return {gathering.id: gathering for gathering in self.gatherings}


@dataclass(frozen=True)
class Graph:
    """Everything the content says, each thing once."""

    portal: Portal
    programmes: tuple[ProgrammeParts, ...]
    """In the order they are shown; umbrellas last."""
    by_id: Mapping[str, ProgrammeParts]
    editions: Mapping[str, tuple[ProgrammeParts, ...]]
    """Umbrella's id → its local editions."""
    resources: tuple[Resource, ...]
    """Shared by all programmes."""
    inspirations: tuple[Inspiration, ...]
    """Shared by all programmes."""
    articles: tuple[Article, ...]
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


def address_of(path: str) -> str:
    """Site address of a source file: ``a/index.md`` → ``a/``, ``a/b.md`` → ``a/b/``. One rule for all."""
    stem = path.removesuffix(".md")
    if stem == "index":
        return ""
    return stem.removesuffix("/index") + "/"


def address(item: Item) -> str:
    """Site address of an item; a gathering that is only mentioned stands on its programme's page."""
    if isinstance(item, Gathering) and item.mentioned_only:
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
