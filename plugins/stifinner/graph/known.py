"""Every thing that there is a file for, by programme and kind: what references may mean."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from ..dates.when import When
from ..language.misread import Misread
from ..language.phrases import Phrases
from ..model.item import Item, ItemList, Reference
from ..model.kinds import KINDS, place_of
from ..model.references import Refers, references_of
from ..model.sheet import CoreElements
from ..source.source_file import SourceFile
from .focus import lone_target
from .links import meant_path


class Known:
    """Things by programme and kind, also those of files with mistakes in them: one mistake is told once."""

    def __init__(self, sources: Sequence[SourceFile], phrases: Phrases) -> None:
        self._sources, self._phrases = sources, phrases
        self._choices: dict[tuple[str, Refers], Mapping[str, str]] = {}

    @cached_property
    def _things(self) -> dict[tuple[str, str], dict[str, SourceFile]]:
        things: dict[tuple[str, str], dict[str, SourceFile]] = {}
        for source in self._sources:
            try:
                place = place_of(meant_path(source.path, self._phrases), self._phrases)
            except Misread:
                continue
            programme = "" if KINDS[place.kind].lies == "home" else place.programme
            things.setdefault((programme, place.kind), {})[place.id] = source
        return things

    def choices(self, programme: str, refers: Refers) -> Mapping[str, str]:
        """Id → title of all that a reference in a programme may mean."""
        if (programme, refers) not in self._choices:
            places = _places(programme, refers)
            found = {id: source for place in places for id, source in self._things.get(place, {}).items()}
            self._choices[programme, refers] = {id: source.title for id, source in sorted(found.items())}
        return self._choices[programme, refers]

    def path(self, programme: str, refers: Refers, id: str) -> str:
        """The file that an id means, or empty; a programme's own comes before one that all share."""
        found = (self._things.get(place, {}).get(id) for place in reversed(_places(programme, refers)))
        return next((source.path for source in found if source), "")


def _places(programme: str, refers: Refers) -> tuple[tuple[str, str], ...]:
    """Programme and kind of what may be meant, the nearest last."""
    shared = (("", refers.to),) if refers.shared and programme else ()
    return (*shared, (programme, refers.to))


def ids_in(value: object) -> tuple[str, ...]:
    """The ids that a fact has; a date may be told by one."""
    if isinstance(value, When):
        value = value.refers_to
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(id for id in value if isinstance(id, str)) if isinstance(value, tuple) else ()


def points_in(value: object) -> Iterator[Reference]:
    """The points of a section, each as a reference: target empty where it is none."""
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
    items: Sequence[Item], files: Mapping[str, Mapping[str, str]], known: Known
) -> dict[str, tuple[Item, ...]]:
    """Path of a thing → the items that mean it, by a fact or in a section.

    ``files``: path of a file → each link target as written → path of the file it means.
    """
    users: dict[str, dict[str, Item]] = {}
    for item in items:
        for attribute, refers in references_of(type(item)).items():
            value = getattr(item, attribute)
            paths = [known.path(item.programme, refers, id) for id in ids_in(value)]
            paths += [files[item.path].get(point.target, "") for point in points_in(value)]
            for path in paths:
                users.setdefault(path, {})[item.path] = item
    return {path: tuple(found.values()) for path, found in users.items() if path}
