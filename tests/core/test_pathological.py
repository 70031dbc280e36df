"""Text that no person writes neither hangs nor crashes anything: it becomes pages and papers, or problems at its line.

What it takes grows with its length. Seconds are measured as ratios of processor time; what is quick is not looked at.
"""

import gc
import time
from pathlib import Path

import pytest

from core.builder import portal_of
from core.hostile import GATHERING, INLINE, PATTERNS, fill
from effort import THOROUGH, in_turn
from stifinner.language.phrases import load_phrases
from stifinner.outputs.html.pages import PageRenderer
from stifinner.problems.problem import has_errors, show_problems

pytestmark = pytest.mark.slow

SMALL, LARGE = 12_500, 50_000
"""Bytes."""
MOST = 6
"""How many times longer four times as much may take."""
QUICK = 1.0
"""Seconds of processor time that say nothing about growth."""
TRIES = 5
PLACES = {
    "day plan": "# A\n\n## Dagsplan\n\n- 10 min {}\n",
    "list": "# A\n\n## Ressurser\n\n- {}\n",
    "fact": "---\ndato: {0}\nfor: {0}\ntid: {0}\nsted: {0}\n{0}\n---\n# A\n",
    "headings": "# {0}\n\n## {0}\n\nTekst.\n",
}
LISTS = [name for name in PATTERNS if name.startswith("list ")]
"""Each heading that has a list, with each pattern; every third is of every heading, and of every pattern."""
THEME = Path(__file__).parents[2] / "theme_overrides"


@pytest.fixture(scope="module")
def renderer():
    return PageRenderer([THEME / "fragments"], load_phrases("nb"))


def is_made(renderer, folder, files):
    """Whether the files become pages and papers; else they are told."""
    portal = portal_of(folder, files)
    if has_errors(portal.problems):
        assert {problem.path for problem in portal.problems} == {*files}
        return False
    assert all(renderer.render_page(page.view, page.address) for page in portal.pages if page.source)
    assert all(pdf for _, pdf in portal.print_papers(folder, [THEME], "", None))
    return True


def seconds(renderer, folder, files):
    """What it takes by itself: what other tests left behind is no rubbish to look through, again and again."""
    gc.collect()
    gc.freeze()
    try:
        start = time.process_time()
        made = is_made(renderer, folder, files)
        return made, time.process_time() - start
    finally:
        gc.unfreeze()


@pytest.mark.parametrize("name", [*(name for name in PATTERNS if name not in LISTS), *LISTS[:: 1 if THOROUGH else 3]])
def test_text_is_made_in_time_that_grows_with_it_or_is_told(name, renderer, tmp_path):
    made, whole = seconds(renderer, tmp_path / "large", PATTERNS[name](LARGE))
    if not made or whole < QUICK:
        return
    # The least of several small ones, since what else the machine does comes and goes; a large one is measured again
    # where it seems too long.
    least = min(seconds(renderer, tmp_path / f"small {number}", PATTERNS[name](SMALL))[1] for number in range(TRIES))
    for number in range(TRIES):
        if whole <= MOST * least:
            break
        whole = min(whole, seconds(renderer, tmp_path / f"large {number}", PATTERNS[name](LARGE))[1])
    assert whole <= MOST * least


@pytest.mark.parametrize(("name", "place"), in_turn(INLINE, PLACES))
def test_text_in_any_place_becomes_pages_or_problems(name, place, renderer, tmp_path):
    written = PLACES[place].format(fill(SMALL, INLINE[name]).replace("\n", " "))
    portal = portal_of(tmp_path, {GATHERING: written})
    if has_errors(portal.problems):
        assert {problem.path for problem in portal.problems} == {GATHERING}
        assert len(show_problems(portal.problems[:1], portal.phrases)) < SMALL
    else:
        assert all(renderer.render_page(page.view, page.address) for page in portal.pages if page.source)
