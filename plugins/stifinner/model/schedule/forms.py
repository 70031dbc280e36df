"""The words that may stand in place of a date: «velg én», «alle», «sammen med», «ikke i dette kullet»."""

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

    def _lists(self) -> tuple[tuple[ScheduleForm, list[str]], ...]:
        words = self._words
        return (
            ("choice", words["choice"]),
            ("parts", words["parts"]),
            ("shared", words["shared"]),
            ("absent", words["absent"]),
        )


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Make a pattern of a form's words. A single word such as «alle» may begin something else, so it ends the line."""
    following = r"$|[,.;:(\s]" if " " in words[0] else "$|[,.;:(]"
    return re.compile(rf"(?:{one_of(words)})(?={following})", re.IGNORECASE)
