"""Counts and lengths in the text of a programme that its gatherings contradict.

A text may speak of some of the gatherings: those of a role, a track or a sort. Only what fits none of these is told.
"""

import re
from collections.abc import Iterator

from ...graph.portal_graph import ProgrammeParts
from ...model.gathering import Gathering
from ...model.role import Role
from ...model.track import Track
from ...problems.problem import ProblemList
from ..reviewed import Content, ReviewedFile
from ..words import Words

_Group = tuple[Gathering, ...]


def check_counts(content: Content, words: Words, problems: ProblemList) -> None:
    """«9 samlinger» beside eight, «to x to dager» beside 2 + 1 + 1."""
    for parts in content.graph.programmes:
        gatherings = parts.of(Gathering)
        if not gatherings or any(gathering.date.kind == "recurring" for gathering in gatherings):
            continue
        groups = tuple(_groups(parts))
        lengths = tuple(tuple(_days_of(gathering) for gathering in group) for group in groups)
        own_pages = {gathering.path for gathering in gatherings}
        for file in content.files_of(parts.programme.id):
            if file.path not in own_pages:
                for number, line in file.shown:
                    _check_gatherings(file, number, line, groups, words, problems)
                    # Where the length of one is unknown, the text may know more than the files.
                    if all(lengths[0]):
                        _check_days(file, number, line, lengths, words, problems)


def check_lengths(content: Content, words: Words, problems: ProblemList) -> None:
    """A gathering's date, its duration and the first words of its text tell of equally many days."""
    for parts in content.graph.programmes:
        for gathering in parts.of(Gathering):
            file = content.files.get(gathering.path)
            if file is None:
                continue
            days, duration = gathering.date.days, gathering.duration
            if days and duration and days != max(duration.days, 1):
                line, column = file.place_of(words.phrases["fields"]["gathering"]["duration"])
                excerpt = file.source.excerpt(line)
                problems.add(
                    "length-of-date", file.path, line, column, excerpt=excerpt, days=days, duration=duration.text
                )
            _check_beginning(file, gathering, words, problems)


def _groups(parts: ProgrammeParts) -> Iterator[_Group]:
    """All gatherings, and those that a text may mean."""
    gatherings = parts.of(Gathering)
    yield gatherings
    yield tuple(gathering for gathering in gatherings if not gathering.mentioned_only)
    for track in parts.of(Track):
        inner = {track.id, *(other.id for other in parts.of(Track) if other.part_of == track.id)}
        yield tuple(gathering for gathering in gatherings if gathering.track in inner)
    for role in parts.of(Role):
        yield tuple(gathering for gathering in gatherings if role.id in gathering.audience)
        yield tuple(gathering for gathering in gatherings if not gathering.audience or role.id in gathering.audience)
    for kind in {gathering.type for gathering in gatherings}:
        yield tuple(gathering for gathering in gatherings if gathering.type == kind)
        yield tuple(gathering for gathering in gatherings if gathering.type != kind)


def _check_gatherings(
    file: ReviewedFile, number: int, line: str, groups: tuple[_Group, ...], words: Words, problems: ProblemList
) -> None:
    """More than there are is wrong whatever is meant; fewer only where the text says that it means all."""
    known = len(groups[0])
    for found in words.gatherings.finditer(line):
        count = words.number(found["count"])
        means_all = bool(words.all_told.search(line[: found.start()]))
        if count > known or (means_all and count not in {len(group) for group in groups}):
            excerpt = file.source.excerpt(number)
            place = (file.path, number, found.start() + 1)
            problems.add("count-in-text", *place, excerpt=excerpt, written=found["count"], known=known)


def _check_days(
    file: ReviewedFile,
    number: int,
    line: str,
    lengths: tuple[tuple[float, ...], ...],
    words: Words,
    problems: ProblemList,
) -> None:
    """``lengths``: days of each gathering, in each group that a text may mean."""
    for found in words.times_days.finditer(line):
        count, days = words.number(found["count"]), words.number(found["days"])
        if all(group.count(days) != count for group in lengths):
            known = _gatherings_of(lengths[0].count(days), days, words)
            _add_days(file, number, found, known, words, problems)
    for pattern in (words.spread_days, words.gathering_days):
        for found in pattern.finditer(line):
            days = words.number(found["days"])
            if all(days not in (sum(group), sum(length for length in group if length >= 1)) for group in lengths):
                _add_days(file, number, found, _shown_days(sum(lengths[0]), words), words, problems)


def _check_beginning(file: ReviewedFile, gathering: Gathering, words: Words, problems: ProblemList) -> None:
    days = _days_of(gathering)
    found = words.begins_with_days.match(gathering.summary.plain)
    if found and days and words.number(found["days"]) != days:
        _add_days(file, gathering.summary.line, found, _shown_days(days, words), words, problems)


def _add_days(
    file: ReviewedFile, number: int, found: re.Match[str], known: str, words: Words, problems: ProblemList
) -> None:
    key = words.phrases["fields"]["gathering"]["duration"]
    details = {"written": found[0], "known": known, "key": key, "excerpt": file.source.excerpt(number)}
    problems.add("days-in-text", file.path, number, found.start() + 1, **details)


def _days_of(gathering: Gathering) -> float:
    """How long it lasts; 0 where nobody says."""
    return gathering.date.days or (gathering.duration.days if gathering.duration else 0)


def _shown_days(days: float, words: Words) -> str:
    shown = words.review["days_of_gathering"]
    return shown["one"] if days == 1 else shown["many"].format(count=f"{days:g}".replace(".", ","))


def _gatherings_of(count: int, days: float, words: Words) -> str:
    return words.review["gatherings_of_days"].format(count=count, days=_shown_days(days, words))
