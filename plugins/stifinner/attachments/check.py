"""Whether a file may be published beside the pages: by its name, its size, its first bytes, and what is in it."""

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
"""So many bytes say what a file is."""
LARGEST = 100 * 1024 * 1024
"""Bytes that GitHub takes no more of."""
HEAVY = 25_000_000
"""Bytes that a reader on the way notices."""


def check_attachment(path: str, place: Path, problems: ProblemList) -> bool:
    """Whether a file may be published; what is wrong with it is told."""
    size = place.stat().st_size
    try:
        _check_name(posixpath.basename(path))
        _check_size(size)
        _check_content(place)
    except Misread as misread:
        details: dict[str, Any] = {"name": posixpath.basename(path), **_in_words(misread, problems)}
        problems.add(misread.code, path, misread.line, misread.column, **details)
        return False
    if size > HEAVY:
        problems.add("heavy-file", path, size=size // 1_000_000)
    return True


def digest_of(path: str, place: Path) -> tuple[str, bytes]:
    """What a check of a file depends on: its name and all that is in it, or that it is too large to look at."""
    if place.stat().st_size > LARGEST:
        return path, b""
    with place.open("rb") as file:
        return path, hashlib.file_digest(file, "blake2b").digest()


def _check_name(name: str) -> None:
    ending = posixpath.splitext(name)[1].lower()
    if why := why_not(name):
        raise Misread("foreign-format", what=why)
    if ending in AS_MARKDOWN:
        raise Misread("not-markdown", right=f"{posixpath.splitext(name)[0].removesuffix('.md')}.md")
    if ending not in BY_ENDING and ending != DRAWING:
        raise Misread("bad-attachment")


def _check_size(size: int) -> None:
    if not size:
        raise Misread("empty-file")
    if size > LARGEST:
        raise Misread("too-large-file", size=size // (1024 * 1024))


def _check_content(place: Path) -> None:
    ending = place.suffix.lower()
    if ending == DRAWING:
        check_drawing(place)
        return
    kind = BY_ENDING[ending]
    with place.open("rb") as file:
        head = file.read(_HEAD)
    if not kind.proves(head):
        right = ending_for(head)
        if right and right != ending:
            raise Misread("wrong-ending", right=place.with_suffix(right).name)
        raise Misread("not-what-it-says", what=foreign_content(head) or "unknown")
    if kind.check:
        try:
            kind.check(place)
        except Misread as misread:
            if (right := str(misread.details.get("what", ""))).startswith("."):
                raise Misread("wrong-ending", right=place.with_suffix(right).name) from None
            raise


def _in_words(misread: Misread, problems: ProblemList) -> dict[str, object]:
    """The details of a problem, with what the catalogue has keys of said in words."""
    if misread.code in {"foreign-format", "not-what-it-says"}:
        what = str(misread.details["what"])
        return {**problems.phrases["problem_text"]["formats"][what]}
    return misread.details
