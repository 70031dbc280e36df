"""The order of gatherings in time."""

from itertools import permutations
from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.graph.order import order_stops
from stifinner.model.gathering import Gathering
from stifinner.problems.problem import has_errors
from yaml_files import read_yaml

CASES = read_yaml(Path(__file__).parent / "cases" / "order.yml")
ROLES = {f"programmer/p/roller/{role}.md": f"# {role.capitalize()}\n" for role in ("leder", "ansatt")}


def programme_of(folder, gatherings):
    files = {f"programmer/p/samlinger/{id}.md": f"---\n{facts}\n---\n# {id}\n" for id, facts in gatherings.items()}
    portal = portal_of(folder, {**ROLES, **files})
    assert not has_errors(portal.problems)
    return portal.graph.programmes[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_gatherings_stand_in_order(case, tmp_path):
    parts = programme_of(tmp_path, case["gatherings"])
    assert [gathering.id for gathering in parts.of(Gathering)] == case["order"]


def test_order_does_not_depend_on_the_order_of_files(tmp_path):
    case = next(case for case in CASES if case["name"].startswith("what prepares"))
    stops = programme_of(tmp_path, case["gatherings"]).occurrences.path
    for shuffled in permutations(stops):
        assert order_stops(shuffled) == stops
