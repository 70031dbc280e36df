"""The page of a programme: what it is, for whom, by whom; its timeline; everything that belongs to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...graph.focus import lone_target, own_points
from ...graph.occurrences import begin_cohort
from ...graph.portal_graph import ProgrammeParts, address
from ...help.template import list_gatherings
from ...markdown.text import Text
from ...model.article import Article
from ...model.focus_area import FocusArea
from ...model.gathering import Gathering
from ...model.inspiration import Inspiration
from ...model.programme import Programme
from ...model.role import Role
from ...model.schedule.circumstances import TakingPart
from ...model.sheet import Sheet
from ..calendars.compose import compose_whole_offer
from ..calendars.shown import CalendarOffer
from ..parts.changes import RecentChanges, compose_recent
from ..parts.cohort_shown import CohortShown, Door
from ..parts.cohorts import compose_cohorts, compose_doors
from ..parts.composer import Composer
from ..parts.date_shown import DateShown
from ..parts.elements import (
    Entry,
    FocusBrief,
    GatheringBrief,
    InspirationBrief,
    Link,
    ListPart,
    ProgrammeMark,
    Prose,
    ResourceRow,
    Section,
    Sections,
    SheetBrief,
    Within,
)
from ..parts.page import Page
from ..parts.resource_row import compose_resource_parts, compose_resource_rows, with_more
from ..parts.sign_ups import SignUpRow, compose_cohort_sign_ups, compose_sign_ups
from ..parts.state import StateShown
from ..parts.story_contact import StoryContact, compose_story_contact
from ..parts.texts import missing_summary
from ..parts.track_rows import TrackRow, track_rows
from ..parts.within import compose_within, library_address, programme_resources
from ..sheets.brief import compose_sheet_briefs
from ..timeline.layout import compose_timeline
from ..timeline.shown import Timeline
from ..wheel.pages import link_of_programme
from .front import ProgrammeCard, compose_programme_card, compose_programme_state

_PROSE_SECTIONS = ("steering_group", "project_groups", "how_to_sign_up", "whom_to_ask")
"""Fixed headings (by their attributes) with only prose below them, in their order at the end of the page."""


@dataclass(frozen=True)
class FocusGroup:
    """The focus points of one gathering, in its own words."""

    gathering: GatheringBrief
    points: tuple[Prose, ...]


@dataclass(frozen=True)
class RoleRow:
    """A role in the programme's list of roles."""

    name: str
    address: str
    summary: str
    level: str
    """«Nivå 1», or empty."""


@dataclass(frozen=True)
class PrincipleList:
    """A named list of principles: values, shifts …"""

    id: str
    """Anchor."""
    title: str
    parts: tuple[ListPart[Prose], ...]


@dataclass(frozen=True)
class ArticleRow:
    """An article in the programme's list of articles."""

    name: str
    address: str
    date: DateShown | None
    summary: str


@dataclass(frozen=True)
class Fact:
    """One of the facts below the programme's name: «For: ledere»."""

    label: str
    value: str
    links: tuple[Link, ...] = ()
    """Where there are any, they are shown instead of the value."""


@dataclass(frozen=True)
class ProgrammePage(Page):
    """A programme: what, for whom, by whom; the timeline; everything that belongs to it."""

    styles = (
        "programmecards resources inspiration hero timeline legend duo way stop cohort tracks rolelist focus "
        "principles sheets folded calendar news changes new signup"
    )
    scripts = "next times signup cohorts nextof states when timeline unfold copy changes"

    programme: ProgrammeMark
    name: str
    umbrella: bool
    notice: str
    """«Oppdiktet eksempelprogram», «Gjenfortalt etter åpne beskrivelser», or empty."""
    lede: Prose
    about: Prose
    state: StateShown
    facts: tuple[Fact, ...]
    first_role: Link | None
    """«Jeg er leder»: a link to the page of the first role that gatherings are for."""
    sign_up: Link | None
    """Link to the section on how to sign up, on this page."""
    recent: RecentChanges | None
    """What has changed; None where nothing has."""
    sign_ups: tuple[SignUpRow, ...]
    """How one joins each cohort; without cohorts the programme, then the gatherings that one signs up for."""
    cohorts: tuple[CohortShown, ...]
    """In order of time; the browser tells those that are over from the others."""
    new_cohort: str
    """The dates that the file of a new cohort begins with: a list of the gatherings."""
    doors: tuple[Door, ...]
    """«Hvilket kull er du i?»; empty where there are not several cohorts."""
    timeline: Timeline | None
    calendar: CalendarOffer | None
    timeline_intro: Prose
    editions: tuple[ProgrammeCard, ...]
    """Local editions of an umbrella."""
    tracks: tuple[TrackRow, ...]
    roles: tuple[RoleRow, ...]
    focus_areas: tuple[FocusBrief, ...]
    focus_groups: tuple[FocusGroup, ...]
    focus: tuple[ListPart[Prose], ...]
    """What the section on focus areas says, without points that only name one: ``focus_areas`` has those."""
    sheets: tuple[SheetBrief, ...]
    principles: tuple[PrincipleList, ...]
    resources: tuple[ListPart[Entry[ResourceRow]], ...]
    resources_note: str
    """«Vi kjenner navnene på fem ressurser, men ikke lenkene …», or empty."""
    library: str
    """Address of the programme's resource library; empty where it has no resources."""
    inspirations: tuple[ListPart[Entry[InspirationBrief]], ...]
    articles: tuple[ArticleRow, ...]
    stories: StoryContact | None
    known: tuple[tuple[str, Section], ...]
    """Attribute and section of steering group, project groups, sign-up and contact, where they are written."""
    sections: Sections
    within: Within
    wheel: Link | None = None
    """Its year as a wheel; None where nothing has a date."""


