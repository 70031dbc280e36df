"""Compose the portal as data for other programs."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from ...dates.zone import in_norway
from ...graph.calendar import DatedEntry, ProgrammeCalendar, portal_word
from ...graph.portal_graph import ProgrammeParts, address, has_page
from ...graph.schedules import joining
from ...graph.stops import Occurrence, Stop, alone
from ...graph.ways import cohorts_of
from ...model.cohort import Cohort
from ...model.gathering import Gathering
from ...model.resource import Resource
from ...model.role import Role
from ...model.schedule.circumstances import TakingPart
from ..calendars.compose import calendar_of, dates_address, download_address
from ..parts.composer import Composer
from ..parts.resource_row import compose_form
from .shown import (
    CohortData,
    DeadlineData,
    FormData,
    GatheringData,
    NamedData,
    OccurrenceData,
    PlaceData,
    PortalData,
    ProgrammeData,
    ResourceData,
    RoleData,
    SignUpData,
    StopData,
)


def compose_portal_data(composer: Composer, name: str) -> PortalData:
    """Compose all of the portal as data. ``name``: the portal's."""
    graph = composer.graph
    return PortalData(
        name=name,
        language=composer.phrases["html_lang"],
        is_sample=graph.portal.sample,
        description=graph.portal.summary.plain,
        programmes=tuple(_ProgrammeComposer(composer, parts).compose() for parts in graph.programmes),
        resources=_resources(composer, graph.shared(Resource)),
    )


class _ProgrammeComposer:
    """Composes one programme."""

    def __init__(self, composer: Composer, parts: ProgrammeParts) -> None:
        self._composer, self._parts = composer, parts
        self._calendar: ProgrammeCalendar = calendar_of(composer, parts)
        self._online = composer.phrases["words"]["gathering_page"]["online"]
        self._key = portal_word(composer.graph.portal)

    def compose(self) -> ProgrammeData:
        composer, parts = self._composer, self._parts
        programme, mark = parts.programme, composer.mark_of(parts)
        stops, state = parts.occurrences.all, programme.state or None
        first, last = _span(stops, state)
        return ProgrammeData(
            id=programme.id,
            name=programme.title,
            short_name=mark.short_name,
            page=mark.address,
            description=programme.summary.plain,
            type=programme.type,
            part_of=programme.part_of or None,
            provider="" if composer.graph.portal.sample else programme.provider,
            audience=programme.audience,
            state=state,
            first_day=first,
            last_day=last,
            calendar=dates_address(composer, mark.address) if self._calendar.of().dated else None,
            sign_up=_sign_up(joining(programme, None)),
            cohorts=tuple(map(self._cohort, parts.occurrences.cohorts)),
            roles=tuple(map(self._role, parts.of(Role))),
            gatherings=tuple(map(self._gathering, parts.of(Gathering))),
            stops=tuple(map(self._stop, stops)),
            deadlines=tuple(self._deadlines()),
            resources=_resources(composer, parts.of(Resource)),
        )

    def _cohort(self, cohort: Cohort) -> CohortData:
        state = cohort.state or None
        first, last = _span(self._parts.occurrences.paths[cohort.id], state)
        page = address(cohort)
        return CohortData(
            id=cohort.id,
            name=cohort.title,
            page=page,
            description=cohort.summary.plain,
            state=state,
            first_day=first,
            last_day=last,
            calendar=dates_address(self._composer, page) if self._calendar.of(cohort).dated else None,
            sign_up=_sign_up(joining(self._parts.programme, cohort)),
        )

    def _role(self, role: Role) -> RoleData:
        cohorts = tuple(cohort.id for cohort in cohorts_of(self._parts, role))
        return RoleData(role.id, role.title, address(role), role.summary.plain, cohorts)

    def _gathering(self, gathering: Gathering) -> GatheringData:
        return GatheringData(
            id=gathering.id,
            name=gathering.title,
            page=address(gathering) if has_page(gathering) else None,
            type=gathering.type,
            description=gathering.summary.plain,
            audience=tuple(self._named(gathering.audience)),
        )

    def _named(self, ids: Collection[str]) -> Iterator[NamedData]:
        yield from (NamedData(role.id, role.title) for role in self._parts.of(Role) if role.id in ids)
        yield from (NamedData(None, role.title) for role in self._parts.named_roles if role.id in ids)

    # --- stops ----------------------------------------------------------------------------------------------------

    def _stop(self, stop: Stop) -> StopData:
        return StopData(
            gathering=stop.id,
            page=self._composer.gathering_address(self._parts, stop.gathering, alone(stop.cohorts)),
            form="once" if stop.form == "varies" else stop.form,
            cohorts=_ids(stop.cohorts),
            occurrences=tuple(self._occurrences(stop)),
        )

    def _occurrences(self, stop: Stop) -> Iterator[OccurrenceData]:
        """Give each day of a stop as calendars have it, and the times of which no day is known."""
        entries = self._calendar.dated.get(id(stop), ())
        for one in stop.occurrences:
            own = [entry for entry in entries if entry.occurrence is one]
            yield from (self._occurrence(one, entry) for entry in own)
            if not own and not one.when.dated:
                yield self._occurrence(one, None)

    def _occurrence(self, one: Occurrence, entry: DatedEntry | None) -> OccurrenceData:
        says, day = one.says, entry.day if entry else one.when
        first, last = (day.start, day.end) if entry else (None, None)
        begins, ends = in_norway(first, one.clock) if first and one.clock and first == last else (None, None)
        return OccurrenceData(
            uid=entry.key.uid(self._key) if entry else None,
            calendar=download_address(entry) if entry and has_page(entry.stop.gathering) else None,
            when=self._composer.date(self._parts, day).text,
            clock=self._composer.dates.show_time(one.clock) if one.clock else "",
            first_day=first,
            last_day=last,
            begins=begins,
            ends=ends,
            state="cancelled" if one.is_cancelled else "moved" if says.moved_from else "planned",
            moved_from=one.moved_from.start if one.moved_from else None,
            told=says.told.start if says.told else None,
            number=entry.number if entry else 0,
            place=self._place(one),
            is_online=bool(says.meeting_link),
            sign_up=_sign_up(says),
        )

    def _place(self, one: Occurrence) -> PlaceData | None:
        """Give where it is; nowhere, where the words for it say that it is on the net."""
        at = one.at
        is_nowhere = one.says.meeting_link and at.line.casefold() == self._online.casefold()
        if is_nowhere or not at.line:
            return None
        return PlaceData(address(at.place) if at.place else None, at.name, at.room, at.address)

    def _deadlines(self) -> Iterator[DeadlineData]:
        for due in self._calendar.of().due:
            yield DeadlineData(
                uid=due.key.uid(self._key),
                day=due.day,
                about="sign-up" if due.key.about == "deadline" else "work",
                gathering=due.gathering.id if due.gathering else None,
                cohorts=_ids(due.cohorts),
                steps=tuple(step.plain for step in due.steps),
            )


