"""On paper: all of what the page is about, nothing of what is only for the screen, and where links lead."""

import io
import re
import unicodedata

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from browser.addresses import BROEN, MORE, TRYGGE, TYPES
from browser.conftest import Visit
from browser.days import AUTUMN_2022, SPRING_2027
from conftest import SITE_URL
from stifinner.language.phrases import load_phrases

WORDS_SHOWN = load_phrases("nb")["shown"]
PAGES = {
    "front": ("", 4),
    "programme": (TRYGGE, 6),
    "programme in rows": (BROEN, 12),
    "gathering": (f"{BROEN}samlinger/laer-a-se-overgangene/", 4),
    "role": (TYPES["role"], 4),
    "library": (TYPES["library"], 4),
    "resource": (TYPES["resource"], 1),
    "article": (TYPES["article"], 2),
    "print": (MORE["print"], 3),
    "print of a role": (MORE["print of a role"], 4),
    "print of a sheet": (MORE["print of a sheet"], 4),
}
"""Type → address, and the most sheets it may take."""
TOLD = {
    "front": ".nextcard:visible :is(h3, .date__day, .date__rest), .iam__role, .prog__name",
    "programme": "[data-item] :is(.tl__title, .tl__date), .rolelist__name, .focus__list li, .res__name",
    "programme in rows": "[data-item] :is(.tl__title, .tl__date), .rolelist__name, .res__name",
    "gathering": ".agenda li strong, .agenda__time, .agenda__detail, .check strong, .takes strong, .qs li",
    "role": ".upnext:visible .check strong, .way__name, .way__date, .duties .check strong",
    "library": ".res__name, .res__used, .res__missing",
    "resource": "h1, .lede",
    "article": "h2, .prose p, .prose li",
    "print": "h1, h2, .prose p, .handout__facts dd, .handout li, .handout__rows :is(dt, dd)",
    "print of a role": "h1, h2, .prose p, .handout li, .handout__rows :is(dt, dd)",
    "print of a sheet": "h1, h2, th, .handout__claim p:first-child, .handout ul li, .handout__talk li",
}
"""Type → whatever must be there on paper."""
NOT_ON_PAPER = ("[data-menu]", "[data-search]", "[data-search-open]", "[data-theme-switch]", "[data-pick]")
NOT_ON_PAPER += ("[data-filters]", ".top__nav", ".skip", ".acts__nav")


def sheets(page: Page) -> list[str]:
    """The text of each sheet of A4, as it is printed."""
    reader = PdfReader(io.BytesIO(page.pdf(format="A4")))
    return [letters(sheet.extract_text()) for sheet in reader.pages]


def letters(text: str) -> str:
    """Only what is written, since lines break elsewhere on paper and letters may be joined."""
    return "".join(re.findall(r"[\w%/:.]+", unicodedata.normalize("NFKC", text.replace("\u00ad", "")))).lower()


@pytest.mark.parametrize("kind", PAGES)
def test_paper_holds_all_of_the_page_and_nothing_of_the_screen(visit: Visit, portal_url: str, kind: str):
    address, most = PAGES[kind]
    page = visit(portal_url + address, at=SPRING_2027 if BROEN in address else AUTUMN_2022)
    told = [text for text in page.locator(TOLD[kind]).all_text_contents() if text.strip()]
    assert len(told) > 1
    printed = sheets(page)
    whole = "".join(printed)
    assert [text for text in told if letters(text) not in whole] == []
    assert 1 <= len(printed) <= most
    assert [number for number, text in enumerate(printed, start=1) if len(text) < 40] == []
    page.emulate_media(media="print")
    assert [selector for selector in NOT_ON_PAPER if page.locator(selector).locator("visible=true").count()] == []


def test_paper_tells_where_links_out_of_the_portal_lead(visit: Visit, portal_url: str):
    for address in (TYPES["resource"], TYPES["library"], f"{BROEN}samlinger/veiledning-1/"):
        page = visit(portal_url + address, at=SPRING_2027)
        out = page.locator("main a[href^='http']").locator("visible=true")
        targets = sorted(set(out.evaluate_all("all => all.map((link) => link.getAttribute('href'))")))
        whole = "".join(sheets(page))
        assert targets != []
        assert [target for target in targets if letters(target) not in whole] == []


def test_paper_is_white_whatever_the_screen_was(visit: Visit, portal_url: str):
    page = visit(portal_url + TRYGGE, at=AUTUMN_2022, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--page')") != ""
    body = "getComputedStyle(document.body).backgroundColor"
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert page.evaluate(body) in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)", "oklch(1 0 0)")


@pytest.mark.parametrize("kind", ["print", "print of a role"])
def test_a_page_for_printing_tells_where_every_link_leads(visit: Visit, portal_url: str, kind: str):
    page = visit(portal_url + MORE[kind], at=SPRING_2027)
    inward = page.locator("main a:not(.handout__back a)")
    addresses = inward.evaluate_all("all => all.map((link) => link.dataset.address ?? link.getAttribute('href'))")
    assert len(addresses) > 1
    whole = "".join(sheets(page))
    assert [address for address in addresses if letters(address) not in whole] == []
    assert SITE_URL.removeprefix("https://") in addresses[0]


def test_a_page_for_printing_has_nothing_around_it_and_opens_no_dialogue(visit: Visit, portal_url: str):
    page = visit(portal_url + TYPES["gathering"])
    page.evaluate("window.print = () => { window.printed = true; }")
    page.get_by_role("link", name=WORDS_SHOWN["handout"]["print_page"]).click()
    expect(page).to_have_url(portal_url + MORE["print"])
    assert page.evaluate("window.printed") is None
    expect(page.locator("header.top, nav, footer, dialog, form")).to_have_count(0)
    page.get_by_role("link", name=WORDS_SHOWN["handout"]["back"]).click()
    expect(page).to_have_url(portal_url + TYPES["gathering"])
