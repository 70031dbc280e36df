"""A resource as it stands in lists and libraries: its forms, what is missing, where it is used."""

import re
from collections.abc import Iterable, Sequence

from ..graph.graph import address
from ..model.gathering import Gathering
from ..model.item import Item, Reference
from ..model.resource import Resource
from ..slugs import slugify
from .composer import Composer, lower_first, plain, upper_first
from .elements import FacetValue, FormShown, Link, ResourceRow


def compose_resource_rows(composer: Composer, resources: Iterable[Resource]) -> tuple[ResourceRow, ...]:
    """Several resources, each once."""
    once = {resource.path: resource for resource in resources}
    return tuple(compose_resource_row(composer, resource) for resource in once.values())


def compose_resource_row(composer: Composer, resource: Resource) -> ResourceRow:
    """One resource; composed once."""
    if resource.path not in composer.rows:
        composer.rows[resource.path] = _compose_resource_row(composer, resource)
    return composer.rows[resource.path]


def _compose_resource_row(composer: Composer, resource: Resource) -> ResourceRow:
    forms = tuple(_form(composer, resource, reference) for reference in resource.forms)
    users = composer.graph.users.get(resource.path, ())
    details = [composer.words["by_author"].format(author=resource.author)] if resource.author else []
    details += [part for part in (resource.length, resource.language) if part]
    return ResourceRow(
        name=resource.title,
        address=address(resource),
        programme=composer.mark(resource.programme),
        summary=plain(resource.summary),
        forms=forms,
        missing=_missing(composer, resource, forms),
        used_in=tuple(Link(user.title, address(user)) for user in users),
        details=upper_first(" · ".join(details)),
        facets={facet: _values(names) for facet, names in _facets(composer, resource, forms, users).items()},
    )


def linked_resources(composer: Composer, item: Item, references: Sequence[Reference]) -> tuple[Resource, ...]:
    """The resources that a list of links means."""
    found = [composer.graph.target(item, reference.target) for reference in references]
    return tuple(resource for resource in found if isinstance(resource, Resource))


def _form(composer: Composer, resource: Resource, reference: Reference) -> FormShown:
    first = re.split(r"[\s:,(]", reference.name.lower(), maxsplit=1)[0]
    link = composer.link(resource, reference)
    for form in composer.words["forms"].values():
        if first in form["words"]:
            return FormShown(form["icon"], form["name"], link, reference.coming)
    return FormShown("document", reference.name, link, reference.coming)


def _missing(composer: Composer, resource: Resource, forms: Sequence[FormShown]) -> str:
    """What can't be opened yet, in words; a method that is told in steps lacks nothing."""
    words = composer.words
    coming = [form for form in forms if form.link.address is None and form.coming]
    lost = [form for form in forms if form.link.address is None and not form.coming]
    if not forms:
        return "" if resource.steps.items else str(words["missing_link"])
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
    """What the library filters by."""
    own = composer.graph.parts_of(resource.programme)
    areas = [area for area in (own.focus_areas if own else ()) if area.id in resource.focus_areas]
    programmes = {item.programme for item in (resource, *users)} - {""}
    involved = [parts for id in programmes if (parts := composer.graph.parts_of(id))]
    roles = resource.audience or [id for user in users if isinstance(user, Gathering) for id in user.audience]
    kinds = [form.kind for form in forms]
    kinds += [composer.words["forms"]["method"]["name"]] if resource.steps.items else []
    return {
        "kind": kinds,
        "role": sorted({role.title for parts in involved for role in parts.roles if role.id in roles}),
        "programme": sorted(composer.mark_of(parts).short_name for parts in involved),
        "focus": [area.title for area in areas],
    }


def _values(names: Iterable[str]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(slugify(name), name) for name in dict.fromkeys(names))
