"""Points of a list taken apart: days that Markdown took for numbers, the link at the beginning, a word and a value."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from ...markdown.lines import BREAKS, beginning, cut, divide, line_text, lines_of
from ...markdown.text import Text, split_lists, words_of
from ...markdown.tokens import Token
from ..item import Reference, find_span

_PLAIN = {*BREAKS, "text", "link_open", "link_close", "code_inline", "comment"}
_PLAIN |= {"strong_open", "strong_close", "em_open", "em_close"}
"""Types of tokens of which nothing is lost where a line is read as plain words."""
_KEY = re.compile(r"(?P<key>[^\W\d_][\w -]*?)\s*:(?=\s|$)\s*")


class Head(NamedTuple):
    """A line that begins with a link: ``[Samling 1](samling-1.md): 27. august 2026``."""

    reference: Reference
    """What it begins with; its target is empty where there is no link."""
    rest: Text
    """What stands after the link and the colon."""
    colon: bool
    """Whether there is a colon right after the link, or nothing at all."""


class KeyAndValue(NamedTuple):
    """A line such as ``avlyst: storm``."""

    key: str
    """In small letters, as the words of facts are compared."""
    value: Text


def points_of(block: Text) -> tuple[Text, ...]:
    """Give the points of a bullet list, with the days put back that Markdown took for numbers."""
    return tuple(_with_number(point) for one in split_lists(block) for point in one.points)


def _with_number(point: Text) -> Text:
    """Put back the day that Markdown takes for the number of a list: ``- 3. 11. 2026`` is a list within a point.

    The parser itself knows days before the portal's own names of months; this is for all others.
    """
    lists = split_lists(point.blocks[0]) if point.kind == "ordered_list_open" else ()
    if not lists or len(lists[0].points) != 1 or point.tokens[1].markup != ".":
        return point
    inner = _with_number(lists[0].points[0])
    if not inner.first:
        return point
    number = Token("text", "", 0, content=f"{lists[0].start}. ")
    said = line_text([number, *inner.inline], point.line)
    following = (token for block in point.blocks[1:] for token in block.tokens)
    return replace(point, tokens=(*said.tokens, *inner.rest.tokens, *following))


def below(point: Text) -> tuple[Text, ...]:
    """Give the blocks below a point's first paragraph."""
    return (point.rest if point.first else point).blocks


def split_head(point: Text) -> Head:
    """Split a point behind the link that it begins with, or at its first colon where it has none."""
    inline, line = point.inline, point.line
    span = find_span(inline, "link")
    if span is None:
        before, after = divide(point.first, ":")
        return Head(Reference(before.plain.rstrip(":"), "", line, written=point), after, colon=True)
    begin, end = span
    name, target = words_of(inline[begin + 1 : end]), str(inline[begin].attrs.get("href", ""))
    rest = line_text(inline[end + 1 :], line)
    reference = Reference(name, target, line, words_of(inline[:begin]), rest.plain, written=point)
    colon = re.match(r"\s*:\s*", beginning(rest.inline))
    return Head(reference, cut(rest, colon.end()) if colon else rest, colon=bool(colon) or not rest.plain)


def split_key(line: Text) -> KeyAndValue | None:
    """Split a line into a word and a value; None where no word and colon begin it."""
    found = _KEY.match(beginning(line.inline))
    return KeyAndValue(" ".join(found["key"].lower().split()), cut(line.first, found.end())) if found else None


def address_in(value: Text) -> str:
    """Give the address of a value that is one link and nothing else, be it a page's, an e-mail's or a telephone's.

    Empty for any other value, and for what only looks like an address, which Markdown completes: ``www.example.org``.
    """
    span = find_span(value.inline, "link")
    if span is None or words_of(value.inline[span[0] : span[1]]) != value.plain:
        return ""
    link = value.inline[span[0]]
    target = str(link.attrs.get("href", ""))
    if link.info == "auto" and target != value.plain and not target.startswith("mailto:"):
        return ""
    return target.removeprefix("mailto:").removeprefix("tel:")


def says_more(line: Text) -> bool:
    """Tell whether something would be lost among plain words: a picture, a footnote, text that is struck out."""
    return any(token.type not in _PLAIN for token in line.inline)


def lost_points(point: Text) -> Iterator[tuple[int, str]]:
    """Give the lines of a point that are points without their bullet: number and words.

    They begin at the margin, or with a word and a colon.
    """
    breaks = (token for token in point.inline if token.type in BREAKS)
    for (number, words), mark in zip(islice(lines_of(point), 1, None), breaks, strict=True):
        if mark.meta.get("lazy") or _KEY.match(words):
            yield number, words


def first_lines(point: Text, count: int) -> Text:
    """Cut all but so many lines off a point's first paragraph."""
    breaks = [index for index, token in enumerate(point.inline) if token.type in BREAKS]
    line = line_text(point.inline[: breaks[count - 1]], point.line) if count <= len(breaks) else point.first
    return replace(line, tokens=line.tokens + point.rest.tokens, done=point.done)
