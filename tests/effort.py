"""How much the tests try: every kind of case each time, and each case there is where ``THOROUGH`` is set."""

import os
import secrets
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)
Other = TypeVar("Other")

THOROUGH = bool(os.environ.get("THOROUGH"))
"""``make test-all``: every page of the sample, far more of what is drawn, each command in a process from nothing."""
if THOROUGH:
    # Processes that this one starts draw the same.
    os.environ.setdefault("SEED", str(secrets.randbelow(10**8)))

TIMES = 10 if THOROUGH else 1
"""How many times more is drawn than usually."""


def some_of_each(
    things: Iterable[Thing], kind: Callable[[Thing], Hashable], size: Callable[[Thing], int]
) -> list[Thing]:
    """Of each kind the largest and the smallest, in their order; all of them where the tests are thorough."""
    things = list(things)
    by_kind: dict[Hashable, list[Thing]] = {}
    for thing in things:
        by_kind.setdefault(kind(thing), []).append(thing)
    extremes = {thing for alike in by_kind.values() for thing in (max(alike, key=size), min(alike, key=size))}
    return [thing for thing in things if THOROUGH or thing in extremes]


def in_turn(things: Iterable[Thing], others: Iterable[Other]) -> list[tuple[Thing, Other]]:
    """Each thing with one of the others, which take turns; with all of them where the tests are thorough."""
    others = list(others)
    return [
        (thing, other)
        for number, thing in enumerate(things)
        for other in (others if THOROUGH else [others[number % len(others)]])
    ]


def chosen(name: str, *, usual: int, thorough: int | None = None) -> int:
    """What the environment says, else what is usual, or what is thorough; without that, a seed: fresh in each run."""
    if said := os.environ.get(name):
        return int(said)
    if not THOROUGH:
        return usual
    return int(os.environ["SEED"]) if thorough is None else thorough
