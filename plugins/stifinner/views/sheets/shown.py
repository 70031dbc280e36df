"""A reflection sheet as it is shown wherever it is whole: on the screen, on its papers, to a group."""

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
"""Bits of a sheet's tag, which tells its answer codes from other sheets': three characters of a code."""


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
    """The key on a keyboard that chooses it: the number it is called by, else ``number``; empty for ten and more."""


@dataclass(frozen=True)
class Statement:
    """A statement to rate."""

    number: int
    """From 1, through the whole sheet."""
    text: Prose
    concretisations: tuple[Prose, ...]
    lead: Prose = NOTHING
    """Prose between the statement above and this one."""
    after: Prose = NOTHING
    """Prose below its concretisations."""


@dataclass(frozen=True)
class CoreElement:
    """A core element: statements that belong together, under a heading."""

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
    """Prose below the last statement."""


@dataclass(frozen=True)
class UseStep:
    """One step of how the sheet is used."""

    minutes: int | None
    """How long it takes, where that is said."""
    text: Prose


@dataclass(frozen=True)
class SheetShown:
    """Everything that a sheet says; screen and papers show all or some of it."""

    programme: ProgrammeMark
    id: str
    address: str
    name: str
    notice: str
    """Where the sheet comes from, else the programme's notice; or empty."""
    version: int
    tag: int
    """Tells its answer codes from other sheets'; 0 to 2**15 - 1. Made from the file's path, so that edits keep it."""
    paper: str
    """How the paper is turned: ``portrait``, ``landscape``, or empty where the file does not say."""
    lede: Prose
    about: Prose
    scale: tuple[ScaleStep, ...]
    """Empty for a sheet without statements."""
    intro: Prose
    """Prose before the core elements."""
    elements: tuple[CoreElement, ...]
    questions: tuple[ListPart[Prose], ...]
    steps: tuple[ListPart[UseStep], ...]
    discussion: tuple[ListPart[Prose], ...]
    facilitator: Prose
    """Notes for whoever leads. Only the facilitator's paper may show them."""

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All statements, in the order of their numbers."""
        return tuple(statement for element in self.elements for statement in element.statements)


def compose_sheet(composer: Composer, parts: ProgrammeParts, sheet: Sheet) -> SheetShown:
    """Compose a sheet with all it says, its statements numbered through all core elements."""
    numbers = iter(range(1, 1 + sum(len(element.statements) for element in sheet.elements.parts)))
    elements = [
        _element(composer, sheet, element, number, [next(numbers) for _ in element.statements])
        for number, element in enumerate(sheet.elements.parts, start=1)
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
        steps=composer.list_parts(
            sheet, sheet.steps, lambda step: UseStep(step.minutes, composer.prose(sheet, step.text))
        ),
        discussion=composer.points(sheet, sheet.discussion),
        facilitator=composer.prose(sheet, sheet.facilitator),
    )


def compose_scale(composer: Composer, sheet: Sheet) -> tuple[ScaleStep, ...]:
    """Compose the scale that statements are rated by; empty for a sheet without statements."""
    if not any(element.statements for element in sheet.elements.parts):
        return ()
    written = sheet.scale or traffic_light(composer.phrases)
    return tuple(_step(number, step) for number, step in enumerate(written, start=1))


def tag_of(path: str) -> int:
    """Make a sheet's tag from the path of its file, relative to the content folder."""
    return int.from_bytes(hashlib.blake2b(path.encode(), digest_size=2).digest()) >> (16 - TAG_BITS)


def _element(composer: Composer, sheet: Sheet, element: WrittenElement, number: int, numbers: list[int]) -> CoreElement:
    """Compose a core element; where it has no explanation, the summary of the focus area it means stands there.

    ``number``: its own, from 1; ``numbers``: those of its statements.
    """
    area = composer.graph.target(sheet, element.reference.target) if element.reference.target else None
    explanation = composer.prose(sheet, element.explanation)
    if not explanation and isinstance(area, FocusArea):
        explanation = composer.prose(area, area.summary)
    after = composer.prose(sheet, element.after)
    statements = tuple(
        Statement(
            statement_number,
            composer.prose(sheet, one.text),
            composer.lines(sheet, one.concretisations),
            composer.prose(sheet, one.lead),
            composer.prose(sheet, one.after),
        )
        for statement_number, one in zip(numbers, element.statements, strict=True)
    )
    id = sheet.anchors.ids[element.line]
    return CoreElement(number, id, element.title, address(area) if area else None, explanation, statements, after)


def _step(number: int, step: WrittenStep) -> ScaleStep:
    shape = f"step-{SHAPES.index(step.shape) + 1}"
    key = str(number if step.number is None else step.number)
    return ScaleStep(number, step.word, step.meaning, step.letter, shape, step.colour, key if len(key) == 1 else "")
