"""What one writes to those who are called: copied whole, read in a fold, begun as a mail, while it is of use."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from browser.conftest import Visit
from browser.made import THEME, Show
from core.builder import portal_of
from stifinner.language.phrases import load_phrases
from stifinner.outputs.html.letter import render_letter
from stifinner.outputs.html.pages import PageRenderer
from stifinner.views.invitations.shown import Invitation
from views.pieces import P, view_at
from views.two_cohorts import FILES

SITE = "https://example.org/"
SAY = load_phrases("nb")["words"]["invitation"]
SCRIPTS = "cohorts calendar copy"
BEFORE, BETWEEN, AFTER = "2026-09-01T12:00", "2026-11-11T00:00", "2027-11-03T00:00"
"""Before both cohorts' evenings, between them and after them."""
REFUSE = "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError')); }"
INSECURE = "() => Object.defineProperty(navigator, 'clipboard', { value: undefined })"
"""As on a page that came by an open connection."""
CHOICE = '<nav><a data-choose-cohort="{0}" href="?kull={0}">{0}</a></nav>'

Open = Callable[..., Page]


@pytest.fixture
def open_evening(show: Show, tmp_path: Path) -> Open:
    """Open the section on the page of an evening that two cohorts have: ``open_evening(at, query, site_url=…)``."""

    def open_section(at: str = BEFORE, query: str = "", site_url: str = SITE, beside: str = "", **more) -> Page:
        page = f"{P}samlinger/kveld/"
        renderer = PageRenderer([THEME / "fragments"], load_phrases("nb"), site_url)
        written = html.fromstring(renderer.render_page(view_at(portal_of(tmp_path, FILES), page), page))
        [section] = written.xpath("//section[contains(@class, 'invite-section')]")
        return show(beside + html.tostring(section, encoding="unicode"), SCRIPTS, at=at, query=query, **more)

    return open_section


@pytest.fixture
def invitations(tmp_path: Path) -> tuple[Invitation, ...]:
    return view_at(portal_of(tmp_path, FILES), f"{P}samlinger/kveld/").invitations


def letters_of(invitation: Invitation) -> dict[str, str]:
    """The texts of a cohort, by their button."""
    return {SAY["copy_it"][one.sort]: render_letter(one, SITE) for one in invitation.messages}


def button(page: Page, name: str, cohort: str = "Kull 1"):
    return page.get_by_role("group", name=cohort).get_by_role("button", name=name)


def test_each_button_copies_its_text_and_says_so(open_evening: Open, invitations: tuple[Invitation, ...]):
    page = open_evening()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for invitation in invitations:
        group = page.get_by_role("group", name=invitation.name)
        for message in invitation.messages:
            group.get_by_role("button", name=SAY["copy_it"][message.sort]).click()
            expect(group.get_by_role("status")).to_have_text(SAY["copied"][message.sort])
            copied = page.evaluate("navigator.clipboard.readText()")
            assert copied == render_letter(message, SITE)
    assert page.locator("details[open]").count() == 0


@pytest.mark.parametrize("refused", [REFUSE, INSECURE], ids=["refused", "open connection"])
def test_where_nothing_can_be_copied_the_text_is_unfolded_and_marked(
    open_evening: Open, invitations: tuple[Invitation, ...], refused: str
):
    page = open_evening(height=200)
    page.evaluate(refused)
    name = SAY["copy_it"]["reminder"]
    button(page, name, "Kull 2").click()
    expect(page.get_by_role("group", name="Kull 2").get_by_role("status")).to_have_text(SAY["selected"]["reminder"])
    assert page.evaluate("getSelection().toString()") == letters_of(invitations[1])[name]
    assert page.locator("details").evaluate_all("all => all.map((one) => one.open)") == [False, True]
    expect(page.locator("#invitation_2_reminder")).to_be_in_viewport()


