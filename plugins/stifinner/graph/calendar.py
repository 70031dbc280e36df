"""What stands in calendars: each day of an occurrence, and each deadline, under a name that it keeps for good.

A calendar knows an entry by its name alone. So the name is made of what does not change when a date is moved, a file is
renamed or the portal gets a new address: the oldest names of files, and the day that was told first.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from functools import cached_property
from typing import Literal
from urllib.parse import quote

from ..dates.when import When
from ..language.slugs import slugify
from ..markdown.text import Text
from ..model.cohort import Cohort
from ..model.gathering import Gathering
from ..model.item import Item
from ..model.portal import Portal
from ..model.role import Role
from .former import first_name, formers_of
from .portal_graph import Graph, ProgrammeParts
from .schedules import joining
from .stops import Occurrence, Stop, distinct
from .ways import is_for, way_of, way_of_role
from .work import Due, Way, Work, day_of

_FIRST_NUMBER = date(2020, 1, 1)
"""The day from which the numbers of changes are counted."""
About = Literal["", "work", "deadline"]
"""What an entry is about: a gathering (empty), work between that is due, or the last day to sign up."""


@dataclass(frozen=True)
class CalendarKey:
    """What names an entry in calendars."""

    programme: str
    """The oldest name of the programme, as of the gathering and the cohort."""
    gathering: str
    """Empty for what is about a whole cohort or programme."""
    cohort: str
    """The cohort in whose file the date stands; empty for a gathering's own date."""
    day: date
    """The first day that was told."""
    clock: time | None = None
    """The first clock time that was told; only where several entries of the gathering share the day."""
    place: str = ""
    """The first place that was told, as a slug; only where several share the clock time too."""
    about: About = ""

    def uid(self, portal: str) -> str:
        """Give the name as calendars have it (``UID``, RFC 5545). ``portal``: the portal's own word for calendars."""
        parts = [self.programme, self.gathering, self.cohort, f"{self.day:%Y%m%d}"]
        parts += [f"{self.clock:%H%M}" if self.clock else "", self.place, self.about]
        return ".".join(quote(part, safe="").replace(".", "%2E") for part in parts).rstrip(".") + f"@{portal}"

    @property
    def file(self) -> str:
        """Name of the entry's own file, without ending: «kull-1-2026-11-03»; it is as lasting as the key."""
        parts = [self.cohort, self.day.isoformat(), f"{self.clock:%H%M}" if self.clock else "", self.place]
        return "-".join(filter(None, parts))


def portal_word(portal: Portal) -> str:
    """Give the portal's own word for calendars; where it has none, one that all such portals share, which is told."""
    return portal.calendar_key or "stifinner"


@dataclass(frozen=True)
class DatedEntry:
    """A day, or days on end, of one occurrence."""

    key: CalendarKey
    stop: Stop
    occurrence: Occurrence
    day: When
    """One day, or days on end."""

    @property
    def number(self) -> int:
        """Number that rises with each change that is told (``SEQUENCE``, RFC 5545)."""
        return number_of(self.occurrence.says.told)


@dataclass(frozen=True)
class DueEntry:
    """The last day for work between, or for signing up."""

    key: CalendarKey
    day: date
    gathering: Gathering | None
    """The gathering that gives the work, or that one signs up for; None for a whole cohort."""
    cohorts: tuple[Cohort, ...]
    """The cohorts whose day it is; empty: everyone's."""
    steps: tuple[Text, ...] = ()
    """What to do, where steps of the work are due by themselves; empty: the whole work, or signing up."""
    told: When | None = None
    """The day that the change of the day was told."""

    @property
    def number(self) -> int:
        """As ``DatedEntry.number``."""
        return number_of(self.told)


def number_of(told: When | None) -> int:
    """Count the days from the first day of 2020 to the day that a change was told; 0 where none was."""
    return max(0, (told.start - _FIRST_NUMBER).days) if told and told.start else 0


@dataclass(frozen=True)
class WayDates:
    """What stands in the calendar of one way through a programme, in order of time."""

    dated: tuple[DatedEntry, ...]
    due: tuple[DueEntry, ...]
    """The last days for work on the way, and for signing up to it and to its stops."""


