"""Compose cohorts as pages show them: their cards, and the question in which of them the reader is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ...graph.portal_graph import ProgrammeParts, address
from ...graph.stops import Stop
from ...graph.ways import cohorts_of, is_in, roles_in, way_of_role
from ...model.cohort import Cohort
from ...model.gathering import Gathering
from ...model.role import Role
from .cohort_shown import CohortShown, Door, StopLine
from .composer import Composer
from .elements import Link
from .state import compose_state
from .texts import upper_first


def compose_cohorts(composer: Composer, parts: ProgrammeParts) -> tuple[CohortShown, ...]:
    """Compose all cohorts of a programme, in order of time, with links to the roles in each."""
    return tuple(
        replace(
            compose_cohort(composer, parts, cohort),
            roles=tuple(
                Link(_i_am(composer, role), role_in_cohort(composer, cohort, role)) for role in roles_in(parts, cohort)
            ),
        )
        for cohort in parts.occurrences.cohorts
    )


def compose_cohort(composer: Composer, parts: ProgrammeParts, cohort: Cohort) -> CohortShown:
    """Compose a cohort with all of its way."""
    return _shown(composer, parts, cohort, parts.occurrences.paths[cohort.id])


def compose_cohorts_of(composer: Composer, parts: ProgrammeParts, gathering: Gathering) -> tuple[CohortShown, ...]:
    """Compose the cohorts that have a gathering, each with when and where it is for them."""
    occurrences = parts.occurrences
    ways = [(cohort, occurrences.stops_in(cohort, gathering)) for cohort in occurrences.cohorts]
    return tuple(_shown(composer, parts, cohort, stops) for cohort, stops in ways if stops)


def compose_doors(composer: Composer, parts: ProgrammeParts) -> tuple[Door, ...]:
    """Compose the question in which cohort the reader is; nothing for a programme without cohorts."""
    return tuple(_door(composer, parts, cohort, cohort.title) for cohort in parts.occurrences.cohorts)


def compose_role_doors(composer: Composer, parts: ProgrammeParts, role: Role) -> tuple[Door, ...]:
    """Compose the question in which cohort somebody has a role; nothing for a role outside all cohorts."""
    return tuple(_door(composer, parts, cohort, cohort.title, role) for cohort in cohorts_of(parts, role))


def compose_doors_in(composer: Composer, parts: ProgrammeParts, cohort: Cohort) -> tuple[Door, ...]:
    """Compose the question which role the reader has in a cohort."""
    return tuple(_door(composer, parts, cohort, _i_am(composer, role), role) for role in roles_in(parts, cohort))


def role_in_cohort(composer: Composer, cohort: Cohort, role: Role) -> str:
    """Give the address of the page of a role in a cohort: ``programmer/x/kull/kull-3/roller/leder/``."""
    return f"{address(cohort)}{composer.phrases['folders']['role']}/{role.id}/"


def role_address(composer: Composer, parts: ProgrammeParts, role: Role, cohort: Cohort | None) -> str:
    """Give the address of a role's page: in the reader's cohort, where that is known and the role is in it."""
    return role_in_cohort(composer, cohort, role) if cohort and is_in(parts, role, cohort) else address(role)


def compose_stop_line(composer: Composer, parts: ProgrammeParts, stop: Stop, cohort: Cohort | None) -> StopLine:
    """Compose a stop in a list of dates."""
    brief = composer.stop_brief(parts, stop, cohort)
    return StopLine(brief.name, brief.address, brief.shape, brief.date, brief.place, brief.stop, brief.at)


def _i_am(composer: Composer, role: Role) -> str:
    """Say whose page it is, as a reader would: «Jeg er leder»."""
    return composer.words["i_am"].format(role=composer.in_sentence(role))


def _door(composer: Composer, parts: ProgrammeParts, cohort: Cohort, name: str, role: Role | None = None) -> Door:
    """Compose the way on to a cohort, or to a role in it."""
    path = parts.occurrences.paths[cohort.id]
    stops = way_of_role(parts, role, cohort).stops if role else path
    return Door(
        cohort.id,
        name,
        role_in_cohort(composer, cohort, role) if role else address(cohort),
        compose_state(composer, cohort.state, path),
        _lines(composer, parts, cohort, stops),
    )


def _shown(composer: Composer, parts: ProgrammeParts, cohort: Cohort, stops: Sequence[Stop]) -> CohortShown:
    own = parts.occurrences.paths[cohort.id]
    days = sorted(day for stop in own if cohort in stop.cohorts for day in (stop.start, stop.end) if day)
    goes_on = cohort.state != "completed" and any(not stop.start for stop in own)
    return CohortShown(
        id=cohort.id,
        name=cohort.title,
        address=address(cohort),
        state=compose_state(composer, cohort.state, own),
        period=upper_first(_period(composer, days, goes_on)) if days else "",
        participants=cohort.participants,
        lines=_lines(composer, parts, cohort, stops),
    )


def _period(composer: Composer, days: Sequence[date], goes_on: bool) -> str:
    """Say from when to when dates are known; ``goes_on``: whether some that may be later are not known yet."""
    if goes_on:
        return composer.words["from_month"].format(month=composer.dates.show_months(days[0], days[0]))
    return composer.dates.show_months(days[0], days[-1])


def _lines(composer: Composer, parts: ProgrammeParts, cohort: Cohort, stops: Sequence[Stop]) -> tuple[StopLine, ...]:
    return tuple(compose_stop_line(composer, parts, stop, cohort) for stop in stops)
