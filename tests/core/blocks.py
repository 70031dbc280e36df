"""The blocks of a file, as its tokens have them, and the words of a page, as a reader without scripts has them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from os.path import relpath
from pathlib import PurePosixPath

from stifinner.markdown.text import RawSection, Text, words_of
from stifinner.markdown.tokens import Token
from stifinner.source.source_file import SourceFile

OPENING = ""
"""What stands between the title and the first heading."""
UNSEEN = {"svg", "template", "dialog", "textarea"}
"""Not seen as text without scripts, as little as what is hidden: pictures of ours, and what waits for a script."""
WITHOUT_END = {"br", "hr", "img", "input"}


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading, a point's first line, a cell, code: something an editor wrote."""

    words: str
    inline: tuple[Token, ...] = ()
    note: bool = False
    """Stands in a footnote: its place is the foot of the page."""


@dataclass(frozen=True)
class Part:
    """The blocks of a file that stand under one heading."""

    heading: str
    """Attribute of the fixed heading, or ``OPENING``, or ``## `` and the words of the author's own."""
    blocks: tuple[Block, ...]


def parts_of(source: SourceFile, headings: Mapping[str, str]) -> Iterator[Part]:
    """The file, part by part. ``headings``: attribute → fixed heading of its kind."""
    yield Part(OPENING, tuple(blocks_of(source.opening)))
    for section in source.sections:
        attribute = _attribute(section, headings)
        own = () if attribute else (Block(section.title),)
        yield Part(attribute or f"## {section.title}", (*own, *blocks_of(section.text)))


def _attribute(section: RawSection, headings: Mapping[str, str]) -> str:
    title = section.title.lower()
    goes_on = headings.get("work_between", "\n").lower()
    known = {word.lower(): attribute for attribute, word in headings.items()}
    goes_on_here = title.startswith(goes_on) and title[len(goes_on) :][:1] in {*" :,;(–—"}
    return known.get(title) or ("work_between" if goes_on_here else "")


def blocks_of(text: Text) -> Iterator[Block]:
    """The blocks of a text in order; its footnotes come last, each once."""
    notes: dict[int, tuple[Token, ...]] = {}
    yield from _blocks(text.tokens, notes, in_note=False)
    told = 0
    while told < len(notes):
        yield from _blocks(list(notes.values())[told], notes, in_note=True)
        told += 1


def _blocks(tokens: Iterable[Token], notes: dict[int, tuple[Token, ...]], *, in_note: bool) -> Iterator[Block]:
    for token in tokens:
        if token.type in {"fence", "code_block"} and token.content.strip():
            yield Block(token.content, note=in_note)
        elif token.type == "inline":
            inline = tuple(token.children or ())
            notes |= {id(one.meta["note"]): one.meta["note"] for one in inline if "note" in one.meta}
            if words := words_of(inline):
                yield Block(words, inline, in_note)


def squeeze(words: str) -> str:
    """Words without white space and without capitals: sentences of ours may begin with an editor's word."""
    return re.sub(r"\s+", "", words).casefold()


APART = {"noteref", "invite__text"}
"""Classes of what is no part of the page's own text: numbers of footnotes, and messages that say what the page says."""


def shown(html: str) -> str:
    """The words of a page as ``squeeze`` leaves them; a picture's are its alt text."""
    words = _Words()
    words.feed(html)
    return squeeze("".join(words.seen))


class _Words(HTMLParser):
    """Takes down what is seen of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._unseen = 0
        """How many elements we are in, from the first on that nobody sees."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag in WITHOUT_END:
            if tag == "img" and not self._unseen:
                self.seen.append(said["alt"] or "")
        elif self._unseen or tag in UNSEEN or "hidden" in said or said.get("class") in APART:
            self._unseen += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in WITHOUT_END:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, _: str) -> None:
        if self._unseen:
            self._unseen -= 1

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.seen.append(data)


class Writer:
    """Writes Markdown whose blocks are told apart: ``§`` becomes a word of its own, ``¤`` one of a footnote."""

    def __init__(self) -> None:
        self._count = 0

    def fill(self, template: str, path: str, files: Mapping[str, str]) -> tuple[str, list[str], list[str]]:
        """The text for the file at ``path``, its words in order, and those of its footnotes.

        ``files``: name in the template → what it becomes the way to.
        """
        words: dict[str, list[str]] = {"§": [], "¤": []}

        def name(sign: re.Match[str]) -> str:
            words[sign[0]].append(self._name())
            return words[sign[0]][-1]

        for file, place in files.items():
            template = template.replace(file, relpath(place, PurePosixPath(path).parent))
        return re.sub("[§¤]", name, template), words["§"], words["¤"]

    def _name(self) -> str:
        self._count += 1
        number, letters = self._count, ""
        for _ in range(4):
            number, letter = divmod(number, 20)
            letters = "bcdfghjklmnpqrstvwxz"[letter] + "aeiou"[letter % 5] + letters
        return f"ord{letters}"
