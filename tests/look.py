"""What looks over the look: djlint finds mistakes in templates; prettier sets style sheets and scripts, and stylelint
and eslint find mistakes in them.

Run as a program it says what they find; with ``--format`` it sets what can be set.
"""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import node

ROOT = Path(__file__).parents[1]
MISSING = (
    "Fant ikke prettier, stylelint og eslint, så stilark og skript er ikke sett over. "
    "De trenger Node (nodejs.org), og hentes med: npm ci --prefix requirements"
)
_SET = ("theme_overrides/**/*.{css,js}", "tests/**/*.{css,js}", "requirements/*.mjs", ".remarkrc.mjs")
_STYLES = ("--config", "requirements/stylelint.config.mjs", "theme_overrides/**/*.css")
_SCRIPTS = ("--config", "requirements/eslint.config.mjs", "theme_overrides", "requirements/*.mjs", ".remarkrc.mjs")
CHECKS: Mapping[str, Sequence[str]] = {
    "djlint": ("--lint", "--quiet", "theme_overrides"),
    "prettier": ("--check", "--log-level", "warn", *_SET),
    "stylelint": _STYLES,
    "eslint": _SCRIPTS,
}
"""Tool → the words it is asked with."""
FORMATS: Mapping[str, Sequence[str]] = {
    "stylelint": ("--fix", *_STYLES),
    "eslint": ("--fix", *_SCRIPTS),
    "prettier": ("--write", "--log-level", "warn", *_SET),
}
"""The same, where it sets what it can, in the order that leaves nothing to set."""
_PYTHON = {"djlint"}


def is_there(tool: str) -> bool:
    """Whether it can be run."""
    return tool in _PYTHON or node.has(tool)


def run(tool: str, words: Sequence[str], *, quietly: bool = False) -> subprocess.CompletedProcess[str]:
    """Ask it, from the top of the repository."""
    start = [sys.executable, "-m", tool] if tool in _PYTHON else [str(node.PACKAGES / ".bin" / tool)]
    return subprocess.run([*start, *words], cwd=ROOT, capture_output=quietly, encoding="utf-8", check=False)


def main(asked: Mapping[str, Sequence[str]]) -> int:
    """Fetch what is missing, ask every tool, and tell how it went."""
    node.fetch()
    if not all(map(is_there, asked)):
        print(MISSING, file=sys.stderr)
    return max((run(tool, words).returncode for tool, words in asked.items() if is_there(tool)), default=0)


if __name__ == "__main__":
    sys.exit(main(FORMATS if "--format" in sys.argv else CHECKS))
