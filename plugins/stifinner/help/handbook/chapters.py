"""Read the handbook's chapters: Markdown in which a paragraph that begins with ``@`` asks for something made.

``@facts gathering`` asks for the table of a kind's facts. Lines below it, up to the next empty line, belong to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

FIRST = "index"
"""Name of the first chapter. It links to all others; they stand in the order of its links."""
_CHAPTER = re.compile(r"\]\(([a-z-]+)\.md\)")


@dataclass(frozen=True)
class Part:
    """A stretch of a chapter: prose, or a request for something made."""

    asks_for: str
    """The word after ``@``: what is to be made; empty for prose."""
    about: str
    """What follows that word on its line, such as the name of a kind."""
    text: str
    """The prose, or the lines below the first one of a request."""


@dataclass(frozen=True)
class Chapter:
    """One page of the handbook."""

    name: str
    title: str
    lede: str
    parts: tuple[Part, ...]


@cache
def read_chapters(language: str) -> tuple[Chapter, ...]:
    """Read the chapters in a language, in the order in which the first one links to them; none if there are none."""
    folder = _folder(language)
    if not folder.is_dir():
        return ()
    first = (folder / f"{FIRST}.md").read_text(encoding="utf-8")
    names = [FIRST, *dict.fromkeys(_CHAPTER.findall(first))]
    return tuple(_parse_chapter(name, (folder / f"{name}.md").read_text(encoding="utf-8")) for name in names)


@cache
def read_example(language: str, path: str) -> str:
    """Read a file of the handbook's example. ``path``: relative to its content folder."""
    return _folder(language).joinpath("example", *path.split("/")).read_text(encoding="utf-8")


def _folder(language: str) -> Traversable:
    return files(__package__) / language


def _parse_chapter(name: str, text: str) -> Chapter:
    title, lede, *rest = text.strip().split("\n\n")
    return Chapter(name, title.removeprefix("# "), lede, tuple(_parse_parts(rest)))


def _parse_parts(paragraphs: list[str]) -> Iterator[Part]:
    """Take a chapter's paragraphs apart: those in a row that ask for nothing are one part."""
    prose: list[str] = []
    for paragraph in paragraphs:
        if not paragraph.startswith("@"):
            prose.append(paragraph)
            continue
        if prose:
            yield Part("", "", "\n\n".join(prose))
            prose = []
        asked, _, lines = paragraph.partition("\n")
        word, _, about = asked[1:].partition(" ")
        yield Part(word, about, lines)
    if prose:
        yield Part("", "", "\n\n".join(prose))
