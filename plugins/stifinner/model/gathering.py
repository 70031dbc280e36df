"""A gathering: a kick-off, a day, two days, supervision, a festival."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from functools import cache
from itertools import pairwise
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, ValidationInfo

from ..dates.when import OPEN, TimeSpan, When
from ..dates.words import one_of, vocabulary
from ..markdown.lines import cut
from ..markdown.text import NO_TEXT, RawSection, Text, split_sections
from ..problems import Misread
from .item import Item, ItemList, ListSection, ReferenceSection, TextSection, list_of
from .references import Refers
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
    """«Dag 1», or empty when there is only one."""
    plan: ItemList[AgendaItem]
    line: int = 0
    """Of its heading; 0 for a day without one."""


@dataclass(frozen=True)
class WorkBetween:
    """Work between gatherings."""

    due: When | None
    text: Text
    line: int = 0
    """Of its heading."""
    to_gathering: bool = False
    """Whether the heading says that it is due at a gathering: «til samlingen 8. februar»."""


def _agenda(value: Sequence[RawSection], info: ValidationInfo) -> tuple[AgendaDay, ...]:
    words = _reading(info).phrases["dates"]
    before, parts = split_sections(value[0].text, 3)
    days = [("", value[0].title, before, 0)] if before else []
    days += [(part.title, part.title, part.text, part.line) for part in parts]
    return tuple(
        AgendaDay(title, list_of(text, lambda point, name=name: _agenda_item(point, words, name)), line)  # type: ignore[misc]
        for title, name, text, line in days
    )


class _Times(NamedTuple):
    """How the lines of a day plan begin, in one language."""

    clock: re.Pattern[str]
    lasts: re.Pattern[str]
    own: re.Pattern[str]
    """What begins a point of its own, wherever it stands."""


@cache
def _times(clock_words: tuple[str, ...], minutes: tuple[str, ...]) -> _Times:
    begins = rf"(?:(?:{one_of(clock_words)})\s*)?"
    return _Times(
        re.compile(rf"{begins}(\d{{1,2}})[.:](\d{{2}})\s*:?\s+", re.IGNORECASE),
        re.compile(rf"(\d{{1,3}})\s*(?:{one_of(minutes)})\.?\s+", re.IGNORECASE),
        re.compile(rf"\d{{1,3}}\s*(?:{one_of(minutes)})\.?\s|\d{{1,2}}[.:]\d{{2}}\s"),
    )


def _agenda_item(point: Text, words: Mapping[str, Sequence[str]], day: str) -> AgendaItem:
    lead = point.lead
    times = _times(tuple(words["clock_words"]), tuple(words["minutes"]))
    if clock := times.clock.match(lead):
        try:
            start = time(int(clock[1]), int(clock[2]))
        except ValueError:
            value = clock[0].strip()
            raise Misread("unreadable-time", line=point.line, value=value, meant="") from None
        return AgendaItem(start, None, cut(point, clock.end()))
    _check_lines(point, times.own, day)
    if minutes := times.lasts.match(lead):
        return AgendaItem(None, int(minutes[1]), cut(point, minutes.end()))
    if (nearly := re.match(r"(\d{1,3})\s*([^\W\d_]{1,9})\.?\s+", lead)) and difflib.get_close_matches(
        nearly[2].lower(), words["minutes"], cutoff=0.7
    ):
        meant = f"{nearly[1]} {words['minutes'][0]}"
        raise Misread("unreadable-minutes", line=point.line, column=3, value=f"{nearly[1]} {nearly[2]}", meant=meant)
    return AgendaItem(None, None, point)


def _check_lines(point: Text, timed: re.Pattern[str], day: str) -> None:
    """A line with minutes of its own below a point has lost its bullet."""
    number = point.line
    for before, token in pairwise(point.inline):
        number += before.type in {"softbreak", "hardbreak"}
        if before.type in {"softbreak", "hardbreak"} and token.type == "text" and timed.match(token.content):
            raise Misread("text-outside-list", line=number, column=1, value=token.content, title=day)


def _work_between(value: Sequence[RawSection], info: ValidationInfo) -> WorkBetween | None:
    section, reading = value[0], _reading(info)
    heading = reading.phrases["headings"]["gathering"]["work_between"]
    words = reading.phrases["dates"]
    known = vocabulary().words
    until = rf"(?:(?:{one_of(known['until'])})\s+)?({words['until_gathering']}\s+)?(?:{words['the']}\s+)?"
    found = re.match(rf"{heading}\s*{until}", section.title, flags=re.IGNORECASE)
    rest = section.title[found.end() :] if found else section.title
    try:
        due = reading.when(rest) if rest else None
    except Misread as misread:
        raise misread.at(section.line) from None
    if not rest and not section.text:
        return None
    return WorkBetween(due, section.text, section.line, to_gathering=bool(found and found[1]))


class Gathering(Item):
    """``samlinger/<id>.md``."""

    type: Annotated[str, BeforeValidator(OneOf("gathering_type"))] = "gathering"
    """What sort of gathering it is."""
    date: Annotated[WhenFact, Refers("gathering")] = OPEN
    """When it is, as exactly as it is known."""
    time: TimeFact | None = None
    """Clock times."""
    place: str = ""
    """Where it is."""
    meeting_link: Url = ""
    """Address of the online meeting."""
    duration: DurationFact | None = None
    """How long it lasts, where the date does not say it."""
    audience: Annotated[Ids, Refers("role")] = ()
    """Roles it is for; everyone when left out."""
    taught_by: Annotated[Ids, Refers("role")] = ()
    """Roles that hold it."""
    prepares: Annotated[Ids, Refers("gathering")] = ()
    """Gatherings that it prepares."""
    track: Annotated[Id, Refers("track")] = ""
    """The track it belongs to."""
    also_called: str = ""
    """Another name it goes by."""
    number: Number | None = None
    """Its number among the gatherings of the same audience, where the dates don't tell the order."""
    mentioned_only: Flag = False
    """Known only because others mention it: it gets no page of its own."""
    before: ListSection = ItemList()
    """What to do before it."""
    agenda: Annotated[tuple[AgendaDay, ...], BeforeValidator(_agenda)] = ()
    """The day plan."""
    focus_areas: Annotated[ListSection, Refers("focus_area", points="free")] = ItemList()
    """Focus points, and links to focus areas."""
    presentations: Annotated[ReferenceSection, Refers("resource", shared=True, points="free")] = ItemList()
    """Presentations that are shown."""
    work_between: Annotated[WorkBetween, BeforeValidator(_work_between)] | None = None
    """Work until the next gathering."""
    after: TextSection = NO_TEXT
    """What follows it."""
    resources: Annotated[ReferenceSection, Refers("resource", shared=True)] = ItemList()
    """Resources used in it."""
    inspirations: Annotated[ReferenceSection, Refers("inspiration", shared=True)] = ItemList()
    """Inspiration that belongs to it."""

    @property
    def clock(self) -> TimeSpan | None:
        """Its clock times, whether they stand by themselves or with the date."""
        return self.time or self.date.clock
