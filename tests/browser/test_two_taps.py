"""On a phone, from the front page to «my next gathering and what to do before it» in one tap, to all of it in two."""

from datetime import datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.addresses import BROEN, COHORT, TRYGGE
from browser.conftest import Visit
from browser.days import AFTER_ALL, AUTUMN_2022, CLOCK, LATE_2026, SPRING_2027, WORDS

NEXT, BEFORE = WORDS["upnext"], WORDS["gathering_page"]["before"]
PREPARE = NEXT["prepare"]
FIRST_COHORT = "Kull 1"
WAYS = {
    "2022": (
        AUTUMN_2022,
        "Trygge fagfolk",
        f"{TRYGGE}roller/leder/",
        f"{TRYGGE}samlinger/lederen-som-kulturbygger/",
        "Lederen som kulturbygger",
        NEXT["next"].format(when=CLOCK["in_days"].format(n=12)),
        ["Les gjennom de fire fokusområdene", "Finn ut hvem du skal undervise sammen med"],
    ),
    "2026": (
        LATE_2026,
        "Broen over",
        f"{COHORT}roller/leder/",
        f"{BROEN}samlinger/kick-off/?kull=kull-1",
        "Kick-off",
        NEXT["next"].format(when=CLOCK["in_months"].format(n=2)),
        ["Tenk på en gang du var ny", "Ta med én ting som minner deg om det"],
    ),
    "2027": (
        SPRING_2027,
        "Broen over",
        f"{COHORT}roller/leder/",
        f"{BROEN}samlinger/led-en-god-velkomst/?kull=kull-1",
        "Led en god velkomst",
        NEXT["next"].format(when=CLOCK["in_days"].format(n=7)),
        ["Velg tre bilder fra mellomarbeidet", "Spør en familie hva de husker fra den første dagen"],
    ),
}


def phone(visit: Visit, url: str, at: datetime) -> Page:
    return visit(url, at=at, width=360, height=740, has_touch=True, is_mobile=True)


def i_am(page: Page, role: str, programme: str) -> Locator:
    """A door of «Jeg er …»."""
    return page.get_by_role("link", name=f"{role}, {programme}", exact=True)


@pytest.mark.parametrize("day", WAYS)
def test_a_leader_gets_to_the_next_gathering_and_its_preparation_in_two_taps(visit: Visit, portal_url: str, day: str):
    at, programme, role, gathering, name, label, tasks = WAYS[day]
    page = phone(visit, portal_url, at)

    i_am(page, "leder", programme).tap()
    if role.startswith(COHORT):
        # One tap more says in which cohort; whoever has the address of that page needs none.
        page.locator("#main").get_by_role("link", name=FIRST_COHORT, exact=True).tap()
    expect(page).to_have_url(portal_url + role)
    card = page.locator("[data-upnext] > article:visible")
    expect(card).to_have_count(1)
    expect(card.locator(".upnext__label")).to_have_text(label)
    expect(card.get_by_role("heading", level=2)).to_have_text(name)
    expect(card.locator(".check strong")).to_have_text(tasks)
    for told in (card.locator(".upnext__label"), card.get_by_role("heading", level=2), card.locator(".upnext__date")):
        expect(told).to_be_in_viewport(ratio=1)

    card.get_by_role("link", name=PREPARE).tap()
    expect(page).to_have_url(f"{portal_url}{gathering}#{WORDS['anchors']['before']}")
    expect(page.get_by_role("heading", name=BEFORE, exact=True)).to_be_in_viewport(ratio=1)
    expect(page.locator(f"section[aria-labelledby={WORDS['anchors']['before']}] .check strong")).to_have_text(tasks)
    expect(page.locator(".check").first).to_be_in_viewport()


def test_a_leader_who_is_to_hold_the_next_gathering_gets_to_its_preparation_in_two_taps(visit: Visit, portal_url: str):
    page = phone(visit, portal_url, LATE_2026)
    i_am(page, "leder", "Trygge fagfolk").tap()
    card = page.locator("[data-upnext] > article:visible")
    expect(card.get_by_role("heading", level=2)).to_have_text(["Personalsamling 1"])
    link = card.get_by_role("link")
    expect(link).to_have_text(["Lederen som kulturbygger"])
    expect(link).to_be_in_viewport(ratio=1)
    link.tap()
    expect(page).to_have_url(f"{portal_url}{TRYGGE}samlinger/lederen-som-kulturbygger/")


def test_after_the_last_gathering_one_tap_tells_that_all_is_over(visit: Visit, portal_url: str):
    page = phone(visit, portal_url, AFTER_ALL)
    page.goto(f"{portal_url}{COHORT}roller/leder/")
    card = page.locator("[data-upnext] > article:visible")
    expect(card.get_by_role("heading", level=2)).to_have_text([NEXT["done"]])
    expect(page.locator("[data-way] > li:not(.is-past, [data-off], .way__folded)")).to_have_count(0)


def test_front_page_of_a_phone_opens_with_the_next_gathering_above_the_fold(visit: Visit, portal_url: str):
    page = phone(visit, portal_url, AUTUMN_2022)
    first = page.locator("[data-card]:visible").first
    expect(first.get_by_role("heading")).to_have_text("Lederen som kulturbygger")
    expect(first.locator(".nextcard__date")).to_be_in_viewport(ratio=1)
    expect(first.get_by_role("heading")).to_be_in_viewport(ratio=0.5)
    first.get_by_role("link", name=WORDS["front"]["prepare"]).tap()
    expect(page.get_by_role("heading", name=BEFORE, exact=True)).to_be_in_viewport(ratio=1)
