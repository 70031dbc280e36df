"""Scripts that the fonts for papers do not have, such as Chinese, Japanese and Korean."""

from collections.abc import Iterator
from itertools import dropwhile, takewhile

from ...language.misread import Misread
from ...language.phrases import Phrases
from ...language.printable import is_printable
from ...model.kinds import KINDS, place_of
from ...problems.problem import ProblemList
from ..reviewed import ReviewedFile
from ..words import Words


def check_scripts(file: ReviewedFile, words: Words, problems: ProblemList) -> None:
    """Add a problem for the first text that can't be printed, in a file that becomes a paper."""
    lines = file.source.lines
    if all(map(str.isascii, lines)) or not _is_printed(file.path, words.phrases):
        return
    first = max(file.source.title_line, 1)
    for number, line in enumerate(lines[first - 1 :], start=first):
        if not line.isascii() and (text := "".join(_not_printable(line))):
            details = {"excerpt": line, "text": text}
            problems.add("script-not-on-paper", file.path, number, line.index(text[0]) + 1, **details)
            return


def _is_printed(path: str, phrases: Phrases) -> bool:
    try:
        return KINDS[place_of(path, phrases).kind].is_printed
    except Misread:
        return False


def _not_printable(line: str) -> Iterator[str]:
    """Give the first signs in a row that can't be printed."""
    return takewhile(lambda sign: not is_printable(sign), dropwhile(is_printable, line))
