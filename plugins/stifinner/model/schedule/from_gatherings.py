"""Reads the section «Fra samlingene» of a cohort: what it keeps from each gathering."""

import difflib
from collections.abc import Sequence
from dataclasses import replace

from pydantic import ValidationInfo

from ...language.misread import Misread
from ...language.slugs import slugify
from ...markdown.lines import line_text
from ...markdown.text import NO_TEXT, RawSection, Text, split_sections
from ..agenda.points import AgendaDay, read_days
from ..item import ItemList, Reference, read_reference
from ..presentations import read_presentations
from ..values import Reading, _reading
from .entries import FromGathering
from .told import Told

_GATHERING, _PART, _DAY = 3, 4, 5
"""Levels of the headings: ``### [Samling 1](…)``, ``#### Dagsplan``, ``##### Dag 1``."""


def read_from_gatherings(value: Sequence[RawSection], info: ValidationInfo) -> tuple[FromGathering, ...]:
    """Read what a cohort keeps from gatherings. Raises a Misread with all that could not be read in it."""
    reader = _Reader(value[0].title, _reading(info))
    before, parts = split_sections(value[0].text, _GATHERING)
    reader.tell_stray(before)
    found = tuple(reader.gathering(part) for part in parts)
    reader.told.raise_all()
    return found


class _Reader:
    """Reads the part of each gathering, and notes in ``told`` what could not be read."""

    def __init__(self, title: str, reading: Reading) -> None:
        self._reading = reading
        self._headings = reading.phrases["subheadings"]["from_gatherings"]
        headings = ", ".join(f"{'#' * _PART} {word}" for word in self._headings.values())
        self.told = Told("text-between-headings", title=title, headings=headings)
        self._attributes = {word.lower(): attribute for attribute, word in self._headings.items()}
        self._first: dict[str, int] = {}
        """Target of a gathering's link → line of its heading."""

    def tell_stray(self, text: Text) -> None:
        """Note what stands where nothing is shown."""
        for block in text.blocks:
            self.told.add_stray(block)

    def gathering(self, part: RawSection) -> FromGathering:
        """Read what is kept from one gathering."""
        reference = self._reference(part)
        before, below = split_sections(part.text, _PART)
        self.tell_stray(before)
        sections: dict[str, RawSection] = {}
        for section in below:
            attribute = self._attributes.get(section.title.lower(), "")
            if not attribute:
                self._tell_unknown(section)
            elif attribute in sections:
                self._tell_twice(section.title, section.line, sections[attribute].line)
            else:
                sections[attribute] = section
        return FromGathering(
            reference,
            self._presentations(sections.get("presentations")),
            sections["summary"].text if "summary" in sections else NO_TEXT,
            self._agenda(sections.get("agenda")),
            part.line,
        )

    def _reference(self, part: RawSection) -> Reference:
        """Read the heading, which is a link to the gathering and nothing else."""
        reference = read_reference(line_text(part.inline, part.line), self._reading.phrases)
        if not reference.target or reference.before or reference.after:
            folder = self._reading.phrases["folders"]["gathering"]
            target = reference.target or f"../{folder}/{slugify(reference.name)}.md"
            right = f"{'#' * _GATHERING} [{reference.name}]({target})"
            self.told.add("heading-not-a-link", part.line, part.title, right=right)
        elif reference.target in self._first:
            self._tell_twice(reference.name, part.line, self._first[reference.target])
        self._first.setdefault(reference.target, part.line)
        return replace(reference, before="", after="")

    def _presentations(self, section: RawSection | None) -> ItemList[Reference]:
        """Read the list of what was shown."""
        if section is None:
            return ItemList()
        try:
            return read_presentations(section, self._reading)
        except Misread as misread:
            self._keep(misread)
            return ItemList()

    def _agenda(self, section: RawSection | None) -> tuple[AgendaDay, ...]:
        """Read the day plan."""
        if section is None:
            return ()
        try:
            return read_days(section, self._reading, _DAY)
        except Misread as misread:
            self._keep(misread)
            return ()

    def _keep(self, misread: Misread) -> None:
        """Note all that could not be read in a section, which knows its lines."""
        for one in (misread, *misread.others):
            self.told.keep(one, one.line, one.written)

    def _tell_unknown(self, section: RawSection) -> None:
        """Note a heading that is none of the fixed ones."""
        near = difflib.get_close_matches(section.title.lower(), self._attributes, n=1, cutoff=0.7)
        meant = self._headings[self._attributes[near[0]]] if near else ""
        details = {"value": section.title, "meant": meant, "choices": list(self._headings.values())}
        self.told.add("unknown-subheading", section.line, section.title, **details)

    def _tell_twice(self, title: str, line: int, first: int) -> None:
        self.told.add("duplicate-heading", line, title, title=title, first=first)
