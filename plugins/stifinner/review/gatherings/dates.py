"""Dates of gatherings: whether the text gives the same, and whether each comes before what it prepares."""

import re
from datetime import date

from ...graph.portal_graph import ProgrammeParts
from ...graph.stops import Stop
from ...model.cohort import Cohort
from ...model.gathering import Gathering
from ...model.item import Item
from ...problems.problem import ProblemList
from ..reviewed import ReviewedContent, ReviewedFile
from ..words import Words, one_of


def check_prepared(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Add a problem for a gathering that comes after one that it prepares."""
    key = words.phrases["fields"]["gathering"]["prepares"]
    for parts in content.graph.programmes:
        by_id = {stop.id: stop for stop in parts.occurrences.path}
        for stop in parts.occurrences.path:
            gathering = stop.gathering
            for other in (by_id[id] for id in gathering.prepares if id in by_id):
                if other is not stop and _comes_after(stop, other):
                    fact = next(fact for fact in content.files[gathering.path].source.facts if fact.key == key)
                    column = fact.value_column + max(fact.value.find(other.id), 0)
                    excerpt = content.files[gathering.path].source.excerpt(fact.line)
                    details = {"title": other.gathering.title, "key": key, "date": other.when.text, "excerpt": excerpt}
                    problems.add("prepared-too-late", gathering.path, fact.line, column, **details)


def check_dates_in_text(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check that a date right after a gathering's name in a text is that gathering's date."""
    for parts in content.graph.programmes:
        named = _named(parts)
        pattern = _pattern(named, words) if named else None
        for file in content.files_of(parts.programme.id):
            own = content.graph.items[file.path]
            for number, line in file.shown:
                if not words.any_date.search(line) or _is_scheduled(file, number, own, words):
                    continue
                for found in pattern.finditer(line) if pattern else ():
                    _check_date(file, number, found, named[found["name"].lower()], words, problems)
                if isinstance(own, Gathering) and (stop := parts.occurrences.stop(own)).when.exact:
                    for found in _own_pattern(words).finditer(line):
                        if words.until.search(line[: found.start()]):
                            continue  # «until the gathering on 8 December» is the next one
                        _check_date(file, number, found, stop, words, problems)


def _is_scheduled(file: ReviewedFile, number: int, item: Item, words: Words) -> bool:
    """Tell whether a line is one of a cohort's own dates, which are others than those of the gathering."""
    return (
        isinstance(item, Cohort) and file.section_at(number) == words.phrases["headings"]["cohort"]["schedule"].lower()
    )


def _comes_after(first: Stop, second: Stop) -> bool:
    """Tell whether ``first`` surely comes after ``second``.

    Of a date that is only a month, the first day is compared with the last day of the other.
    """
    begin, end = first.start, second.start if first.when.exact and second.when.exact else second.end
    return bool(begin and end and begin > end)


def _named(parts: ProgrammeParts) -> dict[str, Stop]:
    """Give the stops whose days are known, by the names of their gatherings in small letters."""
    names: dict[str, Stop] = {}
    for stop in parts.occurrences.path:
        for name in (stop.gathering.title, stop.gathering.also_called):
            if name:
                names.setdefault(name.lower(), stop)
    return {name: stop for name, stop in names.items() if stop.when.exact}


def _pattern(names: dict[str, Stop], words: Words) -> re.Pattern[str]:
    """Give the pattern of a gathering's name with a date right after it."""
    between = rf"[\s\]()»,:–-]*(?:(?:{words.held})[\s(:]+)*"
    return re.compile(rf"(?<!\w)(?P<name>{one_of(names)}){between}(?P<date>{words.date})", re.IGNORECASE)


def _own_pattern(words: Words) -> re.Pattern[str]:
    """Give the pattern of «samlingen holdes …» with a date: on a gathering's own page, it means that gathering."""
    the = one_of(words.review["the_gathering"])
    return re.compile(rf"\b(?:{the})\s+(?:(?:{words.held})\s+)+(?P<date>{words.date})", re.IGNORECASE)


def _check_date(
    file: ReviewedFile,
    number: int,
    found: re.Match[str],
    stop: Stop,
    words: Words,
    problems: ProblemList,
) -> None:
    """Check that a date in line ``number`` is one of the stop's days. A date without a year may be any year's."""
    start, end = stop.start, stop.end
    if start is None or end is None:
        return
    day, month = int(found["day"]), words.months[found["month"].lower()]
    years = [int(found["year"])] if found["year"] else list({start.year, end.year})
    if not any(start <= written <= end for year in years if (written := _as_date(year, month, day))):
        gathering = stop.gathering
        details = {"written": found["date"], "title": gathering.title, "known": stop.when.text}
        excerpt = file.source.excerpt(number)
        column = found.start("date") + 1
        problems.add("date-in-text", file.path, number, column, excerpt=excerpt, file=gathering.path, **details)


def _as_date(year: int, month: int, day: int) -> date | None:
    """Make a date; None where there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
