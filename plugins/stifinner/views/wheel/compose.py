"""Compose the year as a wheel: one wheel a programme year in which something has a date."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple

from ...dates.when import When
from ...graph.portal_graph import ProgrammeParts
from ...graph.stops import Stop
from ...graph.work import Step
from ...model.cohort import Cohort
from ..parts.composer import Composer
from ..parts.elements import Shape
from ..parts.texts import lower_first, upper_first
from .placing import MONTH, Place, angle_of, place_by_month, place_marks, room_of, turn_of, year_of
from .shown import Arc, Bead, Mark, Ring, WheelLine, WheelYear

MOST_RINGS = 3
"""Rings of a wheel, at most: on more, marks and numbers could not be told apart on a phone."""
_LONGEST = 31
"""Days of one time that may be one mark at its middle; a longer one fills its part of the ring."""


class Time(NamedTuple):
    """A time that is known, exactly or so far."""

    first: date
    last: date
    exact: bool
    cancelled: bool


class RingChoice(NamedTuple):
    """A ring that a wheel may have."""

    key: str
    name: str
    programme: str = ""
    """Id of the programme that it is for, in whose colour it is; empty: it is not for one."""


@dataclass(frozen=True)
class Spoke:
    """A step that is to stand in wheels, before it is known in which."""

    parts: ProgrammeParts
    step: Step
    cohort: Cohort | None
    """The reader's, where it is known."""
    ring: str
    """Key of the ring that it stands on."""
    owner: str = ""
    """Whose it is among those in one list: «Kull 2», or the name of a programme."""

    @property
    def is_dated(self) -> bool:
        """Whether its time is known, be it only a season."""
        return bool(self.times)

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """Its times in order."""
        if self.step.work:
            when = self.step.work.due.when
            return (_time(when, cancelled=False),) if when and when.start else ()
        stop = self.step.stop
        known = [_time(one.when, one.is_cancelled) for one in stop.occurrences if one.when.start]
        return tuple(sorted(known))

    @cached_property
    def work_span(self) -> tuple[date, date] | None:
        """From when until when the work is done; None where one of these days is not known, or it is no work."""
        if not self.step.work or not self.times or not self.times[0].exact:
            return None
        due = self.times[0].last
        given = [one.when.end for one in self.step.stop.held if one.when.exact and one.when.end]
        begins = max((day for day in given if day < due), default=None)
        return (begins, due) if begins else None


def _time(when: When, cancelled: bool) -> Time:
    first = when.start or date.min
    last = when.end or first
    return Time(first, last, when.exact and (last - first).days < _LONGEST, cancelled)


def is_dated(steps: Iterable[Step]) -> bool:
    """Tell whether there is a wheel of these steps: whether the time of any of them is known."""
    return any(_dated(step) for step in steps)


def _dated(step: Step) -> bool:
    if step.work:
        return bool(step.work.due.when and step.work.due.when.start)
    stops: Sequence[Stop] = step.stop.varying or (step.stop,)
    return any(one.when.start for stop in stops for one in stop.occurrences)


