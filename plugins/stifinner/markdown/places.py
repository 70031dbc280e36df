"""Where in its file everything of a text stands: links, pictures, code, and what is left when these are gone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .parser import Parsed, Token

_CELLS = {"th_open", "td_open"}
_CLOSING = re.compile(r"[\s>]*(?:`{3,}|~{3,})\s*$")


@dataclass(frozen=True)
class WrittenLink:
    """A link or picture as written."""

    text: str
    """What stands between the brackets, or the address itself."""
    target: str
    line: int
    """Of the target."""
    column: int
    image: bool
    begins: tuple[int, int] = (0, 0)
    """Line and column of its first bracket or sign."""
    alone: bool = False
    """An address between ``<`` and ``>``, or one that stands in the text by itself."""


@dataclass(frozen=True)
class Comment:
    """What an editor says to the portal itself: ``<!-- stifinner: … -->``."""

    text: str
    line: int
    column: int
    alone: bool
    """Nothing else stands on its line."""


@dataclass(frozen=True)
class Fence:
    """Code between fences."""

    line: int
    column: int
    mark: str
    """The signs of its fence."""
    info: str
    """What stands beside them: the language."""
    closed: bool


@dataclass(frozen=True)
class Stretch:
    """A paragraph, a heading or a cell as it was written, code and links blanked out."""

    kind: str
    """Type of the token it stands in: ``paragraph_open``, ``heading_open``, ``td_open`` …"""
    markup: str
    """Sign of that token: ``##``, ``=`` …"""
    text: str
    first: int
    """Line of its file that it begins on."""
    begins: tuple[int, ...]
    """Column of each of its lines, from 0."""

    @property
    def level(self) -> int:
        """Of a heading, from 1."""
        return {"=": 1, "-": 2}.get(self.markup, len(self.markup))

    def place(self, at: int) -> tuple[int, int]:
        """Line and column, both from 1, of a character."""
        row = self.text.count("\n", 0, at)
        inside = at - (self.text.rfind("\n", 0, at) + 1)
        return self.first + row, self.begins[row] + inside + 1


@dataclass(frozen=True)
class Places:
    """Everything of a file's body that has a place."""

    links: tuple[WrittenLink, ...]
    stretches: tuple[Stretch, ...]
    plain: tuple[str, ...]
    """The lines, code and the addresses of links that stand by themselves blanked out, columns kept."""
    shown: tuple[str, ...]
    """The lines without the targets of links too: what is read as words."""
    fences: tuple[Fence, ...]
    comments: tuple[Comment, ...]


def find_places(parsed: Parsed, lines: Sequence[str]) -> Places:
    """Find the places of all that was parsed from those lines."""
    finder = _Finder(parsed, lines)
    finder.read(parsed.tokens)
    return Places(
        links=tuple(finder.links),
        stretches=tuple(finder.stretches),
        plain=tuple(finder.plain),
        shown=tuple(finder.shown),
        fences=tuple(finder.fences),
        comments=tuple(sorted(finder.comments, key=lambda comment: (comment.line, comment.column))),
    )


