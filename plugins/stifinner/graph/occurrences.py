"""When the gatherings of a programme take place: the one module that reads their dates, for rules and for views.

A gathering's file says what it is about, and may say when it is. A cohort's file says when the gatherings are for that
cohort; what it does not say of them is as in the gathering's own file.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..dates.when import OPEN, When
from ..model.cohort import Cohort
from ..model.gathering import Gathering
from ..model.schedule.entries import ScheduleEntry
from .cohorts import order_cohorts
from .order import group_modules, merge_paths, order_stops
from .places import Places
from .schedules import nearest, placed, stops_of
from .stops import Occurrence, Stop, distinct, same_time, when_of

Linked = Mapping[str, Mapping[str, str]]
"""Path of a file → each link target as written → path of the file it means (``Links.files``)."""


@dataclass(frozen=True)
class Occurrences:
    """All occurrences of the gatherings of a programme."""

    path: tuple[Stop, ...] = ()
    """The way through the programme, whichever cohort somebody is in."""
    cohorts: tuple[Cohort, ...] = ()
    """In order of time."""
    paths: Mapping[str, tuple[Stop, ...]] = field(default_factory=dict)
    """Id of a cohort → its way."""

    def stop(self, gathering: Gathering) -> Stop:
        """Give a gathering as one stop, whichever cohort somebody is in."""
        return self._stops[gathering.id]

    def stops_in(self, cohort: Cohort, gathering: Gathering) -> tuple[Stop, ...]:
        """Give the stops of a gathering on a cohort's way; none where the cohort does not have it."""
        return self._stops_of.get((cohort.id, gathering.id), ())

    @cached_property
    def all(self) -> tuple[Stop, ...]:
        """Every stop of everyone and of each cohort, once; those whose day is known come first, by day.

        A cohort that is over has no date to come.
        """
        stops = distinct(self._in_cohorts()) if self.cohorts else self.path
        dated = [stop for stop in stops if stop.start]
        return (*sorted(dated, key=lambda stop: (stop.start, stop.end)), *(stop for stop in stops if not stop.start))

    def _in_cohorts(self) -> Iterator[Stop]:
        for cohort in self.cohorts:
            yield from (stop for stop in self.paths[cohort.id] if stop.start or cohort.state != "completed")

    @cached_property
    def _stops_of(self) -> Mapping[tuple[str, str], tuple[Stop, ...]]:
        """Ids of a cohort and a gathering → the stops of the gathering on the cohort's way."""
        found: dict[tuple[str, str], list[Stop]] = {}
        for cohort, path in self.paths.items():
            for stop in path:
                found.setdefault((cohort, stop.id), []).append(stop)
        return {key: tuple(stops) for key, stops in found.items()}

    @cached_property
    def _stops(self) -> Mapping[str, Stop]:
        """Id of a gathering → all of it as one stop."""
        by_id: dict[str, list[Stop]] = {}
        for stop in self.path:
            by_id.setdefault(stop.id, []).append(stop)
        return {id: _joined(stops) for id, stops in by_id.items()}


def resolve_occurrences(
    gatherings: Sequence[Gathering], cohorts: Sequence[Cohort], linked: Linked, places: Places
) -> Occurrences:
    """Resolve when and where the gatherings of a programme take place, and put them in order."""
    return _Resolver(gatherings, cohorts, linked, places).resolve()


def own_stops(gathering: Gathering) -> tuple[Stop, ...]:
    """Give the stops that a gathering's own file describes."""
    if gathering.schedule:
        return tuple(stops_of(gathering, gathering.schedule[0], None, ()))
    clock = gathering.time or gathering.date.clock
    says = nearest(gathering)
    if not gathering.date.dates:
        return (Stop(gathering, gathering.date, (Occurrence(gathering.date, clock, says),)),)
    days = (When("day", day, day) for day in gathering.date.dates)
    return (Stop(gathering, gathering.date, tuple(Occurrence(day, clock, says) for day in days), "series"),)


