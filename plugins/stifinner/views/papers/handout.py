"""Handouts: a gathering or a role as it is printed, on its page for printing and first in its pack.

A handout is composed from the view of the page, so that both say the same, in the same order.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ...language.phrases.pages import GatheringPageWords
from ..pages.gathering import GatheringPage, OwnAgenda
from ..pages.role import RolePage, WayStep
from ..parts.agenda import AgendaDay, AgendaLine
from ..parts.cohort_shown import CohortShown
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
from ..parts.kept import MaterialLine
from ..parts.place_shown import line_of
from ..parts.sign_up import sign_up_facts
from ..parts.texts import lower_first, upper_first
from .handout_stop import (
    HandoutStop,
    compose_beside,
    compose_handout_stop,
    has_clocks,
    label_of,
    place_beside,
    show_when,
)


@dataclass(frozen=True)
class HandoutFact:
    """One of the lines below the name: «Når», «Hvor», «For»."""

    label: str
    text: str
    address: str | None = None
    """Address that it leads to, for a meeting on the web."""
    stops: tuple[HandoutStop, ...] = ()
    """When and where it is, where one line of text does not say all of it; ``text`` is then empty."""


@dataclass(frozen=True)
class HandoutRow:
    """A line with something in front: a clock time, a date, the name of a focus area."""

    label: str = ""
    text: str = ""
    """What follows the label, as plain words; empty where ``prose`` is used."""
    prose: Prose = NOTHING
    """What follows the label, as an editor marked it."""
    note: str = ""
    """«30 min», «Losby Gods», or empty."""
    reckoned: bool = False
    """True where the label is a clock time that was reckoned, not written."""
    is_off: bool = False
    """True where the label is a day that is cancelled, and therefore struck."""
    stop: HandoutStop | None = None
    """Its times, and what became of them, where label and note do not say all of it."""


@dataclass(frozen=True)
class HandoutLink:
    """Something to open."""

    text: str
    address: str | None
    said: Prose = NOTHING
    """The whole point, where it says more than the item's name; it is then shown instead of the name."""


@dataclass(frozen=True)
class HandoutPart:
    """A heading and what stands below it. Fields that are empty are not shown."""

    title: str
    """Plain text; empty for what needs no heading."""
    note: str = ""
    """«Til samlingen 8. februar 2023», or empty."""
    prose: Prose = NOTHING
    tasks: tuple[TaskLine, ...] = ()
    """Each with a box to tick."""
    points: tuple[Prose, ...] = ()
    rows: tuple[HandoutRow, ...] = ()
    links: tuple[HandoutLink, ...] = ()
    heading: Prose = NOTHING
    """The title as an editor marked it; empty where the portal chose the title."""
    written: bool = False
    """True where an editor wrote the heading: it is shown even where nothing stands below it."""

    def __bool__(self) -> bool:
        return bool(self.written or self.prose or self.tasks or self.points or self.rows or self.links)


@dataclass(frozen=True)
class Handout:
    """Everything that is handed out of one gathering or role."""

    kick: str
    """Small text above the name: «Trygge fagfolk · Samling»."""
    name: str
    lede: Prose
    facts: tuple[HandoutFact, ...]
    parts: tuple[HandoutPart, ...]


