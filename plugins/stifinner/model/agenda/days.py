"""The clock times of a day in a plan, which stand in its heading or on the first line below it."""

import re
from typing import NamedTuple

from ...dates.when import TimeSpan
from ...language.misread import Misread
from ...markdown.lines import beginning, cut
from ...markdown.text import NO_TEXT, Text
from ..values import Reading
from .timing import TimingReader


class OwnTime(NamedTuple):
    """What the first line below a heading says of the day."""

    time: TimeSpan | None
    """None where it says no time."""
    rest: Text
    """The text without that line, if it says a time."""


class DayReader:
    """Reads what a plan says of a whole day."""

    def __init__(self, reading: Reading, times: TimingReader) -> None:
        self._reading = reading
        self._times = times
        key = reading.phrases["fields"]["gathering"]["time"]
        self._fact = re.compile(rf"{re.escape(key)}\s*:\s*", re.IGNORECASE)

    def in_title(self, title: str) -> TimeSpan | None:
        """Read the times that end a heading: «Dag 2, kl. 9–15»; None where none do.

        A single time needs «kl.», since «Tirsdag 3.11» ends with a date.
        """
        for found in re.finditer(r"(?:(?<=[\s(])|^)(?=[^\W\d_]|\d)", title):
            written = title[found.start() :].rstrip(") ")
            span = self._times.span(written)
            if span and (span.end or not written[0].isdigit() or ":" in written):
                return span
        return None

    def own_time(self, text: Text) -> OwnTime:
        """Read the times on the first line below a heading: «tid: 09.00–15.00». Raises Misread."""
        line = beginning(text.inline)
        fact = self._fact.match(line)
        span = self._times.span(line[fact.end() :] if fact else line)
        if fact and not span:
            try:
                span = self._reading.time(line[fact.end() :])
            except Misread as misread:
                raise misread.at(text.line) from None
        if not span or not (fact or span.end):
            return OwnTime(None, text)
        rest = cut(text, len(line))
        return OwnTime(span, rest if rest else NO_TEXT)
