"""The workflows on GitHub ask for as little as they can, and run what they say they run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import actionlint

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
STARTERS = ROOT / "plugins" / "stifinner" / "starter" / "files" / "dot-github"
NEW_WORKFLOWS = sorted((STARTERS / "workflows").glob("*.yml"))
"""What a new portal begins with."""
PINNED = re.compile(r"^\s*(?:- )?uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def read_workflow(name: str) -> dict:
    text = (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 (it makes nothing but strings, so that `on` is not true)


def name_of(path: Path) -> str:
    return path.name


def test_there_are_two_workflows() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "publish.yml"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=name_of)
def test_actions_are_pinned_by_hash_with_their_version_beside(workflow: Path) -> None:
    used = [line for line in workflow.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not PINNED.match(line)] == []


def test_both_workflows_use_the_same_versions() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    pins = set(re.findall(r"uses: ([\w./-]+)@(\w+)", text))
    assert len(pins) == len({action for action, _ in pins})


def test_a_pull_request_is_checked_with_leave_to_read_alone() -> None:
    check = read_workflow("check.yml")
    assert check["permissions"] == {}
    assert [job["permissions"] for job in check["jobs"].values()] == [{"contents": "read"}]
    assert set(check["on"]) == {"pull_request", "workflow_dispatch"}


def test_only_the_job_that_publishes_may_write() -> None:
    publish = read_workflow("publish.yml")
    assert publish["permissions"] == {}
    assert {name: job["permissions"] for name, job in publish["jobs"].items()} == {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }
    assert publish["on"] == {"push": {"branches": ["main"]}, "workflow_dispatch": ""}


def test_a_proposal_is_told_of_and_shown_before_it_is_tested() -> None:
    """Forks have neither secrets nor leave to write: whatever is told stands in the run's own summary."""
    steps = read_workflow("check.yml")["jobs"]["check"]["steps"]
    run = [step.get("run") or step["uses"].partition("@")[0] for step in steps]
    told = ["make report", "make changes", "make preview", "actions/upload-artifact"]
    assert [step for step in run if step in told] == told
    assert run.index("actions/upload-artifact") < run.index(".ci/run")
    assert steps[0]["with"] == {"persist-credentials": "false", "fetch-depth": "2"}
    assert "secrets." not in (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("workflow", [*WORKFLOWS, *NEW_WORKFLOWS], ids=lambda path: f"{path.parts[-3]}-{path.name}")
def test_zizmor_finds_nothing(workflow: Path) -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [zizmor, "--offline", "--persona", "pedantic", "--no-progress", workflow]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.fixture
def linted() -> None:
    if not actionlint.is_there():
        pytest.skip(actionlint.MISSING)


@pytest.mark.usefixtures("linted")
def test_actionlint_finds_nothing() -> None:
    assert actionlint.find_faults([*WORKFLOWS, *NEW_WORKFLOWS]) == []


@pytest.mark.usefixtures("linted")
def test_actionlint_would_find_a_step_that_is_not_there(tmp_path: Path) -> None:
    check = (ROOT / ".github" / "workflows" / "check.yml").read_text(encoding="utf-8")
    broken = tmp_path / "check.yml"
    broken.write_text(check.replace("id: preview", "id: forhandsvisning"), encoding="utf-8")
    assert [fault.partition(" is not defined")[0] for fault in actionlint.find_faults([broken])] == [
        f'check.yml:{check[: check.index("steps.preview")].count(chr(10)) + 1}: property "preview"'
    ]
