"""What is told of dates beside them: the last day to sign up, and the day that one of several was moved from."""

from collections.abc import Iterator
from datetime import date

from ..graph.stops import Occurrence, Stop
from ..problems.problem import ProblemList
from .reviewed import ReviewedContent
from .words import Words

_Place = tuple[str, int]
"""Path and line."""


def check_late_deadlines(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check that nobody can sign up for something after it is over."""
    key = words.phrases["fields"]["gathering"]["deadline"]
    for stop, one, (path, line) in _occurrences(content, key):
        deadline, last = one.says.deadline, one.when.end
        if deadline and deadline.exact and deadline.start and one.when.dated and last and deadline.start > last:
            details = {"deadline": deadline.text, "date": words.shown.show(one.when), "title": stop.gathering.title}
            excerpt = content.files[path].source.excerpt(line)
            problems.add("late-deadline", path, line, 0, excerpt=excerpt, **details)


def check_moved_nowhere(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check that what was moved was not at that very time before."""
    key = words.phrases["fields"]["gathering"]["moved_from"]
    for stop, one, (path, line) in _occurrences(content, key):
        moved, when = one.moved_from, one.when
        same_days = moved and (moved.start, moved.end, moved.dates) == (when.start, when.end, when.dates)
        if moved and same_days and moved.clock == (one.clock if moved.clock else None):
            details = {"key": key, "date": moved.text, "title": stop.gathering.title}
            excerpt = content.files[path].source.excerpt(line)
            problems.add("moved-nowhere", path, line, 0, excerpt=excerpt, **details)


def check_moved_among_several(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check that what was moved from a day with several times says from which of them."""
    key = words.phrases["fields"]["gathering"]["moved_from"]
    days: dict[tuple[str, str, date], int] = {}
    for stop, one, _ in _occurrences(content, key):
        if one.first_day:
            where = (*_whose(stop), one.first_day)
            days[where] = days.get(where, 0) + 1
    for stop, one, (path, line) in _occurrences(content, key):
        moved = one.says.moved_from
        several = one.first_day and days[(*_whose(stop), one.first_day)] > 1
        if several and moved and moved.clock is None and one.clock:
            details = {"key": key, "date": moved.text, "title": stop.gathering.title}
            excerpt = content.files[path].source.excerpt(line)
            problems.add("moved-from-which", path, line, 0, excerpt=excerpt, **details)


def _occurrences(content: ReviewedContent, key: str) -> Iterator[tuple[Stop, Occurrence, _Place]]:
    """Give every occurrence with its place in the content. ``key``: the fact that is meant where facts say it."""
    for parts in content.graph.programmes:
        for stop in parts.occurrences.all:
            for one in stop.occurrences:
                place = _place_of(content, stop, one, key)
                if place[0] in content.files:
                    yield stop, one, place


def _place_of(content: ReviewedContent, stop: Stop, one: Occurrence, key: str) -> _Place:
    path = stop.cohorts[0].path if stop.cohorts else stop.gathering.path
    if one.line or path not in content.files:
        return path, one.line
    return path, content.files[path].place_of(key)[0]


def _whose(stop: Stop) -> tuple[str, str]:
    """Name the gathering, and the file that its date stands in."""
    return stop.gathering.path, stop.cohorts[0].path if stop.cohorts else ""
