"""One source file, taken apart: facts on top, a title, sections under headings."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Fact:
    """One line ``key: value`` on top of a file."""

    key: str
    value: str
    line: int
    key_column: int
    value_column: int


@dataclass(frozen=True)
class Text:
    """A stretch of an editor's Markdown, with where it begins."""

    markdown: str
    line: int

    def __bool__(self) -> bool:
        return bool(self.markdown.strip())


@dataclass(frozen=True)
class RawSection:
    """A ``##`` heading with all that stands under it."""

    title: str
    line: int
    text: Text


@dataclass(frozen=True)
class WrittenLink:
    """A Markdown link or image as written."""

    text: str
    target: str
    line: int
    column: int
    image: bool


@dataclass(frozen=True)
class Comment:
    """What an editor says to the portal itself: ``<!-- stifinner: … -->``."""

    text: str
    line: int
    column: int
    alone: bool
    """Nothing else stands on its line."""
    written: str
    """The line as written."""


@dataclass(frozen=True)
class SourceFile:
    """One Markdown file of the content folder."""

    path: str
    """Relative to the content folder, forward slashes, NFC."""
    lines: tuple[str, ...]
    facts: tuple[Fact, ...]
    title: str
    """The first ``#`` heading, or empty."""
    title_line: int
    opening: Text
    """What stands between the title and the first section."""
    sections: tuple[RawSection, ...]
    links: tuple[WrittenLink, ...]
    """Links and images of the body."""
    comments: tuple[Comment, ...] = ()
    """Comments to the portal; ``lines`` have them no more."""

    def excerpt(self, line: int) -> str:
        """The line as written, or empty."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else ""
