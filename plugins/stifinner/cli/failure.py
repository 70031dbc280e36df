"""A build that failed, told."""

import traceback
from typing import TYPE_CHECKING

import click

from ..echo import make_harmless, one_line
from .options import WORDS, sentence

if TYPE_CHECKING:
    from ..adapter.build import BuildFailedError


def tell_failure(error: "BuildFailedError", *, with_traceback: bool) -> str:
    """Say what went wrong, and give back what was said."""
    causes = WORDS["site_problems"]
    told = list(error.messages)
    told += [
        f"{one_line(at.page)}:{at.line}: {causes[at.code].format(subject=one_line(at.subject))}"
        for at in error.problems
    ]
    if error.crash:
        if with_traceback:
            traceback.print_exception(error.crash)
        told.append(sentence("crashed", kind=type(error.crash).__name__, error=" ".join(str(error.crash).split())))
    text = make_harmless("\n".join(told))
    click.echo(text, err=True)
    return text
