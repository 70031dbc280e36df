"""What an editor probably meant by a reference to nothing: a file's title, a misspelt name, or several at once."""

import difflib
import re
from collections.abc import Mapping

from ...model.references import slug_of

_ALIKE = 0.6
"""Ratio (0–1) from which two names count as alike."""
_NEARLY_RIGHT = 0.8
"""Ratio for each piece where a text is taken apart; higher, since short pieces are soon like some name or other."""
_JOINED = re.compile(r"\s+(?:og|and)\s+|[;|&+,]")
"""What stands between two references that were written without a comma."""
_JOINED_OR_SPACED = re.compile(rf"{_JOINED.pattern}|\s+")
"""The same, or only a space."""


def meant_id(written: str, choices: Mapping[str, str], alike: float = _ALIKE) -> str:
    """Find the id that was meant by a text, or empty.

    ``choices``: id → title; who writes a title means its file. ``alike``: ratio from which names count as alike.
    """
    if same := _same(written, choices):
        return same
    names = _names(choices)
    # First as it was written, which may be nearly a title; then as an id, which may be nearly another id.
    for text in (" ".join(written.casefold().split()), slug_of(written)):
        if near := difflib.get_close_matches(text, names, n=1, cutoff=alike):
            return names[near[0]]
    return ""


def meant_ids(written: str, choices: Mapping[str, str], *, several: bool) -> str:
    """Give the value that was meant by a text that is no id: «leder, mentor» for «leder og mentor».

    What is like no id and no title is spelt as an id all the same, so that at least its form is right. ``several``:
    whether the fact may hold more than one id.
    """
    if same := _same(written, choices):
        return same
    if not several:
        # The comma may belong to a title; else the first of several ids is as good a guess as any.
        first = written.split(",")[0]
        return meant_id(written, choices) or meant_id(first, choices) or slug_of(first)
    parts = (_meant_between_commas(part.strip(), choices) for part in written.split(","))
    return ", ".join(part for part in parts if part)


def _names(choices: Mapping[str, str]) -> dict[str, str]:
    """Map titles and ids, all in small letters, to ids. Where a title is another file's id, the id wins."""
    return {title.casefold(): id for id, title in choices.items()} | {id: id for id in choices}


def _same(written: str, choices: Mapping[str, str]) -> str:
    """Find the id whose name or title differs only in capitals, spaces, signs, folder or ending; else empty."""
    slug = slug_of(written)
    if slug in choices:
        return slug
    letters = re.sub(r"\W", "", written.casefold())
    if not letters:
        return ""
    return next((id for name, id in _names(choices).items() if re.sub(r"\W", "", name) == letters), "")


def _meant_between_commas(part: str, choices: Mapping[str, str]) -> str:
    """Give the ids that were meant by what stands between two commas, with commas where it is more than one."""
    if same := _same(part, choices):
        return same
    # Two ids may have only a space between them («leder mentor»); in a title or a path, a space parts nothing.
    separator = _JOINED_OR_SPACED if part.islower() and "/" not in part else _JOINED
    pieces = [piece for piece in separator.split(part) if piece]
    # Every piece must be a reference, exactly or nearly; otherwise the whole may be one misspelt title with «og» in it.
    for find in (_same, lambda piece, known: meant_id(piece, known, _NEARLY_RIGHT)):
        ids = [find(piece, choices) for piece in pieces]
        if len(pieces) > 1 and all(ids):
            return ", ".join(ids)
    return meant_id(part, choices) or ", ".join(slug for piece in pieces if (slug := slug_of(piece)))
