"""Dates under «Datoer»: what stands where a place is, and what the gathering says on top as well."""

from collections.abc import Iterator

from ...model.cohort import Cohort
from ...model.gathering import Gathering
from ...model.schedule.dates import find_dates_in_place
from ...model.schedule.entries import Schedule, ScheduledDate
from ...model.values import Reading
from ...problems.problem import ProblemList
from ..reviewed import ReviewedContent
from ..words import Words


def check_places(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Add a problem for each part of a place that reads as a date, an exception, or what became of the date."""
    reading = Reading(words.phrases)
    forms = words.phrases["values"]["schedule"]
    facts = words.phrases["fields"]["gathering"]
    details = {"choice": forms["choice"][0], "parts": forms["parts"][0]}
    details |= {"cancelled": facts["cancelled"], "moved": facts["moved_from"]}
    items: tuple[Gathering | Cohort, ...] = (*content.graph.all(Gathering), *content.graph.all(Cohort))
    for item in items:
        for date in _dates(item.schedule) if item.path in content.files else ():
            excerpt = content.files[item.path].source.excerpt(date.line)
            for part in find_dates_in_place(date.place, reading):
                column = excerpt.rfind(part.written) + 1
                code = f"{part.kind}-in-place"
                problems.add(code, item.path, date.line, column, excerpt=excerpt, value=part.written, **details)


def check_both(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Add a problem for a gathering whose date stands both on top and under a heading."""
    key, title = words.phrases["fields"]["gathering"]["date"], words.phrases["headings"]["gathering"]["schedule"]
    for gathering in content.graph.all(Gathering):
        if not gathering.schedule or gathering.path not in content.files:
            continue
        source = content.files[gathering.path].source
        for fact in (fact for fact in source.facts if fact.key == key and fact.value):
            details = {"excerpt": source.excerpt(fact.line), "key": key, "title": title}
            problems.add("date-and-schedule", gathering.path, fact.line, fact.value_column, **details)


def _dates(schedule: Schedule) -> Iterator[ScheduledDate]:
    """Give every date of a schedule."""
    for entry in schedule:
        yield from (*entry.dates, *entry.changes)
