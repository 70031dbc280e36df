"""Work between gatherings: what its heading says of when it is due and for whom, and its steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationInfo

from ..dates.when import When
from ..language.misread import Misread
from ..markdown.lines import cut, opening
from ..markdown.text import RawSection, Text
from .deadlines import Deadline, DeadlineReader, WorkHeading
from .item import list_of
from .values import Reading, _reading


@dataclass(frozen=True)
class WorkStep:
    """A step of the work with a date of its own: a point such as «innen 21. mai 2027: Velg én lek»."""

    deadline: Deadline
    text: Text
    """What to do, without the deadline."""
    point: Text
    """The whole point, as it was written."""
    head: int
    """Characters of the point before the colon."""


@dataclass(frozen=True)
class WorkBetween:
    """Work to do between this gathering and a later one."""

    headings: tuple[WorkHeading, ...]
    """The ways to read its heading, the likeliest first; where there are several, the names of gatherings and roles
    decide."""
    text: Text
    line: int = 0
    """Line of its heading."""
    steps: tuple[tuple[WorkStep, ...], ...] = ()
    """Its steps, each in all ways to read it: the first colon ends the deadline, or a later one."""

    @property
    def due(self) -> When | None:
        """The date of its heading; None where that has none."""
        return self.headings[0].deadline.on

    @property
    def due_at(self) -> str:
        """The words of its heading that name a gathering; empty where there are none."""
        return self.headings[0].deadline.at

    @property
    def days_before(self) -> int:
        """How many days before that gathering, or before the next, it is due."""
        return self.headings[0].deadline.days_before

    @property
    def audience(self) -> str:
        """The words of its heading that name roles; empty where there are none."""
        return self.headings[0].audience


def read_work_between(value: Sequence[RawSection], info: ValidationInfo) -> WorkBetween | None:
    """Read the section «Mellomarbeid», whose heading may go on with when it is due; None for an empty one."""
    section, reading = value[0], _reading(info)
    word = reading.phrases["headings"]["gathering"]["work_between"]
    said = section.title[len(word) :] if section.title.lower().startswith(word.lower()) else section.title
    reader = DeadlineReader(reading)
    told: list[Misread] = []
    headings: tuple[WorkHeading, ...] = (WorkHeading(),)
    try:
        headings = reader.headings(said)
    except Misread as misread:
        told.append(_placed(misread, section.line, reading))
    steps = tuple(filter(None, (_read_step(point, reader, reading, told) for point in _points(section.text))))
    if told:
        raise Misread.all_of(told)
    if headings == (WorkHeading(),) and not section.text:
        return None
    return WorkBetween(headings, section.text, section.line, steps)


def _points(text: Text) -> Iterator[Text]:
    return iter(list_of(text, lambda point: point).items)


def _read_step(point: Text, reader: DeadlineReader, reading: Reading, told: list[Misread]) -> tuple[WorkStep, ...]:
    """Read a point; nothing for one that begins with no deadline. What there is not is added to ``told``."""
    line = opening(point.inline)
    try:
        return tuple(WorkStep(deadline, cut(point, colon + 1), point, colon) for colon, deadline in reader.find(line))
    except Misread as misread:
        told.append(_placed(misread, point.line, reading))
        return ()


def _placed(misread: Misread, line: int, reading: Reading) -> Misread:
    """Give a Misread its line, and say that a date that cannot be read is a deadline."""
    placed = misread.at(line)
    placed.details.setdefault("heading", reading.phrases["headings"]["gathering"]["work_between"])
    placed.code = "unreadable-deadline" if placed.code == "unreadable-date" else placed.code
    return placed
