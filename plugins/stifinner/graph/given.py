"""Work between gatherings as it is given: for whom it is, and which gatherings its deadlines name."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..dates.words import one_of, vocabulary
from ..model.deadlines import NEXT, Deadline, WorkHeading
from ..model.gathering import Gathering
from ..model.item import Item
from ..model.role import Role
from ..model.work import WorkBetween, WorkStep
from .names import Names


@dataclass(frozen=True)
class Meant:
    """A deadline, and what it means whichever way somebody walks."""

    written: Deadline = NEXT
    gatherings: tuple[Gathering, ...] = ()
    """The gatherings of the name in it; several may have one."""


@dataclass(frozen=True)
class GivenStep:
    """A step of the work with a deadline of its own."""

    meant: Meant
    written: WorkStep


@dataclass(frozen=True)
class GivenWork:
    """Work that a gathering gives."""

    gathering: Gathering
    written: WorkBetween
    audience: tuple[str, ...]
    """Ids of the roles that it is for; empty: everyone."""
    meant: Meant
    steps: tuple[GivenStep, ...]
    unknown: WorkHeading | None = None
    """What the heading says, where it names something that is not there."""
    unknown_steps: tuple[WorkStep, ...] = ()
    """Points that begin as steps do, with a name that is not there; most of them are no steps."""

    @property
    def deadlines(self) -> tuple[tuple[int, Meant], ...]:
        """The deadline of its heading, and those of its steps, each with its line."""
        return ((self.written.line, self.meant), *((step.written.point.line, step.meant) for step in self.steps))

    def is_for(self, role: str) -> bool:
        """Tell whether it is for a role, given by its id."""
        return not self.audience or role in self.audience


class WorkNames:
    """The names by which headings mean gatherings and roles of a programme."""

    def __init__(self, gatherings: Iterable[Gathering], roles: Iterable[Role]) -> None:
        self.gatherings = Names((one, (one.title, one.also_called, one.id)) for one in gatherings)
        self.roles = Names((role, (role.title, role.plural, role.id)) for role in roles)

    def given(self, gathering: Gathering, written: WorkBetween) -> GivenWork:
        """Find what the names in a gathering's work mean. Of several ways to read it, the longest names win."""
        # The first way to read a heading has the shortest names.
        ways = ((self._meant(way.deadline), self._audience(gathering, way.audience)) for way in written.headings[::-1])
        known = next(((meant, audience) for meant, audience in ways if meant and audience is not None), None)
        meant, audience = known or (Meant(), gathering.audience)
        steps = [self._step(ways) for ways in written.steps]
        unknown = tuple(ways[0] for ways, step in zip(written.steps, steps, strict=True) if step is None)
        heading = None if known else written.headings[0]
        return GivenWork(gathering, written, audience, meant, tuple(filter(None, steps)), heading, unknown)

    def _step(self, ways: Sequence[WorkStep]) -> GivenStep | None:
        """Find what a step means; None where its name is unknown."""
        known = ((self._meant(way.deadline), way) for way in reversed(ways))
        return next((GivenStep(meant, way) for meant, way in known if meant), None)

    def _meant(self, deadline: Deadline) -> Meant | None:
        """Find what a deadline means; None where its name is unknown."""
        if not deadline.at:
            return Meant(deadline)
        found = self.gatherings.find(deadline.at)
        return Meant(deadline, found) if found else None

    def _audience(self, gathering: Gathering, words: str) -> tuple[str, ...] | None:
        """Find the roles that words mean: of none, those whom the gathering is for; None where one is unknown."""
        if not words:
            return gathering.audience
        roles = self.roles.find_several(words) or self.roles.find_several(_EVERY.sub("", words))
        if roles:
            return tuple(dict.fromkeys(role.id for role in roles))
        return () if _EVERY.fullmatch(words) else None


_EVERY = re.compile(rf"(?:{one_of(vocabulary().words['everyone'])})(?:\s+|$)", re.IGNORECASE)
"""«alle», alone or before a role."""


def resolve_works(
    gatherings: Sequence[Gathering], roles: Sequence[Role], named: Sequence[Item] = ()
) -> Mapping[str, GivenWork]:
    """Find what the work of all gatherings means: id of the gathering that gives it → the work.

    ``named``: gatherings and roles that a heading may name too.
    """
    names = WorkNames(
        [*gatherings, *(one for one in named if isinstance(one, Gathering))],
        [*roles, *(one for one in named if isinstance(one, Role))],
    )
    return {one.id: names.given(one, one.work_between) for one in gatherings if one.work_between}
