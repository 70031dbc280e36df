"""The command ``stifinner write``."""

import sys
from pathlib import Path

import click

from ..files.draft import NotEmptyError, draft_for
from ..files.shipped import pictures_in, theme_folders
from ..portal import build_portal
from ..problems.problem import has_errors, show_problems
from ..publishing.write import write_portal
from .ending import ending_told
from .failure import tell_fault
from .options import (
    WORDS,
    config_file_option,
    sentence,
    settings_of,
    shown_folder,
)


@click.command(help=WORDS["help"]["write"])
@click.argument("folder", type=click.Path(path_type=Path))
@config_file_option
@ending_told()
def write(folder: Path, config_file: Path) -> None:
    """Write the portal as plain files into an empty folder."""
    try:
        pages = _write(folder, config_file)
    except NotEmptyError:
        sys.exit(sentence(WORDS["not_empty"], folder=folder))
    except OSError as error:
        sys.exit(f"{tell_fault(error)}\n{WORDS['not_written']}")
    click.echo(sentence(WORDS["written"], pages=pages, folder=shown_folder(folder.resolve())))


def _write(folder: Path, config_file: Path) -> int:
    """Write the portal into an empty folder; returns the number of pages. Raises ``NotEmptyError``."""
    if folder.is_dir() and any(folder.iterdir()):
        raise NotEmptyError([folder.name])
    settings = settings_of(config_file)
    themes = theme_folders(settings.theme)
    portal = build_portal(
        settings.content, name=settings.name, language=settings.language, pictures=pictures_in(themes)
    )
    if portal.problems:
        click.echo(show_problems(portal.problems, portal.phrases), err=True)
    if has_errors(portal.problems):
        sys.exit(WORDS["not_written"])
    with draft_for(folder) as draft:
        return write_portal(portal, settings.content, themes, draft, site_url=settings.site_url)
