"""What pages are about, for search engines: found in the portal's data, so that both say the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from .shown import GatheringData, OccurrenceData, PortalData, ProgrammeData


@dataclass(frozen=True)
class InstanceAbout:
    """A programme as somebody goes through it, from a first to a last day."""

    name: str
    page: str
    """Address from the portal's root."""
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True)
class CourseAbout:
    """A programme, or the cohorts of one."""

    name: str
    page: str
    """Address of the programme's page, from the portal's root."""
    description: str
    language: str
    """IETF tag."""
    provider: str
    """Empty where nothing is said of it."""
    part_of: str
    """Address of the umbrella's page; empty where it is part of none."""
    instances: tuple[InstanceAbout, ...]


@dataclass(frozen=True)
class EventAbout:
    """One time at which a gathering takes place, at a day that is known."""

    occurrence: OccurrenceData
    page: str
    """Address of the gathering's page, as its cohort reads it."""
    whole: tuple[str, ...]
    """Addresses of the pages of the cohorts that meet, or else of the programme."""


@dataclass(frozen=True)
class EventsAbout:
    """A gathering, with the times at which it takes place."""

    name: str
    description: str
    language: str
    """IETF tag."""
    provider: str
    """Empty where nothing is said of it."""
    events: tuple[EventAbout, ...]


About = CourseAbout | EventsAbout


def find_abouts(portal: PortalData) -> Mapping[str, About]:
    """Find what each page is about: address of a page → a programme, its cohort, or a gathering with known days."""
    pages = {programme.id: programme.page for programme in portal.programmes}
    return {
        page: about
        for programme in portal.programmes
        for page, about in _of_programme(programme, portal.language, pages.get(programme.part_of or "", ""))
    }


def _of_programme(programme: ProgrammeData, language: str, part_of: str) -> Iterator[tuple[str, About]]:
    cohorts = {one.id: InstanceAbout(one.name, one.page, one.first_day, one.last_day) for one in programme.cohorts}
    whole = InstanceAbout(programme.name, programme.page, programme.first_day, programme.last_day)

    def course(*instances: InstanceAbout) -> CourseAbout:
        return CourseAbout(
            name=programme.name,
            page=programme.page,
            description=programme.description,
            language=language,
            provider=programme.provider,
            part_of=part_of,
            instances=tuple(one for one in instances if one.first_day),
        )

    yield programme.page, course(*(cohorts.values() or [whole]))
    yield from ((one.page, course(one)) for one in cohorts.values())
    pages = {id: one.page for id, one in cohorts.items()}
    by_gathering: dict[str, list[EventAbout]] = {}
    for stop in programme.stops:
        whose = tuple(pages[id] for id in stop.cohorts) or tuple(pages.values()) or (programme.page,)
        by_gathering.setdefault(stop.gathering, []).extend(
            EventAbout(one, stop.page, whose) for one in stop.occurrences if one.first_day
        )
    for gathering in programme.gatherings:
        events = by_gathering.get(gathering.id)
        if gathering.page and events:
            yield gathering.page, _events(gathering, programme, language, events)


def _events(gathering: GatheringData, programme: ProgrammeData, language: str, events: list[EventAbout]) -> EventsAbout:
    return EventsAbout(gathering.name, gathering.description, language, programme.provider, tuple(events))
