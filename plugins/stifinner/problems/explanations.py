"""Why each problem matters, and what it looks like, wrong and right: said when somebody asks."""

import re
from dataclasses import dataclass
from functools import cache

from ..language.phrases import Phrases, read_words
from ..language.phrases.guidance import ExampleEntry


@dataclass(frozen=True)
class Example:
    """A problem, wrong and right."""

    wrong_at: str
    """The file with the mistake in it; empty where no file can show it, and ``wrong`` and ``right`` are sentences."""
    wrong: str
    right_at: str
    right: str
    beside: dict[str, str]
    """Path → text of files that must be there for both."""


@cache
def reasons() -> dict[str, str]:
    """Code of each problem → its reason, a key of the catalogue's ``reasons``."""
    by_reason: dict[str, list[str]] = read_words("reasons.yml")
    return {code: reason for reason, codes in by_reason.items() for code in codes}


def reason_of(code: str, phrases: Phrases) -> str:
    """Why a problem matters, in a sentence or two."""
    return phrases["reasons"][reasons()[code]]


def in_general(text: str) -> str:
    """A message before anybody has written anything: what would be filled in is left open."""
    without = re.sub(r"\{(?:suggestion|elsewhere|why)\}", "", text)
    return " ".join(re.sub(r"\{\w+\}", "…", without).split())


@cache
def load_examples(language: str) -> dict[str, Example]:
    """Code of each problem → its example."""
    entries = read_words("examples", f"{language}.yml")
    at: str = entries.pop("at")
    return {code: _example(entry, at) for code, entry in entries.items()}


def _example(entry: ExampleEntry, at: str) -> Example:
    wrong_at = "" if entry.get("told") else entry.get("at", at)
    return Example(wrong_at, entry["wrong"], entry.get("right_at", wrong_at), entry["right"], entry.get("beside", {}))
