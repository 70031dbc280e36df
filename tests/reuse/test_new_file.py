"""``stifinner new gathering`` and the like, as a process in a portal of one's own."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from core.builder import SMALLEST, write_files
from core.test_templates import TOLD
from stifinner.language.phrases import load_phrases
from stifinner.model.kinds import KINDS

Run = Callable[..., subprocess.CompletedProcess[str]]
P = "content/programmer/p"
FOLDERS = load_phrases("nb")["folders"]
PLACES = {
    kind.command or name.replace("_", "-"): f"{P}/{FOLDERS.get(name)}/a-lytte.md"
    for name, kind in KINDS.items()
    if kind.lies != "front"
} | {"programme": "content/programmer/a-lytte/index.md"}
"""What each kind is called in English → where its file is written."""
WRITTEN = "Skrev {}. Åpne fila og fyll inn: linjene med # er hjelp.\n"


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    write_files(tmp_path / "content", dict(SMALLEST))
    (tmp_path / "mkdocs.yml").write_text("site_name: Prøve\ndocs_dir: content\n", encoding="utf-8")
    return tmp_path


def ask(portal: Path, answers: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the command and answer its questions."""
    from sys import executable

    command = [executable, "-m", "stifinner", "new", *words]
    return subprocess.run(
        command, cwd=portal, input=answers, capture_output=True, encoding="utf-8", check=False, env={"PYTHONUTF8": "1"}
    )


@pytest.mark.parametrize(("kind", "place"), PLACES.items())
def test_a_file_of_each_kind_passes_the_check(portal: Path, run_stifinner: Run, kind: str, place: str):
    done = run_stifinner("new", kind, "--title", "Å lytte", cwd=portal)
    assert (done.returncode, done.stdout, done.stderr) == (0, WRITTEN.format(place), "")
    checked = run_stifinner("check", cwd=portal)
    told = re.findall(r"\[([a-z-]+)\] ", checked.stdout)
    assert (checked.returncode, told) == (0, TOLD.get(kind, []))


def test_the_word_of_the_portals_language_is_understood(portal: Path, run_stifinner: Run):
    assert run_stifinner("new", "samling", "--title", "Å lytte", cwd=portal).stdout == WRITTEN.format(
        PLACES["gathering"]
    )


@pytest.mark.slow
def test_it_asks_for_what_it_was_not_told(portal: Path):
    done = ask(portal, "Å lytte\n3. mars 2027\n\nLosby: sal 2\n", "gathering")
    assert done.returncode == 0
    text = (portal / PLACES["gathering"]).read_text(encoding="utf-8")
    assert "\ndato: 3. mars 2027\n" in text
    assert "\nsted: Losby: sal 2\n" in text
    assert "\n# tid: 09.00–15.30\n" in text
    assert "\n# Å lytte\n" in text


@pytest.mark.slow
def test_without_answers_nothing_is_written(portal: Path):
    done = ask(portal, "", "gathering")
    assert done.returncode == 1
    assert done.stderr.endswith(
        "Svar på spørsmålene, eller si svarene med --title og de andre valgene (--help viser dem).\n"
    )
    assert not (portal / P / "samlinger").exists()


def test_an_answer_that_cannot_be_leaves_nothing(portal: Path, run_stifinner: Run):
    done = run_stifinner("new", "gathering", "--title", "Å lytte", "--date", "45. mars 2027", cwd=portal)
    assert done.returncode == 1
    assert "Datoen «45. mars 2027» finnes ikke." in done.stderr
    assert done.stderr.endswith("Fila ble ikke skrevet. Rett svaret, og prøv igjen.\n")
    assert not (portal / PLACES["gathering"]).exists()


@pytest.mark.parametrize("title", ["!!!", "日本", "   ", "To\nlinjer"])
def test_a_title_that_no_file_can_be_named_after_is_refused(portal: Path, run_stifinner: Run, title: str):
    done = run_stifinner("new", "gathering", "--title", title, cwd=portal)
    assert (done.returncode, done.stdout) == (1, "")
    assert "kan ikke brukes som navn" in done.stderr
    assert not (portal / P / "samlinger").exists()


def test_a_name_that_the_portal_would_not_read_is_refused(portal: Path, run_stifinner: Run):
    done = run_stifinner("new", "resource", "--title", "Lisens", cwd=portal)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Filer som heter «lisens.md», blir holdt utenfor portalen. Ingenting er skrevet. Velg et annet navn.\n"
    )
    assert not (portal / P / "ressurser").exists()


def test_a_long_title_gets_a_name_that_can_be_said(portal: Path, run_stifinner: Run):
    done = run_stifinner("new", "gathering", "--title", "Vi lytter og lærer " * 15, cwd=portal)
    assert (done.returncode, done.stderr) == (0, "")
    (place,) = (portal / P / "samlinger").iterdir()
    assert place.name == "vi-lytter-og-laerer-vi-lytter-og-laerer-vi-lytter-og-laerer-vi-lytter-og-laerer.md"


def test_where_nothing_can_be_written_it_says_so(portal: Path, run_stifinner: Run):
    (portal / P / "samlinger").write_text("Ei fil der mappa skulle vært.", encoding="utf-8")
    done = run_stifinner("new", "gathering", "--title", "Å lytte", cwd=portal)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"{P}/samlinger" in done.stderr
    assert "Traceback" not in done.stderr


def test_nothing_is_written_through_a_link(portal: Path, run_stifinner: Run):
    place = portal / PLACES["role"]
    place.parent.mkdir(parents=True)
    place.symlink_to(portal / "andres.md")
    done = run_stifinner("new", "role", "--title", "Å lytte", cwd=portal)
    assert (done.returncode, place.is_symlink(), (portal / "andres.md").exists()) == (1, True, False)
    assert "finnes fra før" in done.stderr


def test_nothing_is_written_over(portal: Path, run_stifinner: Run):
    run_stifinner("new", "role", "--title", "Å lytte", cwd=portal)
    (portal / PLACES["role"]).write_text("# Min egen\n", encoding="utf-8")
    done = run_stifinner("new", "role", "--title", "Å lytte", cwd=portal)
    assert (done.returncode, done.stderr) == (
        1,
        f"{PLACES['role']} finnes fra før, og er ikke rørt. Velg et annet navn.\n",
    )
    assert (portal / PLACES["role"]).read_text(encoding="utf-8") == "# Min egen\n"


def test_of_several_programmes_one_is_chosen(portal: Path, run_stifinner: Run):
    write_files(portal / "content", {"programmer/q/index.md": "# Q\n\nEt annet.\n"})
    done = run_stifinner("new", "role", "--title", "Å lytte", "--program", "q", cwd=portal)
    assert done.stdout == WRITTEN.format("content/programmer/q/roller/a-lytte.md")
    wrong = run_stifinner("new", "role", "--title", "Å lytte", "--program", "r", cwd=portal)
    assert (wrong.returncode, wrong.stderr) == (
        1,
        "Det finnes ikke noe program som heter «r». Velg et av disse: p, q.\n",
    )
    assert "content/programmer/q/roller/b.md" in ask(portal, "q\nB\n", "role").stdout
    shared = run_stifinner("new", "resource", "--title", "Å lytte", "--program", "-", cwd=portal)
    assert shared.stdout == WRITTEN.format("content/ressurser/a-lytte.md")


def test_outside_a_portal_it_says_where_to_stand(tmp_path: Path, run_stifinner: Run):
    done = run_stifinner("new", "role", "--title", "Å lytte", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("Fant ikke mkdocs.yml.")
