"""Whatever happens to a file of the sample, there is a portal or there are problems, and never a crash."""

import random
import shutil
from pathlib import Path

import pytest

from effort import chosen
from stifinner.portal import build_portal
from stifinner.problems.problem import has_errors, show_problems

SEED = chosen("MUTATIONS_SEED", usual=0)
LINES = chosen("MUTATIONS_LINES", usual=4, thorough=60)
"""Of each sort."""
ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
FILES = sorted(path.relative_to(CONTENT).as_posix() for path in CONTENT.rglob("*.md"))
ODD_LINES = ("---", "# X", "## Dagsplan", "- ", "- [x](y.md)", "###", "| a", "```", "> x", "for: leder", "[a]: b")
ODD_SIGNS = "[](){}<>*_`#:-|,.\"'\\&!~\u00a0\t"

# What becomes of one line.
MUTATIONS = {
    "dropped": lambda line, chance: [],
    "repeated": lambda line, chance: [line, line],
    "shuffled": lambda line, chance: [" ".join(chance.sample(line.split(), len(line.split())))],
    "cut": lambda line, chance: [line[: chance.randrange(len(line) + 1)]],
    "odd sign": lambda line, chance: [
        line[: (at := chance.randrange(len(line) + 1))] + chance.choice(ODD_SIGNS) + line[at:]
    ],
    "odd line": lambda line, chance: [line, chance.choice(ODD_LINES)],
}


@pytest.mark.slow
@pytest.mark.parametrize("name", MUTATIONS)
def test_changed_line_gives_pages_or_problems(name, tmp_path):
    shutil.copytree(CONTENT, tmp_path / "content")
    chance = random.Random(f"{SEED} {name}")  # noqa: S311
    for _ in range(LINES):
        path = chance.choice(FILES)
        place = tmp_path / "content" / path
        lines = place.read_text(encoding="utf-8").split("\n")
        where = chance.randrange(len(lines))
        place.write_text(
            "\n".join([*lines[:where], *MUTATIONS[name](lines[where], chance), *lines[where + 1 :]]), encoding="utf-8"
        )
        portal = build_portal(tmp_path / "content", name="Portalen")
        if has_errors(portal.problems):
            assert show_problems(portal.problems, portal.phrases)
            assert {problem.path for problem in portal.problems} <= {*FILES}
        else:
            assert all(html for _, html in portal.render([ROOT / "theme_overrides" / "fragments"]))
        place.write_text("\n".join(lines), encoding="utf-8")
