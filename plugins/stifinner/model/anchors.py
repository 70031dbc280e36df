"""The places on a page that a link with «#» may lead to: the headings of its file, and parts of the page.

A heading of an editor's own has its words as id, unless the page needs that id itself. Ids that nobody is to link to
contain «_», which the id of no heading does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..language.phrases import Phrases, texts_of
from ..language.slugs import slugify, unique
from ..markdown.text import words_of
from ..markdown.tokens import Token
from ..source.source_file import SourceFile

_SHOWN_AS = {"focus_areas": "focus", "inspirations": "inspiration", "supports": "support", "lasting_duties": "duties"}
"""Attribute of a fixed heading → the part of the page that it stands in (a key of the catalogue's ``anchors``)."""
_HIDDEN = {"editors_note", "facilitator"}
"""Attributes of headings that no page shows."""
_MAIN = "main"
"""Id of the part of every page that keyboards can skip to."""


@dataclass(frozen=True)
class Anchors:
    """The places on the page of a file."""

    ids: Mapping[int, str] = field(default_factory=dict)
    """Line of a heading → its id on the page; empty: the page's top."""
    known: Mapping[str, str] = field(default_factory=dict)
    """What a link may say after «#», as ``slugify`` gives it → the id on the page."""


def read_anchors(
    source: SourceFile,
    kind: str,
    fixed: Mapping[int, str],
    places: Sequence[str],
    shown_at: Mapping[str, str],
    phrases: Phrases,
) -> Anchors:
    """Give each heading an id, which is set in its token too (``meta["id"]``).

    ``fixed``: line of each fixed heading → its attribute; ``places``, ``shown_at``: as the kind declares them.
    """
    anchors, headings = texts_of(phrases["words"]["anchors"]), phrases["headings"][kind]
    taken = {_MAIN, *anchors.values(), *map(slugify, headings.values())}
    ids: dict[int, str] = {source.title_line: ""}
    written: list[tuple[str, str]] = [(slugify(source.title), "")]
    for line, title, token in _headings(source):
        attribute = fixed.get(line)
        if attribute in _HIDDEN:
            continue
        if attribute:
            id = _place_of(shown_at.get(attribute, attribute), anchors, headings)
        else:
            id = unique(slugify(title) or phrases["words"]["section"], taken)
            taken.add(id)
        if token:
            token.meta["id"] = id
        ids[line] = id
        written.append((slugify(title), id))
    ours = [anchors[name] for name in places]
    return Anchors(ids, dict(_ways(written, ours)))


def _ways(written: Sequence[tuple[str, str]], ours: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pair each way to name a place with its id; where two ways are equal, the last pair counts."""
    yield from ((id, id) for id in ours)
    counts: dict[str, int] = {}
    for slug, id in written:
        number = counts[slug] = counts.get(slug, -1) + 1
        if number:
            # GitHub numbers headings of the same name in this way.
            yield f"{slug}-{number}", id
    yield from ((id, id) for _, id in written if id)
    yield from ((slug, id) for slug, id in reversed(written) if slug)


def _place_of(attribute: str, anchors: Mapping[str, str], headings: Mapping[str, str]) -> str:
    """Find the id of what stands under a fixed heading."""
    return anchors.get(_SHOWN_AS.get(attribute, attribute)) or slugify(headings[attribute])


def _headings(source: SourceFile) -> Iterator[tuple[int, str, Token | None]]:
    """Give line and words of each heading below the title, and its token where it stands in a text."""
    yield from _inner_headings(source.opening.tokens)
    for section in source.sections:
        yield section.line, section.title, None
        yield from _inner_headings(section.text.tokens)


def _inner_headings(tokens: Sequence[Token]) -> Iterator[tuple[int, str, Token]]:
    """Give line, words and token of each heading among tokens."""
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            yield (token.map or [0])[0] + 1, words_of(tokens[index + 1].children or ()), token
