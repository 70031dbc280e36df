"""Deadlines of the work between gatherings: what contradicts the dates of the gatherings."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ...dates.when import When
from ...graph.portal_graph import ProgrammeParts
from ...graph.stops import Stop
from ...graph.ways import way_of
from ...graph.work import Due, Step
from ...problems.problem import ProblemList
from ..reviewed import ReviewedContent
from ..words import Words


class _Place(NamedTuple):
    """A deadline where it stands on one way."""

    giver: Stop
    due: Due

    @property
    def is_at_earlier(self) -> bool:
        """Whether the gathering that is named is the one that gives the work, or certainly before it."""
        named, giver = self.due.stop, self.giver
        if not self.due.meant.gatherings or named is None:
            return False
        return named.id == giver.id or bool(named.end and giver.start and named.end < giver.start)


def check_deadlines(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check that work between gatherings is due after its own gathering, and at a day that has a gathering."""
    for parts in content.graph.programmes:
        paths = parts.occurrences.paths
        ways = [parts.way, *(way_of(parts, paths[cohort.id]) for cohort in parts.occurrences.cohorts)]
        # Id of a gathering → the work it gives on each way.
        given: dict[str, list[Step]] = {}
        for step in (step for way in ways for step in way.steps if step.work):
            given.setdefault(step.gathering.id, []).append(step)
        for work in parts.works.values():
            if work.gathering.path not in content.files:
                continue
            source = content.files[work.gathering.path].source
            on_ways = given.get(work.gathering.id, ())
            for index, (line, _) in enumerate(work.deadlines):
                places = [_Place(step.stop, step.work.deadlines[index]) for step in on_ways if step.work]
                if found := _contradiction(parts, places, words):
                    code, details = found
                    problems.add(code, source.path, line, 0, excerpt=source.excerpt(line), **details)


def _contradiction(
    parts: ProgrammeParts, places: Sequence[_Place], words: Words
) -> tuple[str, dict[str, object]] | None:
    """Find what is wrong with a deadline: code of the problem, and details; None where nothing is.

    ``places``: where it stands on each way.
    """
    # A date that was written is one for all. Where cohorts differ, that alone is told of it (``absolute-due``).
    for giver, due in places[:1] if places and places[0].due.meant.written.on else places:
        if giver.end and due.day and due.day < giver.end:
            date = due.meant.written.on or When("day", due.day, due.day)
            shown = words.shown
            return "due-too-early", {"date": shown.show(date), "own": shown.inside(shown.show(giver.when))}
    for place in places:
        stop, written = place.due.stop, place.due.meant.written
        if stop and place.is_at_earlier:
            return "due-at-earlier", {"title": stop.gathering.title}
        if stop and place.due.meant.gatherings and stop.form == "series":
            return "due-at-series", {"title": stop.gathering.title}
        day = place.due.day if written.to_gathering and written.on and written.on.exact else None
        if day and written.on and _misses_all(parts, place.giver, day):
            return "due-without-gathering", {"date": words.shown.show(written.on)}
    return None


def _misses_all(parts: ProgrammeParts, giver: Stop, day: date) -> bool:
    """Tell whether no other gathering is on this day, and all have a date, so that this is certain."""
    whens = [stop.when for stop in parts.occurrences.path if stop.id != giver.id]
    return all(when.dated for when in whens) and not any(
        when.start and when.end and when.start <= day <= when.end for when in whens
    )
