"""Results that are remembered while somebody works, each as long as what it was made from stays the same."""

from collections.abc import Callable
from typing import Any, TypeVar

from ..problems.problem import Problem, ProblemList

Made = TypeVar("Made")


class Memory:
    """Results by name, each with its source and the problems that were found while it was made."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, Any, tuple[Problem, ...]]] = {}

    def recall(self, name: str, source: object, problems: ProblemList, make: Callable[[ProblemList], Made]) -> Made:
        """Give what ``make`` gave for the same ``source`` last time, else what it gives now.

        ``name``: unique for what is made; ``make`` gets a list of problems to fill. Its problems are told either way.
        """
        kept = self._kept.get(name)
        if kept is None or (kept[0] is not source and kept[0] != source):
            own = problems.another()
            kept = self._kept[name] = (source, make(own), own.sorted())
        problems.extend(kept[2])
        made: Made = kept[1]
        return made
