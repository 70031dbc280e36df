"""The command line: it asks whoever knows, and says how it went. A module a command.

The adapter is imported where it is asked, so that what needs no MkDocs works without it.
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
    """``stifinner``."""


for command in (build, serve, check, changes, explain, gaps, new, schema, write):
    main.add_command(command)