def begin_cohort(gatherings: Sequence[Gathering], cohorts: Sequence[Cohort]) -> Iterator[tuple[Gathering, str]]:
    """Give the gatherings that a new cohort has to date, each with its own date, or empty where it has none.

    The first cohort takes over the dates that stand in the gatherings; for a later one they go on being everyone's.
    """
    for gathering in gatherings:
        is_open = all(stop.when.kind == "open" for stop in own_stops(gathering))
        if not gathering.cohorts and (is_open or (not cohorts and gathering.date.start)):
            yield gathering, "" if is_open else gathering.date.text


class _Resolver:
    """Resolves the schedules of a programme's cohorts and gatherings."""

    def __init__(
        self, gatherings: Sequence[Gathering], cohorts: Sequence[Cohort], linked: Linked, places: Places
    ) -> None:
        self._gatherings = gatherings
        self._linked, self._places = linked, places
        paths = {gathering.path: gathering.id for gathering in gatherings}
        self._entries: dict[tuple[str, str], ScheduleEntry] = {}
        """Ids of cohort and gathering → what the cohort's schedule says of it; of several points the first."""
        self._listed: dict[str, list[str]] = {cohort.id: [] for cohort in cohorts}
        """Id of a cohort → ids of gatherings, in the order of its schedule."""
        for cohort in cohorts:
            for entry in cohort.schedule:
                if entry.gathering and (id := paths.get(self._target(cohort, entry.gathering.target))):
                    self._entries.setdefault((cohort.id, id), entry)
                    self._listed[cohort.id].append(id)
        self._own = {gathering.id: placed(own_stops(gathering), places) for gathering in gatherings}
        self._dated: dict[tuple[str, str], tuple[Stop, ...]] = {}
        """Ids of cohort and gathering → the stops that the cohort's file dates."""
        self._unordered = cohorts
        self._by_path = {cohort.path: cohort for cohort in cohorts}
        self._guests: dict[tuple[str, str], list[Cohort]] = {}
        """Ids of a cohort and a gathering → the other cohorts that meet with it, as their files say."""
        for guest in cohorts:
            for gathering in gatherings:
                said = self._entries.get((guest.id, gathering.id))
                if said and said.form == "shared" and (host := self._host(guest, said)) and host is not guest:
                    self._guests.setdefault((host.id, gathering.id), []).append(guest)

    def resolve(self) -> Occurrences:
        """Resolve everything."""
        ways = {cohort.id: tuple(self._stops_in(cohort)) for cohort in self._unordered}
        cohorts = order_cohorts(self._unordered, ways)
        paths = {one.id: group_modules(order_stops(ways[one.id], self._listed[one.id])) for one in cohorts}
        if not cohorts:
            own = (stop for stops in self._own.values() for stop in stops)
            return Occurrences(group_modules(order_stops(tuple(own))))
        # Those that are over count only for gatherings that no other cohort has.
        first = sorted(cohorts, key=lambda cohort: cohort.state == "completed")
        count = sum(cohort.state != "completed" for cohort in cohorts)
        return Occurrences(self._whole_path([paths[cohort.id] for cohort in first], count), tuple(cohorts), paths)

    def _target(self, cohort: Cohort, written: str) -> str:
        """Give the path of the file that a link in a cohort's file means; empty where it means none."""
        return self._linked.get(cohort.path, {}).get(written, "")

    def _stops_in(self, cohort: Cohort) -> Iterator[Stop]:
        """Give the stops of a cohort's way, in no order."""
        for gathering in self._gatherings:
            entry = self._entries.get((cohort.id, gathering.id))
            if entry is None:
                if not gathering.cohorts or cohort.id in gathering.cohorts:
                    yield from self._own[gathering.id]
            elif entry.form == "shared":
                yield from self._stops_dated(self._host(cohort, entry) or cohort, gathering)
            elif entry.form != "absent":
                yield from self._stops_dated(cohort, gathering)

    def _host(self, cohort: Cohort, entry: ScheduleEntry) -> Cohort | None:
        """Find the cohort in whose file the date of a shared gathering stands; None where the link means none."""
        return self._by_path.get(self._target(cohort, entry.shared_with.target)) if entry.shared_with else None

    def _stops_dated(self, cohort: Cohort, gathering: Gathering) -> tuple[Stop, ...]:
        """Give the stops of a gathering that a cohort's file dates; made once, so that who shares them has the same."""
        key = (cohort.id, gathering.id)
        if key not in self._dated:
            entry = self._entries.get(key)
            together = (cohort, *self._guests.get(key, ()))
            if entry is None or entry.form in {"shared", "absent"}:
                # Nothing is dated here, which is told: a day of which nothing is known.
                self._dated[key] = (Stop(gathering, OPEN, (Occurrence(),), cohorts=together),)
            else:
                self._dated[key] = placed(stops_of(gathering, entry, cohort, together), self._places)
        return self._dated[key]

    def _whole_path(self, paths: Sequence[Sequence[Stop]], count: int) -> tuple[Stop, ...]:
        """Give the way whichever cohort somebody is in. ``paths``: of all cohorts, first the ``count`` that go on."""
        ways: dict[str, list[list[Stop]]] = {}
        for number, path in enumerate(paths):
            by_id: dict[str, list[Stop]] = {}
            for stop in path:
                by_id.setdefault(stop.id, []).append(stop)
            for id, stops in by_id.items():
                if number < count or id not in ways:
                    ways.setdefault(id, []).append(stops)
        for gathering in self._gatherings:
            # Its own date is for everyone but the cohorts that have another.
            own = self._own[gathering.id]
            others = all(stops[0] is not own[0] for stops in ways.get(gathering.id, ()))
            if gathering.id in ways and others and own[0].when.kind != "open" and not gathering.cohorts:
                ways[gathering.id].append(list(own))
        lost = [gathering.id for gathering in self._gatherings if gathering.id not in ways]
        order = [*merge_paths([stop.id for stop in path] for path in paths), *lost]
        return tuple(stop for id in order for stop in _whole(ways.get(id, []), count) or self._own[id])


