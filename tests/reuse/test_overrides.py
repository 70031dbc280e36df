"""A portal may replace single files of the look, and all others are the package's."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from adapter.small_site import fingerprint
from core.builder import write_files
from stifinner.language.phrases import load_phrases

Run = Callable[..., subprocess.CompletedProcess[str]]
pytestmark = pytest.mark.slow

CSS, BLOCK, FOOT = "assets/css/article.css", "fragments/blocks/hero.html", "fragments/frame/foot.html"
REPLACED = {
    CSS: ("", "/* vårt eget */\n"),
    BLOCK: ("<h1", '<h1 lang="nb"'),
    FOOT: ('class="foot ', 'class="foot vaar '),
}
"""File of the look → what stands in it, and what stands there in the portal's own (nothing: what stands first)."""


def build(folder: Path, run_stifinner: Run) -> dict[str, str]:
    done = run_stifinner("build", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return fingerprint(folder / "site")


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory, run_stifinner: Run) -> tuple[Path, dict, dict]:
    """A portal of one's own, and what its site was before and is after three files were replaced."""
    folder = tmp_path_factory.mktemp("own")
    run_stifinner("new", "portal", ".", "--name", "X", "--organisation", "Y", cwd=folder)
    before = build(folder, run_stifinner)
    theirs = {path: (root / "theme_overrides" / path).read_text(encoding="utf-8") for path in REPLACED}
    own = {path: theirs[path].replace(old, new, 1) for path, (old, new) in REPLACED.items()}
    assert all(own[path] != theirs[path] for path in own)
    write_files(folder / "theme_overrides", own)
    return folder, before, build(folder, run_stifinner)


def test_a_style_sheet_of_ones_own_stands_in_the_place_of_ours(built: tuple[Path, dict, dict]) -> None:
    folder, before, after = built
    assert (folder / "site" / CSS).read_text(encoding="utf-8").startswith("/* vårt eget */\n")
    changed = {path for path in before if path.startswith("assets/") and after[path] != before[path]}
    assert (changed, after.keys()) == ({CSS}, before.keys())


def test_a_part_of_the_frame_of_ones_own_is_on_every_page(built: tuple[Path, dict, dict]) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in (built[0] / "site").rglob("*.html")}
    # Pages for printing have nothing of the frame around them.
    pages = {path: text for path, text in pages.items() if path.parent.name != "skriv-ut"}
    handbook = [path for path in pages if "for-redaktorer" in path.parts]
    assert (len(pages), len(handbook)) == (30, 22)
    assert [path for path, text in pages.items() if 'class="foot vaar ' not in text] == []


def test_a_block_of_ones_own_serves_the_pages_of_the_package(built: tuple[Path, dict, dict]) -> None:
    page = (built[0] / "site/programmer/forste-program/index.html").read_text(encoding="utf-8")
    assert '<h1 lang="nb"' in page


def test_a_fault_in_the_finished_portal_is_told_as_ours_with_the_file_behind_the_page(
    built: tuple[Path, dict, dict], run_stifinner: Run
) -> None:
    folder, _, before = built
    block = folder / "theme_overrides" / BLOCK
    ours = block.read_text(encoding="utf-8")
    block.write_text(ours.replace("<h1", '<h1 id="main"', 1), encoding="utf-8")
    done = run_stifinner("build", cwd=folder)
    block.write_text(ours, encoding="utf-8")
    words = load_phrases("nb")["cli"]
    first, *lines, report, last = done.stderr.splitlines()
    assert (done.returncode, first, report, last) == (1, words["own_fault"], words["report_it"], words["not_built"])
    page = "programmer/forste-program/index"
    told = [re.sub(r":\d+:", ":", line) for line in lines if line.startswith(f"{page}.html:")]
    assert told == [f"{page}.html: id-en «main» står flere ganger på siden (laget av {page}.md)"]
    assert fingerprint(folder / "site") == before
