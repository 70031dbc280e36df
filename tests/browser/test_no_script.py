"""Without scripts every page is whole: all dates, all of the timeline, a menu that opens, and no claim about time."""

import pytest
from playwright.sync_api import expect

from browser.addresses import BROEN, COHORT, TRYGGE
from browser.conftest import Visit
from browser.days import WORDS
from browser.pages import shapes
from stifinner.language.phrases import load_phrases

PAGES = shapes()
NAV = load_phrases("nb")["shown"]["nav"]
WAITS = "[hidden], template, dialog, [data-pick], [data-card], [data-lanename], .legend__clock, svg"
WAITS += ", details:not([open]) > :not(summary)"
"""What is not drawn on purpose, or folds out by itself. The cards of the front page have a test of their own."""
NOT_SEEN = """(waits) => [...document.querySelectorAll("main *")].filter((el) => {
  const says = [...el.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return says && !el.checkVisibility() && !el.closest(waits);
}).map((el) => el.outerHTML)"""
"""What has text and is not drawn, though no script is to show it."""
CLAIMS = """() => [
  ...[...document.querySelectorAll(".is-past, .is-next, .is-coming")].map((el) => el.outerHTML),
  ...[...document.querySelectorAll("[data-state], [data-word], span[data-when], [data-count]:empty")]
    .map((el) => el.textContent.trim()).filter(Boolean),
]"""
WITH_SCRIPT_ONLY = "button, [data-filters], [data-pick], [data-today-mark], [data-card][hidden], dialog"


@pytest.mark.parametrize("kind", PAGES)
def test_page_is_whole_and_claims_nothing_about_time(visit: Visit, portal_url: str, kind: str):
    page = visit(portal_url + PAGES[kind], width=360, java_script_enabled=False)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate(NOT_SEEN, WAITS) == []
    assert page.evaluate(CLAIMS) == []
    expect(page.locator(WITH_SCRIPT_ONLY).locator("visible=true")).to_have_count(0)


@pytest.mark.parametrize("address", [TRYGGE, BROEN, COHORT])
@pytest.mark.parametrize("width", [1440, 360])
def test_the_whole_timeline_stands_there_with_its_dates(visit: Visit, portal_url: str, address: str, width: int):
    page = visit(portal_url + address, width=width, java_script_enabled=False)
    items = page.locator("[data-item]")
    expect(items.locator(".tl__title").locator("visible=true")).to_have_count(items.count())
    dates = [item.locator(".tl__date, .stop__date").locator("visible=true").all_inner_texts() for item in items.all()]
    assert all(said and all(date.strip() for date in said) for said in dates)


def test_front_page_lists_every_gathering_with_a_date_under_a_label_that_is_true(visit: Visit, portal_url: str):
    page = visit(portal_url, java_script_enabled=False)
    expect(page.locator("#next_")).to_have_text(WORDS["front"]["gatherings"])
    cards, dated = page.locator("[data-card]"), page.locator("[data-card][data-start]")
    expect(cards.locator("h3").locator("visible=true")).to_have_count(cards.count())
    expect(cards.locator(".nextcard__date").locator("visible=true")).to_have_count(cards.count())
    days = [card.get_attribute("data-start") for card in dated.all()]
    assert len(days) > 10
    assert days == sorted(days)


def test_menu_opens_and_leads_on(visit: Visit, portal_url: str):
    page = visit(portal_url + TRYGGE, width=360, height=740, java_script_enabled=False)
    menu = page.locator("[data-menu]")
    links = menu.get_by_role("link")
    expect(links.locator("visible=true")).to_have_count(0)
    menu.locator("summary").first.click()
    assert menu.locator(".top__words a").all_inner_texts() == [*NAV.values()]
    menu.locator(".top__words").get_by_role("link", name=NAV["resources"]).click()
    expect(page).to_have_url(f"{portal_url}ressurser/")
