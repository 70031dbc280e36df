"""What was read last time, kept as long as what it was read from is the same; it lives while somebody works."""

from collections.abc import Callable
from typing import Any, TypeVar

from ..problems.problem import Problem, ProblemList

Made = TypeVar("Made")


class Memory:
    """Results by name, each with what it was made from and the problems found on the way."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, Any, tuple[Problem, ...]]] = {}

    def recall(self, name: str, source: object, problems: ProblemList, make: Callable[[ProblemList], Made]) -> Made:
        """What ``make`` gave for the same ``source`` last time, else what it gives now; its problems are told again."""
        kept = self._kept.get(name)
        if kept is None or (kept[0] is not source and kept[0] != source):
            own = problems.another()
            kept = self._kept[name] = (source, make(own), own.sorted())
        problems.extend(kept[2])
        made: Made = kept[1]
        return made
