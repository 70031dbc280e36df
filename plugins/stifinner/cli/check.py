"""``stifinner check``."""

import sys
import tempfile
from pathlib import Path

import click

from .failure import tell_failure
from .options import WORDS, config_file_option, traceback_option


@click.command(help=WORDS["help"]["check"])
@config_file_option
@traceback_option
def check(config_file: Path, with_traceback: bool) -> None:
    """``stifinner check``."""
    from ..adapter.build import BuildFailedError, build_site

    with tempfile.TemporaryDirectory(prefix="stifinner-") as folder:
        try:
            built = build_site(config_file, Path(folder) / "site")
        except BuildFailedError as error:
            tell_failure(error, with_traceback=with_traceback)
            sys.exit(WORDS["not_in_order"])
    for message in built.messages:
        click.echo(message, err=True)
    click.echo(WORDS["in_order"].format(pages=built.pages))
