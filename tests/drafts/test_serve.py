"""``stifinner serve`` with drafts: whoever writes sees them under their ribbon, and what is published has none."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapter.served import Served
from adapter.test_changes import Run
from browser.small_portal import write_beside
from commands import Done

pytestmark = pytest.mark.slow
RIBBON = '<aside class="draft"'
PAGE = "programmer/p/samlinger/a/"
DRAFT = "---\nutkast: ja\ndato: 1. mars 2030\n---\n# Fagdag\n\nVi møtes.\n"
PUBLISHED = DRAFT.replace("utkast: ja\n", "")
CONTENT: dict[str, str | bytes] = {
    "index.md": "---\nkalendernøkkel: ord\n---\n# Forside\n\nVelkommen.\n",
    "personvern.md": "# Personvern\n\nIngenting.\n",
    "tilgjengelighet.md": "# Tilgjengelighet\n\nFor alle.\n",
    "programmer/p/index.md": "# Programmet\n\nEt lite program.\n",
    "programmer/p/samlinger/a.md": DRAFT,
}


@pytest.fixture
def folder(tmp_path: Path, root: Path) -> Path:
    portal = tmp_path / "portal"
    portal.mkdir()
    write_beside(portal, root, CONTENT)
    return portal


@pytest.fixture
def served(folder: Path) -> Iterator[Served]:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        port = trial.getsockname()[1]
    served = Served(folder, port)
    yield served
    served.stop()


def seen(served: Served) -> tuple[bool, list[str]]:
    """Whether the page has the ribbon, and what its programme's page calls it."""
    names = re.findall(r"Fagdag(?: \(utkast\))?", served.get("programmer/p/"))
    return RIBBON in served.get(PAGE), sorted(set(names))


def test_a_draft_is_published_and_taken_back_while_it_is_served(folder: Path, served: Served):
    assert seen(served) == (True, ["Fagdag (utkast)"])
    for times, (text, expected) in enumerate(
        [(PUBLISHED, (False, ["Fagdag"])), (DRAFT, (True, ["Fagdag (utkast)"]))], start=1
    ):
        (folder / "content/programmer/p/samlinger/a.md").write_text(text, encoding="utf-8")
        served.wait_for(rf"(?s)Portalen står(?:.*?\nBygget\.){{{times}}}")
        assert seen(served) == expected


def test_what_is_built_has_neither_the_page_nor_a_ribbon(folder: Path, run_stifinner: Run):
    built: Done = run_stifinner("build", cwd=folder)
    assert built.returncode == 0, built.stdout + built.stderr
    site = folder / "site"
    assert not (site / PAGE).exists()
    pages = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    assert [name for name, text in pages.items() if RIBBON in text or "Fagdag" in text] == []
    assert "programmer/p/index.html" in pages
