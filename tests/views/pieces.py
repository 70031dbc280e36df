"""Short ways to write down what a view is expected to be; what is left out is as small as it can be."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from stifinner.graph.changes import ChangeSort
from stifinner.language.slugs import slugify
from stifinner.markdown.text import Text, parse_text, split_lists
from stifinner.portal import Portal
from stifinner.problems.problem import has_errors
from stifinner.views.calendars.shown import NO_NARROWER, CalendarOffer, Narrower
from stifinner.views.invitations.shown import Message, MessageLine, MessageSort
from stifinner.views.pages.role import UpNext
from stifinner.views.parts.changes import ChangeShown
from stifinner.views.parts.cohort_shown import StopLine
from stifinner.views.parts.date_shown import DateShown, Held, StopForm
from stifinner.views.parts.elements import (
    NOTHING,
    FacetValue,
    GatheringBrief,
    Link,
    ListPart,
    ProgrammeMark,
    Prose,
    ResourceRow,
    Section,
    Within,
    WithinGroup,
)
from stifinner.views.parts.stop_shown import StopShown, TimeShown
from stifinner.views.timeline.shown import TimelineItem

Links = Mapping[str, str]
P = "programmer/p/"
MARK = ProgrammeMark(id="p", name="Programmet", short_name="Programmet", address=P, picture="mark")
"""The programme of ``core.builder.SMALLEST``."""
OPEN = DateShown(text="Dato kommer", known="open", rest="Dato kommer")
NO_LINKS: Links = {}


def view_at(portal: Portal, address: str) -> Any:
    """The view of the page at an address, in a portal without mistakes."""
    assert not has_errors(portal.problems), portal.problems
    return next(page.view for page in portal.pages if page.address == address)


def said(markdown: str, links: Links = NO_LINKS) -> Prose:
    """Prose as it was written, with what the links of its whole file lead to."""
    return Prose(parse_text(markdown), links)


def own_section(id: str, title: str, body: Prose) -> Section:
    """A heading of the editor's own, without marks in it."""
    return Section(id, title, body, Prose(parse_text(title), body.links))


def point(markdown: str, links: Links = NO_LINKS) -> Prose:
    """A point of a list, without its bullet."""
    return Prose(text_of_point(markdown), links)


def text_of_point(markdown: str) -> Text:
    return split_lists(parse_text(f"- {markdown}"))[0].points[0]


def points(*things: Any, prose: Prose = NOTHING, start: int = 1) -> ListPart[Any]:
    """A list with what stands before it."""
    return ListPart(prose=prose, points=things, start=start)


def on_day(large: str, month: str, year: str, start: str, end: str = "", *, time: str = "") -> DateShown:
    """«12.–13.», «mai», «2027» and the days in ISO 8601."""
    text = f"{large} {month} {year}"
    first, last = (WEEKDAYS[date.fromisoformat(day).weekday()] for day in (start, end or start))
    shown = DateShown(
        text=text,
        known="day",
        start=start,
        end=end or start,
        large=large,
        rest=month,
        year=year,
        time=time,
        held=(held(start, end or start, time),) if time else (),
    )
    if first == last and not end:
        return replace(shown, text=f"{first} {text}", short=f"{first[:3]}. {text}", weekday=first)
    return replace(shown, weekday=f"{first}–{last}")


def held(start: str, end: str, time: str) -> Held:
    """A time for the browser's clock, from its days and from «kl. 09.00–15.30»."""
    begins, _, ends = time.removeprefix("kl. ").replace(".", ":").partition("–")
    return Held(f"{start}T{begins}", f"{end}T{ends}" if ends else end)


WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")


def brief(id: str, name: str, date: DateShown = OPEN, **more: Any) -> GatheringBrief:
    """A gathering as it stands in lists."""
    usual = {
        "address": f"{P}samlinger/{id}/",
        "shape": "gathering",
        "kind": "Samling",
        "place": "",
        "audience": "",
        "summary": "",
        "roles": (),
    }
    return GatheringBrief(id=id, name=name, date=date, **{**usual, **more})


def card(**more: Any) -> UpNext:
    """A card with nothing on it."""
    usual = {
        "gap": "Sted og klokkeslett er ikke oppgitt.",
        "tasks": (),
        "tasks_intro": "",
        "prepare": None,
        "work_between": None,
        "meeting": None,
        "held": False,
        "prepared_by": None,
    }
    return UpNext(**{**usual, **more})


def changed(sort: ChangeSort, id: str, name: str, told: tuple[str, str], **more: Any) -> ChangeShown:
    """A change of a gathering as a list has it. ``told``: the day, ISO 8601, and «1. oktober»."""
    words = {
        "moved": "Flyttet",
        "cancelled": "Avlyst",
        "dated": "Dato er kjent",
        "place": "Nytt sted",
        "presentation": "Ny presentasjon",
        "gathering": "Ny samling",
    }
    usual = {
        "cohorts": "",
        "audience": "",
        "address": f"{P}samlinger/{id}/",
        "programme": None,
        "shape": "gathering",
        "tag": "",
        "is_choice": False,
        "is_series": False,
        "is_shared": False,
        "is_dated": True,
        "day": "",
        "day_inside": (more.get("day", "")[:1].lower() + more.get("day", "")[1:]),
        "iso": "",
        "day_before": "",
        "clock": "",
        "place": "",
        "place_before": "",
        "reason": "",
        "presentation": None,
        "told_short": f"meldt {told[1]}",
        "told_long": f"meldt {told[1]} {told[0][:4]}",
    }
    return ChangeShown(sort=sort, word=words[sort], name=name, told=told[0], **{**usual, **more})


