"""Cuts through the tokens of a paragraph: after so many characters, at a sign, at a line break, at its full stop.

They work on tokens, so that links and bold words survive a cut.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile, zip_longest

from .text import Text, words_of
from .tokens import Token


def line_text(inline: Sequence[Token], line: int) -> Text:
    """Make a paragraph of the tokens of a line, trimmed of white space; an empty text where nothing is left."""
    tokens = list(inline)
    while tokens and _is_space(tokens[0]):
        tokens.pop(0)
    while tokens and _is_space(tokens[-1]):
        tokens.pop()
    if not tokens:
        return Text((), line)
    if tokens[0].type == "text" and tokens[0].content[:1].isspace():
        tokens[0] = text_token(tokens[0], tokens[0].content.lstrip())
    if tokens[-1].type == "text" and tokens[-1].content[-1:].isspace():
        tokens[-1] = text_token(tokens[-1], tokens[-1].content.rstrip())
    place = [line - 1, line]
    paragraph = Token("paragraph_open", "p", 1, map=place, block=True)
    whole = Token("inline", "", 0, map=place, children=tokens, block=True)
    return Text((paragraph, whole, Token("paragraph_close", "p", -1, block=True)), line)


_MARKS = {"strong_open", "strong_close", "em_open", "em_close"}
_AROUND = {*_MARKS, "link_open", "link_close"}
"""Types of tokens that stand around words."""
BREAKS = frozenset({"softbreak", "hardbreak"})
"""What ends a line within a paragraph."""


def beginning(inline: Iterable[Token]) -> str:
    """Give the words that a line begins with, bold or not, up to the first link, picture or code."""
    words = takewhile(lambda token: token.type == "text" or token.type in _MARKS, inline)
    return "".join(token.content for token in words)


def opening(inline: Iterable[Token]) -> str:
    """Give the words that a line begins with, bold or linked or not, up to the first line break, picture or code."""
    words = takewhile(lambda token: token.type == "text" or token.type in _AROUND, inline)
    return "".join(token.content for token in words)


def lines_of(text: Text) -> Iterator[tuple[int, str]]:
    """Give each line of a text's first paragraph: its number in the file, and the words that it begins with."""
    inline, number = text.inline, text.line
    if inline:
        yield number, beginning(inline)
    for index, token in enumerate(inline, start=1):
        if token.type in BREAKS:
            number += 1
            yield number, beginning(islice(inline, index, None))


def cut(text: Text, count: int) -> Text:
    """Cut so many characters off the beginning of a text; bold marks and links that are empty after that go too."""
    kept: list[Token] = []
    for token in text.inline:
        taken = min(count, len(token.content)) if token.type == "text" else 0
        count -= taken
        kept += [text_token(token, token.content[taken:])] if taken else [token]
        if kept[-1].type == "text" and not kept[-1].content:
            kept.pop()
        elif len(kept) > 1 and _is_empty_mark(kept[-2], kept[-1]):
            del kept[-2:]
    line = line_text(kept, text.line)
    return replace(line, tokens=line.tokens + text.tokens[3:], done=text.done)


def insert(text: Text, count: int, words: str) -> Text:
    """Insert words after so many characters of a text's first paragraph: behind a link that ends there, not in it."""
    inline = list(text.inline)
    at = 0
    while inline[at].type != "text" or count > len(inline[at].content):
        count -= len(inline[at].content) if inline[at].type == "text" else 0
        at += 1
    token = inline[at]
    if count == len(token.content) and at + 1 < len(inline) and inline[at + 1].type == "link_close":
        inline.insert(at + 2, Token("text", "", 0, content=words, level=inline[at + 1].level))
    else:
        inline[at] = text_token(token, token.content[:count] + words + token.content[count:])
    whole = text.tokens[1].copy(children=inline)
    return replace(text, tokens=(text.tokens[0], whole, *text.tokens[2:]))


def end_of_line(text: Text) -> str:
    """Give the words that the first line of a text ends with, after its last link or bold word."""
    inline = text.inline
    at = _line_break(inline)
    return inline[at - 1].content if at and inline[at - 1].type == "text" else ""


def cut_end(text: Text, count: int) -> Text:
    """Cut so many characters off the words that the first line of a text ends with."""
    inline = text.inline
    at = _line_break(inline)
    last = inline[at - 1]
    kept = text_token(last, last.content[: len(last.content) - count])
    line = line_text([*inline[: at - 1], kept, *inline[at:]], text.line)
    return replace(line, tokens=line.tokens + text.tokens[3:], done=text.done)


def break_lines(text: Text) -> Text:
    """Break the first paragraph before each of its lines that begins with a capital.

    Editors write a new line there and mean one; Markdown would join the lines.
    """
    if not any(token.type == "softbreak" for token in text.inline):
        return text
    line = [
        Token("hardbreak", "br", 0) if token.type == "softbreak" and words_of([following])[:1].isupper() else token
        for token, following in zip_longest(text.inline, text.inline[1:], fillvalue=text.inline[0])
    ]
    return replace(text, tokens=line_text(line, text.line).tokens + text.tokens[3:])


def join_lines(first: Text, following: Text) -> Text:
    """Join two lines in one paragraph, with a line break between them."""
    if not first or not following:
        return first or following
    return line_text([*first.inline, Token("hardbreak", "br", 0), *following.inline], first.line)


def divide(text: Text, sign: str) -> tuple[Text, Text]:
    """Divide a line at the first ``sign`` that white space follows; the whole line and nothing where there is none.

    A sign inside a link or bold words divides nothing.
    """
    depth = 0
    inline = text.inline
    for index, token in enumerate(inline):
        depth += token.nesting
        if depth or token.type != "text":
            continue
        following = inline[index + 1].type if index + 1 < len(inline) else ""
        at = token.content.find(f"{sign} ")
        if at < 0 and token.content.endswith(sign) and following in BREAKS:
            at = len(token.content) - len(sign)
        if at >= 0:
            before = [*inline[:index], text_token(token, token.content[:at])]
            after = [text_token(token, token.content[at + len(sign) :]), *inline[index + 1 :]]
            return line_text(before, text.line), line_text(after, text.line)
    return text.first, Text((), text.line)


def without_stop(text: Text) -> Text:
    """Take the full stop off the end of a line."""
    if not text.inline or text.inline[-1].type != "text" or not text.inline[-1].content.endswith("."):
        return text
    last = text.inline[-1]
    return line_text([*text.inline[:-1], text_token(last, last.content.removesuffix("."))], text.line)


def _line_break(inline: Sequence[Token]) -> int:
    """Find the index of the token that ends the first line; the number of tokens where there is one line."""
    return next((index for index, token in enumerate(inline) if token.type == "hardbreak"), len(inline))


def _is_empty_mark(first: Token, second: Token) -> bool:
    """Tell whether two tokens begin and end bold words or a link, with nothing between them."""
    return first.type in _AROUND and first.nesting == 1 and second.nesting == -1 and first.tag == second.tag


def _is_space(token: Token) -> bool:
    """Tell whether a token is a line break or white space."""
    return token.type in BREAKS or (token.type == "text" and not token.content.strip())


def text_token(token: Token, content: str) -> Token:
    """Make a copy of a token of text with other words."""
    return Token("text", "", 0, content=content, level=token.level)
