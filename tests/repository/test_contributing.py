"""What CONTRIBUTING.md says can be done, can be: its commands and snippets run, its paths and words are there."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from yaml_files import read_yaml

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "plugins" / "stifinner"
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
HALVES = TEXT.split("\n## In English\n")
BLOCKS = re.findall(r"^```(sh|python)( long)?\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
COMMANDS = [line for kind, long, block in BLOCKS if kind == "sh" and not long for line in block.splitlines()]
PAPER = ".stifinner/papir.pdf"
SNIPPETS = [block for kind, _, block in BLOCKS if kind == "python"]
QUOTED = re.findall(r"`([^`\n]+)`", re.sub(r"^```.*?^```$", "", TEXT, flags=re.MULTILINE | re.DOTALL))


def run(*command: str | Path) -> str:
    """What a command writes, run where whoever reads this stands, in the environment of the tests."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def in_this_environment(line: str) -> list[str]:
    """A command in ``.venv/``, wherever the environment of the tests lies."""
    program, *words = re.sub(r"\s+#.*", "", line).split()
    assert program.startswith(".venv/bin/"), line
    return [sys.executable, "-m", program.removeprefix(".venv/bin/"), *words]


@pytest.mark.slow
@pytest.mark.parametrize("line", sorted(set(COMMANDS)))
def test_a_command_runs(line: str) -> None:
    assert run(*in_this_environment(line)) != ""


@pytest.mark.slow
@pytest.mark.sample
def test_the_snippets_run_one_after_the_other() -> None:
    page, paper = SNIPPETS
    told = run(sys.executable, "-c", f"{page}\nprint('—')\n{paper}\nprint('—')\nprint(Path('{PAPER}').stat().st_size)")
    view, data, size = told.split("\n—\n")
    assert "\nArticlePage(" in view
    assert json.loads(data)[0]["kind"] == "sheet-paper"
    assert int(size) > 10_000


def test_there_is_something_to_run_and_what_is_long_is_a_target() -> None:
    long = {line.split("#")[0].strip() for _, long, block in BLOCKS if long for line in block.splitlines()}
    assert len(set(COMMANDS)) == 2
    assert long == {"make serve", "make quick", "make check", "make test"}
    made = re.findall(r"^  (make [a-z]+) ", run("make", "help"), re.MULTILINE)
    assert long <= set(made)


def test_every_path_is_there() -> None:
    """Paths begin at the top of the repository, or in the package."""
    shaped = re.compile(r"[\w.-]+(?:/[\w.-]+)*(?:/|\.(?:py|md|yml|css|toml|in|txt))")
    paths = {text for text in QUOTED if shaped.fullmatch(text) and not text.startswith(".venv")}
    assert len(paths) > 30
    assert {path for path in paths if not (ROOT / path).exists() and not (PACKAGE / path).exists()} == set()


@pytest.mark.parametrize("half", HALVES, ids=["nb", "en"])
def test_every_group_of_the_catalogue_is_explained(half: str) -> None:
    catalogue = read_yaml(PACKAGE / "language" / "phrases" / "nb.yml")
    rows = re.findall(r"^\| (`\w+`(?: `\w+`)*) \|", half, re.MULTILINE)
    told = [group for row in rows for group in re.findall(r"\w+", row)]
    assert sorted(told) == sorted(catalogue.keys() - {"language", "html_lang"})


@pytest.mark.parametrize("half", HALVES, ids=["nb", "en"])
def test_every_folder_of_tests_is_on_the_map(half: str) -> None:
    folders = {f"tests/{path.parent.name}/" for path in (ROOT / "tests").glob("*/*.py")}
    assert folders - set(re.findall(r"`(tests/\w+/)`", half)) == set()


def test_both_halves_say_the_same() -> None:
    """The same commands, the same files and the same recipes, in either language."""
    long_and_short = [re.findall(r"^```sh.*?\n(.*?)^```$", half, re.MULTILINE | re.DOTALL) for half in HALVES]
    bare = [[re.sub(r"\s+#.*", "", block) for block in blocks] for blocks in long_and_short]
    assert bare[0] == bare[1]
    tests = [set(re.findall(r"`(tests/[\w/]+\.(?:py|yml))`", half)) for half in HALVES]
    assert tests[0] == tests[1]
