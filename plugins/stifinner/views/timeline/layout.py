"""The layout of a timeline: the order of its steps, and the lane, row and column of each on the broad drawing.

Narrow screens show the same list from top to bottom, without rows and columns. What stands in this file is done in the
order of ``compose_timeline``: steps are put in order, placed in rows and columns, and made into items.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from ...graph.portal_graph import ProgrammeParts, anchor_of
from ...graph.stops import Stop
from ...graph.ways import way_of
from ...graph.work import Step
from ...model.cohort import Cohort
from ...model.gathering import Gathering
from ...model.role import Role
from ..parts.composer import Composer
from ..parts.elements import Shape
from ..parts.texts import upper_first
from .lanes import compose_lanes, lower_audiences, people_of
from .path import PathStep, lay_paths
from .shown import LegendEntry, MiniStep, RoleChoice, Timeline, TimelineItem, TimelineRow

COLUMNS = 13
"""Columns of a row, at most. No step begins in the last of them, so that the words of each have two columns."""
_FEWEST_COLUMNS = 8
"""Columns of the drawing, at least, so that a short timeline is not squeezed into a corner."""
_COLUMNS_A_STEP = 2
"""Columns from one step to the next in its lane, at least."""
_COLUMNS_A_FORK = 4
"""The same, from a step at which one of two times is chosen: each way has as much room as a step."""
_WIDEST = 4
"""Columns that the words of a step may take, at most."""


_Key = tuple[tuple[str, tuple[int, ...]], bool]
"""What tells a step from all others: the key of its stop, and whether it is work."""


@dataclass(frozen=True)
class _PlacedStep:
    """A step with its lane, row and column on the broad drawing; rows and columns from 1."""

    step: Step
    upper: bool
    """Whether it stands in the upper lane; there are two lanes at most."""
    row: int
    column: int


def compose_mini(composer: Composer, parts: ProgrammeParts) -> tuple[MiniStep, ...]:
    """Compose the path in miniature for a programme's card."""
    steps = []
    for step in parts.way.steps:
        start = step.when.start.isoformat() if step.when and step.when.start else ""
        end = step.when.end.isoformat() if step.when and step.when.end else ""
        shape: Shape = "between" if step.is_work else composer.shape(step.stop)
        brief = None if step.is_work else composer.stop_brief(parts, step.stop)
        stop = brief.stop if brief else None
        steps.append(MiniStep(shape, start, end, step.is_work, stop, brief.date if brief and stop else None))
    return tuple(steps)


def compose_timeline(
    composer: Composer, parts: ProgrammeParts, stops: Sequence[Stop], cohort: Cohort | None = None
) -> Timeline | None:
    """Compose the timeline of a programme or of a cohort; None where there are no stops."""
    if not stops:
        return None
    gatherings = [stop.gathering for stop in stops]
    lower = lower_audiences(gatherings)
    steps = way_of(parts, stops).steps
    placed = _place_steps(steps, lower, [frozenset(gathering.audience) for gathering in gatherings])
    layout = _Layout(composer, parts, placed, cohort)
    items = tuple(layout.item(index) for index in range(len(placed)))
    # The words of the last step take two columns.
    columns = max(_FEWEST_COLUMNS, *(one.column + _columns_of(one.step) - 1 for one in placed))
    shapes = dict.fromkeys(item.shape for item in items)
    return Timeline(
        lanes=compose_lanes(composer, parts, gatherings, lower),
        rows=_rows(composer, placed),
        choices=_choices(parts, steps),
        items=items,
        columns=columns,
        paths=lay_paths(_path_steps(placed, items, layout.index_of), columns, [item.loose for item in items]),
        legend=tuple(LegendEntry(shape, composer.words["shapes"][shape]) for shape in shapes),
    )


def _choices(parts: ProgrammeParts, steps: Sequence[Step]) -> tuple[RoleChoice, ...]:
    """Compose the roles of «Vis veien for»: those that steps are for; none where that is one role only."""
    invited = {role for step in steps for role in step.audience}
    choices = tuple(
        RoleChoice(role.id, upper_first(role.plural or role.title)) for role in parts.of(Role) if role.id in invited
    )
    return choices if len(choices) > 1 else ()


