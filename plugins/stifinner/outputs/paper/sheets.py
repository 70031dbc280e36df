"""Print papers and packs as PDFs; one that would be the same as before is taken from the cache."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from ...files.kept import Kept
from ...views.papers.packs import Pack
from ...views.papers.wheel import WheelPaper
from ...views.sheets.papers import SheetPaper
from .data import PaperComposer
from .press import (
    ENGINE,
    PaperDocument,
    Press,
    StuckError,
    font_files,
    template_files,
)
from .wheel import NO_SPRITE, draw_on_paper, draw_shape, read_sprite

Paper = SheetPaper | Pack | WheelPaper
"""What is printed as a PDF of its own."""


def print_papers(
    papers: Iterable[Paper],
    composer: PaperComposer,
    folders: Sequence[Path],
    cache: Path | None,
    on_stuck: Callable[[str], None] | None,
) -> Iterator[tuple[str, bytes]]:
    """Give site address and PDF of every paper.

    ``folders``: of templates, the first that has one wins; ``cache``: folder where PDFs are kept from build to build,
    under names made from all that they are made of; what was not asked for this time is removed from it. None: nothing
    is kept. ``on_stuck``: is called with the address of the page whose paper was not done in time; where it is None,
    ``StuckError`` is raised.
    """
    made_with = _stamp(folders)
    kept = Kept(cache)
    sprite = read_sprite(folders)
    with Press(folders) as press:
        for paper in papers:
            document = compose_document(paper, composer, sprite)
            name = f"{_digest(made_with, document)}.pdf"
            try:
                pdf = kept.recall(name, partial(press.compile_pdf, document))
            except StuckError:
                if on_stuck is None:
                    raise
                on_stuck(paper.sheet.address if isinstance(paper, SheetPaper) else paper.back_to)
            else:
                yield paper.brief.address, pdf
    kept.clear()


def compose_document(paper: Paper, composer: PaperComposer, sprite: Mapping[str, str] = NO_SPRITE) -> PaperDocument:
    """Compose what the press needs for a paper or a pack. ``sprite``: the shapes that drawings are made of."""
    if isinstance(paper, SheetPaper):
        return composer.document(paper.title, [_compose_sheet(paper, composer)])
    if isinstance(paper, WheelPaper):
        return composer.document(paper.title, [_compose_wheel(paper, composer, sprite)])
    first = composer.paper(
        paper.handout, name=paper.handout.name, kick=paper.handout.kick, foot=paper.label, back_to=paper.back_to
    )
    sheets = [_compose_sheet(sheet, composer) for sheet in paper.sheets]
    plan = composer.paper(paper.plan, name="", kick=paper.plan.kick, foot=paper.label, back_to=paper.back_to)
    return composer.document(paper.title, [first, *sheets, plan])


def _compose_sheet(paper: SheetPaper, composer: PaperComposer) -> dict[str, Any]:
    """Compose a sheet's paper, as a document of its own or in a pack."""
    sheet = paper.sheet
    return composer.paper(
        paper,
        name=sheet.name,
        kick=" · ".join(filter(None, (sheet.programme.short_name, paper.brief.element_name, sheet.notice))),
        foot=f"{paper.label}, {composer.version(sheet.version)}",
        back_to=sheet.address,
        landscape=paper.brief.landscape,
        large=paper.brief.variant == "large",
    )


def _compose_wheel(paper: WheelPaper, composer: PaperComposer, sprite: Mapping[str, str]) -> dict[str, Any]:
    """Compose the paper of wheels, with their drawings."""
    kick = paper.kick or paper.title
    composed = composer.paper(paper, name=paper.title, kick=kick, foot=paper.title, back_to=paper.back_to)
    for shown, year in zip(composed["view"]["years"], paper.years, strict=True):
        # The template sets the drawing, and needs to know nothing of what it is made of.
        shown.pop("wheel")
        shown["drawing"] = draw_on_paper(year.wheel, sprite)
    composed["view"]["legend"] = [
        {"text": entry.text, "drawing": draw_shape(entry.shape, sprite)} for entry in paper.legend
    ]
    return composed


def _stamp(folders: Sequence[Path]) -> bytes:
    """Digest what all papers are made with: the engine, templates and fonts."""
    digest = hashlib.blake2b(ENGINE.encode())
    for file in (*template_files(folders), *font_files(folders)):
        digest.update(file.name.encode() + b"\0" + hashlib.blake2b(file.read_bytes()).digest())
    return digest.digest()


def _digest(made_with: bytes, document: PaperDocument) -> str:
    """Make a name from everything one paper is made of; names of pictures stand for their bytes."""
    as_text = json.dumps([document.data, sorted(document.pictures)], ensure_ascii=False, sort_keys=True)
    return hashlib.blake2b(made_with + as_text.encode(), digest_size=20).hexdigest()
