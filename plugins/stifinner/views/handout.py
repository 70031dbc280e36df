"""What is handed out of a gathering or a role: the same on a page for printing and first in a pack."""

from collections.abc import Iterable
from dataclasses import dataclass

from .composer import Composer
from .elements import Link, Prose, TaskLine
from .gathering_page import AgendaDay, GatheringPage, MaterialLine
from .role_page import RolePage

_NOTHING = Prose("")


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
    prose: Prose = _NOTHING
    """… one line of an editor's."""
    note: str = ""
    """«30 min», «Losby Gods», or empty."""


@dataclass(frozen=True)
class HandoutPart:
    """Something under a heading. What is empty is not shown."""

    title: str
    """Empty for what needs no heading."""
    note: str = ""
    """«Til samlingen 8. februar 2023», or empty."""
    prose: Prose = _NOTHING
    tasks: tuple[TaskLine, ...] = ()
    """With a box to tick."""
    points: tuple[Prose, ...] = ()
    rows: tuple[HandoutRow, ...] = ()
    links: tuple[Link, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.prose or self.tasks or self.points or self.rows or self.links)


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
    yield HandoutPart(say["before"], prose=page.before, tasks=page.before_tasks)
    yield HandoutPart(say["focus_points"], points=page.focus_points)
    yield HandoutPart(say["focus_areas"], rows=tuple(HandoutRow(area.name, area.summary) for area in page.focus_areas))
    for day in page.agenda:
        title = words["handout"]["agenda"] + (f", {day.title.lower()}" if day.title else "")
        yield HandoutPart(title, note=page.agenda_note, rows=_agenda_rows(composer, day))
    yield HandoutPart(say["presentations"], links=_materials(page.presentations))
    if page.work_between:
        work = page.work_between
        yield HandoutPart(say["work_between"], note=work.due_text, prose=work.body)
    yield HandoutPart(
        say["prepares"], rows=tuple(HandoutRow(one.gathering.name, one.sentence) for one in page.prepares)
    )
    yield HandoutPart(say["after"], prose=page.after)
    yield HandoutPart(say["sheets"], links=tuple(Link(sheet.name, sheet.address) for sheet in page.sheets))
    yield HandoutPart(say["resources"], links=_materials(page.resources))
    for section in page.sections:
        yield HandoutPart(section.title, prose=section.body)


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
        HandoutRow(" ".join(filter(None, (step.date.text, step.date.time))), step.name, note=step.place)
        for step in page.way
    )
    yield HandoutPart(say["way"], rows=tuple(steps))
    for duties in page.duties:
        yield HandoutPart(duties.title, prose=duties.intro, tasks=duties.tasks)
    yield HandoutPart(say["focus"], rows=tuple(HandoutRow(area.name, area.summary) for area in page.focus_areas))
    for group in page.focus_groups:
        yield HandoutPart(group.gathering.name, note=words["handout"]["think"], points=group.points)
    if page.support:
        yield HandoutPart(say["support"], rows=tuple(HandoutRow(text=one) for one in page.support.sentences))
    yield HandoutPart(say["sheets"], links=tuple(Link(sheet.name, sheet.address) for sheet in page.sheets))
    yield HandoutPart(say["resources"], links=tuple(Link(row.name, row.address) for row in page.resources))
    for section in page.sections:
        yield HandoutPart(section.title, prose=section.body)


def _agenda_rows(composer: Composer, day: AgendaDay) -> tuple[HandoutRow, ...]:
    rows = []
    for line in day.lines:
        links = {**line.title.links, **(line.detail.links if line.detail else {})}
        text = line.title.markdown + (f": {line.detail.markdown}" if line.detail else "")
        minutes = composer.phrases["words"]["agenda"]["minutes"].format(n=line.minutes) if line.minutes else ""
        rows.append(HandoutRow(line.start or minutes, prose=Prose(text, links), note=minutes if line.start else ""))
    return tuple(rows)


def _materials(lines: Iterable[MaterialLine]) -> tuple[Link, ...]:
    return tuple(
        Link(f"{one.link.text} ({one.note})" if one.note else one.link.text, one.link.address) for one in lines
    )