def compose_gathering_handout(composer: Composer, page: GatheringPage) -> Handout:
    """Compose the handout of a gathering from its page."""
    brief = page.gathering
    facts = composer.words["handout"]
    return Handout(
        kick=" · ".join(filter(None, (page.programme.short_name, brief.kind, page.also_called))),
        name=brief.name,
        lede=page.lede,
        facts=(
            *_when_and_where(composer, page),
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


def _when_and_where(composer: Composer, page: GatheringPage) -> Iterable[HandoutFact]:
    """Compose when and where a gathering is: for each cohort where that differs, else for everyone."""
    if page.cohorts:
        for cohort in page.cohorts:
            stops = (
                compose_handout_stop(composer, line.date, line_of(line.place, line.at), line.stop)
                for line in cohort.lines
            )
            yield HandoutFact(cohort.name, "", stops=tuple(stops))
        return
    brief, stop = page.gathering, page.gathering.stop
    where = line_of(brief.place, brief.at)
    say, facts = composer.phrases["words"]["gathering_page"], composer.words["handout"]
    if stop and (
        stop.form != "series"
        or stop.shared
        or stop.sign_up
        or any(time.is_changed or time.sign_up for time in stop.times)
    ):
        yield HandoutFact(facts["when"], "", stops=(compose_handout_stop(composer, brief.date, where, stop),))
        if any(time.place for time in stop.times):
            return
    else:
        yield HandoutFact(facts["when"], show_when(brief.date))
        if brief.date.of_rule:
            yield HandoutFact(say["all_days"], brief.date.of_rule)
    online = say["online"] if page.meeting else composer.phrases["words"]["missing"]["place"]
    yield HandoutFact(facts["where"], where or online)


def _gathering_parts(composer: Composer, page: GatheringPage) -> Iterable[HandoutPart]:
    """Compose the parts of a gathering's handout in the order of its page; those that are empty are left out later."""
    say = composer.phrases["words"]["gathering_page"]
    yield HandoutPart("", prose=page.about)
    yield from _free_sections(page.sections, "")
    for title, task_part in _titled(say["before"], page.before):
        yield HandoutPart(title, prose=task_part.prose, tasks=task_part.points)
    yield from _free_sections(page.sections, "before")
    yield from _focus(say, page)
    yield from _free_sections(page.sections, "focus_areas")
    yield from _agendas(composer, page)
    yield from _free_sections(page.sections, "agenda")
    yield from _materials(say["presentations"], page.presentations)
    yield from _free_sections(page.sections, "presentations")
    if page.work_between:
        work = page.work_between
        note = " · ".join(filter(None, (work.due_text, work.audience)))
        yield HandoutPart(say["work_between"], note=note, prose=work.body, written=True)
    yield from _free_sections(page.sections, "work_between")
    yield HandoutPart(
        say["prepares"], rows=tuple(HandoutRow(one.gathering.name, one.sentence) for one in page.prepares)
    )
    yield HandoutPart(say["after"], prose=page.after)
    yield from _free_sections(page.sections, "after")
    yield HandoutPart(say["sheets"], links=tuple(HandoutLink(sheet.name, sheet.address) for sheet in page.sheets))
    yield from _materials(say["resources"], page.resources)
    yield from _free_sections(page.sections, "resources")
    for title, part in _titled(composer.phrases["headings"]["gathering"]["inspirations"], page.inspirations):
        yield HandoutPart(title, prose=part.prose, links=tuple(_link(entry) for entry in part.points))
    yield from _free_sections(page.sections, "inspirations")


def _agendas(composer: Composer, page: GatheringPage) -> Iterable[HandoutPart]:
    """Compose the day plan; where the clocks of cohorts make it different, once for those who have the same."""
    if not page.own_agendas:
        note = _agenda_note(composer, page, page.agenda_note, page.cohorts)
        yield from _agenda(composer, page.agenda, note)
        return
    plans: list[tuple[tuple[AgendaDay, ...], list[OwnAgenda]]] = []
    for own in page.own_agendas:
        same = next((those for agenda, those in plans if agenda == own.agenda), None)
        if same is None:
            plans.append((own.agenda, [own]))
        else:
            same.append(own)
    for agenda, owns in plans:
        cohorts = [cohort for cohort in page.cohorts if any(cohort.id in own.cohorts for own in owns)]
        note = next((own.note for own in owns if own.note), "")
        names = composer.join([cohort.name for cohort in cohorts]) if len(plans) > 1 else ""
        yield from _agenda(composer, agenda, _agenda_note(composer, page, note, cohorts), names)


def _agenda_note(composer: Composer, page: GatheringPage, note: str, cohorts: Sequence[CohortShown]) -> str:
    """Give the note on a plan's clock times; none says that they are not known where the paper tells when it begins.

    ``cohorts``: whose plan it is; none: everyone's.
    """
    shown = [(line.date, line.stop) for cohort in cohorts for line in cohort.lines]
    known = has_clocks(shown or [(page.gathering.date, page.gathering.stop)])
    return "" if known and note == composer.words["agenda_no_clock"] else note


def _agenda(
    composer: Composer, agenda: Iterable[AgendaDay], plan_note: str, cohorts: str = ""
) -> Iterable[HandoutPart]:
    """Compose a day plan. ``cohorts``: whose it is, where it is not everyone's."""
    words = composer.words["handout"]
    heading = f"{words['agenda']}: {composer.mid_sentence(cohorts)}" if cohorts else words["agenda"]
    for number, day in enumerate(agenda):
        name = heading + (f", {lower_first(day.title)}" if day.title else "")
        hours = f"{upper_first(day.time)}." if day.time else ""
        note = " ".join(filter(None, (hours, "" if number else plan_note)))
        for title, lines in _titled(name, day.parts or (ListPart(NOTHING, ()),)):
            rows = tuple(_agenda_row(line) for line in lines.points)
            yield HandoutPart(title, note=note if title else "", prose=lines.prose, rows=rows, written=bool(title))


def _focus(say: GatheringPageWords, page: GatheringPage) -> Iterable[HandoutPart]:
    """Compose focus points and focus areas in the order they were written; each sort has its title once."""
    titled: set[str] = set()
    for part in page.focus:
        areas = [
            HandoutRow(entry.item.name, "" if entry.said else entry.item.summary, entry.said)
            for entry in part.points
            if entry.item
        ]
        heading = say["focus_areas" if areas else "focus_points"]
        title = "" if heading in titled else heading
        titled.add(heading)
        points = tuple(entry.said for entry in part.points if not entry.item)
        yield HandoutPart(title, prose=part.prose, points=points, rows=tuple(areas))


def compose_role_handout(composer: Composer, page: RolePage) -> Handout:
    """Compose the handout of a role from its page."""
    return Handout(
        kick=" · ".join(filter(None, (page.programme.short_name, page.level))),
        name=page.headline,
        lede=page.lede,
        facts=tuple(_joining(composer, page)),
        parts=tuple(filter(None, _role_parts(composer, page))),
    )


def _joining(composer: Composer, page: RolePage) -> Iterable[HandoutFact]:
    """Compose how one joins the cohort, or the programme; gatherings have their own sign-ups below their dates."""
    for row in page.sign_ups:
        if row.shape is None:
            for label, text in sign_up_facts(composer, row.sign_up):
                yield HandoutFact(label, text, text if text == row.sign_up.address else None)


def _way_rows(composer: Composer, step: WayStep) -> Iterable[HandoutRow]:
    """Compose a step of a role's way: when, what and where; of work, its own steps follow."""
    stop = step.stop
    label, place = label_of(step.date, stop), place_beside(stop) if stop else step.place
    note = " · ".join(filter(None, (step.cohorts, place)))
    if stop:
        beside = compose_beside(composer, step.date, stop)
        yield HandoutRow(label, step.name, note=note, is_off=stop.is_off, stop=beside)
    else:
        yield HandoutRow(label, step.name, note=note)
    yield from (HandoutRow(one.due.text, prose=one.text) for one in step.steps)


def _role_parts(composer: Composer, page: RolePage) -> Iterable[HandoutPart]:
    """Compose the parts of a role's handout in the order of its page; those that are empty are left out later."""
    words = composer.words
    say = composer.phrases["words"]["role_page"]
    yield HandoutPart("", prose=page.about)
    yield HandoutPart(say["way"], rows=tuple(row for step in page.way for row in _way_rows(composer, step)))
    yield from _free_sections(page.sections, "")
    for follows, lists in (("duties", page.duties), ("lasting_duties", page.lasting_duties)):
        for duties in lists:
            for title, part in _titled(duties.title, duties.parts or (ListPart(NOTHING, ()),)):
                yield HandoutPart(title, prose=part.prose, tasks=part.points, written=bool(title))
        yield from _free_sections(page.sections, follows)
    yield HandoutPart(say["focus"], rows=tuple(HandoutRow(area.name, area.summary) for area in page.focus_areas))
    for group in page.focus_groups:
        yield HandoutPart(group.gathering.name, note=words["handout"]["think"], points=group.points)
    if page.support:
        sentences = tuple(HandoutRow(text=one) for one in page.support.sentences)
        yield HandoutPart(say["support"], prose=page.support_lede, rows=sentences)
    else:
        yield HandoutPart(say["support"], prose=page.support_lede)
    yield from (HandoutPart("", prose=said) for said in page.support_said)
    yield from _free_sections(page.sections, "supports")
    yield HandoutPart(say["sheets"], links=tuple(HandoutLink(sheet.name, sheet.address) for sheet in page.sheets))
    for title, rows in _titled(say["resources"], page.resources):
        yield HandoutPart(title, prose=rows.prose, links=tuple(_link(entry) for entry in rows.points))
    yield from _free_sections(page.sections, "resources")


def _free_sections(sections: Sections, follows: str) -> Iterable[HandoutPart]:
    """Compose the editor's own sections that follow a fixed heading (its attribute; «»: before all of them)."""
    return (
        HandoutPart(section.title, prose=section.body, heading=section.heading, written=True)
        for section in sections.get(follows, ())
    )


def _titled(title: str, parts: Iterable[ListPart[Shown]]) -> Iterable[tuple[str, ListPart[Shown]]]:
    """Pair the parts of a section with its title: the first has it, the others have none."""
    return ((title if number == 0 else "", part) for number, part in enumerate(parts))


def _agenda_row(line: AgendaLine) -> HandoutRow:
    clock, length = line.time.text, line.time.length
    return HandoutRow(clock or length, prose=line.whole, note=length if clock else "", reckoned=line.time.derived)


def _link(entry: Entry[ResourceRow] | Entry[InspirationBrief]) -> HandoutLink:
    item = entry.item
    return HandoutLink(item.name if item else "", item.address if item else None, entry.said)


def _materials(name: str, parts: Iterable[ListPart[MaterialLine]]) -> Iterable[HandoutPart]:
    for title, part in _titled(name, parts):
        links = (
            HandoutLink(f"{one.link.text} ({one.note})" if one.note else one.link.text, one.link.address, one.said)
            for one in part.points
        )
        yield HandoutPart(title, prose=part.prose, links=tuple(links))
