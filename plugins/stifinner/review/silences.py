"""«La stå»: an editor's comment that keeps one problem from being told, in one place or in one file."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from ..phrases import Phrases
from ..problems import Problem, ProblemList, has_errors
from ..source.source_file import Comment, SourceFile


@dataclass(frozen=True)
class _Silence:
    """One comment that could be understood."""

    code: str
    line: int
    """The line it is about; 0 where it is about the whole file."""
    comment: Comment

    def covers(self, problem: Problem) -> bool:
        """A problem of the file itself has no line, and any comment in the file may be about it."""
        return problem.code == self.code and (0 in (self.line, problem.line) or self.line == problem.line)


def apply_silences(files: Iterable[SourceFile], problems: ProblemList, phrases: Phrases) -> tuple[Problem, ...]:
    """All problems but the silenced ones, in order. A comment that does not do what it says is told."""
    found = problems.sorted()
    silenced: set[Problem] = set()
    own = problems.another()
    by_file = {path: list(some) for path, some in groupby(found, key=lambda problem: problem.path)}
    for file in files:
        if not file.places.comments:
            continue
        told = by_file.get(file.path, [])
        for silence in _silences(file, phrases, own):
            covered = [problem for problem in told if silence.covers(problem)]
            entry = phrases["problems"][silence.code]
            if entry.get("severity", "error") == "error":
                _tell("silenced-error", file, silence.comment, own, code=silence.code)
            elif not covered and has_errors(told):
                # What could not be read was not looked at by every rule.
                continue
            elif not covered:
                _tell("unused-silence", file, silence.comment, own, code=silence.code, **phrases["review"]["comment"])
            else:
                silenced.update(covered)
    return tuple(sorted({*found, *own.sorted()} - silenced))


def _silences(file: SourceFile, phrases: Phrases, problems: ProblemList) -> Iterable[_Silence]:
    words = phrases["review"]["comment"]
    pattern = re.compile(
        rf"{re.escape(words['one'])}\s+(?P<code>[\w-]+)(?P<whole>\s+{re.escape(words['whole'])})?", re.IGNORECASE
    )
    for comment in file.places.comments:
        read = pattern.fullmatch(comment.text)
        code = read["code"].lower() if read else ""
        if read is None or code not in phrases["problems"]:
            near = difflib.get_close_matches(code, list(phrases["problems"]), n=1) if code else []
            suggestion = problems.suggestion(f"{words['one']} {near[0]}{read['whole'] or ''}" if read and near else "")
            _tell("unknown-silence", file, comment, problems, text=comment.text, suggestion=suggestion, **words)
        else:
            yield _Silence(code, 0 if read["whole"] else _line_meant(file, comment), comment)


def _line_meant(file: SourceFile, comment: Comment) -> int:
    """Its own line, or the next one with text where it stands alone."""
    if not comment.alone:
        return comment.line
    below = range(comment.line + 1, len(file.lines) + 1)
    return next((number for number in below if file.places.plain[number - 1].strip()), comment.line)


def _tell(kind: str, file: SourceFile, comment: Comment, problems: ProblemList, **details: object) -> None:
    problems.add(kind, file.path, comment.line, comment.column, excerpt=file.excerpt(comment.line), **details)
