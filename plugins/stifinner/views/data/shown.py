"""The portal as data for other programs: what ``portal.json`` says, and what pages say of themselves in their heads.

The sentences below are the documentation of ``portal.json``: its JSON Schema is made of them.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar, Literal


class Described:
    """Data whose schema has the sentences that stand below its attributes."""

    __pydantic_config__: ClassVar = {"use_attribute_docstrings": True}


@dataclass(frozen=True)
class NamedData(Described):
    """Somebody or something that is named."""

    id: str | None
    """Its id, by which it is found in the lists here; null where it has only a name."""
    name: str


@dataclass(frozen=True)
class PlaceData(Described):
    """Where something takes place, as far as it is known."""

    page: str | None
    """Address of the page that tells how one finds it, from the portal's root; null where there is none."""
    name: str
    """Its name, or the words that an editor wrote; empty where only its address is known."""
    room: str
    address: str
    """Street and town."""


@dataclass(frozen=True)
class SignUpData(Described):
    """How one takes part. Whom to ask, the page tells."""

    where: str
    """Where one signs up: an address, or words; empty where nothing is said."""
    by: date | None
    """The last day to sign up; null where no one day is known."""
    by_clock: time | None
    """Until when on that day, by the clock of Norway; null: all of it."""
    seats: str
    """How many there is room for, in words."""
    price: str
    """What it costs, in words."""
    bring: str
    """What to bring, in words."""


@dataclass(frozen=True)
class OccurrenceData(Described):
    """One time at which a gathering takes place: a day, or days on end."""

    uid: str | None
    """Its lasting name, the same as in the portal's calendars (UID); null as long as no day is known."""
    calendar: str | None
    """Address of a calendar file with this occurrence alone, from the portal's root; null where there is none."""
    when: str
    """The date as readers see it: «høst 2027», «tirsdag 3. november 2026»."""
    clock: str
    """Its clock times as readers see them, on each day where there are several; empty where none are known."""
    first_day: date | None
    """Null as long as no day is known."""
    last_day: date | None
    """The same day where it does not last longer."""
    begins: datetime | None
    """With Norway's offset on that day; null where no clock time is known, or it lasts for several days."""
    ends: datetime | None
    """Null where its end is not known either."""
    state: Literal["planned", "moved", "cancelled"]
    """What has become of it, as it was told."""
    moved_from: date | None
    """The first day that was told; null where it was not moved, or no day had been told."""
    told: date | None
    """The day on which its last change was told."""
    number: int
    """Rises with each change that is told, as in the portal's calendars (SEQUENCE)."""
    place: PlaceData | None
    is_online: bool
    """Whether one can take part over the net; how, the gathering's page tells."""
    sign_up: SignUpData | None
    """How one takes part in it; null where nothing is said."""


@dataclass(frozen=True)
class StopData(Described):
    """One step on the way through a programme: a gathering that takes place once, or its times that belong together."""

    gathering: str
    """Id of the gathering."""
    page: str
    """Address of the page that tells of it, from the portal's root, as its cohort reads it."""
    form: Literal["once", "choice", "part", "series"]
    """``choice``: each comes to one of the occurrences; ``part``: one of several parts; ``series``: comes back."""
    cohorts: tuple[str, ...]
    """Ids of the cohorts that meet; empty: everyone."""
    occurrences: tuple[OccurrenceData, ...]


@dataclass(frozen=True)
class DeadlineData(Described):
    """The last day for work between gatherings, or for signing up."""

    uid: str
    """Its lasting name, the same as in the portal's calendars (UID)."""
    day: date
    about: Literal["work", "sign-up"]
    """What is to be done by then."""
    gathering: str | None
    """Id of the gathering that gives the work, or that one signs up for; null for a whole cohort or programme."""
    cohorts: tuple[str, ...]
    """Ids of the cohorts whose deadline it is; empty: everyone's."""
    steps: tuple[str, ...]
    """What is to be done by then, where that is less than the whole work."""


