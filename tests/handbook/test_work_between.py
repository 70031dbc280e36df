"""What the chapter on gatherings shows of work between can be written, and pages say what they are said to say."""

import re
from pathlib import Path

import pytest

from core.builder import write_files
from handbook.test_dates_that_change import COHORTS, PHRASES, ROOT, SAYS, example, lines_shown, words_of
from stifinner.portal import build_portal
from stifinner.problems.problem import show_problems

GIVER = f"{COHORTS}/samlinger/oppstart.md"
SHOWN = lines_shown("samling")


@pytest.mark.parametrize("number", range(len(SHOWN)))
def test_work_that_is_shown_can_be_written(number: int, tmp_path: Path):
    one, files = SHOWN[number], example()
    files[GIVER], count = re.subn(r"## Mellomarbeid.*\n[^¤]*", lambda _: one.lines, files[GIVER])
    assert count == 1
    kept = {path: text for path, text in files.items() if path == "index.md" or path.startswith(COHORTS)}
    portal = build_portal(write_files(tmp_path, kept), name="P")
    assert portal.problems == (), show_problems(portal.problems, PHRASES)
    renderer = portal.renderer([ROOT / "theme_overrides" / "fragments"])
    page = next(page for page in portal.pages if page.address == f"{COHORTS}/kull/kull-1/")
    text = words_of(renderer.render_page(page.view, page.address))
    assert one.said
    assert [said for said in one.said if said not in text and not said.startswith("-")] == []


def test_every_form_is_shown_with_what_pages_then_say():
    chapter = (ROOT / "plugins/stifinner/help/handbook/nb/samling.md").read_text(encoding="utf-8")
    assert len(SHOWN) == chapter.count(SAYS) == 4
