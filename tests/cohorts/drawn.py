"""Programmes with cohorts, drawn from a number: the files that editors would write, and the same as plain data.

Both are made of one ``Drawn`` (``written.py``, ``plain.py``), so that what pages say of the files can be held to what
is reckoned of the data.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import Literal

Form = Literal["once", "choice", "parts", "series", "span", "undated", "shared", "absent"]

TITLES = (
    *("Oppstart", "Lederdag", "Fagkveld", "Nettverk", "Veiledning"),
    *("Felles dag", "Verksted", "Studiebesøk", "Avslutning"),
)
PLACES = ("", "", "Lyngvåg", "Storeneset bibliotek", "Storeneset, sal 2")
REASONS = ("", "storm", "sykdom")
ROLES, HOLDER = ("styrer", "medarbeider"), "prosjektleder"


@dataclass(frozen=True)
class Clock:
    """Clock times of a day: «09:00», and an end or none."""

    start: str
    end: str = ""


CLOCKS = (None, None, Clock("09:00", "15:00"), Clock("08:30", "11:30"), Clock("17:00", "19:00"), Clock("18:00"))


@dataclass(frozen=True)
class Time:
    """One time at which a gathering takes place, and what became of it."""

    first: date
    last: date
    clock: Clock | None = None
    place: str = ""
    moved_from: date | None = None
    cancelled: str | None = None
    """Why; empty without a reason, None where it is held."""
    told: date | None = None
    with_weekday: bool = True
    """Whether its author writes the day of the week."""

    @property
    def changed(self) -> bool:
        return self.moved_from is not None or self.cancelled is not None


@dataclass(frozen=True)
class Rule:
    """Every so many weeks from a day to another, but not in one week."""

    every: int
    first: date
    last: date
    but: int = 0
    """Number of the week that is left out; 0 for none."""

    @property
    def days(self) -> tuple[date, ...]:
        """All of its days. A week that is left out counts in the rhythm."""
        every = range(0, (self.last - self.first).days + 1, 7 * self.every)
        days = (self.first + timedelta(day) for day in every)
        return tuple(day for day in days if day.isocalendar().week != self.but)


@dataclass(frozen=True)
class Span:
    """A time of which no day is known yet, in an editor's words."""

    words: str
    first: date
    last: date


@dataclass(frozen=True)
class Point:
    """What one cohort, or a gathering itself, says of its dates."""

    form: Form
    times: tuple[Time, ...] = ()
    """In their order; of a series every one."""
    rule: Rule | None = None
    span: Span | None = None
    words: str = ""
    """Of what is undated: what stands instead of a date."""
    shared_with: str = ""
    """Id of the cohort that has the date."""


@dataclass(frozen=True)
class Gathering:
    """What it is about, and for whom."""

    title: str
    audience: tuple[str, ...]
    is_held: bool
    """Whether the role outside of the cohorts holds it."""
    only: tuple[str, ...] = ()
    """The cohorts that alone have it; empty: all may."""
    own: Point | None = None
    """Its own date, for every cohort that has no other."""
    work_until: str = ""
    """Title of the gathering that work is due on."""

    @property
    def id(self) -> str:
        return self.title.lower().replace("ø", "o").replace(" ", "-")


@dataclass(frozen=True)
class Drawn:
    """A programme with cohorts."""

    gatherings: tuple[Gathering, ...]
    cohorts: Mapping[str, Mapping[str, Point]] = field(default_factory=dict)
    """Id of the cohort → title of a gathering → its point, where the cohort's file has one."""


def draw(seed: int) -> Drawn:
    """Draw a programme; the same number gives the same."""
    return _Drawing(Random(seed)).draw()  # noqa: S311 - nothing secret is drawn


def draw_times(seed: int, number: int) -> Iterator[Drawn]:
    """Draw so many programmes."""
    return (draw(seed + offset) for offset in range(number))


