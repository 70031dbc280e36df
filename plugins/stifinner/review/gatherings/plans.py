"""Day plans: what contradicts the plan itself or the gathering's hours, and lines that lack their bullet.

Times are minutes since midnight of the plan's day, as ``model/agenda/placing.py`` reckons them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ...dates.when import TimeSpan
from ...markdown.lines import lines_of
from ...model.agenda.placing import DayClock, clock_of, clock_time, end_of, starts_with
from ...model.agenda.points import AgendaDay, AgendaItem
from ...model.agenda.timing import TimingReader
from ...model.cohort import Cohort
from ...problems.problem import ProblemList
from ..reviewed import ReviewedContent, ReviewedFile
from ..words import Words

_LEEWAY = 15
"""Minutes that «ca. 10.30» may be off."""
_Details = dict[str, str]


@dataclass(frozen=True)
class _Finding:
    """A problem to be added to the gathering's file."""

    code: str
    line: int
    written: str
    """The part of the line that is meant; empty: its column is not known."""
    details: _Details


class _Plan(NamedTuple):
    """A day plan, and the clock times of its gathering, where they are known."""

    path: str
    days: tuple[AgendaDay, ...]
    clock: TimeSpan | None


def check_plans(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check each day of each plan: its points are in order, within the hours, and no longer than there is time for."""
    times = TimingReader(words.phrases)
    clock = words.phrases["dates"]["clock"]
    heading = words.phrases["headings"]["gathering"]["agenda"]
    for plan in _plans(content):
        for day in plan.days if plan.path in content.files else ():
            lost = _lost_points(day, times, heading)
            for finding in (*lost, *_doubts(day), *DayChecker(day, clock_of(day, plan.clock), clock).check()):
                _add(finding, content.files[plan.path], problems)


def _plans(content: ReviewedContent) -> Iterator[_Plan]:
    """Give all plans: those of gatherings, and those that cohorts had of their own."""
    for parts in content.graph.programmes:
        for stop in parts.occurrences.path:
            yield _Plan(stop.gathering.path, stop.gathering.agenda, stop.clock)
        for cohort in parts.of(Cohort):
            yield from (_Plan(cohort.path, one.agenda, None) for one in cohort.from_gatherings)


def _add(finding: _Finding, file: ReviewedFile, problems: ProblemList) -> None:
    excerpt = file.source.excerpt(finding.line)
    column = excerpt.find(finding.written) + 1 if finding.written else 0
    details = {"value": finding.written, **finding.details}
    if "meant" in details:
        details["suggestion"] = problems.suggestion(details.pop("meant"))
    problems.add(finding.code, file.path, finding.line, column, excerpt=excerpt, **details)


def _lost_points(day: AgendaDay, times: TimingReader, heading: str) -> Iterator[_Finding]:
    """Find lines that begin with a time but are no points of a list, unless they are sentences (with a full stop).

    ``heading``: the plan's own, for a day without a title.
    """
    for part in day.plan.parts:
        for block in part.prose.blocks:
            for number, line in lines_of(block):
                if times.begins(line) and not line.rstrip().endswith("."):
                    yield _Finding("lost-bullet", number, line.strip(), {"title": day.title or heading})


def _doubts(day: AgendaDay) -> Iterator[_Finding]:
    """Find figures that were read as text, but may be a time."""
    for item in day.plan.items:
        for one in (item, *item.below.items):
            if one.timing.perhaps:
                written, meant = one.timing.perhaps
                yield _Finding("perhaps-a-time", one.line, written, {"meant": meant})


class DayChecker:
    """Goes through the points of a day in order, and keeps when the next one can begin at the earliest.

    ``pattern``: how a clock time is shown, for ``strftime``.
    """

    def __init__(self, day: AgendaDay, clock: DayClock, pattern: str) -> None:
        self._day = day
        self._clock = clock
        self._pattern = pattern
        self._reached: int | None = None
        """Minute at which all points so far are over at the earliest; None while no time is known."""
        self._begun: int | None = None
        """Minute at which the last point with a clock time begins."""
        self._is_over = False
        """Whether it was told already that the plan goes on after the end of the day."""

    def check(self) -> Iterator[_Finding]:
        """Find every contradiction of the day, each at its point."""
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

    def _check_span(self, item: AgendaItem) -> Iterator[_Finding]:
        """Check that a point ends after it begins."""
        ends = end_of(item, None, self._clock)
        if item.start and ends is not None and ends <= self._clock.place(item.start):
            yield self._finding("span-backwards", item)

    def _check_begin(self, item: AgendaItem, begins: int, above: AgendaItem | None) -> Iterator[_Finding]:
        """Check that a point begins after those above it. ``begins``: in minutes; ``above``: the point before it."""
        leeway = _LEEWAY if item.timing.about else 0
        if self._begun is not None and begins < self._begun:
            yield self._finding("plan-backwards", item, before=self._begun)
        elif above and starts_with(item, above):
            return
        elif self._reached is not None and begins + leeway < self._reached:
            yield self._finding("plan-overlap", item, reached=self._reached)
        elif self._begun is None and self._clock.begins is not None and begins < self._clock.begins:
            yield self._finding("plan-before-start", item, begins=self._clock.begins)

    def _check_end(self, item: AgendaItem) -> Iterator[_Finding]:
        """Check that the plan is not past the end of the day with this point; told once a day."""
        ends = self._clock.ends
        if not self._is_over and ends is not None and self._reached is not None and self._reached > ends:
            self._is_over = True
            yield self._finding("plan-after-end", item, reached=self._end_of_plan(item), ends=ends)

    def _end_of_plan(self, item: AgendaItem) -> int:
        """Give the minute at which the plan is over at the earliest, with all points after ``item``."""
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

    def _check_parts(self, item: AgendaItem) -> Iterator[_Finding]:
        """Check that the points below a point lie within its time."""
        begins = self._clock.place(item.start) if item.start else None
        ends = end_of(item, begins, self._clock)
        for part in item.below.items:
            if part.start and begins is not None and ends is not None and begins < ends:
                first = self._clock.place(part.start)
                if first < begins or (end_of(part, first, self._clock) or first) > ends:
                    yield self._finding("part-outside-point", part, begins=begins, ends=ends)

    def _finding(self, code: str, item: AgendaItem, **when: int) -> _Finding:
        """Make a finding at a point. ``when``: minutes that the message shows as clock times."""
        shown = {name: clock_time(minutes).strftime(self._pattern) for name, minutes in when.items()}
        written = item.timing.written.rstrip(" :;,–—-−")
        value = written or "–".join(clock.strftime(self._pattern) for clock in (item.start, item.timing.end) if clock)
        return _Finding(code, item.line, value, shown)
