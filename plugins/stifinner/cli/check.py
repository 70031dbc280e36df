"""The command ``stifinner check``."""

import os
import sys
from datetime import datetime
from pathlib import Path

import click

from ..content import read_content
from ..files.shipped import pictures_in, theme_folders
from ..language.phrases import load_phrases
from ..problems.problem import has_errors
from ..problems.report import (
    report_annotations,
    report_json,
    report_summary,
    report_text,
)
from .gate import tell_commands
from .options import (
    WORDS,
    config_file_option,
    sentence,
    settings_of,
    shown_folder,
)
from .summary import add_to_summary

_REPORTS = {"text": report_text, "json": report_json}


@click.command(help=WORDS["help"]["check"])
@config_file_option
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    help=WORDS["help"]["format"],
)
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar=WORDS["date_pattern"], help=WORDS["help"]["today"])
def check(config_file: Path, format_name: str, today: datetime | None) -> None:
    """Check the content, report its problems, and end with 1 where one is an error."""
    settings = settings_of(config_file)
    phrases = load_phrases(settings.language)
    content = read_content(
        settings.content,
        phrases,
        pictures=pictures_in(theme_folders(settings.theme)),
        today=today.date() if today else None,
        publishing=True,
    )
    problems = content.problems
    content_folder = settings.content.resolve()
    folder = shown_folder(content_folder)
    told_in_summary = False
    if format_name == "github":
        folder = _folder_in_repository(content_folder) or folder
        told_in_summary = bool(problems) and add_to_summary(report_summary(problems, phrases, folder))
        if problems:
            tell_commands(report_annotations(problems, phrases, folder))
    elif problems or format_name == "json":
        click.echo(_REPORTS[format_name](problems, phrases, folder))
    if told_in_summary:
        click.echo(WORDS["in_summary"])
    if has_errors(problems):
        click.echo(WORDS["not_in_order"], err=True)
        sys.exit(1)
    words = WORDS["nothing_stops" if problems else "in_order"]
    click.echo(sentence(words, files=len(content.graph.items)), err=format_name == "json")


def _folder_in_repository(folder: Path) -> str:
    """Give a folder from the top of the repository, as annotations on GitHub name it; empty outside a run there."""
    top = os.environ.get("GITHUB_WORKSPACE")
    root = Path(top).resolve() if top else None
    return f"{folder.relative_to(root).as_posix()}/" if root and folder.is_relative_to(root) else ""
