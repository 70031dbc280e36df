"""From what a cohort's file says to what its page shows on a day: sign-ups that are open, closed or gone."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.made import Show, at_each, render
from browser.test_sign_up import SECTION
from core.builder import portal_of
from views.pieces import P, view_at
from yaml_files import read_yaml

CASES = read_yaml(Path(__file__).with_name("sign_up_edges.yml"))
ZONES = ("Europe/Oslo", "America/Los_Angeles")


def html_of(folder: Path, case: dict[str, str]) -> str:
    """The sign-ups of a cohort that says something of itself (``cohort``) and of its gathering (``dates``)."""
    facts = f"---\n{case['cohort']}---\n" if "cohort" in case else ""
    files: dict[str, str | bytes] = {
        f"{P}samlinger/a.md": "# A\n\nOm A.\n",
        f"{P}kull/k.md": f"{facts}# Kull 1\n\nDe første.\n\n## Datoer\n\n- [A](../samlinger/a.md): {case['dates']}\n",
    }
    portal = portal_of(folder, files)
    assert [one.code for one in portal.problems if one.severity == "error"] == []
    return render(SECTION, href=str, rows=view_at(portal, f"{P}kull/k/").sign_ups)


def seen(page: Page) -> list[str]:
    """Of each sign-up whether one can do it, and what is said of its deadline; then whether the button is there."""
    said = []
    for row in page.locator(".signups > [data-signup]").all():
        if row.is_visible():
            left = " ".join(row.locator("[data-left]").all_text_contents())
            doing = "open" if row.locator("[data-while-open]").is_visible() else "closed"
            said.append(f"{doing}: {left}".removesuffix(": "))
        else:
            said.append("gone")
    return [*said, *(["button"] if page.locator("[data-to-signups]").is_visible() else [])]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_what_a_reader_sees_of_each_sign_up_on_a_day(case: dict[str, Any], zone: str, show: Show, tmp_path: Path):
    page = show(html_of(tmp_path, case), "next times signup", at="2027-01-01T12:00", zone=zone)
    assert {moment: seen(page) for moment in at_each(page, case["seen"])} == case["seen"]
