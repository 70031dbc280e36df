"""The year as a wheel, as it is shown: rings with marks on them, and the list that says the same in words.

Angles are degrees clockwise from the top, lengths units of the picture, as in ``placing``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from ..parts.date_shown import DateShown
from ..parts.elements import Link, ProgrammeMark, Shape, Within
from ..parts.page import Page
from ..parts.stop_shown import StopShown
from ..timeline.shown import LegendEntry
from .placing import RingRoom


@dataclass(frozen=True)
class Ring:
    """A ring of the wheel."""

    name: str
    """Whose gatherings stand on it: «Ledere», or the name of a programme; empty where all stand on one."""
    room: RingRoom
    programme: str = ""
    """Id of the programme in whose colour it is; empty: that of the page."""


@dataclass(frozen=True)
class Arc:
    """A part of a ring."""

    kind: Literal["work", "month"]
    """work: work between, from the gathering that gives it until it is due; month: all of a time that is known so far,
    a week, a month or a season."""
    ring: int
    start: float
    end: float
    """Its angles; ``end`` is 360 greater where it goes over the top."""


@dataclass(frozen=True)
class Bead:
    """One more day of a mark that has several."""

    ring: int
    angle: float
    cancelled: bool = False


@dataclass(frozen=True)
class Mark:
    """A mark on a ring."""

    ring: int
    angle: float
    numbers: tuple[int, ...]
    """The lines of the list that it stands for."""
    label: str
    """«3», «3–5», «3 +2»: what ties it to the list; where months are counted, how many there are."""
    shape: Shape | None
    """None: several that are joined."""
    stop: StopShown | None = None
    """Its times, and what became of them; None where the shape says all of it."""


@dataclass(frozen=True)
class WheelLine:
    """A line of the list: a gathering, or work between."""

    number: int
    """0: it has no date, and so no mark."""
    name: str
    address: str | None
    shape: Shape
    date: DateShown
    place: str
    who: str
    """Whose it is: «Ledere · Kull 2», the name of a programme, or empty."""
    month: str
    """«August 2026»: the month that it stands in."""
    is_work: bool = False
    stop: StopShown | None = None
    programme: str = ""
    """Id of the programme in whose colour it is; empty: that of the page."""


@dataclass(frozen=True)
class WheelYear:
    """One wheel: a programme year."""

    title: str
    """«2026–2027»."""
    first: str
    last: str
    """Its first and last day, in ISO 8601."""
    months: tuple[str, ...]
    """The twelve months from January, shortened."""
    rings: tuple[Ring, ...]
    """From the outermost."""
    rings_said: str
    """«Ytterst ledere, innerst ansatte.», or empty where there is one ring."""
    counts: bool
    """Whether there are too many programmes for a ring each, so that months are counted."""
    arcs: tuple[Arc, ...]
    beads: tuple[Bead, ...]
    marks: tuple[Mark, ...]
    lines: tuple[WheelLine, ...]
    """Of the list, in order of time."""

    @property
    def by_month(self) -> Iterator[tuple[str, list[WheelLine]]]:
        """Each month that has something in it, with its lines."""
        for month, lines in groupby(self.lines, key=lambda line: line.month):
            yield month, list(lines)


@dataclass(frozen=True)
class WheelPage(Page):
    """The year as a wheel: of the portal, a programme, a cohort or a role."""

    styles = "legend stop wheel"
    scripts = "next times when wheel"
    is_list = True

    programme: ProgrammeMark | None
    """None: it is the portal's."""
    above: tuple[Link, ...]
    """The pages that it belongs to, from the programme down."""
    title: str
    """«Årshjul for kull 2»."""
    years: tuple[WheelYear, ...]
    """Those in which something has a date; never none."""
    undated: tuple[WheelLine, ...]
    """What has no date yet."""
    legend: tuple[LegendEntry, ...]
    """The shapes that occur, with their words."""
    claims_next: bool
    """Whether one of them is the reader's next: all of them are on one way."""
    pdf: Link
    """To be printed."""
    within: Within | None
