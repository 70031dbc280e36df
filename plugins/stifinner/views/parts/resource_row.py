"""Compose resources as they stand in lists and libraries: their forms, what is missing, where they are used."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...graph.portal_graph import address
from ...language.slugs import slugify
from ...model.focus_area import FocusArea
from ...model.gathering import Gathering
from ...model.item import Item, ItemList, Reference
from ...model.resource import Resource
from ...model.role import Role
from .composer import Composer
from .elements import (
    NOTHING,
    Entry,
    FacetValue,
    FormShown,
    Link,
    ListPart,
    ResourceRow,
    Shown,
)
from .texts import lower_first, upper_first


def compose_resource_rows(composer: Composer, resources: Iterable[Resource]) -> tuple[ResourceRow, ...]:
    """Give resources as they stand in lists, each once, in the order in which they first occur."""
    once = {resource.path: resource for resource in resources}
    return tuple(compose_resource_row(composer, resource) for resource in once.values())


def compose_resource_row(composer: Composer, resource: Resource) -> ResourceRow:
    """Give one resource as it stands in lists; composed once."""
    if resource.path not in composer.rows:
        composer.rows[resource.path] = _compose_resource_row(composer, resource)
    return composer.rows[resource.path]


def _compose_resource_row(composer: Composer, resource: Resource) -> ResourceRow:
    forms = tuple(compose_form(composer, resource, reference) for reference in resource.forms.items)
    users = composer.graph.users.get(resource.path, ())
    details = [composer.words["by_author"].format(author=resource.author)] if resource.author else []
    details += [part for part in (resource.length, resource.language) if part]
    return ResourceRow(
        name=resource.title,
        address=address(resource),
        programme=composer.mark(resource.programme),
        summary=resource.summary.plain,
        forms=forms,
        missing=_missing(composer, resource, forms),
        used_in=tuple(Link(user.title, address(user)) for user in users),
        details=upper_first(" · ".join(details)),
        facets={facet: _values(names) for facet, names in _facets(composer, resource, forms, users).items()},
    )


def linked_resources(composer: Composer, item: Item, written: ItemList[Reference]) -> tuple[Resource, ...]:
    """Find the resources that a section of an item refers to."""
    targets = [composer.graph.target(item, reference.target) for reference in written.items]
    return tuple(resource for resource in targets if isinstance(resource, Resource))


def compose_resource_parts(
    composer: Composer, item: Item, written: ItemList[Reference], more: Iterable[Resource]
) -> tuple[ListPart[Entry[ResourceRow]], ...]:
    """Compose a section of resources as it was written, and after it those of ``more`` that it does not name."""

    def show(reference: Reference) -> Entry[ResourceRow]:
        target = composer.graph.target(item, reference.target)
        row = compose_resource_row(composer, target) if isinstance(target, Resource) else None
        return composer.entry(item, reference.written, row.name if row else "", row)

    named = {resource.path for resource in linked_resources(composer, item, written)}
    others = compose_resource_rows(composer, (resource for resource in more if resource.path not in named))
    return with_more(composer.list_parts(item, written, show), tuple(Entry(row) for row in others))


def with_more(parts: tuple[ListPart[Shown], ...], more: tuple[Shown, ...]) -> tuple[ListPart[Shown], ...]:
    """Add points at the end of a section: to its last list, else as a list of their own."""
    if not more:
        return parts
    if parts and parts[-1].points:
        return (*parts[:-1], replace(parts[-1], points=parts[-1].points + more))
    return (*parts, ListPart(NOTHING, more))


def compose_form(composer: Composer, resource: Resource, reference: Reference) -> FormShown:
    """Compose a form of a resource; its icon and kind are chosen by the first word of its name."""
    first = re.split(r"[\s:,(]", reference.name.lower(), maxsplit=1)[0]
    link = composer.link(resource, reference)
    for form in composer.words["forms"].values():
        if first in form["words"]:
            return FormShown(form["icon"], form["name"], link, reference.coming)
    return FormShown("document", reference.name, link, reference.coming)


def _missing(composer: Composer, resource: Resource, forms: Sequence[FormShown]) -> str:
    """Tell in words what can't be opened yet; or empty. A resource that has steps needs no form to open."""
    words = composer.words
    coming = [form for form in forms if form.link.address is None and form.coming]
    lost = [form for form in forms if form.link.address is None and not form.coming]
    if not forms:
        return "" if resource.steps else words["missing_link"]
    said = []
    if lost:
        whole = len(lost) == len(forms)
        said.append(words["missing_link"] if whole else words["missing_link_to"].format(form=_names(composer, lost)))
    if coming:
        said.append(upper_first(words["missing_forms"].format(form=_names(composer, coming))))
    return " · ".join(said)


def _names(composer: Composer, forms: Sequence[FormShown]) -> str:
    return composer.join([lower_first(form.kind) for form in forms])


def _facets(
    composer: Composer, resource: Resource, forms: Sequence[FormShown], users: Sequence[Item]
) -> dict[str, Iterable[str]]:
    """Find what the library filters a resource by: name of the filter → its values as words."""
    home = composer.graph.parts_of(resource.programme)
    areas = [area for area in (home.of(FocusArea) if home else ()) if area.id in resource.focus_areas]
    programmes = {item.programme for item in (resource, *users)} - {""}
    involved = [parts for id in programmes if (parts := composer.graph.parts_of(id))]
    roles = resource.audience or [id for user in users if isinstance(user, Gathering) for id in user.audience]
    kinds = [form.kind for form in forms]
    kinds += [composer.words["forms"]["method"]["name"]] if resource.steps else []
    return {
        "kind": kinds,
        "role": sorted({role.title for parts in involved for role in parts.of(Role) if role.id in roles}),
        "programme": sorted(composer.mark_of(parts).short_name for parts in involved),
        "focus": [area.title for area in areas],
    }


def _values(names: Iterable[str]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(slugify(name), name) for name in dict.fromkeys(names))
