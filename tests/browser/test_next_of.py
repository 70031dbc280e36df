"""What is next of a whole path in a line, where the reader's cohort is not known, and what the address says of it."""

import pytest
from playwright.sync_api import Page

from browser.days import CLOCK, WORDS
from browser.made import ZONES, Show, at_each, render
from stifinner.language.phrases import load_phrases

LINE = WORDS["next_of"]
DAYS, MONTHS = CLOCK["in_days"].format, CLOCK["in_months"].format
START = "once 2026-08-27T09:00/2026-08-27T15:00"
EVENING = "choice 2027-04-27T17:00/2027-04-27T19:00 2027-05-04T17:00/2027-05-04T19:00"
SHARED = "once 2027-04-08T09:00/2027-04-08T15:00"
AUTUMN = "month 2027-09-01/2027-11-30"
FIRST = {"Oppstart": START, "Felles dag": SHARED, "Avslutning": "once 2027-06-09T12:00/2027-06-09T15:00"}
SECOND = {"Oppstart": "once 2027-01-21/2027-01-21", "Felles dag": SHARED, "Fagkveld": EVENING, "Nettverk": AUTUMN}
STEPS = """{% macro steps(path, of) %}<ol id="{{ of }}">{% for name, stop in path.items() %}
<li data-stop data-name="{{ name }}" data-says="høsten 2027" {{ clock(stop) }}></li>{% endfor %}</ol>{% endmacro %}
{% import "blocks/nextof.html" as next with context %}"""


def say(text: str, who: str, name: str, day: str, when: str = "") -> str:
    """Fill a line of the catalogue."""
    return LINE[text].format(who=who, name=name, day=day, when=when)


# --- One path -------------------------------------------------------------------------------------------------------

CARD = STEPS + """{{ steps(path, "way") }}<p{{ next.line("way") }}>Began some time</p>"""


@pytest.mark.parametrize("zone", ZONES)
def test_a_line_says_what_is_next_of_a_path(show: Show, zone: str):
    page = show(render(CARD, path=SECOND | {"Open": "undated"}), "next times nextof", at="2026-12-01T12:00", zone=zone)
    next_ = LINE["next"]
    expected = {
        "2026-12-01T12:00": say("line", next_, "Oppstart", "21. januar 2027", DAYS(n=51)),
        "2027-01-21T12:00": say("line", next_, "Oppstart", "21. januar", CLOCK["today"]),
        "2027-04-08T10:00": LINE["now"].format(name="Felles dag"),
        "2027-04-20T12:00": say("line", next_, "Fagkveld", "27. april eller 4. mai", DAYS(n=7)),
        "2027-04-28T12:00": say("last", next_, "Fagkveld", "4. mai", DAYS(n=6)),
        "2027-06-10T12:00": say("month", next_, "Nettverk", "høsten 2027"),
        "2027-12-01T12:00": LINE["undated"].format(who=next_, name="Open"),
    }
    line = page.locator("p")
    assert {moment: line.inner_text() for moment in at_each(page, expected)} == expected


def test_the_year_of_several_days_is_said_once(show: Show):
    page = show(render(CARD, path={"Fagkveld": EVENING}), "next times nextof", at="2026-12-01T12:00")
    expected = say("line", LINE["next"], "Fagkveld", "27. april eller 4. mai 2027", MONTHS(n=5))
    assert page.locator("p").inner_text() == expected


@pytest.mark.parametrize(("language", "day"), [("nb", "4. mai 2027"), ("nn", "4. mai 2027"), ("en", "4 May 2027")])
def test_days_are_written_in_the_language_of_the_portal(show: Show, language: str, day: str):
    page = show("", "next times", at="2026-12-01T12:00")
    page.evaluate(
        "(locales) => { stifinner.words.locales = locales; }", load_phrases(language)["words"]["clock"]["locales"]
    )
    time = {"begins": "2027-05-04T17:00", "ends": "2027-05-04T19:00"}
    assert page.evaluate("(time) => stifinner.inDays(time, stifinner.now())", time) == day