@dataclass(frozen=True)
class GatheringData(Described):
    """A gathering: what it is about. When it takes place stands in the stops."""

    id: str
    name: str
    page: str | None
    """Address of its page, from the portal's root; null where it is only mentioned."""
    type: Literal["gathering", "kick_off", "half_day", "supervision", "festival", "internal"]
    """The sort of gathering."""
    description: str
    audience: tuple[NamedData, ...]
    """Roles that it is for; empty: everyone."""


@dataclass(frozen=True)
class CohortData(Described):
    """Those who go through the programme together."""

    id: str
    name: str
    page: str
    """Address of its page, from the portal's root."""
    description: str
    state: Literal["planned", "running", "completed"] | None
    """As it was said; null where the dates tell it."""
    first_day: date | None
    """The first day that is known."""
    last_day: date | None
    """The last day that is known; null where more is to come whose day is not known."""
    calendar: str | None
    """Address of the calendar to subscribe to, from the portal's root; null where no day is known."""
    sign_up: SignUpData | None
    """How one joins it: its own sign-up, or else the programme's; null where nothing is said."""


@dataclass(frozen=True)
class RoleData(Described):
    """A role that participants have."""

    id: str
    name: str
    page: str
    """Address of its page, from the portal's root."""
    description: str
    cohorts: tuple[str, ...]
    """Ids of the cohorts in which it has a way of its own."""


@dataclass(frozen=True)
class FormData(Described):
    """A form that a resource exists in."""

    name: str
    """«Film», «PDF»."""
    address: str | None
    """Where it is: a whole address, or one from the portal's root; null where it is still to come."""


@dataclass(frozen=True)
class ResourceData(Described):
    """A film, a presentation, an article, a method."""

    id: str
    name: str
    page: str
    """Address of its page, from the portal's root."""
    description: str
    author: str
    length: str
    """How long it takes, in words: «12 minutter»."""
    language: str
    """The language it is in, in words."""
    forms: tuple[FormData, ...]


@dataclass(frozen=True)
class ProgrammeData(Described):
    """A programme, or the umbrella over local editions of one."""

    id: str
    name: str
    short_name: str
    """For where there is little room; the name where there is no shorter one."""
    page: str
    """Address of its page, from the portal's root."""
    description: str
    type: Literal["programme", "umbrella"]
    """``umbrella``: nobody takes part in it, but in one of its local editions."""
    part_of: str | None
    """Id of the umbrella that it is a local edition of."""
    provider: str
    """Who delivers it, in words; empty where nothing is said, and always in a sample."""
    audience: str
    """Whom it is for, in words."""
    state: Literal["planned", "running", "completed"] | None
    """As it was said; null where the dates tell it."""
    first_day: date | None
    """The first day that is known."""
    last_day: date | None
    """The last day that is known; null where more is to come whose day is not known."""
    calendar: str | None
    """Address of the calendar to subscribe to, from the portal's root; null where no day is known."""
    sign_up: SignUpData | None
    """How one joins it; null where nothing is said."""
    cohorts: tuple[CohortData, ...]
    roles: tuple[RoleData, ...]
    gatherings: tuple[GatheringData, ...]
    stops: tuple[StopData, ...]
    """When the gatherings take place, for everyone and for each cohort: by day, those without a known day last."""
    deadlines: tuple[DeadlineData, ...]
    resources: tuple[ResourceData, ...]


@dataclass(frozen=True)
class PortalData(Described):
    """All of the portal that other programs may want to know. More may be added to it; what is here stays."""

    name: str
    language: str
    """IETF tag of the language that all words here are in: ``nb``."""
    is_sample: bool
    """Whether the portal only shows what one can be like."""
    description: str
    programmes: tuple[ProgrammeData, ...]
    resources: tuple[ResourceData, ...]
    """Those that belong to no programme."""
