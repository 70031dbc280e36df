"""Practice stories are sent to somebody who is named, and nothing is asked for where nobody receives them."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from core.builder import portal_of
from stifinner.files.shipped import THEME
from stifinner.language.phrases import load_phrases

OWN = "# Programmet\n\nEt lite program.\n\n## Del en praksisfortelling\n\nSend til [oss](mailto:post@kommune.no).\n"
SHARED = "# Forside\n\nVelkommen.\n\n## Del en praksisfortelling\n\nSend til opplæringskontoret, se [om oss](om.md).\n"
NOTE = load_phrases("nb")["words"]["programme_page"]["stories_note"]


def shown(folder: Path, files: dict[str, str], address: str = "programmer/p/") -> BeautifulSoup | None:
    portal = portal_of(folder, {"om.md": "# Om oss\n\nVi.\n", **files})
    assert portal.problems == ()
    html = next(html for page, html in portal.render([THEME / "fragments"]) if page.address == address)
    return BeautifulSoup(html, "lxml").find(attrs={"aria-labelledby": "del-en-praksisfortelling"})


def test_a_programme_says_whom_to_send_them_to_and_what_becomes_of_them(tmp_path: Path):
    section = shown(tmp_path, {"programmer/p/index.md": OWN, "index.md": SHARED})
    assert section
    assert [part.get_text(strip=True) for part in section.find_all(["h2", "p"])] == [
        "Del en praksisfortelling",
        "Send tiloss.",
        NOTE,
    ]
    assert "før noen har lest den" in NOTE


def test_a_programme_that_says_nothing_has_the_portals_contact(tmp_path: Path):
    section = shown(tmp_path, {"index.md": SHARED})
    assert section
    assert "opplæringskontoret" in section.get_text()
    assert [link["href"] for link in section.find_all("a")] == ["../../om/"]


@pytest.mark.parametrize("address", ["programmer/p/", ""])
def test_nothing_is_asked_for_where_nobody_receives_it(tmp_path: Path, address: str):
    assert shown(tmp_path, {}, address) is None
