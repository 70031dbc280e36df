"""What an occurrence costs in calendars: ours beside the library that writes them, at two sizes, in one run.

Ours is all that a build does for ``.ics`` files from a graph that is read: names for good, entries, files, bytes. The
library alone gets the finished entries and only writes: the same files, as somebody writes them who makes each event
once and puts it into every calendar; and every entry once in a single file, which is the least that writing costs.
Rounds alternate between them, and the ratios are those of each round; what was written is counted in every one.
"""

import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median

from icalendar import Calendar, Event

from stifinner.content import read_content
from stifinner.graph.portal_graph import Graph
from stifinner.language.phrases import load_phrases
from stifinner.outputs.calendar.render import render_calendars
from stifinner.problems.problem import has_errors
from stifinner.views.calendars.compose import compose_calendars
from stifinner.views.calendars.shown import CalendarEntry, CalendarFile
from stifinner.views.kinds import groups
from stifinner.views.parts.composer import Composer

SITE_URL = "https://portal.example/"
GATHERINGS = 10
"""Of each cohort: so many occurrences."""
ROLES = ("leder", "ansatt")
FILES_OF_EACH = 1 + 1 + 1 + len(ROLES)
"""An occurrence stands in its own file and in the calendars of programme, cohort and each role in it."""
TO_REACH = 1.15

Written = list[bytes]


@dataclass(frozen=True)
class Round:
    """Milliseconds of processor time for an occurrence."""

    ours: float
    same_files: float
    once: float


def bench_calendars(occurrences: int, rounds: int) -> None:
    """Measure so many occurrences and twice as many, and print the figures and the ratios."""
    small, large = occurrences // GATHERINGS, occurrences // GATHERINGS * 2
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        graphs = {cohorts: _graph_of(Path(name) / str(cohorts), cohorts) for cohorts in (small, large)}
        found: dict[int, list[Round]] = {small: [], large: []}
        for _ in range(rounds):
            for cohorts, graph in graphs.items():
                found[cohorts].append(_round(graph, cohorts))
    for cohorts, some in found.items():
        count = cohorts * GATHERINGS
        print(f"{f'calendars of {count} occurrences':34} {count * FILES_OF_EACH:9} entries written", flush=True)
        _show("stifinner, composed and written", some, lambda one: one.ours)
        _show("icalendar alone, the same files", some, lambda one: one.same_files)
        _show("icalendar alone, each entry once", some, lambda one: one.once)
        print(f"  ours / icalendar, the same files: {median(one.ours / one.same_files for one in some):.2f}")
    pairs = zip(found[small], found[large], strict=True)
    growth = median(more.ours / fewer.ours for fewer, more in pairs)
    print(
        f"  an occurrence of {large * GATHERINGS} costs {growth:.2f} times one of {small * GATHERINGS}"
        f" (to reach: at most {TO_REACH})"
    )


def _show(name: str, rounds: Iterable[Round], cost: Callable[[Round], float]) -> None:
    print(f"{name:34} {median(map(cost, rounds)):9.2f} ms an occurrence", flush=True)


def _round(graph: Graph, cohorts: int) -> Round:
    """Write all calendars in each of the ways, and make sure that each wrote all of them."""
    count = cohorts * GATHERINGS
    ours, written = _timed(partial(_ours, graph), count)
    # What is written is not timed: the library is given finished entries.
    files = compose_calendars(_composer(graph), [])
    same_files, theirs = _timed(partial(_by_library, files), count)
    entries = tuple({id(entry): entry for file in files for entry in file.entries}.values())
    once, single = _timed(partial(_by_library, [CalendarFile("alt.ics", "Alt", entries)]), count)
    assert len(written) == len(theirs) == count + 1 + cohorts * (1 + len(ROLES)), (len(written), len(theirs))
    assert _events_in(written) == _events_in(theirs) == count * FILES_OF_EACH, (_events_in(written), _events_in(theirs))
    assert len(entries) == _events_in(single) == count, (len(entries), _events_in(single))
    return Round(ours, same_files, once)


def _timed(write: Callable[[], Written], count: int) -> tuple[float, Written]:
    start = time.process_time()
    written = write()
    return (time.process_time() - start) * 1000 / count, written


def _events_in(files: Written) -> int:
    return sum(file.count(b"BEGIN:VEVENT\r\n") for file in files)


def _composer(graph: Graph) -> Composer:
    """A composer that has composed nothing yet."""
    return Composer(graph, load_phrases("nb"), groups())


def _ours(graph: Graph) -> Written:
    return [text for _, text in render_calendars(compose_calendars(_composer(graph), []), SITE_URL)]


def _by_library(files: Iterable[CalendarFile]) -> Written:
    events: dict[int, Event] = {}
    written = []
    for file in files:
        calendar = Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", "-//bench//bench//NO")
        for entry in file.entries:
            if id(entry) not in events:
                events[id(entry)] = _event(entry)
            calendar.add_component(events[id(entry)])
        written.append(bytes(calendar.to_ical()))
    return written


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", entry.begins)
    event.add("sequence", entry.number)
    event.add("dtstart", entry.begins)
    event.add("dtend", entry.ends)
    event.add("summary", entry.name)
    event.add("description", "\n".join([*entry.lines, SITE_URL + entry.address]))
    event.add("location", entry.place)
    event.add("url", SITE_URL + entry.address)
    event.add("categories", list(entry.categories))
    event.add("status", entry.status)
    event.add("transp", "OPAQUE")
    return event


def _graph_of(content: Path, cohorts: int) -> Graph:
    """A programme whose cohorts have each of its gatherings on a day of their own, and two roles that come to all."""
    home = content / "programmer" / "p"
    audience = ", ".join(ROLES)
    files = {
        content / "index.md": "---\nkalendernøkkel: ord\n---\n# Portalen\n",
        home / "index.md": "# Programmet\n\nEt program.\n",
        **{home / "roller" / f"{role}.md": f"# {role.capitalize()}\n" for role in ROLES},
        **{
            home / "samlinger" / f"s{n}.md": f"---\nfor: {audience}\ntid: 09.00–15.00\n---\n# Samling {n}\n"
            for n in range(GATHERINGS)
        },
        **{home / "kull" / f"kull-{n}.md": _cohort(n) for n in range(cohorts)},
    }
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    graph, _, problems = read_content(content, load_phrases("nb"))
    assert not has_errors(problems), problems
    return graph


def _cohort(number: int) -> str:
    start = date(2027, 1, 4) + timedelta(days=number)
    days = [(start + timedelta(days=gathering * 28)).isoformat() for gathering in range(GATHERINGS)]
    lines = [f"- [Samling {n}](../samlinger/s{n}.md): {day}, Sal {number}" for n, day in enumerate(days)]
    return f"# Kull {number}\n\n## Datoer\n\n" + "\n".join(lines) + "\n"
