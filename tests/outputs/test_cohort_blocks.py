"""Cohorts on pages: their cards, the question which is the reader's, and the dates of a gathering cohort by cohort."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from browser.made import THEME, render
from core.builder import portal_of
from stifinner.language.phrases import load_phrases
from stifinner.views.pages.gathering import OwnTurn
from stifinner.views.parts.cohort_shown import CohortShown, Door, StopLine
from stifinner.views.parts.date_shown import DateShown, Held
from stifinner.views.parts.elements import Link
from stifinner.views.parts.state import StateShown
from stifinner.views.parts.stop_shown import MeetingLink, StopShown, TimeShown
from views.pieces import OPEN, P, brief, on_day
from views.two_cohorts import FILES

WORDS = load_phrases("nb")["words"]["cohorts"]
RUNNING = StateShown("", "", "2027-03-11", "2027-06-09", open=False)
OVER = StateShown("completed", "Gjennomført", "2020-03-11", "2020-06-09", open=False)
FIRST = on_day("11.", "mars", "2027", "2027-03-11", time="kl. 17.00")
SECOND = replace(
    on_day("12.", "april", "2027", "2027-04-12"), held=(Held("2027-04-12T17:00", "2027-04-12T19:00", cancelled=True),)
)
SPRING = DateShown("Våren 2028", "month", "2028-01-01", "2028-06-30", rest="Våren 2028")


def line(name: str, date: DateShown, place: str = "", stop: StopShown | None = None) -> StopLine:
    return StopLine(name, f"{name.lower()}/", "gathering", date, place, stop)


OFF = StopShown("once", (TimeShown(SECOND, "Sal 2", cancelled="Avlyst: storm", told="meldt 9. april"),))
LINES = (
    line("Oppstart", FIRST, "Sal 1"),
    line("Fagkveld", SECOND, "Sal 2", OFF),
    line("Fest", SPRING),
    line("Mer", OPEN),
)


def cohort(number: int, state: StateShown = RUNNING, lines: tuple[StopLine, ...] = LINES) -> CohortShown:
    roles = (Link("Jeg er leder", f"kull-{number}/roller/leder/"),)
    return CohortShown(f"kull-{number}", f"Kull {number}", f"kull-{number}/", state, "2027", "Tolv", lines, roles)


def shown(body: str, **more: Any) -> html.HtmlElement:
    blocks = (
        '{% import "blocks/cohorts.html" as groups with context %}{% import "blocks/when.html" as whens with context %}'
    )
    return html.fragment_fromstring(render(blocks + body, href=str, **more), create_parent="main")


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_card_has_all_dates_as_text_and_as_the_browser_reads_them():
    page = shown("{{ groups.cohortcards([cohort]) }}", cohort=cohort(1))
    assert [text_of(one) for one in page.xpath("//*[@data-stop]")] == [
        "torsdag 11. mars 2027 kl. 17.00: Oppstart, Sal 1",
        "man. 12. april 2027: Fagkveld. Avlyst: storm, meldt 9. april",
        "Våren 2028: Fest",
        "Dato kommer: Mer",
    ]
    read = [[one.get(f"data-{key}") for key in ("name", "start", "says")] for one in page.xpath("//*[@data-stop]")]
    assert read == [
        ["Oppstart", "2027-03-11", None],
        ["Fagkveld", "2027-04-12", None],
        ["Fest", "2028-01-01", "Våren 2028"],
        ["Mer", None, None],
    ]
    [said] = page.xpath("//*[@data-next-of]")
    assert page.xpath(f"//ul[@id='{said.get('data-next-of')}']//@data-name") == ["Oppstart", "Fagkveld", "Fest", "Mer"]
    assert [one.get("href") for one in page.iter("a")] == [
        *("kull-1/", "oppstart/", "fagkveld/", "fest/", "mer/"),
        *("kull-1/", "kull-1/roller/leder/"),
    ]


@pytest.mark.parametrize(
    ("states", "first", "earlier"),
    [
        ([RUNNING, RUNNING], ["kull-1", "kull-2"], []),
        ([OVER, RUNNING], ["kull-2"], ["kull-1"]),
        ([OVER, OVER], [], ["kull-1", "kull-2"]),
    ],
)
def test_cohorts_that_are_over_stand_below_the_others(states: list[StateShown], first: list[str], earlier: list[str]):
    some = [cohort(number, state) for number, state in enumerate(states, 1)]
    page = shown("{{ groups.cohortcards(some) }}", some=some)
    [below] = page.xpath("//*[@data-cohorts-earlier]")
    in_order = page.xpath("//@data-cohort-card")
    assert (in_order, below.xpath(".//@data-cohort-card")) == (first + earlier, earlier)
    assert "hidden" in below.attrib or earlier
    assert page.xpath("//details[@open]") == []


@pytest.mark.parametrize("listed", [True, False])
def test_a_question_is_links_each_with_the_way_from_which_its_next_is_found(*, listed: bool):
    doors = [Door(f"kull-{n}", f"Kull {n}", f"kull-{n}/", RUNNING, LINES) for n in (1, 2)]
    page = shown(
        "{{ groups.which(doors, 'p/#kull', listed=listed, by_cohort=true) }}"
        "{% if listed %}{{ groups.cohortcards(cohorts) }}{% endif %}",
        doors=doors,
        listed=listed,
        cohorts=[cohort(1), cohort(2)],
    )
    [asked] = page.find_class("which")
    links = [(one.get("href"), text_of(one)) for one in asked.iter("a")]
    assert links == [("kull-1/", "Kull 1"), ("kull-2/", "Kull 2"), ("p/#kull", WORDS["unknown"])]
    lines = asked.xpath(".//*[@data-next-of]")
    assert [one.get("data-word-now").split(":")[0] for one in lines] == ["Kull 1", "Kull 2"]
    ways = [page.get_element_by_id(one.get("data-next-of")) if listed else one for one in lines]
    assert [one.xpath(".//@data-name") for one in ways] == [["Oppstart", "Fagkveld", "Fest", "Mer"]] * 2
    assert all("hidden" in one.attrib for one in asked.xpath(".//*[@data-stop]"))


def test_dates_cohort_by_cohort_are_closed_with_the_dates_in_what_is_seen():
    some = [cohort(1, lines=LINES[:1]), cohort(2, OVER, LINES[1:2]), cohort(3, lines=(LINES[0], LINES[1]))]
    page = shown("{{ whens.choose(some) }}{{ whens.whens(some) }}", some=some)
    parts = page.xpath("//details")
    assert [one.get("href").split("#")[1] for one in page.xpath("//nav//a")] == [one.get("id") for one in parts]
    assert [(one.get("data-cohort"), one.get("open"), "data-archived" in one.attrib) for one in parts] == [
        ("kull-1", None, False),
        ("kull-2", None, True),
        ("kull-3", None, False),
    ]
    assert [text_of(one) for one in page.find_class("dates__sum")] == [
        "torsdag 11. mars 2027 kl. 17.00",
        "man. 12. april 2027. Avlyst: storm, meldt 9. april",
        "torsdag 11. mars 2027 kl. 17.00; man. 12. april 2027. Avlyst: storm, meldt 9. april",
    ]
    both = "2027-03-11T17:00/2027-03-11 !2027-04-12T17:00/2027-04-12T19:00"
    assert [one.get("data-times") for one in parts] == [*both.split(), both]
    assert [one.get("data-end") for one in parts] == ["2027-03-11", "2027-04-12", "2027-04-12"]


def test_on_top_of_the_page_no_cohorts_date_is_shown_until_one_is_chosen():
    gathering = brief("a", "Fagkveld", replace(OPEN, text="Kull 1: i mars", rest="Hvert kull har sin dato"))
    page = shown("{{ whens.dates_of(gathering, some) }}", gathering=gathering, some=[cohort(1, lines=LINES[:1])])
    seen, one = page.xpath("//*[@data-for-cohort]")
    assert (seen.get("data-for-cohort"), "hidden" in seen.attrib) == ("", False)
    assert (one.get("data-for-cohort"), "hidden" in one.attrib) == ("kull-1", True)
    assert "mars" not in text_of(seen)
    assert text_of(one) == "Kull 1: samling torsdag 11. mars 2027 kl. 17.00"


def test_what_is_before_and_after_stands_once_for_each_cohort_and_once_for_whoever_has_chosen_none():
    turns = [OwnTurn("kull-1", None, brief("b", "B", FIRST)), OwnTurn("kull-2", brief("c", "C", SECOND), None)]
    page = shown(
        '{% import "blocks/turn.html" as turn with context %}{{ turn.gatherings(none, after, turns) }}',
        after=brief("d", "D", OPEN),
        turns=turns,
    )
    assert [(one.get("data-for-cohort"), "hidden" in one.attrib, text_of(one)) for one in page.iter("nav")] == [
        ("", False, "Etter denne D Dato kommer"),
        ("kull-1", True, "Etter denne B tor. 11. mars 2027"),
        ("kull-2", True, "Før denne C man. 12. april 2027"),
    ]


def test_without_cohorts_what_is_before_and_after_depends_on_no_choice():
    page = shown(
        '{% import "blocks/turn.html" as turn with context %}{{ turn.gatherings(none, after) }}',
        after=brief("d", "D", OPEN),
    )
    assert [sorted(one.attrib) for one in page.iter("nav")] == [["aria-label", "class", "data-search-exclude"]]


ONLINE = MeetingLink("Bli med på nett", "https://example.org/a")
ELSEWHERE = MeetingLink("Bli med på nett", "https://example.org/b")
GONE = TimeShown(SECOND, "Sal 2", cancelled="Avlyst")
TIMES = {
    "once": (TimeShown(FIRST, "Sal 1", meeting=ONLINE),),
    "cancelled": (GONE,),
    "choice": (TimeShown(FIRST, "På nett", meeting=ONLINE), TimeShown(SECOND, "Sal 2")),
    "choice of two online": (TimeShown(FIRST, "", meeting=ONLINE), TimeShown(SECOND, "", meeting=ONLINE)),
    "series": (TimeShown(FIRST, "", meeting=ONLINE), TimeShown(SECOND, "", meeting=ONLINE)),
    "series of which one is elsewhere": (
        TimeShown(FIRST, "", meeting=ONLINE),
        TimeShown(SECOND, "", meeting=ELSEWHERE),
    ),
}
LISTS = {
    "when and where": (
        "{{ whens.times(line) }}",
        {"once": ["a"], "choice": ["a"], "choice of two online": ["a", "a"], "series": ["a"]},
    ),
    "a way": (
        '{% import "blocks/way.html" as ways with context %}{{ ways.stop(line, false) }}',
        {"once": ["a"], "choice": ["a"], "choice of two online": ["a", "a"], "series": ["a"]},
    ),
    # What all times have stands on the card already.
    "a card": (
        '{% import "blocks/upnext.html" as next with context %}{{ next.pair(line.stop) }}',
        {"choice": ["a"], "choice of two online": []},
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_online_meeting_stands_beside_its_time_or_once_where_it_is_that_of_all(name: str):
    body, expected = LISTS[name]
    expected = (
        {**expected}
        if name == "a card"
        else {**expected, "cancelled": [], "series of which one is elsewhere": ["a", "b"]}
    )
    found = {}
    for times in expected:
        stop = StopShown(times.split()[0] if times.split()[0] in {"choice", "series"} else "once", TIMES[times])
        page = shown(body, line=line("Fagkveld", SECOND, "", stop))
        links = [one.get("href") for one in page.iter("a") if "example.org" in one.get("href")]
        found[times] = [address.rpartition("/")[2] for address in links]
    assert found == expected


def test_between_times_to_choose_in_a_list_stands_a_visible_or():
    stop = StopShown("choice", TIMES["choice"])
    page = shown('{% import "blocks/stop.html" as stops with context %}{{ stops.lines(stop) }}', stop=stop)
    assert [text_of(one) for one in page.find_class("stop__or")] == ["eller"]
    assert [len(one.find_class("stop__or")) for one in page.iter("li")] == [0, 1]


def whole(folder: Path, address: str) -> html.HtmlElement:
    """A page of the programme with two cohorts."""
    portal = portal_of(folder, FILES)
    [page] = [one for one in portal.pages if one.address == f"{P}{address}"]
    rendered = portal.renderer([THEME / "fragments"]).render_page(page.view, page.address, page.places)
    return html.fragment_fromstring(rendered)


def test_whose_gathering_is_cancelled_sees_it_of_its_place_and_before_it(tmp_path: Path):
    page = whole(tmp_path, "samlinger/samtale/")
    [facts] = page.find_class("ghero__meta")
    places = [(one.get("data-for-cohort"), "hidden" in one.attrib, text_of(one)) for one in facts.iter("li")]
    assert places[-2:] == [("", False, "Losby"), ("kull-1", True, "Losby")]
    assert [text_of(one) for one in facts.iter("del")] == ["Losby"]


def test_a_programme_with_two_cohorts_running_begins_with_the_question_which(tmp_path: Path):
    page = whole(tmp_path, "")
    [hero] = page.find_class("hero")
    [filled] = [one for one in hero.find_class("button") if one.get("class") == "button"]
    assert (text_of(filled), filled.get("href")) == ("Finn kullet ditt", "#which_cohort")
    assert text_of(page.get_element_by_id("which_cohort")) == WORDS["which"]


def test_whole_programme_of_a_role_in_a_cohort_is_the_cohort(tmp_path: Path):
    page = whole(tmp_path, "kull/kull-1/roller/leder/")
    [way] = [one for one in page.find_class("more") if text_of(one) == "Til kull 1"]
    assert way.get("href").endswith(f"{P}kull/kull-1/")


def test_place_of_what_has_nothing_else_to_tell_stands_after_its_name():
    stop = StopShown("once", TIMES["once"])
    page = shown("{{ groups.datelist([line], 'x') }}", line=line("Fagkveld", FIRST, "Sal 1", stop))
    assert text_of(page) == "tor. 11. mars 2027 kl. 17.00: Fagkveld, Sal 1"
