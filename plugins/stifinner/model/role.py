"""A role: one person's way through the programme."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo

from ..source.body import split_items, split_subsections
from ..source.source_file import RawSection, Text
from .item import Item, ReferenceSection, list_items, read_reference
from .values import Ids, Number, _reading


@dataclass(frozen=True)
class Duties:
    """Duties, under a heading of their own or none."""

    title: str
    intro: Text
    tasks: tuple[Text, ...]


@dataclass(frozen=True)
class Supports:
    """Support given to somebody."""

    verb: str
    name: str
    target: str
    """Link to the role's file as written, or empty: somebody without one."""
    detail: str
    recommended: bool
    """Recommended, not required."""
    line: int


def _duties(value: Sequence[RawSection]) -> tuple[Duties, ...]:
    before, parts = split_subsections(value[0].text)
    intro, tasks = split_items(before)
    first = (Duties("", intro, tasks),) if intro or tasks else ()
    return first + tuple(Duties(part.title, *split_items(part.text)) for part in parts)


def _supports(value: Sequence[RawSection], info: ValidationInfo) -> tuple[Supports, ...]:
    phrases = _reading(info).phrases
    mark = re.compile(rf"\s?\({re.escape(phrases['values']['recommended'])}\)", re.IGNORECASE)
    edges = []
    for item in list_items(value[0]):
        found = read_reference(item, phrases)
        verb = found.before or phrases["values"]["supports"]
        detail = mark.sub("", found.after).strip(" .,;:")
        edges.append(Supports(verb, found.name, found.target, detail, bool(mark.search(found.after)), found.line))
    return tuple(edges)


class Role(Item):
    """``roller/<id>.md``."""

    level: str = ""
    """Level of a supervisor: 1, 2, 3."""
    plural: str = ""
    """The word for several: «ledere»."""
    sentence: str = ""
    """The end of the sentence «Jeg er …», where it is more than the name."""
    part_of: Ids = ()
    """Groups it is part of; each a role too."""
    order: Number | None = None
    """Place among the roles."""
    duties: Annotated[tuple[Duties, ...], BeforeValidator(_duties)] = ()
    """What it does while the programme lasts."""
    lasting_duties: Annotated[tuple[Duties, ...], BeforeValidator(_duties)] = ()
    """What goes on after the programme's end."""
    supports: Annotated[tuple[Supports, ...], BeforeValidator(_supports)] = ()
    """Whom it supports, and how."""
    resources: ReferenceSection = ()
    """Resources for this role."""
