"""The commands ``stifinner new …``: a new portal, or a new file of a kind."""

import sys
from pathlib import Path

import click

from ..files.draft import NotEmptyError
from ..starter.start import NameNotUsableError, start_portal
from .ending import ending_told
from .failure import tell_fault
from .new_file import file_commands
from .options import WORDS, sentence, shown_folder


@click.group(help=WORDS["help"]["new"])
def new() -> None:
    """Make something new: one of the group's commands says what."""


@new.command(help=WORDS["help"]["new_portal"])
@click.argument("folder", type=click.Path(path_type=Path), default="portal")
@click.option("--name", prompt=WORDS["ask_name"], help=WORDS["help"]["name"])
@click.option("--organisation", prompt=WORDS["ask_organisation"], help=WORDS["help"]["organisation"])
def portal(folder: Path, name: str, organisation: str) -> None:
    """Write a new portal into a folder."""
    from ..adapter.git.origin import find_origin

    origin = find_origin()
    try:
        with ending_told():
            start_portal(folder, name, organisation, origin)
    except NotEmptyError as error:
        sys.exit(sentence(WORDS["in_the_way"], files=", ".join(error.names), folder=folder))
    except NameNotUsableError as error:
        sys.exit(sentence(WORDS["name_not_usable"], name=error))
    except OSError as error:
        sys.exit(f"{tell_fault(error)}\n{WORDS['not_written']}")
    click.echo(sentence(WORDS["started"], name=name, folder=shown_folder(folder.resolve())))
    if "file:" in origin:
        click.echo(WORDS["only_here"])


for command in file_commands():
    new.add_command(command)
