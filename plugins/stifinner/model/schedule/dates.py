"""A line that says a date and a place: where the one ends and the other begins."""

import difflib
import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from ...dates.when import When
from ...dates.words import one_of, vocabulary
from ...language.misread import Misread
from ..values import Reading
from .forms import FormReader
from .places import PlaceWords

_LONGEST = 400
"""Characters that a date may have."""
_MOST_COMMAS = 30
"""Commas that a date may have, since each must be tried."""
_LETTERS = re.compile(r"(?<!<)\b[^\W\d_]{2,}\b(?!>)")
"""A word in a date's plain form that is no sign: dates have none."""
_UNREADABLE = "unreadable-date"
_KNOWN_DAYS = {"day", "days", "series", "week", "month"}
"""Kinds of dates that are told from words after them with no comma between."""
_IN_A_CALENDAR = {*_KNOWN_DAYS, "season", "year", "yearless"}


class DateAndPlace(NamedTuple):
    """What a line says."""

    when: When
    place: PlaceWords


class DateInPlace(NamedTuple):
    """A part of a place that reads as something else."""

    written: str
    kind: str
    """``date``: a date or clock times; ``exception``: «ikke uke 41», which belongs to a rule; ``change``: «avlyst»."""


def read_date(line: str, reading: Reading, forms: FormReader) -> DateAndPlace:
    """Read a line: the longest beginning that ends at a comma and is a date, and the place after it.

    A longer beginning that is nearly a date is told, not taken for a place. ``forms``: finds what may stand there
    instead of a date. Raises Misread.
    """
    told: Misread | None = None
    for end in reversed(_ends(line)):
        try:
            when = reading.dates.parse_when(line[:end].strip())
        except Misread as misread:
            if misread.code != _UNREADABLE:
                told = told or misread
            continue
        if told is None:
            return DateAndPlace(when, PlaceWords(line[end + 1 :].strip()))
    raise told or _unreadable(line, reading, forms)


def find_dates_in_place(place: str, reading: Reading) -> Iterator[DateInPlace]:
    """Find what stands in a place and belongs to the date: what became of it, clock times, a date, an exception."""
    words, forms = vocabulary().words, FormReader(reading.phrases)
    exception = re.compile(rf"(?:{one_of(words['except'])})\s+(.+)", re.IGNORECASE)
    linked = re.compile(rf"^(?:{one_of([*words['or'], *words['and'], *words['until']])})\s+", re.IGNORECASE)
    for part in filter(None, map(str.strip, place.split(","))):
        alone = linked.sub("", part)
        excepted = exception.fullmatch(part)
        if forms.change(part):
            yield DateInPlace(part, "change")
        elif excepted and _is_date(excepted[1], reading):
            yield DateInPlace(part, "exception")
        elif _is_date(alone, reading) or _is_clock(alone, reading):
            yield DateInPlace(part, "date")


def _ends(line: str) -> list[int]:
    """Give the indices at which a date may end: at commas, up to the first one after a word that no date has."""
    ends: list[int] = []
    begin = 0
    for found in islice(re.finditer(r",|$", line[:_LONGEST]), _MOST_COMMAS):
        if found[0] or not ends or len(line) <= _LONGEST:
            ends.append(found.start())
        if _LETTERS.search(vocabulary().plain_form(line[begin : found.start()].lower())):
            break
        begin = found.end()
    return ends


def _unreadable(line: str, reading: Reading, forms: FormReader) -> Misread:
    """Say what was probably meant by a line whose beginning is no date."""
    first = line[: _ends(line)[0]].strip()
    if _says_several(first, reading):
        return Misread("dates-in-one-line", value=first, choice=forms.usual[0])
    try:
        reading.when(first)
    except Misread as misread:
        if not misread.details.get("meant"):
            near = difflib.get_close_matches(first.lower(), forms.usual, n=1, cutoff=0.75)
            misread.details["meant"] = forms.meant(first) or (near[0] if near else _with_comma(line, reading))
        return misread
    return Misread(_UNREADABLE, value=first)


def _says_several(text: str, reading: Reading) -> bool:
    """Tell whether a text says several dates: «27. august 2026 eller 3. september 2026»."""
    parts = re.split(rf"\s+(?:{one_of(vocabulary().words['or'])})\s+", text, flags=re.IGNORECASE)
    return len(parts) > 1 and all(_is_date(part, reading) for part in parts)


def _with_comma(line: str, reading: Reading) -> str:
    """Put the comma that was forgotten between a date and a place; empty where that is not what was forgotten."""
    words = list(re.finditer(r"[^\s:;(–-]+", line[:_LONGEST]))
    known = [index for index, word in enumerate(words) if "<" in vocabulary().plain_form(word[0].lower())]
    # The last word that dates have, and a year or clock times after it.
    last = known[-1] if known else 0
    for word, following in reversed(list(pairwise(words[last : last + 5]))):
        date, place = line[: word.end()], line[following.start() :]
        is_nothing = not vocabulary().plain_form(word[0].lower())
        if not is_nothing and _is_date(date, reading, _KNOWN_DAYS):
            closed = place[:-1] if "(" in line[word.end() : following.start()] and place.endswith(")") else place
            return f"{date}, {closed}"
    return ""


def _is_date(text: str, reading: Reading, kinds: Iterable[str] = frozenset(_IN_A_CALENDAR)) -> bool:
    """Tell whether a text is a date of one of these kinds."""
    try:
        return reading.dates.parse_when(text).kind in kinds
    except Misread:
        return False


def _is_clock(text: str, reading: Reading) -> bool:
    """Tell whether a text is clock times; a number alone may be that of a house."""
    if text.isdecimal() or len(text) > _LONGEST:
        return False
    try:
        reading.dates.parse_time(text)
    except Misread:
        return False
    return True
