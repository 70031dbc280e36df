"""The page of a place: where it is, how one finds it, and what happens there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ...graph.places import PlaceAt
from ...graph.portal_graph import ProgrammeParts
from ...graph.stops import Stop, alone
from ...model.place import Place
from ..parts.composer import Composer
from ..parts.elements import Link, ProgrammeMark, Prose, Section, Sections, Within
from ..parts.page import Page
from ..parts.place_shown import map_of
from ..parts.texts import missing_summary
from ..parts.within import compose_within
from .role import WayStep

_WAYS = ("directions", "parking", "access")
"""Attributes of the sections that tell how one finds it, in their order on the page."""


@dataclass(frozen=True)
class PlacePage(Page):
    """A place. Fields that are empty are not shown."""

    styles = "hero way stop folded place"
    scripts = "next times when fold unfold"

    programme: ProgrammeMark | None
    """None for a place that all programmes share."""
    name: str
    notice: str
    lede: Prose
    about: Prose
    address: str
    room: str
    contact: str
    map: Link | None
    ways: Mapping[str, Section | None]
    """Attribute of a fixed heading → what stands below it; None where nothing does."""
    gatherings: tuple[WayStep, ...]
    """What takes place there, in order of time."""
    sections: Sections
    within: Within | None


def compose_place_page(composer: Composer, place: Place) -> PlacePage:
    """Compose the page of one place, of a programme or shared by all."""
    parts = composer.graph.parts_of(place.programme)
    at = PlaceAt(place, place.title, place.room, place.address)
    return PlacePage(
        programme=composer.mark(place.programme),
        name=place.title,
        notice=parts.programme.notice if parts else "",
        lede=composer.prose(place, place.summary),
        about=composer.prose(place, place.about),
        address=place.address,
        room=place.room,
        contact=place.contact,
        map=map_of(at, composer.phrases["words"]["place_page"]["map"]),
        ways={name: composer.known_section(place, name) for name in _WAYS},
        gatherings=tuple(_step(composer, place, one) for one in _held_at(composer).get(place.path, ())),
        sections=composer.sections(place),
        within=compose_within(composer, parts) if parts else None,
    )


def missing_of_place(composer: Composer, place: Place) -> Iterator[str]:
    """Tell what a place lacks: what it is, its address."""
    yield from missing_summary(composer, place)
    if not place.address:
        yield "address"


_Held = tuple[ProgrammeParts, Stop]


def _held_at(composer: Composer) -> Mapping[str, Sequence[_Held]]:
    """Give what takes place at each place, in order of time: path of the place → stops. Found once for all places."""
    if composer.held_at is None:
        found: dict[str, list[_Held]] = {}
        for parts in composer.graph.programmes:
            for stop in parts.occurrences.all:
                for path, there in _stops_at(stop):
                    found.setdefault(path, []).append((parts, there))
        composer.held_at = {path: sorted(held, key=_day) for path, held in found.items()}
    return composer.held_at


def _stops_at(stop: Stop) -> Iterator[tuple[str, Stop]]:
    """Give the places of a stop, each with what of the stop is there: all of it, or single times."""
    paths = [one.at.place.path if one.at.place else "" for one in stop.occurrences]
    if paths and paths[0] and len(set(paths)) == 1:
        yield paths[0], stop
        return
    for path, one in zip(paths, stop.occurrences, strict=True):
        if path:
            yield path, replace(stop, form="once", when=one.when, occurrences=(one,), numbers=(), of=0)


def _day(held: _Held) -> tuple[bool, date]:
    start = held[1].start
    return start is None, start or date.max


def _step(composer: Composer, place: Place, held: _Held) -> WayStep:
    """Compose what takes place; of where it is only the room is told, where that is not the place's own.

    What was to be elsewhere at first says both.
    """
    parts, stop = held
    cohort = alone(stop.cohorts)
    brief = composer.stop_brief(parts, stop)
    who = [parts.programme.short_name or parts.programme.title if not place.programme else "", brief.cohorts]
    shown = brief.stop and replace(
        brief.stop,
        times=tuple(
            replace(time, place=one.at.words if time.place_before else _room(place, one.at), at=None)
            for time, one in zip(brief.stop.times, stop.occurrences, strict=True)
        ),
    )
    return WayStep(
        brief.name,
        brief.address and composer.gathering_address(parts, stop.gathering, cohort),
        brief.shape,
        brief.date,
        _room(place, stop.at),
        False,
        " · ".join(filter(None, who)),
        shown,
    )


def _room(place: Place, at: PlaceAt) -> str:
    return at.room if at.room != place.room else ""