class _Finder:
    def __init__(self, parsed: Parsed, lines: Sequence[str]) -> None:
        self._definitions = parsed.definitions
        self._lines = lines
        self._row = (0, 0)
        """Line and column up to which a table's row has been read."""
        self._content = ""
        self._escaped = False
        self._notes: set[str] = set()
        self.links: list[WrittenLink] = []
        self.stretches: list[Stretch] = []
        self.plain = list(lines)
        self.shown = list(lines)
        self.fences: list[Fence] = []
        self.comments: list[Comment] = []
        for line, column, text in parsed.comments:
            self.plain[line - 1] = self.shown[line - 1] = ""
            if text is not None:
                self.comments.append(Comment(text, line, column, alone=True))
        for name, definition in parsed.definitions.items():
            for number in definition.lines if not name.startswith("^") else ():
                self.plain[number - 1] = self.shown[number - 1] = ""

    def read(self, tokens: Sequence[Token]) -> None:
        """Find what stands in blocks, in the footnotes that they refer to too."""
        above = None
        for token in tokens:
            if token.type in {"fence", "code_block"} and token.map:
                self._blank_block(token)
            elif token.type == "inline" and token.map and above is not None:
                self._read_line(token, above)
            above = token

    def _blank_block(self, token: Token) -> None:
        begin, end = token.map or (0, 0)
        for index in range(begin, min(end, len(self._lines))):
            self.plain[index] = self.shown[index] = ""
        if token.type == "fence":
            closed = end - begin > 1 and bool(_CLOSING.match(self._lines[end - 1]))
            column = self._lines[begin].find(token.markup) + 1
            self.fences.append(Fence(begin + 1, column, token.markup, token.info.strip(), closed))

    def _read_line(self, token: Token, above: Token) -> None:
        first = (token.map or (0, 0))[0] + 1
        self._escaped = above.type in _CELLS and "|" in token.content
        content = token.content.replace("|", "\\|") if self._escaped else token.content
        self._content = token.content
        begins = self._begins(content, first, above)
        whole = Stretch(above.type, above.markup, content, first, begins)
        blanked = content
        for child in token.children or ():
            if "at" in child.meta:
                blanked = self._note(child, whole, 0, blanked)
            elif "note" in child.meta and child.meta["name"] not in self._notes:
                self._notes.add(child.meta["name"])
                self.read(child.meta["note"])
        self.stretches.append(Stretch(above.type, above.markup, blanked, first, begins))

    def _begins(self, content: str, first: int, above: Token) -> tuple[int, ...]:
        """The column where each line of a block's content begins in its file's line."""
        begins = []
        if above.type in _CELLS:
            after = self._row[1] if self._row[0] == first else 0
            begin = max(self._lines[first - 1].find(content, after), 0)
            self._row = (first, begin + len(content))
            return (begin,)
        for number, piece in enumerate(content.split("\n"), start=first):
            line, bare = self._lines[number - 1].rstrip(), piece.rstrip()
            begins.append(len(line) - len(bare) if line.endswith(bare) else max(line.find(bare), 0))
        return tuple(begins)

    def _note(self, token: Token, whole: Stretch, base: int, blanked: str) -> str:
        """Take down a link, a picture or code; gives the content without it."""
        at, end = self._at(base + token.meta["at"]), self._at(base + token.meta["end"])
        if token.type in {"code_inline", "comment"}:
            self._blank(whole, at, end, self.plain, self.shown)
            if token.meta.get("comment") is not None:
                self.comments.append(Comment(token.meta["comment"], *whole.place(at), alone=False))
        elif "words_end" in token.meta:
            self._note_link(token, whole, at, self._at(base + token.meta["words_end"]), end)
            # What stands in the description of a picture was parsed by itself.
            for child in token.children or ():
                if "at" in child.meta:
                    self._note(child, whole, base + token.meta["at"] + 2, blanked)
        else:
            angled = whole.text[at] == "<"
            address = whole.text[at + angled : end - angled]
            self.links.append(
                WrittenLink(address, str(token.attrs["href"]), *whole.place(at + angled), False, whole.place(at), True)
            )
            if not angled:
                return blanked
            self._blank(whole, at, end, self.shown)
        return blanked[:at] + re.sub(r"[^\n]", " ", whole.text[at:end]) + blanked[end:]

    def _at(self, at: int) -> int:
        """A place in a cell's content as it was written, with a backslash before each of its strokes."""
        return at + self._content.count("|", 0, at) if self._escaped else at

    def _note_link(self, token: Token, whole: Stretch, at: int, words_end: int, end: int) -> None:
        image = token.type == "image"
        words = whole.text[at + 1 + image : words_end]
        target = str(token.attrs["src" if image else "href"])
        if "label" in token.meta:
            place = self._place_of_definition(token.meta["label"])
        else:
            inside = re.compile(r"\s*<?").match(whole.text, words_end + 2)
            place = whole.place(inside.end() if inside else words_end + 2)
            self._blank(whole, words_end + 1, end, self.shown)
        self.links.append(WrittenLink(words, target, *place, image, whole.place(at)))

    def _place_of_definition(self, name: str) -> tuple[int, int]:
        lines = self._definitions[name].lines
        written = "\n".join(self._lines[lines.start - 1 : lines.stop - 1])
        found = re.search(r"\]:\s*<?", written)
        at = found.end() if found else 0
        return lines.start + written.count("\n", 0, at), at - (written.rfind("\n", 0, at) + 1) + 1

    def _blank(self, whole: Stretch, at: int, end: int, *sheets: list[str]) -> None:
        """Blank out a stretch of the file, which may run over lines."""
        for begin, piece in _pieces(whole.text, at, end):
            number, column = whole.place(begin)
            for lines in sheets:
                line = lines[number - 1]
                lines[number - 1] = line[: column - 1] + " " * piece + line[column - 1 + piece :]


def _pieces(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Begin and length of the part of each line."""
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop - at
        at = stop + 1
