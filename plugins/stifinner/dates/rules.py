"""Rules of repetition, read into their days: «hver tredje tirsdag fra 25. august til 8. desember 2026, ikke uke 41»."""

import re
from collections.abc import Callable, Iterator, Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from dateutil.rrule import MONTHLY, WEEKLY, rrule
from dateutil.rrule import weekday as nth_weekday

from ..language.misread import Misread
from .days import LAST_YEAR, MOST, YEARLESS, Days
from .shown import capital
from .when import When

_DAYS = r"(?P<days><[dD]ay\d>(?:[,&]<[dD]ay\d>)*)"
"""Weekdays: «mandag og onsdag», «tirsdager»."""
_NTH = r"(?:<nth\d>|\d\.|<last>)"
"""«tredje», «3.» or «siste»."""
_RHYTHMS = (
    # «(hver) første og tredje mandag i måneden»
    rf"(?:<each>|<weekly>)?(?P<nth>{_NTH}(?:&{_NTH})*){_DAYS}(?:<in_month>|<monthly>)",
    # «(hver) siste fredag i november 2026»: the month is a bound, so it is left for the rest
    rf"(?:<each>(?=<last>))?(?P<nth>{_NTH}){_DAYS}(?=<month)",
    # «hver tredje tirsdag»; «hver første mandag» and «hver siste fredag» say nothing of how many weeks lie between
    rf"<each>(?!<nth1>|1\.|<last>)(?P<every>{_NTH}){_DAYS}",
    # «hver tredje uke (på tirsdag)», «hver 3 uke»
    rf"<each>(?P<every>{_NTH}|\d)<week>{_DAYS}?",
    # «annenhver onsdag», «annenhver uke (på tirsdag)»
    rf"(?P<other><other>)(?:<week>)?{_DAYS}?",
    # «hver mandag og onsdag», «hver uke», «ukentlig på tirsdager»
    rf"(?:<each>(?=<[dD]ay)|<weekly>){_DAYS}?",
    # «tirsdager»; «tirsdag» alone is one day
    r"(?P<days><Day\d>(?:[,&]<[dD]ay\d>)*)",
    # «månedlig», «hver måned»
    r"(?P<monthly><monthly>)",
)
"""How a rule may begin, in its plain form (``words.py``); the first pattern that matches counts."""
_RULE = [re.compile(rf"^{rhythm}(?=$|[,<–(])(?P<rest>.*)$") for rhythm in _RHYTHMS]
"""Whole rules: a rhythm, then the rest, which has bounds, number of times and exception."""
_COUNT = re.compile(r",?\(?(\d{1,3})<times>\)?")
"""Number of times: «, 5 ganger», «(5 ganger)»."""
_WEEKS = re.compile(r"(?:<week>)?(\d{1,2})(?:–(?:<week>)?(\d{1,2}))?(?: \d{4})?")
"""One part of an exception: «uke 41», «uke 52–1», «41 2026». The year is not needed."""
_EXCEPT = re.compile(r"[,(]*<except>(?P<not>[^()]+)\)?$")
"""Exception, which ends the rule: «, ikke uke 41», «(ikke 8. og 22. september)»."""
_DAYS_OF_EVERY_MONTH = 28
"""The last day of the month that no month lacks. A rule from a later day would skip months."""


@dataclass(frozen=True)
class _Rhythm:
    """How the days of a rule follow one another."""

    weekdays: tuple[int, ...]
    """0 to 6. Empty: the weekday of the first day, or for a monthly rule its day of the month."""
    nth: tuple[int, ...]
    """Which of the month's weekdays: 1 to 5, -1 the last. Empty: a rule of weeks."""
    every: int
    """The number of weeks or months from one to the next."""
    monthly: bool

    def says_days(self, span: When) -> bool:
        """Tell whether rule and span say which days are meant.

        A weekday says it («hver tirsdag i oktober»), or a first day («hver uke fra 1. oktober»). Where weeks are
        skipped («hver tredje tirsdag»), only a first day says which weeks count.
        """
        if span.exact and span.start:
            return bool(self.weekdays) or not self.monthly or span.start.day <= _DAYS_OF_EVERY_MONTH
        return bool(self.weekdays) and (self.every == 1 or bool(self.nth))


