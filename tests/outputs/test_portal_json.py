"""``portal.json`` and its schema: one judges the other, and each name in it is explained."""

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from conftest import SITE_URL
from core.builder import portal_of
from stifinner.outputs.data.portal_json import render_data, render_schema
from stifinner.portal import Portal
from views.two_cohorts import FILES

SCHEMA: dict[str, Any] = json.loads(render_schema())
PLAIN = {"id", "name", "description", "room", "author", "cohorts", "roles", "gatherings", "deadlines", "programmes"}
PLAIN |= {"occurrences", "forms", "day", "place", "resources"}
"""Names that say themselves what they are, wherever they stand."""


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    return portal_of(tmp_path_factory.mktemp("portal"), FILES)


def faults(data: object) -> list[str]:
    judge = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    return sorted(error.json_path for error in judge.iter_errors(data))


def data_of(portal: Portal, site_url: str = SITE_URL) -> dict[str, Any]:
    return json.loads(dict(portal.render_data(site_url))["portal.json"])


def test_data_are_as_the_schema_says(portal: Portal):
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert [faults(data_of(portal, site_url)) for site_url in (SITE_URL, "")] == [[], []]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("address",), 3),
        (("programmes", 0, "first_day"), "1. september"),
        (("programmes", 0, "type"), "course"),
        (("programmes", 0, "stops", 0, "form"), "varies"),
        (("programmes", 0, "stops", 0, "cohorts", 0), None),
        (("programmes", 0, "stops", 0, "occurrences", 0, "state"), "on"),
        (("programmes", 0, "deadlines", 0, "day"), None),
    ],
)
def test_schema_refuses_other_values(portal: Portal, path: tuple[str | int, ...], value: object):
    data = copy.deepcopy(data_of(portal))
    inner: Any = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert faults(data) == ["$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)]


def test_every_name_is_there_and_explained():
    """A reader need not ask whether a name may be left out; each has a sentence, or says itself what it is."""
    kinds = {"": SCHEMA, **SCHEMA["$defs"]}
    assert {name: set(kind["properties"]) - set(kind["required"]) for name, kind in kinds.items()} == {
        name: set() for name in kinds
    }
    silent = {name for kind in kinds.values() for name, said in kind["properties"].items() if "description" not in said}
    assert silent - PLAIN == set()
    assert [name for name, kind in kinds.items() if not kind["description"]] == []


def test_where_the_portal_is(portal: Portal):
    assert [data_of(portal, site_url)["address"] for site_url in (SITE_URL, "")] == [SITE_URL, None]
    assert data_of(portal)["$schema"] == "portal.schema.json"


def test_the_same_portal_gives_the_same_bytes(portal: Portal, tmp_path: Path):
    other = portal_of(tmp_path, FILES)
    assert render_data(portal.data, SITE_URL) == render_data(other.data, SITE_URL)
    assert "Åpent hus".encode() in render_data(portal.data, "")
