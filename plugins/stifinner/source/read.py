"""From a folder to source files and attachments, in a fixed order."""

import os
import re
import unicodedata
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import frontmatter

from ..markdown.parser import find_parser
from ..markdown.places import find_places
from ..problems import ProblemList
from .body import check_headings, read_body
from .bounds import HUGE, LARGE, keep_within
from .facts import FactsHandler
from .foreign import check_foreign, check_quotes
from .memory import Memory
from .slips import check_slips, check_title, mend_letters
from .source_file import NOWHERE, SourceFile, Text
from .tangle import untangle
from .unseen import check_name, check_unseen
from .wall import check_wall

_IGNORED = re.compile(r"^(?:[._].*|readme\.md|license.*|lisens.*|thumbs\.db)$", re.IGNORECASE)


@dataclass(frozen=True)
class Sources:
    """Everything found in the content folder."""

    files: tuple[SourceFile, ...]
    attachments: tuple[str, ...]
    """Paths of all other files: PDFs, pictures … published as they are."""


def read_sources(folder: Path, problems: ProblemList, memory: Memory | None = None) -> Sources:
    """Read the content folder. Whatever can't be read becomes a problem; the rest is read all the same."""
    memory = memory or Memory()
    files: list[SourceFile] = []
    attachments: list[str] = []
    for path, place in _walk(folder, problems):
        if path.lower().endswith(".md"):
            content = place.read_bytes()
            if len(content) > LARGE:
                code, most = ("huge-file", f"{HUGE / 1_000_000:g}") if len(content) > HUGE else ("large-file", "")
                problems.add(code, path, size=f"{len(content) / 1_000_000:.1f}", most=most)
            files.append(memory.recall(f"file {path}", content, problems, partial(read_file, path, content)))
        else:
            attachments.append(path)
    return Sources(tuple(files), tuple(attachments))


def read_file(path: str, content: bytes, problems: ProblemList) -> SourceFile:
    """Take one file apart. One that is not text is empty, so that links to it are not mistakes of their own."""
    if len(content) > HUGE:
        return _unread(path)
    try:
        # Files laid together have a mark of byte order in their middle; it is no letter of anybody's.
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
    facts = check_quotes(path, lines, handler.facts, problems)
    check_title(path, lines, handler.front, title_line, problems)
    return SourceFile(path, lines, facts, title, title_line, opening, sections, places)


def _unread(path: str) -> SourceFile:
    return SourceFile(path, (), (), path, 0, Text(), (), NOWHERE)


def _walk(folder: Path, problems: ProblemList) -> list[tuple[str, Path]]:
    """Relative path and place of every file, sorted by path; links that lead out are problems."""
    found: dict[str, Path] = {}
    root = folder.resolve()
    for parent, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not _IGNORED.match(name))
        for name in sorted(folders + names):
            place = Path(parent, name)
            written = place.relative_to(folder).as_posix()
            path = unicodedata.normalize("NFC", written)
            if place.is_symlink():
                outside = not place.resolve().is_relative_to(root)
                problems.add("symlink-outside" if outside else "symlink", path)
                if name in folders:
                    folders.remove(name)
            elif not _IGNORED.match(name) and not check_name(path, is_folder=name in folders, problems=problems):
                if name in folders:
                    folders.remove(name)
            elif name in names and not _IGNORED.match(name):
                if path in found:
                    # The same letters, composed in one name and decomposed in the other.
                    problems.add("twin-names", path, first=ascii(found[path].name)[1:-1], second=ascii(name)[1:-1])
                else:
                    found[path] = place
    return sorted(found.items())
