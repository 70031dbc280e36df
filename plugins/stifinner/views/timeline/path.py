"""The path between the steps of a timeline: how far it runs, from row to row, and the work between that it carries."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Stand:
    """Where a step stands, and what the path has to know of it."""

    upper: bool
    row: int
    column: int
    giver: int | None
    """Of work between: the place of the gathering that gives it; None for a gathering."""
    carried: str
    """Of work between: the id of its step, for the path that leads to it; else empty."""
    bar: int | None
    """Of work between: how many columns to the left its bar begins."""


@dataclass(frozen=True)
class TimelinePath:
    """The path at one step."""

    distance: int = 0
    """In columns on the broad drawing: to the next in its lane, or out of the row."""
    goes_on: bool = False
    """It runs out of the row, for its lane goes on in a later one."""
    comes_from: bool = False
    """It comes into the row, from where its lane was in an earlier one."""
    comes_loose: bool = False
    """What comes in is dotted."""
    bar_in: bool = False
    """The bar of this work between comes in from the row before."""
    bar_out: bool = False
    """The bar of work between that this gathering gives runs out of the row."""
    carries: tuple[str, ...] = ()
    """Ids of the work between that the path onwards carries."""


def lay_paths(stands: Sequence[Stand], columns: int, loose: Sequence[bool]) -> tuple[TimelinePath, ...]:
    """The path at each step. ``columns``: of the broad drawing; ``loose``: where the path onwards is dotted."""
    before, after = _neighbours(stands)
    carried = _carried(stands)
    first_taken = {(stand.row, stand.upper) for stand in stands if stand.column == 1 and stand.giver is None}
    out = {
        stand.giver
        for stand in stands
        if stand.giver is not None and stand.carried and stand.upper == stands[stand.giver].upper
        if stand.row > stands[stand.giver].row
    }
    paths = []
    for place, stand in enumerate(stands):
        earlier, later = before[place], after[place]
        here = later is not None and stands[later].row == stand.row
        comes_from = earlier is not None and stands[earlier].row < stand.row
        paths.append(
            TimelinePath(
                distance=(stands[later].column if later is not None and here else columns + 1) - stand.column,
                goes_on=later is not None and not here,
                comes_from=comes_from,
                comes_loose=comes_from and earlier is not None and loose[earlier],
                bar_in=stand.bar == stand.column - 1 and (stand.row, stand.upper) not in first_taken,
                bar_out=place in out,
                carries=carried[place],
            )
        )
    return tuple(paths)


def _neighbours(stands: Sequence[Stand]) -> tuple[list[int | None], list[int | None]]:
    """The step before and the one after each in its lane."""
    before: list[int | None] = [None] * len(stands)
    after: list[int | None] = [None] * len(stands)
    last: dict[bool, int] = {}
    for place, stand in enumerate(stands):
        earlier = last.get(stand.upper)
        if earlier is not None:
            before[place], after[earlier] = earlier, place
        last[stand.upper] = place
    return before, after


def _carried(stands: Sequence[Stand]) -> list[tuple[str, ...]]:
    """The work between on the path after each step: from the gathering that gives it to the day it is due."""
    begun: dict[int, list[int]] = {}
    for place, stand in enumerate(stands):
        if stand.giver is not None and stand.carried:
            begun.setdefault(stand.giver, []).append(place)
    on_the_way: dict[int, str] = {}
    carried = []
    for place in range(len(stands)):
        on_the_way.pop(place, None)
        on_the_way |= {work: stands[work].carried for work in begun.get(place, ())}
        carried.append(tuple(on_the_way[work] for work in sorted(on_the_way)))
    return carried
