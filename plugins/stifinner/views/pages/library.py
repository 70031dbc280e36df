"""The resource library, of a programme or of the whole portal."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from ...graph.portal_graph import ProgrammeParts
from ...model.resource import Resource
from ..parts.composer import Composer
from ..parts.elements import ProgrammeMark, ResourceRow, Within
from ..parts.page import Page
from ..parts.resource_row import compose_resource_rows
from ..parts.within import compose_within, programme_resources

Facet = Literal["kind", "role", "programme", "focus"]


@dataclass(frozen=True)
class FilterChoice:
    """One value of a filter, with how many resources have it."""

    key: str
    text: str
    count: int


@dataclass(frozen=True)
class Filter:
    """A filter of the library."""

    facet: Facet
    label: str
    choices: tuple[FilterChoice, ...]


@dataclass(frozen=True)
class LibraryPage(Page):
    """The resource library, of a programme or of the whole portal."""

    styles = "resources library new"
    scripts = "library"
    is_list = True

    programme: ProgrammeMark | None
    title: str
    lede: str
    filters: tuple[Filter, ...]
    """Filters with at least two choices; one choice would filter nothing."""
    rows: tuple[ResourceRow, ...]
    missing_count: int
    """How many of the resources lack something to open."""
    within: Within | None


def compose_library_page(composer: Composer, parts: ProgrammeParts | None) -> LibraryPage | None:
    """Compose the library of a programme, or of the whole portal where ``parts`` is None; None without resources."""
    words = composer.words
    if parts:
        resources = programme_resources(composer, parts)
        title = words["library_of"].format(programme=composer.mark_of(parts).short_name)
    else:
        resources = composer.graph.all(Resource)
        title = words["library"]
    if not resources:
        return None
    rows = sorted(compose_resource_rows(composer, resources), key=lambda row: row.name.casefold())
    filters = [_filter(composer, facet, rows) for facet in get_args(Facet) if not (parts and facet == "programme")]
    return LibraryPage(
        programme=composer.mark_of(parts) if parts else None,
        title=title,
        lede=words["library_lede_programme" if parts else "library_lede"],
        filters=tuple(one for one in filters if len(one.choices) > 1),
        rows=tuple(rows),
        missing_count=sum(bool(row.missing) for row in rows),
        within=compose_within(composer, parts) if parts else None,
    )


def _filter(composer: Composer, facet: Facet, rows: Sequence[ResourceRow]) -> Filter:
    counted = Counter(value for row in rows for value in row.facets[facet])
    ordered = sorted(counted, key=lambda value: value.text.casefold())
    choices = tuple(FilterChoice(value.key, value.text, counted[value]) for value in ordered)
    return Filter(facet, composer.words["filters"][facet], choices)
