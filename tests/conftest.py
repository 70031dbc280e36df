"""What tests share: the portal built once for all of them, a server for it, and a browser."""

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from chromium import ARGUMENTS, MISSING, find_chromium
from commands import CAN_FORK, Done, run_anew, run_forked
from effort import THOROUGH

ROOT = Path(__file__).parent.parent
SITE_URL = "https://portal.example/"
"""Where the portal of the tests pretends to stand: a domain of its own …"""
REPO_SITE_URL = "https://eier.example/portal/"
"""… or a folder of one, as on GitHub Pages."""
COPY = {
    "GITHUB_REPOSITORY": "eier/portal",
    "GITHUB_SERVER_URL": "https://github.example",
    "GITHUB_REF_NAME": "kopi",
    "GITHUB_REF_TYPE": "branch",
}
"""What is said where a copy of the repository, under a name of its own, is built there."""

_ABOUT_THE_SAMPLE = {"sample", "mistakes"}
"""Folders whose tests are all about the sample portal."""


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def run_stifinner() -> Callable[..., Done]:
    """Run ``stifinner`` as a person would, in a folder of their own; in a process from nothing where that is asked."""

    def run(*words: str, cwd: Path = ROOT, anew: bool = THOROUGH or not CAN_FORK, **environ: str) -> Done:
        plain = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
        start = run_anew if anew else run_forked
        return start("stifinner", *words, cwd=cwd, environ={**plain, "PYTHONUTF8": "1", **environ})

    return run


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of all test processes."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def build_once(shared_folder: Path, run_stifinner: Callable[..., Done]) -> Callable[..., Path]:
    """Build the portal into a folder that all test processes share; the first to ask builds it."""

    def build(name: str, site_url: str, *options: str, **environ: str) -> Path:
        site = shared_folder / name
        with _alone(shared_folder / f"{name}.asked"):
            if not site.exists():
                command = ("build", "--traceback", "--site-dir", str(site), *options)
                built = run_stifinner(*command, SITE_URL=site_url, **environ)
                assert built.returncode == 0, built.stdout + built.stderr
        return site

    return build


@pytest.fixture(scope="session")
def build_written(shared_folder: Path, run_stifinner: Callable[..., Done]) -> Callable[..., Path]:
    """Build a portal that a test writes, once for all test processes; the folder it lies in, with its ``site/``."""

    def build(name: str, write: Callable[[Path], object], site_url: str = "") -> Path:
        folder = shared_folder / f"written-{name}"
        with _alone(shared_folder / f"{name}.asked"):
            if not folder.exists():
                folder.mkdir()
                write(folder)
                built = run_stifinner("build", "--traceback", cwd=folder, SITE_URL=site_url)
                assert built.returncode == 0, built.stdout + built.stderr
        return folder

    return build


@pytest.fixture(scope="session")
def built_site(build_once: Callable[[str, str], Path]) -> Path:
    """The portal, built for a domain of its own."""
    return build_once("site", SITE_URL)


@pytest.fixture(scope="session")
def built_site_under_repo(build_once: Callable[..., Path]) -> Path:
    """The portal, built in a copy of the repository for ``/portal/`` under a shared domain."""
    return build_once("site-under-repo", REPO_SITE_URL, **COPY)


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


hypothesis.settings.register_profile("usual", derandomize=True, database=None, deadline=None)
hypothesis.settings.register_profile("thorough", max_examples=1000, print_blob=True, database=None, deadline=None)
hypothesis.settings.load_profile("thorough" if THOROUGH else "usual")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Commands can be interrupted, where this runs in the background too; whatever is drawn follows from one number."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if THOROUGH and not config.option.hypothesis_seed:
        config.option.hypothesis_seed = os.environ["SEED"]


def pytest_report_header() -> list[str]:
    """Say what is drawn from, and where a part of the tests is not for this content."""
    seed = [f"thorough, drawn from SEED={os.environ['SEED']}"] if THOROUGH else []
    return seed + ([] if has_sample() else ["content/ is not the sample: tests of the sample are left out"])


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Whatever asks for a browser, a command or the built portal is marked so, and need not be marked by hand.

    A test that asks for the built portal is about the sample, unless it is marked as one that holds for any content.
    Where other content lies, tests of the sample are not skipped, which would mean that something could not be tried:
    they are not chosen at all, since there is nothing that they are about. Nor is what only a thorough run tries.
    """
    for item in items:
        wanted = set(getattr(item, "fixturenames", ()))
        if "chromium" in wanted:
            item.add_marker("browser")
        if wanted & {"build_once", "build_written", "run_stifinner"}:
            item.add_marker("slow")
        about = item.path.parent.name in _ABOUT_THE_SAMPLE or "build_once" in wanted
        if about and not item.get_closest_marker("any_content"):
            item.add_marker("sample")
    unwanted = [*([] if has_sample() else ["sample"]), *([] if THOROUGH else ["thorough"])]
    left_out = {item for item in items if any(map(item.get_closest_marker, unwanted))}
    if left_out:
        config.hook.pytest_deselected(items=list(left_out))
        items[:] = [item for item in items if item not in left_out]


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI nothing may be skipped: what was not tried does not count as working."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
