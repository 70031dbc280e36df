"""The group: codes and files in, how it is spread, two rounds, the big screen; and no barrier in any of it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.axe import barriers_in, bring_axe
from browser.conftest import Visit
from browser.sheets import (
    BROEN,
    FREDRIKSTAD,
    LONG,
    QUESTIONS,
    SAY,
    SAYS,
    STEPS,
    TWENTY,
    TWENTY_AGAIN,
    add_codes,
    code_of,
    codes_for,
    rate,
    round_of,
)
from effort import in_turn

FIVE = [
    [1, 1, 1, 2, 3, 1, 2, 2, 2, 1, 1],
    [1, 1, 2, 2, 1, 1, 2, 2, 2, 1, 2],
    [1, 2, 2, 2, 1, 3, 2, 2, 2, 1, 2],
    [1, 2, 3, 2, 3, 3, 2, 2, 2, 0, 3],
    [1, 1, 3, 2, 2, 2, 2, 2, 2, 0, 3],
]
LATER = [[2, 1, 1, 2, 1, 1, 2, 2, 2, 1, 1 + n % 2] for n in range(5)]
ROWS = """all => all.map((row) => [row.querySelector(".claim__n").textContent,
  ...[...row.querySelectorAll(".spread__cell")].map((cell) => cell.querySelectorAll(".step").length)])"""


@pytest.fixture
def lead(visit: Visit) -> Callable[..., Page]:
    """Open a sheet to look at together."""

    def open_sheet(url: str, **settings) -> Page:
        page = visit(url, **settings)
        page.on("dialog", lambda dialog: dialog.accept())
        return page

    return open_sheet


def rows_under(page: Page, title: str) -> list[list]:
    """Number of the statement and how many chose each step, row by row."""
    heading = page.get_by_role("heading", name=title, exact=True)
    return heading.locator("xpath=following-sibling::ol[1]/li").evaluate_all(ROWS)


def test_five_codes_become_the_right_spread(lead: Callable[..., Page], portal_url: str):
    page = lead(portal_url + FREDRIKSTAD)
    rate(page, FIVE[0])
    own = code_of(page)
    codes = codes_for(page, FIVE)
    assert own == codes[0], "what is read aloud is what is typed in"
    box = round_of(page).locator("[data-codes]")
    for code in codes[:2]:
        box.fill(code.lower())
        box.press("Enter")
    expect(page.locator(".together__few")).to_have_text(SAYS["few"].format(n=2))
    expect(page.locator(".spread__row")).to_have_count(0)
    add_codes(page, codes[2:])
    expect(round_of(page).locator("[data-count]")).to_have_text(SAYS["count"]["many"].format(n=5))
    assert rows_under(page, SAYS["differ"]) == [
        ["5", 2, 1, 2],
        ["6", 2, 1, 2],
        ["3", 1, 2, 2],
        ["11", 1, 2, 2],
        ["2", 3, 2, 0],
    ]
    agreed = rows_under(page, SAYS["agree"])
    assert sorted(agreed, key=lambda row: int(row[0])) == [
        ["1", 5, 0, 0],
        ["4", 0, 5, 0],
        ["7", 0, 5, 0],
        ["8", 0, 5, 0],
        ["9", 0, 5, 0],
        ["10", 3, 0, 0],
    ]
    heard = page.locator(".spread__row").first.locator(".only-heard").inner_text()
    assert heard == f"2 {STEPS[0].lower()}, 1 {STEPS[1].lower()}, 2 {STEPS[2].lower()}"


def test_under_three_answers_to_a_statement_nothing_is_shown_of_it(lead: Callable[..., Page], portal_url: str):
    page = lead(portal_url + FREDRIKSTAD)
    add_codes(page, codes_for(page, [[1, 2, *[0] * 9], [1, 3, *[0] * 9], [2, 0, 1, *[0] * 8]]))
    assert rows_under(page, SAYS["differ"]) == [["1", 2, 1, 0]]
    assert rows_under(page, SAYS["too_few"]) == [["2"], ["3"]]


def test_one_core_element_alone_is_compared(lead: Callable[..., Page], portal_url: str):
    page = lead(portal_url + FREDRIKSTAD)
    add_codes(page, codes_for(page, [[0] * 4 + [1, 2, 3, n] + [0] * 3 for n in (1, 2, 3)]))
    assert rows_under(page, SAYS["differ"]) == [["8", 1, 1, 1]]
    assert len(rows_under(page, SAYS["agree"])) == 3


def test_a_mistyped_code_is_told_group_by_group_and_stays_to_be_mended(lead: Callable[..., Page], portal_url: str):
    page = lead(portal_url + FREDRIKSTAD)
    good, bad = codes_for(page, FIVE[:2])
    wrong = bad[:5] + ("A" if bad[5] != "A" else "B") + bad[6:]
    add_codes(page, [good, wrong])
    faults = round_of(page).locator("[data-faults]")
    expect(faults).to_have_text(SAYS["typed"].format(code=wrong, group=2, part=wrong[5:9]))
    expect(round_of(page).locator("[data-codes]")).to_have_value(wrong)
    expect(round_of(page).locator("[data-entries] li")).to_have_count(1)
    add_codes(page, [bad[:-1]])
    expect(faults).to_have_text(SAYS["length"].format(code=bad[:-1], expected=12, count=11))
    add_codes(page, [""])
    expect(faults).to_have_text(SAYS["empty"])
    expect(round_of(page).locator("[data-entries] li")).to_have_count(1)


def test_codes_of_another_sheet_or_version_are_told(lead: Callable[..., Page], sheets_url: str):
    page = lead(sheets_url + TWENTY_AGAIN)
    [other] = codes_for(page, [[1] * 20])
    page.goto(sheets_url + TWENTY)
    add_codes(page, [other])
    expect(round_of(page).locator("[data-faults]")).to_have_text(SAYS["sheet"].format(code=other))
    old = page.evaluate("sheetCode.encode(Array(20).fill(1), {...stifinner.sheet.spec, version: 1})")
    add_codes(page, [old])
    told = SAYS["version"].format(code=old, version=1, own=2)
    expect(round_of(page).locator("[data-faults]")).to_have_text(told)
    expect(round_of(page).locator("[data-entries] li")).to_have_count(0)


def test_the_same_code_twice_is_asked_about(lead: Callable[..., Page], portal_url: str):
    page = lead(portal_url + FREDRIKSTAD)
    [code] = codes_for(page, FIVE[:1])
    entries = round_of(page).locator("[data-entries] li")
    add_codes(page, [code])
    add_codes(page, [code])
    expect(page.locator("[data-ask-text]")).to_have_text(SAYS["same"].format(code=code))
    page.keyboard.press("Escape")
    expect(entries).to_have_count(1)
    round_of(page).locator("[data-add]").click()
    page.locator("[data-ask-yes]").click()
    expect(entries).to_have_count(2)
    page.get_by_role("button", name=SAYS["remove"].format(code=code)).first.click()
    expect(entries).to_have_count(1)


def test_two_rounds_show_what_has_moved(lead: Callable[..., Page], portal_url: str):
    page = lead(portal_url + FREDRIKSTAD)
    page.locator(".together__before > summary").click()
    add_codes(page, codes_for(page, FIVE), "before")
    first = codes_for(page, LATER)
    add_codes(page, first)
    while page.locator("[data-ask]").is_visible():
        page.locator("[data-ask-yes]").click()
        page.wait_for_timeout(50)
    expect(round_of(page).locator("[data-entries] li")).to_have_count(5)
    moved = {row[0]: row[1:] for row in rows_under(page, SAYS["moved"])}
    assert set(moved) == {"1", "2", "3", "5", "6", "11"}
    assert moved["1"] == [5, 0, 0, 0, 5, 0], "before, and then now"
    row = page.locator(".spread__row", has=page.locator(".spread__moved")).filter(has_text="Vi er vennlige")
    expect(row.locator(".spread__moved")).to_have_text(SAYS["towards"].format(word=STEPS[2]))
    better = page.locator(".spread__row", has=page.locator(".spread__moved")).filter(has_text="Vi øver på å lytte")
    expect(better.locator(".spread__moved")).to_have_text(SAYS["towards"].format(word=STEPS[0]))
    assert {row[0] for row in rows_under(page, SAYS["still_same"])} == {"4", "7", "8", "9", "10"}


def test_a_round_is_saved_and_opened_the_next_time(lead: Callable[..., Page], portal_url: str, tmp_path: Path):
    page = lead(portal_url + FREDRIKSTAD)
    add_codes(page, codes_for(page, FIVE))
    with page.expect_download() as download:
        round_of(page).locator("[data-save-round]").click()
    saved = tmp_path / "runde.json"
    download.value.save_as(saved)
    content = json.loads(saved.read_text(encoding="utf-8"))
    assert content["round"] == FIVE
    page.reload()
    expect(page.locator("[data-entries] li")).to_have_count(0)
    page.locator(".together__before > summary").click()
    round_of(page, "before").locator("[data-files]").set_input_files(saved)
    expect(round_of(page, "before").locator("[data-entries] li")).to_have_count(5)


def test_a_long_sheet_is_compared_by_files(lead: Callable[..., Page], sheets_url: str, tmp_path: Path):
    page = lead(sheets_url + LONG)
    files = []
    for value in (1, 3, 5):
        content = page.evaluate(
            "(value) => stifinner.sheet.files.file('ratings', {answers: {ratings: Array(60).fill(value)}})", value
        )
        place = tmp_path / f"{value}.json"
        place.write_text(json.dumps(content), encoding="utf-8")
        files.append(place)
    strange = tmp_path / "bilde.json"
    strange.write_text("…", encoding="utf-8")
    round_of(page).locator("[data-files]").set_input_files([*files, strange])
    expect(round_of(page).locator("[data-faults]")).to_have_text(SAYS["unreadable"].format(name="bilde.json"))
    rows = rows_under(page, SAYS["differ"])
    assert len(rows) == 60
    assert rows[0] == ["1", 1, 0, 1, 0, 1]


def test_delete_everything_empties_the_group_too(lead: Callable[..., Page], portal_url: str):
    page = lead(portal_url + FREDRIKSTAD)
    add_codes(page, codes_for(page, FIVE))
    page.locator("[data-delete]").click()
    page.locator("[data-ask-yes]").click()
    expect(page.locator("[data-entries] li, .spread__row")).to_have_count(0)


def test_the_big_screen_is_turned_by_arrows_and_left_by_escape(lead: Callable[..., Page], portal_url: str):
    page = lead(portal_url + FREDRIKSTAD)
    add_codes(page, codes_for(page, FIVE))
    opener = page.get_by_role("button", name=SAY["big"])
    opener.focus()
    page.keyboard.press("Enter")
    screen = page.locator("[data-screen]")
    expect(screen.locator("[data-screen-place]")).to_contain_text(SAYS["of"].format(n=1, total=11))
    expect(screen.locator("h2")).to_have_text(page.locator("[data-claim='5'] [data-text]").inner_text())
    expect(screen.locator(".spread__cell .step")).to_have_count(5)
    page.keyboard.press("ArrowRight")
    expect(screen.locator("h2")).to_have_text(page.locator("[data-claim='6'] [data-text]").inner_text())
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(screen.locator("[data-screen-place]")).to_contain_text(SAYS["of"].format(n=1, total=11))
    page.keyboard.press("Escape")
    expect(screen).to_be_hidden()
    expect(opener).to_be_focused()


def test_open_questions_are_shown_on_the_big_screen(lead: Callable[..., Page], portal_url: str):
    page = lead(portal_url + QUESTIONS)
    page.get_by_role("button", name=SAY["big"]).click()
    page.get_by_role("button", name=SAY["following"]).click()
    expect(page.locator("[data-screen-text]")).to_have_text(
        page.locator("[data-question='2'] [data-text]").inner_text()
    )
    expect(page.get_by_role("button", name=SAY["following"])).to_be_disabled()


LIGHTS = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "phone": {"width": 360, "height": 740},
    "phone in the dark": {"width": 360, "height": 740, "color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "print": {"media": "print"},
}


@pytest.mark.parametrize(
    ("light", "address"),
    in_turn(LIGHTS, (FREDRIKSTAD, BROEN, QUESTIONS)),
)
def test_no_barrier_in_a_sheet_filled_in_and_compared(
    lead: Callable[..., Page], portal_url: str, light: str, address: str
):
    settings = dict(LIGHTS[light])
    media = settings.pop("media", None)
    page = lead("about:blank", **settings)
    bring_axe(page)
    page.goto(portal_url + address)
    if address != QUESTIONS:
        count = page.locator("[data-claim]").count()
        rate(page, [1 + n % 3 for n in range(count)])
        add_codes(page, codes_for(page, [[1 + (n * m) % 3 for n in range(count)] for m in (1, 2, 4, 5)]))
        while page.locator("[data-ask]").is_visible():
            page.locator("[data-ask-yes]").click()
            page.wait_for_timeout(50)
    if media:
        page.emulate_media(media=media)
    assert barriers_in(page, forced_colours=light == "forced colours") == []
    if not media:
        page.locator("[data-big]").click()
        assert barriers_in(page, forced_colours=light == "forced colours") == []
