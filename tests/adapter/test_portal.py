"""The real portal, built and served as a person does it."""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from adapter.served import Served
from adapter.small_site import fingerprint, write
from browser.small_portal import write_beside
from commands import run_anew
from core.builder import SMALLEST
from effort import THOROUGH
from stifinner.adapter.building.site_check import check_site
from stifinner.adapter.git.repository import find_commit_time

pytestmark = [pytest.mark.slow, pytest.mark.any_content]

Run = Callable[..., subprocess.CompletedProcess[str]]
SITE_URL = "https://portal.example/"
BROKEN = "---\ndattoo: 1. november 2022\n---\n# Uten mål og mening\n"
BROKEN_FILE = "uten-mening.md"


@pytest.fixture
def portal(root: Path, tmp_path: Path) -> Path:
    """A portal that a test may write in: a small one, or where tests are thorough a copy of this one."""
    folder = tmp_path / "portal"
    write_beside(folder, root, {} if THOROUGH else SMALLEST)
    if THOROUGH:
        shutil.copytree(root / "content", folder / "content", dirs_exist_ok=True)
    return folder


@pytest.fixture
def served(portal: Path) -> Iterator[Served]:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    served = Served(portal, port)
    yield served
    served.stop()


def run_mkdocs(folder: Path, site: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return run_anew(
        "mkdocs", "build", "--strict", "--site-dir", str(site), cwd=folder, environ={**os.environ, **environ}
    )


@pytest.mark.thorough
def test_two_builds_are_the_same_byte_for_byte(built_site: Path, run_stifinner: Run, tmp_path: Path) -> None:
    again = tmp_path / "igjen"
    assert run_stifinner("build", "--site-dir", str(again), SITE_URL=SITE_URL).returncode == 0
    assert fingerprint(again) == fingerprint(built_site)


def test_everything_holds_on_a_domain_of_its_own(built_site: Path) -> None:
    assert check_site(built_site, SITE_URL) == []


def test_everything_holds_in_a_folder_of_a_shared_domain(built_site_under_repo: Path) -> None:
    assert check_site(built_site_under_repo, "https://eier.example/portal/") == []


def test_a_copy_on_github_follows_its_own_name(portal: Path, run_stifinner: Run) -> None:
    done = run_stifinner("build", cwd=portal, GITHUB_REPOSITORY="Fylket/laering", GITHUB_REF_NAME="hoved")
    assert done.returncode == 0, done.stderr
    front = (portal / "site/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://fylket.github.io/laering/"' in front
    assert 'href="https://github.com/Fylket/laering/edit/hoved/content/index.md"' in front


def test_bare_mkdocs_builds_the_same_portal_byte_for_byte(root: Path, built_site: Path, tmp_path: Path) -> None:
    done = run_mkdocs(root, tmp_path / "site", SITE_URL=SITE_URL, SOURCE_DATE_EPOCH=find_commit_time(root))
    assert done.returncode == 0, done.stderr
    assert fingerprint(tmp_path / "site") == fingerprint(built_site)


def test_a_mistake_in_the_content_stops_bare_mkdocs_before_it_empties_the_site(portal: Path, tmp_path: Path) -> None:
    write(tmp_path / "site" / "index.html", "gammel")
    write(portal / "content" / BROKEN_FILE, BROKEN)
    done = run_mkdocs(portal, tmp_path / "site")
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert f"{BROKEN_FILE}:2:1" in done.stderr
    assert fingerprint(tmp_path / "site").keys() == {"index.html"}


def test_a_mistake_in_the_content_leaves_the_old_site_and_is_told(portal: Path, run_stifinner: Run) -> None:
    write(portal / "site" / "index.html", "gammel")
    write(portal / "content" / BROKEN_FILE, BROKEN)
    done = run_stifinner("build", cwd=portal)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{BROKEN_FILE}:2:1: ")
    assert done.stderr.endswith("Portalen ble ikke bygget. Det som var bygget før, er ikke rørt.\n")
    assert (portal / "site/index.html").read_text() == "gammel"


def test_a_mistake_is_shown_above_the_last_good_page_until_it_is_mended(portal: Path, served: Served) -> None:
    good = served.get()
    write(portal / "content" / BROKEN_FILE, BROKEN)
    served.wait_for(rf"{re.escape(BROKEN_FILE)}:2:1")
    served.wait_for("Rett dette og lagre")
    shown = served.get()
    assert f"{BROKEN_FILE}, linje 2" in shown
    assert re.findall("<h1.*?</h1>", shown) == re.findall("<h1.*?</h1>", good)
    (portal / "content" / BROKEN_FILE).unlink()
    served.wait_for(r"(?s)Rett dette.*\nBygget\.\n")
    assert BROKEN_FILE not in served.get()


def test_an_open_page_renews_itself_within_the_policy(portal: Path, served: Served, browser: Browser) -> None:
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    article = portal / "content" / "prove.md"
    write(article, "# Prøve\n")
    served.wait_for(r"(?s)Portalen står.*\nBygget\.\n")
    page.goto(served.url + "prove/")
    write(article, "# Prøvd\n")
    expect(page.locator("h1")).to_have_text("Prøvd", timeout=30_000)
    page.close()
    assert said == []
