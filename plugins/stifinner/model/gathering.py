"""A gathering: a kick-off, a day, two days, supervision, a festival."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo

from ..date_reader import one_of
from ..dates import OPEN, When
from ..problems import Misread
from ..source.body import split_subsections
from ..source.source_file import RawSection, Text
from .item import Item, ItemList, ListSection, ReferenceSection, TextSection, list_items
from .values import DurationFact, Flag, Id, Ids, Number, OneOf, TimeFact, Url, WhenFact, _reading


@dataclass(frozen=True)
class AgendaItem:
    """A line of the day plan."""

    start: time | None
    """Where the editor wrote a clock time."""
    minutes: int | None
    text: Text


@dataclass(frozen=True)
class AgendaDay:
    """A day of the day plan."""

    title: str
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True)
class WorkBetween:
    """Work between gatherings."""

    due: When | None
    text: Text


def _agenda(value: Sequence[RawSection], info: ValidationInfo) -> tuple[AgendaDay, ...]:
    words = _reading(info).phrases["dates"]
    before, parts = split_subsections(value[0].text)
    days = [RawSection(value[0].title, value[0].line, before)] if before else []
    return tuple(
        AgendaDay(
            day.title if day in parts else "",
            tuple(_agenda_item(item, words, day.title) for item in list_items(day, one_line=False)),
        )
        for day in (*days, *parts)
    )


def _agenda_item(item: Text, words: Mapping[str, Sequence[str]], day: str) -> AgendaItem:
    begins = rf"(?:(?:{one_of(words['clock_words'])})\s*)?"
    if clock := re.match(rf"{begins}(\d{{1,2}})[.:](\d{{2}})\s*:?\s+(?=\S)", item.markdown, re.IGNORECASE):
        try:
            start = time(int(clock[1]), int(clock[2]))
        except ValueError:
            value = clock[0].strip()
            raise Misread("unreadable-time", line=item.line, value=value, meant="") from None
        return AgendaItem(start, None, Text(item.markdown[clock.end() :], item.line))
    _check_lines(item, words, day)
    lasts = rf"(\d{{1,3}})\s*(?:{one_of(words['minutes'])})\.?\s+(?=\S)"
    if minutes := re.match(lasts, item.markdown, re.IGNORECASE):
        return AgendaItem(None, int(minutes[1]), Text(item.markdown[minutes.end() :], item.line))
    if (nearly := re.match(r"(\d{1,3})\s*([^\W\d_]{1,9})\.?\s+\S", item.markdown)) and difflib.get_close_matches(
        nearly[2].lower(), words["minutes"], cutoff=0.7
    ):
        meant = f"{nearly[1]} {words['minutes'][0]}"
        raise Misread("unreadable-minutes", line=item.line, column=3, value=f"{nearly[1]} {nearly[2]}", meant=meant)
    return AgendaItem(None, None, item)


def _check_lines(item: Text, words: Mapping[str, Sequence[str]], day: str) -> None:
    """A line with minutes of its own below an item has lost its bullet."""
    for offset, line in enumerate(item.markdown.split("\n")):
        if offset and re.match(rf"\d{{1,3}}\s*(?:{one_of(words['minutes'])})\.?\s|\d{{1,2}}[.:]\d{{2}}\s", line):
            raise Misread("text-outside-list", line=item.line + offset, column=1, value=line, title=day)


def _work_between(value: Sequence[RawSection], info: ValidationInfo) -> WorkBetween | None:
    section, reading = value[0], _reading(info)
    heading = reading.phrases["headings"]["gathering"]["work_between"]
    words = reading.phrases["dates"]
    until = rf"(?:(?:{one_of(words['until'])})\s+)?(?:{words['until_gathering']}\s+)?(?:{words['the']}\s+)?"
    rest = re.sub(rf"^{heading}\s*{until}", "", section.title, flags=re.IGNORECASE)
    try:
        due = reading.when(rest) if rest else None
    except Misread as misread:
        raise misread.at(section.line) from None
    return WorkBetween(due, section.text) if rest or section.text else None


class Gathering(Item):
    """``samlinger/<id>.md``."""

    type: Annotated[str, BeforeValidator(OneOf("gathering_type"))] = "gathering"
    """What sort of gathering it is."""
    date: WhenFact = OPEN
    """When it is, as exactly as it is known."""
    time: TimeFact | None = None
    """Clock times."""
    place: str = ""
    """Where it is."""
    meeting_link: Url = ""
    """Address of the online meeting."""
    duration: DurationFact | None = None
    """How long it lasts, where the date does not say it."""
    audience: Ids = ()
    """Roles it is for; everyone when left out."""
    taught_by: Ids = ()
    """Roles that hold it."""
    prepares: Ids = ()
    """Gatherings that it prepares."""
    track: Id = ""
    """The track it belongs to."""
    also_called: str = ""
    """Another name it goes by."""
    number: Number | None = None
    """Its number among the gatherings of the same audience, where the dates don't tell the order."""
    mentioned_only: Flag = False
    """Known only because others mention it: it gets no page of its own."""
    before: ListSection = ItemList(Text("", 0), ())
    """What to do before it."""
    agenda: Annotated[tuple[AgendaDay, ...], BeforeValidator(_agenda)] = ()
    """The day plan."""
    focus_areas: ListSection = ItemList(Text("", 0), ())
    """Focus points, and links to focus areas."""
    presentations: ReferenceSection = ()
    """Presentations that are shown."""
    work_between: Annotated[WorkBetween, BeforeValidator(_work_between)] | None = None
    """Work until the next gathering."""
    after: TextSection = Text("", 0)
    """What follows it."""
    resources: ReferenceSection = ()
    """Resources used in it."""
    inspirations: ReferenceSection = ()
    """Inspiration that belongs to it."""
