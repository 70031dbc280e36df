"""Day plans that contradict themselves or their gathering, and lines of them that are no points."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...markdown.lines import lines_of
from ...model.agenda.placing import DayClock, clock_of, clock_time, end_of, starts_with
from ...model.agenda.points import AgendaDay, AgendaItem
from ...model.agenda.timing import TimingReader
from ...model.gathering import Gathering
from ...problems.problem import ProblemList
from ..reviewed import Content, ReviewedFile
from ..words import Words

_LEEWAY = 15
"""Minutes that «ca. 10.30» may be off."""
_Details = dict[str, str]


@dataclass(frozen=True)
class _Told:
    code: str
    line: int
    written: str
    """What is meant in the line."""
    details: _Details


def check_plans(content: Content, words: Words, problems: ProblemList) -> None:
    """Each day of each plan: its points in order, within its hours, and not longer than the time there is."""
    times = TimingReader(words.phrases)
    clock = words.phrases["dates"]["clock"]
    heading = words.phrases["headings"]["gathering"]["agenda"]
    for path, item in content.graph.items.items():
        if isinstance(item, Gathering) and path in content.files:
            for day in item.agenda:
                lost = _lost_points(day, times, heading)
                for told in (*lost, *_doubts(day), *_Walk(day, clock_of(day, item.clock), clock).tell()):
                    _tell(told, content.files[path], problems)


def _tell(told: _Told, file: ReviewedFile, problems: ProblemList) -> None:
    excerpt = file.source.excerpt(told.line)
    column = excerpt.find(told.written) + 1 if told.written else 0
    details = {"value": told.written, **told.details}
    if "meant" in details:
        details["suggestion"] = problems.suggestion(details.pop("meant"))
    problems.add(told.code, file.path, told.line, column, excerpt=excerpt, **details)


def _lost_points(day: AgendaDay, times: TimingReader, heading: str) -> Iterator[_Told]:
    """Lines that begin with a time and are no points of a list; what ends with a full stop is a sentence."""
    for part in day.plan.parts:
        for block in part.prose.blocks:
            for number, line in lines_of(block):
                if times.begins(line) and not line.rstrip().endswith("."):
                    yield _Told("lost-bullet", number, line.strip(), {"title": day.title or heading})


def _doubts(day: AgendaDay) -> Iterator[_Told]:
    """Figures that were left as text and may be a time."""
    for item in day.plan.items:
        for one in (item, *item.below.items):
            if one.timing.perhaps:
                written, meant = one.timing.perhaps
                yield _Told("perhaps-a-time", one.line, written, {"meant": meant})


class _Walk:
    """Goes through the points of a day, and keeps when the next can begin at the earliest."""

    def __init__(self, day: AgendaDay, clock: DayClock, pattern: str) -> None:
        self._day = day
        self._clock = clock
        self._pattern = pattern
        self._reached: int | None = None
        """When everything so far is over at the earliest; None while no time is known."""
        self._begun: int | None = None
        """Where the last point with a clock time begins."""
        self._is_over = False

    def tell(self) -> Iterator[_Told]:
        """Every contradiction of the day, each at its point."""
        above: AgendaItem | None = None
        for item in self._day.plan.items:
            yield from self._check_span(item)
            if item.start:
                begins = self._clock.place(item.start)
                yield from self._check_begin(item, begins, above)
                ends = end_of(item, begins, self._clock)
                beside = self._reached if above and starts_with(item, above) else None
                self._reached, self._begun = max(begins, ends or 0, beside or 0), begins
            elif item.minutes:
                begun = self._clock.begins if self._reached is None else self._reached
                self._reached = begun + item.minutes if begun is not None else None
            yield from self._check_end(item)
            yield from self._check_parts(item)
            above = item

    def _check_span(self, item: AgendaItem) -> Iterator[_Told]:
        ends = end_of(item, None, self._clock)
        if item.start and ends is not None and ends <= self._clock.place(item.start):
            yield self._told("span-backwards", item)

    def _check_begin(self, item: AgendaItem, begins: int, above: AgendaItem | None) -> Iterator[_Told]:
        leeway = _LEEWAY if item.timing.about else 0
        if self._begun is not None and begins < self._begun:
            yield self._told("plan-backwards", item, before=self._begun)
        elif above and starts_with(item, above):
            return
        elif self._reached is not None and begins + leeway < self._reached:
            yield self._told("plan-overlap", item, reached=self._reached)
        elif self._begun is None and self._clock.begins is not None and begins < self._clock.begins:
            yield self._told("plan-before-start", item, begins=self._clock.begins)

    def _check_end(self, item: AgendaItem) -> Iterator[_Told]:
        ends = self._clock.ends
        if not self._is_over and ends is not None and self._reached is not None and self._reached > ends:
            self._is_over = True
            yield self._told("plan-after-end", item, reached=self._last(item), ends=ends)

    def _last(self, item: AgendaItem) -> int:
        """When the plan is over at the earliest, if all that follows keeps its minutes."""
        later = False
        reached = self._reached or 0
        for one in self._day.plan.items:
            if later and one.start:
                begins = self._clock.place(one.start)
                reached = max(reached, begins, end_of(one, begins, self._clock) or 0)
            elif later:
                reached += one.minutes or 0
            later = later or one is item
        return reached

    def _check_parts(self, item: AgendaItem) -> Iterator[_Told]:
        """Parts with times of their own lie within their point."""
        begins = self._clock.place(item.start) if item.start else None
        ends = end_of(item, begins, self._clock)
        for part in item.below.items:
            if part.start and begins is not None and ends is not None and begins < ends:
                first = self._clock.place(part.start)
                if first < begins or (end_of(part, first, self._clock) or first) > ends:
                    yield self._told("part-outside-point", part, begins=begins, ends=ends)

    def _told(self, code: str, item: AgendaItem, **when: int) -> _Told:
        shown = {name: clock_time(minutes).strftime(self._pattern) for name, minutes in when.items()}
        written = item.timing.written.rstrip(" :;,–—-−")
        value = written or "–".join(clock.strftime(self._pattern) for clock in (item.start, item.timing.end) if clock)
        return _Told(code, item.line, value, shown)
