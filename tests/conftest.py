"""What tests share: the portal built once for all of them, a server for it, and a browser."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, sync_playwright

from chromium import ARGUMENTS, MISSING, find_chromium

ROOT = Path(__file__).parent.parent
SITE_URL = "https://portal.example/"
"""Where the portal of the tests pretends to stand: a domain of its own …"""
REPO_SITE_URL = "https://eier.example/portal/"
"""… or a folder of one, as on GitHub Pages."""

_ABOUT_THE_SAMPLE = {"sample", "mistakes"}
"""Folders whose tests are all about the sample portal."""


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def run_stifinner() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run ``stifinner`` as a person would, in a folder of their own."""

    def run(*words: str, cwd: Path = ROOT, **environ: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "stifinner", *words]
        plain = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
        settings = {**plain, "PYTHONUTF8": "1", **environ}
        return subprocess.run(command, cwd=cwd, env=settings, capture_output=True, encoding="utf-8", check=False)

    return run


@pytest.fixture(scope="session")
def build_once(
    tmp_path_factory: pytest.TempPathFactory, run_stifinner: Callable[..., subprocess.CompletedProcess[str]]
) -> Callable[..., Path]:
    """Build the portal into a folder that all test processes share; the first to ask builds it."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared

    def build(name: str, site_url: str, *options: str) -> Path:
        site = shared / name
        with _alone(shared / f"{name}.asked"):
            if not site.exists():
                built = run_stifinner("build", "--traceback", "--site-dir", str(site), *options, SITE_URL=site_url)
                assert built.returncode == 0, built.stdout + built.stderr
        return site

    return build


@pytest.fixture(scope="session")
def built_site(build_once: Callable[[str, str], Path]) -> Path:
    """The portal, built for a domain of its own."""
    return build_once("site", SITE_URL)


@pytest.fixture(scope="session")
def built_site_under_repo(build_once: Callable[[str, str], Path]) -> Path:
    """The portal, built for ``/portal/`` under a shared domain."""
    return build_once("site-under-repo", REPO_SITE_URL)


@pytest.fixture(scope="session")
def portal_url(built_site: Path) -> Iterator[str]:
    """The portal on a web server at ``/``."""
    with served(built_site) as url:
        yield url


@pytest.fixture(scope="session")
def portal_url_under_repo(built_site_under_repo: Path) -> Iterator[str]:
    """The portal on a web server at ``/portal/``."""
    with served(built_site_under_repo, "/portal/") as url:
        yield url


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser to test in; without one the test is skipped, and the reason says how to get it."""
    found = find_chromium()
    if found is None:
        pytest.skip(MISSING)
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for all tests of a process; each test opens a context of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield browser
        browser.close()


class _Handler(SimpleHTTPRequestHandler):
    """A folder under a path, with the portal's own 404 page."""

    def __init__(self, *args: object, mount: str, directory: str) -> None:
        self.mount = mount
        super().__init__(*args, directory=directory)

    def translate_path(self, path: str) -> str:
        if not path.startswith(self.mount):
            return str(Path(self.directory) / "finnes-ikke")
        return super().translate_path("/" + path.removeprefix(self.mount))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, *args: object) -> None:
        """Tests are quiet."""


@contextmanager
def served(folder: Path, mount: str = "/") -> Iterator[str]:
    """The address of a web server that shows ``folder`` under ``mount``."""
    handler = partial(_Handler, mount=mount, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{mount}"
        server.shutdown()


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One process at a time."""
    while True:
        try:
            lock.touch(exist_ok=False)
            break
        except FileExistsError:
            time.sleep(0.1)
    try:
        yield
    finally:
        lock.unlink()


def has_sample() -> bool:
    """Whether the content is the sample that comes with the repository: the front page says so itself."""
    front = ROOT / "content" / "index.md"
    return front.is_file() and bool(re.search(r"^eksempel: ja$", front.read_text(encoding="utf-8"), re.MULTILINE))


def pytest_report_header() -> str:
    """Say it where a part of the tests is not for this content."""
    return "" if has_sample() else "content/ is not the sample: tests of the sample are left out"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Whatever asks for a browser or for the built portal is marked so, and need not be marked by hand.

    A test that asks for the built portal is about the sample, unless it is marked as one that holds for any content.
    Where other content lies, tests of the sample are not skipped, which would mean that something could not be tried:
    they are not chosen at all, since there is nothing that they are about.
    """
    for item in items:
        wanted = set(getattr(item, "fixturenames", ()))
        if "chromium" in wanted:
            item.add_marker("browser")
        if "build_once" in wanted:
            item.add_marker("slow")
        about = item.path.parent.name in _ABOUT_THE_SAMPLE or "build_once" in wanted
        if about and not item.get_closest_marker("any_content"):
            item.add_marker("sample")
    if not has_sample():
        left_out = [item for item in items if item.get_closest_marker("sample")]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker("sample")]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI nothing may be skipped: what was not tried does not count as working."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