def _ids(cohorts: Sequence[Cohort]) -> tuple[str, ...]:
    return tuple(cohort.id for cohort in cohorts)


def _span(stops: Sequence[Stop], state: str | None) -> tuple[date | None, date | None]:
    """Give the first day that is known, and the last one where none can follow that is not."""
    days = [day for stop in stops if stop.when.dated for day in (stop.start, stop.end) if day]
    if not days:
        return None, None
    goes_on = state != "completed" and any(not stop.when.dated for stop in stops)
    return min(days), None if goes_on else max(days)


def _sign_up(says: TakingPart) -> SignUpData | None:
    deadline = says.deadline if says.deadline and says.deadline.dated else None
    clock = deadline.clock if deadline else None
    said = SignUpData(
        where=says.sign_up,
        by=deadline.end if deadline else None,
        by_clock=(clock.end or clock.start) if clock else None,
        seats=says.seats,
        price=says.price,
        bring=says.bring,
    )
    return said if any((said.where, said.by, said.seats, said.price, said.bring)) else None


def _resources(composer: Composer, resources: Sequence[Resource]) -> tuple[ResourceData, ...]:
    return tuple(
        ResourceData(
            id=resource.id,
            name=resource.title,
            page=address(resource),
            description=resource.summary.plain,
            author=resource.author,
            length=resource.length,
            language=resource.language,
            forms=tuple(_forms(composer, resource)),
        )
        for resource in resources
    )


def _forms(composer: Composer, resource: Resource) -> Iterator[FormData]:
    for reference in resource.forms.items:
        form = compose_form(composer, resource, reference)
        yield FormData(form.kind, form.link.address)
