"""Work between gatherings on a way through a programme: the day it is due there, and where it stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import islice

from ..dates.when import When
from ..markdown.text import Text
from ..model.gathering import Gathering
from .given import GivenWork, Meant
from .stops import Stop


@dataclass(frozen=True)
class Due:
    """When something is due, on one way through a programme."""

    meant: Meant
    when: When | None = None
    """The date that was written, or the day that was reckoned from a gathering; None where no day is known or told."""
    stop: Stop | None = None
    """The stop of the gathering that it is due at, or before; None where the way has none, or a date was written."""

    @property
    def gathering(self) -> Gathering | None:
        """The gathering that was named; None where none was."""
        return self.stop.gathering if self.stop and self.meant.gatherings else next(iter(self.meant.gatherings), None)

    @property
    def day(self) -> date | None:
        """The last day on which it may be done; None where it is not known."""
        return self.when.end if self.when else None

    @property
    def is_at_stop(self) -> bool:
        """Whether it is due at the very day of its stop."""
        return self.stop is not None and not self.meant.written.days_before


@dataclass(frozen=True)
class DueStep:
    """A step of the work that is due by itself."""

    due: Due
    text: Text
    point: Text
    """The whole point, as it was written."""
    head: int
    """Characters of the point before its colon."""


@dataclass(frozen=True)
class Work:
    """Work between, as it stands on one way through a programme."""

    audience: tuple[str, ...]
    """Ids of the roles that it is for; empty: everyone."""
    due: Due
    steps: tuple[DueStep, ...] = ()
    before: Stop | None = None
    """The stop that it stands before, where no day says where it stands."""

    @property
    def deadlines(self) -> tuple[Due, ...]:
        """When it is due, and when each of its steps is."""
        return (self.due, *(step.due for step in self.steps))


@dataclass(frozen=True)
class Step:
    """A step of a way through a programme: a stop, or the work between that its gathering gives."""

    stop: Stop
    work: Work | None = None

    @property
    def gathering(self) -> Gathering:
        """The gathering of its stop."""
        return self.stop.gathering

    @property
    def is_work(self) -> bool:
        """Whether it is work."""
        return self.work is not None

    @property
    def audience(self) -> tuple[str, ...]:
        """Ids of the roles that it is for; empty: everyone."""
        return self.work.audience if self.work else self.gathering.audience

    @property
    def key(self) -> tuple[tuple[str, tuple[int, ...]], bool]:
        """What tells the step from all others of its way: the key of its stop, and whether it is work."""
        return self.stop.key, self.is_work

    @property
    def when(self) -> When | None:
        """When the gathering is, or when the work is due; None where work has no date."""
        return self.work.due.when if self.work else self.stop.when

    @property
    def day(self) -> date | None:
        """The day that orders the step: the first of a gathering, the last on which work is due; None: not known."""
        return self.work.due.day if self.work else self.stop.when.start


class Way:
    """A way through a programme. ``stops``: those on it, in order; ``works``: id of a gathering → the work it gives.

    ``whole``: all stops among which they are, where work that others give stands on the way too; ``role``: id of the
    one whose way it is, who has the work that is for it; empty: all of it.
    """

    def __init__(
        self,
        stops: Sequence[Stop],
        works: Mapping[str, GivenWork],
        whole: Sequence[Stop] | None = None,
        role: str = "",
    ) -> None:
        self.stops = stops
        self._works, self._role = works, role
        self._whole = stops if whole is None else whole
        self._place = {id(stop): index for index, stop in enumerate(self._whole)}
        self._places = [self._place[id(stop)] for stop in stops]

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps, in order; work stands where it is due."""
        steps = [Step(stop) for stop in self.stops]
        on_way = {id(stop) for stop in self.stops}
        # Work of earlier gatherings is among the steps already, so each stop is looked for from the one before it.
        start = 0
        for giver in self._whole:
            if id(giver) in on_way:
                start = next(index for index in range(start, len(steps)) if steps[index].stop is giver) + 1
            if work := self.work_of(giver):
                steps.insert(_index_of(steps, work, start), Step(giver, work))
        return tuple(steps)

    def work_of(self, giver: Stop) -> Work | None:
        """Give the work of a stop; None where it gives none, or none to the role. Of several parts, one gives it."""
        given = self._works.get(giver.id)
        if given is None or (self._role and not given.is_for(self._role)):
            return None
        if giver.numbers and self._giving_part(giver, given) is not giver:
            return None
        steps = (
            DueStep(self._due(giver, given, step.meant), step.written.text, step.written.point, step.written.head)
            for step in given.steps
        )
        due = self._due(giver, given, given.meant)
        before = None if due.day and not due.is_at_stop else due.stop or self._next(giver, given.audience)
        return Work(given.audience, due, tuple(steps), before)

    def _giving_part(self, giver: Stop, given: GivenWork) -> Stop:
        """Find the part of a gathering that gives its work: the last one before it is due, or else the last."""
        parts = [stop for stop in self._whole if stop.id == giver.id]
        for part in reversed(parts):
            due = self._due(part, given, given.meant)
            is_before = due.stop is None or self._place[id(part)] < self._place[id(due.stop)]
            if due.day and part.end:
                is_before = part.end <= due.day
            if is_before:
                return part
        return parts[-1]

    def work_before(self, stop: Stop) -> Step | None:
        """Find the work that is due at a stop; None where there is none. Only what was given last before it counts."""
        count = bisect_left(self._given, self._place[id(stop)], key=lambda given: given[0])
        if not count:
            return None
        _, work, step = self._given[count - 1]
        return step if self._due_at(step.stop, work.due) is stop else None

    @cached_property
    def _given(self) -> list[tuple[int, Work, Step]]:
        """All work on the way, in the order in which it is given; with the place of the giver."""
        given = [(self._place[id(step.stop)], step.work, step) for step in self.steps if step.work]
        return sorted(given, key=lambda one: one[0])

    def _due_at(self, giver: Stop, due: Due) -> Stop | None:
        """Find the stop on the way at which work is due: the one that was meant, or the first on or after its day."""
        if due.stop or due.meant.gatherings:
            return due.stop
        day = due.day
        return next((one for one in self._following(giver) if not day or (one.start and one.start >= day)), None)

    def _due(self, giver: Stop, given: GivenWork, meant: Meant) -> Due:
        """Find when something is due on this way."""
        written = meant.written
        if written.on is not None:
            return Due(meant, written.on)
        stop = self._named(giver, meant) if meant.gatherings else self._next(giver, given.audience)
        day = day_of(stop) if stop and (meant.gatherings or written.days_before) else None
        if day is None:
            return Due(meant, None, stop)
        day -= timedelta(days=written.days_before)
        return Due(meant, When("day", day, day), stop)

    def _named(self, giver: Stop, meant: Meant) -> Stop | None:
        """Find the stop that a name means.

        It is after the giver, if there is one there, and not cancelled, if there is such a one.
        """
        ids = {gathering.id for gathering in meant.gatherings}
        of_name = [stop for stop in self._following(giver) if stop.id in ids]
        of_name = of_name or [stop for stop in self.stops if stop.id in ids]
        return next((stop for stop in of_name if not stop.is_cancelled), of_name[0] if of_name else None)

    def _next(self, giver: Stop, audience: Sequence[str]) -> Stop | None:
        """Find the next stop for the same people; where none is for all of them, the next for some of them."""
        some = {self._role} if self._role else set(audience)
        for_some = None
        for stop in self._following(giver):
            if stop.is_cancelled:
                continue
            if _is_for_all(stop.gathering, audience):
                return stop
            if for_some is None and (not some or some & {*stop.gathering.audience}):
                for_some = stop
        return for_some

    def _following(self, giver: Stop) -> Iterator[Stop]:
        """Give the stops on the way after the giver."""
        first = bisect_right(self._places, self._place[id(giver)])
        return islice(self.stops, first, None)


def _index_of(steps: Sequence[Step], work: Work, start: int) -> int:
    """Find where among the steps work belongs; ``start``: the index after the gathering that gives it.

    It stands before the stop that it is due at, or before the first step on or after its day. Work with a date stands
    no later than before the next gathering for the same people that has no date: they do it before they meet again.
    """
    day = work.due.day
    for index in range(start, len(steps)):
        other = steps[index]
        if not other.is_work and other.stop is work.before:
            return index
        if work.before:
            continue
        if day and other.day and (other.day > day or (other.day == day and not other.is_work)):
            return index
        if other.day is None and not other.is_work and _is_for_all(other.gathering, work.audience):
            return index
    return len(steps) if not work.before else start


def day_of(stop: Stop) -> date | None:
    """Give the day of a stop that something may be due at; None where none is known, or several are."""
    if stop.form in {"series", "varies"}:
        return None
    return min((one.when.start for one in stop.held if one.when.exact and one.when.start), default=None)


def _is_for_all(gathering: Gathering, audience: Sequence[str]) -> bool:
    """Tell whether a gathering is for all of some roles; no roles: for everyone."""
    return not gathering.audience or bool(audience and set(audience) <= set(gathering.audience))
