"""A cohort: those who go through a programme together, with the dates of the gatherings as they have them."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

from .item import Item
from .references import Refers
from .schedule.circumstances import Practicalities
from .schedule.entries import FromGathering, Schedule
from .schedule.from_gatherings import read_from_gatherings
from .schedule.reader import read_schedule
from .values import Number, OneOf, State


class Cohort(Practicalities, Item):
    """``kull/<id>.md``."""

    participants: str = ""
    """How many they are, or who."""
    state: Annotated[Literal["", State], BeforeValidator(OneOf("cohort_state"))] = ""
    """Planned, running or completed, where the dates can't tell."""
    order: Number | None = None
    """Its place among the cohorts, where the dates can't tell."""
    schedule: Annotated[
        Schedule,
        BeforeValidator(read_schedule),
        Refers("gathering", part="dates"),
        Refers("gathering", own=True, points="some", part="gathering"),
        Refers("cohort", own=True, points="some", part="shared_with"),
        Refers("place", shared=True, points="some", part="places"),
    ] = ()
    """When it has which gathering."""
    from_gatherings: Annotated[
        tuple[FromGathering, ...],
        BeforeValidator(read_from_gatherings),
        Refers("gathering", own=True, points="some", part="gathering"),
        Refers("resource", shared=True, points="free", part="presentations"),
    ] = ()
    """What it keeps from the gatherings: presentations, summaries, day plans of its own."""
