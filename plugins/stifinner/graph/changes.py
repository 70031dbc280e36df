"""What has changed in a programme, as its files tell it: what was moved or cancelled, is known at last, or is new.

A change without the day on which it was told (``meldt``) is none: nobody knows when it became one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from ..dates.when import When
from ..model.cohort import Cohort
from ..model.gathering import Gathering
from ..model.item import Item, ItemList, Reference
from ..model.role import Role
from .former import first_name
from .portal_graph import Graph, ProgrammeParts
from .stops import Occurrence, Stop
from .ways import concerns

ChangeSort = Literal["moved", "cancelled", "dated", "place", "presentation", "gathering"]
"""``dated``: its date is known at last; ``place``: it is elsewhere now; ``gathering``: it is new."""


@dataclass(frozen=True)
class Change:
    """Something that has changed."""

    told: date
    """The day on which it was told."""
    sort: ChangeSort
    programme: str
    """Id of its programme."""
    gathering: Gathering
    stop: Stop | None = None
    """Of a date, or a place: the mark on the path; None for what is new."""
    occurrences: tuple[Occurrence, ...] = ()
    """Those that have changed, of a stop with several perhaps not all. Empty for what is new."""
    cohorts: tuple[Cohort, ...] = ()
    """The cohorts whose it is; the one in whose file it stands comes first. Empty: everyone's."""
    presentation: Reference | None = None
    """The new presentation."""
    source: Item | None = None
    """In whose file the presentation stands."""

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from all others of its programme, also after a file or a folder was given another name.

        Two alternatives of one day, told on one day, have the same.
        """
        one = self.occurrences[0] if self.occurrences else None
        day = (one.says.moved_from or one.when).start if one else None
        return (
            first_name(self.gathering),
            first_name(self.cohorts[0]) if self.cohorts else "",
            self.sort,
            day.isoformat() if day else "",
            self.told.isoformat(),
            self.presentation.target if self.presentation else "",
        )


def changes_of(graph: Graph, parts: ProgrammeParts) -> tuple[Change, ...]:
    """Give all changes in a programme, newest first; of one day in order of time, and what is new last."""
    changes = [*_of_stops(parts), *_presentations(graph, parts), *_new_gatherings(parts)]
    return newest_first(changes)


def newest_first(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Sort changes by the day on which they were told; those of one day keep their order."""
    return tuple(sorted(changes, key=lambda change: change.told, reverse=True))


def changes_by_cohort(parts: ProgrammeParts, changes: Sequence[Change]) -> dict[str, tuple[Change, ...]]:
    """Give the changes of a programme that are about each cohort's way, or what it keeps: id of a cohort → its changes.

    They keep their order. What a cohort's way does not have is not looked at for it.
    """
    by_stop: dict[int, list[int]] = {}
    by_gathering: dict[str, list[int]] = {}
    kept: dict[str, list[int]] = {}
    for number, change in enumerate(changes):
        if change.stop:
            by_stop.setdefault(id(change.stop), []).append(number)
        elif change.cohorts:
            kept.setdefault(change.cohorts[0].id, []).append(number)
        else:
            by_gathering.setdefault(change.gathering.id, []).append(number)
    found = {}
    for cohort in parts.occurrences.cohorts:
        numbers = set(kept.get(cohort.id, ()))
        for stop in parts.occurrences.paths[cohort.id]:
            numbers.update(by_stop.get(id(stop), ()), by_gathering.get(stop.id, ()))
        found[cohort.id] = tuple(changes[number] for number in sorted(numbers))
    return found


def changes_for(changes: Sequence[Change], role: Role) -> tuple[Change, ...]:
    """Give the changes of gatherings that a role comes to or holds, in their order."""
    return tuple(change for change in changes if concerns(change.gathering, role))


def _of_stops(parts: ProgrammeParts) -> Iterator[Change]:
    """Give what was told of dates and places; occurrences of a stop that say the same are one change."""
    for stop in parts.occurrences.all:
        alike: dict[_Said, list[Occurrence]] = {}
        for one in stop.occurrences:
            if said := _said(stop, one):
                alike.setdefault(said, []).append(one)
        for said, some in alike.items():
            yield Change(said.told, said.sort, parts.programme.id, stop.gathering, stop, tuple(some), stop.cohorts)


class _Said(NamedTuple):
    """What was told of an occurrence."""

    told: date
    sort: ChangeSort
    moved_from: When | None
    reason: str | None
    place_before: str


def _said(stop: Stop, one: Occurrence) -> _Said | None:
    """Give what was told of an occurrence of a stop; None where nothing was, or nobody says when."""
    sort, told = _sort(stop, one), one.says.told
    if sort is None or told is None or told.start is None:
        return None
    return _Said(told.start, sort, one.says.moved_from, one.says.cancelled, one.says.place_before)


def _sort(stop: Stop, one: Occurrence) -> ChangeSort | None:
    """Tell what has changed of an occurrence; None where nothing has."""
    if one.is_cancelled:
        return "cancelled"
    if one.says.moved_from:
        return "moved"
    if one.says.place_before:
        return "place"
    # On top of a gathering's own file, «meldt» alone tells that the gathering is new.
    is_own = not stop.cohorts and not stop.gathering.schedule
    return "dated" if one.when.dated and not is_own else None


def _presentations(graph: Graph, parts: ProgrammeParts) -> Iterator[Change]:
    """Give the presentations that were told, from gatherings' own files and from cohorts'."""
    for gathering in parts.of(Gathering):
        yield from _told_of(gathering.presentations, parts, gathering, gathering, ())
    for cohort in parts.occurrences.cohorts:
        for one in cohort.from_gatherings:
            meant = graph.target(cohort, one.gathering.target)
            if isinstance(meant, Gathering) and meant.programme == cohort.programme:
                yield from _told_of(one.presentations, parts, meant, cohort, (cohort,))


def _told_of(
    presentations: ItemList[Reference],
    parts: ProgrammeParts,
    gathering: Gathering,
    source: Item,
    cohorts: tuple[Cohort, ...],
) -> Iterator[Change]:
    """Give the presentations of a section that were told; one that is still to come is not there to be opened."""
    for one in presentations.items:
        if one.told and one.target and not one.coming:
            programme = parts.programme.id
            yield Change(one.told, "presentation", programme, gathering, None, (), cohorts, one, source)


def _new_gatherings(parts: ProgrammeParts) -> Iterator[Change]:
    for one in parts.of(Gathering):
        changed = one.moved_from or one.place_before or one.cancelled is not None
        if one.told and one.told.start and not changed:
            yield Change(one.told.start, "gathering", parts.programme.id, one)
