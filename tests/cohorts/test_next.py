"""«Neste» in a programme with cohorts: in the browser as by hand, and by the slow reckoning for drawn programmes."""

import json
from datetime import date, datetime
from random import Random

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from cohorts.drawn import draw_times
from cohorts.plain import browser_stop, moments_of, plain_of
from cohorts.reckoning import Path, Stop, moment, stops_of
from cohorts.rule import CASES
from cohorts.seen import CARD, WORD_OF_TIME, is_named, oslo, seen_known, seen_unknown, text_of
from cohorts.two_cohorts import AT, PROGRAMME, known_cells, unknown_cells
from effort import TIMES, in_turn

PHONE = {"width": 360, "height": 740}
ZONES = ("Europe/Oslo", "America/Los_Angeles")
COLUMNS = sorted({(role, cohort or "") for _, role, cohort, _ in known_cells()})
OF_UNKNOWN = sorted({role for _, role, _ in unknown_cells()})


def address(role: str, cohort: str = "") -> str:
    """Of a role's page: in a cohort, or in none."""
    return f"{AT}kull/{cohort.replace(' ', '-')}/roller/{role}/" if cohort else f"{AT}roller/{role}/"


def look_at(page: Page, at: str) -> None:
    """Open the page anew at a moment in Oslo."""
    page.clock.set_fixed_time(oslo(at))
    page.reload(wait_until="domcontentloaded")


# --- The table ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("column", "zone"), in_turn(COLUMNS, ZONES))
def test_next_of_a_role_is_as_by_hand(visit: Visit, cohorts_url: str, column: tuple[str, str], zone: str):
    role, cohort = column
    answers = {at: cell for at, one, of, cell in known_cells() if (one, of or "") == (role, cohort)}
    stops = stops_of(PROGRAMME, role, cohort or None)
    page = visit(cohorts_url + address(role, cohort), zone=zone, **PHONE)
    seen = {}
    for at in answers:
        look_at(page, at)
        seen[at] = seen_known(page, stops, oslo(at).date(), outside=not cohort)
    assert seen == answers


@pytest.mark.parametrize(("role", "zone"), in_turn(OF_UNKNOWN, ZONES))
def test_next_where_the_cohort_is_unknown_is_as_by_hand(visit: Visit, cohorts_url: str, role: str, zone: str):
    answers = {at: cells for at, one, cells in unknown_cells() if one == role}
    stops = {cohort: stops_of(PROGRAMME, role, cohort) for cohort in PROGRAMME["cohorts"]}
    page = visit(cohorts_url + address(role), zone=zone, **PHONE)
    seen = {}
    for at in answers:
        look_at(page, at)
        seen[at] = seen_unknown(page, stops, oslo(at).date())
    assert seen == answers


PAGES = [*COLUMNS, *((role, "") for role in OF_UNKNOWN)]


@pytest.mark.parametrize(("role", "cohort"), PAGES)
def test_without_scripts_nothing_is_said_of_the_time_it_is(visit: Visit, cohorts_url: str, role: str, cohort: str):
    page = visit(cohorts_url + address(role, cohort), java_script_enabled=False, **PHONE)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(CARD).locator("visible=true")).to_have_count(0)
    expect(page.locator("[data-done], [data-told-off]").locator("visible=true")).to_have_count(0)
    assert WORD_OF_TIME.findall(page.locator("body").inner_text()) == []


@pytest.mark.parametrize(("role", "cohort"), COLUMNS)
def test_without_scripts_every_date_is_there(visit: Visit, cohorts_url: str, role: str, cohort: str):
    """Also what is cancelled, and what is folded."""
    page = visit(cohorts_url + address(role, cohort), java_script_enabled=False, **PHONE)
    said = text_of(page)
    stops = stops_of(PROGRAMME, role, cohort or None)
    missing = [day for day in days_of(stops) if not is_named(day, said)]
    missing += [stop["span"] for stop in stops if "span" in stop and stop["span"]["words"] not in said.lower()]
    assert missing == []


@pytest.mark.parametrize("role", OF_UNKNOWN)
def test_page_of_a_role_gives_no_date_of_a_cohort_the_reader_may_not_be_in(visit: Visit, cohorts_url: str, role: str):
    page = visit(cohorts_url + address(role), java_script_enabled=False, **PHONE)
    said = text_of(page)
    foreign = [stop for stop in stops_of(PROGRAMME, role) if len(stop["cohorts"]) == 1]
    assert [day for day in days_of(foreign) if is_named(day, said)] == []


def days_of(stops: list[Stop]) -> list[date]:
    """The first day of every time, also of what is cancelled."""
    return [moment(one["begin"]).date() for stop in stops for one in stop.get("times", [])]


# --- The browser's rule ---------------------------------------------------------------------------------------------

ASK = """(asked) => JSON.parse(asked).map(([stops, moments]) =>
  moments.map((now) => window.stifinner.nextOf(stops, now)))"""


@pytest.fixture
def page(visit: Visit, small_url: str) -> Page:
    """Any page that has the browser's rule."""
    return visit(f"{small_url}programmer/kurset/roller/deltaker/")


def browsers_answers(page: Page, asked: list[tuple[list[Stop], list[datetime]]]) -> list[list[dict]]:
    """What the browser's own rule says is next of some stops, at each of some moments."""
    as_data = [
        ([browser_stop(stop) for stop in stops], [f"{now:%Y-%m-%dT%H:%M}" for now in moments])
        for stops, moments in asked
    ]
    # Which of its times is meant is asked only where a stop's day is known.
    return [
        [{**one, "time": one["time"] if one["state"] in ("now", "day") else -1} for one in found]
        for found in page.evaluate(ASK, json.dumps(as_data))
    ]


def test_each_thought_of_the_rule_holds_in_the_browser(page: Page):
    found = browsers_answers(page, [(case.stops, [datetime.fromisoformat(case.now)]) for case in CASES])
    expected = {str(case): [vars(case.next)] for case in CASES}
    assert dict(zip(expected, found, strict=True)) == expected


def test_browser_and_slow_reckoning_agree_for_drawn_programmes(page: Page):
    paths, asked = [], []
    for number, drawn in enumerate(draw_times(0, 300 * TIMES)):
        random = Random(number)  # noqa: S311 - nothing secret
        stops = random.choice(list(plain_of(drawn)["cohorts"].values()))
        paths.append(Path(random.sample(stops, len(stops)) if random.random() < 0.5 else stops))
        asked.append((paths[-1].stops, moments_of(paths[-1].stops, random, 8)))
    differ = [
        (path.stops, now, right, said)
        for path, (_, moments), found in zip(paths, asked, browsers_answers(page, asked), strict=True)
        for now, said in zip(moments, found, strict=True)
        if (right := vars(path.next(now))) != said
    ]
    assert (len(differ), differ[:2]) == (0, [])
