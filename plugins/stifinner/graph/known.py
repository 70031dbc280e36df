"""What references may mean: every file of a kind, by programme; and which items refer to which."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from ..dates.when import When
from ..language.misread import Misread
from ..language.phrases import Phrases
from ..model.item import Item, ItemList, Reference
from ..model.kinds import KINDS, place_of
from ..model.references import Refers, references_of
from ..model.schedule.entries import ScheduledDate
from ..model.schedule.places import PlaceWords
from ..model.sheet import CoreElements
from ..source.source_file import SourceFile
from .focus import lone_target
from .links import meant_path
from .places import Places


class _Group(NamedTuple):
    """The files of one kind in one programme."""

    programme: str
    """Id; empty for what lies outside the programmes, and for programmes themselves."""
    kind: str


class Known:
    """The files that references may mean, by programme and kind.

    Built from source files, not from items: a file with mistakes may have no item, and references to it are still
    right. So one mistake is told once.
    """

    def __init__(self, sources: Sequence[SourceFile], phrases: Phrases) -> None:
        self._sources, self._phrases = sources, phrases
        self._choices: dict[tuple[str, Refers], Mapping[str, str]] = {}

    @cached_property
    def _files(self) -> dict[_Group, dict[str, SourceFile]]:
        """Group → id → file. A file in a misspelt folder counts for the folder that was meant."""
        files: dict[_Group, dict[str, SourceFile]] = {}
        for source in self._sources:
            try:
                place = place_of(meant_path(source.path, self._phrases), self._phrases)
            except Misread:
                continue
            programme = "" if KINDS[place.kind].lies == "home" else place.programme
            files.setdefault(_Group(programme, place.kind), {})[place.id] = source
        return files

    def choices(self, programme: str, refers: Refers) -> Mapping[str, str]:
        """Give id → title of everything that a reference may mean.

        ``programme``: id of the programme the reference stands in; empty outside all programmes.
        """
        if (programme, refers) not in self._choices:
            groups = _groups_meant(programme, refers)
            by_id = {id: source for group in groups for id, source in self._files.get(group, {}).items()}
            self._choices[programme, refers] = {id: source.title for id, source in sorted(by_id.items())}
        return self._choices[programme, refers]

    def path(self, programme: str, refers: Refers, id: str) -> str:
        """Find the path of the file that an id means; empty where there is none.

        A programme's own file comes before a shared one of the same id.
        """
        candidates = (self._files.get(group, {}).get(id) for group in reversed(_groups_meant(programme, refers)))
        return next((source.path for source in candidates if source), "")


def _groups_meant(programme: str, refers: Refers) -> tuple[_Group, ...]:
    """Give the groups of files that a reference may mean: the shared one first, the programme's own last."""
    shared = (_Group("", refers.to),) if refers.shared and programme else ()
    return (*shared, _Group(programme, refers.to))


def parts_in(value: object, refers: Refers) -> Iterator[object]:
    """Give what a reference is about: the whole value of a fact or section, or one attribute of each of its points."""
    if not refers.part:
        yield value
        return
    for point in value if isinstance(value, tuple) else ():
        part = getattr(point, refers.part)
        yield from part if isinstance(part, tuple) else (part,)


def ids_in(value: object) -> tuple[str, ...]:
    """Give the ids in the value of a fact; a date such as «etter samling-1» has one too. Words of a place are none."""
    if isinstance(value, PlaceWords):
        return ()
    if isinstance(value, ScheduledDate):
        value = value.when
    if isinstance(value, When):
        value = value.refers_to
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(id for id in value if isinstance(id, str)) if isinstance(value, tuple) else ()


def points_in(value: object) -> Iterator[Reference]:
    """Give the points of a section, each as a reference; of a point without a link, the target is empty."""
    if isinstance(value, Reference):
        yield value
    if isinstance(value, PlaceWords) and value.link:
        yield value.link
    if isinstance(value, CoreElements):
        yield from (element.reference for element in value.parts)
    for point in value.items if isinstance(value, ItemList) else ():
        if isinstance(point, Reference):
            yield point
        elif hasattr(point, "target"):
            yield Reference(point.name, point.target, point.line)
        else:
            yield Reference(point.plain, lone_target(point), point.line)


def users_of(
    items: Sequence[Item], files: Mapping[str, Mapping[str, str]], known: Known, places: Places
) -> dict[str, tuple[Item, ...]]:
    """Find the back-links: path of an item → the items that refer to it, by a fact or in a section.

    ``files``: path of a file → each link target as written → path of the file it means (``Links.files``).
    """
    users: dict[str, dict[str, Item]] = {}
    for item in items:
        for attribute, refers in references_of(type(item)):
            parts = tuple(parts_in(getattr(item, attribute), refers))
            paths = [known.path(item.programme, refers, id) for part in parts for id in ids_in(part)]
            named = (places.find(item.programme, part) for part in parts if isinstance(part, PlaceWords))
            paths += [meant.place.path for meant in named if meant]
            paths += [files[item.path].get(point.target, "") for part in parts for point in points_in(part)]
            for path in paths:
                users.setdefault(path, {})[item.path] = item
    return {path: tuple(by_path.values()) for path, by_path in users.items() if path}