class WheelComposer:
    """Composes the wheels of one page. ``rings``: all rings there may be, from the outermost.

    Where rings are programmes', only those with something in a year have one in its wheel.
    """

    def __init__(self, composer: Composer, spokes: Sequence[Spoke], rings: Sequence[RingChoice]) -> None:
        self._composer, self._rings = composer, rings
        self._of_programmes = any(ring.programme for ring in rings)
        self._dated = [spoke for spoke in spokes if spoke.is_dated]
        self._undated = [spoke for spoke in spokes if not spoke.is_dated]

    def years(self) -> tuple[WheelYear, ...]:
        """Compose the wheel of each year in which something has a date."""
        in_years: dict[int, list[Spoke]] = {}
        for spoke in self._dated:
            for year in _years_of(spoke):
                in_years.setdefault(year, []).append(spoke)
        return tuple(self._year(year, in_years[year]) for year in sorted(in_years))

    def undated(self) -> tuple[WheelLine, ...]:
        """Compose the lines of what has no date yet."""
        return tuple(self._line(spoke, 0, None) for spoke in self._undated)

    def _year(self, year: int, spokes: Sequence[Spoke]) -> WheelYear:
        used = {spoke.ring for spoke in spokes}
        chosen = [ring for ring in self._rings if ring.key in used or not self._of_programmes]
        counts = len(chosen) > MOST_RINGS
        if counts:
            chosen = [RingChoice("", "")]
        ring_of = {ring.key: index for index, ring in enumerate(chosen)}
        drawn = sorted(
            (_InYear(spoke, year, ring_of.get(spoke.ring, 0)) for spoke in spokes), key=lambda one: one.order
        )
        first, last = date(year, 8, 1), date(year + 1, 7, 31)
        rings = tuple(Ring(ring.name, room_of(index, len(chosen)), ring.programme) for index, ring in enumerate(chosen))
        marks = tuple(self._marks(drawn, rings, counts))
        return WheelYear(
            title=f"{year}–{year + 1}",
            first=first.isoformat(),
            last=last.isoformat(),
            months=tuple(self._composer.dates.month_short(month) for month in range(1, 13)),
            rings=rings,
            rings_said=self._say_rings([ring.name for ring in chosen]),
            counts=counts,
            arcs=() if counts else tuple(arc for one in drawn for arc in one.arcs()),
            beads=() if counts else tuple(_seen((bead for one in drawn for bead in one.beads()), marks, rings)),
            marks=marks,
            lines=tuple(self._line(one.spoke, number, one) for number, one in enumerate(drawn, start=1)),
        )

    def _say_rings(self, names: Sequence[str]) -> str:
        words = self._composer.words["wheel"]
        said = names if self._of_programmes else [lower_first(name) for name in names]
        if len(names) < 2:
            return ""
        if len(names) == 2:
            return words["two_rings"].format(outer=said[0], inner=said[1])
        return words["more_rings"].format(names=self._composer.join(said))

    def _marks(self, drawn: Sequence["_InYear"], rings: Sequence[Ring], counts: bool) -> Iterator[Mark]:
        for index, ring in enumerate(rings):
            own = sorted(
                ((one.turn, number) for number, one in enumerate(drawn, start=1) if one.ring == index),
            )
            turns = [turn for turn, _ in own]
            places = place_by_month(turns) if counts else place_marks(turns, ring.room.apart)
            for place in places:
                numbers = tuple(sorted(own[member][1] for member in place.members))
                yield self._mark(index, place, numbers, drawn, counts)

    def _mark(
        self, ring: int, place: Place, numbers: tuple[int, ...], drawn: Sequence["_InYear"], counts: bool
    ) -> Mark:
        angle = round(angle_of(place.turn), 2)
        if counts:
            return Mark(ring, angle, numbers, str(len(numbers)), None)
        if len(numbers) > 1:
            return Mark(ring, angle, numbers, _label(numbers), None)
        spoke = drawn[numbers[0] - 1].spoke
        shape: Shape = "between" if spoke.step.work else self._composer.shape(spoke.step.stop)
        stop = None
        if not spoke.step.work:
            stop = self._composer.stop_brief(spoke.parts, spoke.step.stop, spoke.cohort).stop
        return Mark(ring, angle, numbers, str(numbers[0]), shape, stop)

    def _line(self, spoke: Spoke, number: int, drawn: "_InYear | None") -> WheelLine:
        composer, parts, step = self._composer, spoke.parts, spoke.step
        month = upper_first(composer.dates.show_months(drawn.stands_on, drawn.stands_on)) if drawn else ""
        programme = parts.programme.id if self._of_programmes else ""
        audience = "" if self._of_programmes else upper_first(composer.audience(parts, step.audience))
        if step.work:
            place = composer.anchors["work_between"]
            line = WheelLine(
                number=number,
                name=composer.words["work_between"],
                address=composer.gathering_address(parts, step.gathering, spoke.cohort, place),
                shape="between",
                date=composer.due(parts, step.work.due),
                place="",
                who=_joined(audience, spoke.owner),
                month=month,
                is_work=True,
            )
            return replace(line, programme=programme)
        brief = composer.stop_brief(parts, step.stop, spoke.cohort)
        return WheelLine(
            number=number,
            name=brief.name,
            address=brief.address,
            shape=brief.shape,
            date=brief.date,
            place=brief.place,
            who=_joined(audience, spoke.owner or brief.cohorts),
            month=month,
            stop=brief.stop,
            programme=programme,
        )