@dataclass(frozen=True)
class ProgrammeCalendar:
    """All that stands in the calendars of one programme."""

    parts: ProgrammeParts
    oldest: Mapping[str, tuple[str, str]]
    """Path of an item → the oldest names of its programme and of itself."""
    dated: Mapping[int, tuple[DatedEntry, ...]] = field(repr=False)
    """``id`` of a stop → its entries."""
    _ways: dict[tuple[str, str], WayDates] = field(default_factory=dict, repr=False)
    """Ids of a cohort and a role → what stands in their calendar, once it was asked for."""

    def of(self, cohort: Cohort | None = None, role: Role | None = None) -> WayDates:
        """Give what stands in the calendar of a way: of a cohort, of a role in it or outside, or of the programme."""
        key = (cohort.id if cohort else "", role.id if role else "")
        if key not in self._ways:
            self._ways[key] = self._of(cohort, role)
        return self._ways[key]

    def _of(self, cohort: Cohort | None, role: Role | None) -> WayDates:
        occurrences = self.parts.occurrences
        if role:
            way = way_of_role(self.parts, role, cohort)
        elif cohort:
            way = way_of(self.parts, occurrences.paths[cohort.id])
        elif occurrences.cohorts:
            of_all = [one for some in occurrences.cohorts for one in self.of(some).due]
            return WayDates(self._entries(occurrences.all), _merged(of_all))
        else:
            way = self.parts.way
        comes = role is None or any(is_for(stop.gathering, role) for stop in way.stops)
        joins = comes and (cohort or not occurrences.cohorts)
        due = (*self._work(way), *self._sign_ups(way.stops), *(self._joining(cohort) if joins else ()))
        return WayDates(self._entries(way.stops), _merged(due))

    def _entries(self, stops: Iterable[Stop]) -> tuple[DatedEntry, ...]:
        """Give the entries of stops, in order of time; those without a known day have none."""
        found = [entry for stop in stops for entry in self.dated.get(id(stop), ())]
        return tuple(sorted(found, key=_by_time))

    def days_of(self, gathering: Gathering) -> tuple[DatedEntry, ...]:
        """Give the entries of a gathering, whichever cohort they are for, in order of time."""
        return tuple(sorted(self._by_gathering.get(gathering.id, ()), key=_by_time))

    @cached_property
    def _by_gathering(self) -> Mapping[str, Sequence[DatedEntry]]:
        """Id of a gathering → its entries."""
        found: dict[str, list[DatedEntry]] = {}
        for entries in self.dated.values():
            found.setdefault(entries[0].stop.id, []).extend(entries)
        return found

    def _work(self, way: Way) -> Iterator[DueEntry]:
        for step in way.steps:
            if not step.work:
                continue
            for due, text in _due_days(step.work):
                day = due.day
                if day is None or not (due.when and due.when.exact):
                    continue
                meeting = due.stop if due.meant.written.on is None else None
                host = meeting.cohorts if meeting else ()
                first, told = _first_due(due, meeting) if meeting else (day, None)
                key = self._key(step.gathering, host[0] if host else None, first, "work")
                yield DueEntry(key, day, step.gathering, host, (text,) if text else (), told)

    def _sign_ups(self, stops: Iterable[Stop]) -> Iterator[DueEntry]:
        for stop in stops:
            for one in stop.held:
                when = one.says.deadline
                if when is None or not when.exact or when.start is None or when.end is None or one.is_cancelled:
                    continue
                own = stop.cohorts if when != stop.gathering.deadline else ()
                key = self._key(stop.gathering, own[0] if own else None, when.start, "deadline")
                yield DueEntry(key, when.end, stop.gathering, own)

    def _joining(self, cohort: Cohort | None) -> Iterator[DueEntry]:
        """Give the last day to join a cohort or the programme; a cohort without its own has the programme's."""
        when = joining(self.parts.programme, cohort).deadline
        if when and when.exact and when.start and when.end:
            own = cohort if cohort and cohort.deadline else None
            if own is None and self._is_over_by(when.start, cohort):
                return
            yield DueEntry(self._key(None, own, when.start, "deadline"), when.end, None, (own,) if own else ())

    def _is_over_by(self, day: date, cohort: Cohort | None) -> bool:
        """Tell whether a cohort, or the programme, is over before a day, so that the day is that of a later intake."""
        if "completed" in {self.parts.programme.state, cohort.state if cohort else ""}:
            return True
        ends = [stop.end for stop in (self.parts.occurrences.paths[cohort.id] if cohort else self.parts.way.stops)]
        known = [end for end in ends if end]
        return len(known) == len(ends) > 0 and max(known) < day

    def _key(self, gathering: Gathering | None, cohort: Cohort | None, day: date, about: About) -> CalendarKey:
        programme, name = self.oldest[(gathering or cohort or self.parts.programme).path]
        host = self.oldest[cohort.path][1] if cohort else ""
        return CalendarKey(programme, name if gathering else "", host, day, about=about)


def resolve_calendar(graph: Graph, parts: ProgrammeParts) -> ProgrammeCalendar:
    """Name all that stands in the calendars of a programme."""
    items: list[Item] = [parts.programme, *parts.of(Gathering), *parts.of(Cohort)]
    oldest = {item.path: _oldest(graph, item) for item in items}
    dated = [_Unnamed(stop, occurrence, day) for stop in parts.occurrences.all for occurrence, day in _days(stop)]
    found: dict[int, list[DatedEntry]] = {}
    for key, one in _named(dated, oldest):
        found.setdefault(id(one.stop), []).append(DatedEntry(key, one.stop, one.occurrence, one.day))
    return ProgrammeCalendar(parts, oldest, {stop: tuple(entries) for stop, entries in found.items()})


