"""Nothing runs out of the screen, the timeline stands on one, targets can be hit, and nothing jumps while it loads."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from browser.addresses import BROEN, COHORT, HANDLEKRAFTIGE, MORE, PROGRAMMES, TRYGGE, TYPES
from browser.conftest import Visit
from browser.days import AUTUMN_2022, LATE_2026
from browser.overlaps import OVERLAPS

SIZES = {
    "zoom 400 %": (320, 256),
    "320": (320, 640),
    "360": (360, 740),
    "768": (768, 1024),
    "1280": (1280, 800),
    "1440": (1440, 900),
}
WIDER = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const out = [...document.querySelectorAll("body *")].filter((el) => el.getBoundingClientRect().right > wide + 0.5);
  return [document.documentElement.scrollWidth, ...out.slice(0, 3).map((el) => el.outerHTML.slice(0, 120))];
}"""
CUT = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, a, li, dd)")].filter((el) => {
  if (!el.checkVisibility() || el.closest(".only-heard, svg")) return false;
  const {overflowX} = getComputedStyle(el);
  return el.scrollWidth > el.clientWidth + 1 && el.clientWidth > 0 && overflowX !== "visible";
}).map((el) => el.outerHTML.slice(0, 120))"""
PRESSED = "a[href], button, summary, select, label:has(input), input:not(label input)"
SMALL = """(pressed) => [...document.querySelectorAll(pressed)]
  .filter((el) => {
    if (!el.checkVisibility({visibilityProperty: true})) return false;
    if (el.matches(".skip") || el.closest("p:not([class]), .prose, .lede, dd, .foot__text")) return false;
    const after = getComputedStyle(el, "::after");
    if (after.position === "absolute" && after.inset === "0px") return false;
    const {width, height} = el.getBoundingClientRect();
    return width > 0 && (width < 24 || height < 24);
  }).map((el) => [el.outerHTML.slice(0, 120), Math.round(el.getBoundingClientRect().height)])"""
"""What one can press that is lower or narrower than 24 px; links in running text and in lists of names are exempt."""


@pytest.mark.parametrize("kind", TYPES | MORE)
def test_page_fits_its_screen_and_what_one_presses_is_large_enough(visit: Visit, portal_url: str, kind: str):
    page = visit(portal_url + (TYPES | MORE)[kind], at=AUTUMN_2022)
    wider, small = {}, {}
    for name, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        if found := page.evaluate(WIDER) + page.evaluate(CUT):
            wider[name] = found
        if found := page.evaluate(SMALL, PRESSED):
            small[name] = found
    assert wider == {}
    assert small == {}


# --- The timeline ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1280, 1440, 1920])
@pytest.mark.parametrize("address", [TRYGGE, HANDLEKRAFTIGE, COHORT])
def test_no_two_texts_of_the_timeline_lie_on_each_other(visit: Visit, portal_url: str, address: str, width: int):
    page = visit(portal_url + address, at=AUTUMN_2022, width=width, height=900)
    assert page.evaluate(OVERLAPS) == []
    page.clock.set_fixed_time(LATE_2026)
    page.reload()
    assert page.evaluate(OVERLAPS) == []


def test_the_timeline_of_trygge_fagfolk_stands_on_one_screen_with_its_lanes_arrows_and_bar(
    visit: Visit, portal_url: str
):
    page = visit(portal_url + TRYGGE, at=AUTUMN_2022, width=1440, height=900)
    line = page.locator("[data-timeline]").bounding_box()
    assert line["height"] <= 900
    assert line["x"] >= 0
    assert line["x"] + line["width"] <= 1440

    assert page.locator(".tl__arrow:visible").count() == 3
    tips = page.evaluate("""() => [...document.querySelectorAll(".tl__tip")].filter((el) => el.checkVisibility())
      .map((tip) => tip.getBoundingClientRect()).map((box) => [box.left + box.width / 2, box.bottom])""")
    for number, (x, y) in enumerate(tips, start=1):
        staff = page.locator(f"#samlinger_personalsamling-{number} > .shape").bounding_box()
        assert abs(x - (staff["x"] + staff["width"] / 2)) < staff["width"]
        assert -4 <= staff["y"] - y < 30, "the arrow ends at the gathering it leads to"

    upper, lower = (middles(page, lane) for lane in ("upper", "lower"))
    assert len(upper) == 6
    assert len(lower) == 4
    assert max(upper) - min(upper) < 2
    assert max(lower) - min(lower) < 2
    assert min(lower) > max(upper)

    bar = page.locator("#samlinger_lederen-som-kulturbygger_mellomarbeid .tl__bar").bounding_box()
    due = page.locator("#samlinger_lederen-som-kulturbygger_mellomarbeid > .shape").bounding_box()
    start = page.locator("#samlinger_lederen-som-kulturbygger > .shape").bounding_box()
    assert due["x"] - 2 <= bar["x"] + bar["width"] <= due["x"] + due["width"] + 2
    assert start["x"] <= bar["x"] <= start["x"] + start["width"] + 2


def middles(page: Page, lane: str) -> list[float]:
    """How far down the shapes of a lane stand."""
    boxes = [shape.bounding_box() for shape in page.locator(f"[data-item][data-lane={lane}] > .shape").all()]
    return [box["y"] + box["height"] / 2 for box in boxes]


@pytest.mark.parametrize("address", [TRYGGE, COHORT])
def test_a_phone_shows_the_same_items_in_the_same_order_down_one_path(visit: Visit, portal_url: str, address: str):
    page = visit(portal_url + address, at=AUTUMN_2022, width=1440, height=900)
    said = """all => all.map((el) =>
      [el.id, ...[".tl__title", ".tl__date, .stop__date"].map((part) => el.querySelector(part).innerText)])"""
    items = page.locator("[data-item]")
    broad = items.evaluate_all(said)
    page.set_viewport_size({"width": 360, "height": 740})
    assert items.evaluate_all(said) == broad
    tops = [item.bounding_box()["y"] for item in items.all()]
    assert tops == sorted(set(tops))
    lanes = page.locator(".tl__lane:visible").count()
    assert lanes == len(broad), "the lane is written where it is not drawn"
    assert page.evaluate(OVERLAPS) == []


# --- Letters, and calm ----------------------------------------------------------------------------------------------


def test_letters_are_the_portals_own(visit: Visit, portal_url: str):
    page = visit(portal_url, at=AUTUMN_2022)
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].filter(({status}) => status === 'loaded').map(({family}) => family)")
    # What stands there until they have come is on the machine already.
    own = {family.strip('"') for family in loaded if not re.match(r'"(Heading|Text) \d"', family)}
    assert own == {"Young Serif", "Atkinson Hyperlegible Next"}
    used = "el => getComputedStyle(el).fontFamily.split(',')[0].replaceAll('\"', '')"
    assert page.locator("h1").evaluate(used) == "Young Serif"
    assert page.locator(".lede").first.evaluate(used) == "Atkinson Hyperlegible Next"


SHIFTS = """window.shifts = []; new PerformanceObserver((list) => {
  for (const {value, hadRecentInput, sources} of list.getEntries()) if (!hadRecentInput)
    window.shifts.push([value, sources.map(({node}) => (node?.outerHTML ?? node?.data ?? "").slice(0, 100))]);
}).observe({type: "layout-shift", buffered: true})"""
PAINTED = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
  requestAnimationFrame(done))))"""