@dataclass(frozen=True)
class _LeftOut:
    """The days of an exception."""

    days: Set[date | tuple[int, int]]
    """Days without a year are pairs of month and day, and are left out in every year."""
    is_single: bool
    """Whether they were named one by one, not as a span."""


class Rules:
    """Reads rules of repetition from their plain form."""

    def __init__(self, days: Days, read_span: Callable[[str], When | None]) -> None:
        """Take the reader of single days, and ``read_span`` for the plain form of weeks, months, seasons and years."""
        self._days = days
        self._read_span = read_span

    def read(self, text: str, written: str) -> When | None:
        """Read a rule into its days; None where the text is no rule.

        ``written``: the rule as its author wrote it, which is what is shown. Raises Misread ``endless-rule``,
        ``yearless-rule``, ``dayless-rule``, ``rule-without-dates``, ``idle-exception``, ``too-many-dates``.
        """
        found = next((found for rule in _RULE if (found := rule.match(text))), None)
        if found is None:
            return None
        rest = found["rest"]
        left_out, counted = _EXCEPT.search(rest), _COUNT.search(rest)
        bounds = _COUNT.sub("", _EXCEPT.sub("", rest)).strip(",")
        rhythm = _rhythm(found)
        start, end = self._bounds(bounds, rhythm, counted=counted is not None)
        excluded = self._excluded(left_out["not"], rhythm, start, end) if left_out else None
        # A generator, since the days of a rule that is only counted run on to the last year there is.
        kept = (day for day in _dates(rhythm, start, end) if not (excluded and excluded(day)))
        most = min(MOST + 1, int(counted[1])) if counted else MOST + 1
        dates = list(islice(kept, most))
        if len(dates) > MOST:
            raise Misread("too-many-dates", most=MOST)
        if not dates:
            raise Misread("rule-without-dates")
        if len(dates) == 1:
            return self._days.made(dates)
        return When("series", dates[0], dates[-1], capital(written), dates=tuple(dates))

    def _bounds(self, text: str, rhythm: _Rhythm, *, counted: bool) -> tuple[date, date]:
        """Find the first and the last day that a rule may have; ``counted``: it says how many times, so needs no end.

        Raises Misread ``unreadable-date``, ``endless-rule``, ``yearless-rule``, ``dayless-rule``.
        """
        span = self._named(text.removeprefix("<from>")) if text else None
        if span is None and text:
            raise Misread("unreadable-date")
        # «i oktober 2026» ends with the month; «fra oktober 2026» has no end, and neither has «fra 25. august 2026».
        only_start = span is None or span.start == span.end or (text.startswith("<from>") and "–" not in text)
        # Where the year is missing as well («fra 25. august»), that is what is told, below.
        if span is None or (only_start and span.kind != "yearless" and not counted):
            raise Misread("endless-rule")
        if span.start is None or span.end is None:
            raise Misread("yearless-rule")
        if not rhythm.says_days(span):
            raise Misread("dayless-rule")
        return span.start, date(LAST_YEAR, 12, 31) if only_start else span.end

    def _excluded(self, text: str, rhythm: _Rhythm, start: date, end: date) -> Callable[[date], bool]:
        """Make a test that tells whether a day is left out. Raises Misread ``unreadable-date`` or ``idle-exception``.

        An exception is idle where it names a day that is none of the rule's, or a week before or after all of them: its
        author meant another day or week. A span may reach further than the rule.
        """
        weeks, others = _weeks_of(text)
        left_out = self._left_out("&".join(others)) if others else _LeftOut(frozenset(), is_single=False)
        rule_days = list(islice(_dates(rhythm, start, end), MOST + 1))
        if not rule_days:
            # ``read`` tells that the rule has no days at all.
            return lambda _: False
        length = (rule_days[-1] - rule_days[0]).days + 1
        rule_weeks = {(rule_days[0] + timedelta(day)).isocalendar().week for day in range(length)}
        may_be_named = {(day.month, day.day) for day in rule_days} | {*rule_days}
        if not weeks <= rule_weeks or (left_out.is_single and not left_out.days <= may_be_named):
            raise Misread("idle-exception")
        return lambda day: day.isocalendar().week in weeks or bool({day, (day.month, day.day)} & left_out.days)

    def _left_out(self, text: str) -> _LeftOut:
        """Read the days of an exception that are not named by their week. Raises Misread ``unreadable-date``."""
        when = self._named(text)
        yearless = when is not None and when.kind == "yearless"
        if yearless:
            # Without a year they are read into no days, so they are read again in some year, which is forgotten.
            when = self._named(f"{text}{'' if text.endswith('>') else ' '}{YEARLESS}")
        if when is None or when.start is None or when.end is None:
            raise Misread("unreadable-date")
        days = when.dates or tuple(when.start + timedelta(day) for day in range((when.end - when.start).days + 1))
        # A text that begins with a figure, or a weekday and a figure, names days; any other names a month or a season.
        names_days = bool(re.match(r"(?:<[dD]ay\d>)?\d", text))
        single = names_days and "–" not in text
        return _LeftOut({(day.month, day.day) if yearless else day for day in days}, is_single=single)

    def _named(self, text: str) -> When | None:
        """Read a day or a span of time that bounds a rule or is left out of it; None where it is neither."""
        return self._days.read(text) or self._read_span(text)


