"""The command line: it asks whoever knows, and says how it went.

The adapter is imported where it is asked, so that what needs no MkDocs works without it.
"""

import signal
import sys
import tempfile
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .phrases import LANGUAGES, load_phrases
from .portal import build_portal
from .problems import has_errors, show_problems
from .settings import UnreadableSettingsError, find_language, read_settings
from .shipped import pictures_in, theme_folders
from .starter.start import NameNotUsableError, NotEmptyError, start_portal
from .write import write_portal

if TYPE_CHECKING:
    from .adapter.build import BuildFailedError

_WORDS: dict[str, Any] = load_phrases(find_language(Path("mkdocs.yml")))["cli"]


def _existing(_context: click.Context, _option: click.Parameter, path: Path) -> Path:
    if not path.is_file():
        sys.exit(_WORDS["no_settings"].format(file=path))
    return path


_config_file = click.option(
    "--config-file",
    "-f",
    type=click.Path(path_type=Path),
    default="mkdocs.yml",
    callback=_existing,
    help=_WORDS["help"]["config_file"],
)
_with_traceback = click.option("--traceback", "with_traceback", is_flag=True, help=_WORDS["help"]["traceback"])


@click.group(help=_WORDS["help"]["stifinner"])
def main() -> None:
    """``stifinner``."""


@main.command(help=_WORDS["help"]["build"])
@_config_file
@click.option("--site-dir", "-d", type=click.Path(path_type=Path), help=_WORDS["help"]["site_dir"])
@_with_traceback
def build(config_file: Path, site_dir: Path | None, with_traceback: bool) -> None:
    """``stifinner build``."""
    from .adapter.build import BuildFailedError, build_site
    from .adapter.exchange import NotASiteError

    try:
        built = build_site(config_file, site_dir)
    except BuildFailedError as error:
        _tell_failure(error, with_traceback=with_traceback)
        sys.exit(_WORDS["not_built"])
    except NotASiteError as error:
        sys.exit(_WORDS["not_a_site"].format(folder=error))
    except OSError as error:
        sys.exit(_WORDS["no_access"].format(folder=error.filename, reason=error.strerror))
    for message in built.messages:
        click.echo(message, err=True)
    seconds = f"{built.seconds:.1f}".replace(".", _WORDS["decimal_sign"])
    click.echo(_WORDS["built"].format(pages=built.pages, seconds=seconds, folder=_shown(built.folder)))


@main.command(help=_WORDS["help"]["check"])
@_config_file
@_with_traceback
def check(config_file: Path, with_traceback: bool) -> None:
    """``stifinner check``."""
    from .adapter.build import BuildFailedError, build_site

    with tempfile.TemporaryDirectory(prefix="stifinner-") as folder:
        try:
            built = build_site(config_file, Path(folder) / "site")
        except BuildFailedError as error:
            _tell_failure(error, with_traceback=with_traceback)
            sys.exit(_WORDS["not_in_order"])
    for message in built.messages:
        click.echo(message, err=True)
    click.echo(_WORDS["in_order"].format(pages=built.pages))


@main.command(help=_WORDS["help"]["write"])
@click.argument("folder", type=click.Path(path_type=Path))
@_config_file
def write(folder: Path, config_file: Path) -> None:
    """``stifinner write``."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        sys.exit(_WORDS["not_empty"].format(folder=folder))
    try:
        settings = read_settings(config_file)
    except UnreadableSettingsError as error:
        sys.exit(_WORDS["unreadable_settings"].format(file=config_file, reason=error))
    if settings.language not in LANGUAGES:
        sys.exit(_WORDS["unknown_language"].format(language=settings.language, choices=", ".join(LANGUAGES)))
    themes = theme_folders(settings.theme)
    portal = build_portal(
        settings.content, name=settings.name, language=settings.language, pictures=pictures_in(themes)
    )
    if portal.problems:
        click.echo(show_problems(portal.problems, portal.phrases), err=True)
    if has_errors(portal.problems):
        sys.exit(_WORDS["not_written"])
    pages = write_portal(portal, settings.content, themes, folder)
    click.echo(_WORDS["written"].format(pages=pages, folder=_shown(folder.resolve())))


@main.group(help=_WORDS["help"]["new"])
def new() -> None:
    """``stifinner new``."""


@new.command(help=_WORDS["help"]["new_portal"])
@click.argument("folder", type=click.Path(path_type=Path), default="portal")
@click.option("--name", prompt=_WORDS["ask_name"], help=_WORDS["help"]["name"])
@click.option("--organisation", prompt=_WORDS["ask_organisation"], help=_WORDS["help"]["organisation"])
def portal(folder: Path, name: str, organisation: str) -> None:
    """``stifinner new portal``."""
    from .adapter.origin import find_origin

    origin = find_origin()
    try:
        start_portal(folder, name, organisation, origin)
    except NotEmptyError as error:
        sys.exit(_WORDS["in_the_way"].format(files=", ".join(error.names), folder=folder))
    except NameNotUsableError as error:
        sys.exit(_WORDS["name_not_usable"].format(name=error))
    click.echo(_WORDS["started"].format(name=name, folder=_shown(folder.resolve())))
    if "file:" in origin:
        click.echo(_WORDS["only_here"])


@main.command(help=_WORDS["help"]["serve"])
@_config_file
@click.option("--port", "-p", type=click.IntRange(1, 65535), default=8000, help=_WORDS["help"]["port"])
@_with_traceback
def serve(config_file: Path, port: int, with_traceback: bool) -> None:
    """``stifinner serve``."""
    from .adapter.build import BuildFailedError
    from .adapter.serve import Reports, serve_site

    def tell_ready(url: str) -> None:
        click.echo(_WORDS["serving"].format(url=url))

    def tell_built(messages: tuple[str, ...]) -> None:
        for message in messages:
            click.echo(message, err=True)
        click.echo(_WORDS["mend_it"] if messages else _WORDS["rebuilt"])

    def tell_failed(error: "BuildFailedError") -> str:
        text = _tell_failure(error, with_traceback=with_traceback)
        click.echo(_WORDS["mend_it"])
        return text

    # Being ended is the same as being stopped by hand: what was made meanwhile is cleared away.
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, signal.default_int_handler)
    click.echo(_WORDS["starting"])
    try:
        serve_site(config_file, port, Reports(tell_ready, tell_built, tell_failed))
    except BuildFailedError as error:
        _tell_failure(error, with_traceback=with_traceback)
        sys.exit(1)
    click.echo(_WORDS["stopped"])


def _tell_failure(error: "BuildFailedError", *, with_traceback: bool) -> str:
    """Say what went wrong, and give back what was said."""
    causes = _WORDS["site_problems"]
    told = list(error.messages)
    told += [f"{at.page}:{at.line}: {causes[at.code].format(subject=at.subject)}" for at in error.problems]
    if error.crash:
        if with_traceback:
            traceback.print_exception(error.crash)
        told.append(_WORDS["crashed"].format(kind=type(error.crash).__name__, error=error.crash))
    text = "\n".join(told)
    click.echo(text, err=True)
    return text


def _shown(folder: Path) -> str:
    """The folder as a person would write it from where they stand."""
    here = Path.cwd()
    return f"{folder.relative_to(here).as_posix()}/" if folder.is_relative_to(here) else str(folder)
