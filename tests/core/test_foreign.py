"""What comes from other programs and systems is told with a cure; what only looks like it is left alone."""

from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.source.emoji import SIGN_OF
from yaml_files import read_yaml

KINDS = read_yaml(Path(__file__).parent / "cases" / "foreign.yml")
CASES = [pytest.param(case, id=f"{kind}: {case['name']}") for kind, cases in KINDS.items() for case in cases]


@pytest.mark.parametrize("case", CASES)
def test_foreign_is_told_and_the_rest_left_alone(case, tmp_path):
    at = case.get("at", "om.md")
    facts = f"---\n{case['facts']}\n---\n" if "facts" in case else ""
    portal = portal_of(tmp_path, {at: f"{facts}# Siden\n\n{case['text']}\n"})
    told = [f"{p.path}:{p.line}:{p.column} {p.code}".removeprefix(f"{at}:") for p in portal.problems]
    assert told == case["told"]
    if "cure" in case:
        assert portal.problems[0].hint == case["cure"]


def test_every_kind_leaves_something_alone():
    assert [kind for kind, cases in KINDS.items() if all(case["told"] for case in cases)] == []


def test_short_codes_stand_for_signs():
    assert len(SIGN_OF) >= 120
    assert [code for code, sign in SIGN_OF.items() if sign.isascii() or not code.isascii()] == []
