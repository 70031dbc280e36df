"""Takes the words of a point apart: its name, what it is about, and who leads it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...dates.words import one_of
from ...language.phrases import Phrases
from ...markdown.lines import divide, join_lines, line_text, text_token
from ...markdown.text import NO_TEXT, Text, words_of
from ...markdown.tokens import Token
from .clocks import DASH

_TRIED = 4
"""How many places, from the line's end, are tried as the beginning of who leads."""
_SENTENCE = re.compile(r"[.:;?!](?:\s|$)")


@dataclass(frozen=True)
class PointWords:
    """The words of a point's first paragraph, taken apart."""

    title: Text
    """The point's name."""
    detail: Text = NO_TEXT
    """What it is about: what stands after the colon, and on further lines."""
    leader: Text = NO_TEXT
    """Who leads it, without the words that say so: «rektor» of «v/ rektor»."""
    leads_last: bool = False
    """Whether who leads stands after what it is about."""


class WordsReader:
    """Takes points apart, in one language."""

    def __init__(self, phrases: Phrases) -> None:
        words = phrases["dates"]["plan"]
        led_by, perhaps = one_of(words["led_by"]), one_of(words["perhaps_led_by"])
        self._brackets = _pattern(rf"\((?:(?:{one_of(words['leads'])})\s*:|{led_by}|{perhaps})\s*")
        self._led_by = _pattern(rf"(?<!\w)(?:{led_by})\s*")
        self._perhaps = re.compile(rf"(?<=\s)(?:{perhaps})\s+(?=(?:{one_of(words['people'])})\b|[A-ZÆØÅ]|$)")
        self._dash = re.compile(rf"{DASH}\s*$")
        self._between = _pattern(rf"\s*(?:,|&|{one_of(words['and'])})\s*")
        self._roles = f"{phrases['folders']['role']}/"

    def read(self, text: Text) -> PointWords:
        """Take the first paragraph of a point apart."""
        at = next((index for index, token in enumerate(text.inline) if token.type == "hardbreak"), len(text.inline))
        line, below = line_text(text.inline[:at], text.line), line_text(text.inline[at:], text.line)
        words = self._in_brackets_at_end(line) or self._in_brackets_of_title(line) or self._without_brackets(line)
        return replace(words, detail=join_lines(words.detail, below))

    def _in_brackets_at_end(self, line: Text) -> PointWords | None:
        """Read «Innledning: Hva vi vil (leder: rektor)»; None for another shape."""
        named, leader = self._cut_leader(line, self._brackets)
        title, detail = _divide(named)
        return PointWords(title, detail, leader, leads_last=bool(detail)) if leader else None

    def _in_brackets_of_title(self, line: Text) -> PointWords | None:
        """Read «Innledning (leder: rektor): Hva vi vil»; None for another shape."""
        named, detail = divide(line, "):")
        closed = line_text([*named.inline, Token("text", "", 0, content=")")], line.line)
        title, leader = self._cut_leader(closed, self._brackets) if detail else (line, NO_TEXT)
        return PointWords(title, detail, leader) if leader else None

    def _without_brackets(self, line: Text) -> PointWords:
        """Read «Innledning v/ rektor: Hva vi vil» or «Innledning: Hva vi vil v/ rektor», or without who leads."""
        title, detail = _divide(line)
        for pattern in (self._led_by, self._perhaps, self._dash):
            named, leader = self._cut_leader(title, pattern)
            if leader:
                return PointWords(named, detail, leader)
            named, leader = self._cut_leader(detail, pattern)
            if leader:
                return PointWords(title, named, leader, leads_last=True)
        return PointWords(title, detail)

    def _cut_leader(self, text: Text, pattern: re.Pattern[str]) -> tuple[Text, Text]:
        """Cut off who leads, from where ``pattern`` matches to the line's end; give the line without it, and who leads.

        The line and an empty text where it names nobody in that way.
        """
        for index, found in _places(text.inline, pattern):
            leader = _from(text.inline, index, found.end())
            if pattern is self._brackets:
                last = leader[-1].content.rstrip()
                if leader[-1].type != "text" or not last.endswith(")") or ")" in words_of(leader)[:-1]:
                    continue
                leader = [*leader[:-1], text_token(leader[-1], last[:-1])]
            if self._may_lead(leader, pattern):
                token = text.inline[index]
                before = [*text.inline[:index], text_token(token, token.content[: found.start()].rstrip(" ,"))]
                return line_text(before, text.line), line_text(leader, text.line)
        return text, NO_TEXT

    def _may_lead(self, leader: Sequence[Token], pattern: re.Pattern[str]) -> bool:
        """Tell whether tokens can name who leads."""
        words = words_of(leader).removesuffix(".")
        if not words or _SENTENCE.search(words):
            return False
        if pattern is self._dash:
            return self._is_roles(leader)
        # «ved» means who leads where words or a link follow; before anything else it has another meaning.
        return pattern is not self._perhaps or bool(leader[0].content.strip()) or leader[1].type == "link_open"

    def _is_roles(self, leader: Sequence[Token]) -> bool:
        """Tell whether tokens are links to roles and nothing else."""
        depth = 0
        for token in leader:
            depth += token.nesting
            if token.type == "link_open" and self._roles not in str(token.attrs.get("href", "")):
                return False
            if not depth and token.type == "text" and token.content and not self._between.fullmatch(token.content):
                return False
        return any(token.type == "link_open" for token in leader)


def _divide(line: Text) -> tuple[Text, Text]:
    """Divide a line at its colon into name and what it is about; a colon within brackets does not count."""
    title, detail = divide(line, ":")
    words = title.plain
    return (title, detail) if words.count("(") == words.count(")") else (line, NO_TEXT)


def _places(line: Sequence[Token], pattern: re.Pattern[str]) -> list[tuple[int, re.Match[str]]]:
    """Find where a pattern matches outside links and bold words: index of the token and match, the last first."""
    depth = 0
    places: list[tuple[int, re.Match[str]]] = []
    for index, token in enumerate(line):
        depth += token.nesting
        if not depth and token.type == "text":
            places += [(index, found) for found in pattern.finditer(token.content)]
    return places[: -_TRIED - 1 : -1]


def _from(line: Sequence[Token], index: int, place: int) -> list[Token]:
    """Give the tokens of a line from an index in the text of one of them."""
    return [text_token(line[index], line[index].content[place:]), *line[index + 1 :]]


def _pattern(pattern: str) -> re.Pattern[str]:
    """Compile a pattern that matches large and small letters alike."""
    return re.compile(pattern, re.IGNORECASE)
