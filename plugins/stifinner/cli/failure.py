"""A command that failed, told."""

import errno
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import WORDS

if TYPE_CHECKING:
    from ..adapter.build import BuildFailedError

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

_EVERYWHERE = {"full", "too_large", "too_many", "memory"}
"""Whichever file it happened at says nothing."""


def tell_failure(error: "BuildFailedError", *, with_traceback: bool) -> str:
    """Say what went wrong, and give back what was said."""
    causes = WORDS["site_problems"]
    told = list(error.messages)
    told += [f"{at.page}:{at.line}: {causes[at.code].format(subject=at.subject)}" for at in error.problems]
    if error.crash:
        if with_traceback:
            traceback.print_exception(error.crash)
        crashed = WORDS["crashed"].format(kind=type(error.crash).__name__, error=error.crash)
        told.append(machine_fault(error.crash) or crashed)
    text = "\n".join(told)
    click.echo(text, err=True)
    return text


def machine_fault(error: Exception) -> str:
    """What is wrong with the machine rather than with us, and the cure; empty where nothing is."""
    words = WORDS["machine"]
    if isinstance(error, MemoryError):
        return str(words["memory"])
    if not isinstance(error, OSError) or error.errno is None:
        # Also what is called an OSError without being the system's, such as a template that is not found.
        return ""
    name = errno.errorcode.get(error.errno)
    reason = next((reason for reason, names in _REASONS.items() if name in names), "")
    if not error.filename or reason in _EVERYWHERE:
        # Only whoever looks for a place for passing files fails at a file that has no name.
        return str(words["no_room" if reason == "gone" else reason] if reason else words["other"]).format(error=error)
    return f"{_shown(error.filename)}: {words[reason] if reason else error.strerror}"


def _shown(path: str | bytes | int) -> str:
    """A path as a person would write it from where they stand."""
    place = Path(str(path))
    here = Path.cwd()
    return place.relative_to(here).as_posix() if place.is_relative_to(here) else str(place)
