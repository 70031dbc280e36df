"""A resource's page."""

from dataclasses import dataclass

from ..graph.graph import address
from ..model.resource import Resource
from .composer import Composer
from .elements import Link, Prose, ResourceRow, Section, Within
from .resource_row import compose_resource_row
from .within import compose_within


@dataclass(frozen=True)
class ResourcePage:
    """A resource: its forms, its steps, where it is used."""

    row: ResourceRow
    notice: str
    lede: Prose
    about: Prose
    steps: tuple[Prose, ...]
    roles: tuple[Link, ...]
    focus_areas: tuple[Link, ...]
    sections: tuple[Section, ...]
    within: Within | None
    """None for a resource shared by all programmes."""


def compose_resource_page(composer: Composer, resource: Resource) -> ResourcePage:
    """The page of one resource, of a programme or shared."""
    parts = composer.graph.parts_of(resource.programme)
    roles, areas = (parts.roles, parts.focus_areas) if parts else ((), ())
    return ResourcePage(
        row=compose_resource_row(composer, resource),
        notice=parts.programme.notice if parts else "",
        lede=composer.prose(resource, resource.summary),
        about=composer.prose(resource, resource.about),
        steps=composer.lines(resource, resource.steps.items),
        roles=tuple(Link(role.title, address(role)) for role in roles if role.id in resource.audience),
        focus_areas=tuple(Link(area.title, address(area)) for area in areas if area.id in resource.focus_areas),
        sections=composer.sections(resource),
        within=compose_within(composer, parts) if parts else None,
    )
