"""``stifinner write``."""

import sys
from pathlib import Path

import click

from ..phrases import LANGUAGES
from ..portal import build_portal
from ..problems import has_errors, show_problems
from ..settings import UnreadableSettingsError, read_settings
from ..shipped import pictures_in, theme_folders
from ..write import write_portal
from .options import WORDS, config_file_option, shown_folder


@click.command(help=WORDS["help"]["write"])
@click.argument("folder", type=click.Path(path_type=Path))
@config_file_option
def write(folder: Path, config_file: Path) -> None:
    """``stifinner write``."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        sys.exit(WORDS["not_empty"].format(folder=folder))
    try:
        settings = read_settings(config_file)
    except UnreadableSettingsError as error:
        sys.exit(WORDS["unreadable_settings"].format(file=config_file, reason=error))
    if settings.language not in LANGUAGES:
        sys.exit(WORDS["unknown_language"].format(language=settings.language, choices=", ".join(LANGUAGES)))
    themes = theme_folders(settings.theme)
    portal = build_portal(
        settings.content, name=settings.name, language=settings.language, pictures=pictures_in(themes)
    )
    if portal.problems:
        click.echo(show_problems(portal.problems, portal.phrases), err=True)
    if has_errors(portal.problems):
        sys.exit(WORDS["not_written"])
    pages = write_portal(portal, settings.content, themes, folder)
    click.echo(WORDS["written"].format(pages=pages, folder=shown_folder(folder.resolve())))
