"""What commands share: the catalogue's words, the options that several have, and the settings."""

import sys
from pathlib import Path

import click

from ..files.settings import (
    Settings,
    UnreadableSettingsError,
    find_language,
    read_settings,
)
from ..language.phrases import LANGUAGES, Phrases, load_phrases
from ..problems.echo import one_line

PHRASES: Phrases = load_phrases(find_language(Path("mkdocs.yml")))
"""The catalogue in the language of the portal in the current folder."""
WORDS = PHRASES["cli"]
"""The command line's words."""


def sentence(words: str, /, **details: object) -> str:
    """Fill the gaps of a sentence of the catalogue. Each value is made one line, wherever it comes from."""
    return words.format(**{name: one_line(value) for name, value in details.items()})


def _existing(_context: click.Context, _option: click.Parameter, path: Path) -> Path:
    """Check that the settings' file is there; else end the command."""
    if not path.is_file():
        sys.exit(sentence(WORDS["no_settings"], file=path))
    return path


config_file_option = click.option(
    "--config-file",
    "-f",
    type=click.Path(readable=False, path_type=Path),
    default="mkdocs.yml",
    callback=_existing,
    help=WORDS["help"]["config_file"],
)
traceback_option = click.option("--traceback", "with_traceback", is_flag=True, help=WORDS["help"]["traceback"])


def settings_of(config_file: Path) -> Settings:
    """Read the settings without MkDocs. Settings that can't be used end the command."""
    try:
        settings = read_settings(config_file)
    except UnreadableSettingsError as error:
        sys.exit(sentence(WORDS["unreadable_settings"], file=config_file, reason=" ".join(str(error).split())))
    if settings.language not in LANGUAGES:
        sys.exit(sentence(WORDS["unknown_language"], language=settings.language, choices=", ".join(LANGUAGES)))
    return settings


def shown_folder(folder: Path) -> str:
    """Show a folder as a person would write it in the current folder, with «/» at its end."""
    here = Path.cwd()
    return f"{folder.relative_to(here).as_posix()}/" if folder.is_relative_to(here) else str(folder)
