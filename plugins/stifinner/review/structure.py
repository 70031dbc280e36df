"""What a screen reader finds its way by: headings in steps, texts of pictures, headers of tables."""

import re

from ..problems import ProblemList
from .reviewed import ReviewedFile
from .words import Words

_HEADING = re.compile(r"(#{1,6})\s+\S")
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|svg|webp|gif)|(?:img|dsc|bilde|image)[_ -]?\d*", re.IGNORECASE)
_ROW = re.compile(r"\s{0,3}\|.*\|\s*$")
_RULE = re.compile(r"\s{0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")


def check_headings(file: ReviewedFile, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """Each heading is at most one level below the one before it."""
    above = 1
    for number, line in file.shown:
        if found := _HEADING.match(line):
            level = len(found[1])
            if level > above + 1:
                details = {"above": above, "level": level, "right": "#" * (above + 1)}
                problems.add("heading-jump", file.path, number, 1, excerpt=file.source.excerpt(number), **details)
            above = level


def check_pictures(file: ReviewedFile, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """Each picture has a text, and one that is not its file's name."""
    for link in file.source.links:
        text = link.text.strip()
        if link.image and link.line not in file.hidden and (not text or _FILE_NAME.fullmatch(text)):
            excerpt = file.source.excerpt(link.line)
            column = max(excerpt.rfind("![", 0, link.column), 0) + 1
            problems.add("picture-without-text", file.path, link.line, column, excerpt=excerpt, target=link.target)


def check_tables(file: ReviewedFile, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """Each table has a first row with words in it, and the line that makes it the header."""
    if not any("|" in line for line in file.plain):
        return
    begun = 0
    for number, line in enumerate((*file.plain, ""), start=1):
        is_row = bool(_ROW.match(line)) and number not in file.hidden
        if is_row and not begun:
            begun = number
        elif not is_row:
            if begun and not _has_header(file.plain[begun - 1 : number - 1]):
                problems.add("table-without-header", file.path, begun, 1, excerpt=file.source.excerpt(begun))
            begun = 0


def _has_header(rows: tuple[str, ...]) -> bool:
    """A single row is no table, but somebody's way of writing."""
    if len(rows) < 2:
        return True
    return bool(_RULE.match(rows[1])) and not _RULE.match(rows[0]) and bool(rows[0].strip(" |"))
