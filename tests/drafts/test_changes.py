"""``stifinner changes`` where drafts come, are published, are taken back and are written on: what an editor is told."""

import subprocess
from pathlib import Path

import pytest

from adapter.test_changes import RING, SETTINGS, Run, git
from core.builder import write_files
from yaml_files import read_yaml

pytestmark = pytest.mark.slow
CASES = read_yaml(Path(__file__).with_name("changes.yml"))
CONTENT = {
    "index.md": "---\nkalendernøkkel: ord\n---\n# Forside\n\nVelkommen.\n",
    "programmer/p/index.md": "# Programmet\n\nEt lite program.\n",
    "programmer/p/roller/leder.md": "# Leder\n\nDu leder.\n",
}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    write_files(tmp_path, {"mkdocs.yml": SETTINGS, **{f"content/{path}": text for path, text in CONTENT.items()}})
    git(tmp_path, "init", "--quiet")
    return tmp_path


def commit(folder: Path, files: dict[str, str | None]) -> None:
    """Commit files below the content folder; None takes one away."""
    for path, text in files.items():
        if text is None:
            (folder / "content" / path).unlink()
        else:
            write_files(folder / "content", {path: text})
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "endring")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_what_a_proposal_about_drafts_changes(case: dict, repository: Path, run_stifinner: Run):
    commit(repository, case["before"])
    commit(repository, case["after"])
    done: subprocess.CompletedProcess[str] = run_stifinner("changes", "HEAD^", cwd=repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == case["told"].strip().replace("{ring}", RING)
