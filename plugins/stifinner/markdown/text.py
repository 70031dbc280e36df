"""A stretch of an editor's Markdown as its tokens, and how it is taken apart: blocks, lists, points, lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from .parser import Token, find_parser

_LISTS = {"bullet_list_open", "ordered_list_open"}


@dataclass(frozen=True, eq=False)
class Text:
    """Blocks of Markdown. Two are equal when they show the same, wherever they stand."""

    tokens: tuple[Token, ...] = ()
    line: int = 0
    """Where it begins."""
    done: bool | None = None
    """Of a point of a task list: whether it is ticked."""

    def __bool__(self) -> bool:
        return bool(self.tokens)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Text)
            and (self.tokens is other.tokens or self.shown == other.shown)
            and self.done == other.done
        )

    def __hash__(self) -> int:
        return hash(self.shown)

    @cached_property
    def shown(self) -> tuple[object, ...]:
        """All that decides what a reader sees."""
        return tuple(_shown(self.tokens))

    @cached_property
    def blocks(self) -> tuple["Text", ...]:
        """Its blocks one by one: paragraphs, lists, tables …"""
        return tuple(_text(group) for group in _groups(self.tokens))

    @property
    def kind(self) -> str:
        """Type of its first token: ``paragraph_open`` …; empty where there is none."""
        return self.tokens[0].type if self.tokens else ""

    @property
    def is_list(self) -> bool:
        """Whether it begins with a list."""
        return self.kind in _LISTS

    @property
    def inline(self) -> tuple[Token, ...]:
        """Tokens of its first line of text, where it begins with a paragraph."""
        return tuple(self.tokens[1].children or ()) if self.kind == "paragraph_open" else ()

    @property
    def first(self) -> "Text":
        """Its first paragraph, or nothing where it begins with something else."""
        return replace(self, tokens=self.tokens[:3], done=None) if self.kind == "paragraph_open" else Text()

    @property
    def rest(self) -> "Text":
        """What follows its first paragraph."""
        return _text(self.tokens[3:]) if self.kind == "paragraph_open" else replace(self, done=None)

    @property
    def refers(self) -> bool:
        """Whether its first line refers to a footnote."""
        return any(token.type == "footnote_ref" for token in self.inline)

    @cached_property
    def plain(self) -> str:
        """Its words, without marks."""
        return " ".join(" ".join(_words(self.tokens)).split())

    @property
    def lead(self) -> str:
        """The plain text that its first line begins with, up to the first link, bold word …"""
        first = self.inline[:1]
        return first[0].content if first and first[0].type == "text" else ""


@dataclass(frozen=True)
class WrittenList:
    """A list as written, with what stands before it since the list above."""

    prose: Text
    points: tuple[Text, ...]
    """Empty for what follows the last list."""
    start: int = 1
    """Number of the first point, where they are numbered."""


@dataclass(frozen=True)
class RawSection:
    """A heading with all that stands under it."""

    title: str
    """Its words."""
    line: int
    text: Text
    heading: Text = Text()
    """Its words with their marks, as a paragraph."""


def parse_text(written: str, months: Iterable[str] = ()) -> Text:
    """Markdown that stands in no file of the content, as a whole."""
    return text_of(find_parser(tuple(months)).parse(written.split("\n")).tokens)


def text_of(tokens: Sequence[Token]) -> Text:
    """Tokens of blocks as a text."""
    return _text(tokens)


def join(texts: Iterable[Text], line: int = 0) -> Text:
    """Several texts as one. ``line``: where it begins, if the first does not know."""
    whole = _text([token for text in texts for token in text.tokens])
    return replace(whole, line=whole.line or line)


def split_sections(text: Text, level: int) -> tuple[Text, tuple[RawSection, ...]]:
    """What stands before the first heading of that level, and the part under each. Headings in lists are not meant."""
    groups = list(_groups(text.tokens))
    heads = [
        index for index, group in enumerate(groups) if group[0].type == "heading_open" and group[0].tag == f"h{level}"
    ]
    ends = [*heads, len(groups)]
    parts = tuple(
        _section(groups[head], [token for group in groups[head + 1 : end] for token in group])
        for head, end in zip(heads, ends[1:], strict=True)
    )
    return _text([token for group in groups[: ends[0]] for token in group]), parts


def split_paragraph(text: Text) -> tuple[Text, Text]:
    """The first paragraph, and the rest. A picture by itself, a list, a table or a quotation is no paragraph."""
    if text.kind != "paragraph_open" or all(token.type == "image" for token in text.inline):
        return Text(), text
    return text.first, text.rest


def split_lists(text: Text) -> tuple[WrittenList, ...]:
    """The lists of a section, each with what stands before it, and what follows the last."""
    lists: list[WrittenList] = []
    before: list[Token] = []
    for block in text.blocks:
        points = tuple(point for point in _points(block) if point) if block.is_list else ()
        if points:
            lists.append(WrittenList(_text(before), points, int(block.tokens[0].attrGet("start") or 1)))
            before = []
        elif not block.is_list:
            before.extend(block.tokens)
    return (*lists, WrittenList(_text(before), ())) if before else tuple(lists)


def line_text(inline: Sequence[Token], line: int) -> Text:
    """Tokens of a line as a paragraph of its own, without white space around them; nothing where there is none."""
    tokens = list(inline)
    while tokens and _is_space(tokens[0]):
        tokens.pop(0)
    while tokens and _is_space(tokens[-1]):
        tokens.pop()
    if not tokens:
        return Text((), line)
    if tokens[0].type == "text":
        tokens[0] = tokens[0].copy(content=tokens[0].content.lstrip())
    if tokens[-1].type == "text":
        tokens[-1] = tokens[-1].copy(content=tokens[-1].content.rstrip())
    place = [line - 1, line]
    paragraph = Token("paragraph_open", "p", 1, map=place, block=True)
    whole = Token("inline", "", 0, map=place, children=tokens, block=True)
    return Text((paragraph, whole, Token("paragraph_close", "p", -1, block=True)), line)


def cut(text: Text, count: int) -> Text:
    """The text without so many characters of its lead."""
    first, *others = text.inline
    line = line_text([first.copy(content=first.content[count:]), *others], text.line)
    return replace(line, tokens=line.tokens + text.tokens[3:], done=text.done)


def divide(text: Text, sign: str) -> tuple[Text, Text]:
    """What stands before and after the first ``sign`` (and white space) of a line; never inside a link or bold words."""
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
            before = [*inline[:index], token.copy(content=token.content[:at])]
            after = [token.copy(content=token.content[at + len(sign) :]), *inline[index + 1 :]]
            return line_text(before, text.line), line_text(after, text.line)
    return text.first, Text((), text.line)


def words_of(inline: Iterable[Token]) -> str:
    """The words of a line's tokens, without marks."""
    return " ".join("".join(_inline_words(inline)).split())


