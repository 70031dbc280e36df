"""Reads a content folder into source files and attachments, in a fixed order."""

import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import frontmatter

from ..attachments.check import check_attachment, digest_of
from ..attachments.names import folders_of
from ..files.memory import Memory
from ..markdown.finder import find_places
from ..markdown.parser import find_parser
from ..problems.problem import ProblemList
from .body import check_headings, read_body
from .bounds import HUGE, LARGE, keep_short, keep_within
from .facts import FactsHandler
from .foreign import check_foreign, check_quotes
from .slips import check_slips, check_title, mend_letters
from .source_file import NOWHERE, SourceFile, Text
from .tangle import untangle
from .unseen import check_unseen
from .walk import walk_content
from .wall import check_wall


@dataclass(frozen=True)
class Sources:
    """Everything in the content folder."""

    files: tuple[SourceFile, ...]
    attachments: tuple[str, ...]
    """Paths of all other files that are published: PDFs, pictures …"""
    closed: Collection[str] = ()
    """Paths of files and folders that could not be read, each told.

    Pages among them are in ``files`` too, and empty.
    """

    def is_closed(self, path: str) -> bool:
        """Tell whether a path, or a folder on the way to it, is there and was told as unreadable."""
        return path in self.closed or any(folder in self.closed for folder in folders_of(path))


def read_sources(folder: Path, problems: ProblemList, memory: Memory | None = None) -> Sources:
    """Read the content folder. Whatever can't be read becomes a problem, and the rest is read all the same.

    ``memory``: what was read before, for whoever reads the folder again and again.
    """
    memory = memory or Memory()
    walk = walk_content(folder, problems)
    files: list[SourceFile] = []
    attachments: list[str] = []
    for path, file in walk.files.items():
        try:
            if path.lower().endswith(".md"):
                files.append(_read_page(path, file, problems, memory))
            elif memory.recall(
                f"attachment {path}", digest_of(path, file), problems, partial(check_attachment, path, file)
            ):
                attachments.append(path)
            else:
                walk.close(path)
        except OSError:
            problems.add("unreadable-file", path)
            walk.close(path)
    files += [_unread(path) for path in walk.closed_pages()]
    return Sources(tuple(sorted(files, key=lambda source: source.path)), tuple(attachments), frozenset(walk.closed))


def _read_page(path: str, file: Path, problems: ProblemList, memory: Memory) -> SourceFile:
    """Read the file of a page, or recall it where its bytes are the same; tell of one that is too large."""
    content = file.read_bytes()
    if len(content) > LARGE:
        code, most = ("huge-file", f"{HUGE / 1_000_000:g}") if len(content) > HUGE else ("large-file", "")
        problems.add(code, path, size=f"{len(content) / 1_000_000:.1f}", most=most)
    return memory.recall(f"file {path}", content, problems, partial(read_file, path, content))


def read_file(path: str, content: bytes, problems: ProblemList) -> SourceFile:
    """Take a file apart, and check all that can be checked without knowing other files.

    A file that is no text, or too large, is empty, so that links to it are not told as mistakes as well.
    """
    if len(content) > HUGE:
        return _unread(path)
    try:
        # Files that were joined have an order mark in their middle, which is no part of the text.
        text = content.decode("utf-8").replace("\ufeff", "")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problems.add("not-utf-8", path, line, byte=f"0x{content[error.start]:02x}")
        return _unread(path)
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if "\0" in text:
        problems.add("not-utf-8", path, text.count("\n", 0, text.index("\0")) + 1, byte="0x00")
        return _unread(path)
    lines = check_unseen(path, mend_letters(path, tuple(text.split("\n")), problems), problems)
    handler = FactsHandler(path, lines, problems)
    if handler.detect(text):
        frontmatter.parse(text, handler=handler)
    first = handler.front.body
    body = keep_within(path, untangle(path, lines, first, problems), first, problems)
    parsed = find_parser(problems.months).parse(("",) * (first - 1) + body[first - 1 :])
    places = find_places(parsed, body)
    title, title_line, opening, sections = read_body(parsed)
    check_wall(path, lines, first, places, problems)
    check_slips(path, lines, first, parsed, places, problems)
    check_headings(path, lines, title_line, parsed, places, problems)
    check_foreign(path, body, first, places, problems)
    facts = check_quotes(path, lines, keep_short(path, lines, handler.facts, problems), problems)
    check_title(path, lines, handler.front, title_line, problems)
    return SourceFile(path, lines, facts, title, title_line, opening, sections, places)


def _unread(path: str) -> SourceFile:
    """Make an empty file that stands for one that could not be read."""
    return SourceFile(path, (), (), path, 0, Text(), (), NOWHERE)
