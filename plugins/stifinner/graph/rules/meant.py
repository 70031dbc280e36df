"""What an editor probably meant by a reference to nothing: a file's title, a misspelt name, or several at once."""

import difflib
import re
from collections.abc import Mapping

from ...model.references import slug_of

_ALIKE = 0.6
"""Ratio (0–1) from which two names count as alike."""
_SURELY = 0.8
"""The ratio where a text is taken apart: each part must be nearly right."""
_JOINED = re.compile(r"\s+(?:og|and)\s+|[;|&+,]")
"""What stands between two references that were written without a comma."""
_JOINED_OR_APART = re.compile(rf"{_JOINED.pattern}|\s+")
"""The same, or only a space."""


def meant_id(written: str, choices: Mapping[str, str], alike: float = _ALIKE) -> str:
    """Find the id that was meant by a text, or empty.

    ``choices``: id → title; who writes a title means its file. ``alike``: ratio from which names count as alike.
    """
    if same := _same(written, choices):
        return same
    names = _names(choices)
    for text in (" ".join(written.casefold().split()), slug_of(written)):
        if near := difflib.get_close_matches(text, names, n=1, cutoff=alike):
            return names[near[0]]
    return ""


def meant_ids(written: str, choices: Mapping[str, str], *, several: bool) -> str:
    """Give the value that was meant by a text that is no id: «leder, mentor» for «leder og mentor».

    ``several``: whether the fact may hold more than one id.
    """
    if same := _same(written, choices):
        return same
    if not several:
        first = written.split(",")[0]
        return meant_id(written, choices) or meant_id(first, choices) or slug_of(first)
    parts = (_meant_part(part.strip(), choices) for part in written.split(","))
    return ", ".join(part for part in parts if part)


def _names(choices: Mapping[str, str]) -> dict[str, str]:
    """Give every name that may be written, in small letters → id. Where a title is another file's id, the id wins."""
    return {title.casefold(): id for id, title in choices.items()} | {id: id for id in choices}


def _same(written: str, choices: Mapping[str, str]) -> str:
    """Find the id whose name or title differs only in capitals, spaces, signs, folder or ending; else empty."""
    slug, text = slug_of(written), re.sub(r"\W", "", written.casefold())
    if slug in choices:
        return slug
    return next((id for name, id in _names(choices).items() if text and re.sub(r"\W", "", name) == text), "")


def _meant_part(part: str, choices: Mapping[str, str]) -> str:
    """Give the ids, with commas, that were meant by what stands between two commas: one, or several."""
    if same := _same(part, choices):
        return same
    pieces = (_JOINED_OR_APART if part.islower() and "/" not in part else _JOINED).split(part)
    pieces = [piece for piece in pieces if piece]
    for find in (_same, lambda piece, known: meant_id(piece, known, _SURELY)):
        ids = [find(piece, choices) for piece in pieces]
        if len(pieces) > 1 and all(ids):
            return ", ".join(ids)
    return meant_id(part, choices) or ", ".join(slug for piece in pieces if (slug := slug_of(piece)))
