"""The day plan of a gathering: days, their points, and the parts of a point, as they were written."""

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
    """A point of a day plan, or a part of a point."""

    timing: Timing
    """What the line says of its time."""
    words: PointWords
    """Its name, what it is about, and who leads it."""
    text: Text
    """The whole point as it was written, without its time."""
    below: "ItemList[AgendaItem]" = field(default_factory=lambda: ItemList())
    """What stands below its first paragraph: prose and parts, which are at the point's time unless they say another."""
    line: int = 0
    """Line that it begins on."""

    @property
    def start(self) -> time | None:
        """The clock time that the editor wrote, or None."""
        return self.timing.start

    @property
    def minutes(self) -> int | None:
        """The minutes that the editor wrote, or None."""
        return self.timing.minutes


@dataclass(frozen=True)
class AgendaDay:
    """A day of a plan."""

    title: str
    """Its heading, «Dag 1»; empty for the only day."""
    plan: ItemList[AgendaItem]
    line: int = 0
    """Line of its heading; 0 for a day without one."""
    time: TimeSpan | None = None
    """Clock times that the plan says for the whole day, or None."""
    in_title: bool = False
    """Whether those times stand in its heading."""


def read_agenda(value: Sequence[RawSection], info: ValidationInfo) -> tuple[AgendaDay, ...]:
    """Read the days of a gathering's plan. Raises a Misread with all that could not be read in it."""
    return read_days(value[0], _reading(info), 3)


def read_days(section: RawSection, reading: Reading, level: int) -> tuple[AgendaDay, ...]:
    """Read the days of a plan. ``level``: of the days' headings. Raises a Misread with all that could not be read."""
    reader = _AgendaReader(section.title, reading)
    before, parts = split_sections(section.text, level)
    days = [reader.day("", before, 0)] if before else []
    days += [reader.day(part.title, part.text, part.line) for part in parts]
    if reader.misread:
        raise Misread.all_of(reader.misread)
    return tuple(days)


def read_point(point: Text, reading: Reading) -> AgendaItem:
    """Read a point that stands in no plan. Raises Misread."""
    reader = _AgendaReader("", reading)
    item = reader.point(point, "")
    if reader.misread:
        raise Misread.all_of(reader.misread)
    return item


class _AgendaReader:
    """Reads days and points, and collects in ``misread`` what could not be read."""

    def __init__(self, heading: str, reading: Reading) -> None:
        self._heading = heading
        self._times = TimingReader(reading.phrases)
        self._words = WordsReader(reading.phrases)
        self._days = DayReader(reading, self._times)
        self._tables = TableReader(reading.phrases, self._times)
        self.misread: list[Misread] = []

    def day(self, title: str, text: Text, line: int) -> AgendaDay:
        """Read a day. ``line``: of its heading."""
        in_title = self._days.in_title(title)
        own, rest = None, text
        try:
            own, rest = self._days.own_time(text)
        except Misread as misread:
            self.misread.append(misread)
        plan = ItemList(tuple(self._parts(rest, title or self._heading)))
        return AgendaDay(title, plan, line, own or in_title, bool(in_title and not own))

    def _parts(self, text: Text, day: str) -> Iterator[ListPart[AgendaItem]]:
        """Give the lists of a day; a table with times in its first column counts as one."""
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
        """Read a point of a day. ``day``: the day's title, for messages; ``within``: it is part of another point."""
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
        """Add what the end of a line says of the time, where its beginning does not say it, and cut it off the text.

        «Pause (15 min)», «Lunsj 12.00–12.45».
        """
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
        """Give the parts of a point.

        Numbered lists and lists to tick off stay prose, as they are no parts of a plan.
        """
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
        """Note a Misread for each further line of a point that begins with a time: such a line has lost its bullet."""
        for number, line in lines_of(point):
            if number > point.line and self._times.begins(line):
                details = {"value": line.strip(), "title": day}
                self.misread.append(Misread("text-outside-list", line=number, column=1, **details))


def _as_prose(text: Text) -> ItemList[AgendaItem]:
    """Make a list without points."""
    return ItemList((ListPart(text, ()),)) if text else ItemList()
