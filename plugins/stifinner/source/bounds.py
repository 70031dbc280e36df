"""Bounds of what one file may hold. They are counts and not times, so that every machine gives the same answer.

No page that somebody writes for others comes near them: what does was pasted by accident, or is meant to harm. Within
the bounds, the work on a file grows in step with its length. What is beyond them becomes a problem at its line and is
left out.
"""

import re

from ..problems.problem import ProblemList
from .source_file import Fact

LARGE = 250_000
"""Bytes of a file from which it is advice to divide it: about a hundred printed pages."""
HUGE = 1_000_000
"""Bytes beyond which a file is not read at all."""
LONGEST_PARAGRAPH = 20_000
"""Characters without a blank line, six printed pages.

Pairs of signs are sought within a paragraph, which takes long.
"""
LONGEST_FACT = 2_000
"""Characters of a fact's value: a hundred ids."""
MOST_LINES = 4_000
"""Lines with text in a file. Each may be a point, a row or a heading, and makes a dozen pieces of a page."""
MOST_CELLS = 10_000
"""Cells of all tables in a file, also those that a short row leaves empty: a row of one sign may have thousands."""
_FENCE = re.compile(r"[ \t>]*(?:```|~~~)")
_OWN = re.compile(r"[ \t>]*(?:[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|#{1,6}(?=[ \t])|\|)")
"""A line that begins a block of its own: a point, a heading, a row."""
_RULE = re.compile(r"^[ \t>]*(?:[-*+][ \t]+)*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
"""The line below a table's first row."""


def keep_within(path: str, lines: tuple[str, ...], first: int, problems: ProblemList) -> tuple[str, ...]:
    """Leave out the lines of the body that are beyond the bounds, and add a problem for them.

    ``first``: the line where the body begins. A line that is left out is empty, so that all others keep their numbers.
    """
    is_short = len(lines) <= MOST_LINES and sum(map(len, lines)) <= LONGEST_PARAGRAPH
    if is_short and not any(map(_begins_table, lines)):
        return lines
    return _BoundedLines(path, lines, problems).read(first)


def keep_short(path: str, lines: tuple[str, ...], facts: tuple[Fact, ...], problems: ProblemList) -> tuple[Fact, ...]:
    """Leave out the facts whose values are beyond the bounds, and add a problem for each."""
    for fact in facts:
        if len(fact.value) > LONGEST_FACT:
            excerpt, details = lines[fact.line - 1][:120], {"key": fact.key, "count": len(fact.value)}
            problems.add("long-fact", path, fact.line, fact.value_column, excerpt=excerpt, most=LONGEST_FACT, **details)
    return tuple(fact for fact in facts if len(fact.value) <= LONGEST_FACT)


def _begins_table(line: str) -> bool:
    """Tell whether a line is the one below a table's first row."""
    return "|" in line and "-" in line and bool(_RULE.match(line))


class _BoundedLines:
    """Reads a file's lines one after the other, and empties those that are beyond the bounds."""

    def __init__(self, path: str, lines: tuple[str, ...], problems: ProblemList) -> None:
        self._path, self._written, self._problems = path, lines, problems
        self._lines = list(lines)
        self._begin = self._length = 0
        """Line where the current paragraph began (0: none is begun), and its length so far."""
        self._columns = self._cells = self._count = 0
        self._in_code = False

    def read(self, first: int) -> tuple[str, ...]:
        """Read all lines from ``first`` on, where the body begins; give all lines of the file."""
        for number in range(first, len(self._lines) + 1):
            line = self._lines[number - 1]
            if not line.strip(" \t>"):
                self._end_paragraph(number)
                self._columns = 0
                continue
            self._count += 1
            if self._count > MOST_LINES:
                self._tell("many-lines", number, most=MOST_LINES)
                self._lines[number - 1 :] = [""] * (len(self._lines) - number + 1)
                return tuple(self._lines)
            if _FENCE.match(line):
                self._in_code = not self._in_code
            if not self._in_code:
                self._read_line(number, line)
        self._end_paragraph(len(self._lines) + 1)
        return tuple(self._lines)

    def _read_line(self, number: int, line: str) -> None:
        """Read a line that is neither blank nor code."""
        if self._columns:
            self._add_row(number)
        elif _begins_table(line):
            self._columns = len(line.strip(" \t>").strip("|").split("|"))
            self._add_row(number)
        if self._columns or _OWN.match(line) or not self._begin:
            self._end_paragraph(number)
            self._begin, self._length = number, 0
        self._length += len(line) + 1

    def _add_row(self, number: int) -> None:
        """Count the cells of a table's row."""
        before = self._cells
        self._cells += self._columns
        if self._cells > MOST_CELLS:
            self._lines[number - 1] = ""
            if before <= MOST_CELLS:
                self._tell("many-cells", number, most=MOST_CELLS)

    def _end_paragraph(self, number: int) -> None:
        """End the paragraph before line ``number``, and empty it if it is too long."""
        length = self._length - 1
        if self._begin and length > LONGEST_PARAGRAPH:
            self._tell("long-paragraph", self._begin, count=length, most=LONGEST_PARAGRAPH)
            self._lines[self._begin - 1 : number - 1] = [""] * (number - self._begin)
        self._begin, self._length = 0, 0

    def _tell(self, code: str, number: int, **details: object) -> None:
        """Add a problem at a line."""
        excerpt = self._written[number - 1][:120]
        self._problems.add(code, self._path, number, 1, excerpt=excerpt, **details)
