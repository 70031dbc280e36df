"""The order of gatherings in time: some have dates, some a number, and some only say what they come before or after."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from heapq import heapify, heappop, heappush
from itertools import pairwise

from .stops import Stop

LAST = 10_000
"""The place in order of what has been given none («rekkefølge»)."""
Edge = tuple[str, str]
"""Ids: the first comes before the second."""
_StopKey = tuple[str, tuple[int, ...]]
"""What tells a stop from all others (``Stop.key``)."""
_StopEdge = tuple[_StopKey, _StopKey]
_Key = tuple[bool, date, date, int, int, tuple[tuple[int, str], ...], tuple[int, ...]]
"""Sort key of a stop: whether it only recurs, first day, last day, place in a cohort's list, number, id (see
``natural``), parts."""


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


def order_stops(stops: Sequence[Stop], listed: Sequence[str] = ()) -> tuple[Stop, ...]:
    """Sort stops by time: dates rule, then «etter», «før» and «forbereder», then numbers, then names.

    ``listed``: ids of gatherings as a cohort's file has them; what is undated stands behind what it follows there,
    and last where nothing with a date follows it.

    This is a topological sort. Of those that may come next it takes what the one just placed prepares; then the
    earliest date; then undated ones by number and name; then series. Where the edges form a circle (a problem of its
    own), the dates win.
    """
    by_key = {stop.key: stop for stop in stops}
    keys = _keys_in_time(stops, listed)
    in_time = sorted(stops, key=lambda stop: keys[stop.key])
    edges = {(a.key, b.key) for a, b in pairwise(stop for stop in in_time if stop.start)}
    edges |= _number_edges(stops)
    first: dict[str, Stop] = {}
    last: dict[str, Stop] = {}
    for stop in in_time:
        first.setdefault(stop.id, stop)
        last[stop.id] = stop
    for before, after in said_edges(stops):
        # Of several parts, the last comes before what follows, and the first after what precedes.
        a, b = last.get(before), first.get(after)
        if a and b and not _dates_forbid(a, b):
            edges.add((a.key, b.key))
    return tuple(_sorted(by_key, keys, edges))


def merge_paths(paths: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Join several ways into one that has everything once: ids, as on the first way that has them.

    What only a later way has stands after what it follows there.
    """
    merged: list[str] = []
    for path in paths:
        index = 0
        for id in dict.fromkeys(path):
            if id in merged:
                index = max(index, merged.index(id) + 1)
            else:
                merged.insert(index, id)
                index += 1
    return tuple(merged)


def group_modules(stops: Sequence[Stop]) -> tuple[Stop, ...]:
    """Let stops of one module stand together, at the place of its first."""
    begun: set[str] = set()
    grouped: list[Stop] = []
    for stop in stops:
        module = stop.gathering.module
        if not module:
            grouped.append(stop)
        elif module not in begun:
            begun.add(module)
            grouped += [one for one in stops if one.gathering.module == module]
    return tuple(grouped)


def _sorted(
    by_key: Mapping[_StopKey, Stop], keys: Mapping[_StopKey, _Key], edges: Iterable[_StopEdge]
) -> Iterator[Stop]:
    """Give each stop once all that come before it are given."""
    waiting = _Waiting(by_key, keys, edges)
    prepared: tuple[str, ...] = ()
    for _ in by_key:
        key = waiting.first_prepared(prepared) or waiting.first_free() or waiting.first_in_circle(prepared)
        waiting.remove(key)
        prepared = by_key[key].gathering.prepares
        yield by_key[key]


