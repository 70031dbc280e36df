"""What is said of stops with clocks, several times and changes: on paths, cards and small paths, and of each time."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page

from browser.days import CLOCK, WORDS
from browser.made import ZONES, Show, at_each, render
from browser.test_next import CHOICE, HALF_A_CHOICE, MEETING, MONTH, SERIES
from stifinner.views.parts.stop_shown import StopShown
from views.pieces import on_day

LINE, WAY, NEXT = WORDS["timeline"], WORDS["way"], WORDS["upnext"]
PAST, NOW = LINE["past"], WAY["now"]
DAYS, TODAY = CLOCK["in_days"], CLOCK["today"]
OFF = CLOCK["off_today"][0].upper() + CLOCK["off_today"][1:]

LATER = "once 2026-12-15/2026-12-15"
CANCELLED = "once !2026-11-10T18:00/2026-11-10T20:00"


def upper(text: str) -> str:
    """As the first word of a line."""
    return text[0].upper() + text[1:]


def said(page: Page, selector: str) -> list[tuple[str, str]]:
    """Of each element the class that the browser gave it, and the word."""
    script = """(all) => all.map((el) => [
        [...el.classList].filter((name) => name.startsWith("is-")).join(" "),
        [...el.querySelectorAll("[data-state]")].find((word) => (word.closest("[data-time]") ?? el) === el)
            ?.textContent ?? ""])"""
    return [tuple(each) for each in page.locator(selector).evaluate_all(script)]


# --- Paths ----------------------------------------------------------------------------------------------------------

PATH = """{% import "blocks/way.html" as ways with context %}
{% call ways.path([]) %}{% for stop in stops %}<li {{ clock(stop) }}><b data-state></b></li>{% endfor %}{% endcall %}"""
FAR = ("is-coming", WAY["coming"])
PATHS = {
    "a meeting by its clock": (
        [MEETING, LATER],
        {
            "2026-11-03T08:00": [("is-next", WAY["next"]), FAR],
            "2026-11-03T10:00": [("is-next", NOW), FAR],
            "2026-11-03T16:00": [("is-past", PAST), ("is-next", WAY["next"])],
        },
    ),
    "a choice, and its last chance": (
        [CHOICE, LATER],
        {
            "2026-11-01T12:00": [("is-next", WAY["next"]), FAR],
            "2026-11-04T12:00": [("is-next", WAY["last"]), FAR],
            "2026-11-10T20:00": [("is-past", PAST), ("is-next", WAY["next"])],
        },
    ),
    "a series that comes back after another": (
        [SERIES, "once 2026-11-20/2026-11-20"],
        {
            "2026-11-17T15:00": [FAR, ("is-next", WAY["next"])],
            "2026-11-21T12:00": [("is-next", WAY["next"]), ("is-past", PAST)],
            "2026-12-09T12:00": [("is-past", PAST), ("is-past", PAST)],
        },
    ),
    "what is cancelled": (
        [CANCELLED, LATER],
        {
            "2026-11-09T23:59": [("is-off", ""), ("is-next", WAY["next"])],
            "2026-11-10T00:00": [("is-off", OFF), ("is-next", WAY["next"])],
            "2026-11-10T19:59": [("is-off", OFF), ("is-next", WAY["next"])],
            "2026-11-10T20:00": [("is-off", ""), ("is-next", WAY["next"])],
        },
    ),
    "a month": (
        [MONTH, "undated", "work 2026-12-01/2026-12-01"],
        {
            "2026-10-31T12:00": [("is-next", WAY["next"]), ("", ""), FAR],
            "2026-11-01T12:00": [("is-next", LINE["now_month"]), ("", ""), FAR],
            "2026-12-02T12:00": [("is-past", PAST), ("", ""), ("is-past", PAST)],
        },
    ),
}


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("name", PATHS)
def test_a_path_says_of(show: Show, name: str, zone: str):
    stops, expected = PATHS[name]
    page = show(render(PATH, stops=stops), "next times when", at="2026-10-01T12:00", zone=zone)
    assert {moment: said(page, "[data-way] > li") for moment in at_each(page, expected)} == expected


LANES = """<div data-timeline data-word-past="{{ words.timeline.past }}" data-word-next="{{ words.timeline.next }}"
data-word-last="{{ words.timeline.last }}" data-word-next-month="{{ words.timeline.next_month }}"
data-word-now="{{ words.timeline.now }}"><ol>
{% for stop in stops %}<li data-item {{ clock(stop) }}><b data-state></b></li>{% endfor %}
<li data-today-mark hidden></li></ol></div>"""


def test_the_flag_of_today_stands_before_what_has_not_begun(show: Show):
    stops = [SERIES, MEETING, CANCELLED, "once 2026-11-20/2026-11-20", "undated"]
    page = show(render(LANES, stops=stops), "next times when", at="2026-10-01T12:00")
    expected = {
        "2026-11-01T12:00": 0,
        "2026-11-03T10:00": 0,
        "2026-11-04T12:00": 2,
        "2026-11-11T12:00": 3,
        "2026-11-21T12:00": None,
    }
    place = """(flag) => flag.hidden ? null : [...flag.parentElement.children].indexOf(flag)"""
    flag = page.locator("[data-today-mark]")
    assert {moment: flag.evaluate(place) for moment in at_each(page, expected)} == expected
    next_ = LINE["next"].format(when=DAYS.format(n=17))
    assert said(page, "[data-item]")[0] == ("is-next", next_)


def test_a_series_on_a_path_names_its_day_that_is_coming(show: Show):
    body = LANES.replace("<b data-state></b></li>", "<b data-state></b><p data-coming-day></p></li>")
    page = show(render(body, stops=[SERIES, MEETING]), "next times when", at="2026-11-03T12:00")
    expected = {"2026-11-03T12:00": ["", ""], "2026-11-04T12:00": ["tirsdag 8. desember 2026", ""]}
    days = page.locator("[data-coming-day]")
    assert {moment: days.all_text_contents() for moment in at_each(page, expected)} == expected


MINI = """<span data-mini>{% for stop in stops %}<i {{ clock(stop) }}></i>{% endfor %}</span>"""


def test_a_small_path_is_marked_like_a_large_one(show: Show):
    stops = ["work 2026-11-02/2026-11-02", SERIES, MEETING, CANCELLED, "month 2026-11-20/2026-12-20", "undated"]
    page = show(render(MINI, stops=stops), "next times states", at="2026-11-03T12:00")
    marks = {
        "2026-11-03T12:00": ["is-past", "", "is-next", "is-off", "", ""],
        "2026-11-03T15:30": ["is-past", "is-next", "is-past", "is-off", "", ""],
        "2026-11-21T12:00": ["is-past", "", "is-past", "is-off", "is-next", ""],
        "2026-12-25T12:00": ["is-past", "is-past", "is-past", "is-off", "is-past", ""],
    }
    classes = {moment: [name for name, _ in said(page, "[data-mini] > *")] for moment in at_each(page, marks)}
    assert classes == marks


# --- Each time ------------------------------------------------------------------------------------------------------

TIMES = """{% import "blocks/way.html" as ways with context %}
{% call ways.path([]) %}{% for stop in stops %}<li {{ clock(stop) }}>
{% for _ in stop.split()[1:] %}<i data-bead="{{ loop.index0 }}"></i>
<p data-time="{{ loop.index0 }}"><b data-state></b></p>{% endfor %}
<b data-state></b>
<p data-told-off {{ clock("once !2026-11-17T14:00/2026-11-17T16:00") }} hidden>x <b data-state>y</b></p>
</li>{% endfor %}{% endcall %}"""


@pytest.mark.parametrize("zone", ZONES)
def test_each_time_says_what_became_of_it(show: Show, zone: str):
    page = show(render(TIMES, stops=[SERIES, LATER]), "next times when", at="2026-11-03T15:00", zone=zone)
    expected = {
        "2026-11-03T15:00": [("is-next", upper(CLOCK["running"])), ("is-off", ""), ("", upper(DAYS.format(n=35)))],
        "2026-11-17T14:00": [("is-past", PAST), ("is-off", OFF), ("is-next", upper(DAYS.format(n=21)))],
        "2026-11-17T16:00": [("is-past", PAST), ("is-off", ""), ("is-next", upper(DAYS.format(n=21)))],
        "2026-12-08T16:00": [("is-past", PAST), ("is-off", ""), ("is-past", PAST)],
    }
    series = "[data-way] > li:first-child "
    assert {moment: said(page, f"{series} [data-time]") for moment in at_each(page, expected)} == expected
    beads = {
        "2026-11-03T15:00": ["is-now", "is-off", ""],
        "2026-11-17T14:00": ["is-past", "is-off", "is-now"],
        "2026-12-08T16:00": ["is-past", "is-off", "is-past"],
    }
    classes = {moment: [name for name, _ in said(page, f"{series} [data-bead]")] for moment in at_each(page, beads)}
    assert classes == beads


@pytest.mark.parametrize("zone", ZONES)
def test_what_is_cancelled_is_told_on_its_day_until_it_would_be_over(show: Show, zone: str):
    page = show(render(TIMES, stops=[SERIES]), "next times when", at="2026-11-03T15:00", zone=zone)
    told = {
        "2026-11-16T23:59": False,
        "2026-11-17T00:00": True,
        "2026-11-17T15:59": True,
        "2026-11-17T16:00": False,
    }
    line = page.locator("[data-told-off]")
    assert {moment: line.is_visible() for moment in at_each(page, told)} == told
    assert line.locator("b").text_content() == "y", "its words are its own"


def test_of_a_cancelled_month_no_day_is_told(show: Show):
    month = 'data-start="2026-11-01" data-end="2026-11-30" data-known="month" data-off'
    body = (
        f'<ol data-way data-word-past="x"><li {month}><b data-state></b></li></ol><p data-told-off hidden {month}></p>'
    )
    page = show(body, "next times when", at="2026-11-03T15:00")
    assert said(page, "li") == [("is-off", "")]
    assert page.locator("[data-told-off]").is_hidden()


# --- Cards ----------------------------------------------------------------------------------------------------------

CARDS = """<div data-upnext
data-word-next="{{ words.upnext.next }}" data-word-next-month="{{ words.upnext.next_month }}"
data-word-choose="{{ words.upnext.choose }}" data-word-last="{{ words.upnext.last }}"
data-word-now="{{ words.upnext.now }}" data-word-now-month="{{ words.upnext.now_month }}"
data-word-undated="{{ words.upnext.undated }}" data-word-first-undated="{{ words.upnext.first_undated }}">
{% for name, stop in stops.items() %}<article data-card hidden {{ clock(stop) }}>
<p class="upnext__label"><b data-label></b></p><h2>{{ name }}</h2><p data-coming-day></p>
</article>{% endfor %}<article data-done hidden>
<h2 data-word-off="{{ words.upnext.done_off }}">{{ words.upnext.done }}</h2></article></div>"""


def card(page: Page) -> list[str]:
    """The card that is shown: name, label and the day that is filled in."""
    shown = page.locator("[data-upnext] > article:visible")
    return [
        text for part in ("h2", "[data-label]", "[data-coming-day]") for text in shown.locator(part).all_inner_texts()
    ]


@pytest.mark.parametrize("zone", ZONES)
def test_the_card_is_that_of_what_comes_first(show: Show, zone: str):
    third = "choice 2027-01-12/2027-01-12 2027-01-19T09:00/2027-01-19T11:00 2027-01-26/2027-01-26"
    stops = {"Series": SERIES, "Meeting": MEETING, "Off": CANCELLED, "Choice": third, "Open": "undated"}
    page = show(render(CARDS, stops=stops), "next times when", at="2026-11-03T12:00", zone=zone)
    next_, last, choose = NEXT["next"], NEXT["last"], NEXT["choose"]
    two, three = CLOCK["numbers"][1:3]
    expected = {
        "2026-11-02T12:00": ["Meeting", next_.format(when=CLOCK["tomorrow"]), ""],
        "2026-11-03T08:00": ["Meeting", next_.format(when=TODAY), ""],
        "2026-11-03T14:30": ["Meeting", NEXT["now"], ""],
        "2026-11-03T15:00": ["Series", NEXT["now"], ""],
        "2026-11-10T19:00": ["Series", next_.format(when=DAYS.format(n=28)), "tirsdag 8. desember 2026"],
        "2026-12-20T12:00": ["Choice", choose.format(count=three, when=DAYS.format(n=23)), ""],
        "2027-01-14T12:00": ["Choice", choose.format(count=two, when=DAYS.format(n=5)), "tirsdag 19. januar 2027"],
        "2027-01-20T12:00": ["Choice", last.format(when=DAYS.format(n=6)), "tirsdag 26. januar 2027"],
        "2027-01-27T12:00": ["Open", NEXT["undated"], ""],
    }
    assert {moment: card(page) for moment in at_each(page, expected)} == expected


def test_a_choice_that_is_none_is_said_like_any_meeting(show: Show):
    page = show(render(CARDS, stops={"Evening": HALF_A_CHOICE}), "next times when", at="2026-11-01T12:00")
    assert card(page) == ["Evening", NEXT["next"].format(when=DAYS.format(n=2)), ""]
    page.clock.set_fixed_time("2026-11-03T19:00:00Z")
    page.reload()
    assert card(page) == [NEXT["done"]]


@pytest.mark.parametrize(
    ("stops", "said"),
    [
        ({"Meeting": MEETING, "Off": CANCELLED}, "done"),
        ({"Off": CANCELLED, "Meeting": MEETING}, "done"),
        ({"Off": CANCELLED}, "done_off"),
    ],
)
def test_all_are_completed_though_one_was_cancelled_if_one_was_held(show: Show, stops: dict[str, str], said: str):
    page = show(render(CARDS, stops=stops), "next times when", at="2026-12-01T12:00")
    assert card(page) == [NEXT[said]]


def test_a_year_that_is_not_this_one_is_said(show: Show):
    series = "series 2026-11-03/2026-11-03 2027-01-12T22:00/2027-01-13T10:00"
    page = show(render(CARDS, stops={"Night": series}), "next times when", at="2026-12-20T12:00")
    assert card(page)[-1] == "12.–13. januar 2027"


LARGE = """{% import "blocks/date.html" as dates with context %}
<p data-when {{ clock(series) }}>{{ dates.large(date) }}<b data-state></b></p>"""


@pytest.mark.parametrize(
    ("locales", "said"),
    [
        (["nb"], ["tirsdag", "8.", "desember 2026", "2026", "kl. 14.00–16.00"]),
        (["en-GB"], ["Tuesday", "8", "December 2026", "2026", "kl. 14.00–16.00"]),
    ],
)
def test_the_day_of_a_series_that_is_coming_is_said_like_any_other(show: Show, locales: list[str], said: list[str]):
    first = on_day("3.", "november", "2026", "2026-11-03", time="kl. 14.00–16.00")
    date = replace(first, known="days", more="og 2 dager til")
    page = show(render(LARGE, series=SERIES, date=date), "next times when", at="2026-11-03T15:00")
    assert page.locator(".date__coming *").count() == 0
    page.evaluate(
        "(locales) => { stifinner.words.locales = locales;"
        "const el = document.querySelector('[data-when]');"
        "stifinner.sayDay(el, stifinner.readStop(el), '2026-11-10T12:00'); }",
        locales,
    )
    parts = [f".date__coming .date__{name}" for name in ("weekday", "day", "rest", "year")]
    assert [page.locator(part).text_content() for part in [*parts, ".date__time"]] == said


FRONT = """<section data-next><h2 data-with-clock="Next">All</h2><ol>
{% for name, stop in stops.items() %}<li data-card data-last-known="" {{ clock(stop) }}><h3>{{ name }}</h3>
<b data-when></b></li>{% endfor %}</ol><aside data-next-empty hidden></aside></section>"""


@pytest.mark.parametrize("zone", ZONES)
def test_the_front_page_shows_three_by_when_they_begin(show: Show, zone: str):
    stops = {"Series": SERIES, "Late": LATER, "Meeting": MEETING, "Off": CANCELLED, "Month": MONTH, "Open": "undated"}
    page = show(render(FRONT, stops=stops), "next times nextcards", at="2026-11-03T12:00", zone=zone)
    when = DAYS.format
    expected = {
        "2026-10-30T12:00": [("Month", ""), ("Meeting", when(n=4)), ("Series", when(n=4))],
        "2026-11-03T12:00": [("Meeting", CLOCK["running"]), ("Month", ""), ("Series", TODAY)],
        "2026-11-03T16:00": [("Month", ""), ("Series", when(n=35)), ("Late", when(n=42))],
        "2026-12-09T12:00": [("Late", when(n=6)), ("Open", "")],
    }
    cards = page.locator("[data-card]:visible")
    read = "(all) => all.map((card) => [card.querySelector('h3').textContent, card.querySelector('b').textContent])"
    found = {moment: [tuple(each) for each in cards.evaluate_all(read)] for moment in at_each(page, expected)}
    assert found == expected


GAPS = """<ol data-gaps data-next="Next">{% for stop in stops %}<li {{ clock(stop) }}><i data-kind>{{ stop }}</i></li>
{% endfor %}</ol>"""


def test_of_what_is_missing_the_next_comes_first(show: Show):
    page = show(render(GAPS, stops=["undated", LATER, MONTH, MEETING]), "next gaps", at="2026-11-03T12:00")
    expected = {
        "2026-11-03T12:00": ["Next", "undated", LATER, MONTH],
        "2026-11-03T16:00": ["Next", "undated", LATER, MEETING],
        "2026-12-01T12:00": ["Next", "undated", MONTH, MEETING],
        "2026-12-16T12:00": ["undated", LATER, MONTH, MEETING],
    }
    lines = page.locator("[data-kind]")
    assert {moment: lines.all_inner_texts() for moment in at_each(page, expected)} == expected


# --- A gathering's own page -----------------------------------------------------------------------------------------

OWN = """<div data-when data-after="{{ after }}" data-word-past="{{ words.timeline.past }}"
data-word-next="{{ words.timeline.next }}" data-word-last="{{ words.timeline.last }}"
data-word-now="{{ words.timeline.now }}" {{ clock(stop) }}><b data-state></b></div>"""


def own(page: Page) -> tuple[str, str]:
    return said(page, "[data-when]")[0]


@pytest.mark.parametrize("zone", ZONES)
def test_a_gathering_says_of_itself_where_it_stands(show: Show, zone: str):
    page = show(
        render(OWN, stop=MEETING, after="2026-10-30T15:00"), "next times when", at="2026-11-03T12:00", zone=zone
    )
    lower = LINE["next"][0].lower() + LINE["next"][1:]
    expected = {
        "2026-10-30T14:59": ("", f", {DAYS.format(n=4)}"),
        "2026-10-30T15:00": ("is-next", f", {lower.format(when=DAYS.format(n=4))}"),
        "2026-11-03T08:00": ("is-next", f", {TODAY}"),
        "2026-11-03T10:00": ("is-next", f", {LINE['now'].lower()}"),
        "2026-11-03T15:00": ("is-past", PAST.lower()),
    }
    assert {moment: own(page) for moment in at_each(page, expected)} == expected


CHOSEN = """{% import "blocks/when.html" as whens with context %}
<div data-when data-word-past="{{ words.timeline.past }}" {{ clock(choice) }}>
<p>{{ whens.kind("Samling", stop, whose) }}</p></div>"""


@pytest.mark.parametrize(
    ("whose", "choose", "last"),
    [("", "Velg én av to", LINE["last_left"]), ("Kull 1", "Kull 1: velg én av to", "Kull 1: siste mulighet")],
)
def test_a_choice_of_which_one_is_left_is_the_last_chance(show: Show, whose: str, choose: str, last: str):
    body = render(CHOSEN, choice=CHOICE, stop=StopShown("choice", (), "Velg én av to"), whose=whose)
    page = show(body, "next times when", at="2026-11-01T12:00")
    expected = {
        "2026-11-01T12:00": f"{choose}, {DAYS.format(n=2)}",
        "2026-11-04T12:00": f"{last}, {DAYS.format(n=6)}",
        "2026-11-12T12:00": f"{choose}{PAST.lower()}",
    }
    line = page.locator("p")
    assert {moment: " ".join(line.inner_text().split()) for moment in at_each(page, expected)} == expected


def test_a_cancelled_gathering_says_so_on_its_day_alone(show: Show):
    page = show(render(OWN, stop=CANCELLED, after=""), "next times when", at="2026-11-10T12:00")
    expected = {"2026-11-09T12:00": ("is-off", ""), "2026-11-10T12:00": ("is-off", f", {CLOCK['off_today']}")}
    assert {moment: own(page) for moment in at_each(page, expected)} == expected
