"""Every byte that the command line writes is harmless, whatever the content, its names and the settings hold."""

import ast
import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from core.builder import SMALLEST, write_files
from core.hostile_text import COMMANDS, HOSTILE, MARKDOWN, steering_in
from effort import TIMES
from stifinner.adapter.building.build import BuildFailedError
from stifinner.cli import main
from stifinner.cli.failure import tell_failure
from stifinner.cli.gate import GatedGroup

Run = Callable[..., subprocess.CompletedProcess[str]]
PACKAGE = Path(__file__).parents[2] / "plugins" / "stifinner"
SETTINGS = "site_name: {}\ndocs_dir: content\ntheme: {{name: material, language: nb}}\nplugins: [search, stifinner]\n"
P = "programmer/p"


def run(folder: Path, *words: str) -> Result:
    """The command line in this process, in a folder."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        return CliRunner().invoke(main, words)
    finally:
        os.chdir(here)


def portal(folder: Path, files: dict[str, str | bytes], name: str = "Portalen") -> Path:
    (folder / "mkdocs.yml").write_text(SETTINGS.format(json.dumps(name)), encoding="utf-8")
    write_files(folder / "content", {**SMALLEST, **files})
    return folder


def on_disk(name: str) -> str:
    """A name that a file can have, as near to the text as a disk can hold it."""
    raw = name.replace("/", "-").replace("\0", "").encode("utf-8", "surrogatepass")[:120]
    return os.fsdecode(raw.strip(b". ") or b"x")


PLACES: dict[str, Callable[[int, str], dict[str, str | bytes]]] = {
    "title": lambda n, text: {f"{P}/samlinger/s{n}.md": f"# {text}\n"},
    "fact": lambda n, text: {f"{P}/samlinger/s{n}.md": f"---\ndato: {text}\nsted: {text}\n---\n# S\n"},
    "key of a fact": lambda n, text: {f"{P}/samlinger/s{n}.md": f"---\n{text}: x\n---\n# S\n"},
    "heading": lambda n, text: {f"{P}/samlinger/s{n}.md": f"# S\n\n## {text}\n\n## Dagsplan {text}\n"},
    "text of a link": lambda n, text: {f"{P}/samlinger/s{n}.md": f"# S\n\n[{text}](borte.md)\n"},
    "target of a link": lambda n, text: {f"{P}/samlinger/s{n}.md": f"# S\n\n[a]({text}) [b](<{text}>)\n"},
    "code and comment": lambda n, text: {f"{P}/samlinger/s{n}.md": f"# S\n\n`{text}`\n\n<!-- stifinner: {text} -->\n"},
    "name of a page": lambda n, text: {f"{P}/roller/{on_disk(text)}{n}.md": "# R\n"},
    "name of an attachment": lambda n, text: {f"{P}/filer/{on_disk(text)}{n}.pdf": b"%PDF-1.7"},
    "beginning of a page's text": lambda n, text: {f"{P}/artikler/a{n}.md": f"{text}\n\n# A\n"},
    "name of a programme": lambda n, text: {f"programmer/{on_disk(text)}{n}/index.md": f"# {text}\n"},
    "name of a folder": lambda n, text: {f"{P}/{on_disk(text)}{n}/a.md": "# A\n"},
}


def written(result: Result) -> str:
    """Both streams, and nothing was left out of them."""
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result.output


def check_reports(folder: Path) -> None:
    """The three reports say the same problems, each on exactly its lines."""
    data = run(folder, "check", "--format", "json")
    assert steering_in(written(data)) == set()
    problems = json.loads(data.stdout)["problems"]
    text = run(folder, "check")
    assert steering_in(written(text)) == set()
    told: set[str] = set()
    lines = 1
    for problem in problems:
        shown = 2 if problem["excerpt"] and problem["column"] else 1 if problem["excerpt"] else 0
        lines += 3 + shown + (problem["reason"] not in told)
        told.add(problem["reason"])
    stands = bool(problems) and all(problem["severity"] != "error" for problem in problems)
    assert text.stdout.count("\n") == len(text.stdout.splitlines()) == lines + stands
    github = run(folder, "check", "--format", "github")
    ours = [line for line in written(github).split("\n") if line.startswith("::")]
    rest = [line for line in github.output.split("\n") if not line.startswith("::")]
    assert steering_in("\n".join(rest)) == set()
    assert all(steering_in(line[2:]) == set() for line in ours)
    kinds = ("error", "warning", "advice")
    assert len(ours) == sum(min(10, sum(p["severity"] == kind for p in problems)) for kind in kinds)


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_reports_of_hostile_content_are_harmless(tmp_path: Path, place: str) -> None:
    files: dict[str, str | bytes] = {}
    for number, text in enumerate(HOSTILE):
        files |= PLACES[place](number, text)
    check_reports(portal(tmp_path, files))


@pytest.mark.slow
@given(st.sampled_from(sorted(PLACES)), st.text(st.characters(), max_size=40) | st.sampled_from(HOSTILE))
@settings(max_examples=40 * TIMES, deadline=None)
def test_reports_of_any_content_are_harmless(place: str, text: str) -> None:
    written = {
        path: content if isinstance(content, bytes) else content.encode("utf-8", "replace")
        for path, content in PLACES[place](1, text).items()
    }
    with tempfile.TemporaryDirectory() as folder:
        check_reports(portal(Path(folder), written))


def test_the_summary_of_a_check_is_harmless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"{P}/samlinger/s{number}.md": f"---\n{text}: x\n---\n# S\n" for number, text in enumerate(HOSTILE)}
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    written(run(portal(tmp_path, files), "check", "--format", "github"))
    text = summary.read_text(encoding="utf-8")
    assert steering_in(text) == set()
    assert len([line for line in text.split("\n") if line.startswith("- **")]) >= len(HOSTILE)


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=P", "-c", "user.email=p@example.no", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *words], cwd=folder, capture_output=True, check=True)


def test_what_a_sound_portal_of_hostile_words_says_is_harmless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = [
        text
        for text in (*COMMANDS, *MARKDOWN)
        if "</" not in text and text[0] not in "<!" and any(map(str.isalnum, text))
    ]
    first = portal(tmp_path, {}, name="##[error]Navn\n::error::x\x1b[2J")
    git(first, "init", "--quiet")
    git(first, "add", "--all")
    git(first, "commit", "--quiet", "--message", "før")
    files = {f"{P}/samlinger/s{number}.md": f"# x\n\n## {text}\n" for number, text in enumerate(words)}
    files |= {f"{P}/ressurser/r{number}.md": f"# {text}\n" for number, text in enumerate(words)}
    files |= {f"programmer/q{number}/index.md": f"# {text}\n" for number, text in enumerate(words[:5])}
    write_files(first / "content", files)
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    changes, gaps = run(first, "changes", "HEAD", "--format", "github"), run(first, "gaps")
    data = run(first, "gaps", "--format", "json")
    for result in (changes, gaps, data):
        assert (result.exit_code, steering_in(written(result))) == (0, set())
    assert changes.stdout.count("\n  ") >= 2 * len(words)
    assert gaps.stdout.count("\n    content/programmer/p/ressurser/") == len(words)
    assert len(json.loads(data.stdout)["programmes"]) >= 5
    assert steering_in(summary.read_text(encoding="utf-8")) == set()


WORST = "a\x1b[2J\n::error::b ##[group]\u202e\udce5"


def worst_ways() -> dict[str, Callable[[], None]]:
    """Ways for a command to say something without asking anybody."""

    def in_pieces() -> None:
        for piece in (":", ":err", "or::x\n", "#", "#", "[", "group]\n", " ", "\n", " :", ":x"):
            sys.stdout.write(piece)

    def fail() -> None:
        raise ValueError(WORST)

    def log() -> None:
        logging.StreamHandler().handle(logging.makeLogRecord({"msg": WORST}))

    return {
        "echo": lambda: click.echo(WORST),
        "error": lambda: click.echo(WORST, err=True),
        "print": lambda: print(WORST),
        "exit": lambda: sys.exit(WORST),
        "abort": lambda: (_ for _ in ()).throw(click.ClickException(WORST)),
        "pieces": in_pieces,
        "fail": fail,
        "log": log,
    }


@pytest.mark.parametrize("way", worst_ways())
def test_no_way_leads_round_the_gate(way: str) -> None:
    group = GatedGroup("says", commands={way: click.Command(way, callback=worst_ways()[way])})
    result = CliRunner().invoke(group, [way])
    assert (steering_in(result.output), bool(result.output)) == (set(), True)
    assert result.exit_code == (1 if way in {"exit", "abort", "fail"} else 0)


def test_what_serve_shows_instead_of_a_portal_is_what_was_told() -> None:
    told = tell_failure(BuildFailedError((WORST,), crash=ValueError(WORST)), with_traceback=False)
    assert steering_in(told) == set()
    assert f"ValueError: {WORST.splitlines()[0][0]}" in told


@pytest.mark.parametrize("words", [(WORST,), ("check", f"--{WORST}"), ("check", "--format", WORST), ("explain", WORST)])
def test_what_is_asked_wrongly_is_repeated_harmlessly(tmp_path: Path, words: tuple[str, ...]) -> None:
    result = run(portal(tmp_path, {}), *words)
    assert (result.exit_code > 0, steering_in(result.output)) == (True, set())


SPEAKS = {
    "print",
    "input",
    "echo",
    "secho",
    "print_exc",
    "print_exception",
    "stdout",
    "stderr",
    "__stdout__",
    "__stderr__",
}
"""What writes to somebody."""


@pytest.mark.slow
def test_only_the_command_line_speaks_and_it_has_one_group() -> None:
    """Whatever speaks does so behind the gate; below, there are only texts that are given back, and MkDocs' log."""
    speakers: dict[str, set[str]] = {}
    for module in PACKAGE.rglob("*.py"):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        named = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        named |= {
            node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        if found := named & SPEAKS - (
            {"stdout", "stderr"} if "subprocess" in module.read_text(encoding="utf-8") else set()
        ):
            speakers[module.relative_to(PACKAGE).as_posix()] = found
    assert {name for name in speakers if not name.startswith("cli/")} == set()
    assert {name for name, found in speakers.items() if found - {"echo", "print_exception"}} == {"cli/gate.py"}
    assert isinstance(main, GatedGroup)


@pytest.mark.slow
def test_a_terminal_that_knows_few_letters_is_told_in_those(tmp_path: Path, run_stifinner: Run) -> None:
    files = {f"{P}/samlinger/s.md": f"---\nsted: blåbær\x1b\n---\n# 🎉 {WORST.splitlines()[0]}\n"}
    folder = portal(tmp_path, files)
    for words in (("check",), ("check", "--format", "github"), ("build",)):
        done = run_stifinner(*words, cwd=folder, anew=True, PYTHONUTF8="0", PYTHONIOENCODING="ascii", LC_ALL="C")
        assert (done.returncode, "Traceback" in done.stderr) == (1, False)
        assert (done.stdout + done.stderr).isascii()
        assert "control-character" in done.stdout + done.stderr


@pytest.mark.slow
def test_a_build_that_fails_and_one_that_stands_say_it_harmlessly(tmp_path: Path, run_stifinner: Run) -> None:
    folder = portal(tmp_path, {f"{P}/artikler/a.md": "# A\x1b[2J\n\nB.\n"}, name="##[error]Navn")
    failed = run_stifinner("build", cwd=folder)
    assert (failed.returncode, steering_in(failed.stdout + failed.stderr)) == (1, set())
    words = [text for text in COMMANDS if not text.startswith("\u200b")]
    write_files(
        folder / "content", {f"{P}/artikler/a.md": "\n\n## ".join(["# ##[error]A", *words]) + "\n\nwww.ab.no\n"}
    )
    stands = run_stifinner("build", cwd=folder)
    assert (stands.returncode, steering_in(stands.stdout + stands.stderr)) == (0, set())
    assert "bare-address" in stands.stderr
