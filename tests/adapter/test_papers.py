"""Papers in a build: their codes lead to where the portal is published, and to nothing where nobody knows."""

import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from adapter.served import Served
from core.builder import SMALLEST, write_files
from outputs.printed import Printed
from stifinner.language.phrases import load_phrases

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]
WORDS = load_phrases("nb")["cli"]
NO_CODES = WORDS["no_address"].format(missing=WORDS["without_address"]["codes"]) + "\n"
SETTINGS = """\
site_name: Prøve
{address}docs_dir: content
theme: {{name: material, language: nb, font: false}}
plugins: [search, stifinner]
"""
PAPER = "programmer/p/refleksjon/ark/ark.pdf"


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """A portal with one sheet, whose address nobody has said."""
    sheet = "# Ark\n\nEt ark.\n\n## Spørsmål\n\n- Hva gjorde vi?\n"
    write_files(tmp_path / "portal" / "content", {**SMALLEST, "programmer/p/refleksjon/ark.md": sheet})
    (tmp_path / "portal" / "mkdocs.yml").write_text(SETTINGS.format(address=""), encoding="utf-8")
    return tmp_path / "portal"


def test_papers_have_no_code_where_no_address_is_known_and_that_is_said(portal: Path, run_stifinner: Run):
    assert run_stifinner("build", cwd=portal).stderr == NO_CODES
    assert Printed(portal / "site" / PAPER).codes(0) == []


def test_the_code_leads_to_the_address_that_is_said(portal: Path, run_stifinner: Run):
    assert run_stifinner("build", cwd=portal, SITE_URL="https://ark.example").stderr == ""
    assert Printed(portal / "site" / PAPER).codes(0) == ["https://ark.example/programmer/p/refleksjon/ark/"]


def test_a_paper_printed_from_a_preview_leads_to_the_published_portal(portal: Path):
    settings = SETTINGS.format(address="site_url: https://ark.example\n")
    (portal / "mkdocs.yml").write_text(settings, encoding="utf-8")
    served = Served(portal, port=8790)
    try:
        paper = Printed(served.get_bytes(PAPER))
    finally:
        served.stop()
    assert paper.codes(0) == ["https://ark.example/programmer/p/refleksjon/ark/"]


def test_an_unchanged_sheet_is_not_printed_again_by_the_next_build(portal: Path, run_stifinner: Run):
    kept = portal / ".stifinner" / "papers"
    assert run_stifinner("build", cwd=portal).returncode == 0
    before = {file.name: file.stat().st_mtime_ns for file in kept.iterdir()}
    first = (portal / "site" / PAPER).read_bytes()
    (portal / "content" / "om.md").write_text("# Om\n\nNoe annet er endret.\n", encoding="utf-8")
    assert run_stifinner("build", cwd=portal).returncode == 0
    assert {file.name: file.stat().st_mtime_ns for file in kept.iterdir()} == before
    assert len(before) == 3
    assert (portal / "site" / PAPER).read_bytes() == first


def test_two_builds_at_once_over_what_is_kept_do_not_break_each_other(portal: Path, run_stifinner: Run):
    for number in range(6):
        sheet = f"# Ark {number}\n\nEt ark.\n\n## Spørsmål\n\n- Hva gjorde vi, gang {number}?\n"
        write_files(portal / "content", {f"programmer/p/refleksjon/ark-{number}.md": sheet})
    with ThreadPoolExecutor() as both:
        builds = [both.submit(run_stifinner, "build", "--site-dir", str(portal / name), cwd=portal) for name in "ab"]
        done = [build.result() for build in builds]
    assert [build.returncode for build in done] == [0, 0], done[0].stderr + done[1].stderr
    papers = {
        name: {path.relative_to(portal / name): path.read_bytes() for path in (portal / name).rglob("*.pdf")}
        for name in "ab"
    }
    assert papers["a"] == papers["b"]
    assert len(papers["a"]) == 21
    kept = list((portal / ".stifinner" / "papers").iterdir())
    assert ({file.suffix for file in kept}, len(kept)) == ({".pdf"}, 21)
