"""Clock times of gatherings and deadlines of the work between them: what contradicts the dates."""

from datetime import date, datetime, time, timedelta

from ...graph.portal_graph import ProgrammeParts
from ...graph.stops import Stop
from ...model.gathering import Gathering, WorkBetween
from ...problems.problem import ProblemList
from ..reviewed import ReviewedContent
from ..words import Words

_LONGEST_NIGHT = timedelta(hours=12)
"""The longest time between an end early in the day and a start on the evening before."""
_NOON = time(12)


def check_clocks(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check that a gathering ends after it begins, and that its date and its time give the same clock times."""
    keys = words.phrases["fields"]["gathering"]
    for stop in _stops(content):
        gathering, span, clock = stop.gathering, stop.clock, stop.when.clock
        file = content.files[gathering.path]
        line, column = file.place_of(keys["time"] if gathering.time else keys["date"])
        excerpt = file.source.excerpt(line)
        if span and span.end and not stop.days > 1 and _ends_before(span.start, span.end):
            written = {"value": words.shown.show_time(span)}
            problems.add("time-backwards", gathering.path, line, column, excerpt=excerpt, **written)
        if gathering.time and clock and clock != gathering.time:
            details = {"value": words.shown.show_time(gathering.time), "other": words.shown.show_time(clock)}
            problems.add("two-clocks", gathering.path, line, column, excerpt=excerpt, key=keys["date"], **details)


def check_deadlines(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check that work between gatherings is due after its own gathering, and at a day that has a gathering."""
    for parts in content.graph.programmes:
        for stop in parts.occurrences.path:
            gathering, work = stop.gathering, stop.gathering.work_between
            if gathering.path not in content.files or work is None or work.due is None or work.due.end is None:
                continue
            excerpt = content.files[gathering.path].source.excerpt(work.line)
            details = {"date": words.shown.show(work.due), "excerpt": excerpt}
            if stop.end and work.due.end < stop.end:
                own = words.shown.show(stop.when)
                problems.add("due-too-early", gathering.path, work.line, 0, own=own, **details)
            elif work.to_gathering and work.due.exact and _misses_all(parts, work, work.due.end):
                problems.add("due-without-gathering", gathering.path, work.line, 0, **details)


def check_twins(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Add a problem for the second of two gatherings with the same title and the same date."""
    for parts in content.graph.programmes:
        seen: dict[tuple[str, str], Gathering] = {}
        for stop in parts.occurrences.path:
            gathering, when = stop.gathering, stop.when
            if gathering.path not in content.files or when.start is None:
                continue
            first = seen.setdefault((gathering.title.lower(), words.shown.show(when)), gathering)
            if first is not gathering:
                details = {"title": gathering.title, "date": words.shown.show(when), "other": first.path}
                problems.add("twin-gathering", gathering.path, file=first.path, **details)


def _stops(content: ReviewedContent) -> list[Stop]:
    """Give the stops of all programmes."""
    all_of = (stop for parts in content.graph.programmes for stop in parts.occurrences.path)
    return [stop for stop in all_of if stop.gathering.path in content.files]


def _ends_before(start: time, end: time) -> bool:
    """Tell whether the end is before the start, and no evening or night can lie between."""
    if end > start:
        return False
    night = datetime.combine(date.min + timedelta(days=1), end) - datetime.combine(date.min, start)
    return start < _NOON or night > _LONGEST_NIGHT


def _misses_all(parts: ProgrammeParts, work: WorkBetween, day: date) -> bool:
    """Tell whether no other gathering is on this day, and all have a date, so that this is certain."""
    whens = [stop.when for stop in parts.occurrences.path if stop.gathering.work_between is not work]
    return all(when.dated for when in whens) and not any(
        when.start and when.end and when.start <= day <= when.end for when in whens
    )
