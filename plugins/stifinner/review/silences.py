"""Silences: an editor's comment ``<!-- stifinner: la stå CODE -->`` leaves one problem out, on a line or in a file."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from ..language.phrases import Phrases
from ..problems.problem import Problem, ProblemList, has_errors
from ..source.source_file import Comment, SourceFile

_MOST_ASKED = 50
"""Unknown codes in one file that a similar code is looked up for."""


@dataclass(frozen=True)
class _Silence:
    """A comment that names a known code."""

    code: str
    line: int
    """The line it silences; 0 for the whole file."""
    comment: Comment


_ByCode = dict[str, dict[int, list[Problem]]]
"""Problems of one file: code → line → problems."""


def apply_silences(files: Iterable[SourceFile], problems: ProblemList, phrases: Phrases) -> tuple[Problem, ...]:
    """Give all problems but the silenced ones, in order.

    A comment that silences nothing, or names an error or no known code, becomes a problem itself.
    """
    everything = problems.sorted()
    by_file: dict[str, _ByCode] = {}
    for problem in everything:
        by_file.setdefault(problem.path, {}).setdefault(problem.code, {}).setdefault(problem.line, []).append(problem)
    silenced: set[Problem] = set()
    own = problems.another()
    for file in files:
        if file.places.comments:
            silenced |= _silenced_in(file, by_file.get(file.path, {}), phrases, own)
    return tuple(sorted({*everything, *own.sorted()} - silenced))


def _silenced_in(file: SourceFile, by_code: _ByCode, phrases: Phrases, own: ProblemList) -> set[Problem]:
    """Give the problems of a file that its comments silence. ``own``: takes problems of the comments themselves."""
    silenced: set[Problem] = set()
    whole_file: set[str] = set()
    has_unread = has_errors(problem for lines in by_code.values() for some in lines.values() for problem in some)
    for silence in _silences(file, phrases, own):
        by_line = by_code.get(silence.code, {})
        # A problem of the file itself has line 0, and any comment in the file may silence it.
        lines = (0, silence.line) if silence.line else tuple(by_line)
        entry = phrases["problems"][silence.code]
        if entry.get("severity", "error") == "error":
            _tell("silenced-error", file, silence.comment, own, code=silence.code)
        elif not any(line in by_line for line in lines):
            # In a file with errors some rules were not applied, and the comment may be about one of them.
            if has_unread:
                continue
            _tell("unused-silence", file, silence.comment, own, code=silence.code, **phrases["review"]["comment"])
        elif silence.code not in whole_file:
            silenced.update(problem for line in lines for problem in by_line.get(line, ()))
            whole_file |= set() if silence.line else {silence.code}
    return silenced


def _silences(file: SourceFile, phrases: Phrases, problems: ProblemList) -> Iterable[_Silence]:
    """Read the comments of a file; one that names no known code becomes a problem, with the nearest code."""
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
    """Give the number of the line a comment is about: its own, or, where it stands alone, the next line with text."""
    if not comment.alone:
        return comment.line
    below = range(comment.line + 1, len(file.lines) + 1)
    return next((number for number in below if file.places.plain[number - 1].strip()), comment.line)


def _tell(code: str, file: SourceFile, comment: Comment, problems: ProblemList, /, **details: object) -> None:
    """Add a problem at a comment. ``details`` may have a ``code`` too: the one that the comment names."""
    problems.add(code, file.path, comment.line, comment.column, excerpt=file.excerpt(comment.line), **details)
