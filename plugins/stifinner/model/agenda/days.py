"""The clock times of one day of a plan: in its heading, or on a line below it."""

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
    rest: Text
    """The text without it."""


class DayReader:
    """Reads what a day says of itself."""

    def __init__(self, reading: Reading, times: TimingReader) -> None:
        self._reading = reading
        self._times = times
        key = reading.phrases["fields"]["gathering"]["time"]
        self._fact = re.compile(rf"{re.escape(key)}\s*:\s*", re.IGNORECASE)

    def in_title(self, title: str) -> TimeSpan | None:
        """«Dag 2, kl. 9–15»: the times that end a heading. «Tirsdag 3.11» has none, so a single time needs «kl.»."""
        for found in re.finditer(r"(?:(?<=[\s(])|^)(?=[^\W\d_]|\d)", title):
            written = title[found.start() :].rstrip(") ")
            span = self._times.span(written)
            if span and (span.end or not written[0].isdigit() or ":" in written):
                return span
        return None

    def own_time(self, text: Text) -> OwnTime:
        """«tid: 09.00–15.00» on the first line below a heading, and the text without it. Raises Misread."""
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
