"""What the check says of cohorts that are written wrongly: each at its line, and nothing else."""

from pathlib import Path

import pytest

from core.builder import portal_of
from yaml_files import read_yaml

WRONG = read_yaml(Path(__file__).with_name("wrong.yml"))


def told(folder: Path, changed: dict[str, str | None]) -> list[str]:
    """Every problem of the portal with some files changed."""
    return [f"{one.path}:{one.line} {one.code}" for one in portal_of(folder, WRONG["base"] | changed).problems]


@pytest.mark.parametrize("case", WRONG["cases"], ids=lambda case: case["name"])
def test_cohort_that_is_written_wrongly_is_told_at_its_line(case, tmp_path):
    assert told(tmp_path, case["files"]) == case["told"]


def test_cohorts_that_are_written_rightly_pass(tmp_path):
    assert told(tmp_path, {}) == []
