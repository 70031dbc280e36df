"""Past, next and coming are the reader's browser's to say, by the day it is in Oslo, and nothing false is said."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.addresses import BROEN, COHORT, HANDLEKRAFTIGE, TRYGGE, all_addresses
from browser.conftest import Visit
from browser.days import AUTUMN_2022, CLOCK, DAYS, LATE_2026, NO_YEAR, SPRING_2027, WORDS, how_far
from browser.pages import file_of, some_of

LINE, STATE, NEXT = WORDS["timeline"], WORDS["state"], WORDS["upnext"]
OPEN = WORDS["missing"]["date"]
LEADER = f"{TRYGGE}roller/leder/"
DAYS_LEFT = CLOCK["in_days"]
MONTHS, YEARS = CLOCK["in_months"], CLOCK["in_years"]


def on(year: int, month: int, day: int) -> datetime:
    """In the middle of a day in Oslo."""
    return datetime(year, month, day, 11, tzinfo=UTC)


def texts(page: Page, selector: str) -> list[str]:
    """What is read in the visible elements that a selector finds, white space made one."""
    found = page.locator(selector).locator("visible=true").all_inner_texts()
    return [" ".join(text.replace("\u00ad", "").split()) for text in found]


def cards(page: Page) -> list[tuple[str, str, str]]:
    """The next gatherings on the front page: name, day, how far it is."""
    found = page.locator("[data-card]:visible")
    parts = ("h3", ".date__day, .date__rest", "[data-when]")
    return [tuple(" ".join(texts(card, part)) for part in parts) for card in found.all()]


# --- The front page -------------------------------------------------------------------------------------------------

KICK_OFF, TWO_DAYS = ("Kick-off", "21. januar 2027"), ("Lær å se overgangene", "10.–11. februar 2027")
FRONT = {
    "2022": [
        ("Lederen som kulturbygger", "1. november 2022", DAYS_LEFT.format(n=12)),
        (*KICK_OFF, YEARS.format(n=4)),
        (*TWO_DAYS, YEARS.format(n=4)),
    ],
    "2026": [
        (*KICK_OFF, MONTHS.format(n=2)),
        (*TWO_DAYS, MONTHS.format(n=3)),
        ("Farvel med omtanke", "17. mars 2027", MONTHS.format(n=4)),
    ],
    "2027": [
        ("Led en god velkomst", "27. april 2027", DAYS_LEFT.format(n=7)),
        ("Velkommen inn", "26. mai 2027", DAYS_LEFT.format(n=36)),
        ("Klar til å ta imot", "12. august 2027", MONTHS.format(n=4)),
    ],
    "2028": [
        ("JegBygge og ViBygge", OPEN, ""),
        ("Samling 1", f"12.–13. november {NO_YEAR}", ""),
        ("Brobyggerkaffe", OPEN, ""),
    ],
}
RUNNING, PLANNED, COMPLETED = STATE["running"], STATE["planned"], STATE["completed"]
STATES = {
    "2022": {TRYGGE: RUNNING, HANDLEKRAFTIGE: None, BROEN: PLANNED},
    "2026": {TRYGGE: None, HANDLEKRAFTIGE: None, BROEN: PLANNED},
    "2027": {TRYGGE: None, HANDLEKRAFTIGE: None, BROEN: RUNNING},
    "2028": {TRYGGE: None, HANDLEKRAFTIGE: None, BROEN: RUNNING},
}


@pytest.mark.parametrize("day", DAYS)
def test_front_page_shows_what_lies_ahead_and_how_each_programme_stands(visit: Visit, portal_url: str, day: str):
    page = visit(portal_url, at=DAYS[day])
    assert cards(page) == FRONT[day]
    assert texts(page, "#next_") == [WORDS["front"]["next"]]
    assert texts(page, "[data-next-empty]") == []
    shown = {card.locator("h3 a").get_attribute("href"): texts(card, ".state") for card in page.locator(".prog").all()}
    assert {address: state[0] for address, state in shown.items() if state} == said(STATES[day])
    for address, word in STATES[day].items():
        page.goto(portal_url + address)
        assert texts(page, ".hero .state") == ([word] if word else [])


def said(states: dict[str, str | None]) -> dict[str, str]:
    """Only the programmes of which something is said: all others have no year, or nothing known ahead."""
    return {address: word for address, word in states.items() if word}


def test_front_page_with_nothing_ahead_has_an_open_seat(visit: Visit, small_url: str):
    page = visit(small_url, at=on(2030, 6, 4))
    front = WORDS["front"]
    assert cards(page) == []
    assert texts(page, "[data-next-empty] p") == [front["empty_title"], front["empty_text"], front["empty_link"]]
    page.get_by_role("link", name=front["empty_link"]).click()
    assert page.url == f"{small_url}#{WORDS['anchors']['programmes']}"
    states = dict(zip(texts(page, ".prog h3"), texts(page, ".prog .state"), strict=True))
    assert states == {"Kurset": COMPLETED, "Over": COMPLETED, "Uten": PLANNED}


# --- The day is Oslo's, wherever the reader is ----------------------------------------------------------------------


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati"])
def test_the_day_is_the_day_in_oslo(visit: Visit, portal_url: str, zone: str):
    page = visit(portal_url, zone=zone, at=AUTUMN_2022)
    midnight = datetime(2022, 10, 31, 23, tzinfo=UTC)
    minute, today = timedelta(minutes=1), timedelta(days=1)
    says = []
    for moment in (midnight - minute, midnight + minute, midnight + today - minute, midnight + today + minute):
        page.clock.set_fixed_time(moment)
        page.reload()
        says.append(cards(page)[0][::2])
    name = "Lederen som kulturbygger"
    assert says[:3] == [(name, CLOCK["tomorrow"]), (name, CLOCK["today"]), (name, CLOCK["today"])]
    assert says[3][0] == "Kick-off"


# --- The timeline ---------------------------------------------------------------------------------------------------

PAST = LINE["past"]
LANES = [
    "kick-off",
    "kick-off-for-alle-ansatte",
    "lederen-som-kulturbygger",
    "personalsamling-1",
    "lederen-som-kulturbygger_mellomarbeid",
    "lederen-som-relasjonsbygger",
    "personalsamling-2",
    "lederen-som-menneske",
    "personalsamling-3",
    "lederen-som-praksisutvikler",
]
FLAG = "today"


def timeline(page: Page) -> list[tuple[str, str]]:
    """Each item with what is said of its time, in the order of the list; the flag of today in its place."""
    script = """(items) => items.filter((el) => el.checkVisibility()).map((el) => [
        el.id.replace("samlinger_", "") || "today", el.querySelector("[data-state]")?.innerText ?? ""])"""
    return [tuple(item) for item in page.locator("[data-item], [data-today-mark]").evaluate_all(script)]


def upper(text: str) -> str:
    """As the first word of a line."""
    return text[0].upper() + text[1:]


@pytest.mark.parametrize("width", [1440, 360])
def test_timeline_says_past_next_and_coming_and_raises_the_flag_of_today(visit: Visit, portal_url: str, width: int):
    page = visit(portal_url + TRYGGE, at=AUTUMN_2022, width=width)
    said = {
        "kick-off": PAST,
        "kick-off-for-alle-ansatte": PAST,
        "lederen-som-kulturbygger": LINE["next"].format(when=DAYS_LEFT.format(n=12)),
        "lederen-som-kulturbygger_mellomarbeid": upper(MONTHS.format(n=4)),
    }
    expected = [(item, said.get(item, "")) for item in LANES]
    expected.insert(2, (FLAG, ""))
    assert timeline(page) == expected
    assert texts(page, "[data-today-mark]") == [LINE["today"]]


def test_timeline_long_after_the_last_known_day_claims_nothing_of_what_has_no_date(visit: Visit, portal_url: str):
    page = visit(portal_url + TRYGGE, at=LATE_2026)
    dated = {*LANES[:3], "lederen-som-kulturbygger_mellomarbeid"}
    assert timeline(page) == [(item, PAST if item in dated else "") for item in LANES]


def test_timeline_of_several_rows_has_one_next_and_one_flag(visit: Visit, portal_url: str):
    page = visit(portal_url + COHORT, at=SPRING_2027)
    said = timeline(page)
    place = said.index((FLAG, ""))
    # What is to be done for the next gathering is due on its day, and stands before it.
    assert said[place + 1 : place + 3] == [
        ("laer-a-se-overgangene_mellomarbeid", upper(DAYS_LEFT.format(n=7))),
        ("led-en-god-velkomst", LINE["next"].format(when=DAYS_LEFT.format(n=7))),
    ]
    assert {word for _, word in said[:place]} == {PAST}
    assert [item for item, word in said[place:] if not word] == [FLAG, "veiledning-2"], (
        "what is cancelled is not to come"
    )
    assert {word.split()[0] for _, word in said[place + 3 :] if word} == {upper(MONTHS.split()[0])}


def test_days_in_a_row_and_a_month_are_told_as_what_they_are(visit: Visit, small_url: str):
    page = visit(f"{small_url}programmer/kurset/", at=on(2030, 3, 5))
    opening, days, evening, end = "apning", "dagene", "kvelden", "slutt"
    coming = upper(MONTHS.format(n=3))
    assert timeline(page) == [(opening, PAST), (FLAG, ""), (days, LINE["now"]), (evening, ""), (end, coming)]
    # A month comes in its place, though nobody knows its days.
    page.clock.set_fixed_time(on(2030, 3, 7))
    page.reload()
    month = LINE["next_month"]
    assert timeline(page) == [(opening, PAST), (days, PAST), (FLAG, ""), (evening, month), (end, coming)]
    page.clock.set_fixed_time(on(2030, 6, 1))
    page.reload()
    soon = LINE["next"].format(when=DAYS_LEFT.format(n=2))
    assert timeline(page) == [(opening, PAST), (days, PAST), (evening, PAST), (FLAG, ""), (end, soon)]


# --- The role's own next gathering, and the gathering's own page ----------------------------------------------------


def card(page: Page) -> tuple[list[str], list[str]]:
    """The role's card: label and name of the gathering, and what there is to do before it."""
    assert page.locator("[data-upnext] > article:visible").count() == 1
    return texts(page, ".upnext__label, .upnext__title"), texts(page, ".upnext .check strong")


