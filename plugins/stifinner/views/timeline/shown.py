"""The timeline of a programme as it is shown: one list in order of time, with each item's position on wide screens."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from ..parts.date_shown import DateShown
from ..parts.dues import DatedStep
from ..parts.elements import Shape
from ..parts.stop_shown import StopShown
from .path import TimelinePath


@dataclass(frozen=True)
class MiniStep:
    """A step of the path in miniature on a programme's card."""

    shape: Shape
    start: str
    end: str
    """First and last day in ISO 8601; both empty where no date is known."""
    is_work: bool
    """True for work between."""
    stop: StopShown | None = None
    """Its times, and what became of them; None where the shape says all of it."""
    date: DateShown | None = None
    """When its times are, in place of ``start`` and ``end``; None where those say all of it."""


@dataclass(frozen=True)
class Lane:
    """One of at most two lines, named after those whose gatherings stand on it."""

    key: Literal["upper", "lower"]
    name: str
    icon: str


@dataclass(frozen=True)
class RoleChoice:
    """A choice of «Vis veien for»."""

    key: str
    text: str


@dataclass(frozen=True)
class TimelineItem:
    """A gathering, or work between gatherings."""

    anchor: str
    """Id of the list item on the programme's page."""
    title: str
    address: str | None
    shape: Shape
    kind: str
    audience: str
    lane: Literal["upper", "lower"]
    roles: tuple[str, ...]
    row: int
    """On wide screens, from 1; more than about eleven items take several rows."""
    column: int
    """On wide screens, 1 to 12."""
    width: int
    """Columns for its words, 1 to 4."""
    date: DateShown
    note: str
    """Short line below: where it is, or, for one that is only mentioned, its summary; or empty."""
    prepares: str
    """«Gjør deg klar til å holde personalsamling 1», or empty."""
    arrow: bool
    """True where the prepared gathering stands one column to the right in the lower lane of the same row."""
    bar: int | None
    """For work between: how many columns to the left its bar begins (at its gathering, or at the start of
    the row); None: no bar."""
    is_work: bool
    loose: bool
    """True where the path onwards in its lane is dotted, since one of its ends has no date."""
    ends_lane: bool
    """True for the last in its lane in this row: there is no item to lead on to in the row."""
    last: bool
    """True for the last of all."""
    stop: StopShown | None = None
    """Its times, and what became of them; None where date and note say all of it."""
    steps: tuple[DatedStep, ...] = ()
    """Of work between: its steps that are due by themselves."""


@dataclass(frozen=True)
class TimelineRow:
    """A row on wide screens."""

    number: int
    title: str
    """«2027», «Våren 2028», or empty when there is only one row."""


class LegendEntry(NamedTuple):
    """What a shape means."""

    shape: Shape
    text: str


@dataclass(frozen=True)
class Timeline:
    """All gatherings of a programme, and the work between them, along a path."""

    lanes: tuple[Lane, ...]
    """One or two."""
    rows: tuple[TimelineRow, ...]
    choices: tuple[RoleChoice, ...]
    """Roles to filter by; empty where there is nothing to choose."""
    items: tuple[TimelineItem, ...]
    columns: int
    """How many the drawing on wide screens has."""
    paths: tuple[TimelinePath, ...]
    """The path at each of the items, in the same order."""
    legend: tuple[LegendEntry, ...]
    """The shapes that occur, with their words."""

    @property
    def by_row(self) -> Iterator[tuple[TimelineRow, list[tuple[TimelineItem, TimelinePath]]]]:
        """Each row with its items and the path at each of them."""
        pairs = zip(self.items, self.paths, strict=True)
        for number, some in groupby(pairs, key=lambda pair: pair[0].row):
            yield self.rows[number - 1], list(some)