@dataclass(frozen=True)
class _Drawing:
    """Draws one programme."""

    random: Random

    def draw(self) -> Drawn:
        random = self.random
        ids = [f"kull-{number}" for number in range(1, random.randint(1, 4) + 1)]
        start = date(2026, 1, 5) + timedelta(random.randrange(500))
        starts = {cohort: start + timedelta(number * random.randint(60, 200)) for number, cohort in enumerate(ids)}
        titles = [*TITLES[: random.randint(2, len(TITLES) - 1)], TITLES[-1]]
        gatherings = [self._gathering(title, ids, start + timedelta(28 * n)) for n, title in enumerate(titles)]
        cohorts: dict[str, dict[str, Point]] = {cohort: {} for cohort in ids}
        for number, gathering in enumerate(gatherings):
            days = {cohort: first + timedelta(28 * number) for cohort, first in starts.items()}
            for cohort, point in self._points(gathering, days).items():
                cohorts[cohort][gathering.title] = point
        return Drawn(tuple(self._with_work(gatherings, cohorts)), cohorts)

    def _gathering(self, title: str, cohorts: list[str], day: date) -> Gathering:
        random = self.random
        audience = tuple(role for role in ROLES if random.random() < 0.7) or ROLES
        drawn = random.random()
        if drawn < 0.1 and len(cohorts) > 1:
            return Gathering(title, audience, random.random() < 0.3, only=tuple(random.sample(cohorts, 1)))
        if drawn < 0.2:
            own = random.choice([self._once, self._span])(day + timedelta(random.randint(-10, 200)))
            return Gathering(title, audience, random.random() < 0.3, own=own)
        return Gathering(title, audience, random.random() < 0.3)

    def _points(self, gathering: Gathering, days: Mapping[str, date]) -> dict[str, Point]:
        """What the cohorts that may have a gathering say of it. ``days``: about when each would have it."""
        may = [cohort for cohort in days if not gathering.only or cohort in gathering.only]
        if gathering.own:
            may = [cohort for cohort in may if self.random.random() < 0.2]
        if len(may) > 1 and self.random.random() < 0.2:
            return self._shared(may, days)
        return {cohort: self._point(days[cohort] + timedelta(self.random.randint(-12, 12))) for cohort in may}

    def _shared(self, cohorts: list[str], days: Mapping[str, date]) -> dict[str, Point]:
        """A date that stands in one cohort's file, and that others refer to."""
        owner, *others = self.random.sample(cohorts, self.random.randint(2, len(cohorts)))
        points = {cohort: Point("absent") for cohort in cohorts}
        points[owner] = self.random.choice([self._once, self._once, self._choice, self._series])(days[owner])
        return points | {cohort: Point("shared", shared_with=owner) for cohort in others}

    def _point(self, day: date) -> Point:
        kinds = (
            self._once,
            self._choice,
            self._parts,
            self._series,
            self._span,
            self._undated,
            lambda _: Point("absent"),
        )
        return self.random.choices(kinds, (8, 4, 3, 4, 3, 2, 1))[0](day)

    def _once(self, day: date) -> Point:
        return Point("once", (self._time(day, may_be_long=True),))

    def _choice(self, day: date) -> Point:
        return Point("choice", self._several(day, self.random.randint(2, 4), (1, 10)))

    def _parts(self, day: date) -> Point:
        return Point("parts", self._several(day, self.random.randint(2, 3), (12, 40)))

    def _several(self, day: date, number: int, apart: tuple[int, int]) -> tuple[Time, ...]:
        times = []
        for _ in range(number):
            times.append(self._time(day, most_moved=0 if apart[0] < 12 else 5))
            day += timedelta(self.random.randint(*apart))
        return tuple(times)

    def _series(self, day: date) -> Point:
        random = self.random
        every, number = random.randint(1, 3), random.randint(4, 8)
        rule = Rule(every, day, day + timedelta(7 * every * (number - 1)))
        if random.random() < 0.4:
            rule = replace(rule, but=random.choice(rule.days[1:-1]).isocalendar().week)
        usual = Time(day, day, random.choice(CLOCKS), random.choice(PLACES))
        return Point("series", tuple(self._one_of_rule(replace(usual, first=day, last=day)) for day in rule.days), rule)

    def _one_of_rule(self, usual: Time) -> Time:
        """One of a series, most often as the rule says. What is changed stands in its order still."""
        drawn, day = self.random.random(), usual.first
        if drawn < 0.12:
            return replace(usual, cancelled=self.random.choice(REASONS), told=day - timedelta(1))
        if drawn < 0.22:
            moved = day + timedelta(1)
            return replace(usual, first=moved, last=moved, moved_from=day, told=day - timedelta(4))
        return usual

    def _time(self, day: date, *, may_be_long: bool = False, most_moved: int = 9) -> Time:
        random = self.random
        is_long = may_be_long and random.random() < 0.2
        last = day + timedelta(random.randint(1, 3) if is_long else 0)
        clock = None if is_long else random.choice(CLOCKS)
        usual = Time(day, last, clock, random.choice(PLACES), with_weekday=not is_long and random.random() < 0.6)
        drawn = random.random()
        if drawn < 0.15:
            told = day - timedelta(random.choice([9, 2]))
            return replace(usual, cancelled=random.choice(REASONS), told=told)
        if drawn < 0.3 and most_moved:
            return replace(usual, moved_from=day - timedelta(random.randint(1, most_moved)), told=day - timedelta(20))
        return usual

    def _span(self, day: date) -> Point:
        spans = (_week_of(day), _month_of(day), _half_year_of(day), _year_of(day))
        return Point("span", span=self.random.choices(spans, (2, 4, 4, 1))[0])

    def _undated(self, day: date) -> Point:
        yearless = f"{day.day}. {month_of(day)}"
        return Point("undated", words=self.random.choice(["", "dato kommer", "dato kommer, Lyngvåg", yearless]))

    def _with_work(
        self, gatherings: list[Gathering], cohorts: Mapping[str, Mapping[str, Point]]
    ) -> Iterator[Gathering]:
        """Some gatherings have work until a later one, if that takes place once in each cohort."""
        for number, gathering in enumerate(gatherings):
            later = [one.title for one in gatherings[number + 1 :] if _is_once(one, cohorts)]
            if later and self.random.random() < 0.3:
                gathering = replace(gathering, work_until=self.random.choice(later))
            yield gathering


