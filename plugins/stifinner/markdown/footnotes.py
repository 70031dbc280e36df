"""Footnotes: taken out from between the blocks, and laid into what refers to them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .parser import Token

_DEEPEST = 5
"""Footnotes that refer to each other; the next stays text, and is told as one that nothing refers to."""


class Footnote(NamedTuple):
    """A footnote."""

    lines: range
    tokens: tuple["Token", ...]


def take_footnotes(tokens: Sequence["Token"]) -> tuple[list["Token"], dict[str, Footnote]]:
    """Blocks without the footnotes between them, and the footnotes by name."""
    names = [token.meta["label"] for token in tokens if token.type == "footnote_reference_open"]
    rest: list[Token] = []
    notes: dict[str, Footnote] = {}
    into: list[Token] | None = None
    place = range(0)
    for token in tokens:
        if token.type == "footnote_reference_open":
            place, into = lines_of(token.map or (0, 0)), []
        elif token.type == "footnote_reference_close" and into is not None:
            notes.setdefault(names.pop(0), Footnote(place, tuple(into)))
            into = None
        else:
            (rest if into is None else into).append(token)
    return rest, notes


def refer_to_footnotes(tokens: Iterable["Token"], notes: Mapping[str, tuple["Token", ...]]) -> set[str]:
    """Lay each footnote into what refers to it; gives the names of those that are. One inside itself stays text."""
    laid: set[str] = set()
    _refer(tokens, notes, (), laid)
    return laid


def _refer(
    tokens: Iterable["Token"], notes: Mapping[str, tuple["Token", ...]], above: tuple[str, ...], laid: set[str]
) -> None:
    for token in tokens:
        if token.type == "footnote_ref" and "note" not in token.meta:
            name = token.meta["label"]
            if name in above or (len(above) == _DEEPEST and name not in laid):
                token.type, token.content = "text", f"[^{name}]"
                continue
            if name not in laid:
                laid.add(name)
                _refer(notes[name], notes, (*above, name), laid)
            token.meta = {"name": name, "note": notes[name]}
        _refer(token.children or (), notes, above, laid)


def lines_of(place: Sequence[int]) -> range:
    """The lines of a file, from 1, that a token stands on (``Token.map``)."""
    return range(place[0] + 1, place[1] + 1)
