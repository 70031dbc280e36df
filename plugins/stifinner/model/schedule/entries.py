"""Dates of gatherings as data: entries of a schedule, and the dates that they have."""

from dataclasses import dataclass, field
from typing import Literal

from ...dates.when import OPEN, When
from ...markdown.text import NO_TEXT, Text
from ..agenda.points import AgendaDay
from ..item import ItemList, Reference
from .circumstances import NOTHING_SAID, Circumstances
from .places import NO_PLACE, PlaceWords

ScheduleForm = Literal["once", "choice", "parts", "shared", "absent"]
"""``once``: a date, a rule or no date yet; ``choice``: one of several; ``parts``: all of several.

``shared``: the date stands in another cohort's file; ``absent``: the cohort does not have the gathering.
"""


@dataclass(frozen=True)
class ScheduledDate:
    """One date, be it a day, a month or a rule, as one line says it."""

    when: When = OPEN
    place: PlaceWords = NO_PLACE
    """What stands after the date."""
    says: Circumstances = NOTHING_SAID
    """What its sub-points say."""
    line: int = 0


@dataclass(frozen=True)
class ScheduleEntry:
    """One point of a schedule: what it says of one gathering."""

    form: ScheduleForm
    gathering: Reference | None = None
    """None in a gathering's own schedule."""
    dates: tuple[ScheduledDate, ...] = ()
    """``once``: one; ``choice`` and ``parts``: two or more; else none."""
    changes: tuple[ScheduledDate, ...] = ()
    """Of a rule: single days of it that have been cancelled or moved, or differ in something else."""
    says: Circumstances = NOTHING_SAID
    """``choice`` and ``parts``: what holds for all the dates."""
    shared_with: Reference | None = None
    """``shared``: the cohort whose file has the date."""
    written: Text = NO_TEXT
    """The whole point."""
    line: int = 0

    @property
    def places(self) -> tuple[PlaceWords, ...]:
        """Every place that it says, of the dates as of what has changed."""
        said = (self.says, *(date.says for date in (*self.dates, *self.changes)))
        whole = (*(date.place for date in (*self.dates, *self.changes)), *(one.place for one in said))
        return tuple(filter(None, (*whole, *(one.place_before for one in said))))


Schedule = tuple[ScheduleEntry, ...]


@dataclass(frozen=True)
class FromGathering:
    """What one cohort keeps from a gathering."""

    gathering: Reference
    presentations: ItemList[Reference] = field(default_factory=lambda: ItemList())
    """What was shown."""
    summary: Text = NO_TEXT
    """What came out of it."""
    agenda: tuple[AgendaDay, ...] = ()
    """The day plan, where this cohort had one of its own."""
    line: int = 0