def test_where_nothing_is_next_the_line_stays(show: Show):
    page = show(render(CARD, path={"Oppstart": START}), "next times nextof", at="2026-08-27T15:00")
    assert page.locator("p").inner_text() == "Began some time"


def test_the_path_may_stand_in_the_line(show: Show):
    body = STEPS + """<div{{ next.line() }}>{{ steps(path, "way") }}<p data-said>Began</p></div>"""
    page = show(render(body, path=FIRST), "next times nextof", at="2026-08-26T12:00")
    expected = say("line", LINE["next"], "Oppstart", "27. august", CLOCK["tomorrow"])
    assert page.locator("p").inner_text() == expected
    assert page.locator("[data-stop]").count() == len(FIRST), "the path is still there"


# --- The cohort is not known ----------------------------------------------------------------------------------------

UNKNOWN = (
    STEPS
    + """<div data-next-by-cohort>{% for name, path in paths.items() %}
<section{{ next.line("", name) }}>{{ steps(path, name) }}<b data-said>{{ name }}</b></section>{% endfor %}
<div data-next-shared hidden><div data-upnext data-word-next="{{ words.upnext.next }}"
data-word-now="{{ words.upnext.now }}">{% for path in shown or paths.values() %}
{% for name, stop in path.items() %}
<article data-card hidden {{ clock(stop) }}><b data-label></b><h2>{{ name }}</h2></article>{% endfor %}{% endfor %}
<article data-done hidden><h2>done</h2></article></div></div></div>"""
)


def seen(page: Page) -> list[str]:
    """The lines and the card that are shown."""
    return page.locator("section [data-said]:visible, article h2:visible").all_inner_texts()


@pytest.mark.parametrize("zone", ZONES)
def test_each_cohort_has_a_line_but_where_all_agree(show: Show, zone: str):
    body = render(UNKNOWN, shown=None, paths={"Kull 1": FIRST, "Kull 2": SECOND})
    page = show(body, "next times nextof when", at="2026-08-20T12:00", zone=zone)
    expected = {
        "2026-08-20T12:00": [
            say("line", "Kull 1", "Oppstart", "27. august", DAYS(n=7)),
            say("line", "Kull 2", "Oppstart", "21. januar 2027", MONTHS(n=5)),
        ],
        "2026-08-27T10:00": [
            LINE["cohort_now"].format(who="Kull 1", name="Oppstart"),
            say("line", "Kull 2", "Oppstart", "21. januar 2027", MONTHS(n=5)),
        ],
        "2027-02-18T12:00": ["Felles dag"],
        "2027-04-08T10:00": ["Felles dag"],
        "2027-06-10T12:00": [say("month", "Kull 2", "Nettverk", "høsten 2027")],
        "2027-12-01T12:00": ["done"],
    }
    assert {moment: seen(page) for moment in at_each(page, expected)} == expected


def test_a_cohort_alone_needs_no_name(show: Show):
    page = show(render(UNKNOWN, shown=None, paths={"Kull 1": FIRST}), "next times nextof when", at="2026-08-20T12:00")
    assert seen(page) == ["Oppstart"]


def test_a_card_that_means_something_else_is_not_shown(show: Show):
    paths = {"Kull 1": FIRST, "Kull 2": FIRST}
    body = render(UNKNOWN, paths=paths, shown=[{"Felles dag": SHARED}])
    page = show(body, "next times nextof when", at="2026-08-20T12:00")
    said = [say("line", name, "Oppstart", "27. august", DAYS(n=7)) for name in paths]
    expected = {"2026-08-20T12:00": said, "2026-08-28T12:00": ["Felles dag"]}
    assert {moment: seen(page) for moment in at_each(page, expected)} == expected


