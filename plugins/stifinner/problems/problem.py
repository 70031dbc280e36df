"""What is wrong with the content, as data shown to people: where, what, and what to write instead."""

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
"""Of a long line, so many characters are shown."""
Severity = Literal["error", "warning", "advice"]
"""Errors stop the build. Warnings ought to be mended, and advice is worth a thought: both are only told."""
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
        """The catalogue that problems are told from."""
        self._problems: set[Problem] = set()
        self._columns: dict[tuple[str, int], set[int]] = {}
        self.fact_words = frozenset(word for kind in phrases["fields"].values() for word in kind.values())
        """Every word that is a fact of some kind of file."""
        self._masked: dict[str, str] = {}
        """Lines as written → as they are shown; a long one may hold thousands of problems."""

    def add(
        self, code: str, path: str, line: int = 0, column: int = 0, /, *, excerpt: str = "", **details: object
    ) -> None:
        """Add a problem; ``details`` fill the placeholders of its message and hint.

        No birth number passes here, and nothing that a terminal or a workflow would obey: whatever shows a problem,
        shows it masked and as one safe line.
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
        """An empty list in the same language."""
        return ProblemList(self.phrases)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Add problems that were found elsewhere."""
        for problem in problems:
            self._problems.add(problem)
            self._columns.setdefault((problem.path, problem.line), set()).add(problem.column)

    def told_at(self, path: str, line: int, columns: range | None = None) -> bool:
        """Whether anything is told of a line, or of some of its columns."""
        told = self._columns.get((path, line), set())
        return bool(told) if columns is None else any(column in columns for column in told)

    @property
    def months(self) -> tuple[str, ...]:
        """Names of months in the editor's language."""
        return DateWords(self.phrases).month_names()

    def suggestion(self, right: str) -> str:
        """«Mente du «leder»? », or empty when there is nothing to suggest."""
        return self.phrases["problem_text"]["suggestion"].format(right=right) if right else ""

    def sorted(self) -> tuple[Problem, ...]:
        """All of them in order of file, line and column."""
        return tuple(sorted(self._problems))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether anything stops the build."""
    return any(problem.severity == "error" for problem in problems)


def show_problem(problem: Problem, phrases: Phrases, *, folder: str = "", why: str = "") -> str:
    """A problem as text for a terminal: place, cause, the line itself with a mark, why it matters, cure.

    ``folder``: what stands before the path, so that it leads there from where the reader is.
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
    """As much of a line as there is room for."""

    text: str
    column: int
    """Of what is meant, in it; 0 where the whole line is."""


def cut_excerpt(excerpt: str, column: int, width: int = _WIDTH) -> Excerpt:
    """As much of a line as there is room for, around what is meant, and the column of that in it."""
    begin = max(column - width // 2, 0) if len(excerpt) > width else 0
    end = begin + width
    before, after = ("…" if begin else ""), ("…" if end < len(excerpt) else "")
    return Excerpt(before + excerpt[begin:end] + after, column - begin + len(before) if column else 0)


def show_problems(problems: Iterable[Problem], phrases: Phrases) -> str:
    """All problems as one text, with their number at the end."""
    problems = tuple(problems)
    shown = [show_problem(problem, phrases) for problem in problems]
    return "\n\n".join([*shown, count_problems(problems, phrases)])


def count_problems(problems: Iterable[Problem], phrases: Phrases) -> str:
    """«1 feil, 2 advarsler og 3 råd i innholdet.»; severities with none are left out."""
    found = Counter(problem.severity for problem in problems)
    words = phrases["problem_text"]["counts"]
    counts = [say_count(words[severity], found[severity]) for severity in SEVERITIES if found[severity]]
    listed = f" {phrases['shown']['and']} ".join(part for part in (", ".join(counts[:-1]), *counts[-1:]) if part)
    return words["all"].format(counts=listed)
