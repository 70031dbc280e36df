"""What is over is folded by the browser: past steps of a path, and what was to be done before a gathering."""

import pytest
from playwright.sync_api import Page

from browser.days import CLOCK, WORDS
from browser.made import Show, at_each, render

NUMBERS = [number.capitalize() for number in CLOCK["numbers"]]
STOPS = {
    "Start": "once 2026-08-27T09:00/2026-08-27T15:00",
    "Work": "work 2026-09-10/2026-09-10",
    "Off": "once !2026-09-15/2026-09-15",
    "Series": "series 2026-09-20/2026-09-20 2026-12-08/2026-12-08",
    "Day": "once 2026-10-22/2026-10-22",
    "End": "once 2027-06-09/2027-06-09",
}
WAY = """{% import "blocks/way.html" as ways with context %}
{% call ways.path([], folds=true) %}{% for name, stop in stops.items() %}<li class="way__item" {{ clock(stop) }}>
<svg class="shape"></svg><a href="#{{ name }}">{{ name }}</a><b data-state></b></li>{% endfor %}{% endcall %}"""


@pytest.fixture
def way(show: Show) -> Page:
    return show(render(WAY, stops=STOPS), "next times when fold", at="2026-08-01T12:00")


def folded(page: Page) -> tuple[list[str], list[str], list[str]]:
    """The line, what stands in it, and what stands beside it."""
    inside = page.locator("details li a").all_text_contents()
    beside = page.locator("[data-way] > li > a").all_text_contents()
    return page.locator("summary").all_inner_texts(), inside, beside


def test_past_steps_become_one_line(way: Page):
    names = list(STOPS)
    text = WORDS["way"]["folded"]
    expected = {
        "2026-08-01T12:00": ([], [], names),
        "2026-08-28T12:00": ([], [], names),
        "2026-10-23T12:00": ([text.format(count=NUMBERS[1])], ["Start", "Work", "Off", "Day"], ["Series", "End"]),
        "2026-12-09T12:00": ([text.format(count=NUMBERS[2])], names[:5], ["End"]),
    }
    assert {moment: folded(way) for moment in at_each(way, expected)} == expected
    assert way.locator("summary .shape").count() == 3, "the marks of those that were held"


def test_the_line_is_opened_with_the_keyboard_and_all_is_there(way: Page):
    assert next(at_each(way, ["2026-12-09T12:00"]))
    inside = way.get_by_role("link", name="Start")
    assert inside.is_hidden()
    way.keyboard.press("Tab")
    way.keyboard.press("Enter")
    assert inside.is_visible()
    way.keyboard.press("Tab")
    assert way.evaluate("document.activeElement.textContent") == "Start"
    kinds = (
        "(list) => [...list.querySelectorAll('ol')].map((each) => [...each.children].map((el) => el.tagName).join())"
    )
    assert way.locator("main").evaluate(kinds) == ["LI,LI", "LI,LI,LI,LI,LI"]
    words = way.locator("[data-way] b:not(:empty)").all_text_contents()
    assert words[0] == WORDS["timeline"]["past"]


FOLDS = """<details class="folded"></details><details class="stop__more"></details><details class="dates"></details>
<details class="fold" open></details><details class="fold" hidden></details><details></details>"""


def test_on_paper_folded_dates_stand_open_and_what_was_open_stays_so(show: Show):
    page = show(FOLDS, "unfold", at="2026-12-09T12:00")
    shown = {}
    for event in ("beforeprint", "afterprint"):
        page.evaluate(f"dispatchEvent(new Event('{event}'))")
        shown[event] = page.locator("details").evaluate_all("(folds) => folds.map((fold) => fold.open)")
    assert shown == {
        "beforeprint": [True, True, True, True, False, False],
        "afterprint": [False, False, False, True, False, False],
    }


ACTS = """{% import "blocks/folds.html" as folds with context %}{% macro act(of, text) %}
<section class="act" data-act="{{ of }}" aria-labelledby="{{ of }}"><h2 id="{{ of }}">{{ of }}</h2>
<div class="act__body"><p>{{ text }}</p><input type="checkbox"{{ " checked" if of in ticked }}></div></section>
{% endmacro %}
{% if cohorts %}<details data-cohort="kull-1" {{ clock("once 2026-11-03T17:00/2026-11-03T19:00") }}></details>
<details data-cohort="kull-2" {{ clock("once 2027-04-27/2027-04-27") }}></details>{% endif %}
<div {{ folds.acts() }} {{ clock(stop) }}><nav><ol>{% for of in ("before", "day", "after") %}
<li><a href="#{{ of }}">{{ of }}</a></li>{% endfor %}</ol></nav>
{{ act("before", "Read") }}{{ act("day", "Talk") }}{{ act("after", "Try") }}</div>"""
OVER, COMING = "once 2026-11-03T17:00/2026-11-03T19:00", "once 2027-04-27/2027-04-27"


def acts(page: Page) -> tuple[str, str, bool]:
    """The acts in their order, the same in the list of links, and whether what was before can be seen."""
    heads, links = page.locator("h2").all_inner_texts(), page.locator("nav a").all_inner_texts()
    return " ".join(heads), " ".join(links), page.get_by_text("Read").is_visible()


FIRST, LAST = "after before day", "before day after"


@pytest.mark.parametrize(
    ("more", "query", "expected"),
    [
        ({"stop": OVER}, "", (FIRST, FIRST, False)),
        ({"stop": OVER, "ticked": ["after"]}, "", (FIRST, FIRST, False)),
        ({"stop": OVER, "ticked": ["before"]}, "", (FIRST, FIRST, True)),
        ({"stop": OVER}, "#before", (FIRST, FIRST, True)),
        ({"stop": COMING}, "", (LAST, LAST, True)),
        ({"stop": "undated"}, "", (LAST, LAST, True)),
        ({"stop": "once !2026-11-03/2026-11-03"}, "", (LAST, LAST, True)),
        ({"stop": "undated", "cohorts": True}, "", (LAST, LAST, True)),
        ({"stop": "undated", "cohorts": True}, "?kull=kull-1", (FIRST, FIRST, False)),
        ({"stop": "undated", "cohorts": True}, "?kull=kull-2", (LAST, LAST, True)),
        ({"stop": OVER, "cohorts": True}, "?kull=kull-2", (LAST, LAST, True)),
    ],
)
def test_after_its_day_a_gathering_opens_with_what_is_after(show: Show, more: dict, query: str, expected: tuple):
    body = render(ACTS, **({"ticked": [], "cohorts": False} | more))
    page = show(body, "next times cohorts fold", at="2026-11-03T19:00", query=query)
    assert acts(page) == expected
    if not expected[2]:
        page.get_by_text(WORDS["gathering_page"]["was_before"]).click()
        assert acts(page)[2]