def _is_once(gathering: Gathering, cohorts: Mapping[str, Mapping[str, Point]]) -> bool:
    points = [points.get(gathering.title) for points in cohorts.values()]
    return all(point and point.form == "once" and point.times[0].cancelled is None for point in points)


# --- Words of dates -------------------------------------------------------------------------------------------------

_MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni"),
    *("juli", "august", "september", "oktober", "november", "desember"),
)


def month_of(day: date) -> str:
    return _MONTHS[day.month - 1]


def _week_of(day: date) -> Span:
    monday = day - timedelta(day.weekday())
    year, week, _ = monday.isocalendar()
    return Span(f"uke {week} {year}", monday, monday + timedelta(6))


def _month_of(day: date) -> Span:
    first = day.replace(day=1)
    return Span(f"{month_of(day)} {day.year}", first, _end_of_month(first))


def _half_year_of(day: date) -> Span:
    """Spring is January to June, autumn August to December."""
    if day.month < 7:
        return Span(f"våren {day.year}", date(day.year, 1, 1), date(day.year, 6, 30))
    return Span(f"høsten {day.year}", date(day.year, 8, 1), date(day.year, 12, 31))


def _year_of(day: date) -> Span:
    return Span(str(day.year), date(day.year, 1, 1), date(day.year, 12, 31))


def _end_of_month(first: date) -> date:
    return (first + timedelta(31)).replace(day=1) - timedelta(1)
