"""Everything works with a keyboard alone, and one always sees where one is."""

import pytest
from playwright.sync_api import Page, expect

from browser.addresses import MORE, TRYGGE, TYPES
from browser.conftest import Visit
from browser.days import AUTUMN_2022, WORDS
from effort import in_turn

FRAME, LIBRARY = WORDS["frame"], WORDS["library"]
FOCUSED = """() => {
  const el = document.activeElement;
  if (el === document.body) return null;
  const outlined = (node, part) => {
    const {outlineStyle, outlineWidth} = getComputedStyle(node, part);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  // A native choice is drawn by what stands beside it, a card takes the ring for its link: so do theirs.
  const drawn = [el.nextElementSibling];
  for (let node = el; node && node !== document.body; node = node.parentElement) drawn.push(node);
  const box = (el.closest("label") ?? el).getBoundingClientRect();
  window.stops ??= new Map();
  if (!window.stops.has(el)) window.stops.set(el, window.stops.size);
  return {
    stop: window.stops.get(el), html: el.outerHTML.slice(0, 120),
    ringed: drawn.filter(Boolean).some((node) => outlined(node) || outlined(node, "::after")),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
  };
}"""
"""Where the focus is: the how manieth place, whether a ring is drawn for it, and whether it is on the screen."""


REACHABLE = """() => {
  // Of a group of native choices Tab reaches the one that is chosen, or the first.
  const one = (el) => {
    const group = [...document.querySelectorAll(`input[type=radio][name="${el.name}"]`)];
    return el === (group.find((other) => other.checked) ?? group[0]);
  };
  return [...document.querySelectorAll("a[href], button, input, select, summary, textarea")]
    .filter((el) => el.checkVisibility() && el.tabIndex >= 0 && !el.disabled && (el.type !== "radio" || one(el)))
    .length;
}"""


def focus(page: Page) -> str:
    """Accessible name of what has the focus."""
    return page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.innerText.trim()")


@pytest.mark.parametrize(("kind", "width"), in_turn([*TYPES, "library of a programme"], [1280, 320]))
def test_focus_goes_through_the_page_is_always_seen_and_comes_out_again(
    visit: Visit, portal_url: str, kind: str, width: int
):
    page = visit(portal_url + (TYPES | MORE)[kind], at=AUTUMN_2022, width=width, height=640)
    unseen, stops = [], []
    for _ in range(400):
        page.keyboard.press("Tab")
        at = page.evaluate(FOCUSED)
        if at is None or at["stop"] in stops:
            break
        stops.append(at["stop"])
        if not (at["ringed"] and at["seen"]):
            unseen.append(at)
    else:
        raise AssertionError("the focus goes on and on")
    assert unseen == []
    assert at is None or at["stop"] == 0, "the focus is caught before the end"
    assert len(stops) == page.evaluate(REACHABLE)


