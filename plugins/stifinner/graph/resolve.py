"""From items to the graph: links resolved, order found, back-links computed."""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from ..attachments.pictures import Picture
from ..language.phrases import Phrases
from ..markdown.text import Text
from ..model.article import Article
from ..model.focus_area import FocusArea
from ..model.gathering import Gathering
from ..model.inspiration import Inspiration
from ..model.item import Item
from ..model.portal import Portal
from ..model.programme import Programme
from ..model.resource import Resource
from ..model.role import Role
from ..model.sheet import Sheet
from ..model.track import Track
from ..problems.problem import ProblemList
from ..source.read import Sources
from .known import users_of
from .links import resolve_links
from .order import natural, order_gatherings
from .pictures import resolve_pictures
from .portal_graph import Graph, ProgrammeParts
from .rules.registry import Rules

Kind = TypeVar("Kind", bound=Item)
_Groups = Mapping[tuple[str, type[Item]], Sequence[Item]]
"""Items by programme and kind; grouped once, so that the work grows with the items and not with their square."""


def resolve_graph(
    sources: Sources,
    items: Sequence[Item],
    phrases: Phrases,
    problems: ProblemList,
    pictures: Collection[str] | None = None,
    attached: Mapping[str, Picture] | None = None,
) -> Graph:
    """The graph of all items. Breaches of its rules become problems; the graph stands all the same.

    ``pictures``: names that a programme's own may have; ``attached``: those among the attachments, by path.
    """
    links = resolve_links(sources, items, phrases, problems)
    rules = Rules(sources, items, links, phrases, problems)
    rules.check()
    if pictures is not None:
        rules.check_pictures(pictures)
    by_path = {item.path: item for item in items}
    empty = Portal(id="index", path="index.md", programme="", title="", summary=Text(), about=Text())
    portal = next((item for item in items if isinstance(item, Portal)), empty)
    users = users_of(items, links.files, rules.known)
    groups: dict[tuple[str, type[Item]], list[Item]] = {}
    for item in items:
        groups.setdefault((item.programme, type(item)), []).append(item)
    programmes = [_parts(item, groups, users) for item in items if isinstance(item, Programme)]
    programmes.sort(key=lambda parts: (parts.programme.type == "umbrella", *_place(parts.programme)))
    editions: dict[str, list[ProgrammeParts]] = {}
    for parts in programmes:
        editions.setdefault(parts.programme.part_of, []).append(parts)
    return Graph(
        portal=portal,
        programmes=tuple(programmes),
        by_id={parts.programme.id: parts for parts in programmes},
        editions={umbrella: tuple(found) for umbrella, found in editions.items() if umbrella},
        resources=_of(Resource, groups, ""),
        inspirations=_of(Inspiration, groups, ""),
        articles=_of(Article, groups, ""),
        items=by_path,
        links=links.addresses,
        linked=links.files,
        places=links.places,
        users=users,
        pictures=resolve_pictures(attached or {}, links.images, links.downloads, portal.mark),
        taken=frozenset(rules.taken),
    )


def _parts(programme: Programme, groups: _Groups, users: Mapping[str, tuple[Item, ...]]) -> ProgrammeParts:
    id = programme.id
    areas = _of(FocusArea, groups, id)
    places = {area.path: place for place, area in enumerate(areas)}

    def area_of(inspiration: Inspiration) -> int:
        """Inspiration stands in the order of the focus areas it belongs to."""
        found = [places[user.path] for user in users.get(inspiration.path, ()) if user.path in places]
        return min(found, default=len(areas))

    return ProgrammeParts(
        programme,
        tracks=_of(Track, groups, id),
        roles=_of(Role, groups, id),
        gatherings=order_gatherings(_of(Gathering, groups, id)),
        focus_areas=areas,
        resources=_of(Resource, groups, id),
        inspirations=tuple(sorted(_of(Inspiration, groups, id), key=area_of)),
        sheets=_of(Sheet, groups, id),
        articles=_of(Article, groups, id),
    )


def _of(kind: type[Kind], groups: _Groups, programme: str) -> tuple[Kind, ...]:
    found = [item for item in groups.get((programme, kind), ()) if isinstance(item, kind)]
    return tuple(sorted(found, key=_place))


def _place(item: Item) -> tuple[int, object]:
    order: int | None = getattr(item, "order", None)
    return (order if order is not None else 10_000, natural(item.id))
