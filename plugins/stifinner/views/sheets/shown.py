"""A reflection sheet as every face of it shows it: on paper, on the screen, and for the group."""

import hashlib
from dataclasses import dataclass

from ...graph.portal_graph import ProgrammeParts, address
from ...model.focus_area import FocusArea
from ...model.scale import SHAPES, traffic_light
from ...model.scale import ScaleStep as WrittenStep
from ...model.sheet import CoreElement as WrittenElement
from ...model.sheet import Sheet
from ..parts.composer import Composer
from ..parts.elements import NOTHING, ListPart, ProgrammeMark, Prose

TAG_BITS = 15
"""Bits of the mark that tells the codes of one sheet from those of another: three characters of a code."""


@dataclass(frozen=True)
class ScaleStep:
    """A step of the scale."""

    number: int
    """From 1, the best first."""
    word: str
    meaning: str
    letter: str
    shape: str
    """Symbol in ``icons.svg``: ``step-1`` … ``step-5`` (circle, triangle, square, diamond, star)."""
    colour: str
    """``green``, ``yellow``, ``red``, ``blue`` or ``violet``: the end of a class of the style sheets."""
    key: str
    """The key that chooses it: the number that it is called by, else its place; empty where no key has that number."""


@dataclass(frozen=True)
class Statement:
    """A statement to rate."""

    number: int
    """From 1, through the whole sheet."""
    text: Prose
    concretisations: tuple[Prose, ...]
    lead: Prose = NOTHING
    """What stands between it and the statement above it."""
    after: Prose = NOTHING
    """What its point says below its concretisations."""


@dataclass(frozen=True)
class CoreElement:
    """Statements that belong together."""

    number: int
    """From 1."""
    id: str
    """Anchor, and the end of the file's name where it is printed alone."""
    name: str
    address: str | None
    """Page of the focus area it means, or None."""
    explanation: Prose
    statements: tuple[Statement, ...]
    after: Prose = NOTHING
    """What stands below the last statement."""


@dataclass(frozen=True)
class UseStep:
    """One step of how the sheet is used."""

    minutes: int | None
    text: Prose


@dataclass(frozen=True)
class SheetShown:
    """Everything that a sheet says, each thing once."""

    programme: ProgrammeMark
    id: str
    address: str
    name: str
    notice: str
    """Where it comes from, or empty."""
    version: int
    tag: int
    """Tells its codes from those of other sheets; 0 to 2**15 - 1. It follows from the sheet's place, not its text."""
    paper: str
    """``portrait``, ``landscape``, or empty: not said."""
    lede: Prose
    about: Prose
    scale: tuple[ScaleStep, ...]
    """Empty for a sheet without statements."""
    intro: Prose
    """What stands before the core elements."""
    elements: tuple[CoreElement, ...]
    questions: tuple[ListPart[Prose], ...]
    steps: tuple[ListPart[UseStep], ...]
    discussion: tuple[ListPart[Prose], ...]
    facilitator: Prose
    """For whoever leads. Only the facilitator's sheet may show it."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, in the order of their numbers."""
        return tuple(statement for element in self.elements for statement in element.statements)


def compose_sheet(composer: Composer, parts: ProgrammeParts, sheet: Sheet) -> SheetShown:
    """The sheet; what a core element's focus area says of it stands there where the sheet says nothing itself."""
    numbers = iter(range(1, 1 + sum(len(element.statements) for element in sheet.elements.parts)))
    elements = [
        _element(composer, sheet, element, place, [next(numbers) for _ in element.statements])
        for place, element in enumerate(sheet.elements.parts, start=1)
    ]
    return SheetShown(
        programme=composer.mark_of(parts),
        id=sheet.id,
        address=address(sheet),
        name=sheet.title,
        notice=sheet.notice or parts.programme.notice,
        version=sheet.version,
        tag=tag_of(sheet.path),
        paper=sheet.paper,
        lede=composer.prose(sheet, sheet.summary),
        about=composer.prose(sheet, sheet.about),
        scale=compose_scale(composer, sheet),
        intro=composer.prose(sheet, sheet.elements.intro),
        elements=tuple(elements),
        questions=composer.points(sheet, sheet.questions),
        steps=composer.parts(sheet, sheet.steps, lambda step: UseStep(step.minutes, composer.prose(sheet, step.text))),
        discussion=composer.points(sheet, sheet.discussion),
        facilitator=composer.prose(sheet, sheet.facilitator),
    )


def compose_scale(composer: Composer, sheet: Sheet) -> tuple[ScaleStep, ...]:
    """The steps that the sheet's statements are rated by; empty where it has none."""
    if not any(element.statements for element in sheet.elements.parts):
        return ()
    written = sheet.scale or traffic_light(composer.phrases)
    return tuple(_step(number, step) for number, step in enumerate(written, start=1))


def tag_of(path: str) -> int:
    """The mark of a sheet's codes, from where its file lies."""
    return int.from_bytes(hashlib.blake2b(path.encode(), digest_size=2).digest()) >> (16 - TAG_BITS)


def _element(composer: Composer, sheet: Sheet, element: WrittenElement, place: int, numbers: list[int]) -> CoreElement:
    area = composer.graph.target(sheet, element.reference.target) if element.reference.target else None
    explanation = composer.prose(sheet, element.explanation)
    if not explanation and isinstance(area, FocusArea):
        explanation = composer.prose(area, area.summary)
    after = composer.prose(sheet, element.after)
    statements = tuple(
        Statement(
            number,
            composer.prose(sheet, one.text),
            composer.lines(sheet, one.concretisations),
            composer.prose(sheet, one.lead),
            composer.prose(sheet, one.after),
        )
        for number, one in zip(numbers, element.statements, strict=True)
    )
    id = sheet.anchors.ids[element.line]
    return CoreElement(place, id, element.title, address(area) if area else None, explanation, statements, after)


def _step(place: int, step: WrittenStep) -> ScaleStep:
    shape = f"step-{SHAPES.index(step.shape) + 1}"
    key = str(place if step.number is None else step.number)
    return ScaleStep(place, step.word, step.meaning, step.letter, shape, step.colour, key if len(key) == 1 else "")