@dataclass(frozen=True)
class _Unnamed:
    """A day of an occurrence, with what was told of it at first."""

    stop: Stop
    occurrence: Occurrence
    day: When

    @property
    def _before(self) -> When | None:
        """The date before it was moved; of several days nobody knows which of them was."""
        return self.occurrence.moved_from if self.day == self.occurrence.when else None

    @property
    def first_day(self) -> date:
        return (self._before or self.day).start or date.min

    @property
    def first_clock(self) -> time | None:
        before = self._before
        clock = (before.clock if before else None) or self.occurrence.clock
        return clock.start if clock else None

    @property
    def first_place(self) -> str:
        return slugify(self.occurrence.before.words or self.occurrence.at.words)[:40]


def _named(dated: Sequence[_Unnamed], oldest: Mapping[str, tuple[str, str]]) -> Iterator[tuple[CalendarKey, _Unnamed]]:
    """Name days; of several that say the same in everything, the first alone stands in calendars."""
    plain = [_plain_key(one, oldest) for one in dated]
    on_day = Counter(plain)
    timed = [replace(key, clock=one.first_clock) if on_day[key] > 1 else key for key, one in _beside(plain, dated)]
    at_once = Counter(timed)
    seen: set[CalendarKey] = set()
    for key, one in _beside(timed, dated):
        named = replace(key, place=one.first_place) if at_once[key] > 1 else key
        if named not in seen:
            seen.add(named)
            yield named, one


def _beside(keys: Sequence[CalendarKey], dated: Sequence[_Unnamed]) -> Iterator[tuple[CalendarKey, _Unnamed]]:
    return zip(keys, dated, strict=True)


def _plain_key(one: _Unnamed, oldest: Mapping[str, tuple[str, str]]) -> CalendarKey:
    programme, gathering = oldest[one.stop.gathering.path]
    cohort = oldest[one.stop.cohorts[0].path][1] if one.stop.cohorts else ""
    return CalendarKey(programme, gathering, cohort, one.first_day)


def _days(stop: Stop) -> Iterator[tuple[Occurrence, When]]:
    """Give each day of a stop that is known, with its occurrence."""
    for occurrence in stop.occurrences:
        when = occurrence.when
        if when.exact and when.start:
            yield occurrence, when
        elif when.dated:
            yield from ((occurrence, When("day", day, day)) for day in when.dates)


def _oldest(graph: Graph, item: Item) -> tuple[str, str]:
    """Give the oldest names of an item's programme and of itself: the first ones that «tidligere» lists."""
    home = graph.by_id[item.programme or item.id].programme
    programme, former = first_name(home), next(formers_of(item), None)
    folders = former.address.rstrip("/").split("/") if former and item is not home else []
    came_from = folders[-3] if len(folders) > 2 else home.id
    # It may have moved here from another programme, whose own oldest name counts then.
    if came_from not in {home.id, *(one.name for one in formers_of(home))}:
        other = graph.by_id.get(came_from)
        programme = first_name(other.programme) if other else came_from
    return programme, first_name(item)


def _due_days(work: Work) -> Iterator[tuple[Due, Text | None]]:
    """Give when work is due, and when each of its steps is, with the step's words."""
    yield work.due, None
    yield from ((step.due, step.text) for step in work.steps)


def _first_due(due: Due, stop: Stop) -> tuple[date, When | None]:
    """Give the day on which what is due at, or before, a stop was due as first told; and when the change was told."""
    at = day_of(stop)
    day = due.day or date.min
    for one in stop.held:
        if at and one.when.start == at:
            return (one.first_day or at) - (at - day), one.says.told
    return day, None


def _merged(found: Iterable[DueEntry]) -> tuple[DueEntry, ...]:
    """Join what has one name: steps of one work that are due on one day, and one day of several cohorts."""
    by_key: dict[CalendarKey, DueEntry] = {}
    for one in found:
        known = by_key.get(one.key)
        if known is None:
            by_key[one.key] = one
        else:
            steps = (*known.steps, *(step for step in one.steps if step not in known.steps))
            by_key[one.key] = replace(known, steps=steps, cohorts=distinct((*known.cohorts, *one.cohorts)))
    return tuple(sorted(by_key.values(), key=lambda one: (one.day, one.key.day, one.key.gathering, one.key.about)))


def _by_time(entry: DatedEntry) -> tuple[date, time, str]:
    clock = entry.occurrence.clock.start if entry.occurrence.clock else time.min
    return entry.day.start or date.max, clock, entry.key.gathering
