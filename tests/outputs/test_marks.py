"""Stops as they are drawn and told: every layer of a mark has its word, and nothing of a stop is lost on the way."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from lxml import html

from browser.made import render
from stifinner.language.phrases import load_phrases
from stifinner.views.pages.role import WayStep
from stifinner.views.parts.date_shown import DateShown, Held, StopForm
from stifinner.views.parts.stop_shown import StopShown, TimeShown
from views.pieces import OPEN, on_day

WORDS = load_phrases("nb")["words"]["stop"]
MONTHS = ("mars", "april", "mai", "juni")
IMPORTS = """{% import "blocks/stop.html" as stops with context %}"""


def time(number: int = 0, **more: str) -> TimeShown:
    """The first, second … of several times, on days and at places of their own."""
    day = f"2027-{number + 3:02}-{number + 11}"
    clock = f"{day}T17:00/{day}T19:00".split("/")
    held = (Held(*clock, cancelled=bool(more.get("cancelled"))),)
    date = replace(on_day(f"{number + 11}.", MONTHS[number], "2027", day, time=f"kl. {17 + number}.00"), held=held)
    return TimeShown(date, **{"place": f"Sal {number + 1}", **more})


CHANGES = {
    "as planned": {},
    "moved": {"moved": "1. februar 2027", "told": "meldt 2. januar"},
    "elsewhere": {"place_before": "Kjelleren", "told": "meldt 3. januar"},
    "moved and elsewhere": {"moved": "1. februar 2027", "place_before": "Kjelleren"},
    "cancelled": {"cancelled": "Avlyst: storm", "told": "meldt 4. januar"},
    "moved and cancelled": {"moved": "1. februar 2027", "cancelled": "Avlyst"},
}
SAID = {"once": ("", ""), "part": ("Del 1 av 2", "1/2"), "choice": ("Velg én av to", ""), "series": ("2 ganger", "2×")}


def every_stop() -> Iterator[tuple[StopShown, DateShown]]:
    """Each form with each change of its first or only time, alone and together with others."""
    together = [(change, "") for change in CHANGES.values()]
    together += [(CHANGES[change], "Sammen med kull 2") for change in ("as planned", "moved", "cancelled")]
    for form, (change, shared) in product(SAID, together):
        words, tag = SAID[form]
        times = (time(**change), time(1)) if form in ("choice", "series") else (time(**change),)
        rule = "Hver torsdag" if form == "series" and shared else ""
        yield StopShown(form, times, words, tag, rule, shared), date_of(form, times)


def date_of(form: StopForm, times: tuple[TimeShown, ...]) -> DateShown:
    """The date of all of them in one line."""
    text = " eller ".join(one.date.text for one in times)
    held = tuple(held for one in times for held in one.date.held)
    return replace(times[0].date, text=text, short=text, held=held, form=form)


STOPS = list(every_stop())


def shown(body: str, **more: object) -> html.HtmlElement:
    return html.fragment_fromstring(render(IMPORTS + body, **more), create_parent="main")


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def count(element: html.HtmlElement, name: str) -> int:
    """How many elements of a class there are in it."""
    return len(element.find_class(name))


@pytest.mark.parametrize(("stop", "date"), STOPS)
def test_every_layer_of_a_mark_has_its_word(stop: StopShown, date: DateShown):
    mark = shown("{{ stops.mark('gathering', stop) }}", stop=stop)
    told = text_of(shown("{{ stops.says_form(stop) }}{{ stops.says('gathering', stop, date) }}", stop=stop, date=date))
    all_off = all(one.cancelled for one in stop.times)
    drawn = {
        "copies": count(mark, "mark__behind") > 0,
        "outline": count(mark, "mark__round") > 0,
        "bar": count(mark, "mark__bar") > 0,
        "turn": count(mark, "mark__turn") > 0,
        "knot": bool(mark.xpath("//use[contains(@href, '#knot')]")),
        "tag": text_of(mark),
    }
    single = len(stop.times) == 1
    assert drawn == {
        "copies": "2 ganger" in told,
        "outline": "Sammen med kull 2" in told,
        "bar": all_off,
        "turn": single and "Flyttet fra 1. februar 2027" in told,
        "knot": "Velg én av to" in told,
        "tag": stop.tag,
    }
    assert not all_off or "Avlyst" in told
    assert mark.xpath("//svg[not(ancestor-or-self::*[@aria-hidden='true'])]") == []


@pytest.mark.parametrize(("stop", "date"), STOPS)
@pytest.mark.parametrize(
    "body",
    [
        "{{ stops.says('gathering', stop, date) }}",
        "{{ stops.says('gathering', stop, date, choose='lines') }}",
        "{{ stops.in_line(date, stop) }}{{ stops.told_in_line(stop) }}{{ stops.together(stop) }}",
        '{% import "blocks/way.html" as ways with context %}{{ ways.way([step]) }}',
    ],
)
def test_nothing_of_a_stop_is_lost(body: str, stop: StopShown, date: DateShown):
    step = WayStep("Fagkveld", None, "gathering", date, "", is_work=False, stop=stop)
    page = shown(body, stop=stop, date=date, step=step)
    told = text_of(page)
    wanted = [stop.shared, stop.rule]
    # In a sentence a series is its rule and its count; on a way, what takes place as planned has no clock.
    has_clock = not ("in_line" in body and stop.form == "series") and not ("way.html" in body and stop.is_plain)
    for one in stop.times:
        wanted += [one.date.time if has_clock else "", one.cancelled, one.told]
        wanted += [WORDS["moved_from"].format(date=one.moved) if one.moved else ""]
    assert [text for text in wanted if text not in told] == []


@pytest.mark.parametrize(("stop", "date"), STOPS)
def test_what_is_struck_is_what_no_longer_is(stop: StopShown, date: DateShown):
    page = shown("{{ stops.says('gathering', stop, date) }}", stop=stop, date=date)
    struck, new = ([text_of(one) for one in page.iter(tag)] for tag in ("del", "ins"))
    assert struck + new == [
        *(text for one in stop.times for text in _struck(one, stop)),
        *(text for one in stop.times for text in _new(one, stop)),
    ]


def _day(one: TimeShown, stop: StopShown) -> str:
    return one.date.brief if len(stop.times) == 1 else one.date.text


def _struck(one: TimeShown, stop: StopShown) -> Iterator[str]:
    if one.cancelled:
        yield f"{_day(one, stop)} {one.date.time}"
        yield one.place
    elif one.moved:
        yield one.moved
    if one.place_before and not one.cancelled:
        yield one.place_before


def _new(one: TimeShown, stop: StopShown) -> Iterator[str]:
    if one.moved and not one.cancelled:
        yield _day(one, stop)
    if one.place_before and not one.cancelled:
        yield one.place


@pytest.mark.parametrize("form", ["choice", "series"])
@pytest.mark.parametrize("times", [2, 3, 4])
def test_each_of_several_times_has_its_place_for_what_the_browser_says(form: StopForm, times: int):
    stop = StopShown(form, tuple(time(number) for number in range(times)), "Flere")
    page = shown("{{ stops.says('gathering', stop, stop.times[0].date) }}", stop=stop)
    parts = page.xpath("//*[@data-time]")
    assert [part.get("data-time") for part in parts] == [str(number) for number in range(times)]
    assert [len(part.xpath(".//*[@data-state]")) for part in parts] == [1] * times
    heard = [text_of(one) for one in page.find_class("only-heard")]
    assert heard == [WORDS["or"]] * (times - 1 if form == "choice" else 0)


@pytest.mark.parametrize(("times", "beads"), [(2, 2), (12, 12), (13, 0), (40, 0)])
def test_beads_are_as_many_as_the_times_until_they_can_only_be_counted(times: int, beads: int):
    off = time(cancelled="Avlyst")
    stop = StopShown("series", (off, *[time()] * (times - 1)), f"{times} ganger", f"{times}×")
    row = shown("{{ stops.beads(stop) }}", stop=stop)
    assert [one.get("data-bead") for one in row.iter("i")] == [str(number) for number in range(beads)]
    assert count(row, "is-off") == min(beads, 1)
    each = shown("{{ stops.all_times(stop) }}", stop=stop)
    assert len(list(each.iter("i"))) == len(list(each.iter("li"))) == times


@pytest.mark.parametrize(
    "stop", [None, StopShown("once", (time(),)), StopShown("once", (replace(time(), told="meldt"),))]
)
def test_a_stop_that_says_no_more_than_its_shape_is_the_shape(stop: StopShown | None):
    bare = render('{% import "blocks/shape.html" as draw with context %}{{ draw.shape("festival", "a") }}')
    assert render(IMPORTS + "{{ stops.sign('festival', stop, 'a') }}", stop=stop).strip() == bare.strip()


@pytest.mark.parametrize(
    ("time_said", "said"),
    [
        ({"cancelled": "Avlyst: storm", "reason": "Storm", "told": "meldt 1. mars"}, " Storm, meldt 1. mars."),
        ({"cancelled": "Avlyst: storm!", "reason": "Storm!"}, " Storm!"),
        ({"cancelled": "Avlyst", "told": "meldt 1. mars"}, " Meldt 1. mars."),
        ({"cancelled": "Avlyst"}, ""),
    ],
)
def test_what_is_cancelled_today_is_told_once_a_time_by_its_name_first_and_hidden(time_said: dict[str, str], said: str):
    stop = StopShown("choice", (time(**time_said), time(1), TimeShown(OPEN, "")))
    page = shown("{{ stops.told_off('Fagkveld', 'gathering', stop) }}", stop=stop)
    [line] = page.xpath("//*[@data-told-off]")
    assert text_of(line) == f"Avlyst i dag: Fagkveld.{said}"
    assert (line.get("hidden"), line.get("data-times")) == ("", "!2027-03-11T17:00/2027-03-11T19:00")
