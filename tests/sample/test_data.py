"""What the built portal says to other programs and to search engines: valid, the same, and naming no publisher."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from browser.small_portal import CONTENT, write_beside
from calendars.test_published import Build
from conftest import SITE_URL
from outputs.test_linked import needs_vocabulary, refused

ABOUT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def abouts_in(site: Path) -> dict[str, dict[str, Any]]:
    """Path of a page → what it says that it is about."""
    texts = {page: ABOUT.findall(page.read_text(encoding="utf-8")) for page in site.rglob("index.html")}
    return {str(page.relative_to(site)): json.loads(text) for page, found in texts.items() for text in found}


def test_data_are_valid_and_lead_somewhere(built_site: Path):
    data, schema = (json.loads((built_site / f"portal{end}.json").read_bytes()) for end in ("", ".schema"))
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(data)
    assert data["address"] == SITE_URL
    things = [data, *data["programmes"]]
    things += [thing for programme in data["programmes"] for name in ("cohorts", "roles", "gatherings", "resources")
               for thing in programme[name]]  # fmt: skip
    files = [thing[name] for thing in things for name in ("page", "calendar") if thing.get(name)]
    lost = [file for file in files if not (built_site / file.partition("#")[0]).exists()]
    assert (lost, len(files) > 50) == ([], True)


def test_no_publisher_is_named(built_site: Path):
    data = json.loads((built_site / "portal.json").read_bytes())
    assert {programme["provider"] for programme in data["programmes"]} == {""}
    nodes = [one for about in abouts_in(built_site).values() for one in about["@graph"]]
    assert {name for node in nodes for name in node if name in {"provider", "organizer", "publisher"}} == set()
    assert {node["@type"] for node in nodes} == {"Course", "Event"}


@pytest.mark.slow
def test_every_page_is_about_something_in_the_vocabulary(built_site: Path, tmp_path: Path):
    needs_vocabulary()
    assert refused(abouts_in(built_site), tmp_path) == []


@pytest.mark.slow
def test_without_a_known_address_pages_say_nothing(build_written: Build, root: Path):
    folder = build_written("no-address", lambda folder: write_beside(folder, root, CONTENT))
    assert abouts_in(folder / "site") == {}
    assert json.loads((folder / "site" / "portal.json").read_bytes())["address"] is None
