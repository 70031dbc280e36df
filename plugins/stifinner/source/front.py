"""Finds where the facts on top of a file begin and end, also where the lines of dashes around them are wrong."""

import re
from dataclasses import dataclass

from ..problems.problem import ProblemList
from .lines import text_from

_BOUNDARY = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
_NEARLY = re.compile(r"^\s*(?:-{1,2}|[-–—―−‐]{1,6}|-(?: -){2,}|[=*_+~]{3,}|-{3,})\s*$")
_FACT = re.compile(r"^[^\W\d_][\w -]{0,30}:")
_HEADING = re.compile(r"^#{1,2} ")


@dataclass(frozen=True)
class Front:
    """The block of facts on top of a file."""

    first: int
    """Line of the first fact."""
    facts: tuple[str, ...]
    """The lines of the block, as they were written."""
    body: int
    """The line where the body begins."""


NO_FRONT = Front(1, (), 1)
"""The front of a file without facts."""


def find_front(path: str, lines: tuple[str, ...], problems: ProblemList) -> Front:
    """Find the block of facts. What is wrong with the lines around it becomes a problem."""
    start = next((index for index, line in enumerate(lines) if line.strip()), None)
    if start is None:
        return NO_FRONT
    opening = _find_opening(path, lines, start, problems)
    if opening is None:
        return NO_FRONT
    for index in range(opening + 1, len(lines)):
        if _is_heading(lines, index):
            break
        if _BOUNDARY.match(lines[index]):
            return _front(lines, opening, index)
        if _NEARLY.match(lines[index]):
            problems.add("wrong-delimiter", path, index + 1, 1, excerpt=lines[index])
            return _front(lines, opening, index)
    # There is no closing line: tell that where the facts end.
    end = next((i for i in range(opening + 1, len(lines)) if not _FACT.match(lines[i])), len(lines))
    line = min(end + 1, len(lines))
    problems.add("unclosed-facts", path, line, 1, excerpt=lines[line - 1])
    return Front(opening + 2, lines[opening + 1 : end], end + 1)


def _find_opening(path: str, lines: tuple[str, ...], start: int, problems: ProblemList) -> int | None:
    """Find the index of the line above the first fact; None where the file has no facts.

    It is -1 where the first fact stands on the file's first line. ``start``: index of the first line with text.
    """
    if _BOUNDARY.match(lines[start]):
        if start > 0:
            problems.add("blank-before-facts", path, 1, excerpt=lines[start])
        return start
    if _NEARLY.match(lines[start]) and any(_FACT.match(line) for line in lines[start + 1 : start + 3]):
        problems.add("wrong-delimiter", path, start + 1, 1, excerpt=lines[start])
        return start
    first = next((i for i in range(start, len(lines)) if _BOUNDARY.match(lines[i]) or _is_heading(lines, i)), None)
    if first is None or _is_heading(lines, first):
        return None
    second = next((i for i in range(first + 1, len(lines)) if not _FACT.match(lines[i])), None)
    if second is not None and second > first + 1 and _BOUNDARY.match(lines[second]):
        problems.add("text-before-facts", path, start + 1, 1, excerpt=lines[start])
        return first
    if all(_FACT.match(line) or not line.strip() for line in lines[start:first]):
        problems.add("unopened-facts", path, start + 1, 1, excerpt=lines[start])
        return start - 1
    return None


def _is_heading(lines: tuple[str, ...], index: int) -> bool:
    """Tell whether a line is a heading of the body.

    Among the facts ``#`` begins a comment. A heading has a blank line beside it, and no fact follows it.
    """
    if not _HEADING.match(lines[index]):
        return False
    above, below = lines[index - 1 : index], lines[index + 1 : index + 2]
    if "".join(above).strip() and "".join(below).strip():
        return False
    following = text_from(lines, index + 1)
    return not (_FACT.match(following) or _BOUNDARY.match(following))


def _front(lines: tuple[str, ...], opening: int, closing: int) -> Front:
    """Make a front of the indices of its opening and closing line."""
    return Front(opening + 2, lines[opening + 1 : closing], closing + 2)
