"""What was probably meant by a date, a time or a duration that cannot be read."""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ..language.misread import Misread
from ..language.phrases import Phrases
from .reader import DateReader
from .shown import DateWords


def meant_date(written: str, reader: DateReader, phrases: Phrases) -> str:
    """Find a date that can be read and is nearly what was written; empty where there is none."""
    shown = DateWords(phrases)
    known = [*shown.month_numbers(), *shown.weekdays(), *phrases["dates"]["seasons"].values(), *reader.words]
    return _first_read(written, _date_attempts(written, known), reader.parse_when)


def meant_time(written: str, reader: DateReader) -> str:
    """Find clock times that can be read and are nearly what was written; empty where there are none."""
    text = re.sub(r"\s*([,;.:])\s*", r"\1", _begin(written))
    attempts = [re.sub(r"[,;]", ".", text), re.sub(r"\b(\d{1,2})[^\d]?(\d{2})\b", r"\1.\2", text)]
    if set(re.findall(r"[^\W\d_]+", written.lower())) <= reader.clock_words:
        attempts += [re.sub(r"[^\d.:]+", "–", attempt).strip("–.") for attempt in attempts]
    return _first_read(written, attempts, reader.parse_time)


def meant_duration(written: str, reader: DateReader, phrases: Phrases) -> str:
    """Find a duration that can be read and is nearly what was written; empty where there is none."""
    words = phrases["dates"]["durations"]
    known = [*words["days"], *words["numbers"], words["half"]]
    return _first_read(written, [_respelt(_begin(written), known)], reader.parse_duration)


def _begin(written: str) -> str:
    """Cut a text to the length that a date or a time may have, with single spaces."""
    return " ".join(written.split())[:80]


def _first_read(written: str, attempts: Iterable[str], read: Callable[[str], Any]) -> str:
    """Give the first attempt that ``read`` can read and that has the figures that were written; empty: none.

    An attempt with other figures would be another day, and no cure.
    """
    figures = re.findall(r"\d+", _letters_as_figures(written))
    for attempt in attempts:
        if re.findall(r"\d+", attempt) != figures:
            continue
        try:
            read(attempt)
        except Misread:
            continue
        return attempt
    return ""


def _letters_as_figures(text: str) -> str:
    """Replace letters that look like figures, beside figures: «1O. mai» → «10. mai»."""
    text = re.sub(r"(?<=\d)[oO]|[oO](?=\d)", "0", text)
    return re.sub(r"(?<=\d)[lI]|[lI](?=\d)", "1", text)


def _date_attempts(written: str, known: list[str]) -> Iterator[str]:
    """Give respellings of a date, the most likely first. ``known``: words that a date may have."""
    text = _letters_as_figures(_begin(written))
    yield text
    yield re.sub(r"\s*[,;]\s*", " ", text)
    yield (respelt := _respelt(text, known))
    yield re.sub(r"(?<=\d)[,;:]\s*", ". ", respelt)
    yield re.sub(r"(?<=[^\W\d_])\.?(?=\d)", " ", re.sub(r"(?<=\d)(?=[^\W\d_])", ". ", respelt))
    yield re.sub(r"\s*\b(?:ca|omtrent|rundt|den|kl)\b\.?\s*", "", respelt)
    yield " ".join(re.sub(r"[^\w\s.–-]", " ", respelt).split())


def _respelt(text: str, known: list[str]) -> str:
    """Replace each word by the one of ``known`` that it nearly is."""

    def nearest(word: re.Match[str]) -> str:
        """Give the known word that is nearest, or the word itself."""
        alike = [one for one in known if abs(len(one) - len(word[0])) <= 2]  # «høstferien» is no «høsten»
        return next(iter(difflib.get_close_matches(word[0].lower(), alike, n=1, cutoff=_NEARLY)), word[0])

    return re.sub(r"[^\W\d_]{3,}(?!-?\w*-\d)", nearest, text)


_NEARLY = 0.72
"""How alike two words must be, from 0 to 1: «novemmber» and «november» are, «neste» and «etter» are not."""
