"""Whose way a stop is on: that of a role, in a cohort or outside all cohorts."""

from collections.abc import Sequence

from ..model.cohort import Cohort
from ..model.gathering import Gathering
from ..model.role import Role
from .portal_graph import ProgrammeParts
from .stops import Stop
from .work import Way


def is_for(gathering: Gathering, role: Role) -> bool:
    """Tell whether a gathering is for a role."""
    return not gathering.audience or role.id in gathering.audience


def concerns(gathering: Gathering, role: Role) -> bool:
    """Tell whether a role comes to a gathering, or holds it."""
    return is_for(gathering, role) or role.id in gathering.taught_by


def cohorts_of(parts: ProgrammeParts, role: Role) -> tuple[Cohort, ...]:
    """Give the cohorts that a role is in; one that only holds gatherings is outside them."""
    return tuple(cohort for cohort in parts.occurrences.cohorts if is_in(parts, role, cohort))


def is_in(parts: ProgrammeParts, role: Role, cohort: Cohort) -> bool:
    """Tell whether a role is in a cohort: whether that has dates of its own for a gathering that is for the role.

    Work that such a gathering gives the role counts too.
    """

    def takes_part(gathering: Gathering) -> bool:
        work = parts.works.get(gathering.id)
        return is_for(gathering, role) or bool(work and work.is_for(role.id))

    return any(stop.cohorts and takes_part(stop.gathering) for stop in parts.occurrences.paths[cohort.id])


def way_of(parts: ProgrammeParts, stops: Sequence[Stop]) -> Way:
    """Give the way through stops of a programme, or of a cohort, with all work on it."""
    return Way(stops, parts.works)


def way_of_role(parts: ProgrammeParts, role: Role, cohort: Cohort | None = None) -> Way:
    """Give a role's way. ``cohort``: the one that somebody is in; None: not known, or outside.

    Whoever is outside the cohorts has the stops of each of them.
    """
    whole = parts.occurrences.paths[cohort.id] if cohort else _outside(parts, role)
    return Way([stop for stop in whole if concerns(stop.gathering, role)], parts.works, whole, role.id)


def _outside(parts: ProgrammeParts, role: Role) -> Sequence[Stop]:
    """Give the stops on the way of whoever has a role, in no cohort or in one that is not known."""
    return parts.occurrences.path if cohorts_of(parts, role) else parts.occurrences.all


def roles_in(parts: ProgrammeParts, cohort: Cohort) -> tuple[Role, ...]:
    """Give the roles of a cohort: those that have a way of their own in it."""
    return tuple(role for role in parts.of(Role) if is_in(parts, role, cohort))
