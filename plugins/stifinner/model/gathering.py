"""A gathering: participants come together for an hour, a day or several, in a room or online."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, ValidationInfo

from ..dates.when import OPEN, TimeSpan, When
from ..dates.words import one_of, vocabulary
from ..language.misread import Misread
from ..markdown.text import NO_TEXT, RawSection, Text
from .agenda.points import AgendaDay, read_agenda
from .item import Item, ItemList, ListSection, ReferenceSection, TextSection
from .references import Refers
from .values import (
    DurationFact,
    Flag,
    Id,
    Ids,
    Number,
    OneOf,
    Reading,
    TimeFact,
    Url,
    WhenFact,
    _reading,
)

GatheringType = Literal["gathering", "kick_off", "half_day", "supervision", "festival", "internal"]


@dataclass(frozen=True)
class WorkBetween:
    """Work to do between this gathering and a later one."""

    due: When | None
    """When it is to be done; None where the heading does not say, or says that it is the next gathering."""
    text: Text
    line: int = 0
    """Line of its heading."""
    to_gathering: bool = False
    """Whether the heading names a gathering as the time: «til samlingen 8. februar»."""


def _work_between(value: Sequence[RawSection], info: ValidationInfo) -> WorkBetween | None:
    """Read the section «Mellomarbeid», whose heading may go on with when it is due; None for an empty one."""
    section, reading = value[0], _reading(info)
    heading = reading.phrases["headings"]["gathering"]["work_between"]
    words = reading.phrases["dates"]
    known = vocabulary().words
    before = one_of([*known["until"], *known["deadline"]])
    until = rf"(?:[:,(–-]\s*)?(?:(?:{before})\s+)?({words['until_gathering']}\s+)?(?:{words['the']}\s+)?"
    found = re.match(rf"{heading}\s*{until}", section.title, flags=re.IGNORECASE)
    rest = section.title[found.end() :].rstrip(")") if found else section.title
    due = None if rest.lower() in known["next"] else _due(rest, reading, section.line)
    if not rest and not section.text:
        return None
    return WorkBetween(due, section.text, section.line, to_gathering=bool(found and found[1]))


def _due(written: str, reading: Reading, line: int) -> When | None:
    """Read when the work is due. A Misread says so of the heading at ``line``."""
    try:
        return reading.when(written) if written else None
    except Misread as misread:
        told = misread.at(line)
        told.details["heading"] = reading.phrases["headings"]["gathering"]["work_between"]
        told.code = "unreadable-deadline" if told.code == "unreadable-date" else told.code
        raise told from None


class Gathering(Item):
    """``samlinger/<id>.md``."""

    type: Annotated[GatheringType, BeforeValidator(OneOf("gathering_type"))] = "gathering"
    """The sort of gathering: a key of the catalogue's ``gathering_type``."""
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
    """Roles that it is for; everyone when left out."""
    taught_by: Annotated[Ids, Refers("role")] = ()
    """Roles that hold it."""
    prepares: Annotated[Ids, Refers("gathering")] = ()
    """Gatherings that it prepares."""
    track: Annotated[Id, Refers("track")] = ""
    """The track that it belongs to."""
    also_called: str = ""
    """Another name that it goes by."""
    number: Number | None = None
    """Its number among the gatherings of the same audience, where the dates don't tell their order."""
    mentioned_only: Flag = False
    """Whether it is known only because others mention it; it gets no page of its own."""
    before: ListSection = ItemList()
    """What to do before it."""
    agenda: Annotated[tuple[AgendaDay, ...], BeforeValidator(read_agenda)] = ()
    """The day plan."""
    focus_areas: Annotated[ListSection, Refers("focus_area", points="free")] = ItemList()
    """Focus points, and links to focus areas."""
    presentations: Annotated[ReferenceSection, Refers("resource", shared=True, points="free")] = ItemList()
    """Presentations that are shown at it."""
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
        """Its clock times, whether they stand as a fact or with the date."""
        return self.time or self.date.clock
