"""A line of text as its tokens, and how it is cut: at a number of characters, at a sign, at its full stop."""

from collections.abc import Sequence
from dataclasses import replace

from .parser import Token
from .text import Text


def line_text(inline: Sequence[Token], line: int) -> Text:
    """Tokens of a line as a paragraph of its own, without white space around them; nothing where there is none."""
    tokens = list(inline)
    while tokens and _is_space(tokens[0]):
        tokens.pop(0)
    while tokens and _is_space(tokens[-1]):
        tokens.pop()
    if not tokens:
        return Text((), line)
    if tokens[0].type == "text" and tokens[0].content[:1].isspace():
        tokens[0] = _text_token(tokens[0], tokens[0].content.lstrip())
    if tokens[-1].type == "text" and tokens[-1].content[-1:].isspace():
        tokens[-1] = _text_token(tokens[-1], tokens[-1].content.rstrip())
    place = [line - 1, line]
    paragraph = Token("paragraph_open", "p", 1, map=place, block=True)
    whole = Token("inline", "", 0, map=place, children=tokens, block=True)
    return Text((paragraph, whole, Token("paragraph_close", "p", -1, block=True)), line)


def cut(text: Text, count: int) -> Text:
    """The text without so many characters of its lead."""
    first, *others = text.inline
    line = line_text([_text_token(first, first.content[count:]), *others], text.line)
    return replace(line, tokens=line.tokens + text.tokens[3:], done=text.done)


def divide(text: Text, sign: str) -> tuple[Text, Text]:
    """What stands before and after the first ``sign`` and white space of a line; never inside a link or bold words."""
    depth = 0
    inline = text.inline
    for index, token in enumerate(inline):
        depth += token.nesting
        if depth or token.type != "text":
            continue
        following = inline[index + 1].type if index + 1 < len(inline) else ""
        at = token.content.find(f"{sign} ")
        if at < 0 and token.content.endswith(sign) and following in {"softbreak", "hardbreak"}:
            at = len(token.content) - len(sign)
        if at >= 0:
            before = [*inline[:index], _text_token(token, token.content[:at])]
            after = [_text_token(token, token.content[at + len(sign) :]), *inline[index + 1 :]]
            return line_text(before, text.line), line_text(after, text.line)
    return text.first, Text((), text.line)


def without_stop(text: Text) -> Text:
    """A line without the full stop at its end."""
    if not text.inline or text.inline[-1].type != "text" or not text.inline[-1].content.endswith("."):
        return text
    last = text.inline[-1]
    return line_text([*text.inline[:-1], _text_token(last, last.content.removesuffix("."))], text.line)


def _is_space(token: Token) -> bool:
    return token.type in {"softbreak", "hardbreak"} or (token.type == "text" and not token.content.strip())


def _text_token(token: Token, content: str) -> Token:
    """A token of text with other words."""
    return Token("text", "", 0, content=content, level=token.level)
