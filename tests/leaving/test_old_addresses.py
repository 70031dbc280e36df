"""``tidligere:`` keeps old addresses: whoever comes by an old link, or by a code on paper, is led on."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from conftest import served
from core.builder import SMALLEST, portal_of, write_files
from stifinner.adapter.building.site_check import check_site

Run = Callable[..., subprocess.CompletedProcess[str]]
SITE_URL = "https://portal.example/"


def moved(portal) -> dict[str, str]:
    assert portal.problems == ()
    return {page.address: page.target for page in portal.moved}


def test_a_name_alone_lay_where_the_file_lies(tmp_path: Path) -> None:
    files = {
        "om.md": "---\ntidligere: om-oss, hvem-vi-er.md\n---\n# Om\n",
        "programmer/p/roller/leder.md": "---\ntidligere: sjef\n---\n# Leder\n",
    }
    assert moved(portal_of(tmp_path, files)) == {
        "om-oss/": "om/",
        "hvem-vi-er/": "om/",
        "programmer/p/roller/sjef/": "programmer/p/roller/leder/",
    }


def test_a_path_begins_at_the_content_folder(tmp_path: Path) -> None:
    files = {"om.md": "---\ntidligere: info/om-oss.md, /gammel/, programmer/q/index.md\n---\n# Om\n"}
    assert moved(portal_of(tmp_path, files)) == {"info/om-oss/": "om/", "gammel/": "om/", "programmer/q/": "om/"}


def test_the_front_page_may_have_had_another_address(tmp_path: Path) -> None:
    assert moved(portal_of(tmp_path, {"index.md": "---\ntidligere: hjem\n---\n# Forside\n"})) == {"hjem/": ""}


def test_a_gathering_without_a_page_leads_to_its_place(tmp_path: Path) -> None:
    files = {"programmer/p/samlinger/b.md": "---\nbare omtalt: ja\ntidligere: a\n---\n# B\n"}
    assert moved(portal_of(tmp_path, files)) == {"programmer/p/samlinger/a/": "programmer/p/#samlinger_b"}


def test_with_a_programme_all_in_it_has_moved_and_what_moved_within_it(tmp_path: Path) -> None:
    files = {
        "programmer/p/index.md": "---\ntidligere: o\n---\n# P\n\nEt program.\n",
        "programmer/p/roller/leder.md": "---\ntidligere: sjef\n---\n# Leder\n",
        "programmer/p/ressurser/ark.md": "# Ark\n\nEt ark.\n\n## Finnes som\n\n- PDF (kommer)\n",
        # What another file says of an old address of its own goes before.
        "om.md": "---\ntidligere: programmer/o/ressurser/ark\n---\n# Om\n",
    }
    assert moved(portal_of(tmp_path, files)) == {
        "programmer/o/": "programmer/p/",
        "programmer/o/roller/leder/": "programmer/p/roller/leder/",
        "programmer/o/roller/sjef/": "programmer/p/roller/leder/",
        "programmer/o/ressurser/": "programmer/p/ressurser/",
        "programmer/o/ressurser/ark/": "om/",
        "programmer/p/roller/sjef/": "programmer/p/roller/leder/",
    }


def test_a_collision_names_both(tmp_path: Path) -> None:
    files = {"om.md": "---\ntidligere: programmer/p\n---\n# Om\n"}
    (problem,) = portal_of(tmp_path, files).problems
    assert (problem.path, problem.line, problem.column, problem.code) == ("om.md", 2, 12, "address-taken")
    assert "programmer/p/index.md" in problem.message


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory, run_stifinner: Run) -> Path:
    """A portal where things have moved, built for a domain of its own."""
    folder = tmp_path_factory.mktemp("moved")
    article = "---\ntidligere: info/gammel, hjelp\n---\n# Om alt & «oss»\n\nEn side.\n"
    write_files(folder / "content", {**SMALLEST, "om.md": article})
    shutil.copy(root / "mkdocs.yml", folder)
    shutil.copytree(root / "theme_overrides", folder / "theme_overrides")
    done = run_stifinner("build", cwd=folder, SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.mark.slow
def test_an_old_address_leads_on_by_itself_and_by_a_link(site: Path) -> None:
    page = BeautifulSoup((site / "info/gammel/index.html").read_text(encoding="utf-8"), "lxml")
    assert page.select_one("meta[http-equiv=refresh]")["content"] == "0; url=../../om/"
    assert page.select_one("main a")["href"] == "../../om/"
    assert page.select_one("main a").get_text() == "Om alt & «oss»"
    assert page.select_one("link[rel=canonical]")["href"] == f"{SITE_URL}om/"
    assert page.select_one("meta[name=robots]")["content"] == "noindex"
    assert "default-src 'none'" in page.select_one("meta[http-equiv=Content-Security-Policy]")["content"]
    assert page.select("script, style, [style]") == []
    assert check_site(site, SITE_URL) == []


@pytest.mark.slow
def test_an_old_address_is_neither_found_nor_listed(site: Path) -> None:
    places = [entry["location"] for entry in json.loads((site / "search/search_index.json").read_text())["docs"]]
    assert "om/" in places
    assert [place for place in places if place.startswith(("info", "hjelp"))] == []
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"{SITE_URL}om/" in sitemap
    assert ("gammel" in sitemap, "hjelp" in sitemap) == (False, False)


def test_a_browser_is_led_on(site: Path, browser: Browser) -> None:
    with served(site) as url:
        page = browser.new_page()
        page.goto(f"{url}info/gammel/")
        page.wait_for_url(f"{url}om/", timeout=5_000)
        page.close()
