"""Sections by their fixed headings, and headings that are nearly right."""

import difflib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..phrases import Phrases
from ..problems import ProblemList
from ..source.body import mask_code
from ..source.source_file import RawSection, SourceFile, Text
from .item import FreeSection

_ATTRIBUTE_THAT_GOES_ON = "work_between"
"""Only its heading may go on after its word: «Mellomarbeid til 8. februar»."""


def read_sections(
    source: SourceFile, kind: str, phrases: Phrases, problems: ProblemList
) -> tuple[dict[str, Any], tuple[FreeSection, ...]]:
    """Attribute → section for the headings that are known, and the editor's own."""
    headings = {word.lower(): attribute for attribute, word in phrases["headings"].get(kind, {}).items()}
    known: dict[str, list[RawSection]] = {}
    free: list[FreeSection] = []
    lost = _find_lost_headings(source, headings)
    for number, known_as in lost.items():
        details = {"excerpt": source.excerpt(number), "right": phrases["headings"][kind][known_as]}
        problems.add("lost-heading", source.path, number, 1, **details)
    for section in (part for whole in source.sections for part in _cut(whole, lost)):
        attribute = _heading(section.title.lower(), headings)
        if attribute is None:
            right = _near(section.title, headings, phrases["headings"][kind])
            if right:
                excerpt = source.excerpt(section.line)
                details = {"title": section.title, "right": right}
                problems.add("near-heading", source.path, section.line, 4, excerpt=excerpt, **details)
            free.append(FreeSection(section.title, section.text))
        elif attribute in known:
            first = known[attribute][0].line
            excerpt = source.excerpt(section.line)
            problems.add(
                "duplicate-heading", source.path, section.line, 1, excerpt=excerpt, title=section.title, first=first
            )
        else:
            known[attribute] = [section]
    values: dict[str, Any] = {attribute: section for attribute, section in known.items() if section[0].text}
    note = values.pop("editors_note", None)
    if note:
        values["editors_note"] = note[0].text
    return values, tuple(free)


def _heading(title: str, headings: dict[str, str]) -> str | None:
    if title in headings:
        return headings[title]
    return next(
        (a for word, a in headings.items() if a == _ATTRIBUTE_THAT_GOES_ON and title.startswith(word + " ")), None
    )


def _near(title: str, headings: dict[str, str], words: dict[str, str]) -> str:
    """The heading that was meant, or empty."""
    written = title.lower().strip(" :.")
    if written in headings:
        return words[headings[written]]
    near = difflib.get_close_matches(written, headings, n=1, cutoff=0.82)
    if near:
        return words[headings[near[0]]]
    word = words.get(_ATTRIBUTE_THAT_GOES_ON, "")
    begin, _, rest = title.partition(" ")
    if word and rest and difflib.get_close_matches(begin.lower(), [word.lower()], n=1, cutoff=0.82):
        return f"{word} {rest}"
    return ""


def _find_lost_headings(source: SourceFile, headings: dict[str, str]) -> dict[int, str]:
    """Lines of fixed headings that stand a level too deep, or as text of their own → attribute."""
    lines = ("", *mask_code(source.lines), "")
    found = {}
    for number in range(source.title_line + 1, len(source.lines) + 1):
        line = lines[number]
        if not line or len(line) > 80:
            continue
        deeper = re.match(r"#{3,6}\s+(.*)$", line)
        alone = not lines[number - 1].strip() and not lines[number + 1].strip()
        text = deeper[1] if deeper else line if alone and not line.startswith("#") else ""
        attribute = headings.get(text.strip(" *_:#").lower())
        if attribute:
            found[number] = attribute
    return found


def _cut(section: RawSection, lost: Iterable[int]) -> Iterator[RawSection]:
    """The section up to the first lost heading in it, and what stands under each of them."""
    lines = section.text.markdown.split("\n")
    first = section.text.line
    heads = [number for number in lost if first <= number < first + len(lines)]
    title, line, begin = section.title, section.line, first
    for number in (*heads, first + len(lines)):
        text = "\n".join(lines[begin - first : number - first])
        blank = len(text) - len(text.lstrip("\n"))
        yield RawSection(title, line, Text(text.strip("\n"), begin + blank))
        if number in heads:
            title, line, begin = lines[number - first].strip(" *_:#"), number, number + 1
