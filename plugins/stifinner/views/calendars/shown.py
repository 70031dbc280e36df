"""An entry of a calendar, and a file of entries, before they are written in a calendar's own format."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from ..parts.elements import Link

Status = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]
"""RFC 5545: whether it takes place; one of several to choose from is tentative."""


@dataclass(frozen=True)
class CalendarEntry:
    """What stands in a calendar."""

    uid: str
    """Its lasting name."""
    begins: date | datetime
    """The first day, or the moment in UTC."""
    ends: date | datetime | None
    """The last day, or the moment in UTC; None where it is not known."""
    name: str
    """«Fagkveld, velg én av to (Lek som lærer, kull 1)»."""
    lines: tuple[str, ...]
    """What else is to be known, line by line."""
    place: str
    address: str
    """Address of the page that tells of it, from the portal's root."""
    categories: tuple[str, ...]
    status: Status = "CONFIRMED"
    number: int = 0
    """Rises with each change that is told."""
    told: date | None = None
    """The day that its last change was told; None where nothing has changed."""
    is_busy: bool = True
    """Whether it takes somebody's time; a deadline does not."""


@dataclass(frozen=True)
class CalendarFile:
    """A file with entries, to subscribe to or to fetch."""

    address: str
    """Of the file, from the portal's root: ``programmer/x/kull/kull-1/kalender.ics``."""
    name: str
    """«Lek som lærer, kull 1»; empty for a file with a single entry."""
    entries: tuple[CalendarEntry, ...]


@dataclass(frozen=True)
class Narrower:
    """Pages that offer fewer dates, such as only those of a role."""

    hint: str
    """«Er du i en bestemt rolle, abonner heller fra siden til rollen.»; empty where there are none."""
    pages: tuple[Link, ...]


NO_NARROWER = Narrower("", ())
"""Where nobody needs fewer dates."""


@dataclass(frozen=True)
class CalendarOffer:
    """What a page offers of a way's dates."""

    name: str
    """Whose dates they are, as inside a sentence: «kull 1»."""
    dates: str
    """Address of the file, from the portal's root."""
    deadlines: str
    """The same of the file with deadlines; empty where there are none."""
    narrower: Narrower = NO_NARROWER


@dataclass(frozen=True)
class CalendarDownload:
    """One day to put into a calendar."""

    text: str
    """«tirsdag 3. november 2026 kl. 17.00–19.00»."""
    cohort: str
    """«Kull 1», or empty."""
    cohorts: tuple[str, ...]
    """Ids of the cohorts that it is for; empty: everyone."""
    address: str
    """Of the file, from the portal's root."""
    last: str
    """ISO 8601: its last day, after which nobody needs it."""
