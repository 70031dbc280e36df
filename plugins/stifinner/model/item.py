"""What all kinds have in common, and the types that their sections are read into."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Generic, TypeVar, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationInfo

from ..language.phrases import Phrases
from ..markdown.text import NO_TEXT, RawSection, Text, split_lists, words_of
from ..markdown.tokens import Token
from .anchors import Anchors
from .values import FormerNames, _reading

Point = TypeVar("Point")


@dataclass(frozen=True)
class FreeSection:
    """A section under a heading of the editor's own."""

    title: str
    """The heading's words."""
    text: Text
    heading: Text
    """The heading with its marks and footnotes."""
    follows: str = ""
    """Attribute of the fixed heading above it in the file; empty where there is none above."""


@dataclass(frozen=True)
class Reference:
    """A point that names an item: by a link, or by its name alone."""

    name: str
    """Words of the link, or the bold words, or all of the point."""
    target: str
    """The link's target as it was written; empty where there is no link."""
    line: int
    before: str = ""
    """Words before the link or the bold name."""
    after: str = ""
    """Words after it."""
    coming: bool = False
    """Whether it is marked «(kommer)»: announced, and not there yet."""
    written: Text = NO_TEXT
    """The whole point, as it was written."""
    told: date | None = None
    """Of a presentation the day on which it was told that it is there: «(meldt 14. april 2027)»."""

    @property
    def says_more(self) -> bool:
        """Whether the point says anything beside the name."""
        return bool(self.before or self.after or self.written.rest or self.written.refers)


@dataclass(frozen=True)
class ListPart(Generic[Point]):
    """A list of a section, and the prose that stands before it."""

    prose: Text
    points: tuple[Point, ...]
    """Empty for prose after the last list."""
    start: int = 1
    """Number of the first point, where points are numbered."""


@dataclass(frozen=True)
class ItemList(Generic[Point]):
    """A section that is a list: all that stands in it, in order.

    There may be prose between its lists, and nothing that an editor wrote is left out. So it has parts, not only
    points.
    """

    parts: tuple[ListPart[Point], ...] = ()

    @property
    def items(self) -> tuple[Point, ...]:
        """The points of all its lists."""
        return tuple(point for part in self.parts for point in part.points)

    def __bool__(self) -> bool:
        return bool(self.parts)


class Item(BaseModel):
    """What one file describes; the base class of all kinds.

    Its attributes are the words of the catalogue: facts in ``fields``, sections in ``headings``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    id: str
    """File name without ending; for a programme its folder's name."""
    path: str
    """Path of the file, relative to the content folder."""
    programme: str
    """Id of the programme it belongs to; empty for what is shared."""
    title: str
    summary: Text
    """The first paragraph."""
    about: Text
    """What follows the first paragraph, up to the first section."""
    former: FormerNames = ()
    """Names that it had before, as file names in the same folder or paths from the content folder.

    Pages at the old addresses lead to it.
    """
    free_sections: tuple[FreeSection, ...] = ()
    """Sections under headings of the editor's own."""
    anchors: Anchors = Anchors()
    """The places on its page that a link may lead to."""
    unread: frozenset[str] = frozenset()
    """Attributes of facts and sections that could not be read. No rule may take them for missing."""
    editors_note: Text | None = None
    """A note among editors; no participant sees it."""


def read_reference(point: Text, phrases: Phrases) -> Reference:
    """Read a point that names an item: ``[Name](target) …``, ``verb **Name** …`` or ``Name (kommer)``."""
    inline = point.inline
    coming = re.compile(rf"\s*\({re.escape(phrases['values']['coming'])}\)", re.IGNORECASE)
    begin, end = find_span(inline, "link") or find_span(inline, "strong") or (0, 0)
    if end:
        name, target = words_of(inline[begin + 1 : end]), str(inline[begin].attrs.get("href", ""))
        before, after = words_of(inline[:begin]), words_of(inline[end + 1 :])
    else:
        name, target, before, after = words_of(inline), "", "", ""
        found = coming.search(name)
        name, after = (
            (name[: found.start()], name[found.start() :]) if found and found.end() == len(name) else (name, "")
        )
    is_coming = bool(coming.search(before + name + after))
    after = coming.sub("", after, count=1) if coming.match(after) else after
    return Reference(name.strip(), target, point.line, before.strip(), after.strip(), is_coming, point)


def find_span(inline: Sequence[Token], what: str) -> tuple[int, int] | None:
    """Find the indices where the first link (``what`` is ``link``) or bold words (``strong``) begin and end; None:
    none."""
    begin = next((index for index, token in enumerate(inline) if token.type == f"{what}_open"), None)
    if begin is None:
        return None
    level = inline[begin].level
    return begin, next(i for i, token in enumerate(inline) if i > begin and token.level == level and token.nesting < 0)


def read_list(section: RawSection, read: Callable[[Text], Point]) -> ItemList[Point]:
    """Read a section with lists in it; ``read`` makes a value of each point."""
    return list_of(section.text, read)


def list_of(text: Text, read: Callable[[Text], Point]) -> ItemList[Point]:
    """Read a text with lists in it; ``read`` makes a value of each point."""
    return ItemList(
        tuple(ListPart(one.prose, tuple(read(point) for point in one.points), one.start) for one in split_lists(text))
    )


def _points(value: Sequence[RawSection] | ItemList[Text]) -> ItemList[Text]:
    """Validate a section with lists, each point as its text."""
    return value if isinstance(value, ItemList) else read_list(value[0], lambda point: point)


def _references(value: Sequence[RawSection] | ItemList[Reference], info: ValidationInfo) -> ItemList[Reference]:
    """Validate a section with lists, each point as a reference."""
    if isinstance(value, ItemList):
        return value
    phrases = _reading(info).phrases
    return read_list(value[0], lambda point: read_reference(point, phrases))


def _text(value: Sequence[RawSection] | Text) -> Text:
    """Validate a section of prose."""
    return value if isinstance(value, Text) else value[0].text


ListSection = Annotated[ItemList[Text], BeforeValidator(_points)]
"""A section with lists in it."""
ReferenceSection = Annotated[ItemList[Reference], BeforeValidator(_references)]
"""A section with lists of links or names in it."""
TextSection = Annotated[Text, BeforeValidator(_text)]
"""A section of prose."""


@cache
def lists_of_links(kind: type[Item]) -> tuple[str, ...]:
    """List the attributes of a kind's sections whose points each name an item by a link."""
    return tuple(
        attribute
        for attribute, field in kind.model_fields.items()
        if get_origin(field.annotation) is ItemList
        and any("target" in getattr(point, "__dataclass_fields__", ()) for point in get_args(field.annotation))
    )
