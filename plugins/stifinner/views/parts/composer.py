"""The composer: makes from the graph what many pages contain: names in sentences, dates, prose, items in lists."""

from collections.abc import Iterable, Sequence

from ...graph.calendar import ProgrammeCalendar
from ...graph.changes import Change
from ...graph.portal_graph import Graph, ProgrammeParts, address, address_at, has_page
from ...graph.stops import Stop
from ...language.phrases import Phrases
from ...model.cohort import Cohort
from ...model.focus_area import FocusArea
from ...model.gathering import Gathering, GatheringType
from ...model.inspiration import Inspiration
from ...model.item import Item, ItemList, Reference
from ...model.role import Role
from .elements import (
    Entry,
    FocusBrief,
    GatheringBrief,
    Group,
    InspirationBrief,
    Link,
    ListPart,
    ProgrammeMark,
    ResourceRow,
    Shape,
    Within,
)
from .stops import StopComposer
from .support import Support
from .texts import lower_first, upper_first

_SHAPES: dict[GatheringType, Shape] = {
    "kick_off": "kick-off",
    "supervision": "supervision",
    "festival": "festival",
    "internal": "internal",
}


class Composer(StopComposer):
    """Makes what pages need from the graph, as words or small views. One serves a whole portal.

    It keeps what is used on many pages, so that each is composed once.
    """

    def __init__(self, graph: Graph, phrases: Phrases, groups: Sequence[Group] = ()) -> None:
        super().__init__(graph, phrases)
        self.groups = groups
        """The kinds that «Alt i …» lists, in order."""
        self._briefs: dict[tuple[int, str], GatheringBrief] = {}
        self.rows: dict[str, ResourceRow] = {}
        """Path → resource as it stands in lists, once composed."""
        self.within: dict[str, Within] = {}
        """Id of a programme → the list of its pages («Alt i …»), once composed."""
        self.changes: dict[str, tuple[Change, ...]] = {}
        """Path of a programme or a cohort → what has changed in it, once found; of the portal the path is empty."""
        self.supports: dict[str, dict[str, Support]] = {}
        """Id of a programme → id of a role → the support it gives and gets, once composed."""
        self.calendars: dict[str, ProgrammeCalendar] = {}
        """Id of a programme → what stands in its calendars, once resolved."""
        self._marks = {parts.programme.id: self._mark(parts) for parts in graph.programmes}

    # --- programmes and people ------------------------------------------------------------------------------------

    def mark(self, programme: str) -> ProgrammeMark | None:
        """Give the mark of a programme by its id; None for the empty id of what all programmes share."""
        return self._marks.get(programme)

    def mark_of(self, parts: ProgrammeParts) -> ProgrammeMark:
        """Give the mark of a programme."""
        return self._marks[parts.programme.id]

    def _mark(self, parts: ProgrammeParts) -> ProgrammeMark:
        item = parts.programme
        return ProgrammeMark(item.id, item.title, item.short_name or item.title, address(item), item.picture or "mark")

    def audience(self, parts: ProgrammeParts, roles: Sequence[str]) -> str:
        """Name roles, given by their ids, in a sentence: «ledere og fagutviklere»; empty for everyone."""
        names = [role.plural or lower_first(role.title) for role in parts.of(Role) if role.id in roles]
        return self.join(names)

    def in_sentence(self, role: Role) -> str:
        """Give the end of the sentence «Jeg er …»: the role's fact for it, else its name («leder»)."""
        return role.sentence or self.indefinite(role)

    def indefinite(self, role: Role) -> str:
        """Name somebody who has the role: «leder»; in English with its article, «a leader»."""
        name = lower_first(role.title)
        words = self.words["role_in_sentence"]["before_vowel" if name[:1] in "aeiou" else "otherwise"]
        return words.format(role=name)

    def level(self, written: str) -> str:
        """Show the level that a role's file says: «Nivå 1», or empty."""
        return self.words["level"].format(level=written) if written else ""

    # --- gatherings -----------------------------------------------------------------------------------------------

    def shape(self, stop: Stop) -> Shape:
        """Choose the shape of a stop on the timeline, by its gathering's type and how many days it takes."""
        if stop.gathering.type in _SHAPES:
            return _SHAPES[stop.gathering.type]
        return "gathering-two-days" if stop.days >= 2 else "gathering"

    def gathering_address(
        self, parts: ProgrammeParts, gathering: Gathering, cohort: Cohort | None = None, place: str = ""
    ) -> str:
        """Give the address of a gathering, or of a place on its page, with the reader's cohort where there are several.

        ``cohort``: the reader's, where it is known.
        """
        whole = address_at(gathering, place) if place else address(gathering)
        if cohort is None or not has_page(gathering) or len(parts.occurrences.cohorts) < 2:
            return whole
        page, mark, place = whole.partition("#")
        return f"{page}?{self.phrases['words']['clock']['cohort_in_address']}={cohort.id}{mark}{place}"

    def brief(self, parts: ProgrammeParts, gathering: Gathering) -> GatheringBrief:
        """Give a gathering as it stands in lists, whichever cohort the reader is in."""
        return self.stop_brief(parts, parts.occurrences.stop(gathering))

    def stop_brief(self, parts: ProgrammeParts, stop: Stop, cohort: Cohort | None = None) -> GatheringBrief:
        """Give a stop as it stands in lists, composed once. ``cohort``: the reader's, where it is known."""
        key = (id(stop), cohort.path if cohort else "")
        if key not in self._briefs:
            self._briefs[key] = self._stop_brief(parts, stop, cohort)
        return self._briefs[key]

    def _stop_brief(self, parts: ProgrammeParts, stop: Stop, cohort: Cohort | None) -> GatheringBrief:
        gathering = stop.gathering
        return GatheringBrief(
            id=gathering.id,
            name=gathering.title,
            address=self.gathering_address(parts, gathering, cohort) if has_page(gathering) else None,
            shape=self.shape(stop),
            kind=" · ".join(filter(None, (self.words["gathering_kinds"][gathering.type], gathering.module))),
            date=self.stop_date(parts, stop, cohort),
            cohorts="" if cohort else self.cohort_name(parts, stop),
            stop=self.stop_shown(parts, stop, cohort),
            place=stop.place,
            audience=upper_first(self.audience(parts, gathering.audience)),
            summary=gathering.summary.plain,
            roles=gathering.audience,
        )

    def briefs(self, parts: ProgrammeParts, gatherings: Iterable[Gathering]) -> tuple[GatheringBrief, ...]:
        """Give gatherings as they stand in lists."""
        return tuple(self.brief(parts, gathering) for gathering in gatherings)

    # --- focus areas, links, inspiration ----------------------------------------------------------------------------

    def focus(self, area: FocusArea) -> FocusBrief:
        """Compose a focus area as it stands in lists."""
        return FocusBrief(area.title, address(area), area.summary.plain)

    def link(self, item: Item, reference: Reference) -> Link:
        """Compose a reference in an item's list as a link; without an address where it leads nowhere yet."""
        if not reference.target:
            return Link(reference.name)
        return Link(reference.name, self.graph.links.get(item.path, {}).get(reference.target, reference.target))

    def links(self, items: Iterable[Item]) -> tuple[Link, ...]:
        """Compose links to the pages of items."""
        return tuple(Link(item.title, address(item)) for item in items)

    def inspiration(self, item: Inspiration, shown_in: str = "") -> InspirationBrief:
        """Compose an inspiration link as it stands in lists; ``shown_in``: id of the programme whose page lists it."""
        users = self.graph.users.get(item.path, ())
        return InspirationBrief(
            name=item.title,
            address=address(item),
            programme=self.mark(item.programme),
            borrowed=bool(shown_in and item.programme and item.programme != shown_in),
            summary=item.summary.plain,
            target=item.link or None,
            belongs_to=tuple(Link(user.title, address(user)) for user in users),
        )

    def inspirations(self, item: Item, written: ItemList[Reference]) -> tuple[ListPart[Entry[InspirationBrief]], ...]:
        """Compose a section of inspiration links, with the prose around them."""

        def show(reference: Reference) -> Entry[InspirationBrief]:
            target = self.graph.target(item, reference.target)
            brief = self.inspiration(target, item.programme) if isinstance(target, Inspiration) else None
            return self.entry(item, reference.written, brief.name if brief else "", brief)

        return self.list_parts(item, written, show)
