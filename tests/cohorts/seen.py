"""What a reader sees of what is next, as a cell of the table in ``answers.yml``."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from browser.days import CLOCK, how_far
from cohorts.drawn import month_of
from cohorts.reckoning import Cell, Stop, is_cancelled, moment, times_of

CARD = "[data-upnext] [data-card]:not([hidden])"
DONE = "[data-done]:not([hidden])"
TOLD = "[data-told-off]:not([hidden])"
OF_COHORT = "[data-next-of]"

READ = """(selector) => [...document.querySelectorAll(selector)].filter((el) => el.checkVisibility()).map((el) => {
  const text = (part) => part?.innerText.replaceAll("\\u00ad", "").replace(/\\s+/g, " ").trim() ?? "";
  const [title, label] = [text(el.querySelector("h2")), text(el.querySelector("[data-label]"))];
  for (const struck of el.querySelectorAll("del")) struck.remove();
  return { title, label, text: text(el) };
})"""
"""Heading, label and all that can be read in the visible elements of a selector, but for what is struck."""

NEWS = re.compile(r"(?:flyttet fra|meldt)\s+(?:\w+dag\s+)?\d{1,2}\.\s+\w+\.?(?:\s+\d{4})?", re.IGNORECASE)
"""When something was told, and where it stood before: no days on which anything takes place."""
HOW_FAR = ("today", "tomorrow", "in_days", "in_months", "in_years")
NOW = re.compile(r"\b(?:pågår|nå)\b", re.IGNORECASE)
FAR = re.compile("|".join(re.escape(CLOCK[key]).replace(r"\{n\}", r"\d+") for key in HOW_FAR))
WORD_OF_TIME = re.compile(
    rf"\b(?:neste|nå|{FAR.pattern}|{'|'.join(CLOCK[key] for key in ('running', 'done'))})\b", re.IGNORECASE
)
"""Words of the portal that are true at some time only."""


def oslo(at: str) -> datetime:
    """A moment of the table."""
    return datetime.fromisoformat(at).replace(tzinfo=ZoneInfo("Europe/Oslo"))


def seen_known(page: Page, stops: list[Stop], today: date, *, outside: bool) -> Cell:
    """What the page of a role in a cohort says is next, or that of a role ``outside`` of cohorts."""
    cards, done = page.evaluate(READ, CARD), page.evaluate(READ, DONE)
    if len(cards) + len(done) != 1:
        return {"cards": [card["text"] for card in cards + done]}
    cell = {"over": True} if done else _cell(cards[0], stops, today)
    if cards and outside:
        cell["cohorts"] = sorted(set(re.findall(r"kull \d", cards[0]["text"].lower())))
    told = dict(_told(one["text"], stops) for one in page.evaluate(READ, TOLD))
    return cell | ({"told": told} if told else {})


def seen_unknown(page: Page, stops: dict[str, list[Stop]], today: date) -> dict[str, Cell]:
    """What the page of a role says is next where the reader's cohort is not known: by cohort, or for all."""
    lines = [line["text"] for line in page.evaluate(READ, OF_COHORT) if re.match(r"Kull \d: ", line["text"])]
    cards = page.evaluate(READ, CARD)
    by_name = {line.partition(": ")[0].lower(): line.partition(": ")[2] for line in lines}
    if bool(lines) == bool(cards) or len(cards) > 1 or len(by_name) < len(lines):
        return {"cards": [*lines, *(card["text"] for card in cards)]}
    if cards:
        return {"all": _cell(cards[0], next(iter(stops.values())), today)}
    return {name: _cell_of_line(text, stops[name], today) for name, text in by_name.items()}


def _cell_of_line(text: str, stops: list[Stop], today: date) -> Cell:
    """A line has all in one: «Fagkveld, 27. april eller 4. mai (om 7 dager)»."""
    title = next((stop["gathering"] for stop in stops if stop["gathering"] in text), "")
    return _cell({"title": title, "label": text, "text": text}, stops, today)


def _cell(card: dict[str, str], stops: list[Stop], today: date) -> Cell:
    text = NEWS.sub("", card["text"])
    part = re.search(r"\bdel (\d)\b", text, re.IGNORECASE)
    own = {"next": card["title"]} | ({"part": int(part[1])} if part else {})
    mine = [stop for stop in stops if own.items() <= {"next": stop["gathering"], "part": stop.get("part")}.items()]
    return own | _when(card["label"], text, mine, today)


def _when(label: str, text: str, stops: list[Stop], today: date) -> Cell:
    """When it is, as the words say; what is not true of exactly one time is given as it was read."""
    spans = [stop["span"]["words"] for stop in stops if "span" in stop]
    if spans and spans[0] in text.lower() and not NOW.search(label):
        return {"span": spans[0]}
    named = [day for day in _days(stops) if is_named(day, text)]
    if NOW.search(label):
        return {"now": today} if today in named else {"now": text}
    far = FAR.findall(label)
    meant = [day for day in named if [how_far(str(day), str(day), today)] == far]
    if len(meant) != 1:
        return {"read": text, "named": named}
    if re.search(r"\bvelg\b", label, re.IGNORECASE):
        return {"choose": [day for day in named if day >= today]}
    return {"day": meant[0]} | ({"last": True} if "siste mulighet" in text.lower() else {})


def _days(stops: Iterable[Stop]) -> list[date]:
    """The days on which something begins that is not cancelled."""
    return [moment(one["begin"]).date() for stop in stops for one in times_of(stop) if not is_cancelled(one)]


def text_of(page: Page) -> str:
    """All that can be read on a page, also what is folded."""
    page.evaluate("() => document.querySelectorAll('main details').forEach((el) => (el.open = true))")
    return " ".join(page.locator("main").inner_text().replace("\u00ad", "").split())


def is_named(day: date, text: str) -> bool:
    """Whether a text says this day, the month in letters, whole or shortened."""
    month = month_of(day)
    shown = rf"\b{day.day}\.\s(?:{month}|{month[:3]}\.?|{month[:4]}\.)(?!\w)(?:\s(\d{{4}}))?"
    return any(not found[1] or int(found[1]) == day.year for found in re.finditer(shown, text, re.IGNORECASE))


def _told(text: str, stops: list[Stop]) -> tuple[str, str]:
    """What was to be today, and why it is not: «Avlyst i dag: Fagkveld. Storm, meldt 9. november.»."""
    gone = {stop["gathering"]: one["cancelled"] for stop in stops for one in times_of(stop) if is_cancelled(one)}
    name = next((name for name in gone if name in text and "avlyst" in text.lower()), text)
    return name, gone[name] if name in gone and gone[name] in text.lower() else text
