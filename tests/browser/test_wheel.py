"""The year wheel in the browser: which year is open, the hand of today, what is past and next, and without scripts."""

import re
from datetime import date, timedelta
from math import cos, radians, sin

import pytest

from browser.made import Show, at_each, render
from stifinner.views.wheel.placing import angle_of, room_of, turn_of
from stifinner.views.wheel.shown import Mark, Ring, WheelYear

MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
TIMES = {
    2026: ["once 2026-09-01/2026-09-01", "once 2027-05-02/2027-05-02"],
    2027: ["once 2027-10-01/2027-10-01", "work 2028-02-01/2028-02-01"],
}
"""First day of a year → its lines."""
BODY = """
{% from "blocks/wheel.html" import choices with context %}
{{ choices(years) }}
<div data-wheels data-word-past="Gjennomført" data-word-next="Neste"{% if unsure %} data-no-next{% endif %}>
{% for year in years %}
<section data-wheel-year data-from="{{ year.first }}" data-to="{{ year.last }}">
{{ draw_wheel(year, icons='i.svg') }}<p data-hand-key hidden>I dag</p>
<ol>{% for time in times[loop.index0] %}
<li data-line="{{ loop.index }}"{{ clock(time) }}><b data-state></b></li>{% endfor %}</ol>
</section>
{% endfor %}
</div>"""
SEEN = """() => [...document.querySelectorAll("[data-wheel-year]")].map((year) => ({
  open: !year.hidden,
  hand: year.querySelector("[data-hand]").getAttribute("visibility") ? null
    : year.querySelector("[data-hand]").getAttribute("transform"),
  key: !year.querySelector("[data-hand-key]").hidden,
  lines: [...year.querySelectorAll("li")].map((li) => li.textContent.trim()),
  marks: [...year.querySelectorAll("[data-mark-of]")].map((mark) => mark.classList[1] ?? ""),
}))"""


def year(first: int) -> WheelYear:
    return WheelYear(
        title=f"{first}–{first + 1}",
        first=f"{first}-08-01",
        last=f"{first + 1}-07-31",
        months=MONTHS,
        rings=(Ring("", room_of(0, 1)),),
        rings_said="",
        counts=False,
        arcs=(),
        beads=(),
        marks=(Mark(0, 30.0, (1,), "1", "gathering"), Mark(0, 90.0, (2,), "2", "gathering")),
        lines=(),
    )


def body(*, unsure: bool = False) -> str:
    return render(BODY, years=[year(first) for first in TIMES], times=[*TIMES.values()], unsure=unsure)


def test_each_moment_has_its_year_its_hand_and_its_next(show: Show):
    page = show(body(), "next times when wheel", at="2026-07-31T12:00")
    told = {}
    moments = ["2026-07-31T12:00", "2026-09-15T12:00", "2027-08-01T12:00", "2028-08-01T12:00"]
    for moment in at_each(page, moments):
        told[moment] = page.evaluate(SEEN)

    def seen(is_open: bool, lines: list[str], marks: list[str], *, hand: float | None = None) -> dict[str, object]:
        turned = f"rotate({hand:.1f} 400 400)" if hand is not None else None
        return {"open": is_open, "hand": turned, "key": hand is not None, "lines": lines, "marks": marks}

    past = seen(False, ["Gjennomført", "Gjennomført"], ["is-past", "is-past"])
    assert told == {
        moments[0]: [
            seen(True, ["Neste", ""], ["is-next", "is-coming"]),
            seen(False, ["", ""], ["is-coming", "is-coming"]),
        ],
        moments[1]: [
            seen(True, ["Gjennomført", "Neste"], ["is-past", "is-next"], hand=254.5),
            seen(False, ["", ""], ["is-coming", "is-coming"]),
        ],
        moments[2]: [past, seen(True, ["Neste", ""], ["is-next", "is-coming"], hand=210.5)],
        moments[3]: [past, {**past, "open": True}],
    }


def test_where_nobody_knows_whose_it_is_nothing_is_next(show: Show):
    page = show(body(unsure=True), "next times when wheel", at="2026-09-15T12:00")
    assert [one["lines"] for one in page.evaluate(SEEN)] == [["Gjennomført", ""], ["", ""]]


def test_the_hand_is_where_the_reckoning_of_marks_puts_the_day(show: Show):
    days = [date(2027, 8, 1) + timedelta(days=13 * number) for number in range(28)]
    page = show(body(), "next times when wheel", at="2027-08-01T12:00")
    for day, _ in zip(days, at_each(page, [f"{day}T12:00" for day in days]), strict=True):
        hand = page.evaluate(SEEN)[1]["hand"]
        turned = float(re.findall(r"[\d.]+", hand)[0])
        assert (cos(radians(turned)), sin(radians(turned))) == pytest.approx(
            (cos(radians(angle_of(turn_of(day)))), sin(radians(angle_of(turn_of(day))))), abs=2e-3
        )


def test_another_year_can_be_chosen(show: Show):
    page = show(body(), "next times when wheel", at="2026-09-01T12:00")
    page.get_by_role("radio", name="2027–2028").check()
    assert [one["open"] for one in page.evaluate(SEEN)] == [False, True]


def test_without_scripts_all_years_are_shown_and_nothing_is_claimed(show: Show):
    page = show(body(), "", at="2026-09-15T12:00")
    assert page.evaluate(SEEN) == [
        {"open": True, "hand": None, "key": False, "lines": ["", ""], "marks": ["", ""]} for _ in TIMES
    ]
    assert not page.locator("[data-year-pick]").is_visible()