READ, FIND = "Les gjennom de fire fokusområdene", "Finn ut hvem du skal undervise sammen med"


def test_role_page_shows_the_next_gathering_and_what_to_do_before_it(visit: Visit, portal_url: str):
    page = visit(portal_url + LEADER, at=AUTUMN_2022)
    label, name = NEXT["next"].format(when=DAYS_LEFT.format(n=12)), "Lederen som kulturbygger"
    assert card(page) == ([label, name], [READ, FIND])
    page.clock.set_fixed_time(LATE_2026)
    page.reload()
    # What the leader holds needs no list: it is prepared on a gathering of the leaders' own.
    assert card(page) == ([NEXT["undated"], "Personalsamling 1"], [])
    expect(page.locator("[data-upnext] > article:visible").get_by_role("link")).to_have_text([name])


def test_role_page_says_when_it_runs_when_the_day_is_unknown_and_when_all_is_over(visit: Visit, small_url: str):
    page = visit(f"{small_url}programmer/kurset/roller/deltaker/", at=on(2030, 3, 5))
    assert card(page) == ([NEXT["now"], "Tre dager"], ["Pakk sekken"])
    said = []
    for moment in (on(2030, 3, 7), on(2030, 5, 10), on(2030, 6, 3), on(2030, 6, 4)):
        page.clock.set_fixed_time(moment)
        page.reload()
        said.append(card(page)[0])
    assert said == [
        [NEXT["next_month"], "En kveld i mai"],
        [NEXT["now_month"], "En kveld i mai"],
        [NEXT["next"].format(when=CLOCK["today"]), "Slutt"],
        [NEXT["done_label"], NEXT["done"]],
    ]


