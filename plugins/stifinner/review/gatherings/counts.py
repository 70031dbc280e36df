"""Counts and lengths in a programme's text that contradict its gatherings: «9 samlinger» where there are eight.

A text may speak of some of the gatherings only: those of a role, a track or a type. A number is a problem only where it
fits none of these groups.
"""

import re
from collections.abc import Iterator

from ...graph.portal_graph import ProgrammeParts
from ...graph.stops import Stop
from ...model.gathering import Gathering
from ...model.role import Role
from ...model.track import Track
from ...problems.problem import ProblemList
from ..reviewed import ReviewedContent, ReviewedFile
from ..words import Words

_Group = tuple[Gathering, ...]


def check_counts(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check «9 samlinger» and «to x to dager» in a programme's text against the number and days of its gatherings."""
    for parts in content.graph.programmes:
        gatherings = parts.of(Gathering)
        if not gatherings or any(stop.when.kind == "recurring" for stop in parts.occurrences.path):
            continue
        groups = tuple(_groups(parts))
        lengths = tuple(tuple(parts.occurrences.stop(gathering).days for gathering in group) for group in groups)
        own_pages = {gathering.path for gathering in gatherings}
        for file in content.files_of(parts.programme.id):
            if file.path not in own_pages:
                for number, line in file.shown:
                    _check_gatherings(file, number, line, groups, words, problems)
                    # Where the length of a gathering is unknown, the text may be right.
                    if all(lengths[0]):
                        _check_days(file, number, line, lengths, words, problems)


def check_lengths(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check that a gathering's date, its duration and the first words of its text say the same number of days."""
    for parts in content.graph.programmes:
        for stop in parts.occurrences.path:
            file = content.files.get(stop.gathering.path)
            if file is None:
                continue
            days, duration = stop.when.days, stop.gathering.duration
            if days and duration and days != max(duration.days, 1):
                line, column = file.place_of(words.phrases["fields"]["gathering"]["duration"])
                excerpt = file.source.excerpt(line)
                problems.add(
                    "length-of-date", file.path, line, column, excerpt=excerpt, days=days, duration=duration.text
                )
            _check_beginning(file, stop, words, problems)


def _groups(parts: ProgrammeParts) -> Iterator[_Group]:
    """Give the groups of gatherings that a text may mean, all gatherings first."""
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
    """Check counts of gatherings in a line. ``number``: of the line.

    More than there are is always wrong; fewer only where the text says that it means all («i alt»).
    """
    known = len(groups[0])
    for match in words.gatherings.finditer(line):
        count = words.number(match["count"])
        means_all = bool(words.all_told.search(line[: match.start()]))
        if count > known or (means_all and count not in {len(group) for group in groups}):
            excerpt = file.source.excerpt(number)
            place = (file.path, number, match.start() + 1)
            problems.add("count-in-text", *place, excerpt=excerpt, written=match["count"], known=known)


def _check_days(
    file: ReviewedFile,
    number: int,
    line: str,
    lengths: tuple[tuple[float, ...], ...],
    words: Words,
    problems: ProblemList,
) -> None:
    """Check numbers of days in a line. ``lengths``: for each group that a text may mean, days of each gathering."""
    for match in words.times_days.finditer(line):
        count, days = words.number(match["count"]), words.number(match["days"])
        if all(group.count(days) != count for group in lengths):
            known = _gatherings_of(lengths[0].count(days), days, words)
            _add_days(file, number, match, known, words, problems)
    for pattern in (words.spread_days, words.gathering_days):
        for match in pattern.finditer(line):
            days = words.number(match["days"])
            if all(days not in (sum(group), sum(length for length in group if length >= 1)) for group in lengths):
                _add_days(file, number, match, _shown_days(sum(lengths[0]), words), words, problems)


def _check_beginning(file: ReviewedFile, stop: Stop, words: Words, problems: ProblemList) -> None:
    """Check the number of days that a gathering's text begins with: «To dager på Losby …»."""
    days, summary = stop.days, stop.gathering.summary
    match = words.begins_with_days.match(summary.plain)
    if match and days and words.number(match["days"]) != days:
        _add_days(file, summary.line, match, _shown_days(days, words), words, problems)


def _add_days(
    file: ReviewedFile, number: int, match: re.Match[str], known: str, words: Words, problems: ProblemList
) -> None:
    """Add a problem at a match in line ``number``. ``known``: what the gatherings say, as words."""
    key = words.phrases["fields"]["gathering"]["duration"]
    details = {"written": match[0], "known": known, "key": key, "excerpt": file.source.excerpt(number)}
    problems.add("days-in-text", file.path, number, match.start() + 1, **details)


def _shown_days(days: float, words: Words) -> str:
    """Say a number of days of gatherings: «2,5 dager»."""
    shown = words.review["days_of_gathering"]
    return shown["one"] if days == 1 else shown["many"].format(count=f"{days:g}".replace(".", ","))


def _gatherings_of(count: int, days: float, words: Words) -> str:
    """Say how many gatherings have a number of days."""
    return words.review["gatherings_of_days"].format(count=count, days=_shown_days(days, words))
