"""Say why a command failed: what is wrong with the machine and how to mend it, or that the fault is ours."""

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
"""Key in the catalogue (``cli.machine``) → names of the system's errors."""

_WITHOUT_NAME = {"full", "too_large", "too_many", "memory", "other"}
"""Keys whose sentence is told without the file: it does not matter which, or the sentence names it."""


def tell_failure(error: "BuildFailedError", *, with_traceback: bool) -> str:
    """Say why a build failed; returns the text that was said."""
    lines = [*error.messages, *_site_lines(error)]
    if error.crash:
        if with_traceback:
            traceback.print_exception(error.crash)
        lines.append(tell_fault(error.crash))
    text = make_harmless("\n".join(lines))
    click.echo(text, err=True)
    return text


def _site_lines(error: "BuildFailedError") -> Iterator[str]:
    """Give a line for each problem of the site that was built. The content passed the check, so the fault is ours."""
    causes = WORDS["site_problems"]
    if error.problems:
        yield WORDS["own_fault"]
    for problem in error.problems:
        cause = causes[problem.code].format(subject=one_line(problem.subject))
        source = error.sources.get(problem.page, "")
        made_of = sentence(WORDS["made_of"], file=source) if source else ""
        yield f"{one_line(problem.page)}:{problem.line}: {cause}{made_of}"
    if error.problems:
        yield WORDS["report_it"]


def tell_fault(error: Exception) -> str:
    """Give the sentence for an exception: what is wrong with the machine and its cure, or that the fault is ours."""
    crashed = sentence(WORDS["crashed"], kind=type(error).__name__, error=" ".join(str(error).split()))
    return _of_the_machine(error) or crashed


def _of_the_machine(error: Exception) -> str:
    """Give the sentence for an error of the machine (disk full, no access …); empty for any other exception."""
    words = WORDS["machine"]
    if isinstance(error, MemoryError):
        return words["memory"]
    if not isinstance(error, OSError) or error.errno is None:
        # Some libraries raise OSErrors of their own, without a number, such as for a template that is not found.
        return ""
    name = errno.errorcode.get(error.errno)
    reason = next((reason for reason, names in _REASONS.items() if name in names), "other")
    if not error.filename and reason == "gone":
        # Only the search for a folder for temporary files fails in this way.
        reason = "no_room"
    cause = words[reason].format(error=one_line(error))
    if not isinstance(error.filename, str | bytes) or reason in _WITHOUT_NAME:
        return cause
    return f"{one_line(_shown(error.filename))}: {cause}"


def _shown(path: str | bytes) -> str:
    """Show a path as a person would write it in the current folder."""
    whole = Path(os.fsdecode(path))
    here = Path.cwd()
    return whole.relative_to(here).as_posix() if whole.is_relative_to(here) else str(whole)
