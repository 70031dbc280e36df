"""The parser: markdown-it-py with GitHub's additions. No other module knows that library.

It gives tokens of blocks their lines. Tokens within a line have no column, so the rules that make links, pictures and
code are wrapped: they note where each begins (``meta["at"]``) and ends (``meta["end"]``) in the content of its block.
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
"""The settings that the library's renderer wants to be called with."""

_COMMENT = re.compile(r"<!--\s*(?:(?:hjelp|help):.*?|stifinner:\s*([^<>\n]*?)\s*)-->", re.IGNORECASE)
"""Comments to the portal, and the help in a new file: neither is shown to readers."""
_DEEPEST = 200
"""Blocks and marks inside each other. ``source/tangle.py`` refuses what is much less deep, so no file comes near it."""
_NOTED = ("backticks", "link", "image", "autolink", "gfm_autolink_www", "gfm_autolink_protocol", "gfm_autolink_email")
_LABELS = {"link": 0, "image": 1}
"""Rule whose tokens have words in brackets → number of signs before the opening bracket."""
_PROTOCOL = re.compile(r"(?:^|[ \t\r\n*_~(])(https?|mailto|xmpp)$")
"""What may stand before the colon of an address."""
_STOP = "\U000f0000"
"""Stands in place of the full stop of a date at a line's start while the text is parsed, so that it begins no list."""


@dataclass(frozen=True)
class Definition:
    """A definition: ``[name]: address`` of a link, or ``[^name]: …`` of a footnote."""

    lines: range
    """From 1."""
    used: bool
    """Whether anything refers to it."""


@dataclass(frozen=True)
class ParsedComment:
    """A comment that stands alone on its line."""

    line: int
    column: int
    text: str | None
    """What it says to the portal; None for the help in a new file."""


@dataclass(frozen=True)
class Renumbered:
    """A date that GitHub takes for a point of a numbered list and shows with another number."""

    line: int
    number: int
    """The number that GitHub shows."""


@dataclass(frozen=True)
class Parsed:
    """A parsed text."""

    tokens: tuple[Token, ...]
    """Its blocks; a footnote's stand in ``meta["note"]`` of the token that refers to it."""
    definitions: Mapping[str, Definition]
    """Name → definition; a footnote's name begins with ``^``."""
    comments: tuple[ParsedComment, ...]
    """Comments that stand alone on their lines."""
    renumbered: tuple[Renumbered, ...]
    """Dates that GitHub shows with another number."""


class Parser:
    """Parses Markdown.

    ``months``: names of months; a line that begins with a day and one of them is not a numbered list.
    """

    def __init__(self, months: Iterable[str]) -> None:
        self._markdown = MarkdownIt("commonmark", {"maxNesting": _DEEPEST, "store_labels": True}).use(gfm_plugin)
        # Raw HTML is parsed as text: the first wall tells it, and what the wall misses is shown as it was written.
        self._markdown.disable(["html_block", "html_inline"])
        # Addresses stay as they were written: the graph resolves them, and ``source/wall.py`` checks their schemes.
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
        # The library would move footnotes to the end; ``footnotes.py`` puts them into what refers to them.
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
        """Find the dates that GitHub numbers otherwise (``Parsed.renumbered``): parse the blocks as GitHub does."""
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
    """Make the parser for a language's names of months, once; without names, dates are read as GitHub reads them."""
    return Parser(months or ("$",))


def _as_written(text: str) -> str:
    """Give an address as it was written, where the library would encode it."""
    return text


def _read_comment(state: StateInline, silent: bool) -> bool:
    """Parse a comment that stands among words; a rule of the library, called at each sign of a line."""
    found = _COMMENT.match(state.src, state.pos) if state.src[state.pos] == "<" else None
    if not found:
        return False
    if not silent:
        state.push("comment", "", 0).meta = {"at": found.start(), "end": found.end(), "comment": found[1]}
    state.pos = found.end()
    return True


def _skip_comment(state: StateBlock, first: int, _: int, silent: bool) -> bool:
    """Parse a line that holds nothing but comments; a rule of the library for blocks.

    The paragraph above ends there.
    """
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
    """Wrap the rule for bare addresses, so that it is asked only behind a protocol's name.

    Asked at each colon, it searches all that was read before, which takes long in a line of many colons.
    """

    def asked(state: StateInline, silent: bool) -> bool:
        """Ask the rule where a protocol stands before the colon."""
        found = _PROTOCOL.search(state.src, max(state.pos - len(" mailto"), 0), state.pos)
        return bool(found and state.pending.endswith(found[1])) and rule(state, silent)

    return asked


def _noting(rule: _Rule, label: int | None) -> _Rule:
    """Wrap a rule of the library, so that the token it makes notes where it began and ended in the content.

    ``label``: signs before its opening bracket; where its words end is noted too. None where it has no brackets.
    """

    def noting(state: StateInline, silent: bool) -> bool:
        """Apply the rule, and note the indices in the ``meta`` of the token that it has made."""
        at, known, pending = state.pos, len(state.tokens), len(state.pending)
        if not rule(state, silent):
            return False
        if not silent:
            made = next((token for token in state.tokens[known:] if token.type != "text"), None)
            if made is not None:
                # A bare address is found at its colon. What stands before the colon was read as text: take it back.
                before = state.tokens[known]
                at -= pending - (len(before.content) if before.type == "text" else 0)
                made.meta |= {"at": at, "end": state.pos}
                if label is not None:
                    made.meta["words_end"] = state.md.helpers.parseLinkLabel(state, at + label, not label)
        return True

    return noting


def _restore(tokens: Iterable[Token]) -> None:
    """Give dates their full stops back; in a paragraph where each line is a date, break the lines."""
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
    """Leave out the English titles of alerts; whoever shows an alert has a title in the portal's language."""
    heads = {index for index, token in enumerate(tokens) if token.type == "alert_title_open"}
    if not heads:
        return tokens
    return [token for index, token in enumerate(tokens) if not heads & {index, index - 1, index - 2}]


def _mark_lazy(tokens: Iterable[Token], lines: Sequence[str]) -> None:
    """Mark line breaks in points, where the next line begins at the margin (``meta["lazy"]``).

    Such a line is either more of the point or a point without its bullet.
    """
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
    """Give the names of the definitions that links and pictures refer to."""
    for token in tokens:
        if "label" in token.meta:
            yield token.meta["label"]
        yield from _names(token.children or ())
