"""Compose what cohorts keep from gatherings: presentations, summaries, day plans of their own."""

from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts, address, has_page
from ...model.cohort import Cohort
from ...model.gathering import Gathering
from ...model.item import Item, Reference
from ...model.schedule.entries import FromGathering
from .agenda import AgendaDay, compose_agenda
from .composer import Composer
from .elements import NOTHING, Link, ListPart, Prose
from .texts import upper_first


@dataclass(frozen=True)
class MaterialLine:
    """A presentation or a resource, as a gathering's page lists it."""

    icon: str
    """Symbol in ``icons.svg``."""
    link: Link
    """Address None: there is nothing to open yet."""
    note: str
    """«Lenken mangler ennå», «Film og PDF · Brukes også i …», or empty."""
    said: Prose = NOTHING
    """The whole point, where it says more than the item's name; it is then shown instead of the name."""


@dataclass(frozen=True)
class KeptFrom:
    """What one cohort keeps from one gathering."""

    cohort: Link
    gathering: Link
    date: str
    """«3. november 2026»: when this cohort had it; empty where that is not known."""
    presentations: tuple[ListPart[MaterialLine], ...]
    summary: Prose
    agenda: tuple[AgendaDay, ...]


def kept_by(composer: Composer, parts: ProgrammeParts, cohort: Cohort) -> tuple[KeptFrom, ...]:
    """Compose all that a cohort keeps, in the order in which it was written."""
    return tuple(
        _kept(composer, parts, cohort, gathering, one)
        for one in cohort.from_gatherings
        if isinstance(gathering := composer.graph.target(cohort, one.gathering.target), Gathering)
    )


def kept_from(composer: Composer, parts: ProgrammeParts, gathering: Gathering) -> tuple[KeptFrom, ...]:
    """Compose all that cohorts keep from a gathering, in order of time."""
    return tuple(
        _kept(composer, parts, cohort, gathering, one)
        for cohort in parts.occurrences.cohorts
        for one in cohort.from_gatherings
        if composer.graph.target(cohort, one.gathering.target) is gathering
    )


def compose_presentation(composer: Composer, item: Item, reference: Reference) -> MaterialLine:
    """Compose a presentation as lists have it. ``item``: in whose file it stands."""
    link = composer.link(item, reference)
    said = composer.prose(item, reference.written) if reference.says_more else NOTHING
    note = "" if link.address else composer.words["missing_yet"]
    if reference.told:
        told = composer.words["stop"]["told"].format(date=composer.dates.show_day(reference.told))
        note = f"{note} · {told}" if note else upper_first(told)
    return MaterialLine("slides", link, note, said)


def _kept(
    composer: Composer, parts: ProgrammeParts, cohort: Cohort, gathering: Gathering, one: FromGathering
) -> KeptFrom:
    stops = [stop for stop in parts.occurrences.stops_in(cohort, gathering) if not stop.is_cancelled]
    clock = stops[0].clock if stops else None
    return KeptFrom(
        cohort=Link(cohort.title, address(cohort)),
        gathering=Link(
            gathering.title,
            composer.gathering_address(parts, gathering, cohort) if has_page(gathering) else None,
        ),
        date=composer.join([composer.dates.show(stop.when, "") for stop in stops if stop.when.dated]),
        presentations=composer.list_parts(
            cohort, one.presentations, lambda point: compose_presentation(composer, cohort, point)
        ),
        summary=composer.prose(cohort, one.summary),
        agenda=compose_agenda(composer, cohort, one.agenda, clock),
    )
