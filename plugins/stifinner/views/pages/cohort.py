"""The page of a cohort: its way through the programme, and what it keeps from the gatherings."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts, address
from ...graph.ways import roles_in, way_of
from ...model.cohort import Cohort
from ..calendars.compose import compose_offer, narrowed_to_roles
from ..calendars.shown import CalendarOffer
from ..parts.cohort_shown import CohortShown, Door
from ..parts.cohorts import compose_cohort, compose_doors_in, role_in_cohort
from ..parts.composer import Composer
from ..parts.elements import Link, ProgrammeMark, Prose, Sections, Within
from ..parts.kept import KeptFrom, kept_by
from ..parts.page import Page, PageBelow
from ..parts.texts import lower_first
from ..parts.within import compose_within
from ..timeline.layout import compose_timeline
from ..timeline.shown import Timeline
from .programme import Fact
from .role import compose_role_page


@dataclass(frozen=True)
class CohortPage(Page):
    """A cohort: its timeline, its roles, and what it keeps from the gatherings."""

    styles = "hero timeline gathering duo way stop cohort folded calendar"
    scripts = "next times cohorts nextof states when timeline unfold copy"

    programme: ProgrammeMark
    cohort: CohortShown
    notice: str
    lede: Prose
    about: Prose
    facts: tuple[Fact, ...]
    doors: tuple[Door, ...]
    """The roles in it."""
    timeline: Timeline | None
    calendar: CalendarOffer | None
    kept: tuple[KeptFrom, ...]
    others: tuple[Link, ...]
    """The other cohorts of the programme."""
    sections: Sections
    within: Within


def compose_cohort_page(composer: Composer, parts: ProgrammeParts, cohort: Cohort) -> CohortPage:
    """Compose the page of one cohort."""
    path = parts.occurrences.paths[cohort.id]
    return CohortPage(
        programme=composer.mark_of(parts),
        cohort=compose_cohort(composer, parts, cohort),
        notice=parts.programme.notice,
        lede=composer.prose(cohort, cohort.summary),
        about=composer.prose(cohort, cohort.about),
        facts=tuple(_facts(composer, cohort)),
        doors=compose_doors_in(composer, parts, cohort),
        timeline=compose_timeline(composer, parts, path, cohort),
        calendar=compose_offer(
            composer,
            parts,
            address(cohort),
            lower_first(cohort.title),
            way_of(parts, path),
            (cohort,),
            narrowed_to_roles(composer, parts, cohort),
        ),
        kept=kept_by(composer, parts, cohort),
        others=composer.links(one for one in parts.occurrences.cohorts if one is not cohort),
        sections=composer.sections(cohort),
        within=compose_within(composer, parts),
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
    if cohort.state == "completed":
        return
    path = composer.graph.by_id[cohort.programme].occurrences.paths[cohort.id]
    names = dict.fromkeys(stop.gathering.title for stop in path if not stop.start)
    if names:
        words = composer.words["gaps"]["date_of" if len(names) == 1 else "dates_of"]
        yield words.format(name=composer.join(list(names)))


def _facts(composer: Composer, cohort: Cohort) -> Iterator[Fact]:
    words = composer.words["cohort_facts"]
    said = (
        (words["participants"], cohort.participants),
        (words["place"], cohort.place),
        (words["sign_up"], cohort.sign_up),
        (words["deadline"], composer.dates.show(cohort.deadline) if cohort.deadline else ""),
        (words["seats"], cohort.seats),
        (words["price"], cohort.price),
        (words["bring"], cohort.bring),
        (words["contact"], cohort.contact),
    )
    for label, value in said:
        if value:
            is_address = value.startswith(("http://", "https://"))
            yield Fact(label, value, (Link(words["sign_up_here"], value),) if is_address else ())