def without_stop(text: Text) -> Text:
    """A line without the full stop at its end."""
    if not text.inline or text.inline[-1].type != "text" or not text.inline[-1].content.endswith("."):
        return text
    last = text.inline[-1]
    return line_text([*text.inline[:-1], last.copy(content=last.content.removesuffix("."))], text.line)


def _groups(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """Blocks, each as its tokens."""
    depth = begin = 0
    for index, token in enumerate(tokens, start=1):
        depth += token.nesting
        if depth == 0:
            yield tuple(tokens[begin:index])
            begin = index


def _points(block: Text) -> Iterator[Text]:
    for point in _groups(block.tokens[1:-1]):
        yield Text(point[1:-1], _line(point), point[0].meta.get("checked"))


def _section(heading: Sequence[Token], tokens: Sequence[Token]) -> RawSection:
    line = _line(heading)
    words = line_text(heading[1].children or (), line)
    return RawSection(words.plain, line, _text(tokens), words)


def _text(tokens: Sequence[Token]) -> Text:
    return Text(tuple(tokens), _line(tokens))


def _line(tokens: Iterable[Token]) -> int:
    return next((token.map[0] + 1 for token in tokens if token.map), 0)


def _is_space(token: Token) -> bool:
    return token.type in {"softbreak", "hardbreak"} or (token.type == "text" and not token.content.strip())


def _shown(tokens: Iterable[Token]) -> Iterator[object]:
    for token in tokens:
        if token.type == "comment":
            continue
        yield (token.type, token.tag, token.content if token.children is None else "", token.info, token.hidden)
        if token.attrs:
            yield tuple(token.attrs.items())
        if "checked" in token.meta:
            yield token.meta["checked"]
        if "note" in token.meta:
            yield tuple(_shown(token.meta["note"]))
        if token.children:
            yield from _shown(token.children)


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    """Stretches of words; what stands between two of them is white space."""
    for token in tokens:
        if token.type in {"fence", "code_block"}:
            yield token.content
        elif token.type == "inline":
            yield "".join(_inline_words(token.children or ()))


def _inline_words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            yield token.content
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "
        elif token.type == "image":
            yield "".join(_inline_words(token.children or ()))
