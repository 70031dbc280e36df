"""Text that no person writes and no reader could follow: deep nesting and hundreds of signs.

Renderers take very long for it, or break, so it is found and left out before anything else reads the text.
"""

import re

from ..problems.problem import ProblemList

_DEEPEST = 20
"""Quotations and lists inside each other."""
_WIDEST = 4 * _DEEPEST
"""Characters that a list's point may be indented."""
_MOST_OPEN = 50
"""Brackets that may be open at once."""
_NESTED = re.compile(rf"(?:(?:>|[-*+](?=\s)|\d{{1,9}}[.)](?=\s))\s{{0,9}}){{{_DEEPEST + 1}}}")
_MAY_NEST = re.compile(rf"{_NESTED.pattern}|^[ \t]{{{_WIDEST}}}", re.MULTILINE)
"""Matches a text that may be too deep, so that other texts are not read line by line."""
_RUN = re.compile(r"([`*_~\\<>\[\](){}&|!#])\1{199}")
"""One sign two hundred times: whatever looks for pairs of it takes very long."""


def untangle(path: str, lines: tuple[str, ...], first: int, problems: ProblemList) -> tuple[str, ...]:
    """Leave out the lines that are too deep or too tangled, and add a problem for each; such a line is empty.

    ``first``: the line where the body begins.
    """
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
    """Tell whether a line is a list's point that is indented further than any list goes."""
    indent = len(line) - len(line.lstrip())
    return indent > _WIDEST and bool(re.match(r"[-*+]\s|\d{1,9}[.)]\s", line[indent : indent + 12]))


def _brackets(line: str, opened: int) -> tuple[int, int]:
    """Count how many brackets are open at the end of a line, and how many were at most. ``opened``: before it."""
    most = opened
    for sign in re.findall(r"[\[\]()]", line):
        if sign in "[(":
            opened += 1
            most = max(most, opened)
        else:
            opened = max(opened - 1, 0)
    return opened, most