def test_those_who_choose_between_other_days_do_not_agree(show: Show):
    other = EVENING.replace("2027-05-04", "2027-05-05")
    paths = {"Kull 1": {"Fagkveld": EVENING}, "Kull 2": {"Fagkveld": other}}
    page = show(render(UNKNOWN, shown=None, paths=paths), "next times nextof when", at="2027-04-20T12:00")
    assert [line.partition(",")[0] for line in seen(page)] == ["Kull 1: Fagkveld", "Kull 2: Fagkveld"]


# --- The reader's cohort stands in the address ----------------------------------------------------------------------

COHORTS = """<nav><a data-choose-cohort="kull-1" href="?kull=kull-1">Kull 1</a>
<a data-choose-cohort="kull-2" href="?kull=kull-2">Kull 2</a></nav>
<p data-for-cohort="">none</p><p data-for-cohort="kull-2" hidden>two</p>
<div data-cohorts>
<details data-cohort="kull-0" data-archived><summary>0</summary></details>
<details data-cohort="kull-1" data-last="2027-06-09"><summary>1 <i data-yours hidden>yours</i></summary></details>
<details data-cohort="kull-2" data-last="2027-05-04" data-open>
<summary>2 <i data-yours hidden>yours</i></summary></details>
</div>"""


def folds(page: Page) -> dict[str, bool]:
    """The cohorts in their order, and whether each is open."""
    script = "(all) => all.map((fold) => [fold.innerText.trim(), fold.open])"
    return dict(page.locator("details").evaluate_all(script))


@pytest.mark.parametrize(
    ("query", "at", "expected"),
    [
        ("", "2027-06-09T12:00", {"0": False, "1": True, "2": True}),
        ("", "2027-06-10T12:00", {"0": False, "1": False, "2": True}),
        ("?kull=kull-9", "2027-06-09T12:00", {"0": False, "1": True, "2": True}),
        ("?kull=kull-2", "2027-06-09T12:00", {"2 yours": True, "0": False, "1": False}),
        ("?kull=kull-1", "2028-01-01T12:00", {"1 yours": True, "0": False, "2": False}),
        ("?kull=kull-0", "2028-01-01T12:00", {"0": True, "1": False, "2": False}),
    ],
)
def test_the_cohort_that_is_chosen_comes_first_and_is_open(show: Show, query: str, at: str, expected: dict[str, bool]):
    page = show(COHORTS, "cohorts", at=at, query=query)
    assert list(folds(page).items()) == list(expected.items())


@pytest.mark.parametrize(
    ("query", "current", "said"),
    [
        ("", [], ["none"]),
        ("?kull=", [], ["none"]),
        ("?kull=kull-9", [], ["none"]),
        ("?kull=kull-1", ["Kull 1"], []),
        ("?kull=kull-2&x=kull-1", ["Kull 2"], ["two"]),
    ],
)
def test_what_is_for_the_cohort_that_is_chosen_is_shown(show: Show, query: str, current: list[str], said: list[str]):
    page = show(COHORTS, "cohorts", at="2027-06-09T12:00", query=query)
    assert page.locator("[aria-current=true]").all_inner_texts() == current
    assert page.locator("p:visible").all_inner_texts() == said


def test_a_page_with_nothing_but_what_is_for_a_cohort_knows_it(show: Show):
    body = '<p data-for-cohort="">none</p><p data-for-cohort="kull-1 kull-2" hidden>both</p>'
    page = show(body, "cohorts", at="2027-06-09T12:00", query="?kull=kull-2")
    assert page.locator("p:visible").all_inner_texts() == ["both"]


def test_choosing_is_a_link_and_nothing_is_kept(show: Show):
    page = show(COHORTS, "cohorts", at="2027-06-09T12:00")
    page.get_by_role("link", name="Kull 2").click()
    assert next(iter(folds(page))) == "2 yours"
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    page.go_back()
    assert list(folds(page)) == ["0", "1", "2"]
