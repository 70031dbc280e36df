"""Reports of all problems for whoever asked for a check: as text, as annotations on a pull request, as data."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ..language.phrases import Phrases
from .echo import (
    LONGEST,
    Command,
    close_commands,
    compose_command,
    escape_markdown,
    one_line,
)
from .explanations import reason_of
from .problem import (
    SEVERITIES,
    Problem,
    Severity,
    count_problems,
    cut_excerpt,
    show_problem,
)

_MOST_ANNOTATIONS = 10
"""GitHub shows no more of each severity."""
_KINDS: dict[Severity, str] = {"error": "error", "warning": "warning", "advice": "notice"}
_LONGEST_SUMMARY = 900_000
"""Characters; GitHub takes no summary over 1 MiB."""


def report_text(problems: Sequence[Problem], phrases: Phrases, folder: str) -> str:
    """Report for a terminal: every problem with its line and its cure, and each reason the first time it is met."""
    told: set[str] = set()
    shown = []
    for problem in problems:
        why = reason_of(problem.code, phrases)
        shown.append(show_problem(problem, phrases, folder=folder, why="" if why in told else why))
        told.add(why)
    return "\n\n".join([*shown, count_problems(problems, phrases)])


def report_json(problems: Iterable[Problem], phrases: Phrases, folder: str) -> str:
    """Report for other programs: everything that is known of each problem, under keys that never change."""
    listed = [
        {
            "path": one_line(folder + problem.path),
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message,
            "reason": reason_of(problem.code, phrases),
            "hint": problem.hint,
            "excerpt": cut_excerpt(problem.excerpt, problem.column, LONGEST).text,
        }
        for problem in problems
    ]
    found = Counter(problem["severity"] for problem in listed)
    counts = {severity: found[severity] for severity in SEVERITIES}
    return json.dumps({"problems": listed, "counts": counts}, ensure_ascii=False, indent=2)


def report_annotations(problems: Sequence[Problem], phrases: Phrases, folder: str) -> Command:
    """Report as workflow commands, which put the first ten of each severity at their lines on GitHub, and the total."""
    lines: list[Command] = []
    for severity in SEVERITIES:
        alike = [problem for problem in problems if problem.severity == severity]
        lines += [_annotation(problem, phrases, folder) for problem in alike[:_MOST_ANNOTATIONS]]
    return close_commands(lines, count_problems(problems, phrases))


def report_summary(problems: Sequence[Problem], phrases: Phrases, folder: str) -> str:
    """Report in Markdown, file by file, as much as GitHub takes."""
    text = f"## {count_problems(problems, phrases)}\n"
    shown = 0
    for part, count in _summary_parts(problems, phrases, folder):
        if len(text) + len(part) > _LONGEST_SUMMARY:
            more = phrases["problem_text"]["more"].format(count=len(problems) - shown)
            return f"{text}\n{more}\n"
        text += part
        shown += count
    return text


def _annotation(problem: Problem, phrases: Phrases, folder: str) -> Command:
    """Compose the command that puts a problem at its line."""
    place = {"file": folder + problem.path, "line": problem.line, "col": problem.column, "title": problem.code}
    lines = [
        problem.message,
        f"{phrases['problem_text']['why']} {reason_of(problem.code, phrases)}",
        f"{phrases['problem_text']['cure']} {problem.hint}",
    ]
    return compose_command(_KINDS[problem.severity], place, lines)


def _summary_parts(problems: Iterable[Problem], phrases: Phrases, folder: str) -> Iterator[tuple[str, int]]:
    """Give pieces of the summary, each with the number of problems that it tells."""
    words = phrases["problem_text"]
    for path, some in groupby(problems, key=lambda problem: problem.path):
        yield f"\n### {escape_markdown(folder + path)}\n\n", 0
        for problem in some:
            line = f"{words['line'].format(line=problem.line)}: " if problem.line else ""
            yield (
                (
                    f"- **{line}{words[problem.severity]}** `{problem.code}` {escape_markdown(problem.message)}\n"
                    f"  {words['cure']} {escape_markdown(problem.hint)}\n"
                ),
                1,
            )
