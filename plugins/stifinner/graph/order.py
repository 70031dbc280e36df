"""The order of gatherings in time: some have dates, some a number, and some only say what they come before or after."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import heapify, heappop, heappush
from itertools import pairwise

from ..model.gathering import Gathering

Edge = tuple[str, str]
"""Ids: the first comes before the second."""
_Key = tuple[bool, date, date, int, tuple[tuple[int, str], ...]]
"""Sort key of a gathering: whether it is a series, first day, last day, number, id (see ``natural``)."""
_FullKey = tuple[_Key, int]
"""A sort key and, for gatherings with equal keys, their index in the order they came in."""


def said_edges(gatherings: Iterable[Gathering]) -> set[Edge]:
    """Give the edges that facts declare by «etter», «før» and «forbereder»."""
    edges: set[Edge] = set()
    for gathering in gatherings:
        edges |= {(gathering.id, prepared) for prepared in gathering.prepares}
        if gathering.date.kind == "after":
            edges.add((gathering.date.refers_to, gathering.id))
        elif gathering.date.kind == "before":
            edges.add((gathering.id, gathering.date.refers_to))
    return edges


def order_gatherings(gatherings: Sequence[Gathering]) -> tuple[Gathering, ...]:
    """Sort gatherings by time: dates rule, then «etter», «før» and «forbereder», then numbers, then names.

    This is a topological sort. Of those that may come next it takes what the one just placed prepares; then the
    earliest date; then undated ones by number and name; then series. Where the edges form a circle (a problem of its
    own), the dates win.
    """
    by_id = {gathering.id: gathering for gathering in gatherings}
    dated = sorted((g for g in gatherings if g.date.start), key=_key)
    edges = {(a.id, b.id) for a, b in pairwise(dated)}
    edges |= _number_edges(gatherings)
    known = {(a, b) for a, b in said_edges(gatherings) if a in by_id and b in by_id}
    edges |= {(a, b) for a, b in known if not _dates_forbid(by_id[a], by_id[b])}
    return tuple(_sorted(by_id, edges))


def _sorted(by_id: Mapping[str, Gathering], edges: Iterable[Edge]) -> Iterator[Gathering]:
    """Give each gathering once all that come before it are given; of several, the first by ``_key``.

    ``missing`` counts, for each id, the gatherings before it that are not given yet; ``free`` is a heap of those that
    miss none. It may hold ids that were given already, which ``_first_waiting`` skips.
    """
    keys = {id: (_key(gathering), index) for index, (id, gathering) in enumerate(by_id.items())}
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


def _first_waiting(free: list[tuple[_FullKey, str]], waiting: Container[str]) -> str:
    """Give the first id of the heap that still waits, or empty. Those before it are taken off the heap."""
    while free and free[0][1] not in waiting:
        heappop(free)
    return free[0][1] if free else ""


def find_circle(edges: Iterable[Edge]) -> tuple[str, ...]:
    """Find one circle among the edges: its ids in order, or empty where there is none."""
    after: dict[str, set[str]] = {}
    for first, second in edges:
        after.setdefault(first, set()).add(second)

    done: set[str] = set()
    for start in sorted(after):
        # The way from the start: each id with the ids still to be tried after it. A loop and no recursion, since a
        # way may be thousands of steps long.
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
    """Give a sort key by which ``samling-10`` comes after ``samling-9``."""
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", text))


def _number_edges(gatherings: Sequence[Gathering]) -> set[Edge]:
    """Give an edge from each numbered gathering to the next for the same audience, unless their dates forbid it."""
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
