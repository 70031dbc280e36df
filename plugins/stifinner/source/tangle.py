"""Text that no person writes and no reader could follow: it would hold up or break what renders it."""

import re

from ..problems.problem import ProblemList

_DEEPEST = 20
"""Quotations and lists inside each other."""
_WIDEST = 4 * _DEEPEST
_MOST_OPEN = 50
"""Brackets that are open at once."""
_NESTED = re.compile(rf"(?:(?:>|[-*+](?=\s)|\d{{1,9}}[.)](?=\s))\s{{0,9}}){{{_DEEPEST + 1}}}")
_MAY_NEST = re.compile(rf"{_NESTED.pattern}|^[ \t]{{{_WIDEST}}}", re.MULTILINE)
"""What may be too deep, in a whole text."""
_RUN = re.compile(r"([`*_~\\<>\[\](){}&|!#])\1{199}")
"""One sign two hundred times: what looks for pairs of it would look forever."""


def untangle(path: str, lines: tuple[str, ...], first: int, problems: ProblemList) -> tuple[str, ...]:
    """The lines, with what is too deep or too tangled told and left out."""
    whole = "\n".join(lines[first - 1 :])
    if not (_MAY_NEST.search(whole) or _RUN.search(whole) or whole.count("[") + whole.count("(") > _MOST_OPEN):
        return lines
    kept = list(lines)
    opened = 0
    for number in range(first, len(lines) + 1):
        line = lines[number - 1]
        opened = opened if line.strip() else 0
        if _NESTED.search(line) or _is_far_in(line):
            problems.add("too-deep", path, number, 1, excerpt=line[:120])
            kept[number - 1] = ""
            continue
        opened, most = _brackets(line, opened)
        if most > _MOST_OPEN or _RUN.search(line):
            problems.add("tangled", path, number, 1, excerpt=line[:120])
            kept[number - 1] = ""
            opened = 0
    return tuple(kept)


def _is_far_in(line: str) -> bool:
    """Whether it is a list item further in than any list goes."""
    indent = len(line) - len(line.lstrip())
    return indent > _WIDEST and bool(re.match(r"[-*+]\s|\d{1,9}[.)]\s", line[indent : indent + 12]))


def _brackets(line: str, opened: int) -> tuple[int, int]:
    """How many brackets are open at the end of a line, and how many were at most."""
    most = opened
    for sign in re.findall(r"[\[\]()]", line):
        if sign in "[(":
            opened += 1
            most = max(most, opened)
        else:
            opened = max(opened - 1, 0)
    return opened, most
