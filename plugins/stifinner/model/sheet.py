"""A reflection sheet: core elements with statements to rate, or open questions with room to write."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BeforeValidator, ValidationInfo

from ..dates.words import one_of
from ..language.misread import Misread
from ..language.phrases import Phrases
from ..markdown.lines import cut, line_text
from ..markdown.text import (
    NO_TEXT,
    RawSection,
    Text,
    join,
    split_lists,
    split_sections,
)
from .item import (
    Item,
    ItemList,
    ListSection,
    Reference,
    TextSection,
    read_list,
    read_reference,
)
from .references import Refers
from .scale import ScaleFact
from .values import Ids, Number, OneOf, _reading


@dataclass(frozen=True)
class Statement:
    """A statement to rate: a sign of good practice."""

    lead: Text
    """Prose between it and the statement above it."""
    text: Text
    concretisations: tuple[Text, ...]
    """Examples of what it may look like; often none."""
    after: Text
    """What its point says below the examples."""


@dataclass(frozen=True)
class CoreElement:
    """A core element: statements that belong together."""

    title: str
    reference: Reference
    """The heading, read as a link to what it means; its target is empty where it is only a name."""
    explanation: Text
    """Prose above the first statement."""
    statements: tuple[Statement, ...]
    after: Text
    """Prose below the last statement."""
    line: int
    """Line of the heading."""


@dataclass(frozen=True)
class CoreElements:
    """The core elements, and the prose above the first."""

    intro: Text = NO_TEXT
    parts: tuple[CoreElement, ...] = ()


@dataclass(frozen=True)
class UseStep:
    """One step of using a sheet, with the minutes it takes."""

    minutes: int | None
    text: Text


def _core(value: Sequence[RawSection], info: ValidationInfo) -> CoreElements:
    """Read the section of core elements. Raises Misread for a statement that stands above the first of them."""
    before, parts = split_sections(value[0].text, 3)
    if outside := next((point for one in split_lists(before) for point in one.points), None):
        details = {"value": outside.first.plain, "title": value[0].title}
        raise Misread("statement-outside-element", line=outside.line, column=1, **details)
    phrases = _reading(info).phrases
    return CoreElements(before, tuple(_element(part, phrases) for part in parts))


def _element(part: RawSection, phrases: Phrases) -> CoreElement:
    """Read a core element."""
    reference = read_reference(line_text(part.inline, part.line), phrases)
    lists = split_lists(part.text)
    explanation = lists[0].prose if lists else Text()
    statements = [
        _statement(point, one.prose if index and not place else Text())
        for index, one in enumerate(lists)
        for place, point in enumerate(one.points)
    ]
    after = lists[-1].prose if len(lists) > 1 and not lists[-1].points else Text()
    return CoreElement(part.title, reference, explanation, tuple(statements), after, part.line)


def _statement(point: Text, lead: Text) -> Statement:
    """Read a statement; its examples are the first list in its point."""
    blocks = point.blocks
    first = next((index for index, block in enumerate(blocks) if block.is_list), len(blocks))
    concretisations = tuple(point for one in split_lists(join(blocks[first : first + 1])) for point in one.points)
    text, after = join(blocks[:first], point.line), join(blocks[first + 1 :])
    return Statement(lead, text, concretisations, after)


def _steps(value: Sequence[RawSection], info: ValidationInfo) -> ItemList[UseStep]:
    """Read how a sheet is used. «10 min Les hver for dere» takes ten minutes."""
    words = _reading(info).phrases["dates"]
    lasts = re.compile(rf"(\d{{1,3}})\s*(?:{one_of(words['minutes'])})\.?\s+", re.IGNORECASE)

    def read(point: Text) -> UseStep:
        """Read one step."""
        found = lasts.match(point.lead)
        return UseStep(int(found[1]) if found else None, cut(point, found.end()) if found else point)

    return read_list(value[0], read)


class Sheet(Item):
    """``refleksjon/<id>.md``."""

    scale: ScaleFact = ()
    """The steps that statements are rated by, the best first; empty: a traffic light."""
    paper: Annotated[Literal["", "portrait", "landscape"], BeforeValidator(OneOf("paper"))] = ""
    """How the paper is turned; empty: chosen by the number of core elements."""
    gatherings: Annotated[Ids, Refers("gathering")] = ()
    """Gatherings that it is used at."""
    roles: Annotated[Ids, Refers("role", named=True)] = ()
    """Roles that it is for; everyone when left out."""
    focus_areas: Annotated[Ids, Refers("focus_area")] = ()
    """Focus areas that it is about."""
    version: Number = 1
    """The sheet's version, which is raised when statements change their meaning or their order."""
    notice: str = ""
    """Where the sheet comes from: «Fritt etter …»."""
    order: Number | None = None
    """Its place among the sheets."""
    elements: Annotated[CoreElements, BeforeValidator(_core), Refers("focus_area", points="some")] = CoreElements()
    """Core elements with their statements."""
    questions: ListSection = ItemList()
    """Open questions, with room to write."""
    steps: Annotated[ItemList[UseStep], BeforeValidator(_steps)] = ItemList()
    """How the sheet is used, step by step, with minutes."""
    discussion: ListSection = ItemList()
    """Questions to talk about afterwards."""
    facilitator: TextSection = NO_TEXT
    """Notes for whoever leads; participants never see them."""
