"""Which place the words of a fact or a line mean, and what is known of where something is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..model.item import Item
from ..model.place import Place
from ..model.schedule.circumstances import Practicalities
from ..model.schedule.places import PlaceWords
from .names import Names

_Linked = Mapping[str, Mapping[str, str]]
"""Path of a file → each link target as written → path of the file it means (``Links.files``)."""


@dataclass(frozen=True)
class PlaceAt:
    """Where something is, as far as it is known."""

    place: Place | None = None
    """None where the words mean no file."""
    name: str = ""
    """The place's title, or the words as they were written; empty where nothing is said."""
    room: str = ""
    address: str = ""

    @property
    def words(self) -> str:
        """Name and room: «Storeneset bibliotek, sal 2»; the address where it has no name."""
        return ", ".join(filter(None, (self.name, self.room))) or self.address

    @property
    def line(self) -> str:
        """All of it: «Storeneset bibliotek, sal 2, Storgata 1, 0000 Lyngvåg»; empty where nothing is known."""
        return ", ".join(filter(None, (self.words, self.address if self.name else "")))


NOWHERE = PlaceAt()
"""Where something is of which nothing is said."""


@dataclass(frozen=True)
class PlaceMeant:
    """What words mean."""

    place: Place
    room: str
    """What follows its name; or empty."""


class Places:
    """The places of a portal. ``linked``: what links lead to, as ``Links.files``."""

    def __init__(self, places: Iterable[Place] = (), linked: _Linked | None = None) -> None:
        self._linked = linked or {}
        self.all = tuple(places)
        self._by_path = {place.path: place for place in self.all}
        by_programme: dict[str, list[Place]] = {}
        for place in self.all:
            by_programme.setdefault(place.programme, []).append(place)
        self._names = {id: Names((one, (one.title, one.id)) for one in some) for id, some in by_programme.items()}

    def find(self, programme: str, words: PlaceWords) -> PlaceMeant | None:
        """Find the place that words mean: by their link, or by the id or title that they begin with; None: no place.

        A programme's own place comes before a shared one of the same name. ``programme``: id of the one that the words
        are about.
        """
        if words.link and words.link.target:
            path = self._linked.get(words.file, {}).get(words.link.target, "")
            place = self._by_path.get(path)
            return PlaceMeant(place, words.link.after) if place else None
        for end in beginnings(words):
            for names in self._names_in(programme):
                found = names.find(words[:end])
                if found:
                    id = words[:end].strip().casefold()
                    return PlaceMeant(next((one for one in found if one.id == id), found[0]), words[end + 1 :].strip())
        return None

    def at(self, programme: str, says: Practicalities) -> PlaceAt:
        """Tell where something is, by what is said of it. ``programme``: id of the one that it is in."""
        meant = self.find(programme, says.place)
        if meant is None:
            return PlaceAt(None, str(says.place), "", says.address)
        place = meant.place
        return PlaceAt(place, place.title, meant.room or place.room, place.address or says.address)

    def before(self, programme: str, says: PlaceWords) -> PlaceAt:
        """Tell where something was to be at first."""
        return self.at(programme, Practicalities.model_construct(place=says))

    def in_programme(self, programme: str) -> tuple[Place, ...]:
        """Give the places that words in a programme may mean, its own first."""
        shared = tuple(one for one in self.all if not one.programme)
        return (*(one for one in self.all if programme and one.programme == programme), *shared)

    def _names_in(self, programme: str) -> Iterator[Names[Place]]:
        for id in dict.fromkeys((programme, "")):
            if id in self._names:
                yield self._names[id]


def place_at(places: Places, item: Item, says: Practicalities) -> PlaceAt:
    """Tell where something is. ``item``: what it is about; ``says``: what is said of it, there or nearer."""
    return places.at(item.programme, says)


def beginnings(words: str) -> Iterator[int]:
    """Give the indices at which a name may end, the last first: at commas, and at the end."""
    yield len(words)
    yield from (index for index in range(len(words) - 1, -1, -1) if words[index] == ",")
