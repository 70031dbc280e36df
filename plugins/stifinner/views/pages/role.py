"""The page of a role: the way through the programme of somebody who has it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...graph.focus import focus_targets, own_points
from ...graph.portal_graph import ProgrammeParts, address, has_page
from ...graph.sheets import sheets_of_role
from ...graph.stops import Stop, distinct
from ...graph.ways import cohorts_of, is_for, way_of_role
from ...graph.work import Step, Way
from ...markdown.text import Text
from ...model.cohort import Cohort
from ...model.focus_area import FocusArea
from ...model.gathering import Gathering
from ...model.resource import Resource
from ...model.role import Duties, Role
from ...model.track import Track
from ..calendars.compose import compose_offer
from ..calendars.shown import CalendarOffer
from ..parts.changes import RecentChanges, compose_recent
from ..parts.cohort_shown import Door
from ..parts.cohorts import compose_role_doors, role_address
from ..parts.composer import Composer
from ..parts.date_shown import DateShown
from ..parts.dues import DatedStep
from ..parts.elements import (
    Entry,
    FocusBrief,
    GatheringBrief,
    Link,
    ListPart,
    ProgrammeMark,
    Prose,
    ResourceRow,
    Sections,
    Shape,
    SheetBrief,
    TaskLine,
    Within,
)
from ..parts.page import Page
from ..parts.place_shown import PlaceShown
from ..parts.prints import Prints, compose_prints
from ..parts.resource_row import compose_resource_parts, linked_resources
from ..parts.sign_ups import SignUpRow, compose_sign_ups
from ..parts.stop_shown import MeetingLink, StopShown
from ..parts.support import Support
from ..parts.support_graph import compose_support
from ..parts.texts import lower_first, missing_summary
from ..parts.within import compose_within
from ..sheets.brief import compose_sheet_briefs
from ..wheel.pages import wheel_link
from .front import has_before
from .programme import FocusGroup, focus_group


@dataclass(frozen=True)
class UpNext:
    """The card of a gathering that may be the role's next. All are in the page; the browser shows one, by the date."""

    gathering: GatheringBrief
    gap: str
    """«Sted og klokkeslett er ikke oppgitt.», or empty."""
    tasks: tuple[TaskLine, ...]
    """What to do before it: from «Før samlingen», else its focus points."""
    tasks_intro: str
    """What to do with them, where they are focus points; or empty."""
    prepare: str | None
    """Address of the place on the gathering's page that says how to prepare; None: nothing to prepare."""
    work_between: Link | None
    """Link to the work between that is due at it, or None."""
    meeting: MeetingLink | None
    """The online meeting of all its times."""
    held: bool
    """True where this role holds it for others."""
    prepared_by: Link | None
    """The gathering at which the role learns to hold it, or None."""


@dataclass(frozen=True)
class WayStep:
    """A step of a role's way through the programme: a gathering, or work between gatherings."""

    name: str
    address: str | None
    shape: Shape
    date: DateShown
    place: str
    is_work: bool
    """True for work between: its date is the day it is due, and it is never «the next gathering»."""
    cohorts: str = ""
    """As in ``GatheringBrief``."""
    stop: StopShown | None = None
    """Its times, and what became of them; None for work between, and where date and place say all of it."""
    steps: tuple[DatedStep, ...] = ()
    """Of work between: its steps that are due by themselves."""
    at: PlaceShown | None = None
    """As in ``GatheringBrief``."""


@dataclass(frozen=True)
class DutyList:
    """Duties under one heading."""

    title: str
    parts: tuple[ListPart[TaskLine], ...]

    @property
    def tasks(self) -> tuple[TaskLine, ...]:
        """All its tasks, in order."""
        return tuple(task for part in self.parts for task in part.points)


