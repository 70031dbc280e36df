"""The parser: markdown-it-py with GitHub's additions. No other module knows it.

Tokens of blocks know their lines. Tokens of a line do not know their column, so rules that make links, pictures and
code note where each began (``meta["at"]``) and ended (``meta["end"]``) in the content of the block they stand in.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.gfm import gfm_plugin

from .footnotes import lines_of, refer_to_footnotes, take_footnotes
from .tokens import Token

__all__ = ["OPTIONS", "Definition", "Parsed", "Parser", "RendererHTML", "Token", "escapeHtml", "find_parser"]

OPTIONS = MarkdownIt("commonmark").options
"""What the parser's own renderer asks for."""

_COMMENT = re.compile(r"<!--\s*(?:(?:hjelp|help):.*?|stifinner:\s*([^<>\n]*?)\s*)-->", re.IGNORECASE)
"""What an editor says to the portal, and the help that a new file begins with: no reader sees either."""
_DEEPEST = 200
"""Blocks and marks inside each other; the first wall stops an editor long before (``source/tangle.py``)."""
_NOTED = ("backticks", "link", "image", "autolink", "gfm_autolink_www", "gfm_autolink_protocol", "gfm_autolink_email")
_LABELS = {"link": 0, "image": 1}
"""What has words in brackets → how many signs stand before them."""
_PROTOCOL = re.compile(r"(?:^|[ \t\r\n*_~(])(https?|mailto|xmpp)$")
"""What may stand before the colon of an address."""
_STOP = "\U000f0000"
"""Stands for the full stop of a date at a line's start while the text is parsed."""


@dataclass(frozen=True)
class Definition:
    """``[name]: address``, the address of a link that stands by itself, or ``[^name]: …``, a footnote."""

    lines: range
    """From 1."""
    used: bool


@dataclass(frozen=True)
class ParsedComment:
    """A comment that has its lines to itself."""

    line: int
    column: int
    text: str | None
    """What it says to the portal; None for help to editors."""


@dataclass(frozen=True)
class Renumbered:
    """A date that GitHub's own page would show with another number."""

    line: int
    number: int
    """The one that would be shown."""


@dataclass(frozen=True)
class Parsed:
    """What the parser made of a text."""

    tokens: tuple[Token, ...]
    """Blocks; a footnote stands in ``meta["note"]`` of what refers to it."""
    definitions: Mapping[str, Definition]
    """By name; a footnote's begins with ``^``."""
    comments: tuple[ParsedComment, ...]
    renumbered: tuple[Renumbered, ...]


class Parser:
    """Reads Markdown. ``months``: names of months; a line that begins with a day and one of them is no list."""

    def __init__(self, months: Iterable[str]) -> None:
        self._markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST, "store_labels": True}).use(gfm_plugin)
        # Raw HTML is text to us: the first wall tells it, and whatever slips through is shown as it was written.
        self._markdown.disable(["html_block", "html_inline"])
        # Addresses stay as they were written; the graph resolves them, and walls of ours look at their schemes.
        for name, keep in (("normalizeLink", _as_written), ("normalizeLinkText", _as_written)):
            setattr(self._markdown, name, keep)
        setattr(self._markdown, "validateLink", lambda _: True)  # noqa: B010 (its own type wants a name for «_»)
        for rule in self._markdown.inline.ruler.__rules__:
            if rule.name in _NOTED:
                rule.fn = _noting(rule.fn, _LABELS.get(rule.name))
            if rule.name == "gfm_autolink_protocol":
                rule.fn = _after_protocol(rule.fn)
        self._markdown.inline.ruler.__cache__ = None
        self._markdown.inline.ruler.before("autolink", "comment", _read_comment)
        self._markdown.block.ruler.before(
            "blockquote", "comment", _skip_comment, {"alt": ["paragraph", "reference", "blockquote", "list"]}
        )
        # Footnotes stay where they were written; we lay them into what refers to them.
        self._markdown.core.ruler.disable("footnote_tail")
        days = rf"(?:(?:[–-]|,|\w{{1,3}})?[ \t]*\d{{1,2}}\.?,?[ \t]*)*(?:{'|'.join(map(re.escape, months))})\b"
        containers = r"^(?:[ \t]*>)*[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?)*"
        self._date = re.compile(rf"({containers}\d{{1,2}})\.(?=[ \t]+{days})", re.MULTILINE | re.IGNORECASE)

    def parse(self, lines: Sequence[str]) -> Parsed:
        """Parse the lines of a file; the first is line 1."""
        written = "\n".join(lines)
        text, dates = self._date.subn(rf"\1{_STOP}", written)
        env: dict[str, Any] = {}
        tokens = self._markdown.parse(text, env)
        if dates:
            _restore(tokens)
        tokens = _without_titles(tokens)
        _mark_lazy(tokens, lines)
        definitions: dict[str, Definition] = {}
        if "references" in env:
            asked = set(_names(tokens))
            for name, found in env["references"].items():
                definitions[name] = Definition(lines_of(found["map"]), name in asked)
        if "footnotes" in env:
            tokens, notes = take_footnotes(tokens)
            asked = refer_to_footnotes(tokens, {name: note.tokens for name, note in notes.items()})
            for name, note in notes.items():
                definitions[f"^{name}"] = Definition(note.lines, name in asked)
        return Parsed(
            tokens=tuple(tokens),
            definitions=definitions,
            comments=tuple(env.get("comments", ())),
            renumbered=tuple(self._renumbered(written, lines)) if dates else (),
        )

    def _renumbered(self, written: str, lines: Sequence[str]) -> Iterator[Renumbered]:
        """Dates whose number is changed where they are read as points of a numbered list."""
        tokens: list[Token] = []
        self._markdown.block.parse(written, self._markdown, {}, tokens)
        numbers: list[int] = []
        for token in tokens:
            if token.type == "ordered_list_open":
                numbers.append(int(token.attrGet("start") or 1))
            elif token.type == "ordered_list_close":
                numbers.pop()
            elif token.type == "list_item_open" and token.info and token.map:
                number = token.map[0] + 1
                if int(token.info) != numbers[-1] and self._date.match(lines[number - 1]):
                    yield Renumbered(number, numbers[-1])
                numbers[-1] += 1


