"""A problem: something wrong with the content, as data to show to people.

It says where, what, and what to write instead.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from ..dates.shown import DateWords
from ..language.phrases import Phrases
from ..language.phrases.counted import say_count
from .birth_numbers import mask_birth_numbers
from .echo import LONGEST, LONGEST_MESSAGE, one_line

_WIDTH = 160
"""Characters that are shown of a long line."""
Severity = Literal["error", "warning", "advice"]
"""Errors stop the build; warnings ought to be mended; advice is worth a thought. Only errors change what is built."""
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "advice")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend in one place."""

    path: str
    """File, relative to the content folder, with forward slashes."""
    line: int
    """From 1; 0 where the problem is the file itself."""
    column: int
    """From 1; 0 where the whole line is meant."""
    code: str
    """Stable name of the kind of problem, as in the catalogue's ``problems``."""
    message: str
    """What is wrong, in the editor's language."""
    hint: str
    """What to write or do instead."""
    severity: Severity = "error"
    excerpt: str = ""
    """The line as written, or empty."""


class ProblemList:
    """Collects problems, so that all of them are told at once."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        """The catalogue that messages and hints are taken from."""
        self._problems: set[Problem] = set()
        self._columns: dict[tuple[str, int], set[int]] = {}
        self.fact_words = frozenset(word for kind in phrases["fields"].values() for word in kind.values())
        """The words of all facts, of whatever kind."""
        self._masked: dict[str, str] = {}
        """Line as written → line as it is shown. It is kept since a long line may hold thousands of problems."""

    def add(
        self, code: str, path: str, line: int = 0, column: int = 0, /, *, excerpt: str = "", **details: object
    ) -> None:
        """Add a problem; ``details`` fill the placeholders of its message and hint.

        Birth numbers are masked and commands to a terminal or workflow made harmless here, so whatever shows a problem
        need not do it.
        """
        entry = self.phrases["problems"][code]
        short = {key: one_line(mask_birth_numbers(str(value)[: 2 * LONGEST])) for key, value in details.items()}
        message = entry["message"].format(**short)
        hint = entry["hint"].format(**short)
        severity: Severity = entry.get("severity", "error")
        path, message, hint = (one_line(mask_birth_numbers(text), LONGEST_MESSAGE) for text in (path, message, hint))
        if excerpt not in self._masked:
            self._masked[excerpt] = one_line(mask_birth_numbers(excerpt.rstrip()), len(excerpt))
        self.extend([Problem(path, line, column, code, message, hint, severity, self._masked[excerpt])])

    def another(self) -> "ProblemList":
        """Make an empty list in the same language."""
        return ProblemList(self.phrases)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add problems that were found elsewhere."""
        for problem in problems:
            self._problems.add(problem)
            self._columns.setdefault((problem.path, problem.line), set()).add(problem.column)

    def told_at(self, path: str, line: int, columns: range | None = None) -> bool:
        """Tell whether there is a problem at a line, or in some of its columns."""
        told = self._columns.get((path, line), set())
        return bool(told) if columns is None else any(column in columns for column in told)

    @property
    def months(self) -> tuple[str, ...]:
        """Names of months in the editor's language."""
        return DateWords(self.phrases).month_names()

    def suggestion(self, right: str) -> str:
        """Say «Mente du «leder»? »; empty when there is nothing to suggest."""
        return self.phrases["problem_text"]["suggestion"].format(right=right) if right else ""

    def sorted(self) -> tuple[Problem, ...]:
        """Give all problems in order of file, line and column."""
        return tuple(sorted(self._problems))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any of the problems stops the build."""
    return any(problem.severity == "error" for problem in problems)


def show_problem(problem: Problem, phrases: Phrases, *, folder: str = "", why: str = "") -> str:
    """Show a problem as text for a terminal: place, cause, the line with a mark below it, why it matters, cure.

    ``folder``: what stands before the problem's path, so that the path is right from where the reader is.
    """
    words = phrases["problem_text"]
    place = one_line(folder + problem.path, LONGEST_MESSAGE) + (f":{problem.line}" if problem.line else "")
    place += f":{problem.column}" if problem.line and problem.column else ""
    lines = [f"{place}: {words[problem.severity]} [{problem.code}] {problem.message}"]
    if problem.excerpt:
        number = str(problem.line)
        excerpt, column = cut_excerpt(problem.excerpt, problem.column)
        lines.append(f"  {number} | {excerpt}")
        if column:
            lines.append(f"  {' ' * len(number)} | {' ' * (column - 1)}^")
    if why:
        lines.append(f"  {words['why']} {why}")
    lines.append(f"  {words['cure']} {problem.hint}")
    return "\n".join(lines)


class Excerpt(NamedTuple):
    """The part of a line that there is room for."""

    text: str
    column: int
    """Column in that part of what is meant; 0 where the whole line is meant."""


def cut_excerpt(excerpt: str, column: int, width: int = _WIDTH) -> Excerpt:
    """Cut a long line to ``width`` characters around a column."""
    begin = max(column - width // 2, 0) if len(excerpt) > width else 0
    end = begin + width
    before, after = ("…" if begin else ""), ("…" if end < len(excerpt) else "")
    return Excerpt(before + excerpt[begin:end] + after, column - begin + len(before) if column else 0)


def show_problems(problems: Iterable[Problem], phrases: Phrases) -> str:
    """Show all problems as one text, with their number at the end."""
    problems = tuple(problems)
    shown = [show_problem(problem, phrases) for problem in problems]
    return "\n\n".join([*shown, count_problems(problems, phrases)])


def count_problems(problems: Iterable[Problem], phrases: Phrases) -> str:
    """Say how many there are: «1 feil, 2 advarsler og 3 råd i innholdet.»; severities without any are left out."""
    found = Counter(problem.severity for problem in problems)
    words = phrases["problem_text"]["counts"]
    counts = [say_count(words[severity], found[severity]) for severity in SEVERITIES if found[severity]]
    listed = f" {phrases['shown']['and']} ".join(part for part in (", ".join(counts[:-1]), *counts[-1:]) if part)
    return words["all"].format(counts=listed)