def compose_programme_page(composer: Composer, parts: ProgrammeParts) -> ProgrammePage:
    """Compose the page of one programme."""
    item = parts.programme
    known = [(name, section) for name in _PROSE_SECTIONS if (section := composer.known_section(item, name))]
    all_resources = programme_resources(composer, parts)
    rows = compose_resource_rows(composer, all_resources)
    invited = [role for role in parts.of(Role) if any(role.id in g.audience for g in parts.of(Gathering))]
    first = next(iter(invited or parts.of(Role)), None)
    if parts.occurrences.cohorts:
        sign_ups = compose_cohort_sign_ups(composer, parts)
    else:
        sign_ups = compose_sign_ups(composer, parts, None, parts.occurrences.path)
    return ProgrammePage(
        programme=composer.mark_of(parts),
        name=item.title,
        umbrella=item.type == "umbrella",
        notice=item.notice,
        lede=composer.prose(item, item.summary),
        about=composer.prose(item, item.about),
        state=compose_programme_state(composer, parts),
        facts=(*_facts(composer, parts), *joining_facts(composer, item, sign_ups)),
        first_role=_first_role(composer, first) if first else None,
        recent=compose_recent(composer, item),
        cohorts=compose_cohorts(composer, parts),
        new_cohort=list_gatherings(
            [(one.id, one.title, date) for one, date in begin_cohort(parts.of(Gathering), parts.occurrences.cohorts)],
            composer.phrases["language"],
        ),
        doors=compose_doors(composer, parts) if len(parts.occurrences.cohorts) > 1 else (),
        timeline=compose_timeline(composer, parts, parts.occurrences.path),
        calendar=compose_whole_offer(composer, parts),
        timeline_intro=composer.prose(item, item.timeline),
        editions=tuple(compose_programme_card(composer, one) for one in composer.graph.editions_of(item.id)),
        tracks=track_rows(parts, ""),
        roles=tuple(
            RoleRow(role.title, address(role), role.summary.plain, composer.level(role.level))
            for role in parts.of(Role)
        ),
        focus_areas=tuple(composer.focus(area) for area in parts.of(FocusArea)),
        focus_groups=tuple(group for g in parts.of(Gathering) if (group := focus_group(composer, parts, g))),
        focus=_focus(composer, item),
        sheets=compose_sheet_briefs(composer, parts, parts.of(Sheet)),
        principles=_principles(composer, item),
        resources=compose_resource_parts(composer, item, item.resources, all_resources),
        resources_note=resources_note(composer, rows),
        library=library_address(composer, parts) if all_resources else "",
        inspirations=_inspirations(composer, parts),
        articles=tuple(
            ArticleRow(one.title, address(one), composer.date(None, one.date) if one.date else None, one.summary.plain)
            for one in parts.of(Article)
        ),
        sign_up=next((Link(one.title, f"#{one.id}") for name, one in known if name == "how_to_sign_up"), None),
        sign_ups=sign_ups,
        stories=compose_story_contact(composer, item),
        known=tuple(known),
        sections=composer.sections(item),
        within=compose_within(composer, parts),
        wheel=link_of_programme(composer, parts),
    )


