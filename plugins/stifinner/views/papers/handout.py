"""What is handed out of a gathering or a role: the same on a page for printing and first in a pack."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...language.phrases.pages import GatheringPageWords
from ..pages.gathering import GatheringPage, MaterialLine
from ..pages.role import RolePage
from ..parts.agenda import AgendaLine
from ..parts.composer import Composer
from ..parts.elements import (
    NOTHING,
    Entry,
    InspirationBrief,
    ListPart,
    Prose,
    ResourceRow,
    Sections,
    Shown,
    TaskLine,
)
from ..parts.texts import lower_first, upper_first


@dataclass(frozen=True)
class HandoutFact:
    """A fact below the name: «Når», «Hvor», «For»."""

    label: str
    text: str
    address: str | None = None
    """Where it leads, for a meeting on the web."""


@dataclass(frozen=True)
class HandoutRow:
    """A line with something in front: a clock time, a date, the name of a focus area."""

    label: str = ""
    text: str = ""
    """Plain words; or …"""
    prose: Prose = NOTHING
    """… one line of an editor's."""
    note: str = ""
    """«30 min», «Losby Gods», or empty."""
    reckoned: bool = False
    """Its label is a clock time that nobody wrote."""


@dataclass(frozen=True)
class HandoutLink:
    """Something to open."""

    text: str
    address: str | None
    said: Prose = NOTHING
    """The whole point, where it says more than the name; it stands in the name's place."""


@dataclass(frozen=True)
class HandoutPart:
    """Something under a heading. What is empty is not shown."""

    title: str
    """Empty for what needs no heading."""
    note: str = ""
    """«Til samlingen 8. februar 2023», or empty."""
    prose: Prose = NOTHING
    tasks: tuple[TaskLine, ...] = ()
    """With a box to tick."""
    points: tuple[Prose, ...] = ()
    rows: tuple[HandoutRow, ...] = ()
    links: tuple[HandoutLink, ...] = ()
    heading: Prose = NOTHING
    """Its title as an editor marked it."""
    written: bool = False
    """An editor wrote its heading, which stands even where nothing follows."""

    def __bool__(self) -> bool:
        return bool(self.written or self.prose or self.tasks or self.points or self.rows or self.links)


@dataclass(frozen=True)
class Handout:
    """Everything that is handed out of one gathering or role."""

    kick: str
    """Small, above the name: «Trygge fagfolk · Samling»."""
    name: str
    lede: Prose
    facts: tuple[HandoutFact, ...]
    parts: tuple[HandoutPart, ...]


def compose_gathering_handout(composer: Composer, page: GatheringPage) -> Handout:
    """A gathering: when, where and for whom; before, day plan, focus areas, work between."""
    brief, words = page.gathering, composer.words
    say, facts = composer.phrases["words"]["gathering_page"], words["handout"]
    when = " ".join(part for part in (brief.date.text, brief.date.time) if part)
    where = brief.place or (say["online"] if page.meeting else composer.phrases["words"]["missing"]["place"])
    return Handout(
        kick=" · ".join(filter(None, (page.programme.short_name, brief.kind, page.also_called))),
        name=brief.name,
        lede=page.lede,
        facts=(
            HandoutFact(facts["when"], when),
            *((HandoutFact(say["all_days"], brief.date.of_rule),) if brief.date.of_rule else ()),
            HandoutFact(facts["where"], where),
            *((HandoutFact(facts["audience"], brief.audience),) if brief.audience else ()),
            *((HandoutFact(facts["duration"], page.duration),) if page.duration else ()),
            *(
                (HandoutFact(page.meeting.text, page.meeting.address or "", page.meeting.address),)
                if page.meeting
                else ()
            ),
        ),
        parts=tuple(filter(None, _gathering_parts(composer, page))),
    )


def _gathering_parts(composer: Composer, page: GatheringPage) -> Iterable[HandoutPart]:
    words = composer.words
    say = composer.phrases["words"]["gathering_page"]
    yield HandoutPart("", prose=page.about)
    yield from _own(page.sections, "")
    for title, task_part in _titled(say["before"], page.before):
        yield HandoutPart(title, prose=task_part.prose, tasks=task_part.points)
    yield from _own(page.sections, "before")
    yield from _focus(say, page)
    yield from _own(page.sections, "focus_areas")
    for number, day in enumerate(page.agenda):
        name = words["handout"]["agenda"] + (f", {lower_first(day.title)}" if day.title else "")
        hours = f"{upper_first(day.time)}." if day.time else ""
        note = " ".join(filter(None, (hours, "" if number else page.agenda_note)))
        for title, lines in _titled(name, day.parts or (ListPart(NOTHING, ()),)):
            rows = tuple(_agenda_row(line) for line in lines.points)
            yield HandoutPart(title, note=note if title else "", prose=lines.prose, rows=rows, written=bool(title))
    yield from _own(page.sections, "agenda")
    yield from _materials(say["presentations"], page.presentations)
    yield from _own(page.sections, "presentations")
    if page.work_between:
        work = page.work_between
        yield HandoutPart(say["work_between"], note=work.due_text, prose=work.body, written=True)
    yield from _own(page.sections, "work_between")
    yield HandoutPart(
        say["prepares"], rows=tuple(HandoutRow(one.gathering.name, one.sentence) for one in page.prepares)
    )
    yield HandoutPart(say["after"], prose=page.after)
    yield from _own(page.sections, "after")
    yield HandoutPart(say["sheets"], links=tuple(HandoutLink(sheet.name, sheet.address) for sheet in page.sheets))
    yield from _materials(say["resources"], page.resources)
    yield from _own(page.sections, "resources")
    for title, part in _titled(composer.phrases["headings"]["gathering"]["inspirations"], page.inspirations):
        yield HandoutPart(title, prose=part.prose, links=tuple(_link(entry) for entry in part.points))
    yield from _own(page.sections, "inspirations")


