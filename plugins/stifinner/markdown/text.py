"""Parsed Markdown of an editor's, and how it is taken apart: into blocks, sections, lists and points."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from .parser import find_parser
from .tokens import Token

_LISTS = {"bullet_list_open", "ordered_list_open"}


@dataclass(frozen=True, eq=False)
class Text:
    """Blocks of Markdown. Two texts are equal when they show the same, whatever lines of a file they stand on."""

    tokens: tuple[Token, ...] = ()
    begins: int = 0
    """The line it begins on, where its tokens do not know."""
    done: bool | None = None
    """Of a point of a task list whether it is ticked; None for anything else."""

    @property
    def line(self) -> int:
        """The line it begins on; 0 where it is not known."""
        return self.begins or _line(self.tokens)

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
        """All that decides what a reader sees, as a value to compare."""
        return tuple(_shown(self.tokens, set()))

    @cached_property
    def blocks(self) -> tuple["Text", ...]:
        """Its blocks one by one: paragraphs, lists, tables …"""
        return tuple(text_of(group) for group in _groups(self.tokens))

    @property
    def kind(self) -> str:
        """The type of its first token: ``paragraph_open`` …; empty for an empty text."""
        return self.tokens[0].type if self.tokens else ""

    @property
    def is_list(self) -> bool:
        """Whether it begins with a list."""
        return self.kind in _LISTS

    @property
    def inline(self) -> tuple[Token, ...]:
        """The tokens within its first block, where that is a paragraph."""
        return tuple(self.tokens[1].children or ()) if self.kind == "paragraph_open" else ()

    @property
    def first(self) -> "Text":
        """Its first paragraph; empty where it begins with another block."""
        return replace(self, tokens=self.tokens[:3], done=None) if self.kind == "paragraph_open" else Text()

    @property
    def rest(self) -> "Text":
        """All but its first paragraph."""
        return text_of(self.tokens[3:]) if self.kind == "paragraph_open" else replace(self, done=None)

    @property
    def refers(self) -> bool:
        """Whether its first paragraph refers to a footnote."""
        return any(token.type == "footnote_ref" for token in self.inline)

    @cached_property
    def plain(self) -> str:
        """Its words, without marks."""
        return " ".join(" ".join(_words(self.tokens)).split())

    @property
    def lead(self) -> str:
        """The plain words that its first paragraph begins with, up to the first link or bold word."""
        first = self.inline[:1]
        return first[0].content if first and first[0].type == "text" else ""


NO_TEXT = Text()


@dataclass(frozen=True)
class WrittenList:
    """A list as it was written, with the prose between it and the list above it."""

    prose: Text
    points: tuple[Text, ...]
    """Empty for the prose after the last list."""
    start: int = 1
    """Number of the first point of a numbered list."""


@dataclass(frozen=True)
class RawSection:
    """A heading, and all that stands under it."""

    title: str
    """The heading's words."""
    line: int
    """The heading's line."""
    text: Text
    inline: tuple[Token, ...] = ()
    """The tokens of the heading's words."""


def parse_text(written: str, months: Iterable[str] = ()) -> Text:
    """Parse Markdown that stands in no file of the content."""
    return text_of(find_parser(tuple(months)).parse(written.split("\n")).tokens)


def text_of(tokens: Sequence[Token]) -> Text:
    """Make a text of the tokens of blocks."""
    return Text(tuple(tokens))


def join(texts: Iterable[Text], line: int = 0) -> Text:
    """Join several texts in one. ``line``: where it begins, used if the first does not know."""
    whole = text_of([token for text in texts for token in text.tokens])
    return whole if whole.line else replace(whole, begins=line)


def split_sections(text: Text, level: int) -> tuple[Text, tuple[RawSection, ...]]:
    """Split a text at its headings of a level: what stands before the first, and a section for each.

    Headings inside lists and quotations count as text.
    """
    groups = list(_groups(text.tokens))
    heads = [
        index for index, group in enumerate(groups) if group[0].type == "heading_open" and group[0].tag == f"h{level}"
    ]
    ends = [*heads, len(groups)]
    parts = tuple(
        _section(groups[head], [token for group in groups[head + 1 : end] for token in group])
        for head, end in zip(heads, ends[1:], strict=True)
    )
    return text_of([token for group in groups[: ends[0]] for token in group]), parts


def split_paragraph(text: Text) -> tuple[Text, Text]:
    """Split a text into its first paragraph and the rest.

    Empty, and the whole, where it begins with something else: a picture by itself, a list, a table, a quotation.
    """
    if text.kind != "paragraph_open" or all(token.type == "image" for token in text.inline):
        return Text(), text
    return text.first, text.rest


def split_lists(text: Text) -> tuple[WrittenList, ...]:
    """Split a section into its lists, each with the prose before it; prose after the last list comes without points."""
    lists: list[WrittenList] = []
    before: list[Token] = []
    for block in text.blocks:
        points = tuple(point for point in _points(block) if point) if block.is_list else ()
        if points:
            lists.append(WrittenList(text_of(before), points, int(block.tokens[0].attrGet("start") or 1)))
            before = []
        elif not block.is_list:
            before.extend(block.tokens)
    return (*lists, WrittenList(text_of(before), ())) if before else tuple(lists)


def words_of(inline: Iterable[Token]) -> str:
    """Give the words of a line's tokens, without marks."""
    return " ".join("".join(_inline_words(inline)).split())


def _groups(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """Group tokens by the block that they belong to."""
    depth = begin = 0
    for index, token in enumerate(tokens, start=1):
        depth += token.nesting
        if depth == 0:
            yield tuple(tokens[begin:index])
            begin = index


def _points(block: Text) -> Iterator[Text]:
    """Give the points of a list."""
    for point in _groups(block.tokens[1:-1]):
        yield Text(point[1:-1], _line(point[:1]), point[0].meta.get("checked"))


def _section(heading: Sequence[Token], tokens: Sequence[Token]) -> RawSection:
    """Make a section of the three tokens of its heading and the tokens under it."""
    inline = tuple(heading[1].children or ())
    return RawSection(words_of(inline), _line(heading), text_of(tokens), inline)


def _line(tokens: Iterable[Token]) -> int:
    """Give the line of the first token that knows its own; 0 where none does."""
    return next((token.map[0] + 1 for token in tokens if token.map), 0)


def _shown(tokens: Iterable[Token], notes: set[str]) -> Iterator[object]:
    """Give all that decides what a reader sees of tokens.

    ``notes``: names of the footnotes that have been given; each is given once, however often it is referred to.
    """
    for token in tokens:
        if token.type == "comment":
            continue
        yield (token.type, token.tag, token.content if token.children is None else "", token.info, token.hidden)
        if token.attrs:
            yield tuple(token.attrs.items())
        if "checked" in token.meta:
            yield token.meta["checked"]
        if "note" in token.meta:
            name = token.meta["name"]
            known = name in notes
            notes.add(name)
            yield name if known else tuple(_shown(token.meta["note"], notes))
        if token.children:
            yield from _shown(token.children, notes)


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    """Give the words of each block; between two of them is white space."""
    for token in tokens:
        if token.type in {"fence", "code_block"}:
            yield token.content
        elif token.type == "inline":
            yield "".join(_inline_words(token.children or ()))


def _inline_words(tokens: Iterable[Token]) -> Iterator[str]:
    """Give the words of a line's tokens, as they follow each other."""
    for token in tokens:
        if token.type in {"text", "code_inline"}:
            yield token.content
        elif token.type in {"softbreak", "hardbreak"}:
            yield " "
        elif token.type == "image":
            yield "".join(_inline_words(token.children or ()))
