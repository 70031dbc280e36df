"""Every PDF that we make passes PDF/UA-1, judged by veraPDF."""

import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from pypdf import PdfWriter

from effort import some_of_each
from java import MISSING, find_java

SCRIPT = Path(__file__).with_name("judge_pdf_ua.js")


@pytest.fixture(scope="module")
def judge():
    """What is broken in each file; without a Java it is skipped, and the reason says how to get one."""
    command = find_java()
    if command is None:
        pytest.skip(MISSING)

    def run(files: Iterable[Path]) -> dict[Path, list[str]]:
        done = subprocess.run(
            [*command, str(SCRIPT), *map(str, files)], capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        judged = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        assert all(one["checks"] > 0 for one in judged)
        return {Path(one["file"]): one["broken"] for one in judged}

    return run


@pytest.mark.slow
def test_a_paper_without_tags_is_found_out(judge, tmp_path: Path):
    writer = PdfWriter()
    writer.add_blank_page(width=595, height=842)
    writer.write(tmp_path / "tom.pdf")
    assert judge([tmp_path / "tom.pdf"])[tmp_path / "tom.pdf"]


def kind_of(paper: Path) -> tuple[str, str]:
    """What it is printed of, and which of that thing's papers it is; those of one element of a sheet are alike."""
    ending = paper.stem.removeprefix(paper.parent.name)
    return paper.parents[1].name, re.sub(r"^(-[ab]-).+", r"\1", ending)


def test_every_paper_of_the_portal_passes(judge, built_site: Path):
    papers = [path for path in sorted(built_site.rglob("*.pdf")) if "filer" not in path.parts]
    assert len(papers) >= 32
    some = some_of_each(papers, kind_of, lambda paper: paper.stat().st_size)
    assert len({kind_of(paper) for paper in some}) >= 10
    assert judge(some) == {path: [] for path in some}
