"""The stops that a point of a schedule describes, and what is said of each by whoever is nearest to it.

There are two ladders, since signing up for a programme is not signing up for each of its gatherings. One takes part in
a gathering by what its line says, then what holds for all the times to choose between, then the gathering's own facts;
of a cohort's facts only when and where it usually meets counts there. One joins a cohort by its own facts, then those
of the programme (``joining``).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..dates.when import When
from ..model.cohort import Cohort
from ..model.gathering import Gathering
from ..model.programme import Programme
from ..model.schedule.circumstances import Circumstances, Practicalities, TakingPart
from ..model.schedule.entries import ScheduledDate, ScheduleEntry
from .places import Places
from .stops import Occurrence, Stop, when_of

_WHEN_AND_WHERE = ("time", "place", "address", "meeting_link")
"""What a cohort says for each of its dates; how one signs up is said of the cohort itself."""
_OF_ONE_INTAKE = ("deadline", "seats")
"""What holds only for the sign-up beside which it stands."""
_DEFAULTS = {name: field.default for name, field in Circumstances.model_fields.items()}


def stops_of(
    gathering: Gathering, entry: ScheduleEntry, cohort: Cohort | None, cohorts: tuple[Cohort, ...]
) -> Iterator[Stop]:
    """Give the stops that a point describes; none where it says that there is no date of its own.

    ``cohort``: in whose file the point stands, None in the gathering's own; ``cohorts``: those that meet.
    """
    of_gathering = _practical(gathering, Practicalities.model_fields)
    inherited = nearest(entry.says, _practical(cohort, _WHEN_AND_WHERE), of_gathering)
    first = _occurrence(entry.dates[0], inherited) if entry.dates else Occurrence()
    if entry.form == "once" and first.when.dates:
        yield _series(gathering, entry, inherited, cohorts)
    elif entry.form == "once":
        yield Stop(gathering, first.when, (first,), cohorts=cohorts)
    elif entry.form == "choice":
        occurrences = tuple(_occurrence(date, inherited) for date in entry.dates)
        yield Stop(gathering, when_of(occurrences), occurrences, "choice", cohorts=cohorts)
    elif entry.form == "parts":
        yield from _parts(gathering, [_occurrence(date, inherited) for date in entry.dates], cohorts)


def joining(programme: Programme, cohort: Cohort | None = None) -> Circumstances:
    """Give how one joins a cohort, or the programme: what the cohort does not say is as the programme says.

    A cohort with a sign-up of its own has neither the programme's deadline nor its seats.
    """
    names = set(TakingPart.model_fields)
    if cohort and cohort.sign_up:
        names -= set(_OF_ONE_INTAKE)
    return nearest(_practical(cohort, TakingPart.model_fields), _practical(programme, names))


def nearest(*says: TakingPart | None) -> Circumstances:
    """Join what several say: of each fact the first value that is said."""
    joined: dict[str, Any] = {}
    for name, default in _DEFAULTS.items():
        values = (getattr(one, name, default) for one in says if one is not None)
        joined[name] = next((value for value in values if value != default), default)
    joined["address"] = _address(says)
    return Circumstances.model_construct(**joined)


def _address(says: Iterable[TakingPart | None]) -> str:
    """Give the nearest address that is of the nearest place: one that is said farther away is another place's."""
    for one in says:
        if isinstance(one, Practicalities) and (one.address or one.place):
            return one.address
    return ""


def _practical(item: TakingPart | None, names: Iterable[str]) -> Circumstances:
    """Give some of what an item says; what has changed is of one date only."""
    said: dict[str, Any] = {name: getattr(item, name) for name in names} if item else {}
    return Circumstances.model_construct(**said)


def _occurrence(date: ScheduledDate, inherited: Circumstances) -> Occurrence:
    """Make an occurrence of one line. ``inherited``: what the line need not say."""
    line = date.says.model_copy(update={"place": date.place or date.says.place})
    says = nearest(line, inherited)
    return Occurrence(date.when, date.when.clock or says.time, says, date.line)


def placed(stops: Iterable[Stop], places: Places) -> tuple[Stop, ...]:
    """Give stops with the places that the words of their occurrences mean."""
    return tuple(
        replace(stop, occurrences=tuple(_placed(one, stop.gathering.programme, places) for one in stop.occurrences))
        for stop in stops
    )


def _placed(one: Occurrence, programme: str, places: Places) -> Occurrence:
    says = one.says
    return replace(one, at=places.at(programme, says), before=places.before(programme, says.place_before))


def _parts(gathering: Gathering, occurrences: Sequence[Occurrence], cohorts: tuple[Cohort, ...]) -> Iterator[Stop]:
    """Give a stop for each part of a gathering; those without any date are one, since nobody knows which is which."""
    undated = tuple(number for number, one in enumerate(occurrences, start=1) if one.when.kind == "open")
    for number, occurrence in enumerate(occurrences, start=1):
        numbers = undated if number in undated else (number,)
        if number == numbers[0]:
            same = tuple(occurrences[index - 1] for index in numbers)
            yield Stop(gathering, occurrence.when, same, "part", numbers, len(occurrences), cohorts)


def _series(gathering: Gathering, entry: ScheduleEntry, inherited: Circumstances, cohorts: tuple[Cohort, ...]) -> Stop:
    """Give the stop of a rule or of several days, with the single ones that have been cancelled or moved."""
    rule = entry.dates[0]
    usual = _occurrence(rule, inherited)
    changed = {
        change.says.moved_from.start if change.says.moved_from else change.when.start: change
        for change in entry.changes
    }
    occurrences = []
    for day in rule.when.dates:
        change = changed.get(day)
        if change is None:
            occurrences.append(replace(usual, when=When("day", day, day)))
        else:
            one = _occurrence(change, usual.says)
            occurrences.append(replace(one, clock=change.when.clock or change.says.time or usual.clock))
    occurrences.sort(key=lambda one: one.when.start or rule.when.dates[0])
    held = when_of(occurrences)
    when = replace(rule.when, start=held.start, end=held.end, dates=held.dates or rule.when.dates)
    return Stop(gathering, when, tuple(occurrences), "series", cohorts=cohorts)
