"""Where something is, as it is written: the words, and the link that they begin with."""

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, ValidationInfo

from ...language.misread import Misread
from ...markdown.text import Text, words_of
from ..item import Reference, find_span
from ..references import Refers
from ..values import Reading, _reading

_LINK = re.compile(r"\[(?P<name>[^\]]*)\]\((?P<target>[^()\s]*)\)")


class PlaceWords(str):
    """The words that say where something is: «Storeneset bibliotek, sal 2».

    Two are equal where the words are. Which place they mean, the graph finds (``graph/places.py``).
    """

    link: Reference | None
    """The link that they begin with, with what follows it; None for words alone."""
    file: str
    """Path of the file that they stand in, which the link is relative to."""

    line: int
    """0 where they stand as a fact on top of the file."""

    def __new__(cls, words: str = "", link: Reference | None = None, file: str = "", line: int = 0) -> "PlaceWords":
        """Make words with their link."""
        made = super().__new__(cls, words)
        made.link, made.file, made.line = link, file, line
        return made


NO_PLACE = PlaceWords()
"""Where nothing is said."""


def read_place(words: str, line: Text, reading: Reading) -> PlaceWords:
    """Read a place from the end of a line. ``words``: it, as plain words.

    Raises Misread ``link-in-place`` for a link that is not the first of it, or not the only one.
    """
    before = line.plain[: len(line.plain) - len(words)].rstrip(" ,")
    links = [link for link in _links(line) if len(link.before) >= len(before)]
    if not links:
        return PlaceWords(words, None, reading.path, line.line)
    first, last = links[0], links[-1]
    if len(links) > 1 or first.before != before:
        rest = words.replace(last.name, "", 1).strip(" ,")
        raise Misread("link-in-place", value=last.name, right=_joined(f"[{last.name}]({last.target})", rest))
    after = words[len(first.name) :].strip(" ,")
    return PlaceWords(words, Reference(first.name, first.target, line.line, after=after), reading.path, line.line)


def _links(line: Text) -> Iterator[Reference]:
    """Give each link of a line, with the words before it."""
    for index, token in enumerate(line.inline):
        if token.type == "link_open":
            _, end = find_span(line.inline[index:], "link") or (0, 0)
            name, before = words_of(line.inline[index : index + end]), words_of(line.inline[:index])
            yield Reference(name, str(token.attrs.get("href", "")), line.line, before.rstrip(" ,"))


def place_of_fact(value: str, info: ValidationInfo) -> PlaceWords:
    """Validate a place on top of a file, where it is words alone. Raises Misread ``link-in-place`` for a link."""
    if isinstance(value, PlaceWords):
        return value
    if found := _LINK.search(value):
        name = found["target"].rpartition("/")[2].removesuffix(".md") or found["name"]
        rest = (value[: found.start()] + value[found.end() :]).strip(" ,")
        raise Misread("link-in-place", value=found["name"], right=_joined(name, rest))
    return PlaceWords(value, file=_reading(info).path)


def _joined(name: str, rest: str) -> str:
    return f"{name}, {rest}" if rest else name


PlaceFact = Annotated[PlaceWords, BeforeValidator(place_of_fact), Refers("place", shared=True, points="some")]
"""Words, the id or the title of a place's file, or a link to it; after a comma the room."""
