"""The layout of a timeline: the order of its steps, and the lane, row and column of each on the broad drawing.

Narrow screens show the same list from top to bottom, without rows and columns. What stands in this file is done in the
order of ``compose_timeline``: steps are put in order, placed in rows and columns, and made into items.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ...dates.when import When
from ...graph.portal_graph import ProgrammeParts, address_at, anchor_of
from ...graph.stops import Stop
from ...model.gathering import Gathering
from ...model.role import Role
from ..parts.composer import Composer
from ..parts.texts import upper_first
from .lanes import compose_lanes, lower_audiences
from .path import PathStep, lay_paths
from .shown import LegendEntry, MiniStep, RoleChoice, Timeline, TimelineItem, TimelineRow

COLUMNS = 13
"""Columns of a row, at most. No step begins in the last of them, so that the words of each have two columns."""
_FEWEST_COLUMNS = 8
"""Columns of the drawing, at least, so that a short timeline is not squeezed into a corner."""
_COLUMNS_A_STEP = 2
"""Columns from one step to the next in its lane, at least."""
_WIDEST = 4
"""Columns that the words of a step may take, at most."""


@dataclass(frozen=True)
class Step:
    """A step of the way through a programme: a stop, or the work between that its gathering gives."""

    stop: Stop
    is_work: bool = False

    @property
    def gathering(self) -> Gathering:
        """The gathering of its stop."""
        return self.stop.gathering

    @property
    def key(self) -> tuple[str, bool]:
        """What tells the step from all others of its programme."""
        return self.gathering.id, self.is_work

    @property
    def when(self) -> When | None:
        """When the gathering is, or when the work is due; None where work has no date."""
        if not self.is_work:
            return self.stop.when
        return self.gathering.work_between.due if self.gathering.work_between else None

    @property
    def day(self) -> date | None:
        """The day that orders the step: the first of a gathering, the last on which work is due; None: not known."""
        if self.when is None:
            return None
        return self.when.end if self.is_work else self.when.start


@dataclass(frozen=True)
class _PlacedStep:
    """A step with its lane, row and column on the broad drawing; rows and columns from 1."""

    step: Step
    upper: bool
    """Whether it stands in the upper lane; there are two lanes at most."""
    row: int
    column: int


def way_of(stops: Sequence[Stop]) -> list[Step]:
    """Give the steps of a way through these stops, in order; work stands where it is due."""
    steps = [Step(stop) for stop in stops]
    # Work of earlier gatherings is among the steps already, so each stop is looked for from the one before it.
    start = 0
    for stop in stops:
        start = next(index for index in range(start, len(steps)) if steps[index].stop is stop) + 1
        if stop.gathering.work_between:
            work = Step(stop, is_work=True)
            steps.insert(_index_of_work(steps, work, start), work)
    return steps


def _index_of_work(steps: Sequence[Step], work: Step, start: int) -> int:
    """Find where among the steps work belongs; ``start``: the index after the gathering that gives it.

    It stands before the first step on or after the day it is due. Work without such a day stands before the next
    gathering for the same roles. Work with one stands no later than before the next gathering for the same roles that
    has no date: they do it before they meet again.
    """
    for index in range(start, len(steps)):
        other = steps[index]
        if work.day and other.day and other.day >= work.day:
            return index
        same_roles = set(other.gathering.audience) == set(work.gathering.audience)
        if same_roles and not other.is_work and (other.day is None or work.day is None):
            return index
    return len(steps)


def compose_mini(composer: Composer, parts: ProgrammeParts) -> tuple[MiniStep, ...]:
    """Compose the path in miniature for a programme's card."""
    steps = []
    for step in way_of(parts.occurrences.path):
        start = step.when.start.isoformat() if step.when and step.when.start else ""
        end = step.when.end.isoformat() if step.when and step.when.end else ""
        steps.append(MiniStep("between" if step.is_work else composer.shape(step.stop), start, end, step.is_work))
    return tuple(steps)