def _whole(ways: Sequence[Sequence[Stop]], count: int) -> tuple[Stop, ...]:
    """Give the stops of a gathering whichever cohort somebody is in.

    ``ways``: its stops, cohort by cohort; ``count``: how many cohorts there are. What some of them do not have, varies.
    """
    if not ways:
        return ()
    first, *others = ways
    if len(ways) >= count and all(len(way) == len(first) and all(map(same_time, first, way)) for way in others):
        # A day that several cohorts have, each in its own file, is as one for everyone; they do not meet for that.
        alone = any(way[0] is not first[0] for way in others)
        return tuple(replace(stop, cohorts=()) if alone else stop for stop in first)
    stops = distinct(stop for way in ways for stop in way)
    if len(ways) >= count and all(_is_open(stop) for stop in stops):
        return (Stop(first[0].gathering, OPEN, (Occurrence(),)),)
    return (Stop(first[0].gathering, OPEN, (), "varies", varying=stops),)


def _is_open(stop: Stop) -> bool:
    """Tell whether nothing is known of when a stop is, nor that it changed or is several."""
    return stop.form == "once" and all(one.when.kind == "open" and not one.says.moved_from for one in stop.occurrences)


def _joined(stops: Sequence[Stop]) -> Stop:
    """Give all parts of a gathering as one stop."""
    if len(stops) == 1:
        return stops[0]
    first = stops[0]
    occurrences = tuple(occurrence for stop in stops for occurrence in stop.occurrences)
    return replace(first, when=when_of(occurrences), occurrences=occurrences, numbers=tuple(range(1, first.of + 1)))
