"""When something is due, as it was written: a date, the name of a gathering, or so many days before one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import NamedTuple

from ..dates.shown import DateWords
from ..dates.when import When
from ..dates.words import one_of, vocabulary
from ..language.misread import Misread
from .values import Reading

_EDGES = " \t\n:,;(–—-"
"""What may stand between a heading's word, those whom work is for, and the deadline."""
_LONGEST = 200
"""Characters in which a deadline is looked for."""
_MOST = 8
"""Ways to read a heading that are tried."""
_IN_A_CALENDAR = {"day", "days", "week", "month", "season", "year", "yearless"}


@dataclass(frozen=True)
class Deadline:
    """When something is due, as it was written. Where neither a date nor a name was: at the next gathering."""

    on: When | None = None
    """The date."""
    at: str = ""
    """The words that name a gathering."""
    days_before: int = 0
    """How many days before the gathering."""
    to_gathering: bool = False
    """Whether the date is said to be that of a gathering: «til samlingen 8. februar»."""


NEXT = Deadline()
"""The deadline that nobody has to write: the next gathering."""


class _Split(NamedTuple):
    """A deadline without the words that say that it is one."""

    rest: str
    """A date, or a name."""
    days: int = 0
    """How many days before that."""
    is_marked: bool = False
    """Whether it began with «til», «innen» or «to uker før», and not at once with a date or a name."""
    is_before: bool = False
    """Whether it began with «før»."""


class WorkHeading(NamedTuple):
    """One way to read what a heading says of work: its deadline, and whom it is for."""

    deadline: Deadline = NEXT
    audience: str = ""
    """The words that name roles; empty where the heading names none."""


