"""The edit link of every page, generated ones too, leads to the file that made it."""

import re
from pathlib import Path
from urllib.parse import unquote

from conftest import COPY

CONTENT = Path(__file__).parents[2] / "content"
BASE = "{GITHUB_SERVER_URL}/{GITHUB_REPOSITORY}/edit/{GITHUB_REF_NAME}/content/".format(**COPY)
WHEEL = re.compile(r"(?<![^/])arshjul/$")
IN_COHORT = re.compile(r"^(programmer/[^/]+/kull/[^/]+)/roller/[^/]+/$")
"""The page of a role in a cohort, whose dates stand in the cohort's file."""
LIBRARY = re.compile(
    r"^(?:(?:programmer/[^/]+/)?(?:ressurser|inspirasjon)|(?:programmer/[^/]+/(?:kull/[^/]+/)?)?endringer|hva-mangler)/$"
)


def test_every_page_leads_to_its_own_file(built_site_under_repo: Path):
    site = built_site_under_repo
    pages = {path.parent.relative_to(site).as_posix(): path for path in site.rglob("index.html")}
    pages = {name: path for name, path in pages.items() if not name.endswith("skriv-ut")}
    # The handbook is the package's own.
    pages = {name: path for name, path in pages.items() if not name.startswith("for-redaktorer")}
    assert len(pages) > 20
    for name, path in pages.items():
        found = re.findall(rf'href="{re.escape(BASE)}([^"]+)"', path.read_text(encoding="utf-8"))
        assert len(found) == 1, name
        source = unquote(found[0])
        assert (CONTENT / source).is_file()
        address = "" if name == "." else f"{name}/"
        # A wheel is made of many files; its link leads to that of the page that it belongs to.
        address = WHEEL.sub("", address)
        own = source.removesuffix(".md").removesuffix("index").rstrip("/")
        if LIBRARY.match(address):
            # A list is made of many files; its link leads to the programme's own, or to the portal's.
            expected = address.rstrip("/").rpartition("/")[0]
            assert own == expected
        elif in_cohort := IN_COHORT.match(address):
            assert own == in_cohort[1]
        else:
            assert own == address.rstrip("/")
