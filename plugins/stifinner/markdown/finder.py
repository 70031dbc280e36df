"""Finds line and column in its file of everything that was parsed: links, pictures, code, comments (``places.py``).

Blocks know their lines. Within a block's content, the parser has noted in each token's ``meta`` where a link, a
picture, code or a comment begins (``at``) and ends (``end``), and where the words of a link end (``words_end``). The
``meta`` of a reference to a footnote holds the footnote's tokens (``note``).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from .blanks import BlankedLines, blank, pieces_of
from .footnotes import Use
from .parser import Parsed
from .places import Comment, Fence, Places, Position, Stretch, WrittenLink
from .tokens import Token

_BEFORE_TARGET = re.compile(r"\s*<?")
"""What may stand between the parenthesis and the target of a link."""
_CELLS = {"th_open", "td_open"}
_CLOSING = re.compile(r"[\s>]*(?:`{3,}|~{3,})\s*$")
"""The line that ends a block of code, in a list or a quotation too."""


def find_places(parsed: Parsed, lines: Sequence[str]) -> Places:
    """Find the places of all that was parsed; ``lines`` are the lines of the file that it was parsed from."""
    finder = _Finder(parsed, lines)
    finder.read(parsed.tokens)
    return Places(
        links=tuple(finder.links),
        stretches=tuple(finder.stretches),
        plain=finder.plain.lines(),
        shown=finder.shown.lines(),
        fences=tuple(finder.fences),
        uses=tuple(finder.uses),
        comments=tuple(sorted(finder.comments, key=lambda comment: (comment.line, comment.column))),
    )


class _Finder:
    """Walks through the tokens of a file and notes where everything stands."""

    def __init__(self, parsed: Parsed, lines: Sequence[str]) -> None:
        self._definitions = parsed.definitions
        self._lines = lines
        self._row = (0, 0)
        """Line and index in it up to which a table's row has been read.

        Two cells may say the same, so the next one is looked for from there.
        """
        self._strokes: tuple[int, ...] = ()
        """Where the strokes (``|``) in the content of a cell are; none in any other block.

        In the file each has a backslash before it, which the parser has taken away.
        """
        self._targets: dict[str, Position] = {}
        """Name of a link's definition → line and column of its address."""
        self._footnotes_read: set[str] = set()
        """Names of the footnotes that have been read."""
        self._footnote = ""
        """Name of the footnote that is being read, or empty."""
        self.uses: list[Use] = []
        self.links: list[WrittenLink] = []
        self.stretches: list[Stretch] = []
        self.plain = BlankedLines(lines)
        """The file without code, comments and definitions."""
        self.shown = BlankedLines(lines)
        """``plain`` without the targets of links too."""
        self.fences: list[Fence] = []
        self.comments: list[Comment] = []
        for whole in parsed.comments:
            self._drop(whole.line)
            if whole.text is not None:
                self.comments.append(Comment(whole.text, whole.line, whole.column, alone=True))
        for name, definition in parsed.definitions.items():
            # A footnote («^name») has words that readers see; the definition of a link has none.
            if not name.startswith("^"):
                for number in definition.lines:
                    self._drop(number)

    def read(self, tokens: Sequence[Token]) -> None:
        """Read blocks, and the footnotes that they refer to."""
        above = None
        for token in tokens:
            if token.type in {"fence", "code_block"} and token.map:
                self._blank_block(token)
            elif token.type == "inline" and token.map and above is not None:
                self._read_line(token, above)
            above = token

    def _blank_block(self, token: Token) -> None:
        """Drop the lines of a block of code, and note its fence."""
        begin, end = token.map or (0, 0)
        for number in range(begin + 1, min(end, len(self._lines)) + 1):
            self._drop(number)
        if token.type == "fence":
            # Where the fence is the block's only line, it does not close itself.
            closed = end - begin > 1 and bool(_CLOSING.match(self._lines[end - 1]))
            column = self._lines[begin].find(token.markup) + 1
            self.fences.append(Fence(begin + 1, column, token.markup, token.info.strip(), closed))

    def _read_line(self, token: Token, above: Token) -> None:
        """Read a paragraph, a heading or a cell; ``above`` is the token that opens it."""
        first = (token.map or (0, 0))[0] + 1
        in_cell = above.type in _CELLS
        # From here on the content is as it stands in the file, where a stroke in a cell has a backslash before it.
        content = token.content.replace("|", "\\|") if in_cell else token.content
        self._strokes = tuple(found.start() for found in re.finditer(r"\|", token.content)) if in_cell else ()
        begins = self._begins(content, first, above)
        whole = Stretch(above.type, above.markup, content, first, begins)
        no_words: list[tuple[int, int]] = []
        for child in token.children or ():
            if "at" in child.meta:
                no_words += self._find_mark(child, whole, 0)
            elif "note" in child.meta:
                self.uses.append(Use(child.meta["name"], first, self._footnote))
                self._read_footnote(child)
        self.stretches.append(Stretch(above.type, above.markup, blank(content, no_words), first, begins))

    def _read_footnote(self, reference: Token) -> None:
        """Read a footnote, where it is first referred to."""
        name = reference.meta["name"]
        if name not in self._footnotes_read:
            self._footnotes_read.add(name)
            outer, self._footnote = self._footnote, name
            self.read(reference.meta["note"])
            self._footnote = outer

    def _begins(self, content: str, first: int, above: Token) -> tuple[int, ...]:
        """Find the column, from 0, where each line of a block's content begins in the file.

        Before it stand the signs of lists, quotations and tables.
        """
        if above.type in _CELLS:
            after = self._row[1] if self._row[0] == first else 0
            begin = max(self._lines[first - 1].find(content, after), 0)
            self._row = (first, begin + len(content))
            return (begin,)
        begins = []
        for number, piece in enumerate(content.split("\n"), start=first):
            # As a rule the content ends where the line does; in a heading «## Title ##» it does not.
            line, bare = self._lines[number - 1].rstrip(), piece.rstrip()
            begins.append(len(line) - len(bare) if line.endswith(bare) else max(line.find(bare), 0))
        return tuple(begins)

    def _find_mark(self, token: Token, whole: Stretch, base: int) -> list[tuple[int, int]]:
        """Note a link, a picture, code or a comment; give the spans (begin and end) of the content that are no words.

        ``base``: where the text that the token counts from begins in the content: 0, but for what stands inside the
        description of a picture.
        """
        at, end = self._in_file(base + token.meta["at"]), self._in_file(base + token.meta["end"])
        if token.type in {"code_inline", "comment"}:
            self._blank(whole, at, end, self.plain, self.shown)
            if token.meta.get("comment") is not None:
                self.comments.append(Comment(token.meta["comment"], *whole.place(at), alone=False))
        elif "words_end" in token.meta:
            self._find_link(token, whole, at, self._in_file(base + token.meta["words_end"]), end)
            # The description of a picture was parsed on its own, so its tokens count from behind «![». What is in it
            # is part of the picture's span, so its own spans are not needed.
            for child in token.children or ():
                if "at" in child.meta:
                    self._find_mark(child, whole, base + token.meta["at"] + len("!["))
        else:
            # A bare address is what readers see, so it stays among the words; in angle brackets it is blanked out.
            angled = whole.text[at] == "<"
            address = whole.text[at + angled : end - angled]
            target, place = str(token.attrs["href"]), whole.place(at + angled)
            self.links.append(WrittenLink(address, target, *place, image=False, begins=whole.place(at), alone=True))
            if not angled:
                return []
            self._blank(whole, at, end, self.shown)
        return [(at, end)]

    def _in_file(self, at: int) -> int:
        """Turn an index in what was parsed into one in the content as it stands in the file, with its backslashes."""
        return at + bisect_left(self._strokes, at)

    def _find_link(self, token: Token, whole: Stretch, at: int, words_end: int, end: int) -> None:
        """Note a link or picture with its target, which stands behind it or in a definition.

        ``at``, ``words_end``, ``end``: indices in ``whole.text`` of its first sign, of the bracket that closes its
        words, and of what follows it.
        """
        image = token.type == "image"
        words = whole.text[at + len("![" if image else "[") : words_end]
        target = str(token.attrs["src" if image else "href"])
        if "label" in token.meta:
            place = self._place_of_definition(token.meta["label"])
        else:
            in_parentheses = words_end + len("](")
            before = _BEFORE_TARGET.match(whole.text, in_parentheses)
            place = whole.place(before.end() if before else in_parentheses)
            self._blank(whole, words_end + 1, end, self.shown)
        begins = whole.place(at)
        self.links.append(WrittenLink(words, target, *place, image=image, begins=begins, note=self._footnote))

    def _place_of_definition(self, name: str) -> Position:
        """Find line and column of the address in the definition of that name."""
        if name not in self._targets:
            self._targets[name] = self._find_target(self._definitions[name].lines)
        return self._targets[name]

    def _find_target(self, lines: range) -> Position:
        """Find line and column of the address in a definition on those lines; it may stand below ``[name]:``."""
        written = "\n".join(self._lines[lines.start - 1 : lines.stop - 1])
        at = found.end() if (found := re.search(r"\]:\s*<?", written)) else 0
        line_start = written.rfind("\n", 0, at) + 1
        return Position(lines.start + written.count("\n", 0, at), at - line_start + 1)

    def _drop(self, number: int) -> None:
        """Empty a line in all copies of the file."""
        self.plain.drop(number)
        self.shown.drop(number)

    def _blank(self, whole: Stretch, at: int, end: int, *copies: BlankedLines) -> None:
        """Blank out a stretch of a block's content, which may run over several lines, on some copies of the file."""
        for begin, piece in pieces_of(whole.text, at, end):
            for copy in copies:
                copy.blank(*whole.place(begin), piece)