def test_first_stop_skips_to_the_content(visit: Visit, portal_url: str):
    page = visit(portal_url + TYPES["gathering"])
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=FRAME["skip"])
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{portal_url}{TYPES['gathering']}#main")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_menu_at_320_pixels(visit: Visit, portal_url: str):
    page = visit(portal_url + TYPES["role"], width=320, height=640)
    opener = page.locator("[data-menu] > summary")
    for _ in range(8):
        page.keyboard.press("Tab")
        if focus(page) == FRAME["menu"]:
            break
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    sheet = page.locator("[data-menu] nav")
    expect(sheet).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-menu] nav') !== null")
    page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    expect(opener).to_be_focused()

    page.keyboard.press("Space")
    expect(sheet).to_be_visible()
    # Its folds open too, and the way leads to another page of the programme.
    fold = sheet.locator("details").nth(sheet.locator("details").evaluate_all("all => all.findIndex((el) => !el.open)"))
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    link = fold.get_by_role("link").first
    expect(link).to_be_visible()
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    target = link.evaluate("link => link.href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(target)

    # Going on past the end leaves it, and leaves it closed.
    page.locator("[data-menu] > summary").press("Enter")
    sheet.get_by_role("link").locator("visible=true").last.focus()
    last = sheet.locator("a, summary").locator("visible=true").last
    last.focus()
    page.keyboard.press("Tab")
    expect(sheet).to_be_hidden()


SETTLED = """() => {
  const now = document.querySelector("[data-search-hits]").innerHTML;
  const {then, since} = window.hits ?? {};
  if (now !== then) window.hits = {then: now, since: Date.now()};
  return now === then && Date.now() - since > 1000;
}"""
"""The hits have been the same for a second: each letter that is typed is looked for, the last one last."""


def test_search_from_button_or_slash_to_a_heading_and_back(visit: Visit, portal_url: str):
    page = visit(portal_url)
    opener = page.get_by_role("button", name=FRAME["search"], exact=True)
    box, hits = page.get_by_role("searchbox"), page.locator("[data-search-hits] a")
    opener.press("Enter")
    expect(box).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    expect(opener).to_be_focused()

    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("refleksjon")
    heading = page.locator("[data-search-hits] .hit__list a")
    expect(heading.first).to_be_visible()
    page.wait_for_function(SETTLED, polling=250)
    page.keyboard.press("ArrowDown")
    expect(hits.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    steps = heading.first.evaluate("el => [...document.querySelectorAll('[data-search-hits] a')].indexOf(el) + 1")
    for _ in range(steps):
        page.keyboard.press("ArrowDown")
    expect(heading.first).to_be_focused()
    target = heading.first.evaluate("link => link.href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(target)
    anchor = target.rpartition("#")[2]
    expect(page.locator(f"[id='{anchor}']")).to_be_in_viewport()

    # What one types in a field stays there.
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    expect(box).to_have_value("a/b")


def test_enter_in_the_search_goes_to_the_first_hit(visit: Visit, portal_url: str):
    page = visit(portal_url + TYPES["article"])
    page.keyboard.press("Control+k")
    page.keyboard.type("leirbål")
    first = page.locator("[data-search-hits] a").first
    expect(first).to_be_visible()
    target = first.evaluate("link => link.href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(target)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Leirbål")


def test_timeline_is_filtered_with_arrows(visit: Visit, portal_url: str):
    page = visit(portal_url + TRYGGE, at=AUTUMN_2022)
    shown = page.locator("[data-item]:not(.is-other)")
    everyone = shown.count()
    page.get_by_role("radio", name=WORDS["timeline"]["everyone"]).focus()
    choices = {}
    for _ in range(page.get_by_role("radio").count() - 1):
        page.keyboard.press("ArrowRight")
        role = page.evaluate("document.activeElement.value")
        choices[role] = shown.evaluate_all("all => all.map(({id}) => id)")
    assert set(choices) == {"leder", "fagutvikler", "ansatt"}
    held = [f"samlinger_personalsamling-{n}" for n in (1, 2, 3)]
    assert choices["ansatt"] == ["samlinger_kick-off-for-alle-ansatte", *held]
    assert len(choices["leder"]) == everyone, "the leaders go to their own gatherings, and hold the others"
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name=WORDS["timeline"]["everyone"])).to_be_checked()
    expect(shown).to_have_count(everyone)


def test_library_is_filtered_and_what_is_found_can_be_shared(visit: Visit, portal_url: str):
    page = visit(portal_url + TYPES["library"])
    rows, count = page.locator(".res:visible"), page.locator("[data-count]")
    total = rows.count()
    expect(count).to_have_text(LIBRARY["every"].format(total=total))
    first = page.locator("[data-filters]").locator("input, select").first
    first.focus()
    page.keyboard.press("ArrowDown")
    facet, key = first.get_attribute("data-facet"), page.evaluate("document.activeElement.value")
    fitting = page.locator(f".res[data-{facet}~='{key}']")
    expect(page).to_have_url(f"{portal_url}ressurser/#{facet}={key}")
    assert 0 < fitting.count() < total
    expect(rows).to_have_count(fitting.count())
    told = LIBRARY["shown"].format(n=fitting.count(), total=total)
    expect(count).to_have_text(told)

    again = visit(page.url)
    expect(again.locator(".res:visible")).to_have_count(fitting.count())
    expect(again.locator("[data-count]")).to_have_text(told)
    again.goto(f"{portal_url}ressurser/#{facet}=finnes-ikke")
    again.reload()
    expect(again.locator(".res:visible")).to_have_count(total)


def test_duties_are_ticked_with_space_and_nothing_is_kept(visit: Visit, portal_url: str):
    page = visit(portal_url + TYPES["role"], at=AUTUMN_2022)
    boxes = page.get_by_role("checkbox").locator("visible=true")
    boxes.first.focus()
    page.keyboard.press("Space")
    expect(boxes.first).to_be_checked()
    page.keyboard.press("Tab")
    expect(boxes.nth(1)).to_be_focused()
    page.reload()
    expect(page.locator("input:checked[type=checkbox]")).to_have_count(0)
