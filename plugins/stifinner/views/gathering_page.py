"""A gathering in three acts: before, on the day, after."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from ..graph.focus import focus_targets, own_points
from ..graph.graph import ProgrammeParts, address
from ..graph.sheets import sheets_at
from ..model.focus_area import FocusArea
from ..model.gathering import AgendaDay as WrittenDay
from ..model.gathering import AgendaItem, Gathering
from ..source.source_file import Text
from .composer import Composer, upper_first
from .elements import (
    DateShown,
    FocusBrief,
    GatheringBrief,
    InspirationBrief,
    Link,
    ProgrammeMark,
    Prose,
    Section,
    SheetBrief,
    TaskLine,
    Within,
)
from .prints import Prints, compose_prints
from .resource_row import compose_resource_row, linked_resources
from .sheet_brief import compose_sheet_briefs
from .within import compose_within


@dataclass(frozen=True)
class AgendaLine:
    """A line of the day plan."""

    start: str
    """«09.30», or empty."""
    minutes: int | None
    title: Prose
    detail: Prose | None


@dataclass(frozen=True)
class AgendaDay:
    """A day of the day plan."""

    title: str
    """«Dag 1», or empty when there is only one."""
    lines: tuple[AgendaLine, ...]


@dataclass(frozen=True)
class MaterialLine:
    """A presentation or a resource as it stands on a gathering's page."""

    icon: str
    link: Link
    """Address None: there is nothing to open yet."""
    note: str
    """«Lenken mangler ennå», «Film og PDF · Brukes også i …», or empty."""


@dataclass(frozen=True)
class WorkBetween:
    """Work between gatherings."""

    due: DateShown | None
    """«Til samlingen 8. februar 2023»; None when no date is given."""
    due_text: str
    body: Prose


@dataclass(frozen=True)
class Prepared:
    """What a gathering prepares, or is prepared by."""

    gathering: GatheringBrief
    sentence: str
    """«Ledere og fagutviklere holder den for ansatte. Dato kommer.»"""


@dataclass(frozen=True)
class GatheringPage:
    """Before, on the day, after."""

    gathering: GatheringBrief
    programme: ProgrammeMark
    notice: str
    also_called: str
    """«Lederdag 1», or empty."""
    duration: str
    """«2 dager», or empty."""
    track: Link | None
    meeting: Link | None
    """Link to the online meeting."""
    lede: Prose
    about: Prose
    before: Prose
    before_tasks: tuple[TaskLine, ...]
    prepared_by: tuple[Prepared, ...]
    focus_points: tuple[Prose, ...]
    focus_areas: tuple[FocusBrief, ...]
    agenda: tuple[AgendaDay, ...]
    agenda_note: str
    """«Klokkeslett er ikke oppgitt.», or empty."""
    sheets: tuple[SheetBrief, ...]
    presentations: tuple[MaterialLine, ...]
    work_between: WorkBetween | None
    prepares: tuple[Prepared, ...]
    after: Prose
    resources: tuple[MaterialLine, ...]
    inspirations: tuple[InspirationBrief, ...]
    sections: tuple[Section, ...]
    previous: GatheringBrief | None
    following: GatheringBrief | None
    prints: Prints
    within: Within


def compose_gathering_page(composer: Composer, parts: ProgrammeParts, gathering: Gathering) -> GatheringPage:
    """The page of one gathering."""
    track = parts.track(gathering.track)
    previous, following = _neighbours(parts, gathering)
    agenda = tuple(_agenda_day(composer, gathering, day) for day in gathering.agenda)
    targets = [composer.graph.target(gathering, written) for written in focus_targets(gathering)]
    areas = [area for area in targets if isinstance(area, FocusArea)]
    clocked = any(line.start for day in agenda for line in day.lines)
    return GatheringPage(
        gathering=composer.brief(parts, gathering),
        programme=composer.mark_of(parts),
        notice=parts.programme.notice,
        also_called=gathering.also_called,
        duration=upper_first(gathering.duration.text) if gathering.duration else "",
        track=Link(track.title, address(track)) if track else None,
        meeting=Link(composer.words["meeting"], gathering.meeting_link) if gathering.meeting_link else None,
        lede=composer.prose(gathering, gathering.summary),
        about=composer.prose(gathering, gathering.about),
        before=composer.prose(gathering, gathering.before.intro),
        before_tasks=tuple(composer.task(gathering, task) for task in gathering.before.items),
        prepared_by=tuple(_prepared(composer, parts, g) for g in parts.gatherings if gathering.id in g.prepares),
        focus_points=composer.lines(gathering, own_points(gathering)),
        focus_areas=tuple(composer.focus(area) for area in areas),
        agenda=agenda,
        agenda_note=composer.words["agenda_no_clock"] if agenda and not clocked and not gathering.time else "",
        sheets=compose_sheet_briefs(composer, parts, sheets_at(parts, gathering)),
        presentations=tuple(_presentation(composer, gathering, one) for one in gathering.presentations),
        work_between=_work_between(composer, parts, gathering),
        prepares=tuple(_prepared(composer, parts, g) for id in gathering.prepares if (g := parts.gathering(id))),
        after=composer.prose(gathering, gathering.after),
        resources=_resources(composer, gathering),
        inspirations=composer.inspirations(gathering, gathering.inspirations),
        sections=composer.sections(gathering),
        previous=composer.brief(parts, previous) if previous else None,
        following=composer.brief(parts, following) if following else None,
        prints=compose_prints(composer, parts, gathering),
        within=compose_within(composer, parts),
    )


