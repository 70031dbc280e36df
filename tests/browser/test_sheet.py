"""Filling in a sheet: by keyboard, by touch, kept only where somebody said so, and never sent."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from browser.conftest import Visit
from browser.sheets import (
    BROEN,
    FREDRIKSTAD,
    KEPT,
    LONG,
    NOTHING,
    NUMBERED,
    QUESTIONS,
    SAY,
    SAYS,
    STEPS,
    TWENTY,
    TWENTY_AGAIN,
    code_of,
    rate,
    ratings_of,
)

ELEVEN = [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 0]
SHEETS = [FREDRIKSTAD, BROEN, QUESTIONS]


# --- Privacy --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", SHEETS)
def test_sheet_can_send_nothing_and_has_no_search(visit: Visit, portal_url: str, address: str):
    page = visit(portal_url + address)
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    for rule in ("connect-src 'none'", "form-action 'none'", "default-src 'none'"):
        assert rule in policy
    expect(page.locator("[data-search], [data-search-open], [role=searchbox]")).to_have_count(0)
    assert page.evaluate("fetch('./').then(() => 'sent', () => 'stopped')") == "stopped"


def test_other_pages_keep_their_search(visit: Visit, portal_url: str):
    page = visit(portal_url)
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert "connect-src 'self'" in policy


def test_nothing_is_asked_for_while_one_fills_in(fill: Callable[..., Page], portal_url: str):
    page = fill(portal_url + FREDRIKSTAD)
    page.wait_for_load_state("networkidle")
    faults: list[str] = []
    page.on("request", lambda request: faults.append(request.url))
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    rate(page, ELEVEN)
    page.locator("[data-note]").first.evaluate("el => { el.closest('details').open = true; }")
    page.locator("[data-note]").first.fill("Et notat")
    page.locator("[data-keep]").check(force=True)
    with page.expect_download():
        page.locator("[data-save]").click()
    # Drawings that are new ask anew for the sprite of shapes, and a browser fetches the icon of its tab when it likes.
    assert [fault for fault in faults if not re.search(r"/assets/icons?\.svg$|^blob:", fault)] == []


def test_framed_sheet_shows_no_answers(fill: Callable[..., Page], portal_url: str):
    page = fill(portal_url + FREDRIKSTAD)
    rate(page, ELEVEN)
    page.locator("[data-keep]").check(force=True)
    page.route(
        "**/rammet.html",
        lambda route: route.fulfill(
            content_type="text/html", body=f"<iframe src='{portal_url}{FREDRIKSTAD}' width=900 height=900></iframe>"
        ),
    )
    page.goto(f"{portal_url}rammet.html")
    frame = page.frame_locator("iframe")
    expect(frame.locator("[data-framed]")).to_be_visible()
    expect(frame.get_by_role("link", name=SAY["framed_link"])).to_have_attribute("target", "_top")
    expect(frame.locator("input, textarea, button[data-save]").locator("visible=true")).to_have_count(0)
    expect(frame.locator("input:checked:not([name=core])")).to_have_count(0)


@pytest.mark.parametrize("address", SHEETS)
def test_without_scripts_the_sheet_is_read_and_nothing_claims_to_keep(visit: Visit, portal_url: str, address: str):
    page = visit(portal_url + address, java_script_enabled=False)
    expect(page.locator("[data-still]")).to_be_visible()
    expect(page.locator("main :is(input, textarea, button)").locator("visible=true")).to_have_count(0)
    expect(page.get_by_text(SAY["stays"])).to_be_hidden()
    for text in page.locator("[data-text], .claim__more li").all():
        expect(text).to_be_visible()


# --- Kept, and not --------------------------------------------------------------------------------------------------


def test_reload_forgets_remember_keeps_delete_empties_everything(fill: Callable[..., Page], portal_url: str):
    page = fill(portal_url + FREDRIKSTAD)
    rate(page, ELEVEN)
    assert page.evaluate(KEPT) == NOTHING
    page.reload()
    assert ratings_of(page) == [0] * 11
    assert page.evaluate(KEPT) == NOTHING

    rate(page, ELEVEN)
    page.locator("[data-claim='1'] [data-mark]").check(force=True)
    page.locator("[data-claim='2'] summary").last.click()
    page.locator("[data-claim='2'] [data-note]").fill("Morgenmøtet")
    page.locator("[data-keep]").check(force=True)
    page.reload()
    assert ratings_of(page) == ELEVEN
    expect(page.locator("[data-claim='1'] [data-mark]")).to_be_checked()
    expect(page.locator("[data-claim='2'] [data-note]")).to_have_value("Morgenmøtet")
    expect(page.locator("[data-keep]")).to_be_checked()

    page.locator("[data-delete]").click()
    page.locator("[data-ask-no]").click()
    assert ratings_of(page) == ELEVEN
    page.locator("[data-delete]").click()
    page.locator("[data-ask-yes]").click()
    expect(page.locator("[data-said-keep]")).to_have_text(SAYS["deleted"])
    assert ratings_of(page) == [0] * 11
    assert {**page.evaluate(KEPT), "cookies": str(page.context.cookies() or "")} == NOTHING
    page.reload()
    assert ratings_of(page) == [0] * 11
    expect(page.locator("[data-note]").nth(1)).to_have_value("")


def test_what_is_remembered_is_gone_after_thirty_days(fill: Callable[..., Page], portal_url: str):
    start = datetime(2026, 11, 25, 12, tzinfo=UTC)
    page = fill(portal_url + FREDRIKSTAD, at=start)
    rate(page, ELEVEN)
    page.locator("[data-keep]").check(force=True)
    page.context.clock.set_fixed_time(start + timedelta(days=29))
    page.reload()
    assert ratings_of(page) == ELEVEN
    page.context.clock.set_fixed_time(start + timedelta(days=29 + 31))
    page.reload()
    assert ratings_of(page) == [0] * 11
    assert page.evaluate(KEPT) == NOTHING


def test_going_back_shows_nobody_elses_answers(fill: Callable[..., Page], portal_url: str):
    page = fill(portal_url + FREDRIKSTAD)
    rate(page, ELEVEN)
    page.goto(portal_url)
    page.go_back()
    assert ratings_of(page) == [0] * 11
    # As it would be when the browser keeps the page as it was left.
    rate(page, ELEVEN)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    assert ratings_of(page) == [0] * 11


def test_sheets_remember_each_for_itself(fill: Callable[..., Page], sheets_url: str):
    page = fill(sheets_url + TWENTY)
    rate(page, [1] * 20)
    page.locator("[data-keep]").check(force=True)
    page.goto(sheets_url + TWENTY_AGAIN)
    assert ratings_of(page) == [0] * 20
    expect(page.locator("[data-keep]")).not_to_be_checked()


def test_file_is_saved_and_opened_again(fill: Callable[..., Page], portal_url: str, tmp_path: Path):
    page = fill(portal_url + FREDRIKSTAD)
    rate(page, ELEVEN)
    page.locator("[data-claim='3'] summary").last.click()
    page.locator("[data-claim='3'] [data-note]").fill("«Æøå» <b>")
    with page.expect_download() as download:
        page.locator("[data-save]").click()
    saved = tmp_path / "svar.json"
    download.value.save_as(saved)
    assert download.value.suggested_filename == "Hvor skal vi Hvor er vi.json"
    page.reload()
    page.locator("[data-open]").set_input_files(saved)
    expect(page.locator("[data-said-keep]")).to_have_text(SAYS["opened"].format(name="svar.json"))
    assert ratings_of(page) == ELEVEN
    expect(page.locator("[data-claim='3'] [data-note]")).to_have_value("«Æøå» <b>")

    # The file for the group holds the ratings and nothing else.
    with page.expect_download() as download:
        page.locator("[data-save-ratings]").click()
    download.value.save_as(saved)
    assert json.loads(saved.read_text(encoding="utf-8"))["answers"] == {"ratings": ELEVEN}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"sheet": 1, "name": "Et annet"}, SAYS["other_sheet_file"].format(name="f.json", sheet="Et annet")),
        ({"version": 7}, SAYS["other_version_file"].format(name="f.json", version=7, own=1)),
        ({"stifinner": "noe"}, SAYS["unreadable"].format(name="f.json")),
        ({"answers": {"ratings": [9] * 11}}, SAYS["unreadable"].format(name="f.json")),
        ("ikke json", SAYS["unreadable"].format(name="f.json")),
    ],
)
def test_a_file_that_is_not_of_this_sheet_changes_nothing(
    fill: Callable[..., Page], portal_url: str, tmp_path: Path, change: dict | str, fault: str
):
    page = fill(portal_url + FREDRIKSTAD)
    rate(page, ELEVEN)
    content = page.evaluate("stifinner.sheet.files.file('answers', {answers: stifinner.sheet.read()})")
    place = tmp_path / "f.json"
    place.write_text(change if isinstance(change, str) else json.dumps({**content, **change}), encoding="utf-8")
    page.locator("[data-open]").set_input_files(place)
    expect(page.locator("[data-said-keep]")).to_have_text(fault)
    assert ratings_of(page) == ELEVEN


def test_answers_kept_from_an_earlier_version_are_not_lost(fill: Callable[..., Page], portal_url: str):
    page = fill(portal_url + FREDRIKSTAD)
    rate(page, ELEVEN)
    page.locator("[data-keep]").check(force=True)
    page.evaluate(
        """() => { const [key] = Object.keys(localStorage); const kept = JSON.parse(localStorage[key]);
           localStorage[key] = JSON.stringify({...kept, version: 9}); }"""
    )
    page.reload()
    assert ratings_of(page) == [0] * 11
    expect(page.locator("[data-said-keep]")).to_contain_text(SAYS["other_version_kept"].format(version=9))
    with page.expect_download() as download:
        page.get_by_role("button", name=SAYS["save_old"]).click()
    saved = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    assert (saved["version"], saved["answers"]["ratings"]) == (9, ELEVEN)


# --- Filling in -----------------------------------------------------------------------------------------------------


def test_progress_code_and_plan_follow(fill: Callable[..., Page], portal_url: str):
    page = fill(portal_url + FREDRIKSTAD)
    expect(page.locator("[data-done]")).to_have_text(SAYS["done"].format(n=0, total=11))
    expect(page.locator("[data-code]")).to_be_hidden()
    rate(page, [1, 2, 3])
    page.locator("[data-claim='1'] [data-mark]").check(force=True)
    expect(page.locator("[data-done]")).to_have_text(SAYS["done"].format(n=3, total=11))
    assert page.locator("[data-plan] [data-number]").all_inner_texts() == ["1", "2", "3"]
    why = [f"{STEPS[0]} · {SAYS['to_work_on']}", STEPS[1], STEPS[2]]
    assert page.locator("[data-plan] [data-why]").all_inner_texts() == why
    assert re.fullmatch(r"\w{4} \w{4} \w{4}", code_of(page))
    rate(page, [*ELEVEN[:10], 1])
    expect(page.locator("[data-code-hint]")).to_have_text(SAYS["complete"])


def test_one_core_element_alone_is_counted_coded_and_planned(fill: Callable[..., Page], portal_url: str):
    page = fill(portal_url + FREDRIKSTAD)
    rate(page, [3] * 11)
    everything = code_of(page)
    page.locator("[name=core]").nth(2).check(force=True)
    assert page.locator("[data-claim]:visible").evaluate_all("all => all.map((el) => el.dataset.claim)") == list("5678")
    expect(page.locator("[data-done]")).to_have_text(SAYS["done"].format(n=4, total=4))
    assert page.locator("[data-plan] [data-number]").all_inner_texts() == list("5678")
    assert code_of(page) != everything
    decoded = page.evaluate("(code) => sheetCode.decode(code, stifinner.sheet.spec).ratings", code_of(page))
    assert decoded == [0] * 4 + [3] * 4 + [0] * 3
    page.locator("[name=core]").first.check(force=True)
    assert code_of(page) == everything


def test_open_questions_are_answered_remembered_and_printed(fill: Callable[..., Page], portal_url: str):
    page = fill(portal_url + QUESTIONS)
    page.get_by_role("textbox").first.fill("Fordi vi alltid har gjort det")
    expect(page.locator("[data-done]")).to_have_text(SAYS["answered"].format(n=1, total=2))
    page.locator("[data-keep]").check(force=True)
    page.reload()
    expect(page.get_by_role("textbox").first).to_have_value("Fordi vi alltid har gjort det")
    page.emulate_media(media="print")
    expect(page.locator("[data-question='1'] [data-said]")).to_be_visible()
    expect(page.get_by_role("textbox")).to_have_count(0)


def test_twenty_statements_take_few_keys(fill: Callable[..., Page], sheets_url: str):
    page = fill(sheets_url + TWENTY)
    page.locator("[data-claim='1'] input").first.focus()
    for _ in range(20):
        page.keyboard.press("2")
    assert ratings_of(page) == [2] * 20
    expect(page.locator("[data-keep]")).to_be_focused()


def test_a_key_chooses_the_number_that_it_names(fill: Callable[..., Page], sheets_url: str):
    page = fill(sheets_url + NUMBERED)
    page.locator("[data-claim='1'] input").first.focus()
    for key in ("5", "1", "7", "4", "2"):
        page.keyboard.press(key)
    chosen = page.locator("[data-claim] input:checked + span")
    assert chosen.all_inner_texts() == ["5 Stemmer helt", "1 Stemmer ikke", "4", "2"]


def test_twenty_statements_take_at_most_sixty_keys_without_numbers(fill: Callable[..., Page], sheets_url: str):
    page = fill(sheets_url + TWENTY)
    page.locator("[name=core]").first.focus()
    page.keyboard.press("Tab")
    pressed = 1
    for _ in range(20):
        for key in ("ArrowDown", "Enter"):
            page.keyboard.press(key)
            pressed += 1
    assert ratings_of(page) == [2] * 20
    assert pressed <= 60


def test_by_touch_on_a_phone(visit: Visit, portal_url: str):
    page = visit(portal_url + FREDRIKSTAD, width=360, height=740, has_touch=True, is_mobile=True)
    for number, value in enumerate(ELEVEN, start=1):
        if value:
            page.locator(f"[data-claim='{number}'] .rate").nth(value - 1).tap()
    page.locator("[data-claim='1'] .claim__mark").tap()
    assert ratings_of(page) == ELEVEN
    expect(page.locator("[data-claim='1'] [data-mark]")).to_be_checked()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    boxes = [face.bounding_box() for face in page.locator(".rate__face").all()]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 44


@pytest.mark.parametrize("address", [TWENTY, LONG])
def test_sheet_fits_at_400_percent(fill: Callable[..., Page], sheets_url: str, address: str):
    page = fill(sheets_url + address, width=320, height=256)
    rate(page, [1, 2])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_long_sheet_is_shared_by_file(fill: Callable[..., Page], sheets_url: str):
    page = fill(sheets_url + LONG)
    rate(page, [5])
    expect(page.locator("[data-code]")).to_be_hidden()
    expect(page.locator("[data-code-hint]")).to_have_text(SAY["code_long"])


def test_what_is_filled_in_is_printed_with_its_plan(fill: Callable[..., Page], portal_url: str, tmp_path: Path):
    page = fill(portal_url + FREDRIKSTAD)
    rate(page, ELEVEN)
    page.locator("[data-claim='2'] summary").last.click()
    page.locator("[data-claim='2'] [data-note]").fill("Et notat på mange ord. " * 20)
    printed = tmp_path / "utskrift.pdf"
    page.pdf(path=printed, format="A4")
    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(printed).pages).split())
    assert text.count("Et notat på mange ord.") == 40, "once at its statement, once in the plan"
    for word in (*STEPS, SAY["plan"], SAY["what"], SAY["know"]):
        assert word in text
    for word in (SAY["delete"], SAY["keep"], SAY["code_label"], SAY["codes_label"]):
        assert word not in text
