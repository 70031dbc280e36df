"""What all kinds have in common, and the pieces their sections are read into."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
    """A heading of the editor's own."""

    title: str
    text: Text
    heading: Text
    """Its title with what marks and footnotes it has."""
    follows: str = ""
    """Attribute of the fixed heading that it stands after in the file; empty where it stands before them all."""


@dataclass(frozen=True)
class Reference:
    """A point of a list that is a link, or a name without one yet."""

    name: str
    target: str
    """As written; empty where there is none."""
    line: int
    before: str = ""
    """Words before the link or the bold name."""
    after: str = ""
    """Words after it."""
    coming: bool = False
    """Written as «(kommer)»."""
    written: Text = NO_TEXT
    """The whole point."""

    @property
    def says_more(self) -> bool:
        """Whether the point is more than its name."""
        return bool(self.before or self.after or self.written.rest or self.written.refers)


@dataclass(frozen=True)
class ListPart(Generic[Point]):
    """A list of a section, with the prose that stands before it."""

    prose: Text
    points: tuple[Point, ...]
    """Empty for prose after the last list."""
    start: int = 1
    """Number of the first point."""


@dataclass(frozen=True)
class ItemList(Generic[Point]):
    """A section that is a list: everything that stands in it, in order."""

    parts: tuple[ListPart[Point], ...] = ()

    @property
    def items(self) -> tuple[Point, ...]:
        """The points of all its lists."""
        return tuple(point for part in self.parts for point in part.points)

    def __bool__(self) -> bool:
        return bool(self.parts)


class Item(BaseModel):
    """A thing of the programme, read from one file."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    id: str
    """File name without ending; for a programme its folder's name."""
    path: str
    """The file, relative to the content folder."""
    programme: str
    """Id of the programme it belongs to; empty for what is shared."""
    title: str
    summary: Text
    """First paragraph."""
    about: Text
    """The paragraphs after it."""
    former: FormerNames = ()
    """Names it had before: file names in the same folder, or paths from the content folder. Old addresses lead here."""
    free_sections: tuple[FreeSection, ...] = ()
    anchors: Anchors = Anchors()
    """The places of its page that a link may lead to."""
    unread: frozenset[str] = frozenset()
    """Facts and sections that could not be read: of them nobody knows what they say, or that they are missing."""
    editors_note: Text | None = None
    """Never shown to a participant."""


def read_reference(point: Text, phrases: Phrases) -> Reference:
    """Read ``[Name](target) …``, ``verb **Name** …`` or ``Name (kommer)``."""
    inline = point.inline
    coming = re.compile(rf"\s*\({re.escape(phrases['values']['coming'])}\)", re.IGNORECASE)
    begin, end = _span(inline, "link") or _span(inline, "strong") or (0, 0)
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


def _span(inline: Sequence[Token], what: str) -> tuple[int, int] | None:
    """Where the first link or bold words of a line begin and end."""
    begin = next((index for index, token in enumerate(inline) if token.type == f"{what}_open"), None)
    if begin is None:
        return None
    level = inline[begin].level
    return begin, next(i for i, token in enumerate(inline) if i > begin and token.level == level and token.nesting < 0)


def read_list(section: RawSection, read: Callable[[Text], Point]) -> ItemList[Point]:
    """A section with lists in it; ``read`` makes something of each point."""
    return list_of(section.text, read)


def list_of(text: Text, read: Callable[[Text], Point]) -> ItemList[Point]:
    """A text with lists in it; ``read`` makes something of each point."""
    return ItemList(
        tuple(ListPart(one.prose, tuple(read(point) for point in one.points), one.start) for one in split_lists(text))
    )


def _points(value: Sequence[RawSection] | ItemList[Text]) -> ItemList[Text]:
    return value if isinstance(value, ItemList) else read_list(value[0], lambda point: point)


def _references(value: Sequence[RawSection] | ItemList[Reference], info: ValidationInfo) -> ItemList[Reference]:
    if isinstance(value, ItemList):
        return value
    phrases = _reading(info).phrases
    return read_list(value[0], lambda point: read_reference(point, phrases))


def _text(value: Sequence[RawSection] | Text) -> Text:
    return value if isinstance(value, Text) else value[0].text


ListSection = Annotated[ItemList[Text], BeforeValidator(_points)]
"""A section with lists in it."""
ReferenceSection = Annotated[ItemList[Reference], BeforeValidator(_references)]
"""A section with lists of links or names in it."""
TextSection = Annotated[Text, BeforeValidator(_text)]
"""A section of prose."""


@cache
def lists_of_links(kind: type[Item]) -> tuple[str, ...]:
    """Name the sections of a kind whose points each mean something by a link."""
    return tuple(
        attribute
        for attribute, field in kind.model_fields.items()
        if get_origin(field.annotation) is ItemList
        and any("target" in getattr(point, "__dataclass_fields__", ()) for point in get_args(field.annotation))
    )
