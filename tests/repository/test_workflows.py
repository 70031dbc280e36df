"""The workflows on GitHub ask for as little as they can, and run what they say they run."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import actionlint
from yaml_files import read_yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
DEPENDABOT = ROOT / ".github" / "dependabot.yml"
LISTS = {"github-actions": ".github/workflows/*.yml", "pip": "*.in", "npm": "package.json"}
"""What Dependabot reads in a folder, by what it calls the kind; workflows it finds from the top."""
MAKEFILE = ROOT / "plugins" / "stifinner" / "starter" / "files" / "portal.mk"
PINNED = re.compile(r"^\s*(?:- )?uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def read_workflow(name: str) -> dict:
    text = (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 (it makes nothing but strings, so that `on` is not true)


def name_of(path: Path) -> str:
    return path.name


def test_a_workflow_for_each_occasion() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "nightly.yml", "proposal.yml", "publish.yml"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=name_of)
def test_actions_are_pinned_by_hash_with_their_version_beside(workflow: Path) -> None:
    used = [line for line in workflow.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not PINNED.match(line)] == []


def test_all_workflows_use_the_same_versions() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in WORKFLOWS)
    pins = set(re.findall(r"uses: ([\w./-]+)@(\w+)", text))
    assert len(pins) == len({action for action, _ in pins})


@pytest.mark.parametrize("name", ["check.yml", "proposal.yml"])
def test_a_pull_request_is_checked_with_leave_to_read_alone(name: str) -> None:
    check = read_workflow(name)
    assert check["permissions"] == {}
    assert [job["permissions"] for job in check["jobs"].values()] == [{"contents": "read"}] * len(check["jobs"])
    assert set(check["on"]) == {"pull_request", "workflow_dispatch"}
    assert "secrets." not in (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")


def test_style_and_types_are_told_of_quickly_and_the_suite_runs_with_the_oldest_and_the_newest_python() -> None:
    jobs = read_workflow("check.yml")["jobs"]
    run = {name: [step["run"] for step in job["steps"] if "run" in step] for name, job in jobs.items()}
    assert run == {"style": ["make check"], "suite": [".ci/run"]}
    assert [job.get("needs") for job in jobs.values()] == [None, None]
    (chosen,) = (step["with"] for step in jobs["suite"]["steps"] if "setup-python" in step.get("uses", ""))
    assert chosen == {"python-version": "${{ matrix.python }}"}
    versions = jobs["suite"]["strategy"]["matrix"]["python"]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    tools = (project["tool"]["ruff"]["target-version"], project["tool"]["mypy"]["python_version"])
    assert f">={versions[0]}" == project["project"]["requires-python"]
    assert tools == (f"py{versions[0].replace('.', '')}", versions[0])
    assert versions == sorted(versions, key=lambda version: [int(part) for part in version.split(".")])
    looked_for = re.findall(r"python(3\.\d+)", MAKEFILE.read_text(encoding="utf-8"))
    assert {versions[0], versions[-1]} == {looked_for[-1], looked_for[0]}


def test_dependabot_looks_where_there_is_something_to_renew() -> None:
    updates = read_yaml(DEPENDABOT)["updates"]
    assert sorted(update["package-ecosystem"] for update in updates) == sorted(LISTS)
    for update in updates:
        assert list((ROOT / update["directory"].strip("/")).glob(LISTS[update["package-ecosystem"]])) != []
        assert update["schedule"] == {"interval": "weekly"}
        assert [group["patterns"] for group in update["groups"].values()] == [["*"]]


def test_every_night_everything_is_tried_with_leave_to_read_alone() -> None:
    nightly = read_workflow("nightly.yml")
    assert nightly["permissions"] == {}
    assert [job["permissions"] for job in nightly["jobs"].values()] == [{"contents": "read"}]
    assert set(nightly["on"]) == {"schedule", "workflow_dispatch"}
    assert nightly["jobs"]["check"]["steps"][-1]["run"] == "make test-all"


def test_only_the_job_that_publishes_may_write() -> None:
    publish = read_workflow("publish.yml")
    assert publish["permissions"] == {}
    assert {name: job["permissions"] for name, job in publish["jobs"].items()} == {
        "build": {"contents": "read", "pages": "read"},
        "deploy": {"pages": "write", "id-token": "write"},
    }
    assert publish["on"] == {"push": {"branches": ["main"]}, "workflow_dispatch": ""}


def test_a_proposal_is_told_of_and_shown_step_by_step() -> None:
    """Forks have neither secrets nor leave to write: whatever is told stands in the run's own summary."""
    steps = read_workflow("proposal.yml")["jobs"]["proposal"]["steps"]
    run = [step.get("run") or step["uses"].partition("@")[0] for step in steps]
    told = ["make report", "make changes", "make preview", "actions/upload-artifact", "make build"]
    assert [step for step in run if step in told] == told
    assert steps[0]["with"] == {"persist-credentials": "false", "fetch-depth": "2"}


@pytest.mark.parametrize("workflow", [*WORKFLOWS, DEPENDABOT], ids=name_of)
def test_zizmor_finds_nothing(workflow: Path) -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [zizmor, "--offline", "--persona", "pedantic", "--no-progress", workflow]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.fixture
def linted() -> None:
    if not actionlint.is_there():
        pytest.skip(actionlint.MISSING)


@pytest.mark.slow
@pytest.mark.usefixtures("linted")
def test_actionlint_finds_nothing() -> None:
    assert actionlint.find_faults(WORKFLOWS) == []


@pytest.mark.slow
@pytest.mark.usefixtures("linted")
def test_actionlint_would_find_a_step_that_is_not_there(tmp_path: Path) -> None:
    check = (ROOT / ".github" / "workflows" / "proposal.yml").read_text(encoding="utf-8")
    broken = tmp_path / "proposal.yml"
    broken.write_text(check.replace("id: preview", "id: forhandsvisning"), encoding="utf-8")
    assert [fault.partition(" is not defined")[0] for fault in actionlint.find_faults([broken])] == [
        f'proposal.yml:{check[: check.index("steps.preview")].count(chr(10)) + 1}: property "preview"'
    ]
