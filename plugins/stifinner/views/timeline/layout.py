"""Where each thing stands on the timeline: its lane, its row and column, what the path between looks like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ...dates.when import When
from ...graph.portal_graph import ProgrammeParts, address_at, anchor_of
from ...model.gathering import Gathering
from ...model.role import Role
from ..parts.composer import Composer
from ..parts.date_shown import DateShown
from ..parts.texts import upper_first
from .lanes import compose_lanes, lower_audiences
from .path import Stand, lay_paths
from .shown import LegendEntry, MiniStep, RoleChoice, Timeline, TimelineItem, TimelineRow

COLUMNS = 13
"""Columns of a row of the broad path, at most; the last item of a lane needs but one."""
_FEWEST = 8
"""Columns of the broad drawing, at least: never so few that all stands in a corner."""
_STEP = 2
"""Columns from one item to the next in its lane, at least."""
_WIDEST = 4


@dataclass(frozen=True)
class Step:
    """A gathering, or the work between that follows it."""

    gathering: Gathering
    is_work: bool = False

    @property
    def when(self) -> When | None:
        """When it takes place, or is due."""
        if not self.is_work:
            return self.gathering.date
        return self.gathering.work_between.due if self.gathering.work_between else None

    @property
    def day(self) -> date | None:
        """The day that it is sorted by: a gathering's first, the last that work may be done."""
        if self.when is None:
            return None
        return self.when.end if self.is_work else self.when.start


@dataclass(frozen=True)
class _Place:
    """A step with its place on the broad path."""

    step: Step
    upper: bool
    row: int
    column: int


def way_of(gatherings: Sequence[Gathering]) -> list[Step]:
    """The gatherings in their order, with the work between each where it belongs."""
    steps = [Step(gathering) for gathering in gatherings]
    start = 0
    for gathering in gatherings:
        start = next(place for place in range(start, len(steps)) if steps[place].gathering is gathering) + 1
        if gathering.work_between:
            steps.insert(_place_of_work(steps, gathering, start), Step(gathering, is_work=True))
    return steps


def _place_of_work(steps: Sequence[Step], gathering: Gathering, start: int) -> int:
    """Before the first thing that comes after it is due: a later date, or the next undated for the same people."""
    due = gathering.work_between.due if gathering.work_between else None
    for place in range(start, len(steps)):
        other = steps[place]
        if due and due.end and other.day and other.day >= due.end:
            return place
        same_people = set(other.gathering.audience) == set(gathering.audience)
        if same_people and not other.is_work and (other.day is None or not (due and due.end)):
            return place
    return len(steps)


def compose_mini(composer: Composer, parts: ProgrammeParts) -> tuple[MiniStep, ...]:
    """The path in miniature."""
    steps = []
    for step in way_of(parts.of(Gathering)):
        start = step.when.start.isoformat() if step.when and step.when.start else ""
        end = step.when.end.isoformat() if step.when and step.when.end else ""
        shape = "between" if step.is_work else composer.shape(step.gathering)
        steps.append(MiniStep(shape, start, end, step.is_work))
    return tuple(steps)


def compose_timeline(composer: Composer, parts: ProgrammeParts) -> Timeline | None:
    """The timeline of a programme; None where it has no gatherings."""
    if not parts.of(Gathering):
        return None
    lower = lower_audiences(parts.of(Gathering))
    places = _places(way_of(parts.of(Gathering)), lower)
    found = {(place.step.gathering.id, place.step.is_work): index for index, place in enumerate(places)}
    items = tuple(_item(composer, parts, places, index, found) for index in range(len(places)))
    stands = [
        Stand(
            place.upper,
            place.row,
            place.column,
            found[place.step.gathering.id, False] if place.step.is_work else None,
            item.anchor if place.step.is_work and not place.step.gathering.mentioned_only else "",
            item.bar,
        )
        for place, item in zip(places, items, strict=True)
    ]
    columns = min(max(_FEWEST, *(place.column + 1 for place in places)), COLUMNS + 1)
    shapes = dict.fromkeys(item.shape for item in items)
    present = {role for gathering in parts.of(Gathering) for role in gathering.audience}
    choices = tuple(
        RoleChoice(role.id, upper_first(role.plural or role.title)) for role in parts.of(Role) if role.id in present
    )
    return Timeline(
        lanes=compose_lanes(composer, parts, lower),
        rows=_rows(composer, places),
        choices=choices if len(choices) > 1 else (),
        items=items,
        columns=columns,
        paths=lay_paths(stands, columns, [item.loose for item in items]),
        legend=tuple(LegendEntry(shape, composer.words["shapes"][shape]) for shape in shapes),
    )


