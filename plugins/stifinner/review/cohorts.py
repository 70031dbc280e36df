"""Rules about the dates of cohorts: what contradicts itself, another cohort's file, or the gathering's own."""

from collections.abc import Iterator

from ..graph.portal_graph import ProgrammeParts
from ..graph.stops import Stop, same_time
from ..model.agenda.placing import clock_of
from ..model.cohort import Cohort
from ..model.gathering import Gathering
from ..model.item import Reference
from ..model.schedule.circumstances import Circumstances
from ..model.schedule.entries import Schedule, ScheduleEntry
from ..problems.problem import ProblemList
from .gatherings.plans import DayChecker
from .reviewed import ReviewedContent
from .words import Words

_BY_REFERENCE = {"after", "before", "open", "recurring"}
"""Kinds of dates that are no day of their own."""


def check_dated_once(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check that a cohort says once when it has a gathering, and says it of all."""
    for parts, cohort in _cohorts(content):
        file = content.files[cohort.path]
        first: dict[str, ScheduleEntry] = {}
        for gathering, entry in _entries(content, cohort):
            if (before := first.setdefault(gathering.id, entry)) is not entry:
                excerpt = file.source.excerpt(entry.line)
                details = {"title": gathering.title, "line": before.line}
                problems.add("dated-twice", cohort.path, entry.line, 0, excerpt=excerpt, **details)
        if not first or cohort.path in content.graph.drafts:
            # Nothing is dated yet: a cohort that is only announced, or is still being written.
            continue
        heading = words.phrases["headings"]["cohort"]["schedule"]
        line = next((one.line for one in file.source.sections if one.title.lower() == heading.lower()), 0)
        for stop in parts.occurrences.paths[cohort.id]:
            read = not stop.gathering.unread & {"date", "schedule"}
            to_be_dated = stop.gathering.path not in content.graph.drafts
            if read and to_be_dated and not stop.cohorts and stop.when.kind == "open" and stop.id not in first:
                named = {"title": stop.gathering.title, "path": _relative(stop.gathering, words), "heading": heading}
                excerpt = file.source.excerpt(line)
                problems.add("undated-in-cohort", cohort.path, line, 0, excerpt=excerpt, **named)


def check_shared(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check that the date of a gathering that cohorts share stands in the file of one of them, and of one only."""
    for parts, cohort in _cohorts(content):
        for gathering, entry in _entries(content, cohort):
            _check_dated_in_both(parts, cohort, gathering, entry, content, words, problems)
            if entry.form != "shared" or entry.shared_with is None:
                continue
            host = content.graph.target(cohort, entry.shared_with.target)
            if not isinstance(host, Cohort) or "schedule" in host.unread:
                continue
            theirs = next((one for its, one in _entries(content, host) if its is gathering), None)
            refers_back = theirs and theirs.form == "shared" and _means(content, host, theirs.shared_with, cohort)
            if refers_back and cohort.path < host.path:
                # Told once, in the later of the two files.
                continue
            code = "shared-both-refer" if refers_back else "shared-undated"
            if theirs is None or theirs.form in {"shared", "absent"}:
                details = {"title": gathering.title, "cohort": host.title, "file": host.path}
                excerpt = content.files[cohort.path].source.excerpt(entry.line)
                problems.add(code, cohort.path, entry.line, 0, excerpt=excerpt, **details)


def _check_dated_in_both(
    parts: ProgrammeParts,
    cohort: Cohort,
    gathering: Gathering,
    entry: ScheduleEntry,
    content: ReviewedContent,
    words: Words,
    problems: ProblemList,
) -> None:
    """Add a problem where an earlier cohort has a gathering at the same day, time and place, dated there as well."""
    own = [stop for stop in parts.occurrences.stops_in(cohort, gathering) if stop.cohorts[:1] == (cohort,)]
    for other in parts.occurrences.cohorts[: parts.occurrences.cohorts.index(cohort)]:
        theirs = [stop for stop in parts.occurrences.stops_in(other, gathering) if stop.cohorts[:1] == (other,)]
        if own and theirs and _is_same(own[0], theirs[0]):
            shared = words.phrases["values"]["schedule"]["shared"][0]
            details = {"title": gathering.title, "cohort": other.title, "shared": shared, "file": other.path}
            excerpt = content.files[cohort.path].source.excerpt(entry.line)
            problems.add("shared-both-date", cohort.path, entry.line, 0, excerpt=excerpt, **details)
            return


def _is_same(one: Stop, other: Stop) -> bool:
    """Tell whether two stops are surely the same meeting: one day, with the same clock times and the same place."""
    return bool(one.when.exact and one.clock and one.place and one.place == other.place and same_time(one, other))


def check_changes(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check that changes say when they were told, and that nobody can sign up for what is cancelled."""
    keys = words.phrases["fields"]["gathering"]
    for _, cohort in _cohorts(content):
        _check_schedule(cohort.path, cohort.schedule, content, words, problems)
    for parts in content.graph.programmes:
        for gathering in parts.of(Gathering):
            if gathering.path in content.files:
                _check_schedule(gathering.path, gathering.schedule, content, words, problems)
                line, _ = content.files[gathering.path].place_of(keys["moved_from"])
                line = line or content.files[gathering.path].place_of(keys["cancelled"])[0]
                told = gathering.told is not None or "told" in gathering.unread
                _check_change(gathering.path, gathering, line, content, words, problems, told=told)


def check_for_all_cohorts(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check what a gathering says for all cohorts against the dates of each: day plans, and when work is due."""
    for parts in content.graph.programmes:
        for gathering in parts.of(Gathering):
            stop = parts.occurrences.stop(gathering)
            if stop.form != "varies" or gathering.path not in content.files:
                continue
            for line, meant in parts.works[gathering.id].deadlines if gathering.id in parts.works else ():
                if meant.written.on and meant.written.on.kind not in _BY_REFERENCE:
                    details = {"date": words.shown.show(meant.written.on), "title": gathering.title}
                    excerpt = content.files[gathering.path].source.excerpt(line)
                    problems.add("absolute-due", gathering.path, line, 0, excerpt=excerpt, **details)
            for one in stop.varying:
                _check_plan(gathering, one, content, words, problems)


def _check_plan(
    gathering: Gathering, stop: Stop, content: ReviewedContent, words: Words, problems: ProblemList
) -> None:
    """Check the plan of a gathering against the clock times that a cohort has it at."""
    pattern = words.phrases["dates"]["clock"]
    for one in stop.occurrences:
        if one.clock is None or not one.line:
            continue
        checks = (DayChecker(day, clock_of(day, one.clock), pattern).check() for day in gathering.agenda)
        codes = {finding.code for findings in checks for finding in findings}
        if codes & {"plan-before-start", "plan-after-end"}:
            cohort = stop.cohorts[0]
            details = {"title": gathering.title, "clock": words.shown.show_time(one.clock), "file": gathering.path}
            excerpt = content.files[cohort.path].source.excerpt(one.line)
            problems.add("plan-against-clock", cohort.path, one.line, 0, excerpt=excerpt, **details)
            return


def _check_schedule(
    path: str, schedule: Schedule, content: ReviewedContent, words: Words, problems: ProblemList
) -> None:
    for entry in schedule:
        _check_change(path, entry.says, entry.line, content, words, problems, told=entry.says.told is not None)
        for date in (*entry.dates, *entry.changes):
            _check_change(path, date.says, date.line, content, words, problems, told=date.says.told is not None)


def _check_change(
    path: str,
    says: Circumstances,
    line: int,
    content: ReviewedContent,
    words: Words,
    problems: ProblemList,
    *,
    told: bool,
) -> None:
    """Check what has changed of one date. ``line``: where it stands; ``told``: whether it says when that was told."""
    keys = words.phrases["fields"]["gathering"]
    excerpt = content.files[path].source.excerpt(line)
    if not told and (says.moved_from or says.cancelled is not None):
        changed = "moved_from" if says.cancelled is None else "cancelled"
        details = {"key": keys["told"], "changed": keys[changed]}
        problems.add("moved-untold", path, line, 0, excerpt=excerpt, **details)
    if says.cancelled is not None and says.sign_up:
        details = {"key": keys["sign_up"], "cancelled": keys["cancelled"]}
        problems.add("cancelled-open-sign-up", path, line, 0, excerpt=excerpt, **details)


def _cohorts(content: ReviewedContent) -> Iterator[tuple[ProgrammeParts, Cohort]]:
    """Give all cohorts, each with its programme."""
    for parts in content.graph.programmes:
        yield from ((parts, cohort) for cohort in parts.occurrences.cohorts if cohort.path in content.files)


def _entries(content: ReviewedContent, cohort: Cohort) -> Iterator[tuple[Gathering, ScheduleEntry]]:
    """Give the points of a cohort's schedule, each with the gathering that it means."""
    for entry in cohort.schedule:
        gathering = content.graph.target(cohort, entry.gathering.target) if entry.gathering else None
        if isinstance(gathering, Gathering) and gathering.programme == cohort.programme:
            yield gathering, entry


def _means(content: ReviewedContent, cohort: Cohort, reference: Reference | None, other: Cohort) -> bool:
    """Tell whether a reference in a cohort's file means another cohort."""
    return bool(reference and content.graph.target(cohort, reference.target) is other)


def _relative(gathering: Gathering, words: Words) -> str:
    """Give the target of a link from a cohort's file to a gathering: ``../samlinger/oppstart.md``."""
    return f"../{words.phrases['folders']['gathering']}/{gathering.id}.md"