def compose_timeline(composer: Composer, parts: ProgrammeParts) -> Timeline | None:
    """Compose the timeline of a programme; None where it has no gatherings."""
    if not parts.of(Gathering):
        return None
    lower = lower_audiences(parts.of(Gathering))
    placed = _place_steps(way_of(parts.occurrences.path), lower)
    index_of = {one.step.key: index for index, one in enumerate(placed)}
    items = tuple(_item(composer, parts, placed, index, index_of) for index in range(len(placed)))
    # The words of the last step take two columns.
    columns = max(_FEWEST_COLUMNS, *(one.column + 1 for one in placed))
    shapes = dict.fromkeys(item.shape for item in items)
    return Timeline(
        lanes=compose_lanes(composer, parts, lower),
        rows=_rows(composer, placed),
        choices=_choices(parts),
        items=items,
        columns=columns,
        paths=lay_paths(_path_steps(placed, items, index_of), columns, [item.loose for item in items]),
        legend=tuple(LegendEntry(shape, composer.words["shapes"][shape]) for shape in shapes),
    )


def _choices(parts: ProgrammeParts) -> tuple[RoleChoice, ...]:
    """Compose the roles of «Vis veien for»: those that gatherings are for; none where that is one role only."""
    invited = {role for gathering in parts.of(Gathering) for role in gathering.audience}
    choices = tuple(
        RoleChoice(role.id, upper_first(role.plural or role.title)) for role in parts.of(Role) if role.id in invited
    )
    return choices if len(choices) > 1 else ()


def _path_steps(
    placed: Sequence[_PlacedStep], items: Sequence[TimelineItem], index_of: Mapping[tuple[str, bool], int]
) -> list[PathStep]:
    """Give what the path has to know of each step; ``index_of``: key of a step → its index in ``placed``."""
    return [
        PathStep(
            upper=one.upper,
            row=one.row,
            column=one.column,
            giver=index_of[one.step.gathering.id, False] if one.step.is_work else None,
            carried=item.anchor if one.step.is_work and not one.step.gathering.mentioned_only else "",
            bar=item.bar,
        )
        for one, item in zip(placed, items, strict=True)
    ]


# --- rows and columns ---------------------------------------------------------------------------------------------


def _place_steps(steps: Sequence[Step], lower: frozenset[frozenset[str]]) -> list[_PlacedStep]:
    """Give each step its row and column, with as few rows as possible and about the same number of steps in each.

    ``lower``: the audiences whose gatherings stand in the lower lane.
    """
    fullest = _fill_rows(steps, lower, COLUMNS)
    # Rows of about the same length read better than full rows and a last one with a single step: the shortest rows are
    # chosen that are no more in number than full ones.
    shorter = (_fill_rows(steps, lower, limit) for limit in range(_COLUMNS_A_STEP * 2, COLUMNS))
    return next((placed for placed in shorter if placed[-1].row == fullest[-1].row), fullest)


def _fill_rows(steps: Sequence[Step], lower: frozenset[frozenset[str]], limit: int) -> list[_PlacedStep]:
    """Place steps in rows of at most ``limit`` columns.

    Each stands one column after the step before it, and two after the step before it in its own lane.
    """
    placed: list[_PlacedStep] = []
    row, column = 1, 0
    free_from = {"upper": 0, "lower": 0}
    for step in steps:
        upper = frozenset(step.gathering.audience) not in lower
        lane = "upper" if upper else "lower"
        column = max(column + 1, free_from[lane])
        # A gathering that prepares for another is not last in a row: an arrow leads to the one it prepares.
        columns_after = 1 if step.is_work or not step.gathering.prepares else 2
        if column + columns_after > limit:
            row, column = row + 1, 1
            free_from = {"upper": 0, "lower": 0}
        free_from[lane] = column + _COLUMNS_A_STEP
        placed.append(_PlacedStep(step, upper, row, column))
    return placed


