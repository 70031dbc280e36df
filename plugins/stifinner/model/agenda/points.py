"""The day plan of a gathering: days, points, and the parts of a point, as they were written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import time

from pydantic import ValidationInfo

from ...dates.when import TimeSpan
from ...language.misread import Misread
from ...markdown.lines import beginning, break_lines, cut, cut_end, end_of_line, lines_of
from ...markdown.text import (
    NO_TEXT,
    RawSection,
    Text,
    join,
    split_lists,
    split_sections,
)
from ..item import ItemList, ListPart
from ..values import Reading, _reading
from .days import DayReader
from .tables import TableReader
from .timing import NO_TIMING, Timing, TimingReader
from .words import PointWords, WordsReader


@dataclass(frozen=True)
class AgendaItem:
    """A point of the day plan, or a part of one."""

    timing: Timing
    words: PointWords
    text: Text
    """The whole point without its time, as it was written."""
    below: "ItemList[AgendaItem]" = field(default_factory=lambda: ItemList())
    """What stands below its first paragraph: prose, and its parts, which are at the same time unless they say when."""
    line: int = 0

    @property
    def start(self) -> time | None:
        """Where the editor wrote a clock time."""
        return self.timing.start

    @property
    def minutes(self) -> int | None:
        """How long it takes, where the editor wrote that."""
        return self.timing.minutes


@dataclass(frozen=True)
class AgendaDay:
    """A day of the day plan."""

    title: str
    """«Dag 1», or empty when there is only one."""
    plan: ItemList[AgendaItem]
    line: int = 0
    """Of its heading; 0 for a day without one."""
    time: TimeSpan | None = None
    """Its own clock times, where it has some."""
    in_title: bool = False
    """They stand in its heading."""


def read_agenda(value: Sequence[RawSection], info: ValidationInfo) -> tuple[AgendaDay, ...]:
    """The days of a plan. Raises a Misread with all that could not be read in it."""
    reader = _AgendaReader(value[0].title, _reading(info))
    before, parts = split_sections(value[0].text, 3)
    days = [reader.day("", before, 0)] if before else []
    days += [reader.day(part.title, part.text, part.line) for part in parts]
    if reader.misread:
        raise Misread.all_of(reader.misread)
    return tuple(days)


def read_point(point: Text, reading: Reading) -> AgendaItem:
    """A point that stands in no plan. Raises Misread."""
    reader = _AgendaReader("", reading)
    item = reader.point(point, "")
    if reader.misread:
        raise Misread.all_of(reader.misread)
    return item


class _AgendaReader:
    def __init__(self, heading: str, reading: Reading) -> None:
        self._heading = heading
        self._times = TimingReader(reading.phrases)
        self._words = WordsReader(reading.phrases)
        self._days = DayReader(reading, self._times)
        self._tables = TableReader(reading.phrases, self._times)
        self.misread: list[Misread] = []

    def day(self, title: str, text: Text, line: int) -> AgendaDay:
        """A day with what stands under its heading."""
        in_title = self._days.in_title(title)
        own, rest = None, text
        try:
            own, rest = self._days.own_time(text)
        except Misread as misread:
            self.misread.append(misread)
        plan = ItemList(tuple(self._parts(rest, title or self._heading)))
        return AgendaDay(title, plan, line, own or in_title, bool(in_title and not own))

    def _parts(self, text: Text, day: str) -> Iterator[ListPart[AgendaItem]]:
        """The lists of a day; a table with times in its first column is one."""
        for one in split_lists(text):
            before: list[Text] = []
            for block in one.prose.blocks:
                if points := self._tables.points(block):
                    yield ListPart(join(before), tuple(self.point(point, day) for point in points))
                    before = []
                else:
                    before.append(block)
            if before or one.points:
                yield ListPart(join(before), tuple(self.point(point, day) for point in one.points), one.start)

    def point(self, point: Text, day: str, *, within: bool = False) -> AgendaItem:
        """A point of a day, or a part ``within`` one."""
        try:
            timing = self._times.read(beginning(point.inline))
        except Misread as misread:
            self.misread.append(misread.at(point.line))
            timing = NO_TIMING
        if not within:
            self._check_lines(point, day)
        text = break_lines(cut(point, len(timing.written)) if timing.written else point)
        timing, text = self._time_at_end(timing, text)
        words = self._words.read(text) if text.kind == "paragraph_open" else PointWords(NO_TEXT)
        below = text.rest if text.kind == "paragraph_open" else replace(text, done=None)
        parts = ItemList(tuple(self._below(below, day))) if not within else _as_prose(below)
        return AgendaItem(timing, words, text, parts, point.line)

    def _time_at_end(self, timing: Timing, text: Text) -> tuple[Timing, Text]:
        """«Pause (15 min)», «Lunsj 12.00–12.45»: what the beginning of the line does not say."""
        last = end_of_line(text)
        found, place = self._times.at_end(last)
        nothing_before = place == 0 and text.lead == last
        if nothing_before or (timing.start and found.start) or (found.minutes and (timing.minutes or timing.end)):
            return timing, text
        if found.start:
            timing = replace(timing, start=found.start, end=found.end, about=found.about)
        if found.minutes:
            timing = replace(timing, minutes=found.minutes, about_minutes=found.about_minutes)
        return timing, cut_end(text, len(last) - place) if found != NO_TIMING else text

    def _below(self, text: Text, day: str) -> Iterator[ListPart[AgendaItem]]:
        """What stands below a point's first paragraph. Numbered lists and lists to tick off stay as they are."""
        before: list[Text] = []
        for block in text.blocks:
            lists = split_lists(block) if block.kind == "bullet_list_open" else ()
            if lists and all(point.done is None for point in lists[0].points):
                points = tuple(self.point(point, day, within=True) for point in lists[0].points)
                yield ListPart(join(before), points)
                before = []
            else:
                before.append(block)
        if before:
            yield ListPart(join(before), ())

    def _check_lines(self, point: Text, day: str) -> None:
        """A line with a time of its own below a point has lost its bullet."""
        for number, line in lines_of(point):
            if number > point.line and self._times.begins(line):
                details = {"value": line.strip(), "title": day}
                self.misread.append(Misread("text-outside-list", line=number, column=1, **details))


def _as_prose(text: Text) -> ItemList[AgendaItem]:
    return ItemList((ListPart(text, ()),)) if text else ItemList()
