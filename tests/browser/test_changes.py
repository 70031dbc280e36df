"""What was told in the last month is the browser's to say: from the day itself, for 31 days, and never before."""

import pytest
from playwright.sync_api import Page, expect

from browser.addresses import BROEN, COHORT
from browser.conftest import Visit
from browser.days import WORDS
from browser.made import ADDRESS, Show, at_each, oslo, render
from stifinner.views.parts.changes import RecentChanges
from stifinner.views.parts.elements import Link
from views.pieces import changed

SAY = WORDS["changes"]
BODY = """{% import "blocks/changes.html" as changes with context %}
{{ changes.to_all(recent) }}{{ changes.of_a_month(recent) }}"""
RECENT = RecentChanges(
    tuple(
        changed("cancelled", "a", name, (day, day), day="1. mai 2027")
        for name, day in (("Siste", "2026-12-10"), ("Midterste", "2026-11-20"), ("Første", "2026-10-01"))
    ),
    Link(SAY["title"], "endringer/"),
)
SHOWN = {
    "2026-09-30T23:59": [],
    "2026-10-01T00:00": ["Første"],
    "2026-11-01T23:59": ["Første"],
    "2026-11-02T00:00": [],
    "2026-11-20T12:00": ["Midterste"],
    "2026-12-10T00:00": ["Siste", "Midterste"],
    "2026-12-21T23:59": ["Siste", "Midterste"],
    "2026-12-22T00:00": ["Siste"],
    "2027-01-10T23:59": ["Siste"],
    "2027-01-11T00:00": [],
}


def names(page: Page) -> list[str]:
    return page.locator("[data-a-month] a:visible").all_inner_texts()


def test_a_change_is_new_for_a_month_and_never_before_it_was_told(show: Show):
    page = show(render(BODY, recent=RECENT, href=str), "changes", at="2026-09-30T12:00")
    found = {}
    for moment in at_each(page, SHOWN):
        found[moment] = names(page)
        is_new = bool(SHOWN[moment])
        expect(page.get_by_role("heading", name=SAY["recent"])).to_have_count(int(is_new))
        expect(page.get_by_role("link", name=SAY["title"])).to_have_count(int(not is_new))
        expect(page.get_by_role("link", name=SAY["all"])).to_have_count(int(is_new))
    assert found == SHOWN
    assert page.url == ADDRESS


PAGES = {
    "front": "",
    "programme": BROEN,
    "role": f"{BROEN}roller/ansatt/",
    "role in a cohort": f"{COHORT}roller/ansatt/",
}
NEW = {
    "front": ["Velkommen inn", "Andre veiledning", "Presentasjon fra kick-off", "Kick-off", "Velkommen inn"],
    "programme": ["Velkommen inn", "Andre veiledning", "Presentasjon fra kick-off", "Kick-off", "Velkommen inn"],
    "role": ["Velkommen inn", "Presentasjon fra kick-off", "Kick-off", "Velkommen inn"],
    "role in a cohort": ["Presentasjon fra kick-off", "Kick-off", "Velkommen inn"],
}


@pytest.mark.parametrize("kind", PAGES)
def test_pages_of_the_sample_say_what_is_new_and_a_month_later_nothing(visit: Visit, portal_url: str, kind: str):
    page = visit(portal_url + PAGES[kind], at=oslo("2026-11-28T12:00"))
    assert names(page) == NEW[kind]
    page.clock.set_fixed_time(oslo("2027-01-15T12:00"))
    page.reload()
    assert names(page) == []
    expect(page.get_by_role("heading", name=SAY["recent"])).to_have_count(0)


@pytest.mark.parametrize("kind", PAGES)
def test_without_scripts_nothing_is_said_to_be_new_and_a_link_leads_to_all(visit: Visit, portal_url: str, kind: str):
    page = visit(portal_url + PAGES[kind], java_script_enabled=False)
    expect(page.get_by_role("heading", name=SAY["recent"])).to_have_count(0)
    link = page.locator("main a[href$='endringer/']:visible").first
    expect(link).to_be_visible()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(SAY["title"])
    assert page.locator(".chg__told").count() > 2
