"""Clock times of gatherings, and gatherings that are the same: what contradicts the dates."""

from datetime import date, datetime, time, timedelta

from ...graph.stops import Stop
from ...model.gathering import Gathering
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
