"""Make the graph of all items: resolve links, check the rules, find back-links, and put everything in order."""

from collections.abc import Collection, Mapping, Sequence

from ..attachments.pictures import Picture
from ..language.phrases import Phrases
from ..markdown.text import Text
from ..model.cohort import Cohort
from ..model.gathering import Gathering
from ..model.item import Item
from ..model.portal import Portal
from ..model.programme import Programme
from ..model.role import Role
from ..problems.problem import ProblemList
from ..source.read import Sources
from .drafts import find_drafts
from .given import resolve_works
from .known import users_of
from .links import resolve_links
from .occurrences import Linked, Occurrences, resolve_occurrences
from .pictures import resolve_pictures
from .places import Places
from .portal_graph import Graph, ProgrammeParts
from .rules.registry import Rules
from .things import order_things, sort_key


def resolve_graph(
    sources: Sources,
    items: Sequence[Item],
    phrases: Phrases,
    problems: ProblemList,
    pictures: Collection[str] | None = None,
    attached: Mapping[str, Picture] | None = None,
    named: Sequence[Item] = (),
) -> Graph:
    """Resolve items into a graph. What breaks a rule becomes a problem, and the graph is made all the same.

    ``pictures``: names that the fact for a programme's picture may have; None: not checked. ``attached``: path →
    picture, of the pictures among the attachments; ``named``: gatherings and roles that texts and facts may name,
    though they are not among the items.
    """
    links = resolve_links(sources, items, phrases, problems)
    rules = Rules(sources, items, links, phrases, problems)
    rules.check()
    if pictures is not None:
        rules.check_pictures(pictures)
    by_path = {item.path: item for item in items}
    empty = Portal(id="index", path="index.md", programme="", title="", summary=Text(), about=Text())
    portal = next((item for item in items if isinstance(item, Portal)), empty)
    users = users_of(items, links.files, rules.known, rules.places)
    # Grouped once, so that the work grows with the number of items and not with its square.
    groups: dict[str, dict[type[Item], list[Item]]] = {}
    for item in items:
        groups.setdefault(item.programme, {}).setdefault(type(item), []).append(item)
    programmes = [
        _parts(
            item,
            groups[item.programme],
            users,
            links.files,
            rules.places,
            [one for one in named if one.programme == item.id],
        )
        for item in items
        if isinstance(item, Programme)
    ]
    programmes.sort(key=lambda parts: (parts.programme.type == "umbrella", *sort_key(parts.programme)))
    editions: dict[str, list[ProgrammeParts]] = {}
    for parts in programmes:
        editions.setdefault(parts.programme.part_of, []).append(parts)
    return Graph(
        portal=portal,
        programmes=tuple(programmes),
        by_id={parts.programme.id: parts for parts in programmes},
        editions={umbrella: tuple(local) for umbrella, local in editions.items() if umbrella},
        things=order_things(groups.get("", {}), users, Occurrences()),
        items=by_path,
        links=links.addresses,
        linked=links.files,
        places=links.places,
        known_places=rules.places,
        users=users,
        drafts=find_drafts(items),
        pictures=resolve_pictures(attached or {}, links.images, links.downloads, portal.mark),
        taken=frozenset(rules.taken),
    )


def _parts(
    programme: Programme,
    things: Mapping[type[Item], Sequence[Item]],
    users: Mapping[str, tuple[Item, ...]],
    linked: Linked,
    places: Places,
    named: Sequence[Item],
) -> ProgrammeParts:
    """Put a programme together.

    ``things``: class of a kind → its items; ``users`` and ``linked``: as in ``Graph``; ``places``: of the portal;
    ``named``: what may be named in it, though it is not among the items.
    """
    gatherings = [item for item in things.get(Gathering, ()) if isinstance(item, Gathering)]
    cohorts = [item for item in things.get(Cohort, ()) if isinstance(item, Cohort)]
    occurrences = resolve_occurrences(gatherings, cohorts, linked, places)
    roles = [item for item in things.get(Role, ()) if isinstance(item, Role)]
    works = resolve_works(gatherings, roles, named)
    there = {role.id for role in roles}
    named_roles = tuple(one for one in named if isinstance(one, Role) and one.id not in there)
    return ProgrammeParts(programme, order_things(things, users, occurrences), occurrences, works, named_roles)
