"""The command ``stifinner gaps``."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import click

from ..content import read_content
from ..files.shipped import pictures_in, theme_folders
from ..language.phrases import load_phrases
from ..problems.echo import one_line
from ..problems.problem import has_errors
from ..views.kinds import missing_by_kind
from ..views.pages.gaps import GapGroup, GapLine, compose_gaps_page
from ..views.parts.composer import Composer
from .options import WORDS, config_file_option, settings_of, shown_folder


@click.command(help=WORDS["help"]["gaps"])
@config_file_option
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json"]),
    default="text",
    help=WORDS["help"]["gaps_format"],
)
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), metavar=WORDS["date_pattern"], help=WORDS["help"]["gaps_today"]
)
def gaps(config_file: Path, format_name: str, today: datetime | None) -> None:
    """List what is still missing in the content, programme by programme."""
    settings = settings_of(config_file)
    phrases = load_phrases(settings.language)
    pictures = pictures_in(theme_folders(settings.theme))
    content = read_content(settings.content, phrases, pictures=pictures, drafts="marked")
    if has_errors(content.problems):
        sys.exit(WORDS["mend_first"])
    page = compose_gaps_page(Composer(content.graph, phrases), missing_by_kind())
    day = today.date().isoformat() if today else ""
    folder = shown_folder(settings.content.resolve())
    shared = phrases["words"]["gaps_page"]["shared"]
    if format_name == "json":
        listed = [_data(group, day, folder) for group in page.groups]
        click.echo(json.dumps({"programmes": listed}, ensure_ascii=False, indent=2))
    elif page.groups:
        click.echo("\n\n".join("\n".join(_text(group, day, folder, shared)) for group in page.groups))
    else:
        click.echo(page.lede)


def _next_first(lines: Iterable[GapLine], today: str) -> list[GapLine]:
    """Put the line of the next gathering first. ``today``: ISO 8601; empty: the lines stay as they are."""
    lines = list(lines)
    ahead = (
        line for line in lines if today and line.date and line.date.known == "day" and (line.date.end or "") >= today
    )
    following = next(ahead, None)
    return sorted(lines, key=lambda line: line is not following)


def _text(group: GapGroup, today: str, folder: str, shared: str) -> Iterator[str]:
    """Give the lines of a programme's gaps. ``shared``: title of the group that belongs to no programme."""
    yield one_line(group.programme.name) if group.programme else shared
    for line in _next_first(group.lines, today):
        date = f" ({line.date.brief})" if line.date else ""
        yield f"  {line.kind}: {one_line(line.item.text)}{date}"
        yield f"    {', '.join(line.missing)}"
        yield f"    {one_line(folder + line.source)}"


def _data(group: GapGroup, today: str, folder: str) -> dict[str, object]:
    """Give a programme's gaps as data for JSON. ``folder``: of the content, ending with «/»."""
    return {
        "programme": group.programme.id if group.programme else None,
        "gaps": [
            {
                "path": one_line(folder + line.source),
                "kind": line.kind,
                "name": one_line(line.item.text),
                "start": line.date.start if line.date else None,
                "end": line.date.end if line.date else None,
                "missing": list(line.missing),
            }
            for line in _next_first(group.lines, today)
        ],
    }
