"""A build that failed, told."""

import traceback
from typing import TYPE_CHECKING

import click

from .options import WORDS

if TYPE_CHECKING:
    from ..adapter.build import BuildFailedError


def tell_failure(error: "BuildFailedError", *, with_traceback: bool) -> str:
    """Say what went wrong, and give back what was said."""
    causes = WORDS["site_problems"]
    told = list(error.messages)
    told += [f"{at.page}:{at.line}: {causes[at.code].format(subject=at.subject)}" for at in error.problems]
    if error.crash:
        if with_traceback:
            traceback.print_exception(error.crash)
        told.append(WORDS["crashed"].format(kind=type(error.crash).__name__, error=error.crash))
    text = "\n".join(told)
    click.echo(text, err=True)
    return text
