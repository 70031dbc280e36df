"""``stifinner build``: a new site whole, or the old one untouched, and never a traceback."""

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from adapter.small_site import SETTINGS, TEMPLATE, fingerprint, write, write_small_site
from stifinner.language.phrases import load_phrases

Run = Callable[..., subprocess.CompletedProcess[str]]
PAGES = ["index.html", "om/index.html", "sitemap.xml", "sitemap.xml.gz"]
NOT_BUILT = "Portalen ble ikke bygget. Det som var bygget før, er ikke rørt.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small_site(tmp_path)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_build_says_how_many_pages_how_long_and_where(folder: Path, run_stifinner: Run) -> None:
    done = run_stifinner("build", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"Ferdig: 2 sider på \d+,\d sekunder, i site/\n", done.stdout)
    assert list(fingerprint(folder / "site")) == PAGES
    assert names_in(folder) == ["content", "mkdocs.yml", "site", "theme"]


def test_a_build_goes_where_it_is_told(folder: Path, run_stifinner: Run) -> None:
    elsewhere = folder / "ut" / "portal"
    assert run_stifinner("build", "--site-dir", str(elsewhere), cwd=folder).returncode == 0
    assert list(fingerprint(elsewhere)) == PAGES
    assert not (folder / "site").exists()


def test_two_builds_are_the_same_byte_for_byte(folder: Path, run_stifinner: Run) -> None:
    for words in (["init"], ["add", "."], ["commit", "-m", "først", "--date", "2020-02-02T12:00:00Z"]):
        identity = ["-c", "user.name=Prøve", "-c", "user.email=prove@example.no"]
        environment = {**os.environ, "GIT_COMMITTER_DATE": "2020-02-02T12:00:00Z"}
        subprocess.run(["git", *identity, *words], cwd=folder, env=environment, check=True, capture_output=True)
    run_stifinner("build", cwd=folder)
    first = fingerprint(folder / "site")
    run_stifinner("build", cwd=folder)
    assert fingerprint(folder / "site") == first
    assert re.findall(r"<lastmod>(.*)</lastmod>", (folder / "site/sitemap.xml").read_text()) == ["2020-02-02"] * 2


BREAKS = {
    "a link to nowhere": ("content/index.md", "# Fram\n\n[Om](omm.md)\n", "omm.md"),
    "a page that breaks the policy": (
        "theme/main.html",
        TEMPLATE.replace("<body>", "<body style='x'>"),
        "<body style>",
    ),
    "a page without a policy": ("theme/main.html", "<title>x</title>{{ page.content }}", "Content-Security-Policy"),
    "a template that cannot be read": ("theme/main.html", "{% if %}", "TemplateSyntaxError"),
    "settings that are not YAML": ("mkdocs.yml", "site_name: [", "mkdocs.yml"),
    "settings that are unknown to MkDocs": ("mkdocs.yml", SETTINGS + "sidenavn: x\n", "sidenavn"),
    "a plugin that does not exist": ("mkdocs.yml", SETTINGS.replace("[]", "[finnesikke]"), "finnesikke"),
    "a folder of content that is not there": ("mkdocs.yml", SETTINGS.replace(": content", ": innhold"), "innhold"),
}


@pytest.mark.parametrize(("path", "text", "cause"), BREAKS.values(), ids=BREAKS)
def test_a_failed_build_leaves_the_old_site(folder: Path, run_stifinner: Run, path: str, text: str, cause: str) -> None:
    run_stifinner("build", cwd=folder)
    before = fingerprint(folder / "site")
    write(folder / path, text)
    done = run_stifinner("build", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith(NOT_BUILT)
    assert cause in done.stderr
    assert "Traceback" not in done.stderr
    assert fingerprint(folder / "site") == before
    assert names_in(folder) == ["content", "mkdocs.yml", "site", "theme"]


def test_problems_of_the_built_site_are_told_with_page_and_line(folder: Path, run_stifinner: Run) -> None:
    write(folder / "theme/main.html", TEMPLATE.replace("<body>", "<body id='a' style='x'><p id='a'>"))
    cli = load_phrases("nb")["cli"]
    assert run_stifinner("build", cwd=folder).stderr == "\n".join(
        (
            cli["own_fault"],
            "index.html:5: id-en «a» står flere ganger på siden",
            "index.html:5: <body style> er stil eller skript skrevet rett i siden",
            "om/index.html:5: id-en «a» står flere ganger på siden",
            "om/index.html:5: <body style> er stil eller skript skrevet rett i siden",
            cli["report_it"],
            NOT_BUILT,
        )
    )


def test_a_fault_of_ours_is_told_as_one_and_shown_on_request(folder: Path, run_stifinner: Run) -> None:
    write(folder / "theme/main.html", "{% if %}")
    done = run_stifinner("build", "--traceback", cwd=folder)
    assert (done.returncode, "Traceback" in done.stderr) == (1, True)


def test_a_build_after_an_interrupted_exchange_finds_the_old_site_again(folder: Path, run_stifinner: Run) -> None:
    run_stifinner("build", cwd=folder)
    before = fingerprint(folder / "site")
    (folder / "site").rename(folder / "site.old")
    write(folder / "site.next" / "index.html", "halv")
    write(folder / "content/index.md", "[Om](omm.md)")
    assert run_stifinner("build", cwd=folder).returncode == 1
    assert fingerprint(folder / "site") == before
    assert names_in(folder) == ["content", "mkdocs.yml", "site", "theme"]


def test_a_folder_that_is_not_a_site_is_not_replaced(folder: Path, run_stifinner: Run) -> None:
    write(folder / "arkiv" / "regnskap.txt", "viktig")
    done = run_stifinner("build", "--site-dir", "arkiv", cwd=folder)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        f"{folder / 'arkiv'} inneholder noe annet enn et bygget nettsted, og ville blitt slettet. Velg en annen mappe."
    ]
    assert (folder / "arkiv" / "regnskap.txt").read_text() == "viktig"


def test_a_folder_without_settings_is_told(tmp_path: Path, run_stifinner: Run) -> None:
    done = run_stifinner("build", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Fant ikke mkdocs.yml. Stå i mappa der portalens mkdocs.yml ligger, eller si hvor den er med --config-file.\n"
    )
