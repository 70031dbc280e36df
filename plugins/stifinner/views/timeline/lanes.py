"""The lanes of a timeline: who walks which."""

from collections.abc import Sequence

from ...graph.portal_graph import ProgrammeParts
from ...model.gathering import Gathering
from ..parts.composer import Composer
from ..parts.texts import upper_first
from .shown import Lane


def lower_audiences(gatherings: Sequence[Gathering]) -> frozenset[frozenset[str]]:
    """Audiences that walk the lower line: those for whom the upper line's gatherings prepare, and whoever is left.

    The upper line belongs to the audience that prepares others; where nobody does, to the first. A gathering for
    everyone stands below with the larger group. With one audience there is one line.
    """
    audiences = list(dict.fromkeys(frozenset(gathering.audience) for gathering in gatherings))
    preparing = [frozenset(gathering.audience) for gathering in gatherings if gathering.prepares]
    narrow = [audience for audience in audiences if audience]
    upper = preparing[0] if preparing else (narrow or audiences)[0]
    return frozenset(audience for audience in audiences if audience != upper)


def compose_lanes(composer: Composer, parts: ProgrammeParts, lower: frozenset[frozenset[str]]) -> tuple[Lane, ...]:
    """One or two, the upper first."""
    upper = next(set(g.audience) for g in parts.of(Gathering) if frozenset(g.audience) not in lower)
    there = {role for audience in lower for role in audience}
    # Where the lower line is for some of those above, it has their name; «Alle» is only what is for everyone.
    below = there - upper or (set() if frozenset() in lower else there)
    lanes = [Lane("upper", upper_first(composer.audience(parts, sorted(upper))), "person")]
    if lower:
        name = composer.audience(parts, sorted(below)) or composer.words["everyone"]
        lanes.append(Lane("lower", upper_first(name), "people"))
    return tuple(lanes)
