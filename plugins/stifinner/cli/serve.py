"""The command ``stifinner serve``."""

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .failure import tell_failure
from .options import WORDS, config_file_option, sentence, traceback_option

if TYPE_CHECKING:
    from ..adapter.building.build import BuildFailedError


@click.command(help=WORDS["help"]["serve"])
@config_file_option
@click.option("--port", "-p", type=click.IntRange(1, 65535), default=8000, help=WORDS["help"]["port"])
@traceback_option
def serve(config_file: Path, port: int, with_traceback: bool) -> None:
    """Serve the portal while somebody works, until Ctrl+C."""
    from ..adapter.building.build import BuildFailedError
    from ..adapter.serve import Reports, serve_site

    def tell_ready(url: str) -> None:
        click.echo(sentence(WORDS["serving"], url=url))

    def tell_built(messages: tuple[str, ...]) -> None:
        for message in messages:
            click.echo(message, err=True)
        click.echo(WORDS["mend_it"] if messages else WORDS["rebuilt"])

    def tell_failed(error: "BuildFailedError") -> str:
        text = tell_failure(error, with_traceback=with_traceback)
        click.echo(WORDS["mend_it"])
        return text

    # SIGTERM does the same as Ctrl+C: what was made meanwhile is cleared away.
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.default_int_handler)
    click.echo(WORDS["starting"])
    try:
        serve_site(config_file, port, Reports(tell_ready, tell_built, tell_failed))
    except BuildFailedError as error:
        tell_failure(error, with_traceback=with_traceback)
        sys.exit(1)
    click.echo(WORDS["stopped"])