# --- places -------------------------------------------------------------------------------------------------------


def _places(steps: Sequence[Step], lower: frozenset[frozenset[str]]) -> list[_Place]:
    """Row and column of each step: one column on from the one before, two from the last in its own lane."""
    whole = _fill_rows(steps, lower, COLUMNS)
    # Rows of about the same length read better than full rows and a last one with a single item.
    shorter = (_fill_rows(steps, lower, limit) for limit in range(_STEP * 2, COLUMNS))
    return next((places for places in shorter if places[-1].row == whole[-1].row), whole)


def _fill_rows(steps: Sequence[Step], lower: frozenset[frozenset[str]], limit: int) -> list[_Place]:
    places: list[_Place] = []
    row, column, ends = 1, 0, {True: 0, False: 0}
    for step in steps:
        upper = frozenset(step.gathering.audience) not in lower
        column = max(column + 1, ends[upper])
        # What prepares something takes its follower with it to the next row.
        room = 1 if step.is_work or not step.gathering.prepares else 2
        if column + room > limit:
            row, column, ends = row + 1, 1, {True: 0, False: 0}
        ends[upper] = column + _STEP
        places.append(_Place(step, upper, row, column))
    return places


def _rows(composer: Composer, places: Sequence[_Place]) -> tuple[TimelineRow, ...]:
    rows = [[place.step for place in some] for _, some in groupby(places, key=lambda place: place.row)]
    return tuple(
        TimelineRow(number, _row_title(composer, here) if len(rows) > 1 else "")
        for number, here in enumerate(rows, start=1)
    )


def _row_title(composer: Composer, here: Sequence[Step]) -> str:
    """«Januar–juni 2027», from the days of the row; empty where none is known."""
    days = sorted(step.day for step in here if step.day)
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
    places: Sequence[_Place],
    index: int,
    found: Mapping[tuple[str, bool], int],
) -> TimelineItem:
    place = places[index]
    gathering, is_work = place.step.gathering, place.step.is_work
    following = next((other for other in places[index + 1 :] if other.upper == place.upper), None)
    neighbour = following if following and following.row == place.row else None
    width = (neighbour.column if neighbour else COLUMNS + 1) - place.column
    prepared = next((g for id in gathering.prepares if (g := parts.find(Gathering, id))), None)
    after = places[found[prepared.id, False]] if prepared else None
    origin = places[found[gathering.id, False]]
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
        lane="upper" if place.upper else "lower",
        roles=tuple(dict.fromkeys((*gathering.audience, *gathering.taught_by))) if gathering.audience else (),
        row=place.row,
        column=place.column,
        width=max(1, min(width, _WIDEST)),
        date=_due_date(composer, parts, gathering) if is_work else brief.date,
        note="" if is_work else gathering.place or summary,
        prepares="" if is_work or not prepared else _prepares(composer, gathering, prepared),
        arrow=bool(
            not is_work
            and after
            and place.upper
            and not after.upper
            and (after.row, after.column) == (place.row, place.column + 1)
        ),
        # The bar begins at its gathering, or at the start of the row.
        bar=place.column - (origin.column if origin.row == place.row else 1) if is_work else None,
        is_work=is_work,
        loose=not place.step.day or bool(following and not following.step.day),
        ends_lane=neighbour is None,
        last=index == len(places) - 1,
    )


def _prepares(composer: Composer, gathering: Gathering, prepared: Gathering) -> str:
    teaches = set(gathering.audience) & set(prepared.taught_by)
    words = composer.words["prepares_teaching" if teaches else "prepares_other"]
    return words.format(name=composer.mid_sentence(prepared.title))


def _due_date(composer: Composer, parts: ProgrammeParts, gathering: Gathering) -> DateShown:
    return composer.due(parts, gathering.work_between.due if gathering.work_between else None)
