"""Occurrences: when and where gatherings take place; and stops: what is one mark on a path through a programme."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from ..dates.when import OPEN, TimeSpan, When
from ..model.cohort import Cohort
from ..model.gathering import Gathering
from ..model.schedule.circumstances import NOTHING_SAID, Circumstances
from .places import NOWHERE, PlaceAt

Value = TypeVar("Value")
StopForm = Literal["once", "choice", "part", "series", "varies"]
"""``once``: one occurrence; ``choice``: several, of which each participant comes to one; ``part``: one of several that
each comes to; ``series``: all times of a rule, or several days that do not follow each other; ``varies``: what a reader
of unknown cohort has, since the cohorts have stops of their own."""


@dataclass(frozen=True)
class Occurrence:
    """When and where a gathering takes place once."""

    when: When = OPEN
    clock: TimeSpan | None = None
    says: Circumstances = NOTHING_SAID
    """Whatever else is known. The nearest that says it counts: the line of the date, the cohort, the gathering."""
    line: int = 0
    """Line of its date in the file of its cohort; 0 where the gathering's own facts say it."""
    at: PlaceAt = NOWHERE
    """Where it is."""
    before: PlaceAt = NOWHERE
    """Where it was to be at first, where that has changed."""

    @property
    def is_cancelled(self) -> bool:
        """Whether it does not take place after all. Its date is kept."""
        return self.says.cancelled is not None

    @property
    def moved_from(self) -> When | None:
        """The date before it was moved, where days were told; None where it was not moved, or none were."""
        moved = self.says.moved_from
        return moved if moved and moved.dated else None

    @property
    def moved_in_day(self) -> bool:
        """Whether it has been moved to another clock time of the day, or days, that it had."""
        moved = self.says.moved_from
        return bool(moved and moved.clock and (moved.start, moved.end) == (self.when.start, self.when.end))

    @property
    def first_day(self) -> date | None:
        """The first day that was told of it; None where none was."""
        when = self.moved_from or self.when
        return when.start if when.dated else None


@dataclass(frozen=True)
class Stop:
    """What is one mark on a path: an occurrence, or several that are one step."""

    gathering: Gathering
    when: When
    """When it is: of a series the rule, with all its days; of a choice all its days."""
    occurrences: tuple[Occurrence, ...]
    """Of a series in order of time; of a choice as they were written. Empty where it varies."""
    form: StopForm = "once"
    numbers: tuple[int, ...] = ()
    """Of a part: which one it is, from 1; several where parts without a date are one mark."""
    of: int = 0
    """Of a part: how many there are."""
    cohorts: tuple[Cohort, ...] = ()
    """The cohorts that meet; the one in whose file the date stands comes first. Empty: everyone."""
    varying: tuple["Stop", ...] = ()
    """Where it varies: the stops of all cohorts, cohort by cohort."""

    @property
    def id(self) -> str:
        """Id of its gathering."""
        return self.gathering.id

    @property
    def key(self) -> tuple[str, tuple[int, ...]]:
        """What tells the stop from all others on one path."""
        return self.gathering.id, self.numbers

    @property
    def start(self) -> date | None:
        """First day; None where no year is known."""
        return self.when.start

    @property
    def end(self) -> date | None:
        """Last day; None where no year is known."""
        return self.when.end

    @property
    def is_cancelled(self) -> bool:
        """Whether none of its occurrences takes place."""
        return bool(self.occurrences) and all(one.is_cancelled for one in self.occurrences)

    @property
    def held(self) -> tuple[Occurrence, ...]:
        """The occurrences that take place; all of them where none does."""
        return self.occurrences if self.is_cancelled else tuple(o for o in self.occurrences if not o.is_cancelled)

    @property
    def clock(self) -> TimeSpan | None:
        """Clock times that all its occurrences have; None where they differ or are not known."""
        return _common([one.clock for one in self.held or _of(self.varying)])

    @property
    def has_clock(self) -> bool:
        """Whether clock times of any of its occurrences are known."""
        return any(one.clock for one in self.held or _of(self.varying))

    @property
    def at(self) -> PlaceAt:
        """Where all its occurrences are; nowhere where they differ or it is not known."""
        return _common([one.at for one in self.held or _of(self.varying)]) or NOWHERE

    @property
    def place(self) -> str:
        """The words of the same place; empty where they differ or it is not known."""
        return self.at.words

    @property
    def meeting_link(self) -> str:
        """Address of the online meeting of all its occurrences; empty where they differ or there is none."""
        return _common([one.says.meeting_link for one in self.held or _of(self.varying)]) or ""

    @property
    def lacks_sign_up(self) -> bool:
        """Whether there is a day by which one is to have signed up for one of its occurrences, and nowhere to do it."""
        return any(one.says.deadline and not one.says.sign_up for one in self.occurrences if not one.is_cancelled)

    def own_link(self, one: Occurrence) -> str:
        """Give the address of the online meeting of one of its occurrences alone; empty for the gathering's own."""
        return one.says.meeting_link if one.says.meeting_link != self.gathering.meeting_link else ""

    @property
    def days(self) -> float:
        """How many days it lasts, by its date or else its duration; 0 where neither is known."""
        duration = self.gathering.duration
        return self.when.days or (duration.days if duration else 0)


def when_of(occurrences: Sequence[Occurrence]) -> When:
    """Give the one date that stands for several occurrences: their days, or the span of what is known of them.

    Those that are cancelled count only where all are.
    """
    held = [one.when for one in occurrences if not one.is_cancelled] or [one.when for one in occurrences]
    if len(held) == 1:
        return held[0]
    known = [when for when in held if when.start and when.end]
    if not known:
        return OPEN
    starts, ends = [when.start for when in known if when.start], [when.end for when in known if when.end]
    days = tuple(sorted(set(starts)))
    exact = all(when.dated for when in held)
    return When("days" if exact else "month", min(starts), max(ends), dates=days if exact else ())


def same_time(one: Stop, other: Stop) -> bool:
    """Tell whether two stops of a gathering say the same: the same days and clock times, at the same place."""

    def said(stop: Stop) -> list[object]:
        return [(o.when, o.clock, o.is_cancelled, o.at, o.says.meeting_link) for o in stop.occurrences]

    return (one.form, one.numbers, said(one)) == (other.form, other.numbers, said(other))


def alone(cohorts: Sequence[Cohort]) -> Cohort | None:
    """Give the one cohort that something is for; None where it is for several, or for everyone."""
    return cohorts[0] if len(cohorts) == 1 else None


def distinct(values: Iterable[Value]) -> tuple[Value, ...]:
    """Give each object once, in order; objects are told apart by what they are, not by what they say."""
    return tuple({id(value): value for value in values}.values())


def _of(stops: Iterable[Stop]) -> list[Occurrence]:
    """Give the occurrences of stops that take place."""
    return [occurrence for stop in stops for occurrence in stop.held]


def _common(values: Sequence[Value]) -> Value | None:
    """Give the value that all of them are; None where they differ."""
    return values[0] if values and all(value == values[0] for value in values) else None
