"""The sheets as they are printed: which papers there are of a sheet, and what each of them may show."""

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
_LONGEST = 100
"""Letters of a name that go into a file's name, of which file systems take 255 bytes: the folder has the whole name."""


@dataclass(frozen=True)
class SheetPaper:
    """One paper: everything that stands on it."""

    brief: PaperBrief
    title: str
    """For the window of whoever reads the PDF."""
    label: str
    """«Ark A», at the foot."""
    sheet: SheetShown
    """With one core element where only that is printed, and with the notes to whoever leads only on their own paper."""
    sections: Sections = field(default_factory=dict)
    """Sections of the editor's own, by the fixed heading that they follow; none where one core element stands alone."""


def compose_papers(composer: Composer, parts: ProgrammeParts, sheet: Sheet) -> tuple[SheetPaper, ...]:
    """Every paper of a sheet, in the order in which pages list them."""
    shown = compose_sheet(composer, parts, sheet)
    return tuple(_papers(shown, composer.sections(sheet), composer.words["papers"]))


def _papers(sheet: SheetShown, sections: Sections, words: PapersText) -> Iterator[SheetPaper]:
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
                yield _paper(alone, sections, words, variant, f"{ending}-{_short(element.id, number)}", element)


def _short(id: str, number: int) -> str:
    """An id as a part of a file's name; a long one is told from others like it by its number."""
    return id if len(id) <= _LONGEST else f"{id[:_LONGEST]}-{number}"


def _statement_variants(sheet: SheetShown) -> tuple[tuple[Variant, str], ...]:
    """A where there is something that B leaves out, and B."""
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
    address = f"{sheet.address}{'-'.join(filter(None, (sheet.id[:_LONGEST], ending)))}.pdf"
    name = words["names"][variant].format(element=element.name if element else "")
    return SheetPaper(
        brief=PaperBrief(
            variant=variant,
            name=name,
            address=address,
            element=element.id if element else "",
            element_name=element.name if element else "",
            landscape=_lies(sheet, variant),
        ),
        title=" – ".join(filter(None, (sheet.name, element.name if element else "", name))),
        label=words["labels"][variant],
        sheet=as_printed(sheet, variant),
        sections={} if element else sections,
    )


def _lies(sheet: SheetShown, variant: Variant) -> bool:
    """Whether the paper lies: three core elements stand side by side, unless the sheet says otherwise."""
    if variant not in {"examples", "lines"} or len(sheet.elements) < 2:
        return False
    return sheet.paper == "landscape" or (not sheet.paper and len(sheet.elements) == _THREE_COLUMNS)


def as_printed(sheet: SheetShown, variant: Variant) -> SheetShown:
    """The sheet without what this paper may not show."""
    sheet = _joined(sheet)
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


def _joined(sheet: SheetShown) -> SheetShown:
    """The sheet with what stands between its parts as a piece of the part beside it: paper has a place for those."""
    elements = list(sheet.elements)
    if elements and sheet.intro:
        elements[0] = replace(elements[0], explanation=join_prose(sheet.intro, elements[0].explanation))
    for place, element in enumerate(elements):
        if element.after and element.statements:
            last = element.statements[-1]
            last = replace(last, after=join_prose(last.after, element.after))
            elements[place] = replace(element, statements=(*element.statements[:-1], last), after=NOTHING)
    return replace(sheet, intro=NOTHING, elements=tuple(elements))
