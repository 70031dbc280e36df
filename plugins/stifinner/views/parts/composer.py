"""Pieces that many pages are composed of, made from the graph: names, dates, lists, neighbours."""

from collections.abc import Iterable, Sequence

from ...graph.portal_graph import Graph, ProgrammeParts, address
from ...language.phrases import Phrases
from ...model.focus_area import FocusArea
from ...model.gathering import Gathering, GatheringType
from ...model.inspiration import Inspiration
from ...model.item import Item, ItemList, Reference
from ...model.role import Role
from .dates import DateComposer
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
from .support import Support
from .texts import lower_first, upper_first

_SHAPES: dict[GatheringType, Shape] = {
    "kick_off": "kick-off",
    "supervision": "supervision",
    "festival": "festival",
}


class Composer(DateComposer):
    """Answers, in words and frozen pieces, what the pages ask of the graph."""

    def __init__(self, graph: Graph, phrases: Phrases, groups: Sequence[Group] = ()) -> None:
        super().__init__(graph, phrases)
        self.groups = groups
        """What «Alt i …» lists, in order."""
        self._briefs: dict[str, GatheringBrief] = {}
        self.rows: dict[str, ResourceRow] = {}
        """Resources as they stand in lists, by path, once composed."""
        self.within: dict[str, Within] = {}
        """The list of each programme's pages, once composed."""
        self.supports: dict[str, dict[str, Support]] = {}
        """The support that each role of a programme stands in, once composed."""
        self._marks = {parts.programme.id: self._mark(parts) for parts in graph.programmes}

    # --- names ----------------------------------------------------------------------------------------------------

    def join(self, names: Sequence[str]) -> str:
        """«ledere, fagutviklere og ansatte»."""
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self.words['and']} {names[-1]}"

    # --- programmes and people ------------------------------------------------------------------------------------

    def mark(self, programme: str) -> ProgrammeMark | None:
        """The sign of a programme; None for what is shared."""
        return self._marks.get(programme)

    def mark_of(self, parts: ProgrammeParts) -> ProgrammeMark:
        """The sign of a programme that is there."""
        return self._marks[parts.programme.id]

    def _mark(self, parts: ProgrammeParts) -> ProgrammeMark:
        item = parts.programme
        return ProgrammeMark(item.id, item.title, item.short_name or item.title, address(item), item.picture or "mark")

    def audience(self, parts: ProgrammeParts, roles: Sequence[str]) -> str:
        """«ledere og fagutviklere»; empty for everyone."""
        names = [role.plural or lower_first(role.title) for role in parts.of(Role) if role.id in roles]
        return self.join(names)

    def in_sentence(self, role: Role) -> str:
        """The end of «Jeg er …»: «leder»; in English «a leader»."""
        return role.sentence or self.one(role)

    def one(self, role: Role) -> str:
        """«leder»; in English «a leader»."""
        name = lower_first(role.title)
        words = self.words["role_in_sentence"]["before_vowel" if name[:1] in "aeiou" else "otherwise"]
        return words.format(role=name)

    def level(self, written: str) -> str:
        """«Nivå 1», or empty."""
        return self.words["level"].format(level=written) if written else ""

    # --- gatherings -----------------------------------------------------------------------------------------------

    def shape(self, gathering: Gathering) -> Shape:
        """The shape of its kind on the timeline."""
        if gathering.type in _SHAPES:
            return _SHAPES[gathering.type]
        days = gathering.date.days or (gathering.duration.days if gathering.duration else 1)
        return "gathering-two-days" if days >= 2 else "gathering"

    def brief(self, parts: ProgrammeParts, gathering: Gathering) -> GatheringBrief:
        """A gathering as it stands in lists; composed once."""
        if gathering.path not in self._briefs:
            self._briefs[gathering.path] = self._brief(parts, gathering)
        return self._briefs[gathering.path]

    def _brief(self, parts: ProgrammeParts, gathering: Gathering) -> GatheringBrief:
        return GatheringBrief(
            id=gathering.id,
            name=gathering.title,
            address=None if gathering.mentioned_only else address(gathering),
            shape=self.shape(gathering),
            kind=self.words["gathering_kinds"][gathering.type],
            date=self.date(parts, gathering.date, self.clock(gathering)),
            place=gathering.place,
            audience=upper_first(self.audience(parts, gathering.audience)),
            summary=gathering.summary.plain,
            roles=gathering.audience,
        )

    def briefs(self, parts: ProgrammeParts, gatherings: Iterable[Gathering]) -> tuple[GatheringBrief, ...]:
        """Several gatherings."""
        return tuple(self.brief(parts, gathering) for gathering in gatherings)

    # --- focus areas, links, inspiration ----------------------------------------------------------------------------

    def focus(self, area: FocusArea) -> FocusBrief:
        """A focus area in a list."""
        return FocusBrief(area.title, address(area), area.summary.plain)

    def link(self, item: Item, reference: Reference) -> Link:
        """A line of a list as a link, or as a name without one."""
        if not reference.target:
            return Link(reference.name)
        return Link(reference.name, self.graph.links.get(item.path, {}).get(reference.target, reference.target))

    def links(self, items: Iterable[Item]) -> tuple[Link, ...]:
        """Items as links to their pages."""
        return tuple(Link(item.title, address(item)) for item in items)

    def inspiration(self, item: Inspiration, shown_in: str = "") -> InspirationBrief:
        """An inspiration link; ``shown_in``: id of the programme whose page it stands on."""
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
        """The inspiration links of a section."""

        def show(reference: Reference) -> Entry[InspirationBrief]:
            found = self.graph.target(item, reference.target)
            brief = self.inspiration(found, item.programme) if isinstance(found, Inspiration) else None
            return self.entry(item, reference.written, brief.name if brief else "", brief)

        return self.parts(item, written, show)
