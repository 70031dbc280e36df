"""Which stop is the next, by the browser's own rule: clocks, choices, series, months, and what is cancelled."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from browser.made import ADDRESS, ZONES, Show, at_each, clock, oslo, page_of, serve

# --- The time in Oslo, wherever the reader is -----------------------------------------------------------------------


@pytest.mark.parametrize("zone", [*ZONES, "America/Los_Angeles"])
def test_the_minute_is_that_of_oslo(show: Show, zone: str):
    page = show("", "", at="2026-08-27T12:00", zone=zone)
    moments = ["2026-08-27T00:00", "2026-12-31T23:59", "2027-03-28T01:59", "2027-03-28T03:00", "2027-10-31T02:30"]
    assert [page.evaluate("stifinner.now()") for _ in at_each(page, moments)] == moments
    page.clock.set_fixed_time(oslo("2027-10-31T02:30").replace(hour=1))  # the same hour once more: clocks are set back
    assert page.evaluate("[stifinner.now(), stifinner.today()]") == ["2027-10-31T02:30", "2027-10-31"]


# --- The next of some stops -----------------------------------------------------------------------------------------

MEETING = "once 2026-11-03T09:00/2026-11-03T15:00"
CHOICE = "choice 2026-11-03T17:00/2026-11-03T19:00 2026-11-10T18:00/2026-11-10T20:00"
HALF_A_CHOICE = "choice 2026-11-03T17:00/2026-11-03T19:00 !2026-11-10T18:00/2026-11-10T20:00"
SERIES = "series 2026-11-03T14:00/2026-11-03T16:00 !2026-11-17T14:00/2026-11-17T16:00 2026-12-08T14:00/2026-12-08T16:00"
MONTH = "month 2026-11-01/2026-11-30"
RULE = {
    "a meeting is coming, goes on and is over at its minutes": (
        [MEETING, "once 2026-12-01/2026-12-01"],
        {
            "2026-11-03T08:59": (0, 0, "day"),
            "2026-11-03T09:00": (0, 0, "now"),
            "2026-11-03T14:59": (0, 0, "now"),
            "2026-11-03T15:00": (1, 0, "day"),
        },
    ),
    "what ends without a clock ends with the day": (
        ["once 2026-11-03T17:00/2026-11-03"],
        {"2026-11-03T16:59": (0, 0, "day"), "2026-11-03T23:59": (0, 0, "now"), "2026-11-04T00:00": (-1, -1, "over")},
    ),
    "a whole day is never under way, several are": (
        ["once 2026-11-03/2026-11-03", "once 2026-11-05/2026-11-06"],
        {
            "2026-11-03T23:59": (0, 0, "day"),
            "2026-11-04T00:00": (1, 0, "day"),
            "2026-11-05T00:00": (1, 0, "now"),
            "2026-11-06T23:59": (1, 0, "now"),
            "2026-11-07T00:00": (-1, -1, "over"),
        },
    ),
    "what begins first is the next, wherever it stands in the list": (
        [SERIES, "once 2026-11-20/2026-11-20", "once 2026-11-04/2026-11-04"],
        {
            "2026-11-01T12:00": (0, 0, "day"),
            "2026-11-03T16:00": (2, 0, "day"),
            "2026-11-17T15:00": (1, 0, "day"),
            "2026-11-21T12:00": (0, 2, "day"),
        },
    ),
    "of those that begin together the first in the list": (
        ["work 2026-11-03/2026-11-03", "once 2026-11-03T09:00/2026-11-03T10:00", MEETING],
        {"2026-11-01T12:00": (1, 0, "day"), "2026-11-03T10:00": (2, 0, "now")},
    ),
    "a choice is one step, to the end of the last": (
        [CHOICE, "once 2026-11-04/2026-11-04"],
        {
            "2026-11-01T12:00": (0, 0, "day"),
            "2026-11-03T19:00": (1, 0, "day"),
            "2026-11-05T12:00": (0, 1, "day", "last"),
            "2026-11-10T19:59": (0, 1, "now", "last"),
            "2026-11-10T20:00": (-1, -1, "over"),
        },
    ),
    "of a choice that is none there is no last chance": (
        [HALF_A_CHOICE],
        {"2026-11-01T12:00": (0, 0, "day"), "2026-11-10T19:00": (-1, -1, "over")},
    ),
    "what is cancelled is neither next nor over": (
        ["undated", "once !2026-11-03/2026-11-03", "undated"],
        {"2026-11-01T12:00": (0, -1, "undated"), "2026-11-04T12:00": (0, -1, "undated")},
    ),
    "a month has its place by its first day": (
        [MONTH, "once 2026-10-20/2026-10-20", "once 2026-12-10/2026-12-10"],
        {
            "2026-10-01T12:00": (1, 0, "day"),
            "2026-10-21T12:00": (0, -1, "month"),
            "2026-11-30T23:59": (0, -1, "month"),
            "2026-12-01T00:00": (2, 0, "day"),
        },
    ),
    "what is going on comes before a month that began earlier": (
        [MONTH, MEETING],
        {"2026-11-03T08:00": (0, -1, "month"), "2026-11-03T10:00": (1, 0, "now")},
    ),
    "without a date left, the first undated after the last that was held": (
        ["undated", MEETING, "undated", "work 2026-11-20/2026-11-20", "undated"],
        {"2026-11-01T12:00": (1, 0, "day"), "2026-11-25T12:00": (2, -1, "undated")},
    ),
    "work between is never the next": (
        ["work 2026-11-02/2026-11-02", MEETING, "work 2026-11-20/2026-11-20"],
        {"2026-11-01T12:00": (1, 0, "day"), "2026-11-10T12:00": (-1, -1, "over")},
    ),
    "of nothing nothing is the next": ([], {"2026-11-01T12:00": (-1, -1, "over")}),
}
NEXT = """([list, now]) => {
    const { index, time, state, last } = stifinner.nextOf([...list.children].map(stifinner.readStop), now);
    return [index, time, state, ...(last ? ["last"] : [])];
}"""


@pytest.fixture(scope="module")
def rules(browser: Browser) -> Iterator[Page]:
    """One page with the stops of all cases, each in a list of its own."""
    lists = ("<ol>{}</ol>".format("".join(f"<li {clock(stop)}></li>" for stop in stops)) for stops, _ in RULE.values())
    page = browser.new_page()
    serve(page, page_of("".join(lists), "next"))
    page.goto(ADDRESS)
    yield page
    page.close()


@pytest.mark.parametrize("name", RULE)
def test_the_next_is(rules: Page, name: str):
    made = rules.locator("ol").nth(list(RULE).index(name)).element_handle()
    expected = RULE[name][1]
    assert {now: tuple(rules.evaluate(NEXT, [made, now])) for now in expected} == expected
