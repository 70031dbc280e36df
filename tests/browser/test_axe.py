"""What a machine can find of barriers: nothing, on any page, in any light, at any width, in any state."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.addresses import BROEN, MORE, SHARES, TRYGGE, TYPES
from browser.axe import barriers_in, bring_axe
from browser.conftest import Visit
from browser.days import AFTER_ALL, AUTUMN_2022, LATE_2026, SPRING_2027, WORDS
from browser.pages import share_of_some
from effort import THOROUGH

# Where the system is to choose the colours, all text lets it. What is chosen has the system's own colours for that.
OWN_COLOURS = """() => [...document.querySelectorAll("body *:not(svg *)")]
  .filter((el) => el.innerText?.trim() && !el.closest(".pick") && getComputedStyle(el).forcedColorAdjust === "none")
  .map((el) => el.outerHTML)"""
DARK = {"color_scheme": "dark"}
PHONE = {"width": 360, "height": 740}
LOOKS = [("dark", 360), *([("dark", 1280), ("light", 360)] if THOROUGH else [])]
"""Light on a wide screen is how every page is looked at."""


@pytest.fixture
def look(visit: Visit) -> Iterator[Callable[..., Page]]:
    """Open a page in which axe is at hand."""

    def open_page(url: str, **settings) -> Page:
        page = visit("about:blank", **{"at": AUTUMN_2022, **settings})
        bring_axe(page)
        page.goto(url)
        return page

    return open_page


@pytest.mark.any_content
@pytest.mark.parametrize("share", SHARES)
def test_no_page_has_a_barrier(look: Callable[..., Page], portal_url: str, built_site: Path, share: int):
    page = look("about:blank", at=LATE_2026)
    found = {}
    for address in share_of_some(built_site, share):
        page.goto(portal_url + address)
        if barriers := barriers_in(page):
            found[address] = barriers
    assert found == {}


@pytest.mark.parametrize("kind", TYPES)
def test_no_type_of_page_has_a_barrier_in_the_dark_or_on_a_phone(look: Callable[..., Page], portal_url: str, kind: str):
    page = look("about:blank")
    found = {}
    for scheme, width in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.goto(portal_url + TYPES[kind])
        if barriers := barriers_in(page):
            found[scheme, width] = barriers
    assert found == {}


@pytest.mark.parametrize("kind", MORE)
def test_no_other_shape_of_a_page_has_a_barrier_on_a_phone_in_the_dark(
    look: Callable[..., Page], portal_url: str, kind: str
):
    page = look(portal_url + MORE[kind], at=SPRING_2027, **PHONE, **DARK)
    assert barriers_in(page) == []


@pytest.mark.parametrize("kind", ["front", "programme", "gathering", "role", "library"])
def test_no_type_of_page_has_a_barrier_where_the_system_chooses_the_colours(
    look: Callable[..., Page], portal_url: str, kind: str
):
    page = look(portal_url + TYPES[kind], forced_colors="active")
    assert barriers_in(page, forced_colours=True) == []
    assert page.evaluate(OWN_COLOURS) == []


@pytest.mark.parametrize("address", ["", BROEN, f"{BROEN}roller/leder/"])
def test_no_page_has_a_barrier_when_all_is_over(look: Callable[..., Page], portal_url: str, address: str):
    page = look(portal_url + address, at=AFTER_ALL)
    assert barriers_in(page) == []


def test_the_open_seat_has_no_barrier(look: Callable[..., Page], small_url: str):
    page = look(small_url, at=AFTER_ALL.replace(year=2031), **PHONE)
    expect(page.locator("[data-next-empty]")).to_be_visible()
    assert barriers_in(page) == []


# --- States that a reader brings about ------------------------------------------------------------------------------


def open_menu(page: Page) -> None:
    page.locator("[data-menu] > summary").click()
    expect(page.locator("[data-menu] nav")).to_be_visible()


def search(page: Page) -> None:
    page.get_by_role("button", name=WORDS["frame"]["search"], exact=True).click()
    page.get_by_role("searchbox").fill("leder")
    expect(page.locator("[data-search-hits] a").first).to_be_visible()


def search_in_vain(page: Page) -> None:
    page.get_by_role("button", name=WORDS["frame"]["search"], exact=True).click()
    page.get_by_role("searchbox").fill("velkmstplakten")
    expect(page.locator("[data-search-nearest] button")).to_have_text("velkomstplakaten")


def filter_the_way(page: Page) -> None:
    page.locator("[data-pick] label").nth(3).click()
    expect(page.locator("[data-item].is-other").first).to_be_attached()


def filter_library(page: Page) -> None:
    page.locator("[data-filters] input:not([value=''])").first.check(force=True)
    expect(page.locator(".res[hidden]").first).to_be_attached()


def filter_everything_away(page: Page) -> None:
    """No book belongs to this programme."""
    page.goto(f"{page.url}#kind=bok&programme=trygge-fagfolk")
    page.reload()
    expect(page.locator("[data-library] [data-none]")).to_be_visible()


def tick(page: Page) -> None:
    for box in page.locator(".upnext:visible .check, .duties .check").all()[:4]:
        box.click()


def choose_light(page: Page) -> None:
    page.get_by_role("button", name=WORDS["frame"]["theme"]).click()


STATES = {
    "menu on a phone": (open_menu, TRYGGE, PHONE),
    "menu in the dark": (open_menu, TYPES["role"], PHONE | DARK),
    "search": (search, TYPES["front"], {}),
    "search on a phone in the dark": (search, TYPES["gathering"], PHONE | DARK),
    "search without hits": (search_in_vain, TYPES["notfound"], {}),
    "timeline for one role": (filter_the_way, TRYGGE, {}),
    "timeline for one role on a phone": (filter_the_way, TRYGGE, PHONE | DARK),
    "library filtered": (filter_library, TYPES["library"], {}),
    "library with nothing left": (filter_everything_away, TYPES["library"], PHONE),
    "ticked": (tick, TYPES["role"], DARK),
    "dark by choice": (choose_light, TRYGGE, {}),
    "light by choice": (choose_light, TRYGGE, PHONE | DARK),
}


@pytest.mark.parametrize("state", STATES)
def test_no_state_has_a_barrier(look: Callable[..., Page], portal_url: str, state: str):
    bring_about, address, settings = STATES[state]
    page = look(portal_url + address, **settings)
    bring_about(page)
    assert barriers_in(page) == []