def _principles(composer: Composer, item: Programme) -> tuple[PrincipleList, ...]:
    return tuple(
        PrincipleList(
            item.anchors.ids[one.line] if one.line else "principles_", one.title, composer.points(item, one.points)
        )
        for one in item.principles
    )


def _focus(composer: Composer, item: Programme) -> tuple[ListPart[Prose], ...]:
    parts = (
        ListPart(
            composer.prose(item, part.prose),
            composer.lines(item, (point for point in part.points if not _means_area(composer, item, point))),
            part.start,
        )
        for part in item.focus_areas.parts
    )
    return tuple(part for part in parts if part.prose or part.points)


def _means_area(composer: Composer, item: Programme, point: Text) -> bool:
    """Tell whether a point is nothing but a focus area's name, linked to it."""
    area = composer.graph.target(item, lone_target(point))
    return isinstance(area, FocusArea) and point.plain.casefold() == area.title.casefold()


def _first_role(composer: Composer, role: Role) -> Link:
    return Link(composer.words["i_am"].format(role=composer.in_sentence(role)), address(role))


def _facts(composer: Composer, parts: ProgrammeParts) -> tuple[Fact, ...]:
    item, words = parts.programme, composer.words
    umbrella = composer.mark(item.part_of)
    facts = [
        Fact(words["audience"], item.audience),
        Fact(words["organisations"], composer.join(item.organisations)),
        Fact(words["provider"], item.provider),
        Fact(
            words["part_of"],
            umbrella.name if umbrella else "",
            (Link(umbrella.name, umbrella.address),) if umbrella else (),
        ),
    ]
    return tuple(fact for fact in facts if fact.value)


def joining_facts(composer: Composer, says: TakingPart, sign_ups: Sequence[SignUpRow]) -> Iterator[Fact]:
    """Compose what is to be known before one joins a programme or a cohort, where there is no sign-up to say it.

    ``sign_ups``: all that the page shows.
    """
    if any(row.shape is None for row in sign_ups):
        return
    words = composer.phrases["words"]["sign_up"]
    said = (
        (words["seats"], says.seats),
        (words["price"], says.price),
        (words["bring"], says.bring),
        (words["contact"], says.contact),
    )
    yield from (Fact(label, value) for label, value in said if value)


def focus_group(composer: Composer, parts: ProgrammeParts, gathering: Gathering) -> FocusGroup | None:
    """Compose the focus points that a gathering has in its own words; None where all are links to focus areas."""
    points = composer.lines(gathering, own_points(gathering))
    return FocusGroup(composer.brief(parts, gathering), points) if points else None


def resources_note(composer: Composer, rows: Sequence[ResourceRow]) -> str:
    """Tell in a sentence how many of the resources lack something to open; empty where none does."""
    missing = sum(bool(row.missing) for row in rows)
    if not missing:
        return ""
    words = composer.words["resources_all_missing" if missing == len(rows) > 1 else "resources_some_missing"]
    return words.format(count=len(rows), missing=missing)


def _inspirations(composer: Composer, parts: ProgrammeParts) -> tuple[ListPart[Entry[InspirationBrief]], ...]:
    item = parts.programme
    borrowed = [composer.graph.target(item, one.target) for one in item.inspirations.items]
    own = [one for one in parts.of(Inspiration) if one not in borrowed]
    return with_more(
        composer.inspirations(item, item.inspirations), tuple(Entry(composer.inspiration(one, item.id)) for one in own)
    )


def missing_of_programme(composer: Composer, programme: Programme) -> Iterator[str]:
    """Tell what a programme lacks; an umbrella, which has neither gatherings nor roles, only its summary."""
    yield from missing_summary(composer, programme)
    if programme.type != "umbrella":
        parts = composer.graph.by_id[programme.id]
        known = {
            "audience": programme.audience,
            "contact": programme.whom_to_ask or programme.contact,
            "sign_up": programme.how_to_sign_up or programme.sign_up or not _has_deadline(parts),
            "gatherings": parts.of(Gathering),
            "roles": parts.of(Role),
        }
        yield from (key for key, value in known.items() if not value)


def _has_deadline(parts: ProgrammeParts) -> bool:
    """Tell whether a programme's own deadline still holds for somebody: cohorts with a sign-up of their own go by it no
    more, and nobody signs up for what is over."""
    cohorts = parts.occurrences.cohorts
    joined = not cohorts or any(one.state != "completed" and not one.sign_up for one in cohorts)
    return bool(parts.programme.deadline and parts.programme.state != "completed" and joined)
