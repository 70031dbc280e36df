"""What is out of date on a given day. Without a day nothing is checked, so that a build never depends on today."""

from datetime import date

from ...graph.portal_graph import ProgrammeParts
from ...graph.stops import Stop
from ...problems.problem import ProblemList
from ..reviewed import ReviewedContent
from ..words import Words


def check_states(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Add a problem for a programme that is «planlagt» after its first gathering, or «pågår» after its last."""
    key = words.phrases["fields"]["programme"]["state"]
    for parts in content.graph.programmes:
        programme = parts.programme
        path = parts.occurrences.path
        dated = [stop for stop in path if stop.end]
        if content.today is None or not dated or programme.state not in {"planned", "running"}:
            continue
        planned = programme.state == "planned"
        stop = min(dated, key=_end) if planned else max(dated, key=_end)
        all_dated = len(dated) == len(path)
        if _end(stop) < content.today and (planned or all_dated):
            file = content.files[programme.path]
            fact = next(fact for fact in file.source.facts if fact.key == key)
            what = words.review["first_gathering" if planned else "last_gathering"]
            details = {"value": fact.value, "key": key, "what": what, "date": stop.when.text}
            excerpt = file.source.excerpt(fact.line)
            problems.add("old-state", programme.path, fact.line, fact.value_column, excerpt=excerpt, **details)


def check_undated(content: ReviewedContent, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """Add a problem for a gathering without a date that comes before one that is past."""
    for parts in content.graph.programmes:
        for stop in parts.occurrences.path:
            read = not stop.gathering.unread & {"date", "schedule"}
            to_be_dated = stop.gathering.path not in content.graph.drafts
            if content.today and read and stop.when.kind == "open" and to_be_dated:
                past = [other for other in _after(stop, parts) if other.end and _end(other) < content.today]
                if past:
                    details = {"title": past[0].gathering.title, "date": past[0].when.text}
                    problems.add("undated-and-past", stop.gathering.path, **details)


def _after(stop: Stop, parts: ProgrammeParts) -> list[Stop]:
    """Give the stops that come after: those it prepares, and those of a higher number for the same people."""
    gathering = stop.gathering
    return [
        other
        for other in parts.occurrences.path
        if other.id in gathering.prepares
        or (
            gathering.number is not None
            and (other.gathering.number or 0) > gathering.number
            and set(other.gathering.audience) == set(gathering.audience)
        )
    ]


def _end(stop: Stop) -> date:
    return stop.end or date.max
