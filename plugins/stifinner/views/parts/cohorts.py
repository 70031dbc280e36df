"""Compose cohorts as pages show them: their cards, and the question in which of them the reader is."""

from collections.abc import Sequence

from ...graph.portal_graph import ProgrammeParts, address
from ...graph.stops import Stop
from ...graph.ways import cohorts_of, roles_in, way_of_role
from ...model.cohort import Cohort
from ...model.gathering import Gathering
from ...model.role import Role
from .cohort_shown import CohortShown, Door, StopLine
from .composer import Composer
from .elements import Link
from .state import compose_state
from .texts import upper_first


def compose_cohorts(composer: Composer, parts: ProgrammeParts) -> tuple[CohortShown, ...]:
    """Compose all cohorts of a programme, in order of time."""
    return tuple(compose_cohort(composer, parts, cohort) for cohort in parts.occurrences.cohorts)


def compose_cohort(composer: Composer, parts: ProgrammeParts, cohort: Cohort) -> CohortShown:
    """Compose a cohort with all of its way, and links to the roles in it."""
    roles = tuple(
        Link(composer.words["i_am"].format(role=composer.in_sentence(role)), role_in_cohort(composer, cohort, role))
        for role in roles_in(parts, cohort)
    )
    return _shown(composer, parts, cohort, address(cohort), parts.occurrences.paths[cohort.id], roles)


def compose_cohorts_of(composer: Composer, parts: ProgrammeParts, gathering: Gathering) -> tuple[CohortShown, ...]:
    """Compose the cohorts that have a gathering, each with when and where it is for them."""
    occurrences = parts.occurrences
    ways = [(cohort, occurrences.stops_in(cohort, gathering)) for cohort in occurrences.cohorts]
    return tuple(_shown(composer, parts, one, address(one), stops, ()) for one, stops in ways if stops)


def compose_doors(composer: Composer, parts: ProgrammeParts) -> tuple[Door, ...]:
    """Compose the question in which cohort the reader is; nothing for a programme without cohorts."""
    return tuple(
        _door(composer, parts, cohort, cohort.title, address(cohort), parts.occurrences.paths[cohort.id])
        for cohort in parts.occurrences.cohorts
    )


def compose_role_doors(composer: Composer, parts: ProgrammeParts, role: Role) -> tuple[Door, ...]:
    """Compose the question in which cohort somebody has a role; nothing for a role outside all cohorts."""
    return tuple(
        _door(
            composer,
            parts,
            cohort,
            cohort.title,
            role_in_cohort(composer, cohort, role),
            way_of_role(parts, role, cohort).stops,
        )
        for cohort in cohorts_of(parts, role)
    )


def compose_doors_in(composer: Composer, parts: ProgrammeParts, cohort: Cohort) -> tuple[Door, ...]:
    """Compose the question which role the reader has in a cohort."""
    return tuple(
        _door(
            composer,
            parts,
            cohort,
            composer.words["i_am"].format(role=composer.in_sentence(role)),
            role_in_cohort(composer, cohort, role),
            way_of_role(parts, role, cohort).stops,
        )
        for role in roles_in(parts, cohort)
    )


def role_in_cohort(composer: Composer, cohort: Cohort, role: Role) -> str:
    """Give the address of the page of a role in a cohort: ``programmer/x/kull/kull-3/roller/leder/``."""
    return f"{address(cohort)}{composer.phrases['folders']['role']}/{role.id}/"


def compose_stop_line(composer: Composer, parts: ProgrammeParts, stop: Stop, cohort: Cohort | None) -> StopLine:
    """Compose a stop in a list of dates."""
    brief = composer.stop_brief(parts, stop, cohort)
    return StopLine(brief.name, brief.address, brief.shape, brief.date, brief.place, brief.stop)


def _door(
    composer: Composer, parts: ProgrammeParts, cohort: Cohort, name: str, address: str, stops: Sequence[Stop]
) -> Door:
    state = compose_state(composer, cohort.state, parts.occurrences.paths[cohort.id])
    lines = tuple(compose_stop_line(composer, parts, stop, cohort) for stop in stops)
    return Door(cohort.id, name, address, state, lines)


def _shown(
    composer: Composer,
    parts: ProgrammeParts,
    cohort: Cohort,
    address: str,
    stops: Sequence[Stop],
    roles: tuple[Link, ...],
) -> CohortShown:
    own = parts.occurrences.paths[cohort.id]
    days = sorted(day for stop in own if cohort in stop.cohorts for day in (stop.start, stop.end) if day)
    return CohortShown(
        id=cohort.id,
        name=cohort.title,
        address=address,
        state=compose_state(composer, cohort.state, own),
        period=upper_first(composer.dates.show_months(days[0], days[-1])) if days else "",
        participants=cohort.participants,
        lines=tuple(compose_stop_line(composer, parts, stop, cohort) for stop in stops),
        roles=roles,
    )
