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
_NTH = r"(?:<nth\d>|\d\.|<last>)"
_RHYTHMS = (
    rf"(?:<each>|<weekly>)?(?P<nth>{_NTH}(?:&{_NTH})*){_DAYS}(?:<in_month>|<monthly>)",
    rf"(?P<nth>{_NTH}){_DAYS}(?=<month)",
    rf"<each>(?!<nth1>|1\.)(?P<every>{_NTH}){_DAYS}",
    rf"<each>(?P<every>{_NTH}|\d)<week>{_DAYS}?",
    rf"(?P<other><other>)(?:<week>)?{_DAYS}?",
    rf"(?:<each>(?=<[dD]ay)|<weekly>){_DAYS}?",
    r"(?P<days><Day\d>(?:[,&]<[dD]ay\d>)*)",
    r"(?P<monthly><monthly>)",
)
"""How a rule may begin, in its plain form; the first pattern that matches counts."""
_RULE = [re.compile(rf"^{rhythm}(?=$|[,<–(])(?P<rest>.*)$") for rhythm in _RHYTHMS]
_COUNT = re.compile(r",?\(?(\d{1,3})<times>\)?")
_WEEKS = re.compile(r"(?:<week>)?(\d{1,2})(?:–(?:<week>)?(\d{1,2}))?(?: \d{4})?")
_EXCEPT = re.compile(r"[,(]*<except>(?P<not>[^()]+)\)?$")


_IN_EVERY_MONTH = 28


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

        A weekday says it, or a first day; where weeks are left out («hver tredje tirsdag») only a first day does.
        """
        if span.exact and span.start:
            return bool(self.weekdays) or not self.monthly or span.start.day <= _IN_EVERY_MONTH
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
        """Find the first and the last day that a rule may have.

        ``counted``: it says how many times, and so needs no end.
        """
        span = self._named(text.removeprefix("<from>")) if text else None
        if span is None and text:
            raise Misread("unreadable-date")
        # «i oktober 2026» ends with the month, «fra oktober 2026» has no end.
        only_start = span is None or span.start == span.end or (text.startswith("<from>") and "–" not in text)
        if span is None or (only_start and span.kind != "yearless" and not counted):
            raise Misread("endless-rule")
        if span.start is None or span.end is None:
            raise Misread("yearless-rule")
        if not rhythm.says_days(span):
            raise Misread("dayless-rule")
        return span.start, date(LAST_YEAR, 12, 31) if only_start else span.end

    def _excluded(self, text: str, rhythm: _Rhythm, start: date, end: date) -> Callable[[date], bool]:
        """Make a test that tells whether a day is left out. Raises Misread ``unreadable-date`` or ``idle-exception``.

        An exception is idle where the rule has no day in it: its author meant another day or week.
        """
        weeks: set[int] = set()
        others = []
        for part in re.split(r"[,&]|<or>", text):
            found = _WEEKS.fullmatch(part)
            if found and (weeks or part.startswith("<week>")):
                first, last = int(found[1]), int(found[2] or found[1])
                weeks |= set(range(first, last + 1)) if first <= last else {*range(first, 54), *range(1, last + 1)}
            else:
                others.append(part)
        left_out = self._left_out("&".join(others)) if others else _LeftOut(frozenset(), is_single=False)
        given = list(islice(_dates(rhythm, start, end), MOST + 1))
        if not given:
            return lambda _: False
        within = {(given[0] + timedelta(day)).isocalendar().week for day in range((given[-1] - given[0]).days + 1)}
        of_year = {(day.month, day.day) for day in given} | {*given}
        if not weeks <= within or (left_out.is_single and not left_out.days <= of_year):
            raise Misread("idle-exception")
        return lambda day: day.isocalendar().week in weeks or bool({day, (day.month, day.day)} & left_out.days)

    def _left_out(self, text: str) -> _LeftOut:
        """Read the days of an exception."""
        when = self._named(text)
        yearless = when is not None and when.kind == "yearless"
        when = self._named(f"{text}{'' if text.endswith('>') else ' '}{YEARLESS}") if yearless else when
        if when is None or when.start is None or when.end is None:
            raise Misread("unreadable-date")
        days = when.dates or tuple(when.start + timedelta(day) for day in range((when.end - when.start).days + 1))
        single = bool(re.match(r"(?:<[dD]ay\d>)?\d", text)) and "–" not in text
        return _LeftOut({(day.month, day.day) if yearless else day for day in days}, is_single=single)

    def _named(self, text: str) -> When | None:
        """Read a day or a span of time that bounds a rule or is left out of it; None where it is neither."""
        return self._days.read(text) or self._read_span(text)


def _rhythm(found: re.Match[str]) -> _Rhythm:
    """Make a rhythm of a match of one of ``_RULE``."""
    parts = found.groupdict(default="")
    every = re.search(r"\d", parts.get("every", ""))
    nth = re.findall(_NTH, parts.get("nth", ""))
    return _Rhythm(
        weekdays=tuple(int(number) for number in re.findall(r"day(\d)", parts.get("days", "").lower())),
        nth=tuple(-1 if one == "<last>" else int(one.strip("<nth>.")) for one in nth),
        every=2 if parts.get("other") else int(every[0]) if every else 1,
        monthly=bool(parts.get("monthly")),
    )


def _dates(rhythm: _Rhythm, start: date, end: date) -> Iterator[date]:
    """Reckon all days of a rhythm from ``start`` to ``end``.

    Where it has weekdays, the count of weeks begins with the first of them, not with ``start``.
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
