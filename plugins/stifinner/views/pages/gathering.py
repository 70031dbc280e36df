"""The page of a gathering, in the order in which it is used: before it, on the day, after it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from ...dates.when import TimeSpan
from ...graph.focus import lone_target
from ...graph.portal_graph import ProgrammeParts, address
from ...graph.sheets import sheets_at
from ...graph.stops import Stop, distinct
from ...markdown.text import Text
from ...model.deadlines import NEXT
from ...model.focus_area import FocusArea
from ...model.gathering import Gathering
from ...model.item import Reference
from ...model.resource import Resource
from ...model.track import Track
from ..calendars.compose import compose_downloads
from ..calendars.shown import CalendarDownload
from ..invitations.compose import compose_invitations
from ..invitations.shown import Invitation
from ..parts.agenda import AgendaDay, agenda_note, compose_agenda
from ..parts.cohort_shown import CohortShown
from ..parts.cohorts import compose_cohorts_of
from ..parts.composer import Composer
from ..parts.date_shown import DateShown
from ..parts.elements import (
    NOTHING,
    Entry,
    FocusBrief,
    GatheringBrief,
    InspirationBrief,
    Link,
    ListPart,
    ProgrammeMark,
    Prose,
    Sections,
    SheetBrief,
    TaskLine,
    Within,
)
from ..parts.kept import KeptFrom, MaterialLine, compose_presentation, kept_from
from ..parts.page import Page
from ..parts.prints import Prints, compose_prints
from ..parts.resource_row import compose_resource_row
from ..parts.stop_shown import MeetingLink
from ..parts.texts import upper_first
from ..parts.within import compose_within
from ..sheets.brief import compose_sheet_briefs


@dataclass(frozen=True)
class WorkBetween:
    """The work that a gathering gives, to be done before a later one."""

    due: DateShown | None
    """«Til samlingen 8. februar 2023»; None when no date is given."""
    due_text: str
    """The same as text; where no date is given, words that say so."""
    body: Prose
    """What to do, with the days of steps that are due at other gatherings."""
    audience: str = ""
    """«For medarbeidere», where it is for others than the gathering is; or empty."""


@dataclass(frozen=True)
class Prepared:
    """Another gathering, which this one prepares for, or which prepares for this one."""

    gathering: GatheringBrief
    sentence: str
    """«Ledere og fagutviklere holder den for ansatte. Dato kommer.»"""


@dataclass(frozen=True)
class OwnAgenda:
    """A day plan by the clock of some cohorts."""

    cohorts: tuple[str, ...]
    """Their ids."""
    agenda: tuple[AgendaDay, ...]
    note: str
    """As ``GatheringPage.agenda_note``."""


@dataclass(frozen=True)
class OwnTurn:
    """The gatherings before and after on the way of one cohort, on its dates."""

    cohort: str
    """Its id."""
    previous: GatheringBrief | None
    following: GatheringBrief | None


@dataclass(frozen=True)
class GatheringPage(Page):
    """A gathering: before it, on the day, after it."""

    styles = (
        "resources inspiration hero gathering duo stop cohort choose turn folded checklist focus sheets papers "
        "calendar signup invitation"
    )
    scripts = "next times signup cohorts nextof when fold unfold calendar copy"

    gathering: GatheringBrief
    programme: ProgrammeMark
    notice: str
    also_called: str
    """«Lederdag 1», or empty."""
    duration: str
    """«2 dager», or empty."""
    track: Link | None
    meeting: MeetingLink | None
    """The online meeting of all its times."""
    cohorts: tuple[CohortShown, ...]
    """When and where it is, cohort by cohort; empty where all have the same date."""
    kept: tuple[KeptFrom, ...]
    """What cohorts keep from it, in order of time."""
    lede: Prose
    about: Prose
    before: tuple[ListPart[TaskLine], ...]
    prepared_by: tuple[Prepared, ...]
    focus: tuple[ListPart[Entry[FocusBrief]], ...]
    """Focus points in its own words, and focus areas, in the order in which they stand in the file."""
    agenda: tuple[AgendaDay, ...]
    own_agendas: tuple[OwnAgenda, ...]
    """The day plan by the clocks of cohorts, where these differ; empty where they do not, or no time is reckoned."""
    agenda_note: str
    """«Klokkeslett er ikke oppgitt.», «Klokkeslettene er regnet ut fra minuttene.», or empty."""
    sheets: tuple[SheetBrief, ...]
    presentations: tuple[ListPart[MaterialLine], ...]
    work_between: WorkBetween | None
    prepares: tuple[Prepared, ...]
    after: Prose
    resources: tuple[ListPart[MaterialLine], ...]
    inspirations: tuple[ListPart[Entry[InspirationBrief]], ...]
    sections: Sections
    previous: GatheringBrief | None
    following: GatheringBrief | None
    own_turns: tuple[OwnTurn, ...]
    """The same for each cohort that has it; empty where there are not several cohorts."""
    downloads: tuple[CalendarDownload, ...]
    """Its days, each to be put into a calendar."""
    invitations: tuple[Invitation, ...]
    """What one writes to those who are called to it."""
    prints: Prints
    within: Within


def compose_gathering_page(composer: Composer, parts: ProgrammeParts, gathering: Gathering) -> GatheringPage:
    """Compose the page of one gathering."""
    track = parts.find(Track, gathering.track)
    previous, following = _neighbours(gathering, parts.of(Gathering))
    stop = parts.occurrences.stop(gathering)
    agenda = compose_agenda(composer, gathering, gathering.agenda, stop.clock)
    return GatheringPage(
        gathering=composer.brief(parts, gathering),
        programme=composer.mark_of(parts),
        notice=parts.programme.notice,
        also_called=gathering.also_called,
        duration=upper_first(gathering.duration.text) if gathering.duration else "",
        track=Link(track.title, address(track)) if track else None,
        meeting=composer.meeting(stop),
        cohorts=compose_cohorts_of(composer, parts, gathering) if stop.form == "varies" else (),
        kept=kept_from(composer, parts, gathering),
        lede=composer.prose(gathering, gathering.summary),
        about=composer.prose(gathering, gathering.about),
        before=composer.tasks(gathering, gathering.before),
        prepared_by=tuple(_prepared(composer, parts, g) for g in parts.of(Gathering) if gathering.id in g.prepares),
        focus=tuple(_focus(composer, gathering)),
        agenda=agenda,
        own_agendas=tuple(_own_agendas(composer, parts, stop)),
        agenda_note=agenda_note(composer, agenda, stop.has_clock),
        sheets=compose_sheet_briefs(composer, parts, sheets_at(parts, gathering)),
        presentations=composer.list_parts(
            gathering, gathering.presentations, lambda one: compose_presentation(composer, gathering, one)
        ),
        work_between=_work_between(composer, parts, gathering),
        prepares=tuple(_prepared(composer, parts, g) for id in gathering.prepares if (g := parts.find(Gathering, id))),
        after=composer.prose(gathering, gathering.after),
        resources=_resources(composer, gathering),
        inspirations=composer.inspirations(gathering, gathering.inspirations),
        sections=composer.sections(gathering),
        previous=composer.brief(parts, previous) if previous else None,
        following=composer.brief(parts, following) if following else None,
        own_turns=tuple(_own_turns(composer, parts, gathering)),
        downloads=compose_downloads(composer, parts, gathering),
        invitations=compose_invitations(composer, parts, gathering),
        prints=compose_prints(composer, parts, gathering, address(gathering)),
        within=compose_within(composer, parts),
    )


def _own_agendas(composer: Composer, parts: ProgrammeParts, stop: Stop) -> Iterator[OwnAgenda]:
    """Compose a day plan for each clock that cohorts have the gathering at."""
    if stop.form != "varies" or stop.clock or not stop.gathering.agenda:
        return
    by_clock: dict[tuple[TimeSpan | None, bool], list[str]] = {}
    for cohort in parts.occurrences.cohorts:
        for one in parts.occurrences.stops_in(cohort, stop.gathering)[:1]:
            by_clock.setdefault((one.clock, one.has_clock), []).append(cohort.id)
    for (clock, has_clock), cohorts in by_clock.items():
        days = compose_agenda(composer, stop.gathering, stop.gathering.agenda, clock)
        # The ids of the days stand on the page once, with the plan for whoever has chosen no cohort.
        plan = tuple(replace(day, id="") for day in days)
        yield OwnAgenda(tuple(cohorts), plan, agenda_note(composer, plan, has_clock))


def _neighbours(gathering: Gathering, row: Iterable[Gathering]) -> tuple[Gathering | None, Gathering | None]:
    """Find the gathering before and the one after this in a row, among those that share its page's readers.

    These have a page, and a role in common with it.
    """

    def shares(other: Gathering) -> bool:
        return not gathering.audience or not other.audience or bool(set(gathering.audience) & set(other.audience))

    some = [g for g in row if g is gathering or (not g.mentioned_only and shares(g))]
    index = some.index(gathering)
    return (some[index - 1] if index else None), (some[index + 1] if index + 1 < len(some) else None)


def _own_turns(composer: Composer, parts: ProgrammeParts, gathering: Gathering) -> Iterator[OwnTurn]:
    """Compose what is before and after on the way of each cohort that has the gathering."""
    occurrences = parts.occurrences
    if len(occurrences.cohorts) < 2:
        return
    for cohort in occurrences.cohorts:
        if not occurrences.stops_in(cohort, gathering):
            continue
        row = distinct(stop.gathering for stop in occurrences.paths[cohort.id])
        previous, following = _neighbours(gathering, row)
        before = occurrences.stops_in(cohort, previous)[-1] if previous else None
        after = occurrences.stops_in(cohort, following)[0] if following else None
        yield OwnTurn(
            cohort.id,
            composer.stop_brief(parts, before, cohort) if before else None,
            composer.stop_brief(parts, after, cohort) if after else None,
        )


def _focus(composer: Composer, gathering: Gathering) -> Iterator[ListPart[Entry[FocusBrief]]]:
    """Compose the section of focus points, divided so that each part has points of one sort only.

    A point means a focus area, or stands in the gathering's own words; pages show the two sorts differently.
    """

    def show(point: Text) -> Entry[FocusBrief]:
        area = composer.graph.target(gathering, lone_target(point))
        brief = composer.focus(area) if isinstance(area, FocusArea) else None
        return composer.entry(gathering, point, brief.name if brief else "", brief)

    for part in composer.list_parts(gathering, gathering.focus_areas, show):
        runs = [tuple(run) for _, run in groupby(part.points, lambda entry: entry.item is None)]
        yield replace(part, points=runs[0] if runs else ())
        yield from (ListPart(NOTHING, run) for run in runs[1:])


def _prepared(composer: Composer, parts: ProgrammeParts, gathering: Gathering) -> Prepared:
    words = composer.words
    audience = composer.audience(parts, gathering.audience) or words["everyone"]
    teachers = upper_first(composer.audience(parts, gathering.taught_by))
    date = words["date_sentence"].format(date=upper_first(composer.brief(parts, gathering).date.text))
    who = words["taught_by" if teachers else "for_audience"].format(teachers=teachers, audience=audience)
    return Prepared(composer.brief(parts, gathering), f"{who} {date}")


def _resources(composer: Composer, gathering: Gathering) -> tuple[ListPart[MaterialLine], ...]:
    return composer.list_parts(gathering, gathering.resources, lambda one: _resource(composer, gathering, one))


def _resource(composer: Composer, gathering: Gathering, reference: Reference) -> MaterialLine:
    resource = composer.graph.target(gathering, reference.target)
    if not isinstance(resource, Resource):
        return MaterialLine("book", Link(reference.name), "", composer.prose(gathering, reference.written))
    row = compose_resource_row(composer, resource)
    notes = [composer.join([form.kind for form in row.forms]), row.details, row.missing]
    icon = row.forms[0].icon if row.forms else "book"
    said = composer.entry(gathering, reference.written, row.name, row).said
    return MaterialLine(icon, Link(row.name, row.address), " · ".join(note for note in notes if note), said)


def _work_between(composer: Composer, parts: ProgrammeParts, gathering: Gathering) -> WorkBetween | None:
    """Compose the work that a gathering gives, by the way that everybody has: days that differ are not told."""
    givers = (stop for stop in parts.way.stops if stop.id == gathering.id)
    work = next((work for stop in givers if (work := parts.way.work_of(stop))), None)
    if not gathering.work_between or not work:
        return None
    when, due = composer.day_due(work.due), composer.due(parts, work.due)
    audience = composer.audience(parts, work.audience) if work.audience != gathering.audience else ""
    return WorkBetween(
        composer.date(parts, when) if when else None,
        due.text,
        composer.prose(gathering, composer.text_with_days(parts, gathering.work_between.text, work.steps)),
        composer.words["work_for"].format(audience=audience) if audience else "",
    )


def missing_of_gathering(composer: Composer, gathering: Gathering) -> Iterator[str]:
    """Tell what a gathering lacks; one that is only mentioned is asked for no more than its page and its date."""
    parts = composer.graph.by_id[gathering.programme]
    stop = parts.occurrences.stop(gathering)
    if gathering.mentioned_only:
        yield "page"
    # What a cohort does not know of its dates is told of the cohort.
    varies = stop.form == "varies"
    if stop.start is None and not varies:
        yield "date"
    if gathering.mentioned_only:
        return
    known = {
        "time": varies or stop.clock or stop.start is None,
        "place": varies or stop.place or stop.meeting_link,
        "summary": gathering.summary,
        "agenda": gathering.agenda,
        "focus": gathering.focus_areas,
        "presentation": not any(one.coming or not one.target for one in gathering.presentations.items),
        "sign_up": stop.cohorts or parts.programme.state == "completed" or not stop.lacks_sign_up,
        "due": not gathering.work_between or gathering.work_between.headings[0].deadline != NEXT,
    }
    yield from (key for key, value in known.items() if not value)