def _focus(say: GatheringPageWords, page: GatheringPage) -> Iterable[HandoutPart]:
    """What the gathering is about, in the order it was written."""
    told: set[str] = set()
    for part in page.focus:
        areas = [
            HandoutRow(entry.thing.name, "" if entry.said else entry.thing.summary, entry.said)
            for entry in part.points
            if entry.thing
        ]
        heading = say["focus_areas" if areas else "focus_points"]
        title = "" if heading in told else heading
        told.add(heading)
        points = tuple(entry.said for entry in part.points if not entry.thing)
        yield HandoutPart(title, prose=part.prose, points=points, rows=tuple(areas))


def compose_role_handout(composer: Composer, page: RolePage) -> Handout:
    """A role: its way with dates, duties, focus areas."""
    return Handout(
        kick=" · ".join(filter(None, (page.programme.short_name, page.level))),
        name=page.headline,
        lede=page.lede,
        facts=(),
        parts=tuple(filter(None, _role_parts(composer, page))),
    )


def _role_parts(composer: Composer, page: RolePage) -> Iterable[HandoutPart]:
    words = composer.words
    say = composer.phrases["words"]["role_page"]
    yield HandoutPart("", prose=page.about)
    steps = (
        HandoutRow(" ".join(filter(None, (step.date.brief, step.date.time))), step.name, note=step.place)
        for step in page.way
    )
    yield HandoutPart(say["way"], rows=tuple(steps))
    yield from _own(page.sections, "")
    for follows, lists in (("duties", page.duties), ("lasting_duties", page.lasting_duties)):
        for duties in lists:
            for title, part in _titled(duties.title, duties.parts or (ListPart(NOTHING, ()),)):
                yield HandoutPart(title, prose=part.prose, tasks=part.points, written=bool(title))
        yield from _own(page.sections, follows)
    yield HandoutPart(say["focus"], rows=tuple(HandoutRow(area.name, area.summary) for area in page.focus_areas))
    for group in page.focus_groups:
        yield HandoutPart(group.gathering.name, note=words["handout"]["think"], points=group.points)
    if page.support:
        sentences = tuple(HandoutRow(text=one) for one in page.support.sentences)
        yield HandoutPart(say["support"], prose=page.support_lede, rows=sentences)
    else:
        yield HandoutPart(say["support"], prose=page.support_lede)
    yield from (HandoutPart("", prose=said) for said in page.support_said)
    yield from _own(page.sections, "supports")
    yield HandoutPart(say["sheets"], links=tuple(HandoutLink(sheet.name, sheet.address) for sheet in page.sheets))
    for title, rows in _titled(say["resources"], page.resources):
        yield HandoutPart(title, prose=rows.prose, links=tuple(_link(entry) for entry in rows.points))
    yield from _own(page.sections, "resources")


def _own(sections: Sections, follows: str) -> Iterable[HandoutPart]:
    """Sections of the editor's own that stand after a fixed heading."""
    return (
        HandoutPart(section.title, prose=section.body, heading=section.heading, written=True)
        for section in sections.get(follows, ())
    )


def _titled(title: str, parts: Iterable[ListPart[Shown]]) -> Iterable[tuple[str, ListPart[Shown]]]:
    """The parts of a section; only the first has its title."""
    return ((title if number == 0 else "", part) for number, part in enumerate(parts))


def _agenda_row(line: AgendaLine) -> HandoutRow:
    clock, length = line.time.text, line.time.length
    return HandoutRow(clock or length, prose=line.whole, note=length if clock else "", reckoned=line.time.derived)


def _link(entry: Entry[ResourceRow] | Entry[InspirationBrief]) -> HandoutLink:
    thing = entry.thing
    return HandoutLink(thing.name if thing else "", thing.address if thing else None, entry.said)


def _materials(name: str, parts: Iterable[ListPart[MaterialLine]]) -> Iterable[HandoutPart]:
    for title, part in _titled(name, parts):
        links = (
            HandoutLink(f"{one.link.text} ({one.note})" if one.note else one.link.text, one.link.address, one.said)
            for one in part.points
        )
        yield HandoutPart(title, prose=part.prose, links=tuple(links))
