"""Reflection sheets as they stand in lists on other pages."""

from collections.abc import Iterable

from ...graph.portal_graph import ProgrammeParts, address, address_at
from ...language.phrases.counted import say_count
from ...model.cohort import Cohort
from ...model.gathering import Gathering
from ...model.sheet import Sheet
from ..parts.composer import Composer
from ..parts.elements import Link, SheetBrief
from .shown import compose_scale


def compose_sheet_briefs(
    composer: Composer, parts: ProgrammeParts, sheets: Iterable[Sheet], cohort: Cohort | None = None
) -> tuple[SheetBrief, ...]:
    """Compose sheets as they stand in lists. ``cohort``: the reader's, where it is known."""
    return tuple(_compose_sheet_brief(composer, parts, sheet, cohort) for sheet in sheets)


def _compose_sheet_brief(composer: Composer, parts: ProgrammeParts, sheet: Sheet, cohort: Cohort | None) -> SheetBrief:
    gatherings = [gathering for id in sheet.gatherings if (gathering := parts.find(Gathering, id))]
    return SheetBrief(
        name=sheet.title,
        address=address(sheet),
        summary=sheet.summary.plain,
        asks=_asks(composer, sheet),
        shapes=tuple(step.shape for step in compose_scale(composer, sheet)),
        used_at=tuple(Link(one.title, composer.gathering_address(parts, one, cohort)) for one in gatherings),
        paper=address_at(sheet, composer.anchors["print"]),
    )


def _asks(composer: Composer, sheet: Sheet) -> str:
    """Tell how much there is to answer: «11 utsagn og 1 spørsmål»."""
    words = composer.words["sheet_asks"]
    counts = (
        (words["statements"], sum(len(element.statements) for element in sheet.elements.parts)),
        (words["questions"], len(sheet.questions.items)),
    )
    return composer.join([say_count(asked, count) for asked, count in counts if count])
