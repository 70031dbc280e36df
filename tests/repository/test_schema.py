"""The schema of the facts: made from the model, published, and told by the tool that VS Code asks."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from core.builder import write_files
from effort import some_of_each
from stifinner.help.schema import schema_of
from stifinner.language.guide import load_guide
from stifinner.language.phrases import LANGUAGES, load_phrases
from stifinner.portal import build_portal

Run = Callable[..., subprocess.CompletedProcess[str]]
KINDS = list(load_guide("nb"))
WRONG = {
    "programmer/p/samlinger/a.md": ("dato: 3. mars 2027\ndata: 1. mars", "additional properties"),
    "programmer/p/samlinger/b.md": ("type: seminar", "allowed values: `festival`, `halvdag`"),
    "programmer/p/roller/c.md": ("sted: Losby", "additional properties"),
    "programmer/p/index.md": ("type: kurs", "allowed values: `paraply`, `program`"),
    "ressurser/d.md": ("lenke: https://a.example", "additional properties"),
    "om.md": ("rekkefølge: først", "Must match pattern"),
    "index.md": ("farge: 361", "Must match pattern"),
}
RIGHT = (
    "sted: Losby: hotell",
    "sted: Sal #2",
    "sted: *Losby*",
    "sted: - Losby",
    'sted: "Losby',
    "sted: @Losby",
    "tid: 09.00–15.30",
    "dato: 2027-03-12",
    "Dato: 3. mars 2027",
    "type: Halvdag",
    "type:",
    'type: "samling"',
    "# type: seminar",
    "bare omtalt: ja",
)
"""Facts that a program that reads YAML would have something to say of, and Stifinner has not."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_has_every_fact_with_its_meaning(kind: str, language: str):
    schema = schema_of(kind, language)
    words = load_phrases(language)["fields"].get(kind, {})
    assert list(schema["properties"]) == list(words.values())
    assert schema["additionalProperties"] is False
    assert [word for word, fact in schema["properties"].items() if not fact["description"]] == []


def test_closed_lists_are_lists():
    found = {
        (kind, word): fact["enum"]
        for kind in KINDS
        for word, fact in schema_of(kind, "nb")["properties"].items()
        if "enum" in fact
    }
    yes_or_no = {key: words for key, words in found.items() if words == ["ja", "nei", None]}
    drafts = {(kind, "utkast") for kind in KINDS if kind != "portal"}
    assert set(yes_or_no) == {("portal", "eksempel"), ("gathering", "bare omtalt"), *drafts}
    assert {key: words for key, words in found.items() if key not in yes_or_no} == {
        ("programme", "type"): ["paraply", "program", None],
        ("programme", "tilstand"): ["gjennomført", "planlagt", "pågår", None],
        ("cohort", "tilstand"): ["avsluttet", "planlagt", "pågår", None],
        ("gathering", "type"): ["festival", "halvdag", "intern", "kick-off", "samling", "veiledning", None],
        ("sheet", "papir"): ["liggende", "stående", None],
    }


def test_the_files_beside_the_settings_of_vs_code_are_up_to_date(tmp_path: Path, run_stifinner: Run, root: Path):
    done = run_stifinner("schema", "--to", str(tmp_path / "skjema"))
    assert done.returncode == 0
    folders = (root / ".vscode" / "skjema", tmp_path / "skjema")
    kept, made = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders)
    assert set(made) == {"remark.json", *(f"{kind}.json" for kind in KINDS)}
    made["remark.json"] = kept["remark.json"]  # says where the folder itself lies
    behind = sorted(name for name in {*kept, *made} if kept.get(name) != made.get(name))
    assert behind == [], "renew them: stifinner schema --to .vscode/skjema"


def test_the_command_prints_one_or_all(run_stifinner: Run):
    assert json.loads(run_stifinner("schema", "gathering").stdout) == schema_of("gathering", "nb")
    assert list(json.loads(run_stifinner("schema").stdout)) == KINDS


@pytest.mark.slow
def test_schemas_are_published(built_site: Path):
    published = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (built_site / "skjema").iterdir()}
    assert published == {f"{kind}.json": schema_of(kind, "nb") for kind in KINDS}


@pytest.fixture(scope="module")
def lint(root: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """What remark says of the files in a folder that is set up as the repository is."""
    command = root / "requirements" / "node_modules" / ".bin" / "remark"
    if not command.exists() or not shutil.which("node"):
        pytest.skip("Fant ikke remark, så skjemaet prøves ikke slik VS Code bruker det: npm ci --prefix requirements")

    def run(folder: Path, *words: str, fetched: bool = True) -> subprocess.CompletedProcess[str]:
        for name in (".remarkrc.mjs", ".vscode"):
            copy = shutil.copytree if (root / name).is_dir() else shutil.copy
            copy(root / name, folder / name)
        (folder / "requirements").mkdir()
        if fetched:
            (folder / "requirements" / "node_modules").symlink_to(root / "requirements" / "node_modules")
        line = [str(command), "content", "--quiet", "--frail", "--no-stdout", "--no-color", *words]
        return subprocess.run(line, cwd=folder, capture_output=True, encoding="utf-8", check=False)

    return run


@pytest.mark.slow
@pytest.mark.sample
def test_the_sample_passes_as_vs_code_would_see_it(lint, root: Path, tmp_path: Path):
    files = sorted((root / "content").rglob("*.md"))
    for file in some_of_each(files, lambda file: file.parent.name, lambda file: file.stat().st_size):
        place = tmp_path / file.relative_to(root)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, place)
    done = lint(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_what_is_wrong_is_told_at_its_file(lint, tmp_path: Path):
    for path, (facts, _) in WRONG.items():
        place = tmp_path / "content" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(f"---\n{facts}\n---\n# A\n", encoding="utf-8")
    done = lint(tmp_path)
    assert done.returncode == 1
    told = dict(part.split("\n", 1) for part in done.stderr.strip().split("\n\n") if part.startswith("content/"))
    assert set(told) == {f"content/{path}" for path in WRONG}
    for path, (_, message) in WRONG.items():
        assert message in told[f"content/{path}"]


@pytest.mark.slow
def test_what_the_check_has_nothing_to_say_of_is_not_told_in_vs_code_either(lint, tmp_path: Path):
    files: dict[str, str | bytes] = {"index.md": "# A\n\nB.\n", "programmer/p/index.md": "# P\n\nC.\n"}
    for number, fact in enumerate(RIGHT):
        text = f"---\n{fact}\n---\n# Samling {number}\n\nOm samlingen.\n"
        files[f"programmer/p/samlinger/s-{number}.md"] = text
    assert build_portal(write_files(tmp_path / "content", files), name="P").problems == ()
    done = lint(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
def test_facts_are_left_as_they_were_written(lint, tmp_path: Path):
    text = "---\nSted: Losby: hotell\ntype:\n# hjelp\n---\n\n# A\n\nOm.\n"
    place = write_files(tmp_path / "content", {"programmer/p/samlinger/a.md": text}) / "programmer/p/samlinger/a.md"
    assert lint(tmp_path, "--output").returncode == 0
    assert place.read_text(encoding="utf-8") == text


@pytest.mark.slow
def test_before_anything_is_fetched_it_says_what_to_do(lint, tmp_path: Path):
    write_files(tmp_path / "content", {"om.md": "# Om\n"})
    done = lint(tmp_path, fetched=False)
    assert done.returncode == 1
    assert "Kjør «npm ci --prefix requirements» én gang" in done.stderr
