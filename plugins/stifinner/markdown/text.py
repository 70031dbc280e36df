"""A stretch of an editor's Markdown as its tokens, and how it is taken apart: blocks, lists, points, lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from .parser import find_parser
from .tokens import Token

_LISTS = {"bullet_list_open", "ordered_list_open"}


@dataclass(frozen=True, eq=False)
class Text:
    """Blocks of Markdown. Two are equal when they show the same, wherever they stand."""

    tokens: tuple[Token, ...] = ()
    begins: int = 0
    """The line it begins on, where its tokens do not say."""
    done: bool | None = None
    """Of a point of a task list: whether it is ticked."""

    @property
    def line(self) -> int:
        """The line it begins on; 0 where nobody knows."""
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
        """All that decides what a reader sees."""
        return tuple(_shown(self.tokens, set()))

    @cached_property
    def blocks(self) -> tuple["Text", ...]:
        """Its blocks one by one: paragraphs, lists, tables …"""
        return tuple(text_of(group) for group in _groups(self.tokens))

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
        return text_of(self.tokens[3:]) if self.kind == "paragraph_open" else replace(self, done=None)

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


NO_TEXT = Text()


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
    inline: tuple[Token, ...] = ()
    """Its words with their marks."""


def parse_text(written: str, months: Iterable[str] = ()) -> Text:
    """Markdown that stands in no file of the content, as a whole."""
    return text_of(find_parser(tuple(months)).parse(written.split("\n")).tokens)


def text_of(tokens: Sequence[Token]) -> Text:
    """Tokens of blocks as a text."""
    return Text(tuple(tokens))


def join(texts: Iterable[Text], line: int = 0) -> Text:
    """Several texts as one. ``line``: where it begins, if the first does not know."""
    whole = text_of([token for text in texts for token in text.tokens])
    return whole if whole.line else replace(whole, begins=line)


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
    return text_of([token for group in groups[: ends[0]] for token in group]), parts


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
            lists.append(WrittenList(text_of(before), points, int(block.tokens[0].attrGet("start") or 1)))
            before = []
        elif not block.is_list:
            before.extend(block.tokens)
    return (*lists, WrittenList(text_of(before), ())) if before else tuple(lists)


def words_of(inline: Iterable[Token]) -> str:
    """The words of a line's tokens, without marks."""
    return " ".join("".join(_inline_words(inline)).split())


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
        yield Text(point[1:-1], _line(point[:1]), point[0].meta.get("checked"))


def _section(heading: Sequence[Token], tokens: Sequence[Token]) -> RawSection:
    inline = tuple(heading[1].children or ())
    return RawSection(words_of(inline), _line(heading), text_of(tokens), inline)


def _line(tokens: Iterable[Token]) -> int:
    return next((token.map[0] + 1 for token in tokens if token.map), 0)


def _shown(tokens: Iterable[Token], notes: set[str]) -> Iterator[object]:
    """``notes``: names of footnotes that have been shown; each is looked at once, however often it is referred to."""
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
