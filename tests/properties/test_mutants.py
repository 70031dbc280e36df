"""The sample with a mistake in it: what check lets through is built, whole and without a fault."""

import random
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from effort import chosen
from mistakes.lines import LINE_CHANGES
from mistakes.operators import OPERATORS
from mistakes.sample import Sample
from properties.disk import Files, write_portal
from properties.judge import Kept, Verdict, judge_folder

SEED = chosen("MUTANTS_SEED", usual=0)
OPERATED = chosen("MUTANTS_OPERATED", usual=len(OPERATORS), thorough=700)
LINES = chosen("MUTANTS_LINES", usual=2, thorough=30)
"""Of each change of a line."""


def operated(sample: Sample) -> Iterator[Files]:
    """What operators make of the sample's files; None where one is gone."""
    chance = random.Random(f"{SEED} operators")  # noqa: S311
    names = [*OPERATORS] * -(-OPERATED // len(OPERATORS))
    for number, name in enumerate(chance.sample(names, OPERATED)):
        operate = OPERATORS[name]
        for mistake in islice(operate(sample, random.Random(f"{SEED} {name} {number}")), 1):  # noqa: S311
            yield mistake.files


def changed(sample: Sample) -> Iterator[Files]:
    """Lines that were dropped, cut, shuffled, anywhere."""
    for name, change in LINE_CHANGES.items():
        chance = random.Random(f"{SEED} {name}")  # noqa: S311
        for _ in range(LINES):
            path = chance.choice(sample.pages())
            lines = sample.lines(path)
            at = chance.randrange(len(lines))
            yield {path: "\n".join([*lines[:at], *change(lines[at], chance), *lines[at + 1 :]])}


class Desk:
    """The sample, to make one mistake after the other on."""

    def __init__(self, folder: Path, sample: Sample) -> None:
        self._folder, self._sample, self._kept = folder, sample, Kept()
        self._sites = 0
        write_portal(folder / "content", sample.files)

    def judge(self, files: Files) -> Verdict:
        """The verdict on the sample with other files; afterwards it is as it was."""
        self._lay(files)
        self._sites += 1
        site = self._folder / f"site{self._sites}"
        try:
            return judge_folder("nb", self._folder / "content", site, self._kept, printed=False)
        finally:
            self._lay({path: self._sample.files.get(path) for path in files})

    def _lay(self, files: Files) -> None:
        write_portal(
            self._folder / "content", {path: content for path, content in files.items() if content is not None}
        )
        for path, content in files.items():
            if content is None:
                (self._folder / "content" / path).unlink(missing_ok=True)


@pytest.mark.slow
@pytest.mark.sample
def test_what_check_passes_of_the_sample_is_built(tmp_path):
    sample = Sample.read()
    desk = Desk(tmp_path, sample)
    unchanged = desk.judge({})
    assert (unchanged.passed, unchanged.wrong) == (True, ())
    for made in (operated, changed):
        verdicts = [(files, desk.judge(files)) for files in made(sample)]
        assert [(files, verdict.wrong) for files, verdict in verdicts if verdict.wrong] == []
        assert [files for files, verdict in verdicts if not verdict.paths <= sample.files.keys() | files.keys()] == []
        assert sum(verdict.passed for _, verdict in verdicts) >= 5, made.__name__
