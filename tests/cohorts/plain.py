"""A drawn programme as plain data, for the slow reckoning, and stops as the browser's rule takes them."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

from cohorts.drawn import HOLDER, Drawn, Gathering, Point, Time
from cohorts.reckoning import DAY, Stop, ends_at, is_cancelled, moment, times_of


def plain_of(drawn: Drawn) -> Stop:
    """The programme as ``answers.yml`` has one; cohorts by their ids."""
    return {
        "audience": {one.title: list(one.audience) for one in drawn.gatherings},
        "held_by": {HOLDER: [one.title for one in drawn.gatherings if one.is_held]},
        "cohorts": {
            cohort: [stop for one in drawn.gatherings for stop in _stops(drawn, one, cohort)]
            for cohort in drawn.cohorts
        },
    }


def _stops(drawn: Drawn, gathering: Gathering, cohort: str) -> Iterator[Stop]:
    """The stops of a gathering in a cohort, and the work that is due until another."""
    if gathering.only and cohort not in gathering.only:
        return
    point = drawn.cohorts[cohort].get(gathering.title)
    owner = point.shared_with or cohort if point else ""
    said = drawn.cohorts[owner].get(gathering.title) if owner else gathering.own
    for stop in _stops_of_point(said or Point("absent")):
        yield {"gathering": gathering.title, **stop, "cohorts": _sharing(drawn, gathering, owner)}
    if gathering.work_until and said and said.form != "absent":
        until = drawn.cohorts[cohort][gathering.work_until].times[0].first
        yield {"gathering": gathering.title, "form": "once", "work": True, "times": [_span(until, until)]}


def _sharing(drawn: Drawn, gathering: Gathering, owner: str) -> list[str]:
    """The cohorts whose date stands in the file of one; or, without an owner, those that have a gathering's own."""
    points = {cohort: points.get(gathering.title) for cohort, points in drawn.cohorts.items()}
    owners = {cohort: point.shared_with or cohort if point else "" for cohort, point in points.items()}
    return [cohort for cohort in drawn.cohorts if owners[cohort] == owner]


def _stops_of_point(point: Point) -> Iterator[Stop]:
    times = [_plain_time(time) for time in point.times]
    if point.form == "parts":
        yield from ({"form": "part", "part": number, "times": [time]} for number, time in enumerate(times, start=1))
    elif point.span:
        span = {"words": point.span.words, **_words_of("first", "last", point.span.first, point.span.last)}
        yield {"form": "once", "span": span}
    elif point.form == "undated":
        yield {"form": "once"}
    elif point.form != "absent":
        yield {"form": point.form, "times": times}


def _plain_time(time: Time) -> Stop:
    cancelled = {"cancelled": time.cancelled} if time.cancelled is not None else {}
    if not time.clock:
        return _span(time.first, time.last) | cancelled
    end = f"{time.last}T{time.clock.end}" if time.clock.end else str(time.last)
    return {"begin": f"{time.first}T{time.clock.start}", "end": end, **cancelled}


def _span(first: object, last: object) -> Stop:
    return _words_of("begin", "end", first, last)


def _words_of(one: str, other: str, first: object, last: object) -> dict[str, str]:
    return {one: str(first), other: str(last)}


# --- As the browser takes them --------------------------------------------------------------------------------------


def browser_stop(stop: Stop) -> dict[str, Any]:
    """A stop as ``window.stifinner.nextOf`` takes it. Its days are those of its times that are held, or else of all."""
    span, times = stop.get("span"), stop.get("times", [])
    days = {"known": None, "start": None, "end": None}
    if span:
        days = {"known": "month", "start": str(span["first"]), "end": str(span["last"])}
    elif times:
        held = [one for one in times if not is_cancelled(one)] or times
        known = "day" if len(times) == 1 else "days"
        days = {"known": known, "start": held[0]["begin"][:10], "end": max(one["end"][:10] for one in held)}
    return {
        "form": stop["form"],
        "work": bool(stop.get("work")),
        "undated": not span and not times,
        **days,
        "times": [{"begins": one["begin"], "ends": one["end"], "off": is_cancelled(one)} for one in times],
    }


# --- Moments to look from -------------------------------------------------------------------------------------------


MINUTE = timedelta(minutes=1)


def moments_of(stops: list[Stop], random: Random, number: int) -> list[datetime]:
    """So many moments at which something begins or ends in some stops, is about to, or which lie anywhere between."""
    turns = [turn for stop in stops for turn in _turns_of(stop)] or [datetime(2026, 8, 1)]
    first, last = min(turns) - 9 * DAY, max(turns) + 9 * DAY
    between = [first + MINUTE * random.randrange(int((last - first) / MINUTE)) for _ in range(number)]
    about = [random.choice(turns) - random.choice([timedelta(), MINUTE]) for _ in range(number)]
    return sorted(random.sample([*between, *about], number))


def _turns_of(stop: Stop) -> Iterator[datetime]:
    for one in times_of(stop):
        yield moment(one["begin"])
        yield ends_at(one["end"])
