"""``stifinner new portal``: a portal of one's own that builds as it is, and never at the cost of what was there."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from adapter.small_site import fingerprint
from stifinner.adapter.building.site_check import check_site
from stifinner.adapter.git.origin import read_origin
from stifinner.files.shipped import SHARED
from stifinner.model.gathering import Gathering
from stifinner.model.role import Role
from stifinner.portal import build_portal
from yaml_files import read_yaml

Run = Callable[..., subprocess.CompletedProcess[str]]
pytestmark = pytest.mark.slow

NAME, BEHIND = "Lær & *del*", "Kommunen <vår>"
MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory, run_stifinner: Run) -> tuple[Path, str]:
    """A new portal, and what was said of it. No test writes in it."""
    folder = tmp_path_factory.mktemp("new")
    done = run_stifinner("new", "portal", "min", "--name", NAME, "--organisation", BEHIND, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder / "min", done.stdout


@pytest.fixture(scope="module")
def site(started: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory, run_stifinner: Run) -> Path:
    """It, built."""
    folder = tmp_path_factory.mktemp("site") / "site"
    done = run_stifinner("build", "--site-dir", str(folder), cwd=started[0])
    assert (done.returncode, done.stderr) == (0, "")
    return folder


def test_it_says_what_to_do_next(started: tuple[Path, str]) -> None:
    assert f"«{NAME}» ligger klar i min/" in started[1]
    assert "stifinner serve" in started[1]
    assert "content/index.md" in started[1]


def test_there_is_nothing_to_mend(started: tuple[Path, str]) -> None:
    portal = build_portal(started[0] / "content", name="")
    assert portal.problems == ()
    assert [(len(parts.of(Gathering)), len(parts.of(Role))) for parts in portal.graph.programmes] == [(1, 1)]


def test_it_passes_its_own_check_and_nothing_is_left_of_it(started: tuple[Path, str], run_stifinner: Run) -> None:
    before = fingerprint(started[0])
    done = run_stifinner("check", cwd=started[0])
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Alt er i orden: 6 filer kontrollert.\n"
    assert fingerprint(started[0]) == before


def test_a_mistake_fails_the_check(tmp_path: Path, run_stifinner: Run) -> None:
    run_stifinner("new", "portal", ".", "--name", "X", "--organisation", "Y", cwd=tmp_path)
    (tmp_path / "content/feil.md").write_text("---\nstad: her\n---\n# Feil\n", encoding="utf-8")
    done = run_stifinner("check", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "Dette må rettes før portalen kan bygges.\n")
    assert done.stdout.startswith("content/feil.md:2:1: ")


def test_the_built_site_is_whole(site: Path) -> None:
    assert check_site(site) == []
    front = (site / "index.html").read_text(encoding="utf-8")
    assert "Lær &amp; *del*" in front
    assert "Kommunen &lt;vår&gt; står bak" in front
    assert not (site / "README.md").exists()


def test_name_colour_mark_and_footer_stand_in_one_place(started: tuple[Path, str], site: Path) -> None:
    settings = (started[0] / "mkdocs.yml").read_text(encoding="utf-8")
    front = (started[0] / "content/index.md").read_text(encoding="utf-8")
    assert NAME not in settings
    assert re.findall(r"^(?:# )?(navn|farge|merke): ", front, re.MULTILINE) == ["navn", "farge", "merke"]
    assert "\n## Bunntekst\n" in front
    assert ":root { --hue: 268;" in (site / "assets/css/programmes.css").read_text(encoding="utf-8")


def test_a_mark_of_ones_own_stands_at_the_top_and_the_foot(tmp_path: Path, run_stifinner: Run) -> None:
    run_stifinner("new", "portal", ".", "--name", "X", "--organisation", "Y", cwd=tmp_path)
    (tmp_path / "content/merke.svg").write_text(MARK, encoding="utf-8")
    front = tmp_path / "content/index.md"
    front.write_text(front.read_text(encoding="utf-8").replace("# merke: ", "merke: "), encoding="utf-8")
    done = run_stifinner("build", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    page = (tmp_path / "site/om/index.html").read_text(encoding="utf-8")
    assert page.count('<img src="../merke.svg" alt=""') == 2
    assert '<link rel="icon" href="../merke.svg">' in page


@pytest.mark.parametrize("there", ["README.md", "content/viktig.md", ".gitignore"])
def test_nothing_is_written_over(tmp_path: Path, run_stifinner: Run, there: str) -> None:
    place = tmp_path / "min" / there
    place.parent.mkdir(parents=True)
    place.write_text("viktig", encoding="utf-8")
    before = fingerprint(tmp_path)
    done = run_stifinner("new", "portal", "min", "--name", "X", "--organisation", "Y", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"Dette finnes fra før i min: {there.split('/')[0]}." in done.stderr
    assert fingerprint(tmp_path) == before


def test_an_empty_clone_is_taken_as_it_is(tmp_path: Path, run_stifinner: Run) -> None:
    subprocess.run(["git", "init", "--quiet", "min"], cwd=tmp_path, check=True)
    done = run_stifinner("new", "portal", "min", "--name", "X", "--organisation", "Y", cwd=tmp_path)
    assert done.returncode == 0
    status = ["git", "status", "--porcelain", "--untracked-files=all"]
    listed = subprocess.run(status, cwd=tmp_path / "min", capture_output=True, encoding="utf-8", check=True)
    assert "?? .github/workflows/publish.yml" in listed.stdout.splitlines()


@pytest.mark.parametrize("name", ["", "  ", "[X", "| x", '"X"', "en\nto"])
def test_a_name_that_no_file_could_carry_is_refused(tmp_path: Path, run_stifinner: Run, name: str) -> None:
    done = run_stifinner("new", "portal", "min", "--name", name, "--organisation", "Y", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "kan ikke brukes som navn" in done.stderr
    assert not (tmp_path / "min").exists()


def test_it_asks_for_what_it_was_not_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "stifinner", "new", "portal"]
    done = subprocess.run(
        command, cwd=tmp_path, input="Vår portal\nVi\n", capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Hva skal portalen hete?: Hvem står bak den?: ")
    assert "navn: Vår portal\n" in (tmp_path / "portal/content/index.md").read_text(encoding="utf-8")


def test_its_workflows_and_forms_are_ours(root: Path, started: tuple[Path, str]) -> None:
    ours, theirs = fingerprint(root / ".github"), fingerprint(started[0] / ".github")
    assert theirs == {path: ours[path] for path in theirs}
    assert set(theirs) == set(SHARED)


def test_what_its_workflows_run_can_be_made(started: tuple[Path, str]) -> None:
    """Nothing is run: each command is only looked up, as ``make`` does."""
    workflows = [read_yaml(path) for path in (started[0] / ".github/workflows").iterdir()]
    steps = [step.get("run", "") for flow in workflows for job in flow["jobs"].values() for step in job["steps"]]
    commands = {step for step in steps if step.startswith("make ")}
    assert len(commands) >= 4
    for command in sorted(commands | {"make test", "make serve", "make clean"}):
        words = [*command.split(), "--dry-run"]
        done = subprocess.run(words, cwd=started[0], capture_output=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stderr) == (0, ""), command


def test_its_makefile_says_what_it_can_do(root: Path, started: tuple[Path, str]) -> None:
    """What every portal can do stands once, also for this repository."""
    lists = []
    for folder in (started[0], root):
        done = subprocess.run(["make"], cwd=folder, capture_output=True, encoding="utf-8", check=True)
        lists.append(re.findall(r"^  make (\w+) +(\S.*)$", done.stdout, re.MULTILINE))
    theirs, ours = map(dict, lists)
    assert list(theirs) == ["help", "serve", "build", "preview", "report", "changes", "clean", "test"]
    assert {name for name in theirs if theirs[name] != ours[name]} == {"test"}


def test_zizmor_finds_nothing_in_them(started: tuple[Path, str]) -> None:
    zizmor = Path(sys.executable).with_name("zizmor")
    command = [zizmor, "--offline", "--persona", "pedantic", "--no-progress", ".github/workflows"]
    found = subprocess.run(command, cwd=started[0], capture_output=True, encoding="utf-8", check=False)
    assert found.returncode == 0, found.stdout + found.stderr


def test_it_is_built_with_the_versions_that_this_was_tried_with(root: Path, started: tuple[Path, str]) -> None:
    assert (started[0] / "requirements.txt").read_bytes() == (root / "requirements/base.txt").read_bytes()


COMMIT = "0123456789abcdef0123456789abcdef01234567"
ORIGINS = [
    (None, "stifinner==1.2"),
    (
        {"url": "https://github.com/eier/stifinner", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
        f"stifinner @ git+https://github.com/eier/stifinner@{COMMIT}",
    ),
    ({"url": "file:///hjem/stifinner-1.2.whl", "archive_info": {}}, "stifinner @ file:///hjem/stifinner-1.2.whl"),
    ({"url": "file:///hjem/finnes-ikke", "dir_info": {}}, "stifinner @ file:///hjem/finnes-ikke"),
]


@pytest.mark.parametrize(("noted", "line"), ORIGINS)
def test_a_new_portal_fetches_it_from_where_it_came(noted: dict | None, line: str) -> None:
    assert read_origin(json.dumps(noted) if noted else None, "1.2") == line


def test_from_a_clone_it_comes_from_the_clones_own_repository(tmp_path: Path) -> None:
    for words in (
        ["init", "--quiet"],
        ["remote", "add", "origin", "git@github.com:eier/stifinner.git"],
        ["-c", "user.name=P", "-c", "user.email=p@example.no", "commit", "--quiet", "--allow-empty", "-m", "x"],
    ):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    line = read_origin(json.dumps({"url": tmp_path.as_uri(), "dir_info": {"editable": True}}), "1.2")
    assert re.fullmatch(r"stifinner @ git\+https://github\.com/eier/stifinner@[0-9a-f]{40}", line)
