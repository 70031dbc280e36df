"""``stifinner write``: the whole portal as files that any generator takes, made with MkDocs gone."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from core.builder import SMALLEST, write_files
from stifinner.adapter.building.site_check import check_site
from stifinner.files.settings import read_settings
from stifinner.files.shipped import THEME
from stifinner.portal import build_portal

Run = Callable[..., subprocess.CompletedProcess[str]]
pytestmark = pytest.mark.slow

BLOCKED = """
import sys
for name in ("mkdocs", "material", "properdocs"):
    sys.modules[name] = None
from stifinner.cli import main
main(sys.argv[1:])
"""
SETTINGS = "site_name: Portal\ntheme: {name: material, language: nb}\ndocs_dir: content\nplugins: [stifinner]\n"
FILES = {
    **SMALLEST,
    "index.md": "---\nnavn: Vår portal\nmerke: merke.svg\nfarge: 25\n---\n# Forside\n\nVelkommen.\n",
    "merke.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" width="1" height="1"/>\n',
    "om.md": (
        "---\ntidligere: hvem\n---\n# Om «oss»\n\nSe [arket](programmer/p/filer/ark.pdf).\n\n    kode\n\n- en\n\n  to\n"
    ),
    "programmer/p/filer/ark.pdf": b"%PDF-1.7 ark",
    "programmer/p/samlinger/start.md": (
        "---\ndato: 1. mars 2030\n---\n# Start\n\nVi begynner.\n\n## Notat til redaktører\n\nKvernstein.\n"
    ),
}


def write_without_mkdocs(folder: Path, target: Path) -> subprocess.CompletedProcess[str]:
    """``stifinner write`` where neither engine nor theme can be imported."""
    command = [sys.executable, "-c", BLOCKED, "write", str(target)]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)


def build_plainly(written: Path) -> Path:
    """What MkDocs makes of the files, with mkdocs-material and nothing of ours."""
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    done = subprocess.run(command, cwd=written, env=settings, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return written / "site"


def as_shown(block: str) -> str:
    """Material's search takes away what only it reads."""
    return block.replace(' data-search-exclude="true"', "")


def as_read(block: str) -> list[str]:
    """HTML tag by tag, in the signs that a browser takes it for, each blank as good as another."""
    read = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), block)
    return [" ".join(part.split()) for part in re.split(r"(<[^>]*>)", read) if part.strip()]


