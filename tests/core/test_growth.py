"""What a programme with cohorts costs grows with its pages: twice the cohorts, twice the work, and no more."""

import sys
from collections import Counter
from pathlib import Path
from types import FrameType

import pytest

from core.builder import portal_of

ROLES, GATHERINGS = 4, 8
MONTHS = ("januar", "februar", "mars", "april", "mai", "juni", "juli", "august")
P = "programmer/p/"


def files_of(cohorts: int, roles: int = ROLES, told: str = "") -> dict[str, str | bytes]:
    """A programme of so many cohorts, whose gatherings are for two roles each, with work between.

    ``told``: what stands below each date.
    """
    files: dict[str, str | bytes] = {f"{P}roller/r{number}.md": f"# Rolle {number}\n" for number in range(roles)}
    for number in range(GATHERINGS):
        work = f"\n## Mellomarbeid til Samling {number + 1}\n\nSkriv.\n" if number + 1 < GATHERINGS else ""
        who = f"r{number % roles}, r{(number + 1) % roles}"
        files[f"{P}samlinger/s{number}.md"] = f"---\nfor: {who}\n---\n# Samling {number}\n\nOm den.\n{work}"
    for number in range(cohorts):
        dates = "".join(
            f"- [Samling {one}](../samlinger/s{one}.md): {number % 28 + 1}. {MONTHS[one]} 2027, Sted {number}\n{told}"
            for one in range(GATHERINGS)
        )
        files[f"{P}kull/k{number}.md"] = f"# Kull {number}\n\nOm det.\n\n## Datoer\n\n{dates}"
    return files


def steps(folder: Path, files: dict[str, str | bytes]) -> tuple[int, int]:
    """How many pages a portal has, and how many calls of ours composing all of them takes."""
    counted: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and "stifinner" in frame.f_code.co_filename:
            counted["calls"] += 1

    sys.setprofile(count)
    try:
        portal = portal_of(folder, files)
        pages = len(portal.pages)
    finally:
        sys.setprofile(None)
    return pages, counted["calls"]


@pytest.mark.slow
def test_what_has_changed_costs_by_the_change(tmp_path: Path):
    told = "  - sted før: Torget\n  - meldt: 1. desember 2026\n"
    few, more, many = (steps(tmp_path / str(number), files_of(number, told=told)) for number in (4, 8, 16))
    # Beside the others of a cohort, the page of what has changed for it.
    assert (more[0] - few[0], many[0] - more[0]) == (4 * (3 + 3 * ROLES), 8 * (3 + 3 * ROLES))
    first, second = more[1] - few[1], many[1] - more[1]
    assert second / first == pytest.approx(2, rel=0.15), "calls for eight cohorts more, beside those for four more"


@pytest.mark.slow
def test_pages_and_work_grow_with_cohorts_and_roles_and_no_faster(tmp_path: Path):
    few, more, many = (steps(tmp_path / str(number), files_of(number)) for number in (4, 8, 16))
    # Each cohort has a page and a wheel, and of each role in it one page to read, one to print and a wheel.
    assert (more[0] - few[0], many[0] - more[0]) == (4 * (2 + 3 * ROLES), 8 * (2 + 3 * ROLES))
    first, second = more[1] - few[1], many[1] - more[1]
    assert second / first == pytest.approx(2, rel=0.15), "calls for eight cohorts more, beside those for four more"
