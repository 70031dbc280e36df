"""The rules of the whole graph, and in which order they are checked.

They are about addresses that collide, references to nothing, items that are parts of themselves, and gatherings whose
order goes in a circle.
"""

from collections.abc import Collection, Iterable, Sequence

from ...language.phrases import Phrases
from ...model.gathering import Gathering
from ...model.item import Item
from ...model.kinds import name_of
from ...model.place import Place
from ...model.portal import Portal
from ...model.programme import Programme
from ...model.read import suggest
from ...model.role import Role
from ...model.sheet import Sheet
from ...model.track import Track
from ...problems.problem import ProblemList
from ...source.read import Sources
from ...source.source_file import SourceFile
from ..former import formers_of
from ..known import Known
from ..links import Links
from ..occurrences import own_stops
from ..order import find_circle, said_edges
from ..places import Places
from ..portal_graph import key_of
from .addresses import check_addresses, check_attachments
from .bullets import check_bullets
from .places import NearPlaces, check_place_addresses, check_place_names
from .references import References
from .sheets import check_sheet
from .work import check_work


class Rules:
    """Checks the items of a portal; whatever breaks a rule becomes a problem at its line."""

    def __init__(
        self, sources: Sources, items: Sequence[Item], links: Links, phrases: Phrases, problems: ProblemList
    ) -> None:
        self._sources = {source.path: source for source in sources.files}
        self._attachments = sources.attachments
        self._is_closed = sources.is_closed
        self._items = items
        self._phrases = phrases
        self._problems = problems
        self.known = Known(sources.files, phrases)
        """Everything that references may mean."""
        self._references = References(sources, links, self.known, phrases, problems, self._add_at)
        self.places = Places((item for item in items if isinstance(item, Place)), links.files)
        """Every place that words may mean."""
        self.taken: dict[str, str] = {}
        """Every address in use, as ``key_of`` gives it → path of the file that has it. Filled by ``check``."""

    def check(self) -> None:
        """Check every rule but that of programmes' pictures."""
        self.taken = check_addresses(self._sources, self._attachments, self._items, self._phrases, self._problems)
        check_attachments(self._attachments, self._items, self._phrases, self._problems)
        self._check_formers()
        self._check_programmes()
        self._check_mark()
        near = NearPlaces(self.places)
        for item in self._items:
            self._references.check(item)
            check_place_names(item, near, self.places, self._sources[item.path], self._phrases, self._problems)
            check_place_addresses(item, self.places, self._sources[item.path], self._phrases, self._problems)
            check_bullets(item, self._sources[item.path], self._phrases, self._problems)
            if isinstance(item, Sheet):
                check_sheet(item, self._sources[item.path], self._problems)
        groups: dict[str, list[Item]] = {}
        for item in self._items:
            groups.setdefault(item.programme, []).append(item)
        for group in groups.values():
            self._check_circles(group)
            check_work(group, self._sources, self._phrases, self._problems)

    def check_pictures(self, pictures: Collection[str]) -> None:
        """Check that each programme's picture is there. ``pictures``: names that there are."""
        for item in self._items:
            if isinstance(item, Programme) and item.picture and item.picture not in pictures:
                suggestion = suggest(item.picture, pictures, self._phrases)
                details = {"value": item.picture, "suggestion": suggestion, "choices": ", ".join(sorted(pictures))}
                self._add_at(item, "picture", item.picture, "unknown-picture", **details)

    def _check_formers(self) -> None:
        """Check that no old address is in use, and take it into use."""
        for former in (former for item in self._items for former in formers_of(item)):
            key = key_of(former.address)
            # A page's address ends with «/», a file's does not: the site can't have a folder and a file of one name.
            if other := self.taken.get(key) or self.taken.get(key.rstrip("/")):
                self._add_at(former.item, "former", former.written, "address-taken", other=other)
            else:
                self.taken[key] = former.item.path

    def _check_programmes(self) -> None:
        """Check that the portal and each programme has its ``index.md``."""
        if "index.md" not in self._sources:
            self._problems.add("no-portal", "index.md")
        have = {path.split("/")[1] for path in self._sources if path.endswith("/index.md") and path.count("/") == 2}
        first: dict[str, str] = {}
        for item in self._items:
            if item.programme and item.programme not in have:
                first.setdefault(item.programme, item.path)
        for programme, path in first.items():
            self._problems.add("no-programme", path, programme=programme)

    def _check_mark(self) -> None:
        """Check that the portal's mark is a picture that is there."""
        pictures = [
            path for path in self._attachments if path.lower().endswith((".svg", ".png", ".jpg", ".jpeg", ".webp"))
        ]
        for item in self._items:
            if isinstance(item, Portal) and item.mark and item.mark not in pictures and not self._is_closed(item.mark):
                suggestion = suggest(item.mark, pictures, self._phrases)
                self._add_at(item, "mark", item.mark, "unknown-mark", value=item.mark, suggestion=suggestion)

    # --- circles ------------------------------------------------------------------------------------------------

    def _check_circles(self, items: Sequence[Item]) -> None:
        """Check that nothing is a part of itself, or comes before itself. ``items``: of one programme."""
        for kind in (Track, Role):
            edges = {(item.id, whole) for item in items if isinstance(item, kind) for whole in _wholes(item)}
            self._check_circle(items, edges, kind, "part-of-itself", "part_of")
        gatherings = [item for item in items if isinstance(item, Gathering)]
        for gathering in gatherings:
            if gathering.id in gathering.prepares:
                self._add_at(gathering, "prepares", gathering.id, "prepares-itself")
        edges = {(a, b) for a, b in said_edges(stop for one in gatherings for stop in own_stops(one)) if a != b}
        self._check_circle(gatherings, edges, Gathering, "order-in-circle", "prepares")

    def _check_circle(
        self, items: Sequence[Item], edges: Iterable[tuple[str, str]], kind: type[Item], code: str, attribute: str
    ) -> None:
        """Add a problem for a circle of ids among the edges, at the fact ``attribute`` of one of its items."""
        circle = find_circle(edges)
        if circle:
            item = next(item for item in items if isinstance(item, kind) and item.id == circle[0])
            other = circle[1 % len(circle)]
            word = self._phrases["fields"][name_of(item)][attribute]
            self._add_at(item, attribute, other, code, value=item.title, other=other, key=word)

    # --- adding problems ----------------------------------------------------------------------------------------

    def _add_at(self, item: Item, attribute: str, written: str, code: str, **details: object) -> None:
        """Add a problem at the fact that holds an attribute, at ``written`` within its value where it is found."""
        source: SourceFile = self._sources[item.path]
        word = self._phrases["fields"][name_of(item)].get(attribute, "")
        fact = next((fact for fact in source.facts if fact.key == word), None)
        line = fact.line if fact else 0
        column = fact.value_column + max(fact.value.find(written), 0) if fact else 0
        self._problems.add(code, item.path, line, column, excerpt=source.excerpt(line), **details)


def _wholes(item: Item) -> tuple[str, ...]:
    """Give the ids of what a track or a role is a part of."""
    value: str | tuple[str, ...] = getattr(item, "part_of", ())
    return (value,) if isinstance(value, str) and value else tuple(value)
