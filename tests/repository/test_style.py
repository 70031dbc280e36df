"""The code keeps its style and its types: the same three commands as ``make check``."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("words", [("ruff", "check", "--quiet"), ("ruff", "format", "--check", "--quiet"), ("mypy",)])
def test_nothing_is_found(words: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-m", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
