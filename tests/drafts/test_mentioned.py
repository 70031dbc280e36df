"""Drafts that others mention: their names alone are published, and a preview has all of them.

Whatever a draft says, is called as a file, or has beside it, holds one marker word. Their titles do not, since whoever
mentions a draft goes on saying its name.
"""

import gzip
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from browser.small_portal import write_beside
from commands import Done
from outputs.printed import Printed
from stifinner.language.phrases import load_phrases
from stifinner.model.kinds import KINDS, place_of
from yaml_files import read_yaml

MARKER = "skjultord"
RIBBON = '<aside class="draft"'
FILES: dict[str, str] = read_yaml(Path(__file__).with_name("mentioned.yml"))
PICTURES = {
    "filer/skjultord.png": 1,
    "filer/lenket-skjultord.png": 2,
    "programmer/skjultord/filer/egen-skjultord.png": 3,
    "filer/begge.png": 4,
}
"""Path → the grey of all its points, so that no two are the same."""
URL = "https://utkast.example/"
Run = Callable[..., Done]


class Built(NamedTuple):
    """Three folders that one portal has been made into."""

    site: Path
    preview: Path
    plain: Path


def content() -> dict[str, str | bytes]:
    """Path → what the file holds; ``{up}`` is the way to the content folder."""
    texts = {path: text.replace("{up}", "../" * path.count("/")) for path, text in FILES.items()}
    pictures = {path: _picture(grey) for path, grey in PICTURES.items()}
    return {**texts, **pictures}


def _picture(grey: int) -> bytes:
    """A picture of one grey."""
    made = BytesIO()
    Image.new("L", (8, 8), grey).save(made, "PNG")
    return made.getvalue()


def files_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Each file of a folder, with all its text in small letters; of a PDF, what is printed and what is linked."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found = path.read_bytes()
            text = (gzip.decompress(found) if path.suffix == ".gz" else found).decode("utf-8", "replace")
            if path.suffix == ".pdf":
                text += re.sub(r"\s", "", Printed(found).text())
            yield path.relative_to(folder).as_posix(), text.lower()


@pytest.fixture(scope="module")
def built(build_written: Callable[..., Path], run_stifinner: Run, root: Path) -> Built:
    folder = build_written("mentioned-drafts", lambda folder: write_beside(folder, root, content()), URL)
    preview, plain = folder / "preview", folder / "plain"
    for done in (
        run_stifinner("build", "--preview", "--site-dir", str(preview), cwd=folder, SITE_URL=URL),
        run_stifinner("write", str(plain), cwd=folder),
    ):
        assert done.returncode == 0, done.stdout + done.stderr
    return Built(folder / "site", preview, plain)


def test_there_is_a_draft_of_every_kind_in_every_place():
    phrases = load_phrases("nb")
    drafts = {path for path, text in FILES.items() if "utkast: ja" in text}
    inside = {place_of(path, phrases).kind for path in drafts if path.startswith("programmer/")}
    beside = {place_of(path, phrases).kind for path in drafts if not path.startswith("programmer/")}
    assert inside == {name for name in KINDS if name != "portal"}
    assert beside == {name for name, kind in KINDS.items() if kind.lies in ("shared", "beside front")}


@pytest.mark.slow
@pytest.mark.parametrize("made", ["site", "plain"])
def test_nothing_of_a_draft_is_published(built: Built, made: str):
    found = dict(files_of(getattr(built, made)))
    assert [path for path, text in found.items() if MARKER in path.lower() or MARKER in text or RIBBON in text] == []
    assert any(path.endswith(".ics") for path in found)
    assert any(path.endswith(".pdf") for path in found)
    assert [path.rpartition("/")[2] for path in found if path.endswith(".png") and "filer/" in path] == ["begge.png"]


@pytest.mark.slow
def test_a_preview_has_all_of_it_under_a_ribbon(built: Built):
    found = dict(files_of(built.preview))
    pages = {path for path, text in found.items() if RIBBON in text}
    own = {re.sub(r"(/?index)?\.md$", "/index.html", path) for path in FILES if MARKER in path}
    assert own - pages == set()
    made = {path for path in found if MARKER in path and path.endswith(".html")}
    assert pages == {path for path in made if f"gammel-{MARKER}" not in path}
    assert set(PICTURES) - set(found) == set()
