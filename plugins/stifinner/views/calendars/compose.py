"""Compose what stands in calendars: entries, the files that they lie in, and what pages offer of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from ...dates.when import TimeSpan, When
from ...dates.zone import in_utc
from ...graph.calendar import (
    CalendarKey,
    DatedEntry,
    DueEntry,
    ProgrammeCalendar,
    WayDates,
    portal_word,
    resolve_calendar,
)
from ...graph.portal_graph import ProgrammeParts, address, has_page
from ...graph.stops import alone
from ...graph.ways import cohorts_of, roles_in
from ...model.cohort import Cohort
from ...model.gathering import Gathering
from ...model.role import Role
from ..parts.cohorts import role_address
from ..parts.composer import Composer
from ..parts.elements import Link
from ..parts.sign_up import sign_up_lines
from ..parts.stop_shown import SignUp, TimeShown
from ..parts.texts import lower_first, named_in_sample, sample_mark, upper_first
from .shown import NO_NARROWER, CalendarDownload, CalendarEntry, CalendarFile, CalendarOffer, Narrower

_LONGEST_NAME = 80
"""Characters of a step that stand in the name of its entry."""


class _Feed(NamedTuple):
    """What one subscribes to: the dates of one way, at the address of its page."""

    page: str
    name: str
    dates: WayDates


class CalendarComposer:
    """Composes the calendars of one programme; an entry that stands in several of them is composed once."""

    def __init__(self, composer: Composer, parts: ProgrammeParts) -> None:
        self._composer, self._parts = composer, parts
        self._words = composer.words["calendar"]
        self._calendar = calendar_of(composer, parts)
        self._entries: dict[int, CalendarEntry] = {}
        self._dues: dict[CalendarKey, CalendarEntry] = {}
        portal = composer.graph.portal
        self._key = portal_word(portal)
        self._sample = sample_mark(portal, composer.phrases)

    def files(self) -> Iterator[CalendarFile]:
        """Compose every calendar file of the programme."""
        for feed in self._feeds():
            dates = CalendarFile(
                dates_address(self._composer, feed.page),
                self._named(feed.name),
                tuple(self._dated(entry) for entry in feed.dates.dated),
            )
            due = CalendarFile(
                deadlines_address(self._composer, feed.page),
                self._named(self._words["deadlines_of"].format(name=feed.name)),
                tuple(self._due(entry) for entry in feed.dates.due),
            )
            yield from (one for one in (dates, due) if one.entries)
        for entry in self._calendar.of().dated:
            if has_page(entry.stop.gathering):
                yield CalendarFile(download_address(entry), "", (self._dated(entry),))

    def _feeds(self) -> Iterator[_Feed]:
        """Give what can be subscribed to: the programme, each cohort, each role in a cohort or outside the cohorts."""
        composer, parts, calendar = self._composer, self._parts, self._calendar
        mark = composer.mark_of(parts)
        yield _Feed(mark.address, mark.short_name, calendar.of())
        for cohort in parts.occurrences.cohorts:
            name = lower_first(cohort.title)
            yield _Feed(address(cohort), self._in_programme(name), calendar.of(cohort))
            for role in roles_in(parts, cohort):
                page = role_address(composer, parts, role, cohort)
                whole = self._in_programme(f"{lower_first(role.title)}, {name}")
                yield _Feed(page, whole, calendar.of(cohort, role))
        for role in parts.of(Role):
            if not cohorts_of(parts, role):
                yield _Feed(address(role), self._in_programme(lower_first(role.title)), calendar.of(role=role))

    def _in_programme(self, name: str) -> str:
        return f"{self._composer.mark_of(self._parts).short_name}, {name}"

    def _named(self, name: str) -> str:
        """Name a calendar."""
        return named_in_sample(name, self._composer.graph.portal, self._composer.phrases)

    # --- entries --------------------------------------------------------------------------------------------------

    def _dated(self, entry: DatedEntry) -> CalendarEntry:
        if id(entry) not in self._entries:
            self._entries[id(entry)] = self._compose_dated(entry)
        return self._entries[id(entry)]

    def _compose_dated(self, entry: DatedEntry) -> CalendarEntry:
        stop, one, gathering = entry.stop, entry.occurrence, entry.stop.gathering
        brief = self._composer.stop_brief(self._parts, stop)
        shown = brief.stop
        time = shown.times[stop.occurrences.index(one)] if shown else None
        first, last = entry.day.start, entry.day.end
        if first is None or last is None:
            raise ValueError("a day without a date is in no calendar")
        begins, ends = in_utc(first, one.clock) if one.clock and first == last else (first, last)
        sign_up = (time.sign_up or shown.sign_up) if time and shown and not time.cancelled else None
        words = self._words
        name = gathering.title
        # Nothing is said of the other times: when one of them is moved, only its own entry is sent anew.
        if stop.form == "choice":
            name = words["choice"].format(name=name)
        elif shown and stop.form == "part":
            name = f"{name}, {lower_first(shown.words)}"
        if one.is_cancelled:
            name = words["off"].format(name=name)
        return CalendarEntry(
            uid=entry.key.uid(self._key),
            begins=begins,
            ends=ends,
            name=self._whole_name(name, stop.cohorts),
            lines=(*(self._changes(time) if time else ()), *self._known(entry, sign_up, brief.audience)),
            place=one.at.line or one.says.meeting_link,
            address=self._composer.gathering_address(self._parts, gathering, alone(stop.cohorts)),
            categories=self._categories(self._composer.words["gathering_kinds"][gathering.type]),
            status="CANCELLED" if one.is_cancelled else "TENTATIVE" if stop.form == "choice" else "CONFIRMED",
            number=entry.number,
            told=one.says.told.start if one.says.told else None,
        )

    def _changes(self, time: TimeShown) -> Iterator[str]:
        """Tell what became of it."""
        told = f", {time.told}" if time.told else ""
        if time.cancelled:
            yield f"{time.cancelled}{told}."
        if time.moved:
            yield self._words["moved"].format(date=time.moved) + f"{'' if time.cancelled else told}."
        if time.place_before:
            yield self._words["place_before"].format(place=time.place_before)

    def _known(self, entry: DatedEntry, sign_up: SignUp | None, audience: str) -> Iterator[str]:
        """Tell what one must know."""
        stop, one, words = entry.stop, entry.occurrence, self._words
        if one.clock and entry.day.days > 1:
            yield upper_first(self._composer.dates.show_time(one.clock))
        if len(stop.cohorts) > 1:
            yield self._composer.words["stop"]["together_all"].format(
                cohorts=self._composer.join([cohort.title for cohort in stop.cohorts])
            )
        if audience:
            yield words["audience"].format(audience=lower_first(audience))
        if one.says.meeting_link and one.at.line and not one.is_cancelled:
            yield f"{self._composer.words['meeting']}: {one.says.meeting_link}"
        if sign_up:
            yield from sign_up_lines(self._composer, sign_up)

    def _due(self, due: DueEntry) -> CalendarEntry:
        if due.key not in self._dues:
            self._dues[due.key] = self._compose_due(due)
        return self._dues[due.key]

    def _compose_due(self, due: DueEntry) -> CalendarEntry:
        composer, words = self._composer, self._words
        steps = [step.plain for step in due.steps]
        home = due.gathering or (due.cohorts[0] if due.cohorts else self._parts.programme)
        if due.key.about == "deadline":
            name = words["sign_up_to"].format(name=composer.mid_sentence(home.title))
        elif len(steps) == 1:
            name = words["due"].format(name=_short(steps[0]))
        else:
            name = words["work_of"].format(name=composer.mid_sentence(home.title))
        where = address(home)
        if due.gathering:
            cohort = alone(due.cohorts)
            place = composer.anchors["work_between"] if due.key.about == "work" else ""
            where = composer.gathering_address(self._parts, due.gathering, cohort, place)
        return CalendarEntry(
            uid=due.key.uid(self._key),
            begins=due.day,
            ends=due.day,
            name=self._named(name) if home is self._parts.programme else self._whole_name(name, due.cohorts),
            lines=tuple(steps) if len(steps) > 1 or (steps and steps[0] != _short(steps[0])) else (),
            place="",
            address=where,
            categories=self._categories(words["deadline"]),
            number=due.number,
            told=due.told.start if due.told else None,
            is_busy=False,
        )

    def _whole_name(self, name: str, cohorts: Sequence[Cohort]) -> str:
        """Say after a name which programme it belongs to, whose it is where there are several cohorts."""
        said = [self._composer.mark_of(self._parts).short_name]
        if len(cohorts) and len(self._parts.occurrences.cohorts) > 1:
            said.append(self._composer.join([self._composer.mid_sentence(cohort.title) for cohort in cohorts]))
        return f"{name} ({', '.join(filter(None, (*said, self._sample)))})"

    def _categories(self, kind: str) -> tuple[str, ...]:
        return tuple(filter(None, (self._composer.mark_of(self._parts).short_name, kind, self._sample)))


def compose_calendars(composer: Composer, moved: Iterable[tuple[str, str]]) -> tuple[CalendarFile, ...]:
    """Compose every calendar file; what one subscribes to stands at the old addresses of its page too.

    ``moved``: each old address of a page, and where it leads. A calendar that is subscribed to can't be led on.
    """
    files = [file for parts in composer.graph.programmes for file in CalendarComposer(composer, parts).files()]
    feeds = {file.address: file for file in files if file.name}
    for old, target in moved:
        for name in (dates_address, deadlines_address):
            if (file := feeds.get(name(composer, target))) and name(composer, old) not in feeds:
                files.append(replace(file, address=name(composer, old)))
    return tuple(files)


def compose_offer(
    composer: Composer,
    parts: ProgrammeParts,
    page: str,
    name: str,
    cohort: Cohort | None = None,
    role: Role | None = None,
    narrower: Narrower = NO_NARROWER,
) -> CalendarOffer | None:
    """Compose what a page at an address offers of a way's dates; None where none of them is known.

    ``name``: whose dates they are; ``cohort`` and ``role``: whose way it is; ``narrower``: pages with fewer of them.
    """
    dates = calendar_of(composer, parts).of(cohort, role)
    if not dates.dated:
        return None
    deadlines = deadlines_address(composer, page) if dates.due else ""
    return CalendarOffer(name, dates_address(composer, page), deadlines, narrower)


def compose_whole_offer(composer: Composer, parts: ProgrammeParts) -> CalendarOffer | None:
    """Compose what a programme's page offers: the dates of everyone, and where the reader's own are."""
    calendar, mark, cohorts = calendar_of(composer, parts), composer.mark_of(parts), parts.occurrences.cohorts
    pages = tuple(Link(one.title, address(one)) for one in cohorts if calendar.of(one).dated)
    in_cohort = Narrower(composer.words["calendar"]["in_cohort"], pages)
    narrower = in_cohort if cohorts else narrowed_to_roles(composer, parts)
    return compose_offer(composer, parts, mark.address, mark.short_name, narrower=narrower)


def narrowed_to_roles(composer: Composer, parts: ProgrammeParts, cohort: Cohort | None = None) -> Narrower:
    """Compose the ways on to the roles that have dates; ``cohort``: the one that they are in."""
    calendar = calendar_of(composer, parts)
    roles = roles_in(parts, cohort) if cohort else parts.of(Role)
    dated = [role for role in roles if calendar.of(cohort, role).dated]
    pages = tuple(Link(role.title, role_address(composer, parts, role, cohort)) for role in dated)
    return Narrower(composer.words["calendar"]["in_role"], pages) if pages else NO_NARROWER


def compose_downloads(composer: Composer, parts: ProgrammeParts, gathering: Gathering) -> tuple[CalendarDownload, ...]:
    """Compose the days of a gathering, each to be put into a calendar; what is cancelled needs none."""
    return tuple(
        CalendarDownload(
            text=upper_first(_in_full(composer, parts, entry.day, entry.occurrence.clock)),
            cohort=composer.cohort_name(parts, entry.stop),
            cohorts=tuple(cohort.id for cohort in entry.stop.cohorts),
            address=download_address(entry),
            last=entry.day.end.isoformat() if entry.day.end else "",
        )
        for entry in calendar_of(composer, parts).days_of(gathering)
        if not entry.occurrence.is_cancelled
    )


def calendar_of(composer: Composer, parts: ProgrammeParts) -> ProgrammeCalendar:
    """Give what stands in the calendars of a programme; resolved once."""
    id = parts.programme.id
    if id not in composer.calendars:
        composer.calendars[id] = resolve_calendar(composer.graph, parts)
    return composer.calendars[id]


def dates_address(composer: Composer, page: str) -> str:
    """Give the address of the file with the dates of the page at an address."""
    return f"{page}{composer.anchors['calendar']}.ics"


def deadlines_address(composer: Composer, page: str) -> str:
    """Give the address of the file with the deadlines of the page at an address."""
    return f"{page}{composer.anchors['calendar']}-{composer.anchors['deadlines']}.ics"


def download_address(entry: DatedEntry) -> str:
    """Give the address of an entry's own file, beside the page of its gathering."""
    return f"{address(entry.stop.gathering)}{entry.key.file}.ics"


def _in_full(composer: Composer, parts: ProgrammeParts, day: When, clock: TimeSpan | None) -> str:
    """Show a date with its clock times."""
    return " ".join(filter(None, (composer.date(parts, day).text, composer.dates.show_time(clock) if clock else "")))


def _short(text: str) -> str:
    """Give the beginning of a text, up to a word's end, as long as the name of an entry may be."""
    return text if len(text) <= _LONGEST_NAME else text[:_LONGEST_NAME].rsplit(" ", 1)[0] + " …"
