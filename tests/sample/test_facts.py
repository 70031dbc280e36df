"""Every fact that is known of the retold programmes stands on the page where a reader looks for it."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from yaml_files import read_yaml

TABLE = read_yaml(Path(__file__).with_name("facts.yml"))
INVISIBLE = ("script", "style", "template", "head")


@pytest.fixture(scope="session")
def texts(built_site: Path) -> dict[str, str]:
    """Address → visible text of the page, white space made one."""
    found = {}
    for path in built_site.rglob("index.html"):
        soup = BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")
        for element in soup(INVISIBLE):
            element.decompose()
        address = path.parent.relative_to(built_site).as_posix()
        found["" if address == "." else f"{address}/"] = normalised(soup.get_text(" "))
    return found


def normalised(text: str) -> str:
    """Soft hyphens away, white space made one, no space before a full stop."""
    words = " ".join(text.replace("\u00ad", "").split())
    for sign in ".,:;!?)»":
        words = words.replace(f" {sign}", sign)
    return words


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row["fact"])
def test_fact_stands_on_its_page(row: dict[str, str], texts: dict[str, str]):
    assert set(row) - {"text", "absent"} == {"fact", "page"}, "a row has a fact, a page, and a text or its absence"
    page = texts[row["page"]]
    if "text" in row:
        assert normalised(row["text"]) in page
    if "absent" in row:
        assert normalised(row["absent"]) not in page
