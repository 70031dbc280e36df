"""The page of a cohort: its way through the programme, and what it keeps from the gatherings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...graph.places import place_at
from ...graph.portal_graph import ProgrammeParts, address
from ...graph.schedules import joining
from ...graph.ways import roles_in, way_of
from ...model.cohort import Cohort
from ..calendars.compose import compose_offer, narrowed_to_roles
from ..calendars.shown import CalendarOffer
from ..parts.changes import RecentChanges, compose_last
from ..parts.cohort_shown import CohortShown, Door
from ..parts.cohorts import compose_cohort, compose_doors_in, role_in_cohort
from ..parts.composer import Composer
from ..parts.elements import Link, ProgrammeMark, Prose, Sections, Within
from ..parts.kept import KeptFrom, kept_by
from ..parts.page import Page, PageBelow
from ..parts.sign_ups import SignUpRow, compose_sign_ups
from ..parts.texts import lower_first
from ..parts.within import compose_within
from ..timeline.layout import compose_timeline
from ..timeline.shown import Timeline
from ..wheel.pages import wheel_link
from .programme import Fact, joining_facts
from .role import compose_role_page


@dataclass(frozen=True)
class CohortPage(Page):
    """A cohort: its timeline, its roles, and what it keeps from the gatherings."""

    styles = "hero timeline legend gathering duo way stop cohort changes folded calendar signup"
    scripts = "next times signup cohorts nextof states when timeline unfold copy"

    programme: ProgrammeMark
    cohort: CohortShown
    notice: str
    lede: Prose
    about: Prose
    facts: tuple[Fact, ...]
    doors: tuple[Door, ...]
    """The roles in it."""
    timeline: Timeline | None
    last_changes: RecentChanges | None
    """What was changed last; None where nothing was."""
    sign_ups: tuple[SignUpRow, ...]
    """How one joins it, then the gatherings that one signs up for."""
    calendar: CalendarOffer | None
    kept: tuple[KeptFrom, ...]
    others: tuple[Link, ...]
    """The other cohorts of the programme."""
    sections: Sections
    within: Within
    wheel: Link | None = None
    """Its year as a wheel; None where nothing has a date."""


def compose_cohort_page(composer: Composer, parts: ProgrammeParts, cohort: Cohort) -> CohortPage:
    """Compose the page of one cohort."""
    path = parts.occurrences.paths[cohort.id]
    sign_ups = compose_sign_ups(composer, parts, cohort, path)
    return CohortPage(
        programme=composer.mark_of(parts),
        cohort=compose_cohort(composer, parts, cohort),
        notice=parts.programme.notice,
        lede=composer.prose(cohort, cohort.summary),
        about=composer.prose(cohort, cohort.about),
        facts=tuple(_facts(composer, parts, cohort, sign_ups)),
        doors=compose_doors_in(composer, parts, cohort),
        timeline=compose_timeline(composer, parts, path, cohort),
        last_changes=compose_last(composer, cohort),
        sign_ups=sign_ups,
        calendar=compose_offer(
            composer,
            parts,
            address(cohort),
            lower_first(cohort.title),
            cohort,
            narrower=narrowed_to_roles(composer, parts, cohort),
        ),
        kept=kept_by(composer, parts, cohort),
        others=composer.links(one for one in parts.occurrences.cohorts if one is not cohort),
        sections=composer.sections(cohort),
        within=compose_within(composer, parts),
        wheel=wheel_link(composer, address(cohort), way_of(parts, path).steps),
    )


def compose_roles_in_cohort(composer: Composer, cohort: Cohort) -> Iterator[PageBelow]:
    """Compose the pages of the roles in a cohort."""
    parts = composer.graph.by_id[cohort.programme]
    for role in roles_in(parts, cohort):
        page = compose_role_page(composer, parts, role, cohort)
        address, is_draft = role_in_cohort(composer, cohort, role), role.path in composer.graph.drafts
        yield PageBelow("role", address, page.headline, role.summary.plain, page, is_draft)


def missing_of_cohort(composer: Composer, cohort: Cohort) -> Iterator[str]:
    """Tell what a cohort lacks: dates of its gatherings, as long as it is not over."""
    parts = composer.graph.by_id[cohort.programme]
    if "completed" in {cohort.state, parts.programme.state}:
        return
    path = parts.occurrences.paths[cohort.id]
    words = composer.words["gaps"]
    if undated := list(dict.fromkeys(stop.gathering.title for stop in path if not stop.start)):
        yield words["date_of" if len(undated) == 1 else "dates_of"].format(name=composer.join(undated))
    says = joining(parts.programme, cohort)
    if cohort.deadline and not says.sign_up and not parts.programme.how_to_sign_up:
        yield "sign_up"
    own = (stop for stop in path if stop.cohorts[:1] == (cohort,))
    if nowhere := list(dict.fromkeys(stop.gathering.title for stop in own if stop.lacks_sign_up)):
        yield words["sign_up_of"].format(name=composer.join(nowhere))


def _facts(composer: Composer, parts: ProgrammeParts, cohort: Cohort, sign_ups: Sequence[SignUpRow]) -> Iterator[Fact]:
    """Compose the facts below the cohort's name; what stands with its sign-up (``sign_ups``) is not said twice."""
    words = composer.words["cohort_facts"]
    if cohort.participants:
        yield Fact(words["participants"], cohort.participants)
    yield from _where(composer, cohort)
    yield from joining_facts(composer, joining(parts.programme, cohort), sign_ups)


def _where(composer: Composer, cohort: Cohort) -> Iterator[Fact]:
    words = composer.words["cohort_facts"]
    at = place_at(composer.graph.known_places, cohort, cohort)
    place = composer.place(at)
    if at.words:
        page = (Link(at.words, place.page.address),) if place and place.page else ()
        yield Fact(words["place"], at.words, page)
    if place and place.name and place.address:
        yield Fact(words["address"], place.address, (Link(place.address, place.map.address),) if place.map else ())
