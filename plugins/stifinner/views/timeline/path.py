"""The path drawn between the steps of a timeline: how far it runs, where it changes rows, which work runs along it.

Work between is drawn as a bar on the path, from the gathering that gives it to the day it is due.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class PathStep:
    """What the path has to know of a step: where it stands, and, for work between, where the work comes from."""

    upper: bool
    row: int
    column: int
    giver: int | None
    """For work between: the index, among all steps, of the gathering that gives it; None for a gathering."""
    carried: str
    """For work between: the anchor of its item, which the path leading to it names; else empty."""
    bar: int | None
    """For work between: how many columns to the left its bar begins; None for a gathering."""


@dataclass(frozen=True)
class TimelinePath:
    """The path from one step to the next in its lane, and what comes into the row at this step."""

    distance: int = 0
    """Columns to the next step in its lane and row, or to the end of the row."""
    goes_on: bool = False
    """True where it runs out of the row, since its lane goes on in a later one."""
    comes_from: bool = False
    """True where the path comes into the row from an earlier one."""
    comes_loose: bool = False
    """True where the path that comes into the row is dotted."""
    bar_in: bool = False
    """True where the bar of this work comes in from the row before."""
    bar_out: bool = False
    """True where the bar of the work that this gathering gives runs out of the row."""
    carries: tuple[str, ...] = ()
    """Anchors of the work that is under way from this step on: not yet due."""


def lay_paths(steps: Sequence[PathStep], columns: int, loose: Sequence[bool]) -> tuple[TimelinePath, ...]:
    """Find the path at each step.

    ``columns``: how many the drawing has; ``loose``: for each step, whether the path onwards is dotted, since the step
    or the next has no date.
    """
    before, after = _neighbours(steps)
    carried = _carried(steps)
    starts_taken = {(step.row, step.upper) for step in steps if step.column == 1 and step.giver is None}
    givers_out = {
        step.giver
        for step in steps
        if step.giver is not None and step.carried and step.upper == steps[step.giver].upper
        if step.row > steps[step.giver].row
    }
    paths = []
    for index, step in enumerate(steps):
        earlier, later = before[index], after[index]
        in_row = later is not None and steps[later].row == step.row
        comes_from = earlier is not None and steps[earlier].row < step.row
        paths.append(
            TimelinePath(
                distance=(steps[later].column if later is not None and in_row else columns + 1) - step.column,
                goes_on=later is not None and not in_row,
                comes_from=comes_from,
                comes_loose=comes_from and earlier is not None and loose[earlier],
                bar_in=step.bar == step.column - 1 and (step.row, step.upper) not in starts_taken,
                bar_out=index in givers_out,
                carries=carried[index],
            )
        )
    return tuple(paths)


def _neighbours(steps: Sequence[PathStep]) -> tuple[list[int | None], list[int | None]]:
    """Find, for each step, the index of the step before and of the one after it in its lane; None: there is none."""
    before: list[int | None] = [None] * len(steps)
    after: list[int | None] = [None] * len(steps)
    last: dict[bool, int] = {}
    for index, step in enumerate(steps):
        earlier = last.get(step.upper)
        if earlier is not None:
            before[index], after[earlier] = earlier, index
        last[step.upper] = index
    return before, after


def _carried(steps: Sequence[PathStep]) -> list[tuple[str, ...]]:
    """Find, for each step, the work under way after it: given by this or an earlier step, and not yet due."""
    begun: dict[int, list[int]] = {}
    for index, step in enumerate(steps):
        if step.giver is not None and step.carried:
            begun.setdefault(step.giver, []).append(index)
    on_the_way: dict[int, str] = {}
    carried = []
    for index in range(len(steps)):
        on_the_way.pop(index, None)
        on_the_way |= {work: steps[work].carried for work in begun.get(index, ())}
        carried.append(tuple(on_the_way[work] for work in sorted(on_the_way)))
    return carried
