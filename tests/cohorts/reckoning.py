"""What is next, reckoned slowly: minute by minute through the days, from the rule alone.

A programme is plain data (see ``answers.yml``): roles by gathering, and for each cohort its stops. A stop has a form
and times, or a ``span`` without a known day, or neither: then it is undated. All clock times are Oslo's. A browser has
a rule of its own; that the two agree is what tests ask.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

Stop = dict[str, Any]
Cell = dict[str, Any]

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Next:
    """What is next of some stops."""

    index: int
    """Which of them; -1 where all is over."""
    state: str
    """``now``, ``day``, ``month``, ``undated`` or ``over``."""
    time: int = -1
    """Which of the stop's times; -1 where it has none."""
    last: bool = False
    """Whether of several to choose between this one alone is left."""


# --- One time -------------------------------------------------------------------------------------------------------


def moment(text: str | date) -> datetime:
    """The minute of «2026-08-27T09:00», or the first of a whole day."""
    return datetime.fromisoformat(str(text))


def ends_at(text: str | date) -> datetime:
    """The first minute at which what ends so is over: a day lasts until midnight."""
    return moment(text) if has_clock(text) else moment(text) + DAY


def has_clock(text: str | date) -> bool:
    return "T" in str(text)


def is_cancelled(one: Stop) -> bool:
    """A reason may be empty, so the word alone counts."""
    return one.get("cancelled") is not None


def is_over(one: Stop, now: datetime) -> bool:
    return ends_at(one["end"]) <= now


def goes_on(one: Stop, now: datetime) -> bool:
    """A single whole day is today, and nobody knows from which hour on."""
    single_day = not has_clock(one["begin"]) and str(one["begin"]) == str(one["end"])
    return not single_day and moment(one["begin"]) <= now < ends_at(one["end"])


# --- The next of some stops -----------------------------------------------------------------------------------------


def times_of(stop: Stop) -> list[Stop]:
    """Its times; of one whose day is unknown the whole span, as if it took so long; of work between none."""
    if stop.get("work"):
        return []
    if span := stop.get("span"):
        return [{"begin": span["first"], "end": span["last"]}]
    return stop.get("times", [])


def is_undated(stop: Stop) -> bool:
    return not stop.get("work") and not times_of(stop)


def left(stop: Stop, now: datetime) -> list[Stop]:
    """Those of its times that are neither cancelled nor over."""
    return [one for one in times_of(stop) if not is_cancelled(one) and not is_over(one, now)]


