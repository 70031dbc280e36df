"""What is missing: what the portal would say if somebody knew it. No mistakes, and nothing of editors' own notes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts, address
from ...model.gathering import Gathering
from ...model.inspiration import Inspiration
from ...model.item import Item
from ...model.kinds import kind_of
from ...model.resource import Resource
from ...model.role import Role
from ...model.sheet import Sheet
from ..parts.composer import Composer
from ..parts.date_shown import DateShown
from ..parts.elements import Link, ProgrammeMark
from ..parts.resource_row import compose_resource_row
from ..parts.texts import upper_first


@dataclass(frozen=True)
class GapLine:
    """One thing, and what is missing of it."""

    kind: str
    """«Samling», «Ressurs»."""
    thing: Link
    source: str
    """The file to write it in, relative to the content folder."""
    date: DateShown | None
    """Of a gathering."""
    missing: tuple[str, ...]
    """«sted», «klokkeslett»."""
    sentence: str
    """«Sted og klokkeslett.»"""


@dataclass(frozen=True)
class GapGroup:
    """What is missing in one programme, or in what all share."""

    programme: ProgrammeMark | None
    """None: shared by all programmes."""
    lines: tuple[GapLine, ...]
    """Gatherings first, in order of time."""


@dataclass(frozen=True)
class GapsPage:
    """Everything that is missing."""

    title: str
    lede: str
    groups: tuple[GapGroup, ...]


def gaps_address(composer: Composer) -> str:
    """Where the page stands."""
    return f"{composer.anchors['gaps']}/"


def compose_gaps_page(composer: Composer) -> GapsPage:
    """The page of what is missing, by programme."""
    graph, words = composer.graph, composer.words["gaps"]
    groups = [GapGroup(composer.mark_of(parts), tuple(_programme_lines(composer, parts))) for parts in graph.programmes]
    shared = [*_lines(composer, None, graph.resources), *_lines(composer, None, graph.inspirations)]
    groups.append(GapGroup(None, tuple(shared)))
    found = tuple(group for group in groups if group.lines)
    return GapsPage(words["title"], words["lede" if found else "none"], found)


def _programme_lines(composer: Composer, parts: ProgrammeParts) -> Iterator[GapLine]:
    yield from _lines(composer, parts, parts.gatherings)
    yield from _lines(composer, parts, [parts.programme])
    for items in (parts.roles, parts.tracks, parts.focus_areas, parts.resources, parts.inspirations, parts.sheets):
        yield from _lines(composer, parts, items)


def _lines(composer: Composer, parts: ProgrammeParts | None, items: Iterable[Item]) -> Iterator[GapLine]:
    words = composer.words["gaps"]
    for item in items:
        missing = tuple(words["missing"].get(key, key) for key in _missing(composer, parts, item))
        if missing:
            date = composer.date(parts, item.date) if isinstance(item, Gathering) else None
            yield GapLine(
                kind=words["kinds"][kind_of(item)],
                thing=Link(item.title, address(item)),
                source=item.path,
                date=date,
                missing=missing,
                sentence=f"{upper_first(composer.join(missing))}.",
            )


def _missing(composer: Composer, parts: ProgrammeParts | None, item: Item) -> Iterator[str]:
    """Keys of what is missing of one item, or words of its own."""
    if isinstance(item, Gathering):
        yield from _missing_of_gathering(item)
        return
    if not item.summary and not item.about:
        yield "summary"
    if isinstance(item, Role) and not item.duties:
        yield "duties"
    elif isinstance(item, Resource):
        if compose_resource_row(composer, item).missing:
            yield "target"
    elif isinstance(item, Inspiration):
        if not item.link:
            yield "target"
    elif isinstance(item, Sheet):
        if not item.discussion:
            yield "discussion"
        if not item.steps:
            yield "steps"
    elif parts and item is parts.programme and parts.programme.type != "umbrella":
        there = {
            "audience": parts.programme.audience,
            "contact": parts.programme.contact,
            "gatherings": parts.gatherings,
            "roles": parts.roles,
        }
        yield from (key for key, value in there.items() if not value)


def _missing_of_gathering(gathering: Gathering) -> Iterator[str]:
    if gathering.mentioned_only:
        yield "page"
    if gathering.date.start is None:
        yield "date"
    if gathering.mentioned_only:
        return
    there = {
        "time": gathering.clock or gathering.date.start is None,
        "place": gathering.place or gathering.meeting_link,
        "summary": gathering.summary,
        "agenda": gathering.agenda,
        "focus": gathering.focus_areas,
        "presentation": not any(one.coming or not one.target for one in gathering.presentations.items),
        "due": not gathering.work_between or gathering.work_between.due,
    }
    yield from (key for key, value in there.items() if not value)
