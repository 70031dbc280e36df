"""The papers of a sheet: which there are, and what each of them may show.

Variant A (``examples``) and B (``lines``) differ in the concretisations below statements: printed, or left blank.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ...graph.portal_graph import ProgrammeParts
from ...language.phrases.shown import PapersText
from ...model.sheet import Sheet
from ..parts.composer import Composer
from ..parts.elements import NOTHING, Sections
from ..parts.prints import PaperBrief, Variant
from ..parts.texts import join_prose
from .shown import CoreElement, SheetShown, compose_sheet

_THREE_COLUMNS = 3
"""Core elements that stand side by side on a landscape paper, one a column."""
_LONGEST = 100
"""Characters of an id that go into a file's name: file systems take 255 bytes. The folder has the whole id."""


@dataclass(frozen=True)
class SheetPaper:
    """One paper of a sheet: everything that stands on it."""

    brief: PaperBrief
    title: str
    """For the window of whoever reads the PDF."""
    label: str
    """Text at the foot of its pages: «Ark A»."""
    sheet: SheetShown
    """The sheet without what this paper may not show; with one core element where only that is printed."""
    sections: Sections = field(default_factory=dict)
    """The editor's own sections, by the fixed heading they follow; none where one core element is printed alone."""


def compose_papers(composer: Composer, parts: ProgrammeParts, sheet: Sheet) -> tuple[SheetPaper, ...]:
    """Compose every paper of a sheet, in the order in which pages list them."""
    shown = compose_sheet(composer, parts, sheet)
    return tuple(_papers(shown, composer.sections(sheet), composer.words["papers"]))


def _papers(sheet: SheetShown, sections: Sections, words: PapersText) -> Iterator[SheetPaper]:
    """Compose the papers: for participants, for whoever leads, in large print; then of each core element alone."""
    if not sheet.elements:
        yield _paper(sheet, sections, words, "questions", "")
    else:
        variants = _statement_variants(sheet)
        for variant, ending in variants:
            yield _paper(sheet, sections, words, variant, ending)
    yield _paper(sheet, sections, words, "facilitator", words["endings"]["facilitator"])
    yield _paper(sheet, sections, words, "large", words["endings"]["large"])
    if len(sheet.elements) > 1:
        for number, element in enumerate(sheet.elements, start=1):
            alone = replace(sheet, elements=(element,))
            for variant, ending in _statement_variants(alone):
                yield _paper(alone, sections, words, variant, f"{ending}-{_for_file_name(element.id, number)}", element)


def _for_file_name(id: str, number: int) -> str:
    """Cut an id that is too long for a file's name; the number keeps it different from others cut alike."""
    return id if len(id) <= _LONGEST else f"{id[:_LONGEST]}-{number}"


def _statement_variants(sheet: SheetShown) -> tuple[tuple[Variant, str], ...]:
    """Give the variants for participants, each with its file's ending: B, and before it A where it differs from B."""
    concretised = any(statement.concretisations for statement in sheet.statements)
    return (("examples", "a"), ("lines", "b")) if concretised else (("lines", "b"),)


def _paper(
    sheet: SheetShown,
    sections: Sections,
    words: PapersText,
    variant: Variant,
    ending: str,
    element: CoreElement | None = None,
) -> SheetPaper:
    """Compose one paper; ``ending``: of its file's name; ``element``: the only core element printed, if not all are."""
    address = f"{sheet.address}{'-'.join(filter(None, (sheet.id[:_LONGEST], ending)))}.pdf"
    name = words["names"][variant].format(element=element.name if element else "")
    return SheetPaper(
        brief=PaperBrief(
            variant=variant,
            name=name,
            address=address,
            element=element.id if element else "",
            element_name=element.name if element else "",
            landscape=_is_landscape(sheet, variant),
        ),
        title=" – ".join(filter(None, (sheet.name, element.name if element else "", name))),
        label=words["labels"][variant],
        sheet=as_printed(sheet, variant),
        sections={} if element else sections,
    )


def _is_landscape(sheet: SheetShown, variant: Variant) -> bool:
    """Tell whether the paper is turned: three core elements stand side by side, unless the sheet says otherwise."""
    if variant not in {"examples", "lines"} or len(sheet.elements) < 2:
        return False
    return sheet.paper == "landscape" or (not sheet.paper and len(sheet.elements) == _THREE_COLUMNS)


def as_printed(sheet: SheetShown, variant: Variant) -> SheetShown:
    """Leave out of a sheet what a variant may not show: notes to whoever leads; in B the concretisations too."""
    sheet = _merge_between(sheet)
    if variant == "facilitator":
        return sheet
    sheet = replace(sheet, facilitator=NOTHING, steps=())
    if variant != "lines":
        return sheet
    elements = tuple(
        replace(element, statements=tuple(replace(one, concretisations=()) for one in element.statements))
        for element in sheet.elements
    )
    return replace(sheet, elements=elements)


def _merge_between(sheet: SheetShown) -> SheetShown:
    """Move prose that stands between core elements into the element beside it.

    The templates of papers know explanations and statements only; there is no room for prose between elements.
    """
    elements = list(sheet.elements)
    if elements and sheet.intro:
        elements[0] = replace(elements[0], explanation=join_prose(sheet.intro, elements[0].explanation))
    for index, element in enumerate(elements):
        if element.after and element.statements:
            last = element.statements[-1]
            last = replace(last, after=join_prose(last.after, element.after))
            elements[index] = replace(element, statements=(*element.statements[:-1], last), after=NOTHING)
    return replace(sheet, intro=NOTHING, elements=tuple(elements))
