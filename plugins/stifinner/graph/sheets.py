"""Where reflection sheets belong: at gatherings, with roles, under focus areas."""

from ..model.focus_area import FocusArea
from ..model.gathering import Gathering
from ..model.role import Role
from ..model.sheet import Sheet
from .portal_graph import Graph, ProgrammeParts


def sheets_at(parts: ProgrammeParts, gathering: Gathering) -> tuple[Sheet, ...]:
    """Give the sheets that are used at a gathering."""
    return tuple(sheet for sheet in parts.of(Sheet) if gathering.id in sheet.gatherings)


def sheets_of_role(parts: ProgrammeParts, role: Role) -> tuple[Sheet, ...]:
    """Give the sheets for a role: those that name it, and those that name no role and are not used elsewhere.

    A sheet that names gatherings, but no role, is for everyone who comes to one of them or teaches there.
    """
    return tuple(sheet for sheet in parts.of(Sheet) if _is_for(parts, sheet, role))


def sheets_about(graph: Graph, parts: ProgrammeParts, area: FocusArea) -> tuple[Sheet, ...]:
    """Give the sheets about a focus area: those that name it, or that have it as one of their core elements."""
    return tuple(sheet for sheet in parts.of(Sheet) if area.id in sheet.focus_areas or _has_element(graph, sheet, area))


def _is_for(parts: ProgrammeParts, sheet: Sheet, role: Role) -> bool:
    if sheet.roles or not sheet.gatherings:
        return not sheet.roles or role.id in sheet.roles
    gatherings = [gathering for id in sheet.gatherings if (gathering := parts.find(Gathering, id))]
    return any(not one.audience or role.id in {*one.audience, *one.taught_by} for one in gatherings)


def _has_element(graph: Graph, sheet: Sheet, area: FocusArea) -> bool:
    return any(graph.target(sheet, element.reference.target) is area for element in sheet.elements.parts)
