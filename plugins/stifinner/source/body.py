"""The body of a file, taken apart: its title, what stands before the first section, and the sections."""

import unicodedata
from itertools import pairwise
from typing import NamedTuple

from ..markdown.lines import line_text
from ..markdown.parser import Parsed
from ..markdown.places import Places, Stretch
from ..markdown.text import RawSection, Text, split_sections, text_of, words_of
from ..markdown.tokens import Token
from ..problems.problem import ProblemList


class Body(NamedTuple):
    """The body of a file, below the facts."""

    title: str
    """Empty where there is none."""
    title_line: int
    """0 where there is no title."""
    opening: Text
    """What stands between the title and the first section."""
    sections: tuple[RawSection, ...]


def read_body(parsed: Parsed) -> Body:
    """Take the body apart at its title (``#``) and at the headings of its sections (``##``).

    More titles than one are kept as lines of the opening; ``check_headings`` tells them.
    """
    whole, sections = split_sections(text_of(parsed.tokens), 2)
    above, titles = split_sections(whole, 1)
    if not titles:
        # The title may stand below a section, which ``check_title`` tells; what follows it belongs to that section.
        late = next((title for section in sections for title in split_sections(section.text, 1)[1]), None)
        return Body(late.title if late else "", late.line if late else 0, above, sections)
    title = titles[0]
    others = [token for other in titles[1:] for token in (*_as_line(other), *other.text.tokens)]
    return Body(title.title, title.line, text_of((*title.text.tokens, *others)), sections)


def _as_line(heading: RawSection) -> tuple[Token, ...]:
    """Make a paragraph of a heading's words."""
    return line_text(heading.inline, heading.line).tokens


def check_headings(
    path: str, lines: tuple[str, ...], title_line: int, parsed: Parsed, places: Places, problems: ProblemList
) -> None:
    """Add a problem for each heading that is more or less than its author meant.

    A heading is empty, underlined, a second title, or it lacks the space behind its signs.
    """
    for heading, text in pairwise(parsed.tokens):
        if heading.type == "heading_open" and not _says_something(text):
            number = (heading.map or [0])[0] + 1
            problems.add("empty-heading", path, number, 1, excerpt=lines[number - 1], signs=heading.markup)
    for stretch in places.stretches:
        if stretch.kind != "heading_open":
            _check_spaces(path, lines, stretch, problems)
            continue
        excerpt = lines[stretch.first - 1]
        if stretch.markup in {"-", "="}:
            underline = stretch.first + stretch.text.count("\n") + 1
            problems.add("underlined-heading", path, underline, 1, excerpt=lines[underline - 2])
        elif stretch.markup == "#" and stretch.first != title_line:
            problems.add("second-title", path, stretch.first, 1, excerpt=excerpt, title=stretch.text.strip(" *_"))


def _says_something(text: Token) -> bool:
    """Tell whether a line has a character that can be seen."""
    return any(unicodedata.category(character)[0] not in "CZ" for character in words_of(text.children or ()))


def _check_spaces(path: str, lines: tuple[str, ...], stretch: Stretch, problems: ProblemList) -> None:
    """Add a problem for each line that would be a heading with a space behind its number signs.

    Only at the margin: in a list «#metoo» is a word.
    """
    for number, (line, begin) in enumerate(zip(stretch.text.split("\n"), stretch.begins, strict=True), stretch.first):
        if begin:
            continue
        name = line.lstrip("#")
        signs = line[: len(line) - len(name)]
        if 0 < len(signs) <= 6 and name[:1].strip():
            excerpt = lines[number - 1]
            right = f"{signs} {excerpt[len(signs) :]}"
            problems.add("heading-without-space", path, number, 1, excerpt=excerpt, signs=signs, right=right)
