"""Where something is, as pages show it."""

from dataclasses import dataclass
from urllib.parse import quote_plus

from ...graph.places import PlaceAt
from ...graph.portal_graph import address
from .link import Link

_MAP = "https://www.openstreetmap.org/search?query="
"""Address of a map, to which an address is added. Only whoever follows the link asks there for anything."""


@dataclass(frozen=True)
class PlaceShown:
    """A place of which more is known than its name. Fields that are empty are not shown."""

    name: str
    """«Storeneset bibliotek»."""
    room: str = ""
    address: str = ""
    """«Storgata 1, 0000 Lyngvåg»."""
    page: Link | None = None
    """The place's own page."""
    map: Link | None = None

    @property
    def line(self) -> str:
        """All of it in one line, for paper."""
        return ", ".join(filter(None, (self.name, self.room, self.address)))


def line_of(place: str, at: PlaceShown | None) -> str:
    """Give all that is known of a place in one line. ``place``: its words; ``at``: what more is known."""
    return at.line if at else place


def compose_place(at: PlaceAt, map_word: str) -> PlaceShown | None:
    """Compose a place; None where its words say all that is known. ``map_word``: what a link to a map is called."""
    if at.place is None and not at.address:
        return None
    page = Link(at.name, address(at.place)) if at.place else None
    return PlaceShown(at.name, at.room, at.address, page, map_of(at, map_word))


def map_of(at: PlaceAt, word: str) -> Link | None:
    """Give a link to a map: the one that the place's file names, or a search for its address; None without both."""
    if at.place and at.place.map:
        return Link(word, at.place.map)
    return Link(word, _MAP + quote_plus(at.address)) if at.address else None
