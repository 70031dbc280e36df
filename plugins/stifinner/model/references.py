"""References: a fact or section that means other things declares which, beside its type in the kind's class."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..language.slugs import slugify

_ID = re.compile(r"[^\s,/\\;|()\[\]&+]+")


@dataclass(frozen=True)
class Refers:
    """What the ids of a fact mean, or the links of a section. Checks, back-links, schema and handbook ask this alone.

    ``audience: Annotated[Ids, Refers("role")] = ()``
    """

    to: str
    """Kind of what is meant, as in the catalogue."""
    shared: bool = False
    """Whether what lies outside the programmes, for all of them, may be meant too."""
    points: Literal["links", "some", "free"] = "links"
    """Of a section: every point is a link to such a thing; those that are links lead to one; or it may say anything."""


def is_id(written: str) -> bool:
    """Whether a text can be the name of a file."""
    return bool(_ID.fullmatch(written))


def slug_of(written: str) -> str:
    """The file name that a path, a link or a title was meant to be."""
    target = re.search(r"\(([^()]*)\)\s*$", written)
    return slugify(re.split(r"[/\\]", target[1] if target else written)[-1].strip().removesuffix(".md"))


def marks_of(field: FieldInfo) -> Iterator[Any]:
    """What is declared of a field beside its type, also where the type is one of several."""
    yield from field.metadata
    waiting: list[Any] = [field.annotation]
    while waiting:
        found = waiting.pop()
        if get_origin(found) is Annotated:
            yield from found.__metadata__
        waiting += get_args(found)


@cache
def references_of(kind: type[BaseModel]) -> dict[str, Refers]:
    """Attribute → what it means, of every fact and section of a kind that means other things."""
    return {
        attribute: mark
        for attribute, field in kind.model_fields.items()
        for mark in marks_of(field)
        if isinstance(mark, Refers)
    }
