"""The day plan of a gathering."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from ..markdown.lines import divide
from ..model.gathering import AgendaDay as WrittenDay
from ..model.gathering import AgendaItem, Gathering
from .composer import Composer
from .elements import NOTHING, ListPart, Prose


@dataclass(frozen=True)
class AgendaLine:
    """A line of the day plan."""

    start: str
    """«09.30», or empty."""
    minutes: int | None
    title: Prose
    detail: Prose = NOTHING
    """What stands after the colon of its first line."""
    whole: Prose = NOTHING
    """The whole point, without its time: who leads it, groups, another paragraph are there."""


@dataclass(frozen=True)
class AgendaDay:
    """A day of the day plan."""

    title: str
    """«Dag 1», or empty when there is only one."""
    parts: tuple[ListPart[AgendaLine], ...]
    id: str = ""
    """Where a link to its heading leads."""

    @property
    def lines(self) -> tuple[AgendaLine, ...]:
        """All lines of the day."""
        return tuple(line for part in self.parts for line in part.points)


def compose_agenda_day(composer: Composer, gathering: Gathering, day: WrittenDay) -> AgendaDay:
    """A day of a gathering's plan, with the clock times that follow from how long its lines take."""
    clock = gathering.clock.start if gathering.clock else None

    # Clock times are only derived while every line before has told how long it takes.
    def show(item: AgendaItem) -> AgendaLine:
        nonlocal clock
        clock = item.start or clock
        line = _agenda_line(composer, gathering, item, clock)
        clock = _later(clock, item.minutes) if clock and item.minutes else None
        return line

    id = gathering.anchors.ids[day.line] if day.line else ""
    return AgendaDay(day.title, composer.parts(gathering, day.plan, show), id)


def _agenda_line(composer: Composer, gathering: Gathering, item: AgendaItem, clock: time | None) -> AgendaLine:
    title, detail = divide(item.text, ":")
    start = clock.strftime(composer.phrases["dates"]["clock"]) if clock and (item.minutes or item.start) else ""
    return AgendaLine(
        start,
        item.minutes,
        composer.prose(gathering, title),
        composer.prose(gathering, detail),
        composer.prose(gathering, item.text),
    )


def _later(clock: time, minutes: int) -> time:
    return (datetime.combine(datetime.min, clock) + timedelta(minutes=minutes)).time()
