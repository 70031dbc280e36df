"""What is drawn has everything in it, its files say what its plain data say, and editors could have written them."""

from collections.abc import Iterator
from datetime import datetime
from random import Random

import pytest

from cohorts.drawn import Drawn, Time, draw, draw_times
from cohorts.plain import moments_of, plain_of
from cohorts.reckoning import Path
from cohorts.written import files_of, rule_words, time_words
from core.builder import portal_of
from effort import TIMES
from stifinner.dates.reader import DateReader
from stifinner.language.phrases import load_phrases

READER = DateReader(load_phrases("nb"))
SOME = tuple(draw_times(1000, 60))


def features(drawn: Drawn) -> Iterator[str]:
    """What there is in a programme, in words."""
    yield f"{len(drawn.cohorts)} cohorts"
    for gathering in drawn.gatherings:
        yield from ["work"] if gathering.work_until else []
        yield from ["of some cohorts"] if gathering.only else []
        yield from ["held by a role outside"] if gathering.is_held else []
        yield from [f"own {gathering.own.form}"] if gathering.own else []
    for points in drawn.cohorts.values():
        for point in points.values():
            yield point.form
            yield from (f"{point.form} {change}" for time in point.times for change in changes(time))
            yield from ["week left out"] if point.rule and point.rule.but else []


def changes(time: Time) -> Iterator[str]:
    yield "with clock" if time.clock else "without clock"
    yield from ["without end"] if time.clock and not time.clock.end else []
    yield from ["for days"] if time.first != time.last else []
    yield from ["moved"] if time.moved_from else []
    yield from ["cancelled"] if time.cancelled is not None else []


EVERYTHING = {
    *("1 cohorts", "2 cohorts", "3 cohorts", "4 cohorts"),
    *("work", "of some cohorts", "held by a role outside", "own once", "own span", "week left out"),
    *("once", "choice", "parts", "series", "span", "undated", "shared", "absent"),
    *(
        f"{form} {change}"
        for form in ("once", "choice", "parts", "series")
        for change in ("with clock", "without clock", "without end", "moved", "cancelled", "for days")
        if (form, change) != ("choice", "moved") and (form == "once" or change != "for days")
    ),
}


def test_everything_is_drawn():
    assert {feature for drawn in SOME for feature in features(drawn)} == EVERYTHING


def test_the_same_number_draws_the_same():
    assert [files_of(draw(number)) for number in range(5)] == [files_of(draw(number)) for number in range(5)]
    assert draw(1) != draw(2)


def test_every_answer_is_met():
    states = set()
    for drawn in SOME[:30]:
        for stops in plain_of(drawn)["cohorts"].values():
            path = Path(stops)
            found = (path.next(now) for now in moments_of(stops, Random(1), 12))  # noqa: S311 - nothing secret
            states |= {(one.state, one.last) for one in found}
    answers = {(state, False) for state in ("now", "day", "month", "undated", "over")}
    assert states == {*answers, ("now", True), ("day", True)}


def test_words_of_dates_read_as_what_was_drawn():
    points = [point for drawn in SOME for points in drawn.cohorts.values() for point in points.values()]
    for point in points:
        if point.rule:
            rule = READER.parse_when(rule_words(point.rule, point.times[0].clock))
            assert rule.dates == point.rule.days
            assert clocks(rule.clock) == clocks_drawn(point.times[0])
        if point.span:
            span = READER.parse_when(point.span.words)
            assert (span.start, span.end) == (point.span.first, point.span.last)
        for time in point.times:
            when = READER.parse_when(time_words(time))
            assert (when.kind, when.start, when.end) == ("day", time.first, time.last)
            assert clocks(when.clock) == clocks_drawn(time)


def clocks(read) -> list[str]:
    """Clock times that were read."""
    return [f"{one:%H:%M}" for one in (read.start, read.end) if one] if read else []


def clocks_drawn(time: Time) -> list[str]:
    return [one for one in (time.clock.start, time.clock.end) if one] if time.clock else []


@pytest.mark.parametrize("number", range(12 * TIMES))
def test_drawn_files_pass_the_check(number, tmp_path):
    files = files_of(draw(number))
    portal = portal_of(tmp_path, files)
    # A drawn cohort may have the gathering at which work is due before the one that gives it.
    told = [one for one in portal.problems if one.code != "due-too-early"]
    assert [f"{one.path}:{one.line} {one.code}" for one in told] == []


def test_plain_data_count_from_the_first_to_the_last():
    for drawn in SOME:
        for stops in plain_of(drawn)["cohorts"].values():
            for stop in stops:
                begins = [datetime.fromisoformat(one["begin"]) for one in stop.get("times", [])]
                assert begins == sorted(begins)