def test_gathering_page_says_of_itself_what_is_known(visit: Visit, portal_url: str):
    page = visit(f"{portal_url}{TRYGGE}samlinger/lederen-som-kulturbygger/", at=AUTUMN_2022)
    said = []
    for moment in (AUTUMN_2022, on(2022, 10, 5), on(2022, 11, 1), on(2022, 11, 2)):
        page.clock.set_fixed_time(moment)
        page.reload()
        said += texts(page, ".ghero__state")
    # While the gathering before it is still to come, it is not the next.
    soon = LINE["next"].format(when=DAYS_LEFT.format(n=12))
    far = DAYS_LEFT.format(n=27)
    states = [f"Samling, {soon[0].lower()}{soon[1:]}", f"Samling, {far}", f"Samling, {CLOCK['today']}"]
    assert said[:3] == states
    assert said[3].replace(" ", "").endswith(f"{PAST.lower()}")


# --- Nothing false is said ------------------------------------------------------------------------------------------

CLAIMS = """() => {
  const seen = (el) => el.checkVisibility();
  const of = ({dataset}) => ({
    start: dataset.start ?? null, end: dataset.end ?? null, known: dataset.known ?? "day",
    off: "off" in dataset, varies: "varies" in dataset, times: (dataset.times ?? "").split(" ").filter(Boolean),
  });
  const state = (el) => ["is-past", "is-next", "is-coming"].filter((name) => el.classList.contains(name));
  const marks = "[data-item], [data-way] > *, [data-mark], .ghero__date, [data-mini] > *";
  const marked = [...document.querySelectorAll(marks)];
  const lists = [...document.querySelectorAll("[data-timeline], [data-way], [data-mini]")];
  const words = [...document.querySelectorAll("[data-state], span[data-when], [data-label]")].filter(seen);
  return {
    steps: marked.map((el) => ({...of(el), claims: state(el)})),
    lists: lists.map((list) => [...list.querySelectorAll("[data-item], li, svg")]
      .filter((el) => el.matches("[data-item], [data-way] > li, [data-mini] > svg"))
      .map((el) => ({...of(el), work: el.matches("[data-work], [data-never-next]"), claims: state(el)}))),
    words: words.map((el) => ({...of(el.closest("[data-start]") ?? el), text: el.innerText.trim()})),
  };
}"""