@dataclass(frozen=True)
class RolePage(Page):
    """A role: its way through the programme, its duties, whom it supports."""

    styles = (
        "resources inspiration hero role duo way stop cohort folded checklist support focus sheets papers calendar "
        "changes signup"
    )
    scripts = "next times signup cohorts nextof when fold unfold copy changes"

    programme: ProgrammeMark
    cohort: Link | None
    """The cohort in which somebody has the role; None: whichever it is, or outside all of them."""
    doors: tuple[Door, ...]
    """«Hvilket kull er du i?»: the role in each cohort; empty where that is known, or the role is outside them."""
    name: str
    headline: str
    """«Du er leder», «Du er leder i kull 2»."""
    level: str
    notice: str
    lede: Prose
    about: Prose
    up_next: tuple[UpNext, ...]
    recent: RecentChanges | None
    """What has changed for somebody who has the role; None where nothing has."""
    way: tuple[WayStep, ...]
    sign_ups: tuple[SignUpRow, ...]
    """What whoever has the role signs up for: the cohort, then gatherings."""
    calendar: CalendarOffer | None
    """None where the role is in cohorts, and which one is not known."""
    support: Support | None
    support_lede: Prose
    """The prose above the list of those whom the role supports."""
    support_said: tuple[Prose, ...]
    """The rest of that section: prose below the list, and points that say more than one sentence of the picture."""
    part_of: tuple[Link, ...]
    """Groups that it is a member of; they are roles too."""
    members: tuple[Link, ...]
    """Roles that are members of it, where it is a group."""
    tracks: tuple[Link, ...]
    """Tracks that are for this role."""
    focus_areas: tuple[FocusBrief, ...]
    focus_groups: tuple[FocusGroup, ...]
    duties: tuple[DutyList, ...]
    lasting_duties: tuple[DutyList, ...]
    sheets: tuple[SheetBrief, ...]
    resources: tuple[ListPart[Entry[ResourceRow]], ...]
    sections: Sections
    prints: Prints
    within: Within
    wheel: Link | None = None
    """The year of its way as a wheel; None where nothing has a date."""


def compose_role_page(composer: Composer, parts: ProgrammeParts, role: Role, cohort: Cohort | None = None) -> RolePage:
    """Compose the page of one role. ``cohort``: the one that somebody is in, where that is known."""
    words = composer.words
    way = way_of_role(parts, role, cohort)
    page_address = role_address(composer, parts, role, cohort)
    own = distinct(stop.gathering for stop in way.stops)
    attended = [gathering for gathering in own if is_for(gathering, role)]
    resources = [one for g in own for one in linked_resources(composer, g, g.resources)]
    resources += [one for one in parts.of(Resource) if role.id in one.audience]
    resources = [one for one in resources if not one.audience or role.id in one.audience]
    targets = [composer.graph.target(g, written) for g in attended for written in focus_targets(g)]
    areas = dict.fromkeys(area.path for area in targets if isinstance(area, FocusArea))
    return RolePage(
        programme=composer.mark_of(parts),
        cohort=Link(cohort.title, address(cohort)) if cohort else None,
        doors=() if cohort else compose_role_doors(composer, parts, role),
        name=role.title,
        headline=_headline(composer, role, cohort),
        level=composer.level(role.level),
        notice=parts.programme.notice,
        lede=composer.prose(role, role.summary),
        about=composer.prose(role, role.about),
        up_next=tuple(
            _up_next(composer, parts, stop, way, cohort, held=not is_for(stop.gathering, role))
            for stop in way.stops
            if stop.form != "varies" and (has_page(stop.gathering) or not is_for(stop.gathering, role))
        ),
        recent=compose_recent(composer, cohort or parts.programme, role),
        way=tuple(_way_step(composer, parts, step, cohort) for step in way.steps),
        sign_ups=compose_sign_ups(
            composer, parts, cohort, (stop for stop in way.stops if is_for(stop.gathering, role)), joins=bool(attended)
        ),
        calendar=_calendar(composer, parts, role, cohort),
        support=compose_support(composer, parts, role, cohort),
        support_lede=composer.prose(role, role.supports.parts[0].prose if role.supports else Text()),
        support_said=_support_said(composer, role),
        part_of=tuple(
            Link(one.title, role_address(composer, parts, one, cohort))
            for one in parts.of(Role)
            if one.id in role.part_of
        ),
        tracks=tuple(Link(one.title, address(one)) for one in parts.of(Track) if role.id in one.audience),
        members=tuple(
            Link(one.title, role_address(composer, parts, one, cohort))
            for one in parts.of(Role)
            if role.id in one.part_of
        ),
        focus_areas=tuple(composer.focus(area) for area in parts.of(FocusArea) if area.path in areas),
        focus_groups=tuple(group for g in attended if (group := focus_group(composer, parts, g))),
        duties=tuple(_duties(composer, role, role.duties, words["duties"])),
        lasting_duties=tuple(_duties(composer, role, role.lasting_duties, words["lasting_duties"])),
        sheets=compose_sheet_briefs(composer, parts, sheets_of_role(parts, role), cohort),
        resources=compose_resource_parts(composer, role, role.resources, resources),
        sections=composer.sections(role),
        prints=compose_prints(composer, parts, role, page_address),
        within=compose_within(composer, parts),
        wheel=wheel_link(composer, page_address, way.steps),
    )


