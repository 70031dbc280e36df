"""A gathering: a kick-off, a day, two days, supervision, a festival."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo

from ..date_reader import one_of
from ..dates import OPEN, When
from ..markdown.text import NO_TEXT, RawSection, Text
from ..problems import Misread
from .agenda.points import AgendaDay, read_agenda
from .item import Item, ItemList, ListSection, ReferenceSection, TextSection
from .values import DurationFact, Flag, Id, Ids, Number, OneOf, TimeFact, Url, WhenFact, _reading


@dataclass(frozen=True)
class WorkBetween:
    """Work between gatherings."""

    due: When | None
    text: Text


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
    before: ListSection = ItemList()
    """What to do before it."""
    agenda: Annotated[tuple[AgendaDay, ...], BeforeValidator(read_agenda)] = ()
    """The day plan."""
    focus_areas: ListSection = ItemList()
    """Focus points, and links to focus areas."""
    presentations: ReferenceSection = ItemList()
    """Presentations that are shown."""
    work_between: Annotated[WorkBetween, BeforeValidator(_work_between)] | None = None
    """Work until the next gathering."""
    after: TextSection = NO_TEXT
    """What follows it."""
    resources: ReferenceSection = ItemList()
    """Resources used in it."""
    inspirations: ReferenceSection = ItemList()
    """Inspiration that belongs to it."""
