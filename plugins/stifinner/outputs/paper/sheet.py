"""The document of a sheet: one of its papers, with what stands around it."""

from ...views.papers import SheetPaper
from .data import PaperComposer
from .press import PaperDocument


def compose_sheet_document(composer: PaperComposer, paper: SheetPaper) -> PaperDocument:
    """The document of one paper."""
    sheet = paper.sheet
    return composer.document(
        paper,
        title=paper.title,
        back_to=sheet.address,
        name=sheet.name,
        kick=" · ".join(filter(None, (sheet.programme.name, sheet.notice))),
        label=paper.label,
        version=sheet.version,
        landscape=paper.brief.landscape,
        large=paper.brief.variant == "large",
    )
