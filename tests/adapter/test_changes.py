"""``stifinner changes``: which pages a proposal changes, compared with any revision, and nothing touched by asking."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from adapter.small_site import fingerprint
from core.builder import write_files
from stifinner.portal import build_portal
from stifinner.publishing.changes import compare_portals, show_changes

Run = Callable[..., subprocess.CompletedProcess[str]]
SETTINGS = "site_name: Liten\ndocs_dir: content\ntheme: {name: material, language: nb}\nplugins: [search, stifinner]\n"
CONTENT = {
    "index.md": "# Forside\n\nVelkommen.\n",
    "om.md": "# Om oss\n\nVi er til.\n",
    "programmer/p/index.md": "# Programmet\n\nEt lite program.\n",
    "programmer/p/filer/plan.pdf": b"%PDF-1.7 en",
    "programmer/p/roller/leder.md": "# Leder\n\nDu leder.\n",
    "programmer/p/samlinger/en.md": "---\ndato: 1. mars 2030\n---\n# Den første\n\nVi begynner.\n",
}
RING = "Det som står rundt alle sidene, er også endret (navn, menyer, bunntekst eller farger)."


def git(folder: Path, *words: str) -> str:
    identity = ("-c", "user.name=P", "-c", "user.email=p@example.no", "-c", "init.defaultBranch=main")
    done = subprocess.run(["git", *identity, *words], cwd=folder, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A portal that was committed once, in a folder of a repository whose name has a space."""
    portal = tmp_path / "et depot" / "portal"
    write_files(portal, {"mkdocs.yml": SETTINGS, **{f"content/{path}": text for path, text in CONTENT.items()}})
    git(portal.parent, "init", "--quiet")
    git(portal.parent, "add", "--all")
    git(portal.parent, "commit", "--quiet", "--message", "før")
    return portal


