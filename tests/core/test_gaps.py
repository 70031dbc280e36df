"""What is missing: found in every kind, told by the page and the command alike, and no note of editors among it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from core.builder import portal_of, write_files
from stifinner.views.pages.gaps import GapsPage

P = "programmer/p"
FILES: dict[str, str | bytes] = {
    "index.md": "# Forside\n\nVelkommen.\n",
    f"{P}/index.md": "---\nfor hvem: alle\n---\n# Programmet\n\nEt program.\n\n## Notat til redaktører\n\nHEMMELIG\n",
    f"{P}/roller/leder.md": "# Leder\n",
    f"{P}/roller/mentor.md": "# Mentor\n\nFølger opp.\n\n## Oppgaver\n\n- Vær der\n",
    f"{P}/samlinger/a.md": (
        "---\ndato: 3. mars 2027\n---\n# A\n\nDette er A.\n\n## Fokusområder\n\n- Lytt\n\n"
        "## Presentasjoner\n\n- Lysbilder (kommer)\n\n## Mellomarbeid\n\nLes.\n"
    ),
    f"{P}/samlinger/b.md": (
        "---\ndato: 3. april 2027\ntid: 09.00–10.00\nsted: Losby\n---\n# B\n\nDette er B.\n\n"
        "## Dagsplan\n\n- 10 min Start\n\n## Fokusområder\n\n- Lytt\n"
    ),
    f"{P}/samlinger/c.md": "---\nbare omtalt: ja\n---\n# C\n",
    f"{P}/ressurser/r.md": "# R\n\nOm R.\n\n## Notat til redaktører\n\nHEMMELIG\n",
    f"{P}/inspirasjon/i.md": "# I\n\nOm I.\n",
    f"{P}/refleksjon/s.md": "# S\n\nEt ark.\n\n## Spørsmål\n\n- Hva?\n",
    "ressurser/felles.md": "# Felles\n\nOm den.\n",
}
MISSING = {
    "A": ["klokkeslett", "sted", "dagsplan", "presentasjon", "frist for mellomarbeidet"],
    "C": ["egen side", "dato"],
    "Programmet": ["hvem som kan svare"],
    "Leder": ["hva det handler om", "oppgaver"],
    "R": ["lenke eller fil"],
    "I": ["lenke eller fil"],
    "S": ["spørsmål til samtalen", "hvordan arket brukes"],
}
Run = Callable[..., subprocess.CompletedProcess[str]]


def gaps_page(folder: Path, files: dict[str, str | bytes]) -> GapsPage:
    views = [page.view for page in portal_of(folder, files).pages if page.address == "hva-mangler/"]
    assert isinstance(views[0], GapsPage)
    return views[0]


def test_what_is_missing_is_told_by_programme_gatherings_first(tmp_path: Path):
    own, shared = gaps_page(tmp_path, FILES).groups
    assert own.programme
    assert own.programme.id == "p"
    assert {line.item.text: list(line.missing) for line in own.lines} == MISSING
    assert [line.item.text for line in own.lines] == list(MISSING)
    assert shared.programme is None
    assert [(line.item.text, line.sentence) for line in shared.lines] == [("Felles", "Lenke eller fil.")]


def test_a_portal_that_lacks_nothing_says_so(tmp_path: Path):
    whole: dict[str, str | bytes] = {
        "index.md": "# Forside\n\nVelkommen.\n",
        f"{P}/index.md": "---\nfor hvem: alle\n---\n# P\n\nEt program.\n\n## Kontakt\n\nSpør oss.\n",
        f"{P}/roller/mentor.md": FILES[f"{P}/roller/mentor.md"],
        f"{P}/samlinger/b.md": FILES[f"{P}/samlinger/b.md"],
    }
    page = gaps_page(tmp_path, whole)
    assert (page.groups, page.lede) == ((), "Ingenting mangler. Alt det portalen har plass til, står der.")


def test_the_page_is_listed_nowhere(tmp_path: Path):
    page = next(page for page in portal_of(tmp_path, FILES).pages if page.address == "hva-mangler/")
    assert not page.frame.listed


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_files(tmp_path / "content", FILES)
    (tmp_path / "mkdocs.yml").write_text("site_name: Prøve\ndocs_dir: content\n", encoding="utf-8")
    return tmp_path


def names(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert (done.returncode, done.stderr) == (0, "")
    return [line["name"] for line in json.loads(done.stdout)["programmes"][0]["gaps"]]


def test_the_command_tells_the_same_with_file_and_next_gathering_first(folder: Path, run_stifinner: Run):
    assert names(run_stifinner("gaps", "--format", "json", cwd=folder)) == list(MISSING)
    write_files(folder / "content", {f"{P}/samlinger/d.md": "---\ndato: 5. mai 2027\n---\n# D\n\nD.\n"})
    assert names(run_stifinner("gaps", "--format", "json", "--today", "2027-03-04", cwd=folder))[:2] == ["D", "A"]
    text = run_stifinner("gaps", cwd=folder).stdout
    assert f"  Samling: A (ons. 3. mars 2027)\n    {', '.join(MISSING['A'])}\n    content/{P}/samlinger/a.md\n" in text
    assert "HEMMELIG" not in text


def test_with_errors_in_the_content_the_command_says_to_mend_them_first(folder: Path, run_stifinner: Run):
    write_files(folder / "content", {f"{P}/samlinger/e.md": "---\ndato: 45. mai 2027\n---\n# E\n"})
    done = run_stifinner("gaps", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Innholdet har feil. Rett dem først: «stifinner check» viser dem.\n"
