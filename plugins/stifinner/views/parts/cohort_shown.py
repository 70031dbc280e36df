"""A cohort as pages show it: on its card, on a gathering's page, and as one of those that the reader may be in."""

from dataclasses import dataclass

from .date_shown import DateShown
from .elements import Link, Shape
from .place_shown import PlaceShown
from .state import StateShown
from .stop_shown import StopShown


@dataclass(frozen=True)
class StopLine:
    """A stop in a list of dates."""

    name: str
    address: str | None
    shape: Shape
    date: DateShown
    """In one line."""
    place: str
    stop: StopShown | None
    """Its times, and what became of them; None where date and place say all of it."""
    at: PlaceShown | None = None
    """The place with its page, address and map; None where ``place`` says all of it."""


@dataclass(frozen=True)
class CohortShown:
    """A cohort with its dates: all of its way, or those of one gathering."""

    id: str
    name: str
    address: str
    state: StateShown
    period: str
    """«August 2026–juni 2027», or empty."""
    participants: str
    """«33 styrere og medarbeidere», or empty."""
    lines: tuple[StopLine, ...]
    roles: tuple[Link, ...] = ()
    """On its card, the pages of the roles in it: «Jeg er styrer»."""


@dataclass(frozen=True)
class Door:
    """A way on for the reader: to a cohort, or to a role in it; with what is next there."""

    id: str
    """Of the cohort."""
    name: str
    """«Kull 1», «Jeg er styrer»."""
    address: str
    state: StateShown
    """Of the cohort."""
    lines: tuple[StopLine, ...]
    """The way of whoever goes in there, from which the browser finds what is next."""
