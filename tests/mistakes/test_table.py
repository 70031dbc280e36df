"""Mistakes made all over the sample: the line is exact, the cure is right, and none passes in silence."""

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pytest

from effort import chosen
from mistakes.operators import OPERATORS
from mistakes.sample import CONTENT, Mistake, Place, Sample
from stifinner.files.memory import Memory
from stifinner.graph.resolve import resolve_graph
from stifinner.language.phrases import load_phrases
from stifinner.model.read import read_items
from stifinner.problems.problem import Problem, ProblemList
from stifinner.source.read import read_sources

SEED = chosen("MISTAKES_SEED", usual=20270110)
OF_EACH = chosen("MISTAKES_OF_EACH", usual=2, thorough=25)
"""Another seed and more of each: ``MISTAKES_SEED=7 MISTAKES_OF_EACH=25 pytest -s tests/mistakes``."""


pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Row:
    """A mistake, and what was told of it."""

    mistake: Mistake
    problems: tuple[Problem, ...]

    @property
    def places(self) -> set[Place]:
        return {(problem.path, problem.line) for problem in self.problems}

    @property
    def line_is_exact(self) -> bool:
        """Every place is told, and no other."""
        return self.places == set(self.mistake.told)

    @property
    def cure_is_right(self) -> bool:
        """At every place there is a cure that says what to write."""
        return all(
            any(cure in p.hint + p.message for p in self.problems if (p.path, p.line) == place)
            for place, cure in self.mistake.told.items()
        )


class Desk:
    """A copy of the content on which mistakes are made, and mended again."""

    def __init__(self, folder: Path) -> None:
        self.folder = shutil.copytree(CONTENT, folder / "content")
        self._memory = Memory()
        self._phrases = load_phrases("nb")

    def problems(self) -> tuple[Problem, ...]:
        """What is told now. The portal's own way from files to graph; what was not touched is not read again."""
        found = ProblemList(self._phrases)
        sources = read_sources(self.folder, found, self._memory)
        items = read_items(sources.files, self._phrases, found, self._memory)
        resolve_graph(sources, items, self._phrases, found, _pictures())
        return found.sorted()

    def write(self, files: dict[str, bytes | None]) -> None:
        for path, content in files.items():
            place = self.folder / path
            if content is None:
                place.unlink(missing_ok=True)
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)


def _pictures() -> set[str]:
    art = CONTENT.parent / "theme_overrides" / "assets" / "art.svg"
    return set(re.findall(r'<symbol[^>]*\bid="([^"]+)"', art.read_text(encoding="utf-8")))


def mistakes_of(sample: Sample, count: int) -> Iterator[Mistake]:
    """The first few mistakes of every operator, from a fixed seed."""
    for name, operator in OPERATORS.items():
        for mistake in islice(operator(sample, random.Random(f"{SEED} {name}")), count):  # noqa: S311
            mistake.operator = name
            yield mistake


@pytest.fixture(scope="module")
def sample() -> Sample:
    return Sample.read()


@pytest.fixture(scope="module")
def table(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    desk = Desk(tmp_path_factory.mktemp("mistakes"))
    assert desk.problems() == ()
    rows = []
    for mistake in mistakes_of(sample, OF_EACH):
        desk.write(mistake.files)
        rows.append(Row(mistake, desk.problems()))
        desk.write({path: sample.files.get(path) for path in mistake.files})
    return rows


def report(table: list[Row]) -> str:
    """The figures, and every row that falls short."""
    exact, right = (sum(getattr(row, name) for row in table) for name in ("line_is_exact", "cure_is_right"))
    files = {path for row in table for path in row.mistake.files}
    lines = [
        f"{len(table)} mistakes by {len(OPERATORS)} operators in {len(files)} files",
        f"line exact: {exact} ({exact / len(table):.1%}); cure right: {right} ({right / len(table):.1%})",
    ]
    for row in table:
        if not (row.line_is_exact and row.cure_is_right):
            lines.append(f"- {row.mistake.operator}: wanted {row.mistake.told}")
            lines += [f"    told {p.path}:{p.line} {p.code}: {p.hint}" for p in row.problems]
    return "\n".join(lines)


def test_the_table_is_large_and_from_all_over_the_sample(table):
    print(f"\n{report(table)}")
    assert len(table) >= 120
    assert {row.mistake.operator for row in table} == {*OPERATORS}
    assert len({path for row in table for path in row.mistake.files}) >= 60


def test_no_mistake_passes_in_silence(table):
    assert [row.mistake.operator for row in table if not row.problems] == []


def test_the_line_is_exact(table):
    exact = [row for row in table if row.line_is_exact]
    assert len(exact) >= 0.98 * len(table), report(table)


def test_the_cure_is_right(table):
    right = [row for row in table if row.cure_is_right]
    assert len(right) >= 0.90 * len(table), report(table)


def test_twenty_mistakes_at_once_are_all_told(sample, tmp_path):
    """In different files, by different operators; told together."""
    desk = Desk(tmp_path)
    together: dict[str, bytes | None] = {}
    told: set[Place] = set()
    for mistake in mistakes_of(sample, 1):
        alone = len(mistake.files) == 1 and len(mistake.told) == 1 and None not in mistake.files.values()
        if alone and not {*mistake.files} & {*together} and len(told) < 20:
            together |= mistake.files
            told |= set(mistake.told)
    assert len(told) == 20
    desk.write(together)
    assert {(problem.path, problem.line) for problem in desk.problems()} == told
