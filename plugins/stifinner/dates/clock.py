"""Clock times and durations as people write them."""

import re
from datetime import time
from typing import NamedTuple

from ..language.misread import Misread
from .when import Duration, TimeSpan
from .words import Vocabulary, one_of

CLOCK = r"\d{1,2}(?:[.:]\d{2})?(?:–\d{1,2}(?:[.:]\d{2})?)?"
"""Pattern of a clock time, or of a span of two, in a date's plain form."""
_WITH_DATE = re.compile(rf",?<clock>({CLOCK})(?!\d)|(?<=\d{{4}})[ ,]+(\d{{1,2}}[.:]\d{{2}}(?:–\d{{1,2}}[.:]\d{{2}})?)$")
_HALF_A_DAY, _MINUTES_OF_HALF = 0.5, 240


def parse_time(written: str, words: Vocabulary) -> TimeSpan:
    """Read ``09.00–15.30``, ``9–15``, ``kl. 9.30``, ``19:00``. Raises Misread ``unreadable-time``."""
    text = words.plain_form(written).removeprefix("<from>").removeprefix("<clock>").replace("–<clock>", "–")
    text = re.sub(r"\b([0-2]\d)([0-5]\d)\b", r"\1.\2", text)
    return _span(written, text)


class DateAndClock(NamedTuple):
    """A date in its plain form, and the clock times that stood in it; None where there were none."""

    date: str
    clock: TimeSpan | None


def split_clock(text: str) -> DateAndClock:
    """Split a date in its plain form into the date and its clock times. Raises Misread ``unreadable-time``."""
    if not (found := _WITH_DATE.search(text)):
        return DateAndClock(text, None)
    clock = found[1] or found[2]
    return DateAndClock((text[: found.start()] + text[found.end() :]).strip(" ,"), _span(clock, clock))


def parse_duration(written: str, words: Vocabulary) -> Duration:
    """Read ``2 dager``, ``to dager``, ``halv dag``, ``1,5 timer``, ``2t``. Raises Misread ``unreadable-duration``."""
    text = " ".join(written.lower().split())
    known = words.words["durations"]
    if text in known["half"]:
        return Duration(_HALF_A_DAY, text)
    numbers = {word: number for number, some in enumerate(known["numbers"], start=1) for word in some}
    halves = dict.fromkeys(known["one_and_a_half"], 1.5)
    units = {unit: one for one in ("days", "hours", "minutes") for unit in known[one]}
    amount = rf"\d{{1,4}}(?:[.,]\d)?|\d?½|{one_of([*numbers, *halves])}"
    more = rf"(\d{{1,2}})\s*(?:{one_of(known['minutes'])})\.?"
    found = re.fullmatch(
        rf"({amount})\s*({one_of(units)})\.?(?:\s*(?:(?:{one_of(words.words['and'])})\s+)?{more})?", text
    )
    if not found:
        raise Misread("unreadable-duration", value=written)
    said, unit = found[1].replace(",", "."), units[found[2]]
    number = numbers.get(said) or halves.get(said) or float(said.replace("½", ".5"))
    if unit == "days" and not found[3]:
        return Duration(float(number), text)
    if unit != "hours" and found[3]:
        raise Misread("unreadable-duration", value=written)
    minutes = round(number * (60 if unit == "hours" else 1)) + int(found[3] or 0)
    return Duration(_HALF_A_DAY if minutes <= _MINUTES_OF_HALF else 1.0, text, minutes)


def _span(written: str, text: str) -> TimeSpan:
    """Parse clock times in their plain form; ``written`` is what a Misread says they were written as."""
    clock = r"(\d{1,2})(?:[.:](\d{2}))?"
    found = re.fullmatch(rf"{clock}(?:–{clock})?", text)
    try:
        if not found:
            raise ValueError
        start = time(int(found[1]), int(found[2] or 0))
        end = time(int(found[3]) % 24, int(found[4] or 0)) if found[3] and int(found[3]) <= 24 else None
        if found[3] and end is None:
            raise ValueError
    except ValueError:
        raise Misread("unreadable-time", value=written) from None
    return TimeSpan(start, end)
