"""What a date or a time that cannot be read was probably meant to be, and why one cannot be."""

import calendar
import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..date_reader import DateReader
from ..dates import DateWords
from ..phrases import Phrases
from ..problems import Misread


def meant_date(written: str, reader: DateReader, phrases: Phrases) -> str:
    """A date that can be read and is nearly what was written, or empty."""
    words = phrases["dates"]
    seasons = [word for season in words["seasons"].values() for word in season["written"]]
    known = [*DateWords(phrases).month_numbers(), *seasons, *words["weekdays"], *words["recurring"]]
    known += [words["after"], words["before"]]
    return _first_read(_date_attempts(written, known), reader.parse_when)


def meant_time(written: str, reader: DateReader) -> str:
    """Clock times that can be read and are nearly what was written, or empty."""
    text = re.sub(r"\s*([,;.:])\s*", r"\1", _begin(written))
    attempts = [re.sub(r"[,;]", ".", text), re.sub(r"\b(\d{1,2})[^\d]?(\d{2})\b", r"\1.\2", text)]
    attempts += [re.sub(r"[^\d.:]+", "–", attempt).strip("–.") for attempt in attempts]
    return _first_read(attempts, reader.parse_time)


def meant_duration(written: str, reader: DateReader, phrases: Phrases) -> str:
    """A duration that can be read and is nearly what was written, or empty."""
    words = phrases["dates"]["durations"]
    return _first_read([_respelt(_begin(written), [*words["days"], *words["numbers"], "halv"])], reader.parse_duration)


def why_impossible(written: str, phrases: Phrases) -> str:
    """«November 2022 har 30 dager. », where that is why; else empty."""
    shown = DateWords(phrases)
    months = shown.month_numbers()
    text = _begin(written).lower()
    found = [
        (int(day), months[month], int(year or 2024))
        for day, month, year in re.findall(r"(\d{1,2})\.?\s*([^\W\d_]+)\.?(?:\s+(\d{4}))?", text)
        if month in months
    ]
    found += [(int(d), int(m), int(y)) for d, m, y in re.findall(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", text)]
    found += [(int(d), int(m), int(y)) for y, m, d in re.findall(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)]
    for day, month, year in found:
        if not (1 <= month <= 12 and year):
            continue
        days = calendar.monthrange(year, month)[1]
        if day > days:
            name = shown.month(month).capitalize()
            return str(phrases["problem_text"]["days_in_month"].format(month=name, days=days))
    return ""


def _begin(written: str) -> str:
    """As much as a date or a time may be long, without white space that says nothing."""
    return " ".join(written.split())[:80]


def _first_read(attempts: Iterable[str], read: Callable[[str], Any]) -> str:
    for attempt in attempts:
        try:
            read(attempt)
        except Misread:
            continue
        return attempt
    return ""


def _date_attempts(written: str, known: list[str]) -> Iterator[str]:
    text = re.sub(r"(?<=\d)[oO]|[oO](?=\d)", "0", _begin(written))
    text = re.sub(r"(?<=\d)[lI]|[lI](?=\d)", "1", text)
    yield text
    yield re.sub(r"\s*[,;]\s*", " ", text)
    yield (respelt := _respelt(text, known))
    yield re.sub(r"(?<=\d)[,;:]\s*", ". ", respelt)
    yield re.sub(r"(?<=[^\W\d_])\.?(?=\d)", " ", re.sub(r"(?<=\d)(?=[^\W\d_])", ". ", respelt))
    yield re.sub(r"\s*\b(?:ca|omtrent|rundt|den|kl)\b\.?\s*", "", respelt)
    yield re.sub(r"[^\w\s.–-]", "", respelt)


def _respelt(text: str, known: list[str]) -> str:
    """The text with each word of letters as the known one it is nearest to."""

    def nearest(word: re.Match[str]) -> str:
        return next(iter(difflib.get_close_matches(word[0].lower(), known, n=1, cutoff=0.6)), word[0])

    return re.sub(r"[^\W\d_]{3,}(?!-?\w*-\d)", nearest, text)
