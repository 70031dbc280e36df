"""Check that headings of work between gatherings name gatherings and roles that there are."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ...language.misread import Misread
from ...language.phrases import Phrases
from ...model.gathering import Gathering
from ...model.item import Item
from ...model.role import Role
from ...model.values import Reading
from ...problems.problem import ProblemList
from ...source.source_file import SourceFile
from ..given import GivenWork, WorkNames

_SURELY = 0.8
"""How near, from 0 to 1, the beginning of a point must be to a name; else it is no deadline, but words of its own."""


class _Unknown(NamedTuple):
    """Words that mean nothing."""

    code: str
    line: int
    words: str
    meant: str
    """What was probably meant; empty where that is not known."""


def check_work(
    items: Sequence[Item], sources: Mapping[str, SourceFile], phrases: Phrases, problems: ProblemList
) -> None:
    """Check the work of all gatherings of a programme. ``items``: those of the programme."""
    gatherings = [item for item in items if isinstance(item, Gathering)]
    roles = [item for item in items if isinstance(item, Role)]
    names = WorkNames(gatherings, roles)
    heading = phrases["headings"]["gathering"]["work_between"]
    listed = ", ".join(role.plural or role.title for role in roles) or phrases["problem_text"]["none_yet"]
    for gathering in gatherings:
        work = names.given(gathering, gathering.work_between) if gathering.work_between else None
        for code, line, words, meant in _unknown(work, names, phrases) if work else ():
            excerpt = sources[gathering.path].excerpt(line)
            column = excerpt.find(words) + 1
            details = {"value": words, "heading": heading, "choices": listed}
            suggestion = problems.suggestion(meant)
            problems.add(code, gathering.path, line, column, excerpt=excerpt, **details, suggestion=suggestion)


def _unknown(work: GivenWork, names: WorkNames, phrases: Phrases) -> Iterator[_Unknown]:
    """Give what a heading and its points name that is not there."""
    line, heading = work.written.line, work.unknown
    if heading and heading.deadline.at and not names.gatherings.find(heading.deadline.at):
        at = heading.deadline.at
        nearest = (names.gatherings.nearest(way.deadline.at) for way in work.written.headings[::-1] if way.deadline.at)
        meant = next(filter(None, nearest), "") or _meant_date(at, phrases)
        yield _Unknown("unreadable-deadline", line, at, meant)
    elif heading:
        words = names.roles.unknown(heading.audience)
        yield _Unknown("unknown-audience", line, words, names.roles.nearest(words))
    for step in work.unknown_steps:
        at = step.deadline.at
        meant = names.gatherings.nearest(at, _SURELY) or _meant_date(at, phrases)
        if meant:
            yield _Unknown("unreadable-deadline", step.point.line, at, meant)


def _meant_date(written: str, phrases: Phrases) -> str:
    """Give the date that was probably meant; empty where none was."""
    try:
        Reading(phrases).when(written)
    except Misread as misread:
        return str(misread.details["meant"])
    return ""
