"""The command ``stifinner build``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .ending import ending_told
from .failure import tell_failure, tell_fault
from .options import (
    WORDS,
    config_file_option,
    sentence,
    shown_folder,
    traceback_option,
)

if TYPE_CHECKING:
    from ..adapter.building.build import Built
    from ..adapter.building.exchange import RefusedError


@click.command(help=WORDS["help"]["build"])
@config_file_option
@click.option("--site-dir", "-d", type=click.Path(path_type=Path), help=WORDS["help"]["site_dir"])
@click.option("--preview", is_flag=True, help=WORDS["help"]["preview"])
@click.option("--wait", type=click.IntRange(0), default=60, metavar="SECONDS", help=WORDS["help"]["wait"])
@traceback_option
@ending_told()
def build(config_file: Path, site_dir: Path | None, preview: bool, wait: int, with_traceback: bool) -> None:
    """Build the portal, and say what was built or why not."""
    from ..adapter.building.build import BuildFailedError, build_site
    from ..adapter.building.exchange import RefusedError

    def tell_waiting(folder: Path) -> None:
        click.echo(sentence(WORDS["waiting"], folder=shown_folder(folder)), err=True)

    try:
        built = build_site(config_file, site_dir, preview=preview, patience=wait, on_wait=tell_waiting)
    except BuildFailedError as error:
        tell_failure(error, with_traceback=with_traceback)
        sys.exit(WORDS["not_built"])
    except RefusedError as error:
        sys.exit(_refusal(error))
    try:
        _tell(built, preview=preview)
    except BrokenPipeError:
        raise
    except OSError as error:
        sys.exit(tell_fault(error))


def _tell(built: "Built", *, preview: bool) -> None:
    """Say what was built, after the messages of the build."""
    for message in built.messages:
        click.echo(message, err=True)
    if built.left:
        click.echo(sentence(WORDS["left"], folder=shown_folder(built.left)), err=True)
    seconds = f"{built.seconds:.1f}".replace(".", WORDS["decimal_sign"])
    words = WORDS["preview_built" if preview else "built"]
    click.echo(sentence(words, pages=built.pages, seconds=seconds, folder=shown_folder(built.folder)))


def _refusal(error: "RefusedError") -> str:
    """Say why nothing is built into the folder."""
    from ..adapter.building.alone import BusyError
    from ..adapter.building.exchange import SourceInTheWayError

    folder = shown_folder(error.folder)
    if isinstance(error, BusyError):
        return sentence(WORDS["busy"], folder=folder)
    if isinstance(error, SourceInTheWayError):
        return sentence(WORDS["source_in_the_way"], folder=folder, source=error.source)
    return sentence(WORDS["not_a_site"], folder=error.folder)
