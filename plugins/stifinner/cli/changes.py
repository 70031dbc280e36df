"""The command ``stifinner changes``."""

import sys
import tempfile
from pathlib import Path

import click

from ..files.settings import Settings
from ..files.shipped import pictures_in, theme_folders
from ..portal import Portal, build_portal
from ..problems.problem import has_errors
from ..publishing.changes import compare_portals, show_changes, summarise_changes
from .options import WORDS, config_file_option, sentence, settings_of
from .summary import add_to_summary


@click.command(help=WORDS["help"]["changes"])
@click.argument("revision")
@config_file_option
@click.option(
    "--format", "format_name", type=click.Choice(["text", "github"]), default="text", help=WORDS["help"]["told_as"]
)
def changes(revision: str, config_file: Path, format_name: str) -> None:
    """Show what is different in the portal since a revision of the repository."""
    from ..adapter.git.revision import UnknownRevisionError, write_folder_at

    settings = settings_of(config_file)
    with tempfile.TemporaryDirectory(prefix="stifinner-") as folder:
        before = Path(folder) / "before"
        try:
            write_folder_at(settings.content.resolve(), revision, before)
        except UnknownRevisionError:
            sys.exit(sentence(WORDS["unknown_revision"], revision=revision))
        old, new = (_portal_of(content, settings) for content in (before, settings.content))
        if has_errors(new.problems):
            sys.exit(WORDS["not_in_order"])
        was_broken = has_errors(old.problems) and any(before.iterdir())
        found = compare_portals(old, new, before, settings.content)
    phrases = new.phrases
    text = phrases["changes"]["broken"] if was_broken else show_changes(found, phrases)
    click.echo(text)
    if format_name == "github":
        summary = f"## {phrases['changes']['title']}\n\n{text}\n" if was_broken else summarise_changes(found, phrases)
        add_to_summary(f"\n{summary}")


def _portal_of(content: Path, settings: Settings) -> Portal:
    """Compose the portal of a content folder. Both portals are read by the settings of now."""
    pictures = pictures_in(theme_folders(settings.theme))
    return build_portal(content, name=settings.name, language=settings.language, pictures=pictures)