class DeadlineReader:
    """Reads deadlines in the words of one portal, with its reader of dates."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._shown = DateWords(reading.phrases)
        words = reading.phrases["dates"]
        self._patterns = _patterns(words["until_gathering"], words["the"])

    def read(self, written: str) -> Deadline:
        """Read a deadline. Raises Misread for a date that there is not."""
        return self._read(self._split(written))

    def headings(self, written: str) -> tuple[WorkHeading, ...]:
        """Read what a heading says after its word, in all ways that names may decide between; the likeliest first.

        Raises Misread for a date that there is not.
        """
        rest = _trimmed(written)
        audience = self._patterns.audience.match(rest)
        if not audience:
            cuts = (found.span() for found in self._patterns.audience_after.finditer(rest[:_LONGEST]))
            pairs = [(rest[:begin], rest[end:]) for begin, end in cuts]
            return tuple(WorkHeading(self.read(due), _trimmed(whom)) for due, whom in [*pairs[:_MOST], (rest, "")])
        rest = rest[audience.end() :]
        begins = [found.start() for found in self._patterns.begins.finditer(rest[:_LONGEST])][:_MOST]
        pairs = [(rest[begin:], rest[:begin]) for begin in begins if begin]
        return tuple(WorkHeading(self.read(due), _trimmed(whom)) for due, whom in [*pairs, ("", rest)])

    def find(self, line: str) -> Iterator[tuple[int, Deadline]]:
        """Find the deadlines that a line may begin with: the index of the colon behind each, the shortest first.

        Only the first where that is no name: names may have colons. Raises Misread for a date that there is not.
        """
        for colon in [found.start() for found in re.finditer(r":(?=\s|$)", line[:_LONGEST])]:
            split = self._split(line[:colon])
            if not split.is_marked and not _has_day(split.rest):
                return
            try:
                deadline = self._read(split)
            except Misread as misread:
                if misread.code in (_OF_DAYS if split.is_marked else _OF_BARE_DAYS):
                    raise
                return
            if deadline.on is None and not split.is_marked:
                self._tell_slip(split.rest)
                return
            if deadline.on is None or _may_be_due(deadline.on, is_marked=split.is_marked):
                yield colon, deadline
            if not deadline.at:
                return

    def _split(self, written: str) -> _Split:
        """Take off the words that say that something is a deadline."""
        rest = _trimmed(written)
        ahead = self._patterns.ahead.match(rest)
        mark = None if ahead else self._patterns.mark.match(rest)
        if mark:
            rest = rest[mark.end() :]
            ahead = self._patterns.ahead.match(rest)
        if ahead:
            return _Split(rest[ahead.end() :], _days_ahead(ahead), is_marked=True)
        return _Split(rest, is_marked=bool(mark), is_before=bool(mark and mark["before"]))

    def _read(self, split: _Split) -> Deadline:
        """Read a date or a name."""
        if not split.rest or split.rest.lower() in vocabulary().words["next"]:
            return Deadline(days_before=split.days)
        gathering = self._patterns.gathering.match(split.rest)
        name = split.rest[gathering.end() :] if gathering else split.rest
        when = self._date(name, split.days, is_before=split.is_before)
        if when is None:
            return Deadline(at=name, days_before=split.days)
        return Deadline(when, to_gathering=bool(gathering and gathering["gathering"]))

    def _date(self, written: str, days: int, *, is_before: bool) -> When | None:
        """Read a date, or the day so many days before it; None for what is no date.

        ``is_before``: whether the words say only that it is before the date.
        """
        try:
            when = self._reading.dates.parse_when(written)
        except Misread as misread:
            if misread.code == "unreadable-date":
                return None
            misread.details["meant"] = ""
            raise
        if is_before or (days and not (when.exact and when.start)):
            until = self._reading.phrases["dates"]["until"][0]
            raise Misread("unreadable-deadline", value=written, meant=f"{until} {written}")
        if not days or when.start is None:
            return when
        return self._reading.dates.parse_when(self._shown.show_day(when.start - timedelta(days=days)))

    def _tell_slip(self, written: str) -> None:
        """Raise Misread for what is nearly a date."""
        try:
            self._reading.when(written)
        except Misread as misread:
            if misread.details["meant"]:
                raise


_OF_DAYS = {"impossible-date", "odd-year", "wrong-weekday", "unreadable-time", "unreadable-deadline"}
"""Codes of what is wrong with a day; other problems of dates are those of rules, which are no deadlines."""
_OF_BARE_DAYS = {"impossible-date", "wrong-weekday"}
"""The same where no word says that it is a deadline: «17. mai 1814: …» is none."""


def _has_day(written: str) -> bool:
    """Tell whether what no word says to be a deadline may begin with a day; «3.2» may as well be a chapter."""
    return bool(re.search(r"\d", written) and re.search(r"[^\W\d_]|\d[./-]\d+[./-]\d", written))


def _may_be_due(when: When, *, is_marked: bool) -> bool:
    """Tell whether a date is one on which something may be due."""
    return when.kind in _IN_A_CALENDAR and (is_marked or when.kind != "yearless" or bool(when.length))


def _trimmed(written: str) -> str:
    """Take off what stands around a deadline; a bracket that was opened before it is closed after it."""
    text = " ".join(written.split()).strip(_EDGES)
    return text.removesuffix(")").rstrip() if text.count(")") > text.count("(") else text


class _Patterns(NamedTuple):
    """Patterns of one portal, made of the words of all languages."""

    mark: re.Pattern[str]
    """«til», «innen», «frist:»; its group ``before``: «før»."""
    ahead: re.Pattern[str]
    """«to uker før»."""
    gathering: re.Pattern[str]
    """«samlingen den», before a date; its group ``gathering``: «samlingen»."""
    begins: re.Pattern[str]
    """Where a deadline begins behind those whom work is for."""
    audience: re.Pattern[str]
    """«for», before those whom work is for."""
    audience_after: re.Pattern[str]
    """The same behind a deadline."""


@cache
def _patterns(until_gathering: str, the: str) -> _Patterns:
    words = vocabulary().words
    number = one_of(word for some in words["durations"]["numbers"] for word in some)
    units, before = words["ahead"], one_of(words["before"])
    mark = rf"(?:(?P<before>{before})|{one_of([*words['until'], *words['deadline']])})\b:?(?:\s+|$)"
    ahead = (
        rf"(?:(?P<number>\d{{1,3}}|{number})\s*(?:(?P<days>{one_of(units['days'])})|(?P<weeks>{one_of(units['weeks'])}))"
        rf"|(?P<the_day>{one_of(units['the_day'])})|(?P<the_week>{one_of(units['the_week'])}))\s+(?:{before})(?:\s+|$)"
    )
    gathering = rf"(?:(?P<gathering>{until_gathering})\s+)?(?:{the}\s+)?"
    audience = rf"(?:{one_of(words['audience'])})\s+"
    unnamed = re.compile(r"\?P<\w+>").sub("?:", rf"{mark}|{ahead}")
    return _Patterns(
        *(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                mark,
                ahead,
                gathering,
                rf"(?<![^\s:,;(–—-])(?:{unnamed})",
                audience,
                rf"[\s:,;(–—-]+{audience}",
            )
        )
    )


def _days_ahead(found: re.Match[str]) -> int:
    """Reckon the days of «to uker før»."""
    if found["the_day"] or found["the_week"]:
        return 7 if found["the_week"] else 1
    numbers = vocabulary().words["durations"]["numbers"]
    said = found["number"].lower()
    count = int(said) if said.isdecimal() else next(index for index, some in enumerate(numbers, 1) if said in some)
    return count * (7 if found["weeks"] else 1)
