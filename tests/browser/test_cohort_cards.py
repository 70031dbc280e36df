"""Cards of cohorts: whose days are all past is put below the others, where an editor would have put it."""

from browser.made import Show, at_each

BODY = """<div data-cohort-cards>
<article data-cohort-card="dated" data-last="2026-12-08">dated</article>
<article data-cohort-card="open" data-last="2026-11-10" data-open>open</article>
<article data-cohort-card="undated">undated</article>
</div>
<details data-cohorts-earlier {hidden}><summary>earlier</summary><div data-cohort-cards>{archived}</div></details>"""
ARCHIVED = '<article data-cohort-card="archived" data-archived>archived</article>'


def test_a_cohort_whose_days_are_past_stands_below_the_others(show: Show):
    page = show(BODY.format(hidden="hidden", archived=""), "cohorts", at="2026-08-01T12:00")
    below = page.locator("[data-cohorts-earlier]")
    expected = {
        "2026-12-08T23:00": (["dated", "open", "undated"], [], False),
        "2026-12-09T12:00": (["open", "undated"], ["dated"], True),
        "2040-01-01T12:00": (["open", "undated"], ["dated"], True),
    }
    names = "(list) => [...list.querySelectorAll('[data-cohort-card]')].map((card) => card.dataset.cohortCard)"
    first = page.locator("[data-cohort-cards]").first
    assert {
        moment: (first.evaluate(names), below.evaluate(names), below.is_visible()) for moment in at_each(page, expected)
    } == expected


def test_those_that_an_editor_has_put_there_stay_first(show: Show):
    page = show(BODY.format(hidden="", archived=ARCHIVED), "cohorts", at="2027-08-01T12:00")
    names = "(list) => [...list.querySelectorAll('[data-cohort-card]')].map((card) => card.dataset.cohortCard)"
    assert page.locator("[data-cohorts-earlier]").evaluate(names) == ["archived", "dated"]
