"""Where the facts on top of a file begin and end, also where the lines around them are not quite right."""

import re
from dataclasses import dataclass

from ..problems.problem import ProblemList

_BOUNDARY = re.compile(r"^-{3,}[ \t]*$", re.MULTILINE)
_NEARLY = re.compile(r"^\s*(?:-{1,2}|[-–—―−‐]{1,6}|-(?: -){2,}|[=*_+~]{3,}|-{3,})\s*$")
_FACT = re.compile(r"^[^\W\d_][\w -]{0,30}:")
_HEADING = re.compile(r"^#{1,2} ")


@dataclass(frozen=True)
class Front:
    """The lines of a file's facts."""

    first: int
    """Line of the first fact."""
    facts: tuple[str, ...]
    body: int
    """Line where the body begins."""


NO_FRONT = Front(1, (), 1)


def find_front(path: str, lines: tuple[str, ...], problems: ProblemList) -> Front:
    """Where the facts stand. What is not as it should be around them becomes a problem at its line."""
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
    # The closing line is missed where the facts end.
    end = next((i for i in range(opening + 1, len(lines)) if not _FACT.match(lines[i])), len(lines))
    line = min(end + 1, len(lines))
    problems.add("unclosed-facts", path, line, 1, excerpt=lines[line - 1])
    return Front(opening + 2, lines[opening + 1 : end], end + 1)


def _find_opening(path: str, lines: tuple[str, ...], start: int, problems: ProblemList) -> int | None:
    """Index of the line above the first fact; -1 where the first fact is the first line; None without facts."""
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
    """A heading of the body. Among the facts, ``#`` begins a comment: it stands close to what it is about."""
    if not _HEADING.match(lines[index]):
        return False
    following = next((line for line in lines[index + 1 :] if line.strip()), "")
    apart = index == 0 or not lines[index - 1].strip() or not "".join(lines[index + 1 : index + 2]).strip()
    return apart and not (_FACT.match(following) or _BOUNDARY.match(following))


def _front(lines: tuple[str, ...], opening: int, closing: int) -> Front:
    return Front(opening + 2, lines[opening + 1 : closing], closing + 2)
