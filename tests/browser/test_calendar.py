"""What a page offers for calendars: an address to copy, and only days that are yet to come."""

from browser.conftest import Visit
from browser.made import Show

COPY = """<p><code id="calendar_address">https://portal.example/kalender.ics</code>
<button type="button" data-copy="calendar_address" data-copied="kopiert" data-selected="merket" hidden>Kopier</button>
<span role="status"></span></p>"""
DAYS = """<section><ul>
<li data-until="2026-11-03">a</li><li data-until="2026-11-05">b</li>
</ul></section><section id="other"></section>"""


def test_the_address_is_copied_by_keyboard_and_that_is_said(show: Show):
    page = show(COPY, "copy", at="2026-11-01T12:00")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopier").press("Enter")
    page.get_by_text("kopiert").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "https://portal.example/kalender.ics"


def test_where_a_browser_does_not_let_pages_copy_the_address_is_marked(show: Show):
    page = show(COPY, "copy", at="2026-11-01T12:00")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.get_by_role("button", name="Kopier").click()
    page.get_by_text("merket").wait_for()
    assert page.evaluate("getSelection().toString()") == "https://portal.example/kalender.ics"


def test_days_that_are_over_are_not_offered(show: Show):
    told = {}
    for moment in ("2026-11-03T23:00", "2026-11-04T00:30", "2026-11-06T12:00"):
        page = show(DAYS, "calendar", at=moment)
        told[moment] = (page.locator("li").all_text_contents(), page.locator("section").count())
    assert told == {
        "2026-11-03T23:00": (["a", "b"], 2),
        "2026-11-04T00:30": (["b"], 2),
        "2026-11-06T12:00": ([], 1),
    }


def test_without_scripts_all_days_stand(visit: Visit, small_url: str):
    page = visit(f"{small_url}programmer/kurset/samlinger/apning/", java_script_enabled=False)
    assert page.locator(".cal__days li").all_inner_texts() == ["Fredag 1. mars 2030"]