CASES = {
    "nothing": ({}, "Ingen sider er endret."),
    "only a note that no page shows": (
        {"om.md": "# Om oss\n\nVi er til.\n\n## Notat til redaktører\n\nHusk.\n"},
        "Ingen sider er endret.",
    ),
    "one page": (
        {"programmer/p/roller/leder.md": "# Leder\n\nDu leder.\n\n## Oppgaver\n\n- Gå foran\n"},
        "Sider som er endret\n\nEndrede sider:\n  Leder – Programmet (programmer/p/roller/leder/index.html)",
    ),
    "a page that others show something of": (
        {"programmer/p/samlinger/en.md": "---\ndato: 2. mars 2030\n---\n# Den første\n\nVi begynner.\n"},
        (
            "Sider som er endret\n\n"
            "Endrede sider:\n  Den første – Programmet (programmer/p/samlinger/en/index.html)\n\n"
            "Viser også noe av det som er endret:\n  Forside (index.html)\n  Programmet (programmer/p/index.html)\n"
            "  Leder – Programmet (programmer/p/roller/leder/index.html)\n"
            "  Årshjul for Programmet – Programmet (programmer/p/arshjul/index.html)\n"
            "  Årshjul for leder – Programmet (programmer/p/roller/leder/arshjul/index.html)\n"
            "  Årshjul for Liten (arshjul/index.html)\n\n"
            "Endret uten at kalendere får vite det (skriv «flyttet fra» og «meldt» ved datoen):\n"
            "  Den første (Programmet): 1. mars 2030 → 2. mars 2030"
        ),
    ),
    "a page that is new and one that is gone": (
        {"om.md": None, "om-oss.md": "# Om oss\n\nVi er til.\n"},
        (
            "Sider som er endret\n\nNye sider:\n  Om oss (om-oss/index.html)\n\n"
            f"Sider som er borte:\n  Om oss (om/index.html)\n\n{RING}"
        ),
    ),
    "attachments": (
        {"programmer/p/filer/plan.pdf": b"%PDF-1.7 to", "programmer/p/filer/ny.pdf": b"%PDF-1.7"},
        (
            "Sider som er endret\n\nNye vedlegg:\n  programmer/p/filer/ny.pdf\n\n"
            "Endrede vedlegg:\n  programmer/p/filer/plan.pdf"
        ),
    ),
    "what stands around all pages": (
        {"index.md": "---\nfarge: 20\n---\n# Forside\n\nVelkommen.\n"},
        f"Sider som er endret\n\n{RING}",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_a_reader_finds_different_is_told(tmp_path: Path, case: str):
    files, told = CASES[case]
    now = {path: text for path, text in {**CONTENT, **files}.items() if text is not None}
    before, after = (write_files(tmp_path / name, content) for name, content in (("før", CONTENT), ("nå", now)))
    portals = [build_portal(content, name="Liten") for content in (before, after)]
    assert show_changes(compare_portals(*portals, before, after), portals[0].phrases) == told


@pytest.mark.slow
def test_asking_touches_nothing(repository: Path, run_stifinner: Run):
    write_files(repository / "content", {"om.md": "# Om oss\n\nNytt.\n"})
    git(repository, "add", "content/om.md")
    write_files(repository / "content", {"ny.md": "# Ny\n\nSide.\n"})
    before = (git(repository, "status", "--porcelain"), fingerprint(repository))
    done = run_stifinner("changes", "HEAD", cwd=repository)
    assert "Nye sider:\n  Ny (ny/index.html)" in done.stdout
    assert (git(repository, "status", "--porcelain"), fingerprint(repository)) == before


@pytest.mark.slow
def test_on_github_it_stands_in_the_summary_too(repository: Path, run_stifinner: Run, tmp_path: Path):
    write_files(repository / "content", {"om.md": "# Om @alle & oss\n\nNytt.\n"})
    summary = tmp_path / "summary.md"
    summary.write_text("Fra før\n", encoding="utf-8")
    done = run_stifinner("changes", "HEAD", "--format", "github", cwd=repository, GITHUB_STEP_SUMMARY=str(summary))
    assert (done.returncode, done.stderr) == (0, "")
    assert summary.read_text(encoding="utf-8") == (
        "Fra før\n\n## Sider som er endret\n\n### Endrede sider\n\n"
        "- **Om \\@&#8203;alle &amp; oss** (om/index.html)\n\n"
        "Det som står rundt alle sidene, er også endret (navn, menyer, bunntekst eller farger).\n"
    )


@pytest.mark.slow
def test_pages_that_only_show_something_of_it_are_folded_in_the_summary(
    repository: Path, run_stifinner: Run, tmp_path: Path
):
    write_files(repository / "content", CASES["a page that others show something of"][0])
    summary = tmp_path / "summary.md"
    run_stifinner("changes", "HEAD", "--format", "github", cwd=repository, GITHUB_STEP_SUMMARY=str(summary))
    text = summary.read_text(encoding="utf-8")
    assert "<details><summary>Viser også noe av det som er endret (6)</summary>\n\n- **Forside** (index.html)\n" in text


@pytest.mark.slow
def test_a_long_list_ends(repository: Path, run_stifinner: Run):
    write_files(repository / "content", {f"side-{n}.md": f"# Side {n}\n\nTekst.\n" for n in range(130)})
    done = run_stifinner("changes", "HEAD", cwd=repository)
    assert done.stdout.count("(side-") == 100
    assert "  og 30 til\n" in done.stdout


@pytest.mark.slow
def test_a_portal_that_was_not_there_is_all_new(repository: Path, run_stifinner: Run):
    empty = git(repository, "commit-tree", "-m", "tomt", git(repository, "mktree", "--missing").strip() or "").strip()
    done = run_stifinner("changes", empty, cwd=repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Sider som er endret\n\nNye sider:\n  Forside (index.html)\n")


@pytest.mark.slow
def test_content_that_was_broken_before_is_not_compared(repository: Path, run_stifinner: Run):
    write_files(repository / "content", {"om.md": "---\nstad: her\n---\n# Om\n"})
    git(repository, "commit", "--quiet", "--all", "--message", "feil")
    write_files(repository / "content", {"om.md": "# Om\n\nTekst.\n"})
    done = run_stifinner("changes", "HEAD", cwd=repository)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Innholdet hadde feil fra før, så sidene kan ikke sammenlignes.\n"


@pytest.mark.slow
def test_content_that_is_broken_now_is_mended_first(repository: Path, run_stifinner: Run):
    write_files(repository / "content", {"om.md": "---\nstad: her\n---\n# Om\n"})
    done = run_stifinner("changes", "HEAD", cwd=repository)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "Dette må rettes før portalen kan bygges.\n"


@pytest.mark.slow
@pytest.mark.parametrize("revision", ["finnes-ikke", "--all", "HEAD^1"])
def test_a_revision_that_is_not_there_is_told(repository: Path, run_stifinner: Run, revision: str):
    done = run_stifinner("changes", "--", revision, cwd=repository)
    assert (done.returncode, done.stdout) == (1, "")
    assert f"Finner ikke «{revision}» i depotet" in done.stderr


@pytest.mark.slow
def test_outside_a_repository_there_is_nothing_to_compare_with(tmp_path: Path, run_stifinner: Run):
    write_files(tmp_path, {"mkdocs.yml": SETTINGS, "content/index.md": CONTENT["index.md"]})
    done = run_stifinner("changes", "HEAD", cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert (done.returncode, done.stdout) == (1, "")
    assert "Finner ikke «HEAD»" in done.stderr
