"""A timeline of any length: nothing lies on anything, on any screen and on paper."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from browser.conftest import Visit
from browser.days import AUTUMN_2022
from browser.overlaps import OVERLAPS
from browser.small_portal import write_beside
from conftest import served
from core.builder import SMALLEST

COUNTS = (12, 13, 14, 38, 120)
STACKED = """() => {
  const boxes = [...document.querySelectorAll("[data-item]")].map((el) => [el, el.getBoundingClientRect()]);
  const found = [];
  for (const [at, [el, one]] of boxes.entries()) for (const [other, box] of boxes.slice(at + 1)) {
    const across = Math.min(one.right, box.right) - Math.max(one.left, box.left);
    const down = Math.min(one.bottom, box.bottom) - Math.max(one.top, box.top);
    if (across > 1 && down > 1 && el.dataset.row !== other.dataset.row) found.push([el.id, other.id]);
  }
  return found;
}"""
"""Pairs of items of different rows that share any room."""


def _gatherings(count: int, audiences: tuple[str, ...]) -> dict[str, str]:
    """One a week, of which a reader is told and no more; so they have no pages of their own to build."""
    first = date(2022, 8, 29)
    return {
        f"samlinger/uke-{week:03}.md": (
            f"---\nbare omtalt: ja\ndato: {(first + timedelta(weeks=week)).isoformat()}\nsted: Sal {week}\n"
            f"for: {audiences[week % len(audiences)]}\n---\n# Samling nummer {week}\n"
        )
        for week in range(count)
    }


@pytest.fixture(scope="module")
def long_url(build_written: Callable[..., Path], root: Path) -> Iterator[str]:
    """Programmes with so many gatherings, in one lane and in two."""
    files = dict(SMALLEST)
    roles = {"roller/leder.md": "# Leder\n\nLeder.\n", "roller/ansatt.md": "# Ansatt\n\nDeltar.\n"}
    for count in COUNTS:
        for name, audiences in (("en", ("leder",)), ("to", ("leder", "ansatt"))):
            parts = {"index.md": "# Programmet\n\nEt langt program.\n", **roles, **_gatherings(count, audiences)}
            files |= {f"programmer/{name}-{count}/{path}": text for path, text in parts.items()}
    folder = build_written("long", lambda folder: write_beside(folder, root, files), "https://lang.example/")
    with served(folder / "site") as url:
        yield url


@pytest.mark.parametrize("lanes", ["en", "to"])
@pytest.mark.parametrize("count", COUNTS)
def test_rows_of_a_timeline_keep_apart(visit: Visit, long_url: str, count: int, lanes: str):
    page = visit(f"{long_url}programmer/{lanes}-{count}/", at=AUTUMN_2022, width=1440, height=900)
    for media, width in (("screen", 1440), ("screen", 768), ("screen", 360), ("print", 1440), ("print", 718)):
        page.emulate_media(media=media)
        page.set_viewport_size({"width": width, "height": 900})
        assert page.locator("[data-item]:visible").count() == count
        assert (media, width, page.evaluate(STACKED), page.evaluate(OVERLAPS)) == (media, width, [], [])
