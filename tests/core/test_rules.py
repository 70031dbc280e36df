"""Each rule of the review finds what it is for, and leaves alone what only looks like it."""

from pathlib import Path

import pytest
import yaml

from core.builder import portal_of

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "review.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_rule_finds_and_leaves_alone(case, tmp_path):
    at = case.get("at", "om.md")
    facts = f"---\n{case['facts']}\n---\n" if "facts" in case else ""
    portal = portal_of(tmp_path, {**case.get("files", {}), at: f"{facts}# Siden\n\n{case['text']}\n"})
    told = [f"{p.path}:{p.line}:{p.column} {p.code}".removeprefix(f"{at}:") for p in portal.problems]
    assert told == case["told"]
