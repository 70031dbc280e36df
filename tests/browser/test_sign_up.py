"""A sign-up that closes itself after its last day in Oslo, and goes when what one signs up for is over."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page

from browser.days import CLOCK, WORDS
from browser.made import Show, at_each, render
from stifinner.views.parts.date_shown import DateShown
from stifinner.views.parts.sign_ups import SignUpRow
from stifinner.views.parts.stop_shown import SignUp, Words

ZONES = ("Europe/Oslo", "America/Los_Angeles")
SECTION = """{% import "blocks/signup.html" as signups with context %}
{{ signups.button(rows) }}{{ signups.section(rows) }}"""
DAY = DateShown("fredag 23. april 2027", "day", "2027-04-23", "2027-04-23")
SIGN_UP = SignUp(
    "https://eksempel.invalid/a", deadline=DAY, closes="2027-04-23", until="2027-04-27T19:00", contact=(Words("Ola"),)
)


def html_of(sign_up: SignUp) -> str:
    return render(SECTION, rows=[SignUpRow("Fagkveld", "", sign_up)])


def seen(page: Page) -> tuple[str, bool, bool, bool]:
    """What follows the day, and whether the button, the contact and the link to the section are seen."""
    said = page.locator("[data-left]").text_content() or ""
    shown = [page.locator(part).is_visible() for part in (".signup__do a", ".signup__fact", "[data-to-signups]")]
    return (said, *shown)


@pytest.mark.parametrize("zone", ZONES)
def test_it_closes_after_its_last_day_and_goes_when_all_is_over(show: Show, zone: str):
    page = show(html_of(SIGN_UP), "next times signup", at="2027-04-20T12:00", zone=zone)
    closed = WORDS["sign_up"]["closed"]
    in_days = CLOCK["in_days"].format(n=3)
    expected = {
        "2027-04-20T12:00": (in_days[:1].upper() + in_days[1:], True, True, True),
        "2027-04-23T00:01": (CLOCK["today"][:1].upper() + CLOCK["today"][1:], True, True, True),
        "2027-04-23T23:59": (CLOCK["today"][:1].upper() + CLOCK["today"][1:], True, True, True),
        "2027-04-24T00:00": (closed, False, True, False),
        "2027-04-27T18:59": (closed, False, True, False),
        "2027-04-27T19:00": (closed, False, False, False),
    }
    assert {moment: seen(page) for moment in at_each(page, expected)} == expected
    assert page.locator("section").is_hidden()


@pytest.mark.parametrize(
    "deadline",
    [
        DateShown("april 2027", "month", "2027-04-01", "2027-04-30"),
        DateShown("1. juni (årstall ikke oppgitt)", "open", large="1.", rest="juni"),
    ],
)
def test_it_is_never_closed_by_guess(show: Show, deadline: DateShown):
    sign_up = SignUp("https://eksempel.invalid/a", deadline=deadline)
    page = show(html_of(sign_up), "next times signup", at="2030-01-01T12:00")
    assert page.locator("[data-left]").text_content() == ""
    assert page.locator(".signup__do a").is_visible()


def test_the_way_into_a_meeting_goes_when_it_is_over(show: Show):
    page = show(
        '<p data-meeting data-over="2027-04-27T19:00">Inn</p><p data-meeting>Inn</p>',
        "next times signup",
        at="2027-04-27T18:59",
    )
    expected = {"2027-04-27T18:59": [True, True], "2027-04-27T19:00": [False, True]}
    meetings = page.locator("[data-meeting]")
    assert {at: [one.is_visible() for one in meetings.all()] for at in at_each(page, expected)} == expected


def test_without_scripts_the_day_stands_as_text(show: Show):
    page = show(html_of(SIGN_UP), "", at="2030-01-01T12:00")
    assert seen(page) == ("", True, True, True)


@pytest.mark.parametrize(("clock", "said"), [("", ""), ("kl. 12.00", " kl. 12.00")])
def test_the_deadline_is_told_with_its_clock(show: Show, clock: str, said: str):
    sign_up = replace(SIGN_UP, deadline=replace(DAY, time=clock))
    page = show(html_of(sign_up), "", at="2027-04-20T12:00")
    assert " ".join(page.locator(".signup__by").inner_text().split()) == f"Frist fredag 23. april 2027{said}"


def test_it_is_reached_by_keyboard(show: Show):
    page = show(html_of(SIGN_UP), "next times signup", at="2027-04-20T12:00")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.href") == "https://eksempel.invalid/a"