# In 2027 on the first of two days, since what runs is neither past nor ahead.
WATCHED = {**DAYS, "2027": on(2027, 2, 10)}


@pytest.mark.parametrize("day", WATCHED)
def test_nothing_false_is_said_on_any_page(visit: Visit, portal_url: str, built_site: Path, day: str):
    today = WATCHED[day].date()
    page = visit(portal_url, at=WATCHED[day])
    dated = [address for address in all_addresses(built_site) if "data-start" in read(built_site, address)]
    false, claims = [], 0
    opened = some_of(built_site, dated)
    for address in opened:
        page.goto(portal_url + address, wait_until="domcontentloaded")
        found = page.evaluate(CLAIMS)
        claims += sum(len(step["claims"]) for step in found["steps"]) + len(found["words"])
        false += [(address, *fault) for fault in faults(found, today)]
    assert false == []
    assert claims > len(opened), "the pages say something at all"


def read(site: Path, address: str) -> str:
    return file_of(site, address).read_text("utf-8")


def faults(found: dict, today: date) -> list[tuple]:
    """Whatever a page says that its own dates do not bear out."""
    wrong = [("step", step) for step in found["steps"] if not holds(step, today)]
    wrong += [("list", steps) for steps in found["lists"] if not has_true_next(steps, today)]
    return wrong + [("word", word) for word in found["words"] if not is_true(word, today)]


def holds(step: dict, today: date) -> bool:
    """Past if and only if it is over; never next or coming then, or without a date; nothing of what is cancelled."""
    if step["off"]:
        return not step["claims"]
    over = step["end"] is not None and date.fromisoformat(step["end"]) < today
    ahead = step["end"] is not None and not over
    return ("is-past" in step["claims"]) == over and (ahead or not {"is-next", "is-coming"} & {*step["claims"]})


def has_true_next(steps: list[dict], today: date) -> bool:
    """The next is the gathering not over that begins first, and only that; none where a reader may have other days."""
    dated = [step for step in steps if step["end"] and not step["work"] and not step["off"]]
    ahead = [] if any(step["varies"] for step in steps) else [step for step in dated if begins(step, today)]
    first = min(ahead, key=lambda step: begins(step, today), default=None)
    return [step for step in steps if "is-next" in step["claims"]] == [step for step in [first] if step]


def begins(step: dict, today: date) -> str:
    """The first day on which it is held from today on; of days in a row the first of them. Empty when it is over."""
    times = [time.split("/") for time in step["times"] if not time.startswith("!")] or [[step["start"], step["end"]]]
    return min((first[:10] for first, last in times if last[:10] >= today.isoformat()), default="")


def is_true(word: dict, today: date) -> bool:
    """What is said of a date agrees with it; of no date, nothing with time in it is said."""
    text = word["text"].lower()
    if word["start"] is None:
        return not any(sign in text for sign in ("om ", CLOCK["today"], CLOCK["done"], CLOCK["running"]))
    far = how_far(word["start"], word["end"], today, word["known"])
    told = {WORDS["way"][word].lower() for word in ("next", "coming")}
    return text in {"", *told} or (far != "" and far in text)
