"""Comments that no reader sees: to the portal (``<!-- stifinner: … -->``), and help (``<!-- hjelp: … -->``)."""

import re

from .body import mask_code
from .source_file import Comment

_COMMENT = re.compile(r"<!--\s*(?:(?:hjelp|help):.*?|stifinner:\s*([^<>]*?)\s*)-->", re.IGNORECASE)
"""What is said to the portal, and the help that a new file begins with."""


def take_comments(lines: tuple[str, ...], first: int) -> tuple[tuple[str, ...], tuple[Comment, ...]]:
    """The lines of the body without such comments, and the comments. What stands beside one keeps its column."""
    if not any("<!--" in line for line in lines):
        return lines, ()
    kept, comments = list(lines), []
    masked = mask_code(lines)
    for number in range(first, len(lines) + 1):
        line = masked[number - 1]
        for found in _COMMENT.finditer(line):
            alone = not _COMMENT.sub("", line).strip()
            if found[1] is not None:
                comments.append(Comment(found[1], number, found.start() + 1, alone, lines[number - 1]))
            before, after = kept[number - 1][: found.start()], kept[number - 1][found.end() :]
            kept[number - 1] = "" if alone else (before + " " * len(found[0]) + after).rstrip()
            if alone:
                break
    return tuple(kept), tuple(comments)
