"""Who supports whom in a programme, as arrows; arrows that hang together make one drawing."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.role import Role, Supports
from .portal_graph import Graph, ProgrammeParts

MOST_PEOPLE = 30
"""Discs of one drawing (roles and others). With more on a page's width, names are too small to be read."""
MOST_ARROWS = 40
"""Arrows of one drawing. Each needs room for its word and its line; twenty already take a page."""


@dataclass(frozen=True)
class Arrow:
    """Support from a role to another, or to somebody without a file."""

    source: Role
    target: str
    """Id of the role that is supported, or the name of somebody without a file."""
    role: Role | None
    """The role that is supported; None for somebody without a file."""
    support: Supports | None
    """The point below «Støtter» that says so; None where the source is a part of the target."""


@dataclass(frozen=True)
class Drawing:
    """Arrows that hang together: each shares somebody with another one."""

    arrows: tuple[Arrow, ...]
    people: tuple[str, ...]
    """Ids and names in the order in which the arrows name them."""

    @property
    def fits(self) -> bool:
        """Whether it can be drawn so that somebody can read it; else the sentences stand alone."""
        return len(self.people) <= MOST_PEOPLE and len(self.arrows) <= MOST_ARROWS


def find_drawings(graph: Graph, parts: ProgrammeParts) -> tuple[Drawing, ...]:
    """Find the drawings of a programme, in the order of its roles."""
    arrows = tuple(_arrows(graph, parts))
    group = _groups(arrows)
    by_group: dict[str, list[Arrow]] = {}
    for arrow in arrows:
        by_group.setdefault(group[arrow.source.id], []).append(arrow)
    return tuple(
        Drawing(tuple(some), tuple(dict.fromkeys(key for one in some for key in (one.source.id, one.target))))
        for some in by_group.values()
    )


def _arrows(graph: Graph, parts: ProgrammeParts) -> Iterator[Arrow]:
    """Give the arrows role by role: first what «Støtter» says, then those to the roles that it is a part of."""
    roles = parts.of(Role)
    index_of = {role.id: index for index, role in enumerate(roles)}
    for role in roles:
        for support in (one for one in role.supports.items if one.name):
            target = graph.target(role, support.target)
            meant = target if isinstance(target, Role) else None
            yield Arrow(role, meant.id if meant else support.name, meant, support)
        for index in sorted(index_of[id] for id in set(role.part_of) & index_of.keys()):
            yield Arrow(role, roles[index].id, roles[index], None)


def _groups(arrows: tuple[Arrow, ...]) -> dict[str, str]:
    """Group what hangs together: id or name → the first id or name of its group."""
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
