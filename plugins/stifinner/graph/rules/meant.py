"""What a reference to nothing was meant for: a file by its name, by its title, or several without a comma."""

import difflib
import re
from collections.abc import Mapping

from ...model.references import slug_of

_ALIKE = 0.6
"""So much of two names must be the same."""
_SURELY = 0.8
"""So much, where a text is taken apart: each part must be nearly right."""
_JOINED = re.compile(r"\s+(?:og|and)\s+|[;|&+,]")
_JOINED_OR_APART = re.compile(rf"{_JOINED.pattern}|\s+")


def meant_id(written: str, choices: Mapping[str, str], alike: float = _ALIKE) -> str:
    """The id that was meant, or empty. ``choices``: id → title; whoever writes a title means its file."""
    if same := _same(written, choices):
        return same
    names = _names(choices)
    for text in (" ".join(written.casefold().split()), slug_of(written)):
        if near := difflib.get_close_matches(text, names, n=1, cutoff=alike):
            return names[near[0]]
    return ""


def meant_ids(written: str, choices: Mapping[str, str], *, several: bool) -> str:
    """The line that was meant by a text that is no name of a file: «leder, mentor» by «leder og mentor»."""
    if same := _same(written, choices):
        return same
    if not several:
        first = written.split(",")[0]
        return meant_id(written, choices) or meant_id(first, choices) or slug_of(first)
    parts = (_meant_part(part.strip(), choices) for part in written.split(","))
    return ", ".join(part for part in parts if part)


def _names(choices: Mapping[str, str]) -> dict[str, str]:
    """Every name that things go by, in small letters → id; file names come before titles."""
    return {title.casefold(): id for id, title in choices.items()} | {id: id for id in choices}


def _same(written: str, choices: Mapping[str, str]) -> str:
    """The id whose name or title is the same but for capitals, spaces, signs, folder or ending."""
    slug, text = slug_of(written), re.sub(r"\W", "", written.casefold())
    if slug in choices:
        return slug
    return next((id for name, id in _names(choices).items() if text and re.sub(r"\W", "", name) == text), "")


def _meant_part(part: str, choices: Mapping[str, str]) -> str:
    """What stands between two commas: one thing, or several."""
    if same := _same(part, choices):
        return same
    pieces = (_JOINED_OR_APART if part.islower() and "/" not in part else _JOINED).split(part)
    pieces = [piece for piece in pieces if piece]
    for find in (_same, lambda piece, known: meant_id(piece, known, _SURELY)):
        found = [find(piece, choices) for piece in pieces]
        if len(pieces) > 1 and all(found):
            return ", ".join(found)
    return meant_id(part, choices) or ", ".join(slug for piece in pieces if (slug := slug_of(piece)))
