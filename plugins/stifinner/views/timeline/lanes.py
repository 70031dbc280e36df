"""The lanes of a timeline: which audiences have their gatherings on the upper line, and which on the lower."""

from collections.abc import Sequence

from ...graph.portal_graph import ProgrammeParts
from ...graph.work import Step
from ...model.gathering import Gathering
from ..parts.composer import Composer
from ..parts.texts import upper_first
from .shown import Lane


def lower_audiences(gatherings: Sequence[Gathering]) -> frozenset[frozenset[str]]:
    """Find the audiences (sets of role ids; the empty set is everyone) whose gatherings stand on the lower line.

    There are two lines at most. The upper belongs to one audience: the first whose gatherings prepare for others;
    where none does, the first that is not everyone. All other audiences share the lower line, so a gathering for
    everyone stands with the larger group. With one audience there is one line, and nothing is lower.
    """
    audiences = list(dict.fromkeys(frozenset(gathering.audience) for gathering in gatherings))
    preparing = [frozenset(gathering.audience) for gathering in gatherings if gathering.prepares]
    narrow = [audience for audience in audiences if audience]
    upper = preparing[0] if preparing else (narrow or audiences)[0]
    return frozenset(audience for audience in audiences if audience != upper)


def people_of(step: Step, known: Sequence[frozenset[str]]) -> frozenset[str]:
    """Choose the audience of gatherings that a step stands with: its own; of work for others, one that they are in.

    Where there is none, the audience of the gathering that gives the work.
    """
    own, giver = frozenset(step.audience), frozenset(step.gathering.audience)
    return next((people for people in (own, giver, *known) if people in known and own <= people), giver)


def compose_lanes(
    composer: Composer, parts: ProgrammeParts, gatherings: Sequence[Gathering], lower: frozenset[frozenset[str]]
) -> tuple[Lane, ...]:
    """Compose the lanes, the upper first; one where no audience is lower."""
    upper = next(set(g.audience) for g in gatherings if frozenset(g.audience) not in lower)
    roles_below = {role for audience in lower for role in audience}
    # The lower line is named after the roles that only it has. Where all are on the upper line too, it has their
    # names all the same: «Alle» is a line with gatherings for everyone.
    named = roles_below - upper or (set() if frozenset() in lower else roles_below)
    lanes = [Lane("upper", upper_first(composer.audience(parts, sorted(upper))), "person")]
    if lower:
        name = composer.audience(parts, sorted(named)) or composer.words["everyone"]
        lanes.append(Lane("lower", upper_first(name), "people"))
    return tuple(lanes)
