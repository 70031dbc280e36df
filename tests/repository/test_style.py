"""The code keeps its style and its types: the same commands as ``make check``."""

import subprocess
import sys
from pathlib import Path

import pytest

import look

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "words",
    [
        ("ruff", "check", "--quiet"),
        ("ruff", "format", "--check", "--quiet"),
        pytest.param(("mypy",), marks=pytest.mark.slow),
    ],
)
def test_nothing_is_found(words: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("tool", look.CHECKS)
def test_nothing_is_found_in_the_look(tool: str) -> None:
    if not look.is_there(tool):
        pytest.skip(look.MISSING)
    done = look.run(tool, look.CHECKS[tool], quietly=True)
    assert done.returncode == 0, done.stdout + done.stderr
