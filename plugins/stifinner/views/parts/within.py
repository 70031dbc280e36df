"""From every page of a programme the way to its other pages."""

from ...graph.portal_graph import ProgrammeParts, address_of
from ...model.resource import Resource
from .composer import Composer
from .elements import Link, Within, WithinGroup


def compose_within(composer: Composer, parts: ProgrammeParts) -> Within:
    """The list of a programme's pages, composed once for all of them."""
    id = parts.programme.id
    if id not in composer.within:
        composer.within[id] = _compose_within(composer, parts)
    return composer.within[id]


def _compose_within(composer: Composer, parts: ProgrammeParts) -> Within:
    """In groups; empty groups are left out."""
    words = composer.words["within"]
    home = address_of(parts.programme.path)
    overview = [Link(words["overview"], home)]
    if parts.gatherings:
        overview.append(Link(words["timeline"], f"{home}#{composer.anchors['timeline']}"))
    if programme_resources(composer, parts):
        overview.append(Link(words["all_resources"], library_address(composer, parts)))
    pages = [gathering for gathering in parts.gatherings if not gathering.mentioned_only]
    groups = (
        WithinGroup(words["programme"], tuple(overview)),
        WithinGroup(words["gatherings"], composer.links(pages)),
        WithinGroup(words["roles"], composer.links(parts.roles)),
        WithinGroup(words["tracks"], composer.links(parts.tracks)),
        WithinGroup(words["focus_areas"], composer.links(parts.focus_areas)),
        WithinGroup(words["sheets"], composer.links(parts.sheets)),
        WithinGroup(words["inspirations"], composer.links(parts.inspirations)),
        WithinGroup(words["articles"], composer.links(parts.articles)),
    )
    return Within(composer.mark_of(parts), tuple(group for group in groups if group.links))


def library_address(composer: Composer, parts: ProgrammeParts) -> str:
    """Address of the programme's resource library."""
    return f"{address_of(parts.programme.path)}{composer.phrases['folders']['resource']}/"


def programme_resources(composer: Composer, parts: ProgrammeParts) -> tuple[Resource, ...]:
    """The programme's own resources, and shared ones that it uses."""
    id = parts.programme.id
    used = [
        resource
        for resource in composer.graph.resources
        if any(user.programme == id for user in composer.graph.users.get(resource.path, ()))
    ]
    return (*parts.resources, *used)
