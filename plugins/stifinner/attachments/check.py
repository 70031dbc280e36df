"""Checks whether a file may be published beside the pages: its name, size, first bytes, and what it holds."""

import hashlib
import posixpath
from pathlib import Path
from typing import Any

from ..language.misread import Misread
from ..problems.problem import ProblemList
from .drawings.drawing import check_drawing
from .foreign import AS_MARKDOWN, foreign_content, why_not
from .types import BY_ENDING, DRAWING, ending_for

_HEAD = 64 * 1024
"""Bytes from the beginning of a file that are enough to tell what it is."""
LARGEST = 100 * 1024 * 1024
"""Bytes of a file; GitHub takes no larger one."""
HEAVY = 25_000_000
"""Bytes of a file from which readers with a phone should be warned."""


def check_attachment(path: str, file: Path, problems: ProblemList) -> bool:
    """Tell whether a file may be published; what is wrong with it becomes a problem.

    ``path``: below the content folder; ``file``: the file on disk.
    """
    size = file.stat().st_size
    try:
        _check_name(posixpath.basename(path))
        _check_size(size)
        _check_content(file)
    except Misread as misread:
        details: dict[str, Any] = {"name": posixpath.basename(path), **_in_words(misread, problems)}
        problems.add(misread.code, path, misread.line, misread.column, **details)
        return False
    if size > HEAVY:
        problems.add("heavy-file", path, size=size // 1_000_000)
    return True


def digest_of(path: str, file: Path) -> tuple[str, bytes]:
    """Give all that a check of a file depends on: its name, and a digest of its bytes, empty if it is too large."""
    if file.stat().st_size > LARGEST:
        return path, b""
    with file.open("rb") as opened:
        return path, hashlib.file_digest(opened, "blake2b").digest()


def _check_name(name: str) -> None:
    """Raise Misread for a name whose ending is not published."""
    ending = posixpath.splitext(name)[1].lower()
    if why := why_not(name):
        raise Misread("foreign-format", what=why)
    if ending in AS_MARKDOWN:
        raise Misread("not-markdown", right=f"{posixpath.splitext(name)[0].removesuffix('.md')}.md")
    if ending not in BY_ENDING and ending != DRAWING:
        raise Misread("bad-attachment")


def _check_size(size: int) -> None:
    """Raise Misread for a size, in bytes, of nothing or too much."""
    if not size:
        raise Misread("empty-file")
    if size > LARGEST:
        raise Misread("too-large-file", size=size // (1024 * 1024))


def _check_content(file: Path) -> None:
    """Raise Misread for a file that is not what its ending says, or that holds what is not published."""
    ending = file.suffix.lower()
    if ending == DRAWING:
        check_drawing(file)
        return
    file_type = BY_ENDING[ending]
    with file.open("rb") as opened:
        head = opened.read(_HEAD)
    if not file_type.proves(head):
        right = ending_for(head)
        if right and right != ending:
            raise Misread("wrong-ending", right=file.with_suffix(right).name)
        raise Misread("not-what-it-says", what=foreign_content(head) or "unknown")
    if file_type.check:
        try:
            file_type.check(file)
        except Misread as misread:
            if (right := str(misread.details.get("what", ""))).startswith("."):
                raise Misread("wrong-ending", right=file.with_suffix(right).name) from None
            raise


def _in_words(misread: Misread, problems: ProblemList) -> dict[str, object]:
    """Give a misread's details, with the catalogue's words for the key of a format."""
    if misread.code in {"foreign-format", "not-what-it-says"}:
        what = str(misread.details["what"])
        return {**problems.phrases["problem_text"]["formats"][what]}
    return misread.details
