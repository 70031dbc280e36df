"""The layout of a timeline: the order of its steps, and the lane, row and column of each on the broad drawing.

Narrow screens show the same list from top to bottom, without rows and columns.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ...dates.when import When
from ...graph.portal_graph import ProgrammeParts, address_at, anchor_of
from ...model.gathering import Gathering
from ...model.role import Role
from ..parts.composer import Composer
from ..parts.texts import upper_first
from .lanes import compose_lanes, lower_audiences
from .path import PathStep, lay_paths
from .shown import LegendEntry, MiniStep, RoleChoice, Timeline, TimelineItem, TimelineRow

COLUMNS = 13
"""Columns of a row, at most: a step stands before the last of them. Only the last step of a lane is one column wide."""
_FEWEST_COLUMNS = 8
"""Columns of the drawing, at least, so that a short timeline is not squeezed into a corner."""
_COLUMNS_A_STEP = 2
"""Columns from one step to the next in its lane, at least."""
_WIDEST = 4
"""Columns that the words of a step may take, at most."""


@dataclass(frozen=True)
class Step:
    """A step of the way through a programme: a gathering, or the work between that it gives."""

    gathering: Gathering
    is_work: bool = False

    @property
    def key(self) -> tuple[str, bool]:
        """What tells the step from all others of its programme."""
        return self.gathering.id, self.is_work

    @property
    def when(self) -> When | None:
        """When the gathering is, or when the work is due; None where work has no date."""
        if not self.is_work:
            return self.gathering.date
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
    row: int
    column: int


def way_of(gatherings: Sequence[Gathering]) -> list[Step]:
    """Give the steps of a way through these gatherings, in order; work stands where it is due."""
    steps = [Step(gathering) for gathering in gatherings]
    start = 0
    for gathering in gatherings:
        start = next(index for index in range(start, len(steps)) if steps[index].gathering is gathering) + 1
        if gathering.work_between:
            work = Step(gathering, is_work=True)
            steps.insert(_index_of_work(steps, work, start), work)
    return steps


def _index_of_work(steps: Sequence[Step], work: Step, start: int) -> int:
    """Find where among the steps work belongs; ``start``: the index after the gathering that gives it.

    It stands before the first step on or after the day it is due. Work without such a day stands before the next
    gathering for the same roles, and work with one stands no later than before the next undated gathering for them.
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
    for step in way_of(parts.of(Gathering)):
        start = step.when.start.isoformat() if step.when and step.when.start else ""
        end = step.when.end.isoformat() if step.when and step.when.end else ""
        steps.append(MiniStep("between" if step.is_work else composer.shape(step.gathering), start, end, step.is_work))
    return tuple(steps)


def compose_timeline(composer: Composer, parts: ProgrammeParts) -> Timeline | None:
    """Compose the timeline of a programme; None where it has no gatherings."""
    if not parts.of(Gathering):
        return None
    lower = lower_audiences(parts.of(Gathering))
    placed = _place_steps(way_of(parts.of(Gathering)), lower)
    index_of = {one.step.key: index for index, one in enumerate(placed)}
    items = tuple(_item(composer, parts, placed, index, index_of) for index in range(len(placed)))
    columns = min(max(_FEWEST_COLUMNS, *(one.column + 1 for one in placed)), COLUMNS + 1)
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
    return [
        PathStep(
            one.upper,
            one.row,
            one.column,
            index_of[one.step.gathering.id, False] if one.step.is_work else None,
            item.anchor if one.step.is_work and not one.step.gathering.mentioned_only else "",
            item.bar,
        )
        for one, item in zip(placed, items, strict=True)
    ]


# --- rows and columns ---------------------------------------------------------------------------------------------


def _place_steps(steps: Sequence[Step], lower: frozenset[frozenset[str]]) -> list[_PlacedStep]:
    """Give each step its row and column, with as few rows as possible and about the same number of steps in each."""
    fullest = _fill_rows(steps, lower, COLUMNS)
    # Rows of about the same length read better than full rows and a last one with a single step.
    shorter = (_fill_rows(steps, lower, limit) for limit in range(_COLUMNS_A_STEP * 2, COLUMNS))
    return next((placed for placed in shorter if placed[-1].row == fullest[-1].row), fullest)


def _fill_rows(steps: Sequence[Step], lower: frozenset[frozenset[str]], limit: int) -> list[_PlacedStep]:
    """Place steps in rows of at most ``limit`` columns: one column after the step before, two after it in one lane."""
    placed: list[_PlacedStep] = []
    row, column, next_free = 1, 0, {True: 0, False: 0}
    for step in steps:
        upper = frozenset(step.gathering.audience) not in lower
        column = max(column + 1, next_free[upper])
        # A gathering that prepares for another is not last in a row: an arrow leads to the one it prepares.
        needed = 1 if step.is_work or not step.gathering.prepares else 2
        if column + needed > limit:
            row, column, next_free = row + 1, 1, {True: 0, False: 0}
        next_free[upper] = column + _COLUMNS_A_STEP
        placed.append(_PlacedStep(step, upper, row, column))
    return placed


def _rows(composer: Composer, placed: Sequence[_PlacedStep]) -> tuple[TimelineRow, ...]:
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
    gathering, is_work = here.step.gathering, here.step.is_work
    following = next((other for other in placed[index + 1 :] if other.upper == here.upper), None)
    neighbour = following if following and following.row == here.row else None
    width = (neighbour.column if neighbour else COLUMNS + 1) - here.column
    prepared = next((g for id in gathering.prepares if (g := parts.find(Gathering, id))), None)
    prepared_at = placed[index_of[prepared.id, False]] if prepared else None
    origin = placed[index_of[gathering.id, False]]
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
        width=max(1, min(width, _WIDEST)),
        date=composer.due(parts, here.step.when) if is_work else brief.date,
        note="" if is_work else gathering.place or summary,
        prepares="" if is_work or not prepared else _prepares(composer, gathering, prepared),
        arrow=bool(
            not is_work
            and prepared_at
            and here.upper
            and not prepared_at.upper
            and (prepared_at.row, prepared_at.column) == (here.row, here.column + 1)
        ),
        # The bar begins at its gathering, or at the start of the row.
        bar=here.column - (origin.column if origin.row == here.row else 1) if is_work else None,
        is_work=is_work,
        loose=here.step.day is None or bool(following and following.step.day is None),
        ends_lane=neighbour is None,
        last=index == len(placed) - 1,
    )


def _prepares(composer: Composer, gathering: Gathering, prepared: Gathering) -> str:
    """Tell what a gathering prepares for: «Gjør deg klar til å holde personalsamling 1»."""
    teaches = set(gathering.audience) & set(prepared.taught_by)
    words = composer.words["prepares_teaching" if teaches else "prepares_other"]
    return words.format(name=composer.mid_sentence(prepared.title))
