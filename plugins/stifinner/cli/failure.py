"""A command that failed, told."""

import errno
import os
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..problems.echo import make_harmless, one_line
from .options import WORDS, sentence

if TYPE_CHECKING:
    from ..adapter.building.build import BuildFailedError

_REASONS = {
    "full": ("ENOSPC", "EDQUOT"),
    "too_large": ("EFBIG",),
    "closed": ("EACCES", "EPERM"),
    "read_only": ("EROFS",),
    "gone": ("ENOENT",),
    "in_the_way": ("EEXIST", "ENOTDIR", "EISDIR", "ENOTEMPTY"),
    "in_use": ("EBUSY", "ETXTBSY", "EXDEV"),
    "too_many": ("EMFILE", "ENFILE", "EAGAIN"),
    "memory": ("ENOMEM",),
    "loop": ("ELOOP",),
    "long": ("ENAMETOOLONG",),
    "damaged": ("EIO",),
}
"""What the catalogue calls it → what the system calls it."""

_WITHOUT_NAME = {"full", "too_large", "too_many", "memory", "other"}
"""Whichever file it happened at says nothing, or it is said already."""


def tell_failure(error: "BuildFailedError", *, with_traceback: bool) -> str:
    """Say what went wrong, and give back what was said."""
    told = [*error.messages, *_tell_site(error)]
    if error.crash:
        if with_traceback:
            traceback.print_exception(error.crash)
        told.append(tell_fault(error.crash))
    text = make_harmless("\n".join(told))
    click.echo(text, err=True)
    return text


def _tell_site(error: "BuildFailedError") -> Iterator[str]:
    """What is wrong with the site that was built: the content passed, so the fault is ours."""
    causes = WORDS["site_problems"]
    if error.problems:
        yield WORDS["own_fault"]
    for at in error.problems:
        cause = causes[at.code].format(subject=one_line(at.subject))
        source = error.sources.get(at.page, "")
        made_of = sentence(WORDS["made_of"], file=source) if source else ""
        yield f"{one_line(at.page)}:{at.line}: {cause}{made_of}"
    if error.problems:
        yield WORDS["report_it"]


def tell_fault(error: Exception) -> str:
    """What is wrong with the machine, and the cure; where nothing is, the fault is ours."""
    crashed = sentence(WORDS["crashed"], kind=type(error).__name__, error=" ".join(str(error).split()))
    return _of_the_machine(error) or crashed


def _of_the_machine(error: Exception) -> str:
    words = WORDS["machine"]
    if isinstance(error, MemoryError):
        return words["memory"]
    if not isinstance(error, OSError) or error.errno is None:
        # Also what is called an OSError without being the system's, such as a template that is not found.
        return ""
    name = errno.errorcode.get(error.errno)
    reason = next((reason for reason, names in _REASONS.items() if name in names), "other")
    if not error.filename and reason == "gone":
        # Only whoever looks for a place for passing files fails at a file that has no name.
        reason = "no_room"
    cause = words[reason].format(error=one_line(error))
    if not isinstance(error.filename, str | bytes) or reason in _WITHOUT_NAME:
        return cause
    return f"{one_line(_shown(error.filename))}: {cause}"


def _shown(path: str | bytes) -> str:
    """A path as a person would write it from where they stand."""
    place = Path(os.fsdecode(path))
    here = Path.cwd()
    return place.relative_to(here).as_posix() if place.is_relative_to(here) else str(place)