@cache
def find_parser(months: tuple[str, ...] = ()) -> Parser:
    """The parser of a language, made once."""
    return Parser(months or ("$",))


def _as_written(text: str) -> str:
    return text


def _read_comment(state: StateInline, silent: bool) -> bool:
    """A comment among words."""
    found = _COMMENT.match(state.src, state.pos) if state.src[state.pos] == "<" else None
    if not found:
        return False
    if not silent:
        state.push("comment", "", 0).meta = {"at": found.start(), "end": found.end(), "comment": found[1]}
    state.pos = found.end()
    return True


def _skip_comment(state: StateBlock, first: int, _: int, silent: bool) -> bool:
    """A line that is nothing but comments; the text above it ends there."""
    begin, end = state.bMarks[first] + state.tShift[first], state.eMarks[first]
    if state.src[begin : begin + 4] != "<!--" or state.is_code_block(first):
        return False
    line = state.src[begin:end]
    if _COMMENT.sub("", line).strip():
        return False
    if not silent:
        state.line = first + 1
        for found in _COMMENT.finditer(line):
            column = begin + found.start() - (state.src.rfind("\n", 0, begin) + 1)
            state.env.setdefault("comments", []).append(ParsedComment(first + 1, column + 1, found[1]))
    return True


_Rule = Callable[[StateInline, bool], bool]


def _after_protocol(rule: _Rule) -> _Rule:
    """The rule, asked only where it can come true: it searches all that was read before each colon."""

    def asked(state: StateInline, silent: bool) -> bool:
        found = _PROTOCOL.search(state.src, max(state.pos - len(" mailto"), 0), state.pos)
        return bool(found and state.pending.endswith(found[1])) and rule(state, silent)

    return asked


def _noting(rule: _Rule, label: int | None) -> _Rule:
    """The rule, noting in the token it makes where that began and ended, and where its words did (``label``)."""

    def noting(state: StateInline, silent: bool) -> bool:
        at, known, pending = state.pos, len(state.tokens), len(state.pending)
        if not rule(state, silent):
            return False
        if not silent:
            made = next((token for token in state.tokens[known:] if token.type != "text"), None)
            if made is not None:
                # A bare address is found at its colon, and takes back what was read of it as text.
                before = state.tokens[known]
                at -= pending - (len(before.content) if before.type == "text" else 0)
                made.meta |= {"at": at, "end": state.pos}
                if label is not None:
                    made.meta["words_end"] = state.md.helpers.parseLinkLabel(state, at + label, not label)
        return True

    return noting


def _restore(tokens: Iterable[Token]) -> None:
    """Give dates their full stops back; a paragraph of dates keeps its lines."""
    for token in tokens:
        children = token.children or ()
        if token.type == "inline" and _STOP in token.content:
            lines = token.content.split("\n")
            if len(lines) > 1 and all(re.match(rf"\d{{1,2}}{_STOP}", line) for line in lines):
                for child in children:
                    if child.type == "softbreak":
                        child.type, child.tag = "hardbreak", "br"
        token.content = token.content.replace(_STOP, ".")
        token.info = token.info.replace(_STOP, ".")
        for name, value in token.attrs.items():
            token.attrs[name] = value.replace(_STOP, ".") if isinstance(value, str) else value
        _restore(children)


def _without_titles(tokens: list[Token]) -> list[Token]:
    """Blocks without the English words over alerts; whoever shows one has its own."""
    heads = {index for index, token in enumerate(tokens) if token.type == "alert_title_open"}
    if not heads:
        return tokens
    return [token for index, token in enumerate(tokens) if not heads & {index, index - 1, index - 2}]


def _mark_lazy(tokens: Iterable[Token], lines: Sequence[str]) -> None:
    """Mark line breaks in points after which a line begins at the margin: it goes on, or it has lost its bullet."""
    depth = 0
    for token in tokens:
        if token.type == "list_item_open" or token.type == "list_item_close":
            depth += token.nesting
        elif depth and token.type == "inline" and token.map and "\n" in token.content:
            number = token.map[0]
            for child in token.children or ():
                if child.type in {"softbreak", "hardbreak"}:
                    number += 1
                    child.meta = {"lazy": lines[number][:1].strip() != ""}


def _names(tokens: Iterable[Token]) -> Iterator[str]:
    """Names of the definitions that links and pictures ask for."""
    for token in tokens:
        if "label" in token.meta:
            yield token.meta["label"]
        yield from _names(token.children or ())
