"""``stifinner write``."""

import sys
from pathlib import Path

import click

from ..portal import build_portal
from ..problems import has_errors, show_problems
from ..shipped import pictures_in, theme_folders
from ..write import write_portal
from .options import WORDS, config_file_option, sentence, settings_of, shown_folder


@click.command(help=WORDS["help"]["write"])
@click.argument("folder", type=click.Path(path_type=Path))
@config_file_option
def write(folder: Path, config_file: Path) -> None:
    """``stifinner write``."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        sys.exit(sentence("not_empty", folder=folder))
    settings = settings_of(config_file)
    themes = theme_folders(settings.theme)
    portal = build_portal(
        settings.content, name=settings.name, language=settings.language, pictures=pictures_in(themes)
    )
    if portal.problems:
        click.echo(show_problems(portal.problems, portal.phrases), err=True)
    if has_errors(portal.problems):
        sys.exit(WORDS["not_written"])
    pages = write_portal(portal, settings.content, themes, folder)
    click.echo(sentence("written", pages=pages, folder=shown_folder(folder.resolve())))
