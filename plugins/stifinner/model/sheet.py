"""A reflection sheet: core elements with statements to rate, or open questions with room to write."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo

from ..date_reader import one_of
from ..problems import Misread
from ..source.body import split_items, split_subsections
from ..source.source_file import RawSection, Text
from .item import Item, ItemList, ListSection, Reference, TextSection, list_items, read_reference
from .scale import ScaleFact
from .values import Ids, Number, OneOf, _reading


@dataclass(frozen=True)
class Statement:
    """A sign of good practice."""

    text: Text
    concretisations: tuple[Text, ...]
    """What it may look like; often none."""


@dataclass(frozen=True)
class CoreElement:
    """Statements that belong together."""

    title: str
    reference: Reference
    """The heading as a link: target empty where it is only a name."""
    explanation: Text
    statements: tuple[Statement, ...]
    line: int


@dataclass(frozen=True)
class UseStep:
    """One step of how a sheet is used."""

    minutes: int | None
    text: Text


def _elements(value: Sequence[RawSection], info: ValidationInfo) -> tuple[CoreElement, ...]:
    before, parts = split_subsections(value[0].text)
    if before:
        raise Misread(
            "statement-outside-element",
            line=before.line,
            column=1,
            value=before.markdown.split("\n")[0],
            title=value[0].title,
        )
    phrases = _reading(info).phrases
    elements = []
    for part in parts:
        explanation, items = split_items(part.text)
        reference = read_reference(Text(part.title, part.line), phrases)
        elements.append(CoreElement(reference.name, reference, explanation, tuple(map(_statement, items)), part.line))
    return tuple(elements)


def _statement(item: Text) -> Statement:
    first, concretisations = split_items(item)
    return Statement(first, concretisations)


def _steps(value: Sequence[RawSection], info: ValidationInfo) -> tuple[UseStep, ...]:
    words = _reading(info).phrases["dates"]
    lasts = re.compile(rf"(\d{{1,3}})\s*(?:{one_of(words['minutes'])})\.?\s+(?=\S)", re.IGNORECASE)
    steps = []
    for item in list_items(value[0], one_line=False):
        found = lasts.match(item.markdown)
        rest = Text(item.markdown[found.end() :], item.line) if found else item
        steps.append(UseStep(int(found[1]) if found else None, rest))
    return tuple(steps)


class Sheet(Item):
    """``refleksjon/<id>.md``."""

    scale: ScaleFact = ()
    """The steps that statements are rated by; a traffic light when left out."""
    paper: Annotated[str, BeforeValidator(OneOf("paper"))] = ""
    """Direction of the paper; chosen by the number of core elements when left out."""
    gatherings: Ids = ()
    """Gatherings it is used at."""
    roles: Ids = ()
    """Roles it is for; everyone when left out."""
    focus_areas: Ids = ()
    """Focus areas it is about."""
    version: Number = 1
    """Which version of the sheet this is; a new one when statements change their meaning or order."""
    notice: str = ""
    """Where the sheet comes from: «Fritt etter …»."""
    order: Number | None = None
    """Place among the sheets."""
    elements: Annotated[tuple[CoreElement, ...], BeforeValidator(_elements)] = ()
    """Core elements with their statements."""
    questions: ListSection = ItemList(Text("", 0), ())
    """Open questions, with room to write."""
    steps: Annotated[tuple[UseStep, ...], BeforeValidator(_steps)] = ()
    """How the sheet is used, step by step, with minutes."""
    discussion: ListSection = ItemList(Text("", 0), ())
    """Questions to talk about afterwards."""
    facilitator: TextSection = Text("", 0)
    """For whoever leads; never shown to participants."""
