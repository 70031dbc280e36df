"""When the gatherings of a programme take place: the one module that reads their dates, for rules and for views.

A gathering's file says what it is about, and may say when it is. What stands on a path, and when, are stops.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..dates.when import TimeSpan, When
from ..model.gathering import Gathering
from .order import order_stops
from .stops import Occurrence, Stop


@dataclass(frozen=True)
class Occurrences:
    """All occurrences of the gatherings of a programme."""

    path: tuple[Stop, ...] = ()
    """The stops of the way through the programme, in order."""
    _stops: Mapping[str, Stop] = field(default_factory=dict)
    """Id of a gathering → its stop."""

    def stop(self, gathering: Gathering) -> Stop:
        """Give the stop of a gathering."""
        return self._stops[gathering.id]


def resolve_occurrences(gatherings: Sequence[Gathering]) -> Occurrences:
    """Resolve when and where the gatherings of a programme take place, and put them in order."""
    stops = {gathering.id: own_stop(gathering) for gathering in gatherings}
    return Occurrences(order_stops(tuple(stops.values())), stops)


def own_stop(gathering: Gathering) -> Stop:
    """Give the stop that a gathering's own file describes."""
    when, clock = gathering.date, gathering.clock
    if when.dates:
        days = (When("day", day, day) for day in when.dates)
        return Stop(gathering, when, tuple(_own(gathering, day, clock) for day in days), "series")
    return Stop(gathering, when, (_own(gathering, when, clock),))


def _own(gathering: Gathering, when: When, clock: TimeSpan | None) -> Occurrence:
    return Occurrence(when, clock, gathering.place, gathering.meeting_link)
