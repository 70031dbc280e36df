"""The command line: one module for each command.

The adapter is imported inside the commands that need it, so that the others work without MkDocs.
"""

import click

from .build import build
from .changes import changes
from .check import check
from .explain import explain
from .gaps import gaps
from .gate import GatedGroup
from .new import new
from .options import WORDS
from .schema import schema
from .serve import serve
from .write import write


@click.group(cls=GatedGroup, help=WORDS["help"]["stifinner"])
def main() -> None:
    """Run ``stifinner`` with one of its commands."""


for command in (build, serve, check, changes, explain, gaps, new, schema, write):
    main.add_command(command)