def _neighbours(parts: ProgrammeParts, gathering: Gathering) -> tuple[Gathering | None, Gathering | None]:
    """The gathering before and after, among those with a page that share somebody with this one."""

    def shares(other: Gathering) -> bool:
        return not gathering.audience or not other.audience or bool(set(gathering.audience) & set(other.audience))

    row = [g for g in parts.gatherings if g is gathering or (not g.mentioned_only and shares(g))]
    place = row.index(gathering)
    return (row[place - 1] if place else None), (row[place + 1] if place + 1 < len(row) else None)


def _agenda_day(composer: Composer, gathering: Gathering, day: WrittenDay) -> AgendaDay:
    clock = gathering.time.start if gathering.time else None
    # Clock times are only derived while every line before has told how long it takes.
    lines = []
    for item in day.items:
        clock = item.start or clock
        lines.append(_agenda_line(composer, gathering, item, clock))
        clock = _later(clock, item.minutes) if clock and item.minutes else None
    return AgendaDay(day.title, tuple(lines))


def _agenda_line(composer: Composer, gathering: Gathering, item: AgendaItem, clock: time | None) -> AgendaLine:
    first, _, rest = item.text.markdown.replace("\n", " ").partition(": ")
    start = clock.strftime(composer.phrases["dates"]["clock"]) if clock and (item.minutes or item.start) else ""
    detail = composer.prose(gathering, Text(rest, item.text.line)) if rest else None
    return AgendaLine(start, item.minutes, composer.prose(gathering, Text(first, item.text.line)), detail)


def _later(clock: time, minutes: int) -> time:
    return (datetime.combine(datetime.min, clock) + timedelta(minutes=minutes)).time()


def _prepared(composer: Composer, parts: ProgrammeParts, gathering: Gathering) -> Prepared:
    words = composer.words
    audience = composer.audience(parts, gathering.audience) or words["everyone"]
    teachers = upper_first(composer.audience(parts, gathering.taught_by))
    key = "taught_by" if teachers else "for_audience"
    date = composer.date(parts, gathering.date)
    sentence = (
        words[key].format(teachers=teachers, audience=audience) + " " + words["date_sentence"].format(date=date.text)
    )
    return Prepared(composer.brief(parts, gathering), sentence)


def _presentation(composer: Composer, gathering: Gathering, reference: object) -> MaterialLine:
    link = composer.link(gathering, reference)  # type: ignore[arg-type]
    return MaterialLine("slides", link, "" if link.address else composer.words["missing_yet"])


def _resources(composer: Composer, gathering: Gathering) -> tuple[MaterialLine, ...]:
    lines = []
    for resource in linked_resources(composer, gathering, gathering.resources):
        row = compose_resource_row(composer, resource)
        notes = [composer.join([form.kind for form in row.forms]), row.details, row.missing]
        icon = row.forms[0].icon if row.forms else "book"
        lines.append(MaterialLine(icon, Link(row.name, row.address), " · ".join(note for note in notes if note)))
    return tuple(lines)


def _work_between(composer: Composer, parts: ProgrammeParts, gathering: Gathering) -> WorkBetween | None:
    work = gathering.work_between
    if not work:
        return None
    due = composer.date(parts, work.due) if work.due else None
    words = composer.words
    text = words["work_between_until"].format(date=due.text) if due else words["work_between_open"]
    return WorkBetween(due, text, composer.prose(gathering, work.text))
