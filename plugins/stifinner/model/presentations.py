"""Reads lists of presentations, whose points may end with the day they were told: «(meldt 14. april 2027)»."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, ValidationInfo

from ..language.misread import Misread
from ..markdown.lines import line_text, text_token
from ..markdown.text import RawSection, Text
from .item import ItemList, Reference, read_list, read_reference
from .values import Reading, _reading


class _Ending(NamedTuple):
    """A point without the words in brackets that it ends with, and the day in them as it was written."""

    before: Text
    day: str
    brackets: str


def read_presentations(section: RawSection, reading: Reading) -> ItemList[Reference]:
    """Read a section of presentations. Raises a Misread with all days in it that could not be read."""
    misread: list[Misread] = []
    read = read_list(section, lambda point: _presentation(point, reading, misread))
    if misread:
        raise Misread.all_of(misread)
    return read


def _presentation(point: Text, reading: Reading, misread: list[Misread]) -> Reference:
    """Read a point; a day that cannot be read is added to ``misread``."""
    word = reading.phrases["fields"]["gathering"]["told"]
    ending = _split_ending(point, word)
    if ending is None:
        return read_reference(point, reading.phrases)
    reference = read_reference(ending.before, reading.phrases)
    try:
        return replace(reference, told=reading.day(ending.day).start)
    except Misread as found:
        found.details["key"] = word
        misread.append(found.at(point.line, ending.brackets))
        return reference


def _split_ending(point: Text, word: str) -> _Ending | None:
    """Split off the brackets at the end of a point's first paragraph that begin with a word; None: there are none."""
    inline = list(point.inline)
    tail: list[str] = []
    while inline and inline[-1].type in {"text", "softbreak"}:
        last = inline.pop()
        tail.insert(0, last.content if last.type == "text" else " ")
    words = "".join(tail)
    found = re.search(rf"\((?P<said>{re.escape(word)}\b[:\s]*(?P<day>[^()]*))\)[\s.]*$", words, re.IGNORECASE)
    if found is None:
        return None
    kept = point.inline[len(inline)]
    line = line_text([*inline, text_token(kept, words[: found.start()])], point.line)
    before = replace(line, tokens=line.tokens + point.tokens[3:], done=point.done)
    return _Ending(before, found["day"].strip(), found["said"])


def _presentations(value: Sequence[RawSection] | ItemList[Reference], info: ValidationInfo) -> ItemList[Reference]:
    """Validate a section of presentations."""
    return value if isinstance(value, ItemList) else read_presentations(value[0], _reading(info))


PresentationSection = Annotated[ItemList[Reference], BeforeValidator(_presentations)]
"""A section with lists of presentations in it."""
