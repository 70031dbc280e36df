"""A place as a reader meets it: with large letters, on paper, without scripts, and when some of it is over."""

from datetime import UTC, datetime

import pytest

from browser.conftest import Visit
from browser.days import LATE_2026, WORDS

pytestmark = pytest.mark.sample

BROEN = "programmer/broen-over/"
PLACE, OTHER = f"{BROEN}steder/lyngvag-samfunnshus/", f"{BROEN}steder/storeneset-bibliotek/"
PAGES = (PLACE, OTHER, f"{BROEN}samlinger/kick-off/", f"{BROEN}samlinger/fortell-det-videre/", f"{BROEN}kull/kull-1/")
MAP = "https://example.org/kart/lyngvag-samfunnshus"


@pytest.mark.parametrize(
    ("address", "width"), [*((page, width) for page in PAGES for width in (640, 1440)), (PLACE, 360)]
)
def test_letters_twice_as_large_fit_without_moving_sideways(visit: Visit, portal_url: str, address: str, width: int):
    page = visit(f"{portal_url}{address}", at=LATE_2026, width=width)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_what_is_over_at_a_place_is_folded(visit: Visit, portal_url: str):
    def seen(at: datetime) -> tuple[list[str], list[str]]:
        page = visit(f"{portal_url}{OTHER}", at=at)
        folds = page.locator("[data-way] summary").all_inner_texts()
        return folds, page.locator("[data-way] > li > .way__name").all_inner_texts()

    before = [
        "Led en god velkomst",
        "Andre veiledning",
        "Fortell det videre",
        "Led en god velkomst",
        "Andre veiledning",
    ]
    assert seen(LATE_2026) == ([], before)
    assert seen(datetime(2027, 12, 20, 10, tzinfo=UTC)) == ([WORDS["way"]["folded"].format(count="To")], before[3:])


def test_the_way_to_a_place_is_two_links_and_asks_nobody(visit: Visit, portal_url: str):
    page = visit(f"{portal_url}{BROEN}samlinger/kick-off/", at=LATE_2026)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    where = page.locator(".alt__where").first
    links = [(" ".join(link.inner_text().split()), link.get_attribute("href")) for link in where.locator("a").all()]
    assert links[1] == ("Åpne i kart : Lyngvåg samfunnshus (oppdiktet)", MAP)
    assert [url for url in asked if not url.startswith(portal_url)] == []
    where.locator("a").first.click()
    assert page.url == f"{portal_url}{PLACE}"
    assert page.locator(".placecard a").get_attribute("href") == MAP


def test_paper_tells_the_address_and_shows_no_button(visit: Visit, portal_url: str):
    page = visit(f"{portal_url}{PLACE}", at=LATE_2026)
    page.emulate_media(media="print")
    assert page.locator(".placecard__address").inner_text() == "Broenden 1, Lyngvåg (oppdiktet)"
    assert not page.locator(".placecard__go").is_visible()
    printed = visit(f"{portal_url}{BROEN}samlinger/kick-off/skriv-ut/", at=LATE_2026)
    assert "storsalen, Broenden 1, Lyngvåg (oppdiktet)" in printed.locator(".handout__facts").inner_text()


def test_without_scripts_all_that_happens_there_is_told(visit: Visit, portal_url: str):
    page = visit(f"{portal_url}{PLACE}", java_script_enabled=False)
    assert page.locator("[data-way] .way__name").all_inner_texts() == ["Kick-off", *["Gi kunnskapen videre"] * 2]
    assert page.locator("[data-way] .way__state").all_inner_texts() == [""] * 3