def _rows(composer: Composer, placed: Sequence[_PlacedStep]) -> tuple[TimelineRow, ...]:
    """Compose the rows; a single one needs no title."""
    rows = [[one.step for one in row] for _, row in groupby(placed, key=lambda one: one.row)]
    return tuple(
        TimelineRow(number, _row_title(composer, steps) if len(rows) > 1 else "")
        for number, steps in enumerate(rows, start=1)
    )


def _row_title(composer: Composer, steps: Sequence[Step]) -> str:
    """Compose a row's title from the days of its steps: «Januar–juni 2027»; empty where no day is known."""
    days = sorted(step.day for step in steps if step.day)
    if not days:
        return ""
    month = composer.dates.month_name
    first, last, words = days[0], days[-1], composer.words
    if (first.year, first.month) == (last.year, last.month):
        return upper_first(f"{month(first)} {first.year}")
    text = words["row_months" if first.year == last.year else "row_months_years"].format(
        first=month(first), last=month(last), year=last.year, first_year=first.year, last_year=last.year
    )
    return upper_first(text)


# --- items --------------------------------------------------------------------------------------------------------


def _item(
    composer: Composer,
    parts: ProgrammeParts,
    placed: Sequence[_PlacedStep],
    index: int,
    index_of: Mapping[tuple[str, bool], int],
) -> TimelineItem:
    """Compose the item of the step at ``index``; ``index_of``: key of a step → its index in ``placed``."""
    here = placed[index]
    stop, gathering, is_work = here.step.stop, here.step.gathering, here.step.is_work
    following = next((other for other in placed[index + 1 :] if other.upper == here.upper), None)
    following_in_row = following if following and following.row == here.row else None
    free = (following_in_row.column if following_in_row else COLUMNS + 1) - here.column
    prepared = next((g for id in gathering.prepares if (g := parts.find(Gathering, id))), None)
    gathering_at = placed[index_of[gathering.id, False]]
    brief = composer.brief(parts, gathering)
    summary = gathering.summary.plain if gathering.mentioned_only else ""
    work = composer.anchors["work_between"]
    return TimelineItem(
        anchor=f"{anchor_of(gathering)}_{work}" if is_work else anchor_of(gathering),
        title=composer.words["work_between"] if is_work else brief.name,
        address=address_at(gathering, work) if is_work else brief.address,
        shape="between" if is_work else brief.shape,
        kind=composer.words["shapes"]["between"] if is_work else brief.kind,
        audience=brief.audience,
        lane="upper" if here.upper else "lower",
        roles=tuple(dict.fromkeys((*gathering.audience, *gathering.taught_by))) if gathering.audience else (),
        row=here.row,
        column=here.column,
        width=min(free, _WIDEST),
        date=composer.due(parts, here.step.when) if is_work else brief.date,
        note="" if is_work else stop.place or summary,
        prepares="" if is_work or not prepared else _prepares(composer, gathering, prepared),
        arrow=not is_work and prepared is not None and _has_arrow(here, placed[index_of[prepared.id, False]]),
        # The bar begins at the gathering that gives the work, or at the start of the row.
        bar=here.column - (gathering_at.column if gathering_at.row == here.row else 1) if is_work else None,
        is_work=is_work,
        loose=here.step.day is None or bool(following and following.step.day is None),
        ends_lane=following_in_row is None,
        last=index == len(placed) - 1,
    )


def _has_arrow(here: _PlacedStep, prepared: _PlacedStep) -> bool:
    """Tell whether an arrow leads from a gathering to the one that it prepares: down, and one column to the right."""
    is_beside = (prepared.row, prepared.column) == (here.row, here.column + 1)
    return here.upper and not prepared.upper and is_beside


def _prepares(composer: Composer, gathering: Gathering, prepared: Gathering) -> str:
    """Tell what a gathering prepares for: «Gjør deg klar til å holde personalsamling 1»."""
    teaches = set(gathering.audience) & set(prepared.taught_by)
    words = composer.words["prepares_teaching" if teaches else "prepares_other"]
    return words.format(name=composer.mid_sentence(prepared.title))
