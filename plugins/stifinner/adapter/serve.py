"""Serve the portal on a person's own machine: it is built again at every change.

While the content has errors, the last good pages are shown, with the errors on top.
"""

import html
import logging
import re
import socket
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import _SCRIPT_TEMPLATE, LiveReloadServer, _serve_url, _timestamp
from watchdog.utils.dirsnapshot import EmptyDirectorySnapshot

from ..files.settings import find_language
from .building.alone import repair_left
from .building.build import (
    BuildFailedError,
    failures_told,
    find_places,
    settle_environment,
)
from .building.exchange import Places, RefusedError, exchange
from .plugin import StifinnerPlugin

HOST = "127.0.0.1"
_SCRIPT = re.compile(r"/livereload/(?P<epoch>\d+)/(?P<request>\d+)\.js")
_STAND_IN = (
    "<!doctype html><html lang='{language}'><meta charset='utf-8'>"
    "<title>Stifinner</title><body><pre>{text}</pre></body>"
)


@dataclass(frozen=True)
class Reports:
    """Functions that are called when something happens."""

    on_ready: Callable[[str], None]
    """Called with the portal's address, when it is served."""
    on_built: Callable[[tuple[str, ...]], None]
    """Called with the warnings, after each build that succeeded."""
    on_failed: Callable[[BuildFailedError], str]
    """Called after a build that failed; returns the text that was shown. The earlier site still stands."""


class PortalServer(LiveReloadServer):
    """MkDocs' own server, with its script in a file of its own: the pages' policy forbids scripts in the page."""

    on_watching: Callable[[], None]
    """Called when the folders are watched, so that no later change is missed."""

    def _build_loop(self) -> None:
        """Build at every change, once ``on_watching`` has been called. Replaces MkDocs' own method."""
        # Each watcher first reads its folder in a thread of its own; before that it sees no change.
        while any(emitter.is_alive() and not _has_looked(emitter) for emitter in self.observer.emitters):
            time.sleep(0.02)
        self.on_watching()
        super()._build_loop()  # type: ignore[no-untyped-call]

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        """Put a link to the script that reloads the page at its end. Replaces MkDocs' own method."""
        before, body, after = content.rpartition(b"</body>")
        script = f'<script src="/livereload/{epoch}/{_timestamp()}.js"></script>'
        return before + script.encode() + body + after

    def _serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes] | None:
        """Serve that script, and everything else as MkDocs does. Replaces MkDocs' own method."""
        if match := _SCRIPT.fullmatch(environ["PATH_INFO"]):
            start_response("200 OK", [("Content-Type", "text/javascript")])
            script = _SCRIPT_TEMPLATE.substitute(epoch=match["epoch"], request_id=match["request"])
            return [script.encode()]
        answer: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        return answer


def _has_looked(emitter: Any) -> bool:
    """Tell whether a watcher (watchdog's emitter) has read its folder once."""
    return not isinstance(emitter._snapshot, EmptyDirectorySnapshot)


@dataclass
class Preview:
    """A portal that is built again and again into one folder."""

    config_file: Path
    places: Places
    reports: Reports
    address: str = field(default="", init=False)
    """URL that it is served at; known after ``load``."""

    def load(self, port: int) -> MkDocsConfig:
        """Read the settings for the first time, and note the address that follows from them."""
        config = load_config(str(self.config_file), dev_addr=f"{HOST}:{port}")
        self.address = _serve_url(HOST, port, urlsplit(config.site_url or "/").path)
        return config

    def build(self, config: MkDocsConfig | None = None) -> None:
        """Build once. A failure is reported, and the earlier site stays.

        ``config``: settings that were just read; None: they are read again.
        """
        try:
            with failures_told() as messages:
                config = config or load_config(str(self.config_file))
                config.site_url = self.address
                config.site_dir = str(self.places.next)
                build(config, serve_url=self.address)
                exchange(self.places)
                _reuse(config, self.places.site)
        except BuildFailedError as error:
            message = self.reports.on_failed(error)
            if not self.places.site.exists():
                self._write_stand_in(message)
        else:
            self.reports.on_built(tuple(messages))

    def not_found_page(self, code: int) -> bytes | None:
        """Give what the server answers for an error, such as 404; None where the site has no such page."""
        page = self.places.site / f"{code}.html"
        return page.read_bytes() if page.is_file() else None

    def _write_stand_in(self, message: str) -> None:
        """Write a page to look at until a first build succeeds; then the browser loads the portal by itself."""
        self.places.site.mkdir()
        page = _STAND_IN.format(language=find_language(self.config_file), text=html.escape(message))
        (self.places.site / "index.html").write_text(page, encoding="utf-8")


def _reuse(config: MkDocsConfig, site: Path) -> None:
    """Let our plugin take unchanged pages from the site that was just built."""
    plugin = config.plugins.get("stifinner")
    if isinstance(plugin, StifinnerPlugin):
        plugin.reuse(site)


def serve_site(config_file: Path, port: int, reports: Reports) -> None:
    """Serve the portal until the person stops it. Raises ``BuildFailedError`` if the settings cannot be read."""
    settle_environment(config_file.parent)
    logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="stifinner-") as folder:
        preview = Preview(config_file, Places.beside(Path(folder) / "site"), reports)
        with failures_told():
            config = preview.load(find_port(port))
            with suppress(RefusedError, OSError):
                repair_left(find_places(config))
            config.plugins.on_startup(command="serve", dirty=False)
        preview.build(config)
        _serve(preview, config)
        config.plugins.on_shutdown()


def _serve(preview: Preview, config: MkDocsConfig) -> None:
    """Watch content, settings and theme, and serve until Ctrl+C."""
    url = urlsplit(preview.address)
    ours = PortalServer(preview.build, HOST, url.port or 0, str(preview.places.site), url.path)
    ours.on_watching = lambda: preview.reports.on_ready(preview.address)
    server: LiveReloadServer = ours
    server.error_handler = preview.not_found_page
    for watched in (config.docs_dir, config.config_file_path, *config.theme.dirs):
        server.watch(watched)
    server = config.plugins.on_serve(server, config=config, builder=preview.build)
    for watched in config.watch:
        server.watch(watched)
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()


def find_port(wanted: int) -> int:
    """Find a free port: the one that is wanted, or the first of the next 20. If none is free, the one wanted."""
    for port in range(wanted, wanted + 20):
        with socket.socket() as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                trial.bind((HOST, port))
            except OSError:
                continue
            return port
    return wanted
