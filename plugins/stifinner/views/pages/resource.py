"""The page of a resource."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...graph.portal_graph import address
from ...model.focus_area import FocusArea
from ...model.item import Reference
from ...model.resource import Resource
from ..parts.composer import Composer
from ..parts.elements import (
    NOTHING,
    Entry,
    FormShown,
    Link,
    ListPart,
    Prose,
    ResourceRow,
    Sections,
    Within,
)
from ..parts.page import Page
from ..parts.resource_row import compose_form, compose_resource_row
from ..parts.texts import missing_summary
from ..parts.within import compose_within


@dataclass(frozen=True)
class ResourcePage(Page):
    """A resource: its forms, its steps, where it is used."""

    styles = "resource"

    row: ResourceRow
    notice: str
    lede: Prose
    about: Prose
    forms: tuple[ListPart[Entry[FormShown]], ...]
    """Its forms (film, PDF …), with the prose between them."""
    steps: tuple[ListPart[Prose], ...]
    roles: tuple[Link, ...]
    focus_areas: tuple[Link, ...]
    sections: Sections
    within: Within | None
    """None for a resource that all programmes share."""


def compose_resource_page(composer: Composer, resource: Resource) -> ResourcePage:
    """Compose the page of one resource, of a programme or shared by all."""
    parts = composer.graph.parts_of(resource.programme)
    areas = parts.of(FocusArea) if parts else ()
    return ResourcePage(
        row=compose_resource_row(composer, resource),
        notice=parts.programme.notice if parts else "",
        lede=composer.prose(resource, resource.summary),
        about=composer.prose(resource, resource.about),
        forms=_forms(composer, resource),
        steps=composer.points(resource, resource.steps),
        roles=composer.roles(parts, resource.audience) if parts else (),
        focus_areas=tuple(Link(area.title, address(area)) for area in areas if area.id in resource.focus_areas),
        sections=composer.sections(resource),
        within=compose_within(composer, parts) if parts else None,
    )


def _forms(composer: Composer, resource: Resource) -> tuple[ListPart[Entry[FormShown]], ...]:
    def show(reference: Reference) -> Entry[FormShown]:
        form = compose_form(composer, resource, reference)
        # A point that is only the form's name is shown as the form; the words of a longer one are shown below it.
        return Entry(form, composer.prose(resource, reference.written) if reference.says_more else NOTHING)

    return composer.list_parts(resource, resource.forms, show)


def missing_of_resource(composer: Composer, resource: Resource) -> Iterator[str]:
    """Tell what a resource lacks: a summary, something to open."""
    yield from missing_summary(composer, resource)
    if compose_resource_row(composer, resource).missing:
        yield "target"