def pages_in(written: Path) -> dict[str, str]:
    """Address of each written page, and its block of HTML."""
    pages = {}
    for path in sorted((written / "docs").rglob("index.md")):
        found = re.fullmatch(
            r"---\n(?:\w+: \".*\"\n)+---\n\n(<div[^\n]*>\n.*\n</div>)\n", path.read_text("utf-8"), re.S
        )
        assert found, path
        address = path.parent.relative_to(written / "docs").as_posix()
        pages["" if address == "." else f"{address}/"] = found[1]
    return pages


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small portal, written."""
    folder = tmp_path_factory.mktemp("small")
    write_files(folder / "content", FILES)
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    done = write_without_mkdocs(folder, folder / "ut")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Skrev 30 sider i ut/.")
    return folder / "ut"


def test_everything_is_written(written: Path) -> None:
    pages = set(pages_in(written))
    handbook = {address for address in pages if address.startswith("for-redaktorer/")}
    assert len(handbook) == 22
    assert pages - handbook == {
        *("", "om/", "hva-mangler/", "programmer/p/", "programmer/p/samlinger/start/"),
        "programmer/p/samlinger/start/skriv-ut/",
        *("arshjul/", "programmer/p/arshjul/"),
    }
    docs = written / "docs"
    assert (docs / "programmer/p/filer/ark.pdf").read_bytes() == FILES["programmer/p/filer/ark.pdf"]
    assert (docs / "merke.svg").read_text(encoding="utf-8") == FILES["merke.svg"]
    assert 'url=../om/"' in (docs / "hvem/index.html").read_text(encoding="utf-8")
    colours = (docs / "assets/css/programmes.css").read_text(encoding="utf-8")
    assert (":root { --hue: 25;" in colours, '[data-programme="p"]' in colours) == (True, True)
    theme = {path.relative_to(THEME).as_posix() for path in (THEME / "assets").rglob("*") if path.is_file()}
    assert {path for path in theme if not (docs / path).is_file()} == set()


def test_the_settings_name_no_plugin_of_ours(written: Path) -> None:
    said = (written / "mkdocs.yml").read_text(encoding="utf-8")
    assert 'site_name: "Vår portal"\n' in said
    assert "plugins: [search]\n" in said
    assert "stifinner" not in said


def test_a_page_is_the_very_block_that_our_own_build_shows(written: Path) -> None:
    portal = build_portal(written.parent / "content", name="")
    made = {page.address: html.strip() for page, html in portal.render([THEME / "fragments"])}
    assert {address: as_read(block)[1:-1] for address, block in pages_in(written).items()} == {
        address: as_read(html) for address, html in made.items()
    }


def test_notes_to_editors_are_not_written(written: Path) -> None:
    texts = [path.read_bytes().lower() for path in written.rglob("*") if path.is_file()]
    assert [text for text in texts if b"kvernstein" in text] == []


def test_plain_mkdocs_passes_each_block_as_it_is(written: Path) -> None:
    site = build_plainly(written)
    for address, block in pages_in(written).items():
        assert as_shown(block) in (site / address / "index.html").read_text(encoding="utf-8")
    assert lost_links(site) == []


def lost_links(site: Path) -> list:
    """Links that lead nowhere; what else Material does is its own affair."""
    return [found for found in check_site(site) if found.code in {"missing_target", "missing_anchor", "outside"}]


def test_mistakes_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    write_files(tmp_path / "content", {**SMALLEST, "om.md": "---\nstad: her\n---\n# Om\n"})
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    done = write_without_mkdocs(tmp_path, tmp_path / "ut")
    assert (done.returncode, done.stdout) == (1, "")
    assert "om.md:2:1" in done.stderr
    assert done.stderr.endswith("Ingenting er skrevet.\n")
    assert not (tmp_path / "ut").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    write_files(tmp_path / "content", SMALLEST)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    done = write_without_mkdocs(tmp_path, tmp_path / "content")
    assert (done.returncode, done.stdout) == (1, "")
    assert "er ikke tom" in done.stderr


def test_what_cannot_be_written_whole_is_not_written_at_all(tmp_path: Path) -> None:
    write_files(tmp_path / "portal" / "content", FILES)
    (tmp_path / "portal" / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    command = ["bash", "-c", f'ulimit -f 20; exec "{sys.executable}" -m stifinner write ../ny/ut']
    done = subprocess.run(command, cwd=tmp_path / "portal", stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-2].startswith("Maskinen lar ikke noen skrive så store filer her.")
    assert done.stderr.endswith("\nIngenting er skrevet.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["portal"]


@pytest.mark.parametrize(
    ("text", "language", "theme"),
    [
        ("site_name: X\n", "nb", None),
        ("site_name: X\ntheme: material\n", "nb", None),
        (
            "site_name: X\nsite_url: !ENV [A, B, '']\ntheme: {name: material, language: nn, custom_dir: eget}\n",
            "nn",
            "eget",
        ),
        ("site_name: X\nplugins:\n  - x: {f: !!python/name:a.b }\ntheme: {language: !ENV [SPRAK, en]}\n", "en", None),
    ],
)
def test_settings_are_read_as_mkdocs_writes_them(tmp_path: Path, text: str, language: str, theme: str | None) -> None:
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    settings = read_settings(tmp_path / "mkdocs.yml")
    assert (settings.name, settings.language) == ("X", language)
    assert settings.theme == (tmp_path / theme if theme else None)