def _path_steps(
    placed: Sequence[_PlacedStep], items: Sequence[TimelineItem], index_of: Mapping[_Key, int]
) -> list[PathStep]:
    """Give what the path has to know of each step; ``index_of``: key of a step → its index in ``placed``."""
    return [
        PathStep(
            upper=one.upper,
            row=one.row,
            column=one.column,
            giver=index_of[one.step.stop.key, False] if one.step.is_work else None,
            carried=item.anchor if item.bar is not None and not one.step.gathering.mentioned_only else "",
            bar=item.bar,
        )
        for one, item in zip(placed, items, strict=True)
    ]


# --- rows and columns ---------------------------------------------------------------------------------------------


def _place_steps(
    steps: Sequence[Step], lower: frozenset[frozenset[str]], known: Sequence[frozenset[str]]
) -> list[_PlacedStep]:
    """Give each step its row and column, with as few rows as possible and about the same number of steps in each.

    ``lower``: the audiences whose gatherings stand in the lower lane; ``known``: all audiences of gatherings.
    """
    lanes = [(step, people_of(step, known) not in lower) for step in steps]
    fullest = _fill_rows(lanes, COLUMNS)
    # Rows of about the same length read better than full rows and a last one with a single step: the shortest rows are
    # chosen that are no more in number than full ones.
    shorter = (_fill_rows(lanes, limit) for limit in range(_COLUMNS_A_STEP * 2, COLUMNS))
    return next((placed for placed in shorter if placed[-1].row == fullest[-1].row), fullest)


def _fill_rows(steps: Sequence[tuple[Step, bool]], limit: int) -> list[_PlacedStep]:
    """Place steps, of each of which it is known whether it is in the upper lane, in rows of at most ``limit`` columns.

    Each stands one column after the step before it, and as many after the step before it in its own lane as that takes.
    """
    placed: list[_PlacedStep] = []
    row, column = 1, 0
    free_from = {"upper": 0, "lower": 0}
    for step, upper in steps:
        lane = "upper" if upper else "lower"
        column = max(column + 1, free_from[lane])
        # A gathering that prepares for another is not last in a row: an arrow leads to the one it prepares.
        columns_after = max(_columns_of(step) - 1, 1 if step.is_work or not step.gathering.prepares else 2)
        if column + columns_after > limit:
            row, column = row + 1, 1
            free_from = {"upper": 0, "lower": 0}
        free_from[lane] = column + _columns_of(step)
        placed.append(_PlacedStep(step, upper, row, column))
    return placed


def _columns_of(step: Step) -> int:
    """Find how many columns a step takes in its lane, at least."""
    forks = not step.is_work and step.stop.form == "choice" and len(step.stop.occurrences) == 2
    return _COLUMNS_A_FORK if forks else _COLUMNS_A_STEP


def _rows(composer: Composer, placed: Sequence[_PlacedStep]) -> tuple[TimelineRow, ...]:
    """Compose the rows; a single one needs no title."""
    rows = [[one.step for one in row] for _, row in groupby(placed, key=lambda one: one.row)]
    return tuple(
        TimelineRow(number, _row_title(composer, steps) if len(rows) > 1 else "")
        for number, steps in enumerate(rows, start=1)
    )


def _row_title(composer: Composer, steps: Sequence[Step]) -> str:
    """Compose a row's title from the days of its steps: «Januar–juni 2027»; empty where one is not known, or varies."""
    days = sorted(step.day for step in steps if step.day)
    if not days or any(step.stop.form == "varies" for step in steps):
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


