"""What all kinds have in common, and the pieces their sections are read into."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationInfo

from ..phrases import Phrases
from ..problems import Misread
from ..source.body import find_links, split_items
from ..source.source_file import RawSection, Text
from .values import FormerNames, _reading


@dataclass(frozen=True)
class FreeSection:
    """A heading of the editor's own."""

    title: str
    text: Text


@dataclass(frozen=True)
class Reference:
    """A line of a list that is a link, or a name without one yet."""

    name: str
    target: str
    """As written; empty where there is none."""
    line: int
    before: str = ""
    """Text before the link or the bold name."""
    after: str = ""
    """Text after it."""
    coming: bool = False
    """Written as «(kommer)»."""
    lone: bool = False
    """Nothing but the link stands on the line."""


@dataclass(frozen=True)
class ItemList:
    """A section that is a list: what stands before it, and its items."""

    intro: Text
    items: tuple[Text, ...]


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
    editors_note: Text | None = None
    """Never shown to a participant."""


def read_reference(item: Text, phrases: Phrases) -> Reference:
    """Read ``[Name](target) …``, ``verb **Name** …`` or ``Name (kommer)``."""
    line = item.markdown.split("\n")[0]
    coming = re.escape(phrases["values"]["coming"])
    links = [link for link in find_links((line,), 1, 1) if not link.image]
    if links:
        whole = re.search(rf"\[{re.escape(links[0].text)}\]\([^)]*\)", line)
        before, after = (line[: whole.start()], line[whole.end() :]) if whole else ("", "")
        name, target = links[0].text, links[0].target
    elif bold := re.search(r"\*\*(.+?)\*\*", line):
        before, after, name, target = line[: bold.start()], line[bold.end() :], bold[1], ""
    else:
        before, after, target = "", "", ""
        name = re.sub(rf"\({coming}\)\s*$", "", line, flags=re.IGNORECASE)
    after = re.sub(rf"^\s*\({coming}\)", "", after, flags=re.IGNORECASE)
    is_coming = bool(re.search(rf"\({coming}\)", line, flags=re.IGNORECASE))
    lone = bool(links) and not before.strip() and not after.strip() and "\n" not in item.markdown
    return Reference(name.strip(), target, item.line, before.strip(), after.strip(), is_coming, lone)


def list_items(section: RawSection, *, one_line: bool = True) -> tuple[Text, ...]:
    """The items of a section that is shown as a list and nothing else.

    Raises Misread ``text-outside-list`` for text above the list and, where only an item's first line is shown, for a
    second one: a bullet that lost its sign would be gone without a word.
    """
    intro, items = split_items(section.text)
    lost = [intro] if intro else []
    if one_line:
        lost += [
            Text(line.strip(), item.line + offset)
            for item in items
            for offset, line in enumerate(item.markdown.split("\n"))
            if offset and line.strip()
        ]
    if lost:
        value = lost[0].markdown.split("\n")[0]
        raise Misread("text-outside-list", line=lost[0].line, column=1, value=value, title=section.title)
    return items


def _item_list(value: Sequence[RawSection] | ItemList) -> ItemList:
    if isinstance(value, ItemList):
        return value
    return ItemList(*split_items(value[0].text))


def _references(value: Sequence[RawSection] | tuple[Reference, ...], info: ValidationInfo) -> tuple[Reference, ...]:
    phrases = _reading(info).phrases
    items = list_items(value[0])  # type: ignore[arg-type]
    return tuple(read_reference(item, phrases) for item in items)


def _text(value: Sequence[RawSection] | Text) -> Text:
    return value if isinstance(value, Text) else value[0].text


ListSection = Annotated[ItemList, BeforeValidator(_item_list)]
"""A section with a list in it."""
ReferenceSection = Annotated[tuple[Reference, ...], BeforeValidator(_references)]
"""A section that is a list of links or names."""
TextSection = Annotated[Text, BeforeValidator(_text)]
"""A section of prose."""
