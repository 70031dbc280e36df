"""What is out of date on a given day. Without a day nothing is checked, so that a build never depends on today."""

from datetime import date

from ...graph.portal_graph import ProgrammeParts
from ...model.gathering import Gathering
from ...problems.problem import ProblemList
from ..reviewed import ReviewedContent
from ..words import Words


def check_states(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Add a problem for a programme that is «planlagt» after its first gathering, or «pågår» after its last."""
    key = words.phrases["fields"]["programme"]["state"]
    for parts in content.graph.programmes:
        programme = parts.programme
        dated = [gathering for gathering in parts.of(Gathering) if gathering.date.end]
        if content.today is None or not dated or programme.state not in {"planned", "running"}:
            continue
        planned = programme.state == "planned"
        gathering = min(dated, key=_end) if planned else max(dated, key=_end)
        all_dated = len(dated) == len(parts.of(Gathering))
        if _end(gathering) < content.today and (planned or all_dated):
            file = content.files[programme.path]
            fact = next(fact for fact in file.source.facts if fact.key == key)
            what = words.review["first_gathering" if planned else "last_gathering"]
            details = {"value": fact.value, "key": key, "what": what, "date": gathering.date.text}
            excerpt = file.source.excerpt(fact.line)
            problems.add("old-state", programme.path, fact.line, fact.value_column, excerpt=excerpt, **details)


def check_undated(content: ReviewedContent, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """Add a problem for a gathering without a date that comes before one that is past."""
    for parts in content.graph.programmes:
        for gathering in parts.of(Gathering):
            if content.today and gathering.date.kind == "open":
                past = [other for other in _after(gathering, parts) if other.date.end and _end(other) < content.today]
                if past:
                    problems.add("undated-and-past", gathering.path, title=past[0].title, date=past[0].date.text)


def _after(gathering: Gathering, parts: ProgrammeParts) -> list[Gathering]:
    """Give the gatherings that come after: those it prepares, and those of a higher number for the same people."""
    return [
        other
        for other in parts.of(Gathering)
        if other.id in gathering.prepares
        or (
            gathering.number is not None
            and (other.number or 0) > gathering.number
            and set(other.audience) == set(gathering.audience)
        )
    ]


def _end(gathering: Gathering) -> date:
    return gathering.date.end or date.max
