"""What cohorts' files are read as is what was drawn, point by point."""

from typing import Any

from cohorts.drawn import Point, Time, draw_times
from cohorts.written import files_of
from core.builder import SMALLEST, write_files
from effort import TIMES
from stifinner.language.phrases import load_phrases
from stifinner.model.read import read_items
from stifinner.problems.problem import ProblemList
from stifinner.source.read import read_sources

PHRASES = load_phrases("nb")
DRAWN = {f"trukket-{number}": drawn for number, drawn in enumerate(draw_times(0, 30 * TIMES))}


def test_schedules_read_as_what_was_drawn(tmp_path):
    files = {"index.md": SMALLEST["index.md"]}
    for name, drawn in DRAWN.items():
        files |= files_of(drawn, f"programmer/{name}")
    problems = ProblemList(PHRASES)
    items = read_items(read_sources(write_files(tmp_path, files), problems).files, PHRASES, problems)
    read = {item.path: list(map(entry_read, item.schedule)) for item in items if "/kull/" in item.path}
    assert read == {
        f"programmer/{name}/kull/{cohort}.md": [
            entry_drawn(points[one.title]) for one in drawn.gatherings if one.title in points
        ]
        for name, drawn in DRAWN.items()
        for cohort, points in drawn.cohorts.items()
    }


Entry = tuple[Any, ...]
"""Form, dates, and what is said of single times of a rule."""


def entry_read(entry: Any) -> Entry:
    return entry.form, [date_read(one) for one in entry.dates], [date_read(one) for one in entry.changes]


def entry_drawn(point: Point) -> Entry:
    if point.rule:
        usual = point.times[0]
        rule = ("series", point.rule.days, *clock_and_place(usual), None, None, None)
        return "once", [rule], [time_drawn(time) for time in point.times if time.changed]
    if point.span:
        return "once", [("span", (point.span.first, point.span.last), (), "", None, None, None)], []
    if point.form == "undated":
        return "once", [("undated", (), (), point.words.partition(", ")[2], None, None, None)], []
    return point.form, [time_drawn(time) for time in point.times], []


def date_read(date: Any) -> Entry:
    """What kind of date, its days, clock and place, where it was before, why it is cancelled, when that was told."""
    when, says = date.when, date.says
    days = when.dates or ((when.start, when.end) if when.start else ())
    kind = when.kind if when.kind in ("day", "series") else "span" if days else "undated"
    clock = tuple(f"{one:%H:%M}" for one in (when.clock.start, when.clock.end) if one) if when.clock else ()
    before, told = (one and one.start for one in (says.moved_from, says.told))
    return kind, days, clock, date.place, before, says.cancelled, told


def time_drawn(time: Time) -> Entry:
    return "day", (time.first, time.last), *clock_and_place(time), time.moved_from, time.cancelled, time.told


def clock_and_place(time: Time) -> Entry:
    clock = tuple(filter(None, (time.clock.start, time.clock.end))) if time.clock else ()
    return clock, time.place
