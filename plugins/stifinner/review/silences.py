"""«La stå»: an editor's comment that keeps one problem from being told, in one place or in one file."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..language.phrases import Phrases
from ..problems.problem import Problem, ProblemList, has_errors
from ..source.source_file import Comment, SourceFile

_MOST_ASKED = 50
"""So many codes that nobody knows are looked for in one file."""


@dataclass(frozen=True)
class _Silence:
    """One comment that could be understood."""

    code: str
    line: int
    """The line it is about; 0 where it is about the whole file."""
    comment: Comment


_Told = dict[str, dict[int, list[Problem]]]
"""Problems of a file by code and line."""


def apply_silences(files: Iterable[SourceFile], problems: ProblemList, phrases: Phrases) -> tuple[Problem, ...]:
    """All problems but the silenced ones, in order. A comment that does not do what it says is told."""
    found = problems.sorted()
    by_file: dict[str, _Told] = {}
    for problem in found:
        by_file.setdefault(problem.path, {}).setdefault(problem.code, {}).setdefault(problem.line, []).append(problem)
    silenced: set[Problem] = set()
    own = problems.another()
    for file in files:
        if not file.places.comments:
            continue
        told = by_file.get(file.path, {})
        whole: set[str] = set()
        unread = has_errors(problem for lines in told.values() for some in lines.values() for problem in some)
        for silence in _silences(file, phrases, own):
            alike = told.get(silence.code, {})
            # A problem of the file itself has no line, and any comment in the file may be about it.
            lines = (0, silence.line) if silence.line else tuple(alike)
            entry = phrases["problems"][silence.code]
            if entry.get("severity", "error") == "error":
                _tell("silenced-error", file, silence.comment, own, code=silence.code)
            elif not any(line in alike for line in lines):
                # What could not be read was not looked at by every rule.
                if unread:
                    continue
                _tell("unused-silence", file, silence.comment, own, code=silence.code, **phrases["review"]["comment"])
            elif silence.code not in whole:
                silenced.update(problem for line in lines for problem in alike.get(line, ()))
                whole |= set() if silence.line else {silence.code}
    return tuple(sorted({*found, *own.sorted()} - silenced))


def _silences(file: SourceFile, phrases: Phrases, problems: ProblemList) -> Iterable[_Silence]:
    words = phrases["review"]["comment"]
    pattern = re.compile(
        rf"{re.escape(words['one'])}\s+(?P<code>[\w-]+)(?P<whole>\s+{re.escape(words['whole'])})?", re.IGNORECASE
    )
    near: dict[str, list[str]] = {}
    for comment in file.places.comments:
        read = pattern.fullmatch(comment.text)
        code = read["code"].lower() if read else ""
        if read is None or code not in phrases["problems"]:
            if code and code not in near and len(near) < _MOST_ASKED:
                near[code] = difflib.get_close_matches(code, list(phrases["problems"]), n=1)
            meant = near.get(code)
            suggestion = problems.suggestion(
                f"{words['one']} {meant[0]}{read['whole'] or ''}" if read and meant else ""
            )
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
