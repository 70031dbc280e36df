"""The timeline and the picture of who supports whom, as they stand on the screen with the real fonts."""

from itertools import combinations
from pathlib import Path

import pytest
from playwright.sync_api import Page

from browser.addresses import COHORT, HANDLEKRAFTIGE, TRYGGE, all_addresses
from browser.conftest import Visit
from browser.days import AUTUMN_2022, SPRING_2027, WORDS
from effort import in_turn

Rectangle = tuple[float, float, float, float]

LINES = """(elements) => elements.filter((el) => el.checkVisibility() && el.textContent.trim()).flatMap((el) => {
    const range = document.createRange();
    range.selectNodeContents(el);
    return [...range.getClientRects()].map((box) => [box.left, box.top, box.right, box.bottom]);
})"""
BOX = "(el) => { const box = el.getBoundingClientRect(); return [box.left, box.top, box.right, box.bottom]; }"


def rectangles(page: Page, selector: str) -> list[Rectangle]:
    """Where the visible text of the elements stands, line by line."""
    return [tuple(box) for box in page.locator(selector).evaluate_all(LINES)]


def boxes_of(page: Page, selector: str) -> list[Rectangle]:
    """Where the visible elements themselves stand."""
    script = f"(all) => all.filter((el) => el.checkVisibility()).map({BOX})"
    return [tuple(box) for box in page.locator(selector).evaluate_all(script)]


def box_of(page: Page, selector: str) -> Rectangle:
    """Where the first of them stands."""
    return boxes_of(page, selector)[0]


def overlaps(boxes: list[list[Rectangle]], room: float = 0.5) -> list[tuple[Rectangle, Rectangle]]:
    """Pairs of rectangles of different groups that stand upon each other by more than a hair."""
    found = []
    for some, others in combinations(boxes, 2):
        for one in some:
            for other in others:
                across = min(one[2], other[2]) - max(one[0], other[0])
                along = min(one[3], other[3]) - max(one[1], other[1])
                if across > room and along > 6:  # lines of type may lean into each other's leading
                    found.append((one, other))
    return found


def item_texts(page: Page) -> list[list[Rectangle]]:
    """Text by item of the timeline, and the shapes each by itself."""
    anchors = page.locator("[data-item]:visible").evaluate_all("(items) => items.map((el) => el.id)")
    texts = [
        rectangles(page, f"[id='{anchor}'] :is(.tl__text > p:not(.tl__pre), .tl__pre span, h3)") for anchor in anchors
    ]
    return [*texts, *([box_of(page, f"[id='{anchor}'] > :is(.shape, .mark)")] for anchor in anchors)]


@pytest.mark.parametrize(
    ("width", "programme"), in_turn([320, 768, 1280, 1440, 1920], [TRYGGE, HANDLEKRAFTIGE, COHORT])
)
def test_timeline_sets_no_word_upon_another(visit: Visit, portal_url: str, programme: str, width: int):
    page = visit(portal_url + programme, at=SPRING_2027 if programme == COHORT else AUTUMN_2022, width=width)
    assert overlaps(item_texts(page)) == []


def test_timeline_of_trygge_fagfolk_stands_on_one_screen(visit: Visit, portal_url: str):
    page = visit(portal_url + TRYGGE, at=AUTUMN_2022, width=1440, height=900)
    top, bottom = box_of(page, ".tl-section h2")[1], box_of(page, "[data-timeline]")[3]
    assert bottom - top < 900
    assert page.evaluate("document.documentElement.scrollWidth") == 1440
    lanes = [boxes_of(page, f"[data-lane={lane}] > .shape") for lane in ("upper", "lower")]
    assert [len({round(top + bottom) for _, top, _, bottom in lane}) for lane in lanes] == [1, 1]
    assert page.locator(".tl__arrow:visible").count() == 3


def test_work_between_is_a_bar_from_its_gathering_to_the_day_it_is_due(visit: Visit, portal_url: str):
    page = visit(portal_url + TRYGGE, at=AUTUMN_2022, width=1440)
    bar = box_of(page, ".tl__bar")
    giver = box_of(page, "[data-item][id$='lederen-som-kulturbygger'] > .shape")
    diamond = box_of(page, "[data-work] > .shape")
    assert bar[0] == pytest.approx((giver[0] + giver[2]) / 2, abs=3)
    assert bar[2] == pytest.approx((diamond[0] + diamond[2]) / 2, abs=3)


# --- Shown for one role ---------------------------------------------------------------------------------------------


def choose(page: Page, role: str) -> None:
    page.locator(f"[data-pick] input[value='{role}']").check(force=True)


def shown(page: Page) -> list[str]:
    """Anchors of the items that can be seen and heard, without the folder."""
    script = """(items) => items.filter((el) => el.checkVisibility({ visibilityProperty: true }) && !el.ariaHidden)
        .map((el) => el.id)"""
    return page.locator("[data-item]").evaluate_all(script)


@pytest.mark.parametrize("width", [1440, 360])
def test_timeline_for_one_role_keeps_what_is_theirs_and_for_everyone(visit: Visit, portal_url: str, width: int):
    page = visit(portal_url + COHORT, at=SPRING_2027, width=width)
    all_of_them = shown(page)
    for role in page.locator("[data-pick] input").evaluate_all("(all) => all.map((el) => el.value).filter(Boolean)"):
        choose(page, role)
        script = """(items, role) => items
            .filter((el) => (el.dataset.roles ?? role).split(" ").includes(role)).map((el) => el.id)"""
        theirs = page.locator("[data-item]").evaluate_all(script, role)
        assert shown(page) == theirs
        assert overlaps(item_texts(page)) == []
        assert page.locator(".is-next [data-state]:visible").count() <= 1
    choose(page, "")
    assert shown(page) == all_of_them


def test_timeline_for_one_role_says_what_is_next_for_them(visit: Visit, portal_url: str):
    page = visit(portal_url + TRYGGE, at=AUTUMN_2022)
    choose(page, "ansatt")
    # Nothing with a date lies ahead for them, so nothing is next and no flag is raised.
    assert page.locator(".is-next, [data-today-mark]").locator("visible=true").count() == 0
    choose(page, "leder")
    assert page.locator(".is-next h3").all_inner_texts() == ["Lederen som kulturbygger"]
    assert page.locator("[data-today-mark]").inner_text() == WORDS["timeline"]["today"]


# --- Who supports whom ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1440, 360])
def test_support_picture_sets_no_word_upon_another(visit: Visit, portal_url: str, built_site: Path, width: int):
    page = visit(portal_url, at=AUTUMN_2022, width=width)
    roles = [address for address in all_addresses(built_site) if "/roller/" in address]
    pictures = 0
    for role in roles:
        page.goto(portal_url + role)
        boxes = boxes_of(page, ".support__svg :is(.support__disc, .support__name, .support__verb)")
        pictures += bool(boxes)
        assert (role, overlaps([[box] for box in boxes])) == (role, [])
        assert page.evaluate("document.documentElement.scrollWidth") == width
    assert pictures
