"""References to other items. The class of a kind declares beside a field's type what the field refers to."""

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
    """Declares what the ids of a fact, or the links of a section, refer to: ``Annotated[Ids, Refers("role")]``.

    It is said nowhere else: checks, back-links, schema and handbook ask ``references_of``.
    """

    to: str
    """Name of the kind that is referred to."""
    own: bool = False
    """Of a section: whether only items of the same programme may be meant."""
    shared: bool = False
    """Whether items that all programmes share may be meant too."""
    points: Literal["links", "some", "free"] = "links"
    """Of a section.

    ``links``: each point links to such an item; ``some``: points may be links to one; ``free``: points may say
    anything.
    """
    named: bool = False
    """Of a fact: whether it limits whom the item is for, or says who is behind it.

    Then a draft among the ids is named in words where it is not published; of any other fact such an id is left out.
    """
    part: str = ""
    """Of a section whose points have several references: the attribute of a point that is meant."""


def is_id(written: str) -> bool:
    """Tell whether a text can be an id, which is the name of a file."""
    return bool(_ID.fullmatch(written))


def slug_of(written: str) -> str:
    """Guess the id that was meant by a path, a link or a title."""
    target = re.search(r"\(([^()]*)\)\s*$", written)
    return slugify(re.split(r"[/\\]", target[1] if target else written)[-1].strip().removesuffix(".md"))


def marks_of(field: FieldInfo) -> Iterator[Any]:
    """Give all that is declared of a field beside its type, also of one type among several."""
    yield from field.metadata
    waiting: list[Any] = [field.annotation]
    while waiting:
        found = waiting.pop()
        if get_origin(found) is Annotated:
            yield from found.__metadata__
        waiting += get_args(found)


@cache
def references_of(kind: type[BaseModel]) -> tuple[tuple[str, Refers], ...]:
    """Find all references that a kind declares: attribute, and what it refers to."""
    return tuple(
        (attribute, mark)
        for attribute, field in kind.model_fields.items()
        for mark in marks_of(field)
        if isinstance(mark, Refers)
    )