def _calendar(composer: Composer, parts: ProgrammeParts, role: Role, cohort: Cohort | None) -> CalendarOffer | None:
    """Compose what a role's page offers for calendars; nothing where the role is in cohorts, and none is known."""
    if not cohort and cohorts_of(parts, role):
        return None
    page = role_address(composer, parts, role, cohort)
    return compose_offer(composer, parts, page, composer.words["calendar"]["your_way"], cohort, role)


def _up_next(
    composer: Composer, parts: ProgrammeParts, stop: Stop, way: Way, cohort: Cohort | None, *, held: bool
) -> UpNext:
    gathering = stop.gathering
    tasks, intro = ((), "") if held else _tasks(composer, gathering)
    preparing = next((g for g in parts.of(Gathering) if held and gathering.id in g.prepares), None)
    work = way.work_before(stop)
    return UpNext(
        gathering=composer.stop_brief(parts, stop, cohort),
        gap=_gap(composer, stop),
        tasks=tasks,
        tasks_intro=intro,
        prepare=None
        if held or not has_before(gathering)
        else composer.gathering_address(parts, gathering, cohort, composer.anchors["before"]),
        work_between=_link_to_work(composer, parts, work.gathering, cohort) if work else None,
        meeting=composer.meeting(stop),
        held=held,
        prepared_by=Link(preparing.title, composer.gathering_address(parts, preparing, cohort)) if preparing else None,
    )


def _headline(composer: Composer, role: Role, cohort: Cohort | None) -> str:
    said = composer.in_sentence(role)
    if not cohort:
        return composer.words["you_are"].format(role=said)
    return composer.words["you_are_in"].format(role=said, cohort=lower_first(cohort.title))


def _gap(composer: Composer, stop: Stop) -> str:
    """Tell in a sentence what is not known of a stop: «Sted og klokkeslett er ikke oppgitt.»; or empty."""
    if stop.is_cancelled:
        return ""
    place = all(one.at.words or one.says.meeting_link for one in stop.held)
    clock = all(one.clock for one in stop.held)
    if clock and place:
        return ""
    return composer.words["gap_time" if place else "gap_place" if clock else "gap_both"]


def _tasks(composer: Composer, gathering: Gathering) -> tuple[tuple[TaskLine, ...], str]:
    """Compose what to do before a gathering, and the words that introduce it.

    Where the file has no tasks, they are the focus points in its own words, to think through; only those need an
    introduction.
    """
    if gathering.before.items:
        return tuple(composer.task(gathering, task) for task in gathering.before.items), ""
    points = own_points(gathering)
    intro = composer.words["own_focus"] if points else ""
    return tuple(TaskLine(composer.prose(gathering, point)) for point in points), intro


def _link_to_work(composer: Composer, parts: ProgrammeParts, gathering: Gathering, cohort: Cohort | None) -> Link:
    place = composer.gathering_address(parts, gathering, cohort, composer.anchors["work_between"])
    return Link(composer.words["work_between"], place)


def _way_step(composer: Composer, parts: ProgrammeParts, step: Step, cohort: Cohort | None) -> WayStep:
    if step.work:
        link = _link_to_work(composer, parts, step.gathering, cohort)
        due = composer.due(parts, step.work.due)
        steps = composer.dated_steps(parts, step.gathering, step.work.steps)
        return WayStep(link.text, link.address, "between", due, "", True, steps=steps)
    brief = composer.stop_brief(parts, step.stop, cohort)
    return WayStep(
        brief.name, brief.address, brief.shape, brief.date, brief.place, False, brief.cohorts, brief.stop, at=brief.at
    )


def _duties(composer: Composer, role: Role, lists: Iterable[Duties], title: str) -> Iterable[DutyList]:
    for one in lists:
        yield DutyList(one.title or title, composer.tasks(role, one.tasks))


def _support_said(composer: Composer, role: Role) -> tuple[Prose, ...]:
    """Compose what the section on support says beyond its first prose and the sentences of the picture."""
    said: list[Text] = []
    for number, part in enumerate(role.supports.parts):
        said += [part.prose] if number else []
        said += [one.written.rest if one.name and not one.written.refers else one.written for one in part.points]
    return composer.lines(role, filter(None, said))


def missing_of_role(composer: Composer, role: Role) -> Iterator[str]:
    """Tell what a role lacks: a summary, duties."""
    yield from missing_summary(composer, role)
    if not role.duties:
        yield "duties"