def test_all_of_it_works_by_keyboard(open_evening: Open, invitations: tuple[Invitation, ...]):
    page = open_evening(query="?kull=kull-1")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    focused = "document.activeElement.textContent.trim()"
    reached = []
    for key in ("Enter", "Space", "Enter"):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(focused))
        page.keyboard.press(key)
        if len(reached) < 3:
            said = SAY["copied"]["call" if len(reached) == 1 else "reminder"]
            page.get_by_text(said).wait_for()
            assert page.evaluate(focused) == reached[-1]
            assert page.evaluate("navigator.clipboard.readText()") == letters_of(invitations[0])[reached[-1]]
    assert page.locator("details").evaluate_all("all => all.map((one) => one.open)") == [True, False]
    for _ in range(2):
        page.keyboard.press("Tab")
        reached.append(page.evaluate(focused))
    assert reached == [
        *(SAY["copy_it"][sort] for sort in ("call", "reminder")),
        SAY["read_or_mail"],
        *(SAY["mail"][sort] for sort in ("call", "reminder")),
    ]


def test_a_mail_begins_with_the_text_that_is_copied(open_evening: Open, invitations: tuple[Invitation, ...]):
    page = open_evening()
    begun = [
        parse_qs(urlsplit(href).query.replace("+", "%2B"), strict_parsing=True)
        for href in page.locator("a[href^='mailto:?']").evaluate_all("all => all.map((one) => one.href)")
    ]
    messages = [message for invitation in invitations for message in invitation.messages]
    assert begun == [
        {"subject": [one.subject], "body": [render_letter(one, SITE).replace("\n", "\r\n")]} for one in messages
    ]


@pytest.mark.parametrize(
    ("at", "query", "seen"),
    [
        (BEFORE, "", ["Kull 1", "Kull 2"]),
        (BEFORE, "?kull=kull-2", ["Kull 2"]),
        ("2026-11-10T23:59", "", ["Kull 1", "Kull 2"]),
        (BETWEEN, "", ["Kull 2"]),
        (BETWEEN, "?kull=kull-2", ["Kull 2"]),
        (BETWEEN, "?kull=kull-1", None),
        (AFTER, "", None),
    ],
)
def test_only_what_is_of_use_to_the_reader_is_offered(open_evening: Open, at: str, query: str, seen: list[str] | None):
    page = open_evening(at, query, beside=CHOICE.format("kull-1"))
    shown = [one for one in page.locator("h3").all() if one.is_visible()]
    there = page.locator(".invite-section").count()
    assert ([one.text_content() for one in shown] if there else None) == seen


def test_a_cohort_without_it_is_not_offered_an_empty_section(open_evening: Open):
    page = open_evening(query="?kull=kull-3", beside=CHOICE.format("kull-3"))
    expect(page.locator(".invite-section")).to_have_count(0)


def test_without_scripts_the_texts_are_folded_and_there_is_no_dead_button(visit: Visit, small_url: str):
    page = visit(f"{small_url}programmer/kurset/samlinger/apning/", width=360, java_script_enabled=False)
    section = page.locator(".invite-section")
    expect(section.get_by_role("button")).to_have_count(0)
    expect(section.locator("pre").first).not_to_be_visible()
    section.locator("summary").click()
    texts = section.locator("pre").all_text_contents()
    address = "https://liten.example/programmer/kurset/samlinger/apning/"
    assert texts == [
        "Hei!\n\nVelkommen til «Åpning» i Kurset.\n\nFredag 1. mars 2030\n\n"
        f"I kalenderen: {address}2030-03-01.ics\nAlt om samlingen: {address}",
        f"Hei!\n\nHusk «Åpning» i Kurset.\n\nFredag 1. mars 2030\n\nAlt om samlingen: {address}",
    ]
    expect(section.locator("pre").first).to_be_visible()


def test_it_is_not_printed(visit: Visit, small_url: str):
    page = visit(f"{small_url}programmer/kurset/samlinger/apning/")
    expect(page.locator(".invite-section")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".invite-section")).not_to_be_visible()
