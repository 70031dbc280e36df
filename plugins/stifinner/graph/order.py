"""The order of gatherings in time: some have dates, some a number, and some only say what they come before or after."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import heapify, heappop, heappush
from itertools import pairwise

from .stops import Stop

Edge = tuple[str, str]
"""Ids: the first comes before the second."""
_Key = tuple[bool, date, date, int, tuple[tuple[int, str], ...]]
"""Sort key of a stop: whether it is a series, first day, last day, number, id (see ``natural``)."""


def said_edges(stops: Iterable[Stop]) -> set[Edge]:
    """Give the edges that facts declare by «etter», «før» and «forbereder»."""
    edges: set[Edge] = set()
    for stop in stops:
        edges |= {(stop.id, prepared) for prepared in stop.gathering.prepares}
        if stop.when.kind == "after":
            edges.add((stop.when.refers_to, stop.id))
        elif stop.when.kind == "before":
            edges.add((stop.id, stop.when.refers_to))
    return edges


def order_stops(stops: Sequence[Stop]) -> tuple[Stop, ...]:
    """Sort stops by time: dates rule, then «etter», «før» and «forbereder», then numbers, then names.

    This is a topological sort. Of those that may come next it takes what the one just placed prepares; then the
    earliest date; then undated ones by number and name; then series. Where the edges form a circle (a problem of its
    own), the dates win.
    """
    by_id = {stop.id: stop for stop in stops}
    dated = sorted((stop for stop in stops if stop.start), key=_key)
    edges = {(a.id, b.id) for a, b in pairwise(dated)}
    edges |= _number_edges(stops)
    known = {(a, b) for a, b in said_edges(stops) if a in by_id and b in by_id}
    edges |= {(a, b) for a, b in known if not _dates_forbid(by_id[a], by_id[b])}
    return tuple(_sorted(by_id, edges))


def _sorted(by_id: Mapping[str, Stop], edges: Iterable[Edge]) -> Iterator[Stop]:
    """Give each stop once all that come before it are given."""
    waiting = _Waiting(by_id, edges)
    prepared: tuple[str, ...] = ()
    for _ in by_id:
        id = waiting.first_prepared(prepared) or waiting.first_free() or waiting.first_in_circle(prepared)
        waiting.remove(id)
        prepared = by_id[id].gathering.prepares
        yield by_id[id]


class _Waiting:
    """The stops that are not placed yet, and how many others each of them waits for.

    A stop is *free* when all that come before it are placed. Of several, the first by ``_key`` is chosen.
    """

    def __init__(self, by_id: Mapping[str, Stop], edges: Iterable[Edge]) -> None:
        self._by_id = by_id
        self._ids = set(by_id)
        self._keys = {id: (_key(stop), index) for index, (id, stop) in enumerate(by_id.items())}
        self._after: dict[str, list[str]] = {id: [] for id in by_id}
        self._missing = dict.fromkeys(by_id, 0)
        """Id → number of stops before it that are not placed yet."""
        for first, second in edges:
            self._after[first].append(second)
            self._missing[second] += 1
        self._free = [(self._keys[id], id) for id, count in self._missing.items() if not count]
        """Heap of free stops; those that are placed meanwhile are dropped when they come first."""
        heapify(self._free)
        self._all = sorted(((self._keys[id], id) for id in by_id), reverse=True)
        """All stops, the first one last; those that are placed meanwhile are dropped when they come first."""

    def first_prepared(self, prepared: Iterable[str]) -> str:
        """Give the first free one of some ids; empty where none is. Dated stops are left to their dates."""
        free = [id for id in self._undated(prepared) if not self._missing[id]]
        return min(free, key=self._keys.__getitem__, default="")

    def first_free(self) -> str:
        """Give the first free id, or empty."""
        while self._free and self._free[0][1] not in self._ids:
            heappop(self._free)
        return self._free[0][1] if self._free else ""

    def first_in_circle(self, prepared: Iterable[str]) -> str:
        """Give an id though others should come before it: one of some ids, or else the first of all."""
        while self._all[-1][1] not in self._ids:
            self._all.pop()
        return min(self._undated(prepared), key=self._keys.__getitem__, default=self._all[-1][1])

    def remove(self, id: str) -> None:
        """Take out a stop that is placed: those after it wait for one less."""
        self._ids.remove(id)
        for following in self._after[id]:
            self._missing[following] -= 1
            if not self._missing[following] and following in self._ids:
                heappush(self._free, (self._keys[following], following))

    def _undated(self, ids: Iterable[str]) -> list[str]:
        return [id for id in ids if id in self._ids and not self._by_id[id].start]


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


def _number_edges(stops: Sequence[Stop]) -> set[Edge]:
    """Give an edge from each numbered gathering to the next for the same audience, unless their dates forbid it."""
    rows: dict[frozenset[str], list[Stop]] = {}
    for stop in stops:
        if stop.gathering.number is not None:
            rows.setdefault(frozenset(stop.gathering.audience), []).append(stop)
    edges: set[Edge] = set()
    for row in rows.values():
        row.sort(key=lambda stop: (stop.gathering.number or 0, natural(stop.id)))
        edges |= {(a.id, b.id) for a, b in pairwise(row) if not _dates_forbid(a, b)}
    return edges


def _dates_forbid(first: Stop, second: Stop) -> bool:
    return bool(first.start and second.start and first.start > second.start)


def _key(stop: Stop) -> _Key:
    """Give the sort key. Among undated gatherings, those with a number come before those without."""
    number = stop.gathering.number
    last = date.max if number is None else date.min
    return (
        stop.when.kind == "recurring",
        stop.start or date.max,
        stop.end or last,
        number if number is not None else 10_000,
        natural(stop.id),
    )