class _Layout:
    """Composes the items of a timeline whose steps are placed."""

    def __init__(
        self, composer: Composer, parts: ProgrammeParts, placed: Sequence[_PlacedStep], cohort: Cohort | None
    ) -> None:
        self._composer, self._parts, self._placed, self._cohort = composer, parts, placed, cohort
        self.index_of = {one.step.key: index for index, one in enumerate(placed)}
        """Key of a step → its index."""

    def item(self, index: int) -> TimelineItem:
        """Compose the item of the step at ``index``."""
        composer, here = self._composer, self._placed[index]
        stop, gathering, work = here.step.stop, here.step.gathering, here.step.work
        is_work = work is not None
        following = next((other for other in self._placed[index + 1 :] if other.upper == here.upper), None)
        following_in_row = following if following and following.row == here.row else None
        free = (following_in_row.column if following_in_row else COLUMNS + 1) - here.column
        prepared = self._prepared(gathering)
        gathering_at = self._placed[self.index_of[stop.key, False]]
        brief = composer.stop_brief(self._parts, stop, self._cohort)
        summary = gathering.summary.plain if gathering.mentioned_only else ""
        place, anchor = composer.anchors["work_between"], _anchor(stop)
        return TimelineItem(
            anchor=f"{anchor}_{place}" if is_work else anchor,
            title=composer.words["work_between"] if is_work else brief.name,
            address=composer.gathering_address(self._parts, gathering, self._cohort, place)
            if is_work
            else brief.address,
            shape="between" if is_work else brief.shape,
            kind=composer.words["shapes"]["between"] if is_work else brief.kind,
            audience=upper_first(composer.audience(self._parts, here.step.audience)),
            lane="upper" if here.upper else "lower",
            roles=_roles(here.step),
            row=here.row,
            column=here.column,
            width=min(free, _WIDEST),
            date=composer.due(self._parts, work.due) if work else brief.date,
            stop=None if is_work else brief.stop,
            steps=composer.dated_steps(self._parts, gathering, work.steps) if work else (),
            note="" if is_work else stop.place or summary,
            prepares="" if is_work or not prepared else _prepares(composer, gathering, prepared.step.gathering),
            arrow=not is_work and prepared is not None and _has_arrow(here, prepared),
            bar=_bar(here, gathering_at) if is_work else None,
            is_work=is_work,
            loose=here.step.day is None or bool(following and following.step.day is None),
            ends_lane=following_in_row is None,
            last=index == len(self._placed) - 1,
        )

    def _prepared(self, gathering: Gathering) -> _PlacedStep | None:
        """Find the first gathering on the path that a gathering prepares; None where it prepares none."""
        steps = {one.step.gathering.id: one for one in reversed(self._placed) if not one.step.is_work}
        return next((steps[id] for id in gathering.prepares if id in steps), None)


def _anchor(stop: Stop) -> str:
    """Give the id of a stop's place on the page; of a gathering in several parts, each has one."""
    later = [number for number in stop.numbers if number > 1]
    return "_".join([anchor_of(stop.gathering), *(map(str, later) if len(later) == len(stop.numbers) else ())])


def _roles(step: Step) -> tuple[str, ...]:
    """Give the roles whose way a step is on: those it is for, and of a gathering those who hold it; none: all."""
    holding = () if step.is_work else step.gathering.taught_by
    return tuple(dict.fromkeys((*step.audience, *holding))) if step.audience else ()


def _bar(work: _PlacedStep, giver: _PlacedStep) -> int | None:
    """Tell how many columns to the left the bar of work begins: at the gathering that gives it, or where the row does.

    None where that is in the other lane.
    """
    if work.upper != giver.upper:
        return None
    return work.column - (giver.column if giver.row == work.row else 1)


def _has_arrow(here: _PlacedStep, prepared: _PlacedStep) -> bool:
    """Tell whether an arrow leads from a gathering to the one that it prepares: down, and one column to the right."""
    is_beside = (prepared.row, prepared.column) == (here.row, here.column + 1)
    return here.upper and not prepared.upper and is_beside


def _prepares(composer: Composer, gathering: Gathering, prepared: Gathering) -> str:
    """Tell what a gathering prepares for: «Gjør deg klar til å holde personalsamling 1»."""
    teaches = set(gathering.audience) & set(prepared.taught_by)
    words = composer.words["prepares_teaching" if teaches else "prepares_other"]
    return words.format(name=composer.mid_sentence(prepared.title))
