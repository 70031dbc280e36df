"""``stifinner build``."""

import sys
from pathlib import Path

import click

from .failure import tell_failure
from .options import WORDS, config_file_option, sentence, shown_folder, traceback_option


@click.command(help=WORDS["help"]["build"])
@config_file_option
@click.option("--site-dir", "-d", type=click.Path(path_type=Path), help=WORDS["help"]["site_dir"])
@click.option("--preview", is_flag=True, help=WORDS["help"]["preview"])
@traceback_option
def build(config_file: Path, site_dir: Path | None, preview: bool, with_traceback: bool) -> None:
    """``stifinner build``."""
    from ..adapter.build import BuildFailedError, build_site
    from ..adapter.exchange import NotASiteError

    try:
        built = build_site(config_file, site_dir, preview=preview)
    except BuildFailedError as error:
        tell_failure(error, with_traceback=with_traceback)
        sys.exit(WORDS["not_built"])
    except NotASiteError as error:
        sys.exit(sentence("not_a_site", folder=error))
    except OSError as error:
        sys.exit(sentence("no_access", folder=error.filename, reason=error.strerror))
    for message in built.messages:
        click.echo(message, err=True)
    seconds = f"{built.seconds:.1f}".replace(".", WORDS["decimal_sign"])
    told = "preview_built" if preview else "built"
    click.echo(sentence(told, pages=built.pages, seconds=seconds, folder=shown_folder(built.folder)))
