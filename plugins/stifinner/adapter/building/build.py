"""Build a site with MkDocs beside the old one, check the result, and only then exchange the two."""

import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from ..git.repository import find_commit_time
from ..plugin import StifinnerPlugin
from .alone import build_alone
from .exchange import (
    Places,
    RefusedError,
    clear_away,
    exchange,
    refuse_other_folders,
    refuse_sources,
    repair,
)
from .from_disk import make_openable
from .site_check import SiteProblem, check_site, count_pages

PREVIEW = "forhandsvisning"
"""Folder of a preview, beside the site's."""
_OUR_LOGGER = "mkdocs.plugins.stifinner"
"""Logger of our plugin. Its messages at level INFO are advice and shown; MkDocs' own at that level are not."""


@dataclass(frozen=True)
class Built:
    """A site that was built and put in its place."""

    folder: Path
    pages: int
    seconds: float
    messages: tuple[str, ...]
    """Advice on the content, and, where the build was not strict, warnings."""
    left: Path | None = None
    """Folder of the old site, where it could not be removed."""


class BuildFailedError(Exception):
    """The build failed, and the old site was not changed.

    ``messages``: what is wrong, for people; ``problems``: faults of ours in the site that was built; ``crash``: a fault
    of ours, or, as an ``OSError`` or ``MemoryError``, one of the machine; ``sources``: page in the site → content file.
    """

    def __init__(
        self,
        messages: tuple[str, ...] = (),
        problems: tuple[SiteProblem, ...] = (),
        crash: Exception | None = None,
        sources: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__("\n".join(messages))
        self.sources: Mapping[str, str] = sources or {}
        self.messages = messages
        self.problems = problems
        self.crash = crash


def build_site(
    config_file: Path,
    site_dir: Path | None = None,
    *,
    strict: bool = True,
    preview: bool = False,
    patience: float = 0,
    on_wait: Callable[[Path], None] = lambda _: None,
) -> Built:
    """Build the portal of ``config_file`` into ``site_dir`` (None: the folder that the settings name).

    ``strict``: warnings of MkDocs stop the build; ``preview``: make a site that opens from disk and says on every page
    that it is a preview, in a folder of its own; ``patience``: seconds to wait for another build into the folder;
    ``on_wait``: called with the folder before waiting.
    Raises ``BuildFailedError``, or ``RefusedError`` for a folder that can't be built into; the old site is untouched.
    """
    start = time.monotonic()
    with failures_told() as messages:
        settle_environment(config_file.parent)
        config = load_config(str(config_file), strict=strict)
        places = find_places(config, site_dir, preview=preview)
        if ours := _our_plugin(config):
            ours.is_preview = preview
        with build_alone(places, patience=patience, on_wait=on_wait):
            repair(places)
            refuse_other_folders(places)
            try:
                render_site(config, places.next)
                pages = _check(config, places.next, preview=preview)
                cleared = exchange(places)
            finally:
                clear_away(places.next)
    left = next((place for place in (places.next, places.old) if not cleared and place.exists()), None)
    return Built(places.site, pages, time.monotonic() - start, tuple(messages), left)


def find_places(config: MkDocsConfig, site_dir: Path | None = None, *, preview: bool = False) -> Places:
    """Give the folders that the site is built in. Raises ``SourceInTheWayError`` for one that holds its sources."""
    chosen = Path(config.site_dir)
    places = Places.beside(site_dir or (chosen.with_name(PREVIEW) if preview else chosen))
    own = filter(None, [config.theme.custom_dir])
    refuse_sources(places, [*_home(), Path(config.config_file_path)], [Path(config.docs_dir), *map(Path, own)])
    return places


def _home() -> Iterator[Path]:
    """Give the person's home folder, if there is one."""
    with suppress(RuntimeError):
        yield Path.home()


def _check(config: MkDocsConfig, folder: Path, *, preview: bool) -> int:
    """Check the site that was built; returns the number of its pages. Raises ``BuildFailedError``."""
    problems = check_site(folder, config.site_url or "")
    if preview and not problems:
        make_openable(folder)
        problems = check_site(folder, from_disk=True)
    if problems:
        ours = _our_plugin(config)
        raise BuildFailedError(problems=tuple(problems), sources=ours.sources if ours else {})
    return count_pages(folder)


def render_site(config: MkDocsConfig, folder: Path) -> None:
    """Let MkDocs write the site into ``folder``."""
    config.site_dir = str(folder)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        build(config)
    finally:
        config.plugins.on_shutdown()


def _our_plugin(config: MkDocsConfig) -> StifinnerPlugin | None:
    """Find our plugin; None where the settings do not name it."""
    plugin = config.plugins.get("stifinner")
    return plugin if isinstance(plugin, StifinnerPlugin) else None


@contextmanager
def failures_told() -> Iterator[list[str]]:
    """Collect warnings of MkDocs and its plugins in the list given, and turn any failure into ``BuildFailedError``."""
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
        # MkDocs has logged why it stops; the exception itself only has the number of warnings.
        raise BuildFailedError(tuple(collector.messages) or (error.format_message(),)) from None
    except MkDocsException as error:
        raise BuildFailedError((*collector.messages, error.format_message())) from None
    except (BuildFailedError, RefusedError):
        raise
    except Exception as error:
        # MkDocs logs such an error too; its message would say the same twice.
        told = (message for message in collector.messages if str(error) not in message)
        raise BuildFailedError(tuple(told), crash=error) from error
    finally:
        logger.removeHandler(collector)
        logger.setLevel(level)
        logger.propagate = propagate


def settle_environment(folder: Path) -> None:
    """Set environment variables: no notice of MkDocs' next version, and the last commit's time as the build's."""
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