class Path:
    """Some stops, in the order of a list. Work between is never next, and counts for nothing here."""

    def __init__(self, stops: list[Stop]) -> None:
        self.stops = stops
        self._begins = list(self._walk())

    def next(self, now: datetime) -> Next:
        """What goes on, else what comes first, else the first that is undated after the last that is over."""
        coming = list(self._coming(now))
        chosen = next((one for one in coming if one.state == "now"), None) or next(iter(coming), None)
        return chosen or self._undated(now)

    def told(self, now: datetime) -> list[tuple[int, int]]:
        """What was to be today and is cancelled, until it would have been over: stop and time, by their numbers."""
        return [
            (index, number)
            for index, stop in enumerate(self.stops)
            for number, one in enumerate(times_of(stop))
            if is_cancelled(one) and moment(one["begin"]).date() <= now.date() and not is_over(one, now)
        ]

    def _walk(self) -> Iterator[tuple[int, int]]:
        """Stop and time, by their numbers, in the order in which they begin, then in the order of the list.

        All days are gone through from the first to the last, and all minutes of those on which something begins.
        """
        begins: dict[date, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
        for index, stop in enumerate(self.stops):
            for number, one in enumerate(times_of(stop)):
                begin = moment(one["begin"])
                begins[begin.date()][begin.hour * 60 + begin.minute].append((index, number))
        day = min(begins, default=date.max)
        while begins and day <= max(begins):
            for minute in range(24 * 60 if day in begins else 0):
                yield from begins[day].get(minute, ())
            day += DAY

    def _coming(self, now: datetime) -> Iterator[Next]:
        """The coming time of each stop that has one, in the order in which these begin."""
        seen = set()
        for index, number in self._begins:
            one = times_of(self.stops[index])[number]
            if index not in seen and not is_cancelled(one) and not is_over(one, now):
                seen.add(index)
                yield self._as_next(index, number, now)

    def _as_next(self, index: int, number: int, now: datetime) -> Next:
        stop = self.stops[index]
        if "span" in stop:
            return Next(index, "month")
        state = "now" if goes_on(stop["times"][number], now) else "day"
        return Next(index, state, number, last=_is_last_chance(stop, now))

    def _undated(self, now: datetime) -> Next:
        over = [index for index, stop in enumerate(self.stops) if _is_done(stop, now)]
        for index, stop in enumerate(self.stops):
            if is_undated(stop) and index > max(over, default=-1):
                return Next(index, "undated")
        return Next(-1, "over")


def _is_last_chance(stop: Stop, now: datetime) -> bool:
    """There was a choice, and one is left of it. Where all others are cancelled, there never was one."""
    held = [one for one in stop["times"] if not is_cancelled(one)]
    return stop["form"] == "choice" and len(held) > 1 and len(left(stop, now)) == 1


def _is_done(stop: Stop, now: datetime) -> bool:
    """All of it that was held is over. What is cancelled altogether neither comes nor is over."""
    held = [one for one in times_of(stop) if not is_cancelled(one)]
    return bool(held) and all(is_over(one, now) for one in held)


# --- A programme with cohorts ---------------------------------------------------------------------------------------


def stops_of(programme: Stop, role: str, cohort: str | None = None) -> list[Stop]:
    """The stops of a role: in its cohort, or for a role outside of cohorts what it holds in any; a shared one once."""
    wanted = [name for name, roles in programme["audience"].items() if role in roles]
    wanted += programme.get("held_by", {}).get(role, ())
    of = programme["cohorts"]
    mine: list[Stop] = []
    for name in [cohort] if cohort else of:
        for stop in of[name]:
            stop = {"cohorts": [name], **stop}
            if stop["gathering"] in wanted and stop not in mine:
                mine.append(stop)
    return mine


def running(programme: Stop, now: datetime) -> list[str]:
    """The cohorts that are not over: something in them lies ahead or goes on, or has no date yet."""
    return [
        name
        for name, stops in programme["cohorts"].items()
        if any(is_undated(stop) for stop in stops) or Path(stops).next(now).state != "over"
    ]


def known_cell(programme: Stop, role: str, cohort: str | None, now: datetime) -> Cell:
    """What is next for a role, as a cell of the table."""
    path = Path(stops_of(programme, role, cohort))
    cell = _cell(path, now)
    if cohort is None and "next" in cell:
        cell["cohorts"] = path.stops[path.next(now).index]["cohorts"]
    if told := path.told(now):
        times = ((path.stops[index], number) for index, number in told)
        cell["told"] = {stop["gathering"]: stop["times"][number]["cancelled"] for stop, number in times}
    return cell


def unknown_cell(programme: Stop, role: str, now: datetime) -> dict[str, Cell]:
    """What is next for a role whose cohort is not known: by cohort, or ``all`` where several are running and agree."""
    cells = {name: _cell(Path(stops_of(programme, role, name)), now) for name in running(programme, now)}
    alike = list(cells.values())
    if len(alike) > 1 and all(cell == alike[0] for cell in alike):
        return {"all": alike[0]}
    return cells


def _cell(path: Path, now: datetime) -> Cell:
    found = path.next(now)
    if found.state == "over":
        return {"over": True}
    stop = path.stops[found.index]
    cell = {"next": stop["gathering"]}
    if "part" in stop:
        cell["part"] = stop["part"]
    return cell | _when(stop, found, now)


def _when(stop: Stop, found: Next, now: datetime) -> Cell:
    if found.state == "undated":
        return {"undated": True}
    if found.state == "month":
        return {"span": stop["span"]["words"]}
    day = moment(stop["times"][found.time]["begin"]).date()
    if found.state == "now":
        return {"now": day}
    days = [moment(one["begin"]).date() for one in left(stop, now)]
    if stop["form"] == "choice" and len(days) > 1:
        return {"choose": days}
    return {"day": day} | ({"last": True} if found.last else {})
