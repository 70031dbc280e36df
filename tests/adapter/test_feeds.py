"""Feeds in a build: where the portal's address is known, found from its pages; and the reason where there are none."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree, html

from core.builder import SMALLEST, write_files
from stifinner.language.phrases import load_phrases

pytestmark = pytest.mark.slow

Run = Callable[..., subprocess.CompletedProcess[str]]
P = "programmer/p/"
WORDS = load_phrases("nb")["cli"]
LACKING = "QR-koder på papir, strøm av endringer, «Abonner» på kalenderne og lenker i innkallingene"
NO_FEED = WORDS["no_address"].format(missing=LACKING) + "\n"
"""Papers have no codes then, nor can anything be followed; it is said once."""
SETTINGS = """\
site_name: Prøve
docs_dir: content
theme: {name: material, language: nb, font: false}
plugins: [search, stifinner]
"""
FILES = {
    **SMALLEST,
    "index.md": "---\nkalendernøkkel: ord\n---\n# Forside\n\nVelkommen.\n",
    f"{P}samlinger/dag.md": "# Dag\n",
    f"{P}kull/k.md": (
        "# Kull 1\n\n## Datoer\n\n- [Dag](../samlinger/dag.md): 22. oktober 2026\n"
        "  - flyttet fra: 15. oktober 2026\n  - meldt: 1. oktober 2026\n"
    ),
}
FEEDS = ["endringer.xml", f"{P}endringer.xml", f"{P}kull/k/endringer.xml"]


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """A portal in which something has changed, whose address nobody has said."""
    write_files(tmp_path / "content", FILES)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def feeds_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("endringer.xml"))


def test_without_an_address_there_is_no_feed_and_that_is_said(portal: Path, run_stifinner: Run):
    assert run_stifinner("build", cwd=portal).stderr == NO_FEED
    assert feeds_in(portal / "site") == []
    pages = [path.read_text(encoding="utf-8") for path in (portal / "site").rglob("index.html")]
    assert [page for page in pages if "atom+xml" in page or "endringer.xml" in page] == []


def test_feeds_are_found_from_the_pages_of_what_they_are_about(portal: Path, run_stifinner: Run):
    assert run_stifinner("build", cwd=portal, SITE_URL="https://feed.example/her").stderr == ""
    site = portal / "site"
    assert feeds_in(site) == FEEDS
    found = {}
    for path in sorted(site.rglob("index.html")):
        page = html.parse(str(path))
        address = path.parent.relative_to(site).as_posix().removeprefix(".")
        for href in page.xpath("//link[@rel='alternate'][@type='application/atom+xml']/@href"):
            found[address] = urljoin(f"https://feed.example/her/{address and address + '/'}", href)
        visible = page.xpath("//main//a[contains(@href, 'endringer.xml')]/@href")
        assert bool(visible) == address.endswith("endringer")
    whole = [f"https://feed.example/her/{feed}" for feed in FEEDS]
    assert found == {
        "": whole[0],
        "endringer": whole[0],
        f"{P}endringer": whole[1],
        P.rstrip("/"): whole[1],
        f"{P}kull/k": whole[2],
        f"{P}kull/k/endringer": whole[2],
    }
    feed = etree.parse(site / FEEDS[2]).getroot()
    links = feed.xpath("//a:link/@href", namespaces={"a": "http://www.w3.org/2005/Atom"})
    assert links == [whole[2], whole[2].replace(".xml", "/"), f"https://feed.example/her/{P}samlinger/dag/"]


def test_feeds_are_written_for_other_generators_where_the_address_is_known(portal: Path, run_stifinner: Run):
    assert run_stifinner("write", "ut", cwd=portal).returncode == 0
    assert feeds_in(portal / "ut") == []
    (portal / "mkdocs.yml").write_text(f"site_url: https://feed.example/her\n{SETTINGS}", encoding="utf-8")
    assert run_stifinner("write", "her", cwd=portal).returncode == 0
    assert feeds_in(portal / "her") == [f"docs/{feed}" for feed in FEEDS]
    assert run_stifinner("build", cwd=portal).returncode == 0
    for feed in FEEDS:
        assert (portal / "her" / "docs" / feed).read_bytes() == (portal / "site" / feed).read_bytes()
