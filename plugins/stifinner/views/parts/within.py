"""Compose «Alt i …», which links from every page of a programme to all its other pages."""

from ...graph.portal_graph import ProgrammeParts, address_of, has_page
from ...language.phrases import texts_of
from ...model.gathering import Gathering
from ...model.resource import Resource
from .composer import Composer
from .elements import Link, Within, WithinGroup


def compose_within(composer: Composer, parts: ProgrammeParts) -> Within:
    """Give the list of a programme's pages; composed once for all of them."""
    id = parts.programme.id
    if id not in composer.within:
        composer.within[id] = _compose_within(composer, parts)
    return composer.within[id]


def _compose_within(composer: Composer, parts: ProgrammeParts) -> Within:
    """Compose the list in groups; groups without pages are left out."""
    words = composer.words["within"]
    home = address_of(parts.programme.path)
    overview = [Link(words["overview"], home)]
    if parts.of(Gathering):
        overview.append(Link(words["timeline"], f"{home}#{composer.anchors['timeline']}"))
    if programme_resources(composer, parts):
        overview.append(Link(words["all_resources"], library_address(composer, parts)))
    groups = [WithinGroup(words["programme"], tuple(overview))]
    titles = texts_of(words)
    for group in composer.groups:
        groups.append(WithinGroup(titles[group.name], composer.links(filter(has_page, parts.of(group.kind)))))
    return Within(composer.mark_of(parts), tuple(group for group in groups if group.links))


def library_address(composer: Composer, parts: ProgrammeParts) -> str:
    """Give the address of a programme's resource library."""
    return f"{address_of(parts.programme.path)}{composer.phrases['folders']['resource']}/"


def programme_resources(composer: Composer, parts: ProgrammeParts) -> tuple[Resource, ...]:
    """Give a programme's own resources, and the shared ones that it refers to."""
    id = parts.programme.id
    used = [
        resource
        for resource in composer.graph.shared(Resource)
        if any(user.programme == id for user in composer.graph.users.get(resource.path, ()))
    ]
    return (*parts.of(Resource), *used)
