"""Each rule of the review finds what it is for, and leaves alone what only looks like it."""

from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.problems.explanations import reasons
from yaml_files import read_yaml

RULES = read_yaml(Path(__file__).parent / "cases" / "review.yml")
CASES = [case for cases in RULES.values() for case in cases]
OF_THE_MODEL = {
    *("encoding", "files", "facts", "values", "dates", "times", "durations", "headings", "markdown", "safety"),
    *("links", "references", "lost", "addresses", "order", "lists", "sheets", "size", "unseen", "fetched"),
    *("names", "attachments", "pictures"),
}
"""Reasons of problems that reading and resolving tell; their cases stand in ``problems.yml``."""
ELSEWHERE = {"old-state", "undated-and-past"}
"""What only a day tells, in ``test_review.py``."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_rule_finds_and_leaves_alone(case, tmp_path):
    at = case.get("at", "om.md")
    facts = f"---\n{case['facts']}\n---\n" if "facts" in case else ""
    files = {**case.get("files", {}), at: f"{facts}# Siden\n\n{case['text']}\n"}
    portal = portal_of(tmp_path, files, publishing=case.get("publishing", False))
    told = [f"{p.path}:{p.line}:{p.column} {p.code}".removeprefix(f"{at}:") for p in portal.problems]
    assert told == case["told"]


def test_every_rule_has_something_that_it_leaves_alone():
    left = {code for codes, cases in RULES.items() for code in codes.split() if any(not one["told"] for one in cases)}
    assert left == {code for code, reason in reasons().items() if reason not in OF_THE_MODEL} - ELSEWHERE


def test_every_rule_has_something_that_it_finds():
    """A birth number can't be written down here: ``test_review.py`` makes one up."""
    for codes, cases in RULES.items():
        found = {line.rsplit(" ", 1)[-1] for case in cases for line in case["told"]} | {"birth-number"}
        assert set(codes.split()) <= found, codes
