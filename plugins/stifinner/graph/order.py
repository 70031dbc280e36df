"""The order of gatherings in time, where some have dates, some a number, and some only a relation to others."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import heapify, heappop, heappush
from itertools import pairwise

from ..model.gathering import Gathering

Edge = tuple[str, str]
"""Ids: the first comes before the second."""
_Key = tuple[bool, date, date, int, tuple[tuple[int, str], ...]]
_Place = tuple[_Key, int]
"""By what gatherings are sorted; the number parts those that nothing else does."""


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
    return tuple(_sorted(by_id, edges))


def _sorted(by_id: Mapping[str, Gathering], edges: Iterable[Edge]) -> Iterator[Gathering]:
    """Each when all that come before it have been; of those, the first by ``_key``."""
    keys = {id: (_key(gathering), place) for place, (id, gathering) in enumerate(by_id.items())}
    after: dict[str, list[str]] = {id: [] for id in by_id}
    missing = dict.fromkeys(by_id, 0)
    for first, second in edges:
        after[first].append(second)
        missing[second] += 1
    free = [(keys[id], id) for id, count in missing.items() if not count]
    heapify(free)
    all_waiting = sorted(((keys[id], id) for id in by_id), reverse=True)
    waiting = set(by_id)
    prepared: tuple[str, ...] = ()
    while waiting:
        ready = [id for id in prepared if id in waiting and not missing[id] and not by_id[id].date.start]
        if ready:
            id = min(ready, key=keys.__getitem__)
        elif any_free := _first_waiting(free, waiting):
            id = any_free
        else:
            # In a circle the dates win.
            some = [id for id in prepared if id in waiting and not by_id[id].date.start]
            while all_waiting[-1][1] not in waiting:
                all_waiting.pop()
            id = min(some, key=keys.__getitem__, default=all_waiting[-1][1])
        waiting.remove(id)
        prepared = by_id[id].prepares
        for following in after[id]:
            missing[following] -= 1
            if not missing[following] and following in waiting:
                heappush(free, (keys[following], following))
        yield by_id[id]


def _first_waiting(free: list[tuple[_Place, str]], waiting: Container[str]) -> str:
    """The first of those that may come next, or empty; those that have been are forgotten."""
    while free and free[0][1] not in waiting:
        heappop(free)
    return free[0][1] if free else ""


def find_circle(edges: Iterable[Edge]) -> tuple[str, ...]:
    """Ids of one circle among the edges, or empty."""
    after: dict[str, set[str]] = {}
    for first, second in edges:
        after.setdefault(first, set()).add(second)

    done: set[str] = set()
    for start in sorted(after):
        # The way from the start, each with what may follow it; no recursion, for a way may be thousands of steps.
        way: dict[str, Iterator[str]] = {}
        here = "" if start in done else start
        while here or way:
            if here:
                if here in way:
                    steps = list(way)
                    return tuple(steps[steps.index(here) :])
                way[here] = iter(sorted(after.get(here, ())))
            last = next(reversed(way))
            here = next((following for following in way[last] if following not in done), "")
            if not here:
                done.add(last)
                del way[last]
    return ()


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


def _key(gathering: Gathering) -> _Key:
    when = gathering.date
    last = date.max if gathering.number is None else date.min
    return (
        when.kind == "recurring",
        when.start or date.max,
        when.end or last,
        gathering.number if gathering.number is not None else 10_000,
        natural(gathering.id),
    )
