"""The words that may stand in place of a date: «velg én», «alle», «sammen med», «ikke i dette kullet»; and those that
may not, though one would say them: «flyttet til», «delt i to»."""

import re
from typing import NamedTuple

from ...dates.words import one_of
from ...language.phrases import Phrases
from .entries import ScheduleForm


class Said(NamedTuple):
    """A form that a line begins with."""

    form: ScheduleForm
    word: str
    """The words that say it, as they are usually written."""
    rest: str
    """What follows them."""


class FormReader:
    """Finds the form that a line begins with, in the words of one language."""

    def __init__(self, phrases: Phrases) -> None:
        self._words = phrases["values"]["schedule"]
        self._patterns = {form: _pattern(words) for form, words in self._lists()}

    @property
    def usual(self) -> tuple[str, ...]:
        """The words as they are usually written."""
        return tuple(words[0] for _, words in self._lists())

    def find(self, line: str) -> Said | None:
        """Find the form; None for a line that begins with anything else."""
        for form, words in self._lists():
            if found := self._patterns[form].match(line):
                return Said(form, words[0], line[found.end() :].strip(" .:;,"))
        return None

    def change(self, line: str) -> str:
        """Give the words that tell what became of a date, where a line begins with them; empty for any other line."""
        return _beginning([*self._words["changed"], *self._words["new_day"]], line)

    def new_day(self, line: str) -> str:
        """Give the words before the day to which something was moved, where a line begins with them; or empty."""
        return _beginning(self._words["new_day"], line)

    def meant(self, line: str) -> str:
        """Give the form that is meant by «delt i to»; empty for any other line."""
        return self._words["parts"][0] if _beginning(self._words["split"], line) else ""

    def _lists(self) -> tuple[tuple[ScheduleForm, list[str]], ...]:
        words = self._words
        return (
            ("choice", words["choice"]),
            ("parts", words["parts"]),
            ("shared", words["shared"]),
            ("absent", words["absent"]),
        )


def _beginning(words: list[str], line: str) -> str:
    found = re.match(rf"[(\s]*({one_of(words)})(?!\w)", line, re.IGNORECASE)
    return found[1] if found else ""


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Make a pattern of a form's words. A single word such as «alle» may begin something else, so it ends the line."""
    following = r"$|[,.;:(\s]" if " " in words[0] else "$|[,.;:(]"
    return re.compile(rf"(?:{one_of(words)})(?={following})", re.IGNORECASE)
