"""The day plan of a gathering: each point taken apart into its time, title, detail and leader."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...dates.when import TimeSpan
from ...model.agenda.placing import Placed, clock_of, clock_time, place_points
from ...model.agenda.points import AgendaDay as WrittenDay
from ...model.agenda.points import AgendaItem
from ...model.item import Item
from .composer import Composer
from .elements import NOTHING, ListPart, Prose


@dataclass(frozen=True)
class AgendaTime:
    """When a point of the day plan is, as words."""

    start: str = ""
    """«09.30», or empty."""
    end: str = ""
    """«10.15» where the editor wrote it, or empty."""
    about: str = ""
    """«ca.» where the clock time is not exact, or empty."""
    derived: bool = False
    """True where the start was not written, but reckoned from the lengths of the points before."""
    length: str = ""
    """«30 min», «ca. 2 timer», or empty."""

    @property
    def text(self) -> str:
        """Start and end in one: «ca. 09.30–10.15»."""
        span = "–".join(filter(None, (self.start, self.end)))
        return " ".join(filter(None, (self.about, span)))


@dataclass(frozen=True)
class AgendaPart:
    """A part of a point, from a list below it: parallel sessions, say, or parts with times of their own."""

    time: AgendaTime
    title: Prose
    """What stands before the colon; all of it where there is no colon and nobody leads it."""
    detail: Prose = NOTHING
    leader: Prose = NOTHING
    """Who leads it: «rektor»."""
    leads_last: bool = False
    """True where whoever leads is named after the detail."""
    rest: Prose = NOTHING
    """What stands below its first lines."""


@dataclass(frozen=True)
class AgendaLine:
    """A point of the day plan."""

    time: AgendaTime
    title: Prose
    detail: Prose = NOTHING
    """What stands after the colon of its first line, and on the lines below."""
    leader: Prose = NOTHING
    """Who leads it: «rektor»."""
    leads_last: bool = False
    """True where whoever leads is named after the detail."""
    below: tuple[ListPart[AgendaPart], ...] = ()
    """What stands below its first lines: prose, and parts."""
    whole: Prose = NOTHING
    """The whole point as it was written, without its time."""


@dataclass(frozen=True)
class AgendaDay:
    """A day of the day plan."""

    title: str
    """«Dag 1», or empty when there is only one."""
    parts: tuple[ListPart[AgendaLine], ...]
    id: str = ""
    """Anchor of its heading; empty where it has none."""
    time: str = ""
    """«kl. 09.00–15.00», where the day has hours of its own that its title does not say; else empty."""

    @property
    def lines(self) -> tuple[AgendaLine, ...]:
        """All points of the day."""
        return tuple(line for part in self.parts for line in part.points)


def compose_agenda(
    composer: Composer, owner: Item, agenda: Iterable[WrittenDay], clock: TimeSpan | None
) -> tuple[AgendaDay, ...]:
    """Compose a day plan; where a point has only a length, its clock time is reckoned from those before.

    ``owner``: in whose file it stands; ``clock``: clock times of the gathering, where they are the same for all.
    """
    return tuple(_day(composer, owner, day, clock) for day in agenda)


def agenda_note(composer: Composer, days: Iterable[AgendaDay], has_clock: bool) -> str:
    """Tell readers that a plan has no clock times, or that some of them were reckoned; empty where neither is so.

    ``has_clock``: whether the page says when the gathering begins.
    """
    lines = [line for day in days for line in day.lines]
    clocked = [line for line in lines if line.time.start]
    reckoned = [line for line in clocked if line.time.derived]
    if not lines:
        return ""
    if not clocked:
        return "" if has_clock else composer.words["agenda_no_clock"]
    if not reckoned:
        return ""
    return composer.words["agenda_reckoned"]["all" if len(reckoned) == len(clocked) else "some"]


def show_point(composer: Composer, item: AgendaItem) -> str:
    """Show in one line what was read in a point, for the handbook: «09.00 · Velkommen · ved rektor»."""
    time, words = _time(composer, item, Placed(item, None, None, derived=False)), item.words
    led_by = composer.phrases["words"]["agenda"]["led_by"]
    leader = f"{led_by} {words.leader.plain}" if words.leader else ""
    return " · ".join(filter(None, (time.text, time.length, words.title.plain, words.detail.plain, leader)))


def _day(composer: Composer, owner: Item, day: WrittenDay, clock: TimeSpan | None) -> AgendaDay:
    placed = place_points(day, clock_of(day, clock))
    parts = composer.list_parts(owner, day.plan, lambda _: _line(composer, owner, next(placed)))
    id = owner.anchors.ids[day.line] if day.line else ""
    own = composer.dates.show_time(day.time) if day.time and not day.in_title else ""
    return AgendaDay(day.title, parts, id, own)


def _line(composer: Composer, owner: Item, placed: Placed) -> AgendaLine:
    item = placed.item
    return AgendaLine(
        _time(composer, item, placed),
        composer.prose(owner, item.words.title),
        composer.prose(owner, item.words.detail),
        composer.prose(owner, item.words.leader),
        item.words.leads_last,
        composer.list_parts(owner, item.below, lambda part: _part(composer, owner, part)),
        composer.prose(owner, item.text),
    )


def _part(composer: Composer, owner: Item, item: AgendaItem) -> AgendaPart:
    unplaced = Placed(item, None, None, derived=False)
    rest = item.below.parts[0].prose if item.below else item.text.rest
    title, detail, leader, below = composer.lines(owner, (item.words.title, item.words.detail, item.words.leader, rest))
    return AgendaPart(_time(composer, item, unplaced), title, detail, leader, item.words.leads_last, below)


def _time(composer: Composer, item: AgendaItem, placed: Placed) -> AgendaTime:
    """Compose a point's time: as it was written, else as it was reckoned (``placed``)."""
    clock = composer.phrases["dates"]["clock"]
    timing, about = item.timing, composer.words["about"]
    if timing.start:
        span = TimeSpan(timing.start, timing.end)
        end = span.end.strftime(clock) if span.end else ""
        start, derived, by_clock = span.start.strftime(clock), False, timing.about
    else:
        start = clock_time(placed.begins).strftime(clock) if placed.begins is not None else ""
        end, derived, by_clock = "", bool(start), False
    return AgendaTime(start, end, about if by_clock else "", derived, _length(composer, item))


def _length(composer: Composer, item: AgendaItem) -> str:
    """Show how long a point takes: «30 min», «2 timer», «ca. 20 min»; empty where that was not written."""
    if not item.minutes:
        return ""
    words = composer.phrases["words"]["agenda"]
    hours, minutes = divmod(item.minutes, 60)
    if hours < 2:
        length = words["minutes"].format(n=item.minutes)
    else:
        parts = [words["hours"].format(n=hours), *([words["minutes"].format(n=minutes)] if minutes else [])]
        length = " ".join(parts)
    return f"{composer.words['about']} {length}" if item.timing.about_minutes else length