def _joined(*said: str) -> str:
    return " · ".join(filter(None, said))


def _label(numbers: Sequence[int]) -> str:
    """Say several numbers: «3–5», or where others lie between them «3 +2»."""
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]}–{numbers[-1]}"
    return f"{numbers[0]} +{len(numbers) - 1}"


def _seen(beads: Iterable[Bead], marks: Sequence[Mark], rings: Sequence[Ring]) -> Iterator[Bead]:
    """Give the beads that no mark lies over."""
    for bead in beads:
        apart = rings[bead.ring].room.apart / 2
        near = (abs((mark.angle - bead.angle + 180) % 360 - 180) for mark in marks if mark.ring == bead.ring)
        if all(distance >= apart for distance in near):
            yield bead


def _years_of(spoke: Spoke) -> set[int]:
    """Give the years in which a step has a place."""
    spans = [spoke.work_span] if spoke.work_span else [(time.first, time.last) for time in spoke.times]
    return {year for first, last in spans for year in range(year_of(first), year_of(last) + 1)}


class _InYear:
    """A step in the wheel of one year, on one ring."""

    def __init__(self, spoke: Spoke, year: int, ring: int) -> None:
        self.spoke, self.ring = spoke, ring
        self._first, self._last = date(year, 8, 1), date(year + 1, 7, 31)
        self._times = [time for time in spoke.times if time.first <= self._last and time.last >= self._first]

    @property
    def order(self) -> tuple[date, bool]:
        """What orders the list: the day on which it begins, or work is due; work stands before what is on its day."""
        if self.spoke.work_span:
            return min(self.spoke.work_span[1], self._last), False
        return self._clip(self._main.first, self._main.last)[0], not self.spoke.step.is_work

    @property
    def stands_on(self) -> date:
        """The day in whose month it stands in the list."""
        return self.order[0]

    @property
    def _main(self) -> Time:
        """The time at which its mark stands: the first exact one that is not cancelled, or else the first."""
        held = [time for time in self._times if not time.cancelled] or self._times
        return next((time for time in held if time.exact), held[0])

    @property
    def turn(self) -> float:
        """Where its mark is to stand: at its day, in the middle of its month, or on the middle of its arc."""
        if turns := self._work_turns:
            return sum(turns) / 2
        first, last = self._clip(self._main.first, self._main.last)
        return (turn_of(first) + turn_of(last)) / 2

    @property
    def _work_turns(self) -> tuple[float, float] | None:
        """Where the arc of work begins and ends, at the seam where it goes on in another year; None where it has none.

        It reaches from the gathering that gives it to the day on which it is due.
        """
        if not self.spoke.work_span:
            return None
        begins, due = self.spoke.work_span
        return (
            turn_of(begins) if begins >= self._first else 0.0,
            turn_of(due) if due <= self._last else 12 * MONTH,
        )

    def arcs(self) -> Iterator[Arc]:
        """Give the parts of the ring that it fills."""
        if turns := self._work_turns:
            yield self._arc("work", *turns)
        for time in self._times:
            if not time.exact:
                first, last = self._clip(time.first, time.last)
                yield self._arc("month", turn_of(first, 0), turn_of(last, 1))

    def beads(self) -> Iterator[Bead]:
        """Give its other days."""
        for time in self._times:
            if time.exact and time is not self._main:
                first, last = self._clip(time.first, time.last)
                yield Bead(self.ring, round(angle_of((turn_of(first) + turn_of(last)) / 2), 2), time.cancelled)

    def _arc(self, kind: Literal["work", "month"], start: float, end: float) -> Arc:
        begins = round(angle_of(start), 2)
        return Arc(kind, self.ring, begins, round(begins + end - start, 2))

    def _clip(self, first: date, last: date) -> tuple[date, date]:
        """Give the part of a span of days that lies in the year."""
        return max(first, self._first), min(last, self._last)
