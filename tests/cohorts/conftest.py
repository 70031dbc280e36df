"""A reader with a browser (as in ``tests/browser/``), and the portals they read."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from browser.conftest import small_url, visit
from browser.small_portal import write_beside
from cohorts.drawn import Drawn, draw_times
from cohorts.two_cohorts import write_two_cohorts
from cohorts.written import files_of
from conftest import served
from effort import TIMES

__all__ = ["small_url", "visit"]


@pytest.fixture(scope="session")
def cohorts_url(build_written: Callable[..., Path], root: Path) -> Iterator[str]:
    """A portal of one programme with two cohorts."""
    folder = build_written("cohorts", lambda folder: write_two_cohorts(folder, root), "https://kull.example/")
    with served(folder / "site") as url:
        yield url


def _of_each_size() -> Iterator[Drawn]:
    """Programmes of one, two, three and four cohorts."""
    drawn = list(draw_times(7000, 60 * TIMES))
    for number in range(1, 5):
        yield from [one for one in drawn if len(one.cohorts) == number][:TIMES]


DRAWN: dict[str, Drawn] = {f"trukket-{number}": drawn for number, drawn in enumerate(_of_each_size(), 1)}
"""Name of a programme's folder → what was drawn."""


@pytest.fixture(scope="session")
def drawn_url(build_written: Callable[..., Path], root: Path) -> Iterator[str]:
    """A portal of programmes that are drawn."""
    files = {"index.md": "# Trukket\n\nProgrammer.\n"}
    for name, drawn in DRAWN.items():
        files |= files_of(drawn, f"programmer/{name}")
    folder = build_written("drawn-cohorts", lambda folder: write_beside(folder, root, files), "https://kull.example/")
    with served(folder / "site") as url:
        yield url
