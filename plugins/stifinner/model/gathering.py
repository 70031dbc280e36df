"""A gathering: participants come together for an hour, a day or several, in a room or online."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from ..dates.when import OPEN, TimeSpan
from ..markdown.text import NO_TEXT
from .agenda.points import AgendaDay, read_agenda
from .item import Item, ItemList, ListSection, ReferenceSection, TextSection
from .presentations import PresentationSection
from .references import Refers
from .schedule.circumstances import Circumstances
from .schedule.entries import Schedule
from .schedule.reader import read_own_schedule
from .values import DurationFact, Flag, Id, Ids, Number, OneOf, WhenFact
from .work import WorkBetween, read_work_between

GatheringType = Literal["gathering", "kick_off", "half_day", "supervision", "festival", "internal"]


class Gathering(Circumstances, Item):
    """``samlinger/<id>.md``."""

    type: Annotated[GatheringType, BeforeValidator(OneOf("gathering_type"))] = "gathering"
    """The sort of gathering: a key of the catalogue's ``gathering_type``."""
    date: Annotated[WhenFact, Refers("gathering")] = OPEN
    """When it is, as exactly as it is known."""
    schedule: Annotated[Schedule, BeforeValidator(read_own_schedule), Refers("gathering", part="dates")] = ()
    """When it is, where one line on top does not say it: one entry."""
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
    cohorts: Annotated[Ids, Refers("cohort")] = ()
    """Cohorts that alone have it; every cohort when left out."""
    module: str = ""
    """Name of the module that it is part of, with all others of the same name."""
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
    presentations: Annotated[PresentationSection, Refers("resource", shared=True, points="free")] = ItemList()
    """Presentations that are shown at it."""
    work_between: Annotated[WorkBetween, BeforeValidator(read_work_between)] | None = None
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