def _weeks_of(text: str) -> tuple[set[int], list[str]]:
    """Split an exception in its plain form into the numbers of weeks and the parts that say something else.

    A figure alone is a week only after one: «uke 36 og 40».
    """
    weeks: set[int] = set()
    others = []
    for part in re.split(r"[,&]|<or>", text):
        found = _WEEKS.fullmatch(part)
        if found and (weeks or part.startswith("<week>")):
            first, last = int(found[1]), int(found[2] or found[1])
            # «uke 52–1» runs over New Year; a year has up to 53 weeks.
            weeks |= set(range(first, last + 1)) if first <= last else {*range(first, 54), *range(1, last + 1)}
        else:
            others.append(part)
    return weeks, others


def _rhythm(found: re.Match[str]) -> _Rhythm:
    """Make a rhythm of a match of one of ``_RULE``, whose patterns have some of these groups each."""
    parts = found.groupdict(default="")
    every = re.search(r"\d", parts.get("every", ""))
    nth = re.findall(_NTH, parts.get("nth", ""))
    return _Rhythm(
        weekdays=tuple(int(number) for number in re.findall(r"day(\d)", parts.get("days", "").lower())),
        # Of «<nth3>» and of «3.», only the figure is left.
        nth=tuple(-1 if one == "<last>" else int(one.strip("<nth>.")) for one in nth),
        every=2 if parts.get("other") else int(every[0]) if every else 1,
        monthly=bool(parts.get("monthly")),
    )


def _dates(rhythm: _Rhythm, start: date, end: date) -> Iterator[date]:
    """Reckon all days of a rhythm from ``start`` to ``end``.

    Where it has weekdays, weeks are counted from the first of them: «hver tredje tirsdag fra 24. august», a Monday,
    begins on the 25th, and «fra 26. august» with the Tuesday of the week after.
    """
    weekdays = rhythm.weekdays
    first = start
    if weekdays and not rhythm.nth:
        first = next(day for ahead in range(7) if (day := start + timedelta(ahead)).weekday() in weekdays)
    of_month = [nth_weekday(weekday)(number) for weekday in weekdays for number in rhythm.nth]
    rule = rrule(
        MONTHLY if rhythm.monthly or of_month else WEEKLY,
        dtstart=datetime.combine(first, time()),
        until=datetime.combine(end, time()),
        interval=rhythm.every,
        byweekday=of_month or weekdays or None,
    )
    return (moment.date() for moment in rule)
