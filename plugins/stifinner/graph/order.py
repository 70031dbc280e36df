"""The order of gatherings in time, where some have dates, some a number, and some only a relation to others."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from ..model.gathering import Gathering

Edge = tuple[str, str]
"""Ids: the first comes before the second."""


def said_edges(gatherings: Iterable[Gathering]) -> set[Edge]:
    """What the content says of the order in words: «etter», «før», «forbereder»."""
    edges: set[Edge] = set()
    for gathering in gatherings:
        edges |= {(gathering.id, prepared) for prepared in gathering.prepares}
        if gathering.date.kind == "after":
            edges.add((gathering.date.refers_to, gathering.id))
        elif gathering.date.kind == "before":
            edges.add((gathering.id, gathering.date.refers_to))
    return edges


def order_gatherings(gatherings: Sequence[Gathering]) -> tuple[Gathering, ...]:
    """All of them, each once: dates first, then words, then numbers, then names.

    A topological order that takes, among those that may come next, what the one just placed prepares; then the
    earliest date; then undated ones by number and name; then series. Where edges go in a circle (which is a problem
    of its own) the dates win.
    """
    by_id = {gathering.id: gathering for gathering in gatherings}
    dated = sorted((g for g in gatherings if g.date.start), key=_key)
    edges = {(a.id, b.id) for a, b in pairwise(dated)}
    edges |= _number_edges(gatherings)
    known = {(a, b) for a, b in said_edges(gatherings) if a in by_id and b in by_id}
    edges |= {(a, b) for a, b in known if not _dates_forbid(by_id[a], by_id[b])}
    waiting = dict(by_id)
    placed: list[Gathering] = []
    while waiting:
        free = [g for g in waiting.values() if not any(b == g.id and a in waiting for a, b in edges)]
        candidates = free or list(waiting.values())
        prepared = placed[-1].prepares if placed else ()
        following = min(candidates, key=lambda g: (g.id not in prepared or bool(g.date.start), *_key(g)))
        placed.append(waiting.pop(following.id))
    return tuple(placed)


def find_circle(edges: Iterable[Edge]) -> tuple[str, ...]:
    """Ids of one circle among the edges, or empty."""
    after: dict[str, set[str]] = {}
    for first, second in edges:
        after.setdefault(first, set()).add(second)

    def walk(node: str, path: tuple[str, ...]) -> tuple[str, ...]:
        if node in path:
            return path[path.index(node) :]
        for following in sorted(after.get(node, ())):
            if node not in done and (circle := walk(following, (*path, node))):
                return circle
        done.add(node)
        return ()

    done: set[str] = set()
    return next((circle for start in sorted(after) if (circle := walk(start, ()))), ())


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A sort key in which ``samling-10`` comes after ``samling-9``."""
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", text))


def _number_edges(gatherings: Sequence[Gathering]) -> set[Edge]:
    rows: dict[frozenset[str], list[Gathering]] = {}
    for gathering in gatherings:
        if gathering.number is not None:
            rows.setdefault(frozenset(gathering.audience), []).append(gathering)
    edges: set[Edge] = set()
    for row in rows.values():
        row.sort(key=lambda g: (g.number or 0, natural(g.id)))
        edges |= {(a.id, b.id) for a, b in pairwise(row) if not _dates_forbid(a, b)}
    return edges


def _dates_forbid(first: Gathering, second: Gathering) -> bool:
    return bool(first.date.start and second.date.start and first.date.start > second.date.start)


def _key(gathering: Gathering) -> tuple[bool, date, date, int, tuple[tuple[int, str], ...]]:
    when = gathering.date
    last = date.max if gathering.number is None else date.min
    return (
        when.kind == "recurring",
        when.start or date.max,
        when.end or last,
        gathering.number if gathering.number is not None else 10_000,
        natural(gathering.id),
    )