DRAWN = """() => document.fonts.ready.then(() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(done))))"""


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize("kind", ["front", "programme", "role", "gathering", "focus", "library", "sheet", "article"])
def test_nothing_jumps_while_the_page_loads_or_when_its_letters_come_late(
    visit: Visit, portal_url: str, kind: str, width: int
):
    page = visit("about:blank", at=AUTUMN_2022, width=width, height=800)
    page.add_init_script(SHIFTS)
    late: list[Route] = []
    page.route("**/*.woff2", lambda letters: late.append(letters))
    for day in (AUTUMN_2022, LATE_2026):
        page.clock.set_fixed_time(day)
        page.goto(portal_url + TYPES[kind], wait_until="domcontentloaded")
        page.evaluate(PAINTED)
        assert late, "the page is drawn before its letters have come"
        while late:
            late.pop().continue_()
        page.evaluate(DRAWN)
        shifts = page.evaluate("window.shifts")
        assert sum(value for value, _ in shifts) < 0.02, shifts


# --- Words stay whole, and a first visit is light -------------------------------------------------------------------

TORN = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const torn = [];
  while (walker.nextNode()) {
    const {data, parentElement} = walker.currentNode;
    if (!data.trim() || !parentElement.checkVisibility()) continue;
    if (parentElement.closest(".only-heard, svg, .tl, .within")) continue;
    for (const word of data.matchAll(/\\p{L}{5,}/gu)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, word.index);
      range.setEnd(walker.currentNode, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(({top}) => Math.round(top))).size > 1) torn.push(word[0]);
    }
  }
  return torn;
}"""
LONG_WORDS = {
    "names of roles": HANDLEKRAFTIGE,
    "a role's own name": f"{HANDLEKRAFTIGE}roller/menneskemoteteam/",
    "a programme's name": MORE["umbrella"],
    "a name of a title page": f"{HANDLEKRAFTIGE}inspirasjon/forandringsoyeblikk/",
    "headings of an editor's own": f"{PROGRAMMES}smart/",
    "a resource's name": f"{BROEN}ressurser/overgangskalenderen/",
}


@pytest.mark.parametrize("what", LONG_WORDS)
def test_no_long_word_is_torn_apart(visit: Visit, portal_url: str, what: str):
    page = visit(portal_url + LONG_WORDS[what], at=AUTUMN_2022)
    torn = {}
    for width in (360, 414, 768, 1000, 1280, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        if found := page.evaluate(TORN):
            torn[width] = found
    assert torn == {}


KILOBYTES = 150
PACKED = {".woff2", ".png", ".jpg"}
"""What a web server sends as it is; the rest it compresses."""


@pytest.mark.parametrize(
    "address", ["", TRYGGE, HANDLEKRAFTIGE, BROEN, MORE["umbrella"], TYPES["role"], TYPES["gathering"], TYPES["sheet"]]
)
def test_first_visit_is_light(visit: Visit, portal_url: str, built_site: Path, address: str):
    page = visit("about:blank", at=AUTUMN_2022)
    fetched: set[str] = set()
    page.on("request", lambda request: fetched.add(request.url.removeprefix(portal_url)))
    page.goto(portal_url + address, wait_until="networkidle")
    files = [built_site / (path if Path(path).suffix else f"{path}index.html") for path in fetched]
    assert {".html", ".css", ".js", ".woff2", ".svg"} <= {file.suffix for file in files}
    weight = sum(
        len(data if file.suffix in PACKED else gzip.compress(data)) for file in files for data in [file.read_bytes()]
    )
    assert weight <= KILOBYTES * 1000
