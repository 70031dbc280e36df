"""Why each problem matters, and an example of it, wrong and right: for whoever asks for an explanation."""

import re
from dataclasses import dataclass
from functools import cache

from ..language.phrases import Phrases, read_words
from ..language.phrases.guidance import ExampleEntry


@dataclass(frozen=True)
class Example:
    """A problem, wrong and right."""

    wrong_at: str
    """Path of the file with the mistake. Empty where no file can show it.

    ``wrong`` and ``right`` are then sentences.
    """
    wrong: str
    right_at: str
    """Path of the mended file, which may have another name."""
    right: str
    beside: dict[str, str]
    """Path → text of other files that must be there in both cases."""


@cache
def reasons() -> dict[str, str]:
    """Read the code of each problem → its reason, a key of the catalogue's ``reasons``."""
    by_reason: dict[str, list[str]] = read_words("reasons.yml")
    return {code: reason for reason, codes in by_reason.items() for code in codes}


def reason_of(code: str, phrases: Phrases) -> str:
    """Say why a problem matters, in a sentence or two."""
    return phrases["reasons"][reasons()[code]]


def in_general(text: str) -> str:
    """Show a message or hint of the catalogue without values: placeholders become «…», optional ones are left out."""
    without = re.sub(r"\{(?:suggestion|elsewhere|why)\}", "", text)
    return " ".join(re.sub(r"\{\w+\}", "…", without).split())


@cache
def load_examples(language: str) -> dict[str, Example]:
    """Read the code of each problem → its example."""
    entries = read_words("examples", f"{language}.yml")
    at: str = entries.pop("at")
    return {code: _example(entry, at) for code, entry in entries.items()}


def _example(entry: ExampleEntry, at: str) -> Example:
    """Make an example of an entry of the catalogue. ``at``: path of the file with the mistake, where none is given."""
    wrong_at = "" if entry.get("told") else entry.get("at", at)
    return Example(wrong_at, entry["wrong"], entry.get("right_at", wrong_at), entry["right"], entry.get("beside", {}))