def item(id: str, date: DateShown, **more: Any) -> TimelineItem:
    """A gathering for nobody in particular, alone on the upper line."""
    usual = {
        "anchor": f"samlinger_{id}",
        "title": id.upper(),
        "address": f"{P}samlinger/{id}/",
        "shape": "gathering",
        "kind": "Samling",
        "audience": "",
        "lane": "upper",
        "roles": (),
        "row": 1,
        "width": 2,
        "note": "",
        "prepares": "",
        "arrow": False,
        "bar": None,
        "is_work": False,
        "loose": False,
        "ends_lane": False,
        "last": False,
    }
    return TimelineItem(date=date, **{**usual, **more})


def time_at(date: DateShown, place: str = "", **more: Any) -> TimeShown:
    """One time of a stop; where its day is known, the browser always has it."""
    held = date.held
    if date.known == "day" and date.start:
        times = held or (Held(date.start, date.end or date.start),)
        held = tuple(replace(one, cancelled="cancelled" in more) for one in times)
    reason = more.get("cancelled", "").partition(": ")[2]
    more["reason"] = reason[:1].upper() + reason[1:]
    return TimeShown(date=replace(date, held=held, form="once"), place=place, **more)


def day_of_series(day: str, text: str, time: str = "") -> DateShown:
    """One of the days of a series, as written nowhere by itself: «tirsdag 8. desember 2026»."""
    weekday, _, rest = text.partition(" ")
    return DateShown(
        text=text,
        known="day",
        start=day,
        end=day,
        year=day[:4],
        time=time,
        short=f"{weekday[:3]}. {rest}",
        held=(held(day, day, time),) if time else (),
    )


def off(date: DateShown) -> DateShown:
    """A day on which nothing takes place after all."""
    begins = date.held or (Held(date.start or "", date.end or ""),)
    return replace(
        date,
        text=f"{date.text} (avlyst)",
        short=f"{date.brief} (avlyst)",
        held=tuple(replace(one, cancelled=True) for one in begins),
    )


def stop(form: StopForm, *times: TimeShown, **more: Any) -> StopShown:
    """A stop with its times."""
    return StopShown(form=form, times=times, **more)


def line(id: str, name: str, date: DateShown, place: str = "", **more: Any) -> StopLine:
    """A stop in a list of dates."""
    usual = {"address": f"{P}samlinger/{id}/", "shape": "gathering", "stop": None}
    return StopLine(name=name, date=date, place=place, **{**usual, **more})


def within(mark: ProgrammeMark = MARK, **groups: tuple[Link, ...]) -> Within:
    """The list of a programme's pages; an underscore in a group's name is a space."""
    return Within(mark, tuple(WithinGroup(title.replace("_", " "), links) for title, links in groups.items()))


def link(text: str, place: str) -> Link:
    """A link to a page of the programme."""
    return Link(text, f"{P}{place}")


def row(name: str, id: str, **more: Any) -> ResourceRow:
    """A resource of the programme whose form nobody knows."""
    usual = {
        "programme": MARK,
        "summary": "",
        "forms": (),
        "missing": "Lenken mangler",
        "used_in": (),
        "details": "",
        "facets": facets(programme="Programmet"),
    }
    return ResourceRow(name=name, address=f"{P}ressurser/{id}/", **{**usual, **more})


def facets(**values: str) -> dict[str, tuple[FacetValue, ...]]:
    """What a library filters by: a word a facet, or several with a stroke between them."""
    return {
        facet: tuple(FacetValue(slugify(word), word) for word in values.get(facet, "").split("|") if word)
        for facet in ("kind", "role", "programme", "focus")
    }


def offer(name: str, page: str, narrower: Narrower = NO_NARROWER, *, deadlines: bool = False) -> CalendarOffer:
    """What the page at an address below the programme offers for calendars."""
    return CalendarOffer(
        name, f"{P}{page}kalender.ics", f"{P}{page}kalender-frister.ics" if deadlines else "", narrower
    )


def in_roles(*pages: Link) -> Narrower:
    """The ways on to roles, which have fewer dates."""
    return Narrower(
        "Er du i en bestemt rolle, abonner heller fra siden til rollen. Da får du bare det som gjelder deg:", pages
    )


def message(sort: MessageSort, subject: str, text: str, **leads_to: str) -> Message:
    """A message as it was written, with a blank line between paragraphs; last stand lines that lead somewhere, by key.

    These are a paragraph of their own: ``calendar``, ``page``.
    """
    words = {"calendar": "I kalenderen:", "page": "Alt om samlingen:"}
    paragraphs = tuple(tuple(map(MessageLine, part.split("\n"))) for part in text.strip().split("\n\n"))
    last = tuple(MessageLine(words[key], f"{P}{address}") for key, address in leads_to.items())
    return Message(sort, subject, (*paragraphs, last))
