"""Results that are remembered while somebody works, each as long as what it was made from stays the same."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from ..problems.problem import Problem, ProblemList

Made = TypeVar("Made")


class _Result(NamedTuple):
    """What was made, from what, and the problems that were found on the way."""

    source: object
    made: Any
    problems: tuple[Problem, ...]


class Memory:
    """Results by name, each with its source and the problems that were found while it was made."""

    def __init__(self) -> None:
        self._kept: dict[str, _Result] = {}

    def recall(self, name: str, source: object, problems: ProblemList, make: Callable[[ProblemList], Made]) -> Made:
        """Give what ``make`` gave for the same ``source`` last time, else what it gives now.

        ``name``: unique for what is made; ``make`` gets a list of problems to fill. Its problems are told either way.
        """
        kept = self._kept.get(name)
        if kept is None or (kept.source is not source and kept.source != source):
            own = problems.another()
            kept = self._kept[name] = _Result(source, make(own), own.sorted())
        problems.extend(kept.problems)
        made: Made = kept.made
        return made
