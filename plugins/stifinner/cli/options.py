"""What commands share: the words they say, and the options that several of them have."""

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
"""The catalogue of the portal that one stands in."""
WORDS = PHRASES["cli"]
"""The command line's words."""


def sentence(words: str, /, **details: object) -> str:
    """A sentence of the command line with its gaps filled; nothing that comes from outside leads out of its line."""
    return words.format(**{name: one_line(value) for name, value in details.items()})


def _existing(_context: click.Context, _option: click.Parameter, path: Path) -> Path:
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
    """What the settings say, for commands that need no MkDocs; what can't be used ends the command."""
    try:
        settings = read_settings(config_file)
    except UnreadableSettingsError as error:
        sys.exit(sentence(WORDS["unreadable_settings"], file=config_file, reason=" ".join(str(error).split())))
    if settings.language not in LANGUAGES:
        sys.exit(sentence(WORDS["unknown_language"], language=settings.language, choices=", ".join(LANGUAGES)))
    return settings


def shown_folder(folder: Path) -> str:
    """The folder as a person would write it from where they stand."""
    here = Path.cwd()
    return f"{folder.relative_to(here).as_posix()}/" if folder.is_relative_to(here) else str(folder)
