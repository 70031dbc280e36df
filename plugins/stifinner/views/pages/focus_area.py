"""The page of a focus area."""

from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts, address
from ...graph.sheets import sheets_about
from ...model.focus_area import FocusArea
from ...model.gathering import Gathering
from ...model.resource import Resource
from ..parts.composer import Composer
from ..parts.elements import (
    Entry,
    GatheringBrief,
    InspirationBrief,
    Link,
    ListPart,
    ProgrammeMark,
    Prose,
    ResourceRow,
    Sections,
    SheetBrief,
    Within,
)
from ..parts.page import Page
from ..parts.resource_row import compose_resource_parts
from ..parts.within import compose_within
from ..sheets.brief import compose_sheet_briefs


@dataclass(frozen=True)
class FocusAreaPage(Page):
    """A focus area: what it is about, the gatherings that work on it, questions to ask."""

    styles = "resources inspiration hero duo way stop turn focus sheets"
    scripts = "next times when unfold"

    programme: ProgrammeMark
    name: str
    number: int
    total: int
    notice: str
    lede: Prose
    about: Prose
    questions: tuple[ListPart[Prose], ...]
    sheets: tuple[SheetBrief, ...]
    gatherings: tuple[GatheringBrief, ...]
    resources: tuple[ListPart[Entry[ResourceRow]], ...]
    inspirations: tuple[ListPart[Entry[InspirationBrief]], ...]
    sections: Sections
    previous: Link | None
    following: Link | None
    within: Within


def compose_focus_area_page(composer: Composer, parts: ProgrammeParts, area: FocusArea) -> FocusAreaPage:
    """Compose the page of one focus area, with links to the one before and after it in the programme's order."""
    index = parts.of(FocusArea).index(area)
    neighbours = [Link(one.title, address(one)) for one in parts.of(FocusArea)]
    users = composer.graph.users.get(area.path, ())
    resources = [one for one in parts.of(Resource) if area.id in one.focus_areas]
    return FocusAreaPage(
        programme=composer.mark_of(parts),
        name=area.title,
        number=index + 1,
        total=len(neighbours),
        notice=parts.programme.notice,
        lede=composer.prose(area, area.summary),
        about=composer.prose(area, area.about),
        questions=composer.points(area, area.questions),
        sheets=compose_sheet_briefs(composer, parts, sheets_about(composer.graph, parts, area)),
        gatherings=composer.briefs(parts, [gathering for gathering in parts.of(Gathering) if gathering in users]),
        resources=compose_resource_parts(composer, area, area.resources, resources),
        inspirations=composer.inspirations(area, area.inspirations),
        sections=composer.sections(area),
        previous=neighbours[index - 1] if index else None,
        following=neighbours[index + 1] if index + 1 < len(neighbours) else None,
        within=compose_within(composer, parts),
    )
