"""Where a link may lead on a page: every heading of its file has a place there, and so have the parts of its kind.

A heading of an editor's own has its words as id; an id that the page needs itself is left to the page. Ids that nobody
is to link to contain «_», which no heading's id does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..language.phrases import Phrases, texts_of
from ..language.slugs import slugify, unique
from ..markdown.text import words_of
from ..markdown.tokens import Token
from ..source.source_file import SourceFile

_SHOWN_AS = {"focus_areas": "focus", "inspirations": "inspiration", "supports": "support", "lasting_duties": "duties"}
"""Attributes of fixed headings that stand at a place of another name (as in the catalogue's ``anchors``)."""
_HIDDEN = {"editors_note", "facilitator"}
_MAIN = "main"
"""The part of every page that keyboards skip to."""


@dataclass(frozen=True)
class Anchors:
    """The places of a file's page."""

    ids: Mapping[int, str] = field(default_factory=dict)
    """Line of a heading → id on the page; empty: the page's top."""
    known: Mapping[str, str] = field(default_factory=dict)
    """What a link may say after «#», as ``slugify`` gives it → id on the page."""


def read_anchors(
    source: SourceFile,
    kind: str,
    fixed: Mapping[int, str],
    places: Sequence[str],
    shown_at: Mapping[str, str],
    phrases: Phrases,
) -> Anchors:
    """Give each heading its id, also in the tokens of the text that it stands in.

    ``fixed``: lines of fixed headings → their attribute; ``places`` and ``shown_at``: as the kind declares them.
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
    """Each way to name a place; of equal ones the last counts."""
    yield from ((id, id) for id in ours)
    counts: dict[str, int] = {}
    for slug, id in written:
        number = counts[slug] = counts.get(slug, -1) + 1
        if number:
            # As GitHub tells headings of one name apart.
            yield f"{slug}-{number}", id
    yield from ((id, id) for _, id in written if id)
    yield from ((slug, id) for slug, id in reversed(written) if slug)


def _place_of(attribute: str, anchors: Mapping[str, str], headings: Mapping[str, str]) -> str:
    """Id of what stands under a fixed heading."""
    return anchors.get(_SHOWN_AS.get(attribute, attribute)) or slugify(headings[attribute])


def _headings(source: SourceFile) -> Iterator[tuple[int, str, Token | None]]:
    """Line and words of each heading below the title, and its token where it stands in a text."""
    yield from _inner_headings(source.opening.tokens)
    for section in source.sections:
        yield section.line, section.title, None
        yield from _inner_headings(section.text.tokens)


def _inner_headings(tokens: Sequence[Token]) -> Iterator[tuple[int, str, Token]]:
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            yield (token.map or [0])[0] + 1, words_of(tokens[index + 1].children or ()), token
