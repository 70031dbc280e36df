"""What a programme, a cohort, a gathering and a single date may say: how one takes part, where it is, what has changed.

Each adds to the one before it: a programme says how one takes part; a cohort also when and where it usually meets; a
gathering and a date also what has changed.
"""

from pydantic import BaseModel, ConfigDict

from ..values import AddressOrWords, DateFact, DayFact, Reason, TimeFact, Url
from .places import NO_PLACE, PlaceFact


class TakingPart(BaseModel):
    """How one takes part."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    sign_up: AddressOrWords = ""
    """Where one signs up: an address, or words."""
    deadline: DateFact | None = None
    """The last day to sign up."""
    seats: str = ""
    """How many there is room for."""
    price: str = ""
    """What it costs."""
    contact: str = ""
    """Who answers questions."""
    bring: str = ""
    """What to bring."""


class Practicalities(TakingPart):
    """The same, and when and where it is."""

    time: TimeFact | None = None
    """Clock times."""
    place: PlaceFact = NO_PLACE
    """Where it is: a place by its id, its title or a link to it, or words; after a comma the room."""
    address: str = ""
    """Street and town of the place, where it has no file of its own."""
    meeting_link: Url = ""
    """Address of the online meeting."""


class Circumstances(Practicalities):
    """The same, and what has changed since it was first told."""

    moved_from: DateFact | None = None
    """The first day that was told, where it has been moved."""
    cancelled: Reason = None
    """Why it is cancelled; empty where no reason is given; None where it is not cancelled."""
    told: DayFact | None = None
    """The day that the change was told."""
    place_before: PlaceFact = NO_PLACE
    """Where it was to be at first, where that has changed."""


NOTHING_SAID = Circumstances()
"""What a date says that says nothing but itself."""
