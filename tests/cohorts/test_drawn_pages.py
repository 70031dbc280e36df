"""Drawn programmes as pages: a role's cards have the times that its cohort's file says, and the next one is shown."""

from datetime import datetime
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from browser.conftest import Visit
from cohorts.conftest import DRAWN
from cohorts.drawn import HOLDER, ROLES
from cohorts.plain import browser_stop, moments_of, plain_of
from cohorts.reckoning import Path, Stop, stops_of

CARDS = """() => [...document.querySelectorAll("[data-upnext] [data-card]")].map((el) => ({
  title: el.querySelector("h2").textContent.replaceAll("\\u00ad", "").trim(), ...el.dataset,
  work: "work" in el.dataset, off: "off" in el.dataset, seen: el.checkVisibility(),
}))"""
"""What stands on each card for the browser's clock, and whether the card is seen."""

PAGES = [
    (name, role, cohort)
    for name, drawn in DRAWN.items()
    for role, cohort in [*((role, cohort) for cohort in drawn.cohorts for role in ROLES), (HOLDER, "")]
    if stops_of(plain_of(drawn), role, cohort or None)
]
MOMENTS = 2


@pytest.mark.parametrize(("name", "role", "cohort"), PAGES)
def test_cards_have_the_times_of_the_file_and_the_next_is_shown(
    visit: Visit, drawn_url: str, name: str, role: str, cohort: str
):
    stops = [stop for stop in stops_of(plain_of(DRAWN[name]), role, cohort or None) if not stop.get("work")]
    where = f"kull/{cohort}/roller/{role}/" if cohort else f"roller/{role}/"
    page = visit(f"{drawn_url}programmer/{name}/{where}", width=360, height=740)
    cards = page.evaluate(CARDS)
    assert sorted(map(str, map(times_of_card, cards))) == sorted(map(str, map(times_of_stop, stops)))
    path = Path([stop_of_card(card, stops) for card in cards])
    expected, seen = {}, {}
    for now in moments_of(stops, Random(len(name)), MOMENTS):  # noqa: S311 - nothing secret
        expected[now] = [path.next(now).index] if path.next(now).index >= 0 else []
        seen[now] = seen_at(page, now)
    assert seen == expected


def seen_at(page: Page, now: datetime) -> list[int]:
    """The cards that are seen at a moment in Oslo, by their place."""
    page.clock.set_fixed_time(now.replace(tzinfo=ZoneInfo("Europe/Oslo")))
    page.reload(wait_until="domcontentloaded")
    return [place for place, card in enumerate(page.evaluate(CARDS)) if card["seen"]]


def times_of_stop(stop: Stop) -> tuple[Any, ...]:
    """Title, form and times, and what follows from these: whether days are known, the first and last, all cancelled."""
    shown = browser_stop(stop)
    off = bool(shown["times"]) and all(one["off"] for one in shown["times"])
    times = [f"{'!' if one['off'] else ''}{one['begins']}/{one['ends']}" for one in shown["times"]]
    return stop["gathering"], shown["form"], shown["known"], shown["start"], shown["end"], off, times


def times_of_card(card: dict[str, Any]) -> tuple[Any, ...]:
    """The same of a card. Whole days that are neither several nor cancelled need no times of their own."""
    start, end, known = (card.get(name) for name in ("start", "end", "known"))
    days = [f"{start}/{end}"] if start and known != "month" else []
    times = card["times"].split() if "times" in card else days
    return card["title"], card.get("form", "once"), known, start, end, card["off"], times


def stop_of_card(card: dict[str, Any], stops: list[Stop]) -> Stop:
    return next(stop for stop in stops if times_of_stop(stop) == times_of_card(card))
