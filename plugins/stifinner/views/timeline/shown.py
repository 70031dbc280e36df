"""The timeline of a programme: one list in order of time, with each item's place on the broad path."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, NamedTuple

from ..parts.date_shown import DateShown
from ..parts.elements import Shape
from .path import TimelinePath


@dataclass(frozen=True)
class MiniStep:
    """A step of the path in miniature on a programme's card."""

    shape: Shape
    start: str
    end: str
    """Days in ISO 8601, or both empty: no date."""
    is_work: bool


@dataclass(frozen=True)
class Lane:
    """One of at most two lines: who walks it."""

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
    """From 1; a programme of more than about eleven items takes several rows."""
    column: int
    """1 to 12."""
    width: int
    """In columns, 2 to 4."""
    date: DateShown
    note: str
    """Short line below: place, or first words of the summary; or empty."""
    prepares: str
    """«Gjør deg klar til å holde personalsamling 1», or empty."""
    arrow: bool
    """True where the prepared gathering stands one column to the right in the lower lane of the same row."""
    bar: int | None
    """For work between: how many columns to the left its bar begins (at its gathering, or at the start of
    the row); None: no bar."""
    is_work: bool
    loose: bool
    """The path onwards in its lane is dotted: one of its ends has no date."""
    ends_lane: bool
    """Last in its lane in this row: no path onwards on the broad drawing."""
    last: bool
    """Last of all."""


@dataclass(frozen=True)
class TimelineRow:
    """A row of the broad path."""

    number: int
    title: str
    """«2027», «Våren 2028», or empty when there is only one row."""


class LegendEntry(NamedTuple):
    """What a shape means."""

    shape: Shape
    text: str


@dataclass(frozen=True)
class Timeline:
    """The picture people remember."""

    lanes: tuple[Lane, ...]
    """One or two."""
    rows: tuple[TimelineRow, ...]
    choices: tuple[RoleChoice, ...]
    """Roles to filter by; empty where there is nothing to choose."""
    items: tuple[TimelineItem, ...]
    columns: int
    """Of the broad drawing."""
    paths: tuple[TimelinePath, ...]
    """The path at each of the items."""
    legend: tuple[LegendEntry, ...]
    """Of the shapes that occur."""

    @property
    def by_row(self) -> Iterator[tuple[TimelineRow, list[tuple[TimelineItem, TimelinePath]]]]:
        """Each row with what stands in it."""
        pairs = zip(self.items, self.paths, strict=True)
        for number, some in groupby(pairs, key=lambda pair: pair[0].row):
            yield self.rows[number - 1], list(some)
