"""Sorts the sections of a file by their fixed headings, and tells of headings that are nearly right."""

import difflib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from ..language.phrases import Phrases
from ..markdown.lines import line_text
from ..markdown.text import RawSection, text_of
from ..markdown.tokens import Token
from ..problems.problem import ProblemList
from ..source.source_file import SourceFile
from .item import FreeSection

_ATTRIBUTE_THAT_GOES_ON = "work_between"
"""The one attribute whose heading may go on after its word: «Mellomarbeid til 8. februar»."""


_ALIKE = 0.8
"""Ratio from which a heading is nearly a fixed one: «Dato» is nearly «Datoer»."""


@dataclass(frozen=True)
class Sections:
    """The sections of a file, sorted by their headings."""

    known: dict[str, Any]
    """Attribute → the sections under its fixed heading, as the kind's class reads them."""
    free: tuple[FreeSection, ...]
    """Sections under headings of the editor's own."""
    fixed: dict[int, str]
    """Line of each fixed heading → its attribute."""


def read_sections(source: SourceFile, kind: str, phrases: Phrases, problems: ProblemList) -> Sections:
    """Sort the sections of a file by their headings; headings that are nearly right or come twice become problems."""
    headings = {word.lower(): attribute for attribute, word in phrases["headings"].get(kind, {}).items()}
    known: dict[str, list[RawSection]] = {}
    free: list[FreeSection] = []
    at: dict[int, str] = {}
    follows = ""
    lost = _find_lost_headings(source, headings)
    for number, known_as in lost.items():
        details = {"excerpt": source.excerpt(number), "right": phrases["headings"][kind][known_as]}
        problems.add("lost-heading", source.path, number, 1, **details)
    for section in (part for whole in source.sections for part in _cut(whole, lost)):
        attribute = _heading(section.title.lower(), headings)
        if attribute is not None:
            at[section.line] = attribute
        if attribute is None:
            right = _near(section.title, headings, phrases["headings"][kind])
            if right:
                excerpt = source.excerpt(section.line)
                details = {"title": section.title, "right": right}
                problems.add("near-heading", source.path, section.line, 4, excerpt=excerpt, **details)
            free.append(FreeSection(section.title, section.text, line_text(section.inline, section.line), follows))
        elif attribute in known:
            first = known[attribute][0].line
            excerpt = source.excerpt(section.line)
            problems.add(
                "duplicate-heading", source.path, section.line, 1, excerpt=excerpt, title=section.title, first=first
            )
        else:
            known[attribute] = [section]
        follows = follows if attribute in {None, "editors_note"} else str(attribute)
    values: dict[str, Any] = {attribute: section for attribute, section in known.items() if section[0].text}
    note = values.pop("editors_note", None)
    if note:
        values["editors_note"] = note[0].text
    return Sections(values, tuple(free), at)


def _heading(title: str, headings: dict[str, str]) -> str | None:
    """Find the attribute of a heading in small letters; None for one of the editor's own."""
    if title in headings:
        return headings[title]
    return next((a for word, a in headings.items() if a == _ATTRIBUTE_THAT_GOES_ON and _goes_on(title, word)), None)


def _goes_on(title: str, word: str) -> bool:
    """Tell whether a heading begins with a word and goes on behind it: «Mellomarbeid til …», «Mellomarbeid: …»."""
    return title.startswith(word) and title[len(word) :][:1] in {*" :,;(–—"}


def _near(title: str, headings: dict[str, str], words: dict[str, str]) -> str:
    """Suggest the fixed heading that was meant by one that is nearly it; empty where none was."""
    written = title.lower().strip(" :.")
    if written in headings:
        return words[headings[written]]
    near = difflib.get_close_matches(written, headings, n=1, cutoff=_ALIKE)
    if near:
        return words[headings[near[0]]]
    word = words.get(_ATTRIBUTE_THAT_GOES_ON, "")
    begin, _, rest = title.partition(" ")
    if word and rest and difflib.get_close_matches(begin.lower(), [word.lower()], n=1, cutoff=_ALIKE):
        return f"{word} {rest}"
    return ""


def _find_lost_headings(source: SourceFile, headings: dict[str, str]) -> dict[int, str]:
    """Find fixed headings that stand a level too deep or as text of their own: line → attribute."""
    found = {}
    for stretch in source.places.stretches:
        deeper = stretch.kind == "heading_open" and len(stretch.markup) > 2
        alone = stretch.kind == "paragraph_open" and stretch.begins == (0,) and not stretch.text.startswith("#")
        attribute = headings.get(stretch.text.strip(" *_:#").lower()) if deeper or alone else None
        if attribute:
            found[stretch.first] = attribute
    return found


def _cut(section: RawSection, lost: Collection[int]) -> Iterator[RawSection]:
    """Cut a section at the lost headings in it, so that what stands under each becomes a section."""
    title, line = section.title, section.line
    tokens: list[Token] = []
    for block in section.text.blocks if lost else ():
        if block.line in lost:
            yield RawSection(title, line, text_of(tokens))
            title, line, tokens = text_of(block.tokens).plain.strip(" *_:#"), block.line, []
        else:
            tokens.extend(block.tokens)
    yield RawSection(title, line, text_of(tokens), section.inline) if lost else section
