"""Footnotes: taken from between the blocks, and put into the tokens that refer to them (``meta["note"]``).

So whoever shows a block has its footnotes too, and a footnote that nothing refers to is shown nowhere.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from .tokens import Token

_DEEPEST = 5
"""How many footnotes may refer to each other in a row: the first to the second, and so on.

The reference in the last of them stays text, and its footnote is told as unused if nothing else refers to it.
"""


class Footnote(NamedTuple):
    """A footnote's lines in the file, from 1, and its blocks."""

    lines: range
    tokens: tuple[Token, ...]


class _Begun(NamedTuple):
    """A footnote whose blocks are being collected."""

    name: str
    lines: range
    tokens: list[Token]


class Use(NamedTuple):
    """A reference to a footnote."""

    name: str
    """Name of the footnote that is referred to."""
    line: int
    """First line of the block that it stands in, from 1."""
    inside: str
    """Name of the footnote that the reference stands in, or empty."""


def shown_footnotes(uses: Iterable[Use], is_shown: Callable[[int], bool]) -> set[str]:
    """Find the names of footnotes that a shown line refers to, directly or through other footnotes.

    ``is_shown``: whether the line of that number is shown.
    """
    uses_inside: dict[str, list[Use]] = {}
    for use in uses:
        uses_inside.setdefault(use.inside, []).append(use)
    waiting = [use.name for use in uses_inside.get("", ()) if is_shown(use.line)]
    shown: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in shown:
            shown.add(name)
            waiting += [use.name for use in uses_inside.get(name, ())]
    return shown


def take_footnotes(tokens: Sequence[Token]) -> tuple[list[Token], dict[str, Footnote]]:
    """Split blocks into those that are no footnotes, and the footnotes by name.

    Of two footnotes with the same name, the first counts. One that is written inside another is no part of it.
    """
    rest: list[Token] = []
    footnotes: list[_Begun] = []
    begun: list[_Begun] = []
    for token in tokens:
        if token.type == "footnote_reference_open":
            begun.append(_Begun(token.meta["label"], lines_of(token.map or (0, 0)), []))
            footnotes.append(begun[-1])
        elif token.type == "footnote_reference_close":
            begun.pop()
        else:
            (begun[-1].tokens if begun else rest).append(token)
    notes: dict[str, Footnote] = {}
    for footnote in footnotes:
        notes.setdefault(footnote.name, Footnote(footnote.lines, tuple(footnote.tokens)))
    return rest, notes


def refer_to_footnotes(tokens: Iterable[Token], notes: Mapping[str, tuple[Token, ...]]) -> set[str]:
    """Put each footnote's tokens into the ``meta`` of the tokens that refer to it; give the names of those referred to.

    A reference of a footnote to itself, directly or through others, becomes text.
    """
    referred: set[str] = set()
    _refer(tokens, notes, (), referred)
    return referred


def _refer(
    tokens: Iterable[Token], notes: Mapping[str, tuple[Token, ...]], above: tuple[str, ...], referred: set[str]
) -> None:
    """Put footnotes into the tokens that refer to them, and add the names of these footnotes to ``referred``.

    ``above``: names of the footnotes that these tokens stand in, the outermost first. The references within a footnote
    are seen to once, where it is first referred to: every other reference gets the same tokens.
    """
    for token in tokens:
        if token.type == "footnote_ref" and "note" not in token.meta:
            name = token.meta["label"]
            if name in above or (len(above) == _DEEPEST and name not in referred):
                token.type, token.content = "text", f"[^{name}]"
                continue
            if name not in referred:
                referred.add(name)
                _refer(notes[name], notes, (*above, name), referred)
            token.meta = {"name": name, "note": notes[name]}
        _refer(token.children or (), notes, above, referred)


def lines_of(place: Sequence[int]) -> range:
    """Turn a token's ``map`` (lines from 0) into the lines of a file, from 1."""
    return range(place[0] + 1, place[1] + 1)
