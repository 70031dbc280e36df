"""What readers with a screen reader depend on: levels of headings, texts of pictures, headers of tables."""

import re

from ...problems.problem import ProblemList
from ..reviewed import ReviewedFile
from ..words import Words

_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|svg|webp|gif)|(?:img|dsc|bilde|image)[_ -]?\d*", re.IGNORECASE)
"""A text of a picture that is only a file's name."""
_ROW = re.compile(r"\s{0,3}\|.*\|\s*$")
"""A line that looks like a row of a table."""


def check_headings(file: ReviewedFile, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """Check that each heading is at most one level below the one before it."""
    above = 1
    for stretch in file.source.places.stretches:
        if stretch.kind == "heading_open" and stretch.text and stretch.first not in file.hidden:
            level = stretch.level
            if level > above + 1:
                details = {"above": above, "level": level, "right": "#" * (above + 1)}
                excerpt = file.source.excerpt(stretch.first)
                problems.add("heading-jump", file.path, stretch.first, 1, excerpt=excerpt, **details)
            above = level


def check_pictures(file: ReviewedFile, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """Check that each picture has a text, and that it is not its file's name."""
    for link in file.source.links:
        text = link.text.strip()
        if link.image and link.begins.line not in file.hidden and (not text or _FILE_NAME.fullmatch(text)):
            line, column = link.begins
            excerpt = file.source.excerpt(line)
            problems.add("picture-without-text", file.path, line, column, excerpt=excerpt, target=link.target)


def check_tables(file: ReviewedFile, words: Words, problems: ProblemList) -> None:  # noqa: ARG001
    """Check that each table has a header with words in it, and the line of dashes that makes it one."""
    has_header: dict[int, bool] = {}
    for stretch in file.source.places.stretches:
        if stretch.kind == "th_open":
            has_header[stretch.first] = has_header.get(stretch.first, False) or bool(stretch.text)
        elif stretch.kind == "paragraph_open" and (rows := stretch.text.split("\n"))[1:]:
            # Without the line of dashes, rows of a table are read as a paragraph.
            has_header[stretch.first] = not all(_ROW.match(row) for row in rows)
    for number, is_there in has_header.items():
        if not is_there and number not in file.hidden:
            problems.add("table-without-header", file.path, number, 1, excerpt=file.source.excerpt(number))
