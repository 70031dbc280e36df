"""What a point of a day plan says: its name, what it is about, and who leads it."""

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
"""Whoever leads is named at the end: so many places are looked at."""
_SENTENCE = re.compile(r"[.:;?!](?:\s|$)")


@dataclass(frozen=True)
class PointWords:
    """The first lines of a point, taken apart."""

    title: Text
    detail: Text = NO_TEXT
    """What stands after its colon."""
    leader: Text = NO_TEXT
    """«rektor» of «v/ rektor»: without the words and signs that say so."""
    leads_last: bool = False
    """Whoever leads was named after what it is about."""


class WordsReader:
    """Takes points apart in one language."""

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
        """The parts of a point's first paragraph."""
        at = next((index for index, token in enumerate(text.inline) if token.type == "hardbreak"), len(text.inline))
        line, below = line_text(text.inline[:at], text.line), line_text(text.inline[at:], text.line)
        words = self._in_brackets_at_end(line) or self._in_brackets_of_title(line) or self._without_brackets(line)
        return replace(words, detail=join_lines(words.detail, below))

    def _in_brackets_at_end(self, line: Text) -> PointWords | None:
        """«Innledning: Hva vi vil (leder: rektor)»."""
        named, leader = self._cut_leader(line, self._brackets)
        title, detail = _divide(named)
        return PointWords(title, detail, leader, leads_last=bool(detail)) if leader else None

    def _in_brackets_of_title(self, line: Text) -> PointWords | None:
        """«Innledning (leder: rektor): Hva vi vil»."""
        named, detail = divide(line, "):")
        closed = line_text([*named.inline, Token("text", "", 0, content=")")], line.line)
        title, leader = self._cut_leader(closed, self._brackets) if detail else (line, NO_TEXT)
        return PointWords(title, detail, leader) if leader else None

    def _without_brackets(self, line: Text) -> PointWords:
        """«Innledning v/ rektor: Hva vi vil», «Innledning: Hva vi vil v/ rektor»."""
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
        """A line without whoever leads at its end, and whoever leads; nothing where the line names nobody so."""
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
        words = words_of(leader).removesuffix(".")
        if not words or _SENTENCE.search(words):
            return False
        if pattern is self._dash:
            return self._is_roles(leader)
        # «ved» before no words of its own stands before a link, or it means something else.
        return pattern is not self._perhaps or bool(leader[0].content.strip()) or leader[1].type == "link_open"

    def _is_roles(self, leader: Sequence[Token]) -> bool:
        """Whether it is links to roles and nothing else."""
        depth = 0
        for token in leader:
            depth += token.nesting
            if token.type == "link_open" and self._roles not in str(token.attrs.get("href", "")):
                return False
            if not depth and token.type == "text" and token.content and not self._between.fullmatch(token.content):
                return False
        return any(token.type == "link_open" for token in leader)


def _divide(line: Text) -> tuple[Text, Text]:
    """Name and what it is about; a colon within brackets divides nothing."""
    title, detail = divide(line, ":")
    words = title.plain
    return (title, detail) if words.count("(") == words.count(")") else (line, NO_TEXT)


def _places(line: Sequence[Token], pattern: re.Pattern[str]) -> list[tuple[int, re.Match[str]]]:
    """Where it stands in the line outside links and bold words, the last place first."""
    depth = 0
    places: list[tuple[int, re.Match[str]]] = []
    for index, token in enumerate(line):
        depth += token.nesting
        if not depth and token.type == "text":
            places += [(index, found) for found in pattern.finditer(token.content)]
    return places[: -_TRIED - 1 : -1]


def _from(line: Sequence[Token], index: int, place: int) -> list[Token]:
    return [text_token(line[index], line[index].content[place:]), *line[index + 1 :]]


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
