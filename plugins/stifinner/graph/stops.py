"""Occurrences: when and where gatherings take place; and stops: what is one mark on a path through a programme."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeVar

from ..dates.when import OPEN, TimeSpan, When
from ..model.gathering import Gathering

Value = TypeVar("Value")
StopForm = Literal["once", "series"]
"""``once``: one occurrence; ``series``: all times of a rule, or several days that do not follow each other."""


@dataclass(frozen=True)
class Occurrence:
    """When and where a gathering takes place once."""

    when: When = OPEN
    clock: TimeSpan | None = None
    place: str = ""
    meeting_link: str = ""


@dataclass(frozen=True)
class Stop:
    """What is one mark on a path: an occurrence, or several that are one step."""

    gathering: Gathering
    when: When
    """When it is: of a series the rule, with all its days."""
    occurrences: tuple[Occurrence, ...]
    """In order of time; of a series each of its times."""
    form: StopForm = "once"

    @property
    def id(self) -> str:
        """Id of its gathering."""
        return self.gathering.id

    @property
    def start(self) -> date | None:
        """First day; None where no year is known."""
        return self.when.start

    @property
    def end(self) -> date | None:
        """Last day; None where no year is known."""
        return self.when.end

    @property
    def clock(self) -> TimeSpan | None:
        """Clock times that all its occurrences have; None where they differ or are not known."""
        return _common([one.clock for one in self.occurrences])

    @property
    def place(self) -> str:
        """Where all its occurrences are; empty where they differ or it is not known."""
        return _common([one.place for one in self.occurrences]) or ""

    @property
    def meeting_link(self) -> str:
        """Address of the online meeting of all its occurrences; empty where they differ or there is none."""
        return _common([one.meeting_link for one in self.occurrences]) or ""

    @property
    def days(self) -> float:
        """How many days it lasts, by its date or else its duration; 0 where neither is known."""
        duration = self.gathering.duration
        return self.when.days or (duration.days if duration else 0)


def _common(values: Sequence[Value]) -> Value | None:
    """Give the value that all of them are; None where they differ."""
    return values[0] if values and all(value == values[0] for value in values) else None
