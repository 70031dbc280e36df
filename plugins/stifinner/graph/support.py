"""Who supports whom in a programme: arrows, and the drawings that they make together."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.role import Role, Supports
from .portal_graph import Graph, ProgrammeParts

MOST_PEOPLE = 30
"""Discs of one drawing. It is as wide as a page; with more, names can't be read on a phone or on paper."""
MOST_ARROWS = 40
"""Arrows of one drawing. Each has its word and a way of its own between the others; twenty already take a page."""


@dataclass(frozen=True)
class Arrow:
    """Support from a role to another, or to somebody without a file."""

    source: Role
    target: str
    """Id of a role, or a name."""
    role: Role | None
    """The role that is meant, if there is one."""
    support: Supports | None
    """What «Støtter» says; None where the source is part of the target."""


@dataclass(frozen=True)
class Drawing:
    """All arrows that hang together."""

    arrows: tuple[Arrow, ...]
    people: tuple[str, ...]
    """Ids and names in the order in which the arrows name them."""

    @property
    def fits(self) -> bool:
        """Whether it can be drawn so that somebody can read it; else the sentences stand alone."""
        return len(self.people) <= MOST_PEOPLE and len(self.arrows) <= MOST_ARROWS


def find_drawings(graph: Graph, parts: ProgrammeParts) -> tuple[Drawing, ...]:
    """The drawings of a programme."""
    arrows = tuple(_arrows(graph, parts))
    group = _groups(arrows)
    found: dict[str, list[Arrow]] = {}
    for arrow in arrows:
        found.setdefault(group[arrow.source.id], []).append(arrow)
    return tuple(
        Drawing(tuple(some), tuple(dict.fromkeys(key for one in some for key in (one.source.id, one.target))))
        for some in found.values()
    )


def _arrows(graph: Graph, parts: ProgrammeParts) -> Iterator[Arrow]:
    places = {role.id: place for place, role in enumerate(parts.of(Role))}
    for role in parts.of(Role):
        for support in (one for one in role.supports.items if one.name):
            target = graph.target(role, support.target)
            meant = target if isinstance(target, Role) else None
            yield Arrow(role, meant.id if meant else support.name, meant, support)
        for place in sorted(places[id] for id in set(role.part_of) & places.keys()):
            yield Arrow(role, parts.of(Role)[place].id, parts.of(Role)[place], None)


def _groups(arrows: tuple[Arrow, ...]) -> dict[str, str]:
    """Each id or name → one of those that it hangs together with, the same for all of them."""
    beside: dict[str, list[str]] = {}
    for arrow in arrows:
        beside.setdefault(arrow.source.id, []).append(arrow.target)
        beside.setdefault(arrow.target, []).append(arrow.source.id)
    group: dict[str, str] = {}
    for first in beside:
        waiting = [first] if first not in group else []
        while waiting:
            here = waiting.pop()
            if here not in group:
                group[here] = first
                waiting += beside[here]
    return group
