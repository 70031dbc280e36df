"""MkDocs, called from Python: builds beside the old site, checks the result, and only then exchanges the two."""

import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from .exchange import Places, discard_next, exchange, refuse_other_folders, repair
from .from_disk import make_openable
from .plugin import StifinnerPlugin
from .repository import find_commit_time
from .site_check import SiteProblem, check_site, count_pages

PREVIEW = "forhandsvisning"
"""Folder of a preview, beside the site's."""
_OUR_LOGGER = "mkdocs.plugins.stifinner"
"""Our plugin tells advice, which stops nothing, as information; MkDocs' own information is chatter."""


@dataclass(frozen=True)
class Built:
    """A site that stands."""

    folder: Path
    pages: int
    seconds: float
    messages: tuple[str, ...]
    """Advice on the content, and, where the build was not strict, warnings."""


class BuildFailedError(Exception):
    """Nothing was changed.

    ``messages`` are for people; ``problems`` were found in the site that was built; ``crash`` is a fault of ours.
    """

    def __init__(
        self,
        messages: tuple[str, ...] = (),
        problems: tuple[SiteProblem, ...] = (),
        crash: Exception | None = None,
    ) -> None:
        super().__init__("\n".join(messages))
        self.messages = messages
        self.problems = problems
        self.crash = crash


def build_site(config_file: Path, site_dir: Path | None = None, *, strict: bool = True, preview: bool = False) -> Built:
    """Build the portal of ``config_file`` into ``site_dir`` (or where it says itself).

    ``preview``: one that opens from disk and says on every page what it is; it has a folder of its own.
    Raises ``BuildFailedError``, or ``NotASiteError`` for a folder that is not a site; the old site is then untouched.
    """
    start = time.monotonic()
    settle_environment(config_file.parent)
    with failures_told() as messages:
        config = load_config(str(config_file), strict=strict)
    chosen = Path(config.site_dir)
    places = Places.beside(site_dir or (chosen.with_name(PREVIEW) if preview else chosen))
    repair(places)
    refuse_other_folders(places)
    try:
        with failures_told() as messages:
            _say_preview(config, preview=preview)
            render_site(config, places.next)
        problems = check_site(places.next, config.site_url or "")
        if preview and not problems:
            make_openable(places.next)
            problems = check_site(places.next, from_disk=True)
        if problems:
            raise BuildFailedError(problems=tuple(problems))
        pages = count_pages(places.next)
        exchange(places)
    finally:
        discard_next(places)
    return Built(places.site, pages, time.monotonic() - start, tuple(messages))


def render_site(config: MkDocsConfig, folder: Path) -> None:
    """Let MkDocs write the site into ``folder``."""
    config.site_dir = str(folder)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def _say_preview(config: MkDocsConfig, *, preview: bool) -> None:
    """Tell our plugin whether it makes a preview."""
    plugin = config.plugins.get("stifinner")
    if isinstance(plugin, StifinnerPlugin):
        plugin.is_preview = preview


@contextmanager
def failures_told() -> Iterator[list[str]]:
    """Collect what MkDocs and its plugins warn of, leave out their chatter, and make any failure a BuildFailedError."""
    collector = _Collector()
    logger, ours = logging.getLogger("mkdocs"), logging.getLogger(_OUR_LOGGER)
    level, propagate = logger.level, logger.propagate
    logger.addHandler(collector)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    ours.setLevel(logging.INFO)
    try:
        yield collector.messages
    except Abort as error:
        # MkDocs has logged what it aborts for; the exception itself only counts.
        raise BuildFailedError(tuple(collector.messages) or (error.format_message(),)) from None
    except MkDocsException as error:
        raise BuildFailedError((*collector.messages, error.format_message())) from None
    except Exception as error:
        raise BuildFailedError(tuple(collector.messages), crash=error) from error
    finally:
        logger.removeHandler(collector)
        logger.setLevel(level)
        logger.propagate = propagate


def settle_environment(folder: Path) -> None:
    """Silence MkDocs' notice about its next version, and date the build by the last commit rather than by today."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    if committed := find_commit_time(folder):
        os.environ.setdefault("SOURCE_DATE_EPOCH", committed)


class _Collector(logging.Handler):
    """Keeps each message once, in order, without the name that MkDocs sets before a plugin's."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage().removeprefix("stifinner: ")
        if message not in self.messages:
            self.messages.append(message)
