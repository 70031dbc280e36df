"""The path drawn between the steps of a timeline: how far it runs, where it changes rows, which work runs along it.

Work between gatherings is a step of its own, where it is due, in the same lane as the gathering that gives it. It is
drawn as a bar on the path from that gathering to that step. Rows and columns are numbered from 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class PathStep:
    """What the path has to know of a step: where it stands, and, for work between, where the work comes from."""

    upper: bool
    """Whether it stands in the upper lane; else in the lower one."""
    row: int
    column: int
    giver: int | None
    """For work between: the index, among all steps, of the gathering that gives it; None for a gathering."""
    carried: str
    """For work between: the anchor of its item, for ``TimelinePath.carries``; empty: it is not listed there."""
    bar: int | None
    """For work between: how many columns to the left its bar begins, in the same row; None for a gathering."""


@dataclass(frozen=True)
class TimelinePath:
    """The path from one step to the next in its lane, and what comes to this step from an earlier row."""

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
    carries = _carries(steps)
    givers_to_later_rows = _givers_to_later_rows(steps)
    # Row and lane where a gathering stands in the first column. A bar there begins at the gathering, not at the edge.
    begun_by_gathering = {(step.row, step.upper) for step in steps if step.column == 1 and step.giver is None}
    paths = []
    for index, step in enumerate(steps):
        earlier, later = before[index], after[index]
        next_in_row = steps[later] if later is not None and steps[later].row == step.row else None
        from_earlier_row = earlier if earlier is not None and steps[earlier].row < step.row else None
        reaches_first_column = step.bar == step.column - 1
        paths.append(
            TimelinePath(
                distance=(next_in_row.column if next_in_row else columns + 1) - step.column,
                goes_on=later is not None and next_in_row is None,
                comes_from=from_earlier_row is not None,
                comes_loose=from_earlier_row is not None and loose[from_earlier_row],
                bar_in=reaches_first_column and (step.row, step.upper) not in begun_by_gathering,
                bar_out=index in givers_to_later_rows,
                carries=carries[index],
            )
        )
    return tuple(paths)


def _givers_to_later_rows(steps: Sequence[PathStep]) -> set[int]:
    """Find the gatherings, by index, whose work stands in a later row of the same lane."""
    return {
        work.giver
        for work in steps
        if work.giver is not None
        and work.carried
        and work.upper == steps[work.giver].upper
        and work.row > steps[work.giver].row
    }


def _neighbours(steps: Sequence[PathStep]) -> tuple[list[int | None], list[int | None]]:
    """Find, for each step, the index of the step before and of the one after it in its lane; None: there is none."""
    before: list[int | None] = [None] * len(steps)
    after: list[int | None] = [None] * len(steps)
    last_in_lane: dict[bool, int] = {}
    for index, step in enumerate(steps):
        earlier = last_in_lane.get(step.upper)
        if earlier is not None:
            before[index], after[earlier] = earlier, index
        last_in_lane[step.upper] = index
    return before, after


def _carries(steps: Sequence[PathStep]) -> list[tuple[str, ...]]:
    """Find, for each step, the anchors of the work under way after it, in the order in which it is due.

    Such work is given by this step or an earlier one, and due at a later one.
    """
    given_at: dict[int, list[int]] = {}
    for index, step in enumerate(steps):
        if step.giver is not None and step.carried:
            given_at.setdefault(step.giver, []).append(index)
    under_way: set[int] = set()
    carries = []
    for index in range(len(steps)):
        under_way.discard(index)
        under_way.update(given_at.get(index, ()))
        carries.append(tuple(steps[work].carried for work in sorted(under_way)))
    return carries