class _Waiting:
    """The stops that are not placed yet, and how many others each of them waits for.

    A stop is *free* when all that come before it are placed. Of several, the first in time is chosen.
    """

    def __init__(
        self, by_key: Mapping[_StopKey, Stop], keys: Mapping[_StopKey, _Key], edges: Iterable[_StopEdge]
    ) -> None:
        self._by_key = by_key
        self._keys = set(by_key)
        self._places = {key: (keys[key], index) for index, key in enumerate(by_key)}
        self._parts: dict[str, list[_StopKey]] = {}
        """Id of a gathering → keys of its stops."""
        for key, stop in by_key.items():
            self._parts.setdefault(stop.id, []).append(key)
        self._after: dict[_StopKey, list[_StopKey]] = {key: [] for key in by_key}
        self._missing = dict.fromkeys(by_key, 0)
        """Key → number of stops before it that are not placed yet."""
        for first, second in edges:
            self._after[first].append(second)
            self._missing[second] += 1
        self._free = [(self._places[key], key) for key, count in self._missing.items() if not count]
        """Heap of free stops; those that are placed meanwhile are dropped when they come first."""
        heapify(self._free)
        self._all = sorted(((self._places[key], key) for key in by_key), reverse=True)
        """All stops, the first one last; those that are placed meanwhile are dropped when they come first."""

    def first_prepared(self, prepared: Iterable[str]) -> _StopKey | None:
        """Give the first free stop of some ids; None where none is. Dated stops are left to their dates."""
        free = [key for key in self._undated(prepared) if not self._missing[key]]
        return min(free, key=self._places.__getitem__, default=None)

    def first_free(self) -> _StopKey | None:
        """Give the first free stop; None where none is."""
        while self._free and self._free[0][1] not in self._keys:
            heappop(self._free)
        return self._free[0][1] if self._free else None

    def first_in_circle(self, prepared: Iterable[str]) -> _StopKey:
        """Give a stop though others should come before it: of some ids, or else the first of all."""
        while self._all[-1][1] not in self._keys:
            self._all.pop()
        return min(self._undated(prepared), key=self._places.__getitem__, default=self._all[-1][1])

    def remove(self, key: _StopKey) -> None:
        """Take out a stop that is placed: those after it wait for one less."""
        self._keys.remove(key)
        for following in self._after[key]:
            self._missing[following] -= 1
            if not self._missing[following] and following in self._keys:
                heappush(self._free, (self._places[following], following))

    def _undated(self, ids: Iterable[str]) -> list[_StopKey]:
        keys = (key for id in ids for key in self._parts.get(id, ()))
        return [key for key in keys if key in self._keys and not self._by_key[key].start]


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


def _number_edges(stops: Sequence[Stop]) -> set[_StopEdge]:
    """Give an edge from each numbered stop to the next for the same audience, unless their dates forbid it."""
    rows: dict[frozenset[str], list[Stop]] = {}
    for stop in stops:
        if stop.gathering.number is not None:
            rows.setdefault(frozenset(stop.gathering.audience), []).append(stop)
    edges: set[_StopEdge] = set()
    for row in rows.values():
        row.sort(key=lambda stop: (stop.gathering.number or 0, natural(stop.id), stop.numbers))
        edges |= {(a.key, b.key) for a, b in pairwise(row) if not _dates_forbid(a, b)}
    return edges


def _dates_forbid(first: Stop, second: Stop) -> bool:
    return bool(first.start and second.start and first.start > second.start)


def _keys_in_time(stops: Sequence[Stop], listed: Sequence[str]) -> dict[_StopKey, _Key]:
    """Give the sort key of each stop. An undated one has the last days listed before it, if any are listed after it."""
    days: dict[str, list[tuple[date, date]]] = {}
    for stop in stops:
        if stop.start and stop.end:
            days.setdefault(stop.id, []).append((stop.start, stop.end))
    places = {id: place for place, id in enumerate(listed)}
    before: dict[str, tuple[date, date]] = {}
    last = (date.min, date.min)
    for id in listed[: max((place for id, place in places.items() if id in days), default=0)]:
        before[id] = last = max([last, *days.get(id, [])])
    return {stop.key: _in_time(stop, places.get(stop.id, LAST), before.get(stop.id)) for stop in stops}


def _in_time(stop: Stop, place: int, before: tuple[date, date] | None) -> _Key:
    """Give the sort key. Among undated stops, those with a number come before those without."""
    number = stop.gathering.number
    first, last = before or (date.max, date.max if number is None else date.min)
    return (
        stop.when.kind == "recurring",
        stop.start or first,
        stop.end or last,
        place,
        number if number is not None else LAST,
        natural(stop.id),
        stop.numbers,
    )
