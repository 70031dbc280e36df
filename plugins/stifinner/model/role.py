"""A role that participants have: what it does, whom it supports, and its way through the programme."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo

from ..markdown.text import NO_TEXT, RawSection, Text, split_sections
from .item import (
    Item,
    ItemList,
    ReferenceSection,
    list_of,
    read_list,
    read_reference,
)
from .references import Refers
from .values import Ids, Number, _reading


@dataclass(frozen=True)
class Duties:
    """Duties with their title; empty for those directly under the section's heading."""

    title: str
    tasks: ItemList[Text]


@dataclass(frozen=True)
class Supports:
    """Support that the role gives to another."""

    verb: str
    """The word of the support: «støtter», «veileder»."""
    name: str
    """The name of whoever is supported."""
    target: str
    """The link's target as it was written; empty for somebody without a file."""
    detail: str
    """What stands behind the name."""
    recommended: bool
    """Whether it is recommended rather than required."""
    line: int
    written: Text = NO_TEXT
    """The whole point."""


def _duties(value: Sequence[RawSection]) -> tuple[Duties, ...]:
    """Read a section of duties: one list for each heading in it, and one for what stands above these."""
    before, parts = split_sections(value[0].text, 3)
    named = [("", before)] if before else []
    named += [(part.title, part.text) for part in parts]
    return tuple(Duties(title, list_of(text, lambda point: point)) for title, text in named)


def _supports(value: Sequence[RawSection], info: ValidationInfo) -> ItemList[Supports]:
    """Read the section of supports, a point each."""
    phrases = _reading(info).phrases
    mark = re.compile(rf"\s?\({re.escape(phrases['values']['recommended'])}\)", re.IGNORECASE)

    def read(point: Text) -> Supports:
        """Read one point."""
        found = read_reference(point, phrases)
        verb = found.before or phrases["values"]["supports"]
        detail = mark.sub("", found.after).strip(" .,;:")
        recommended = bool(mark.search(found.after))
        return Supports(verb, found.name, found.target, detail, recommended, found.line, point)

    return read_list(value[0], read)


class Role(Item):
    """``roller/<id>.md``."""

    level: str = ""
    """Level of a supervisor: 1, 2, 3."""
    plural: str = ""
    """The word for several of them: «ledere»."""
    sentence: str = ""
    """How the sentence «Jeg er …» ends, where that is more than the name."""
    part_of: Annotated[Ids, Refers("role")] = ()
    """Groups that it is part of, which are roles too."""
    order: Number | None = None
    """Its place among the roles."""
    duties: Annotated[tuple[Duties, ...], BeforeValidator(_duties)] = ()
    """What it does while the programme lasts."""
    lasting_duties: Annotated[tuple[Duties, ...], BeforeValidator(_duties)] = ()
    """What it goes on with after the programme's end."""
    supports: Annotated[ItemList[Supports], BeforeValidator(_supports), Refers("role", points="some")] = ItemList()
    """Whom it supports, and how."""
    resources: Annotated[ReferenceSection, Refers("resource", shared=True)] = ItemList()
    """Resources for this role."""
