"""The whole portal as plain files, without MkDocs: whoever leaves it takes everything along.

Each page is Markdown with its title on top and one finished block of HTML, as any generator takes it; the style
sheets, fonts and pictures lie beside, and ``mkdocs.yml`` has nothing in it but what all understand.
"""

import json
import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..attachments.places import find_attachment
from ..portal import Portal
from ..views.frame.composed_page import ComposedPage
from .pictures import copied_attachments, publish_pictures

PAGES = "docs"
"""Folder of the pages; most generators look there."""
_COLOURS = "assets/css/programmes.css"
_OF_THE_FRAME = {"frame", "search", "within", "paper", "notfound"}
"""Style sheets of what stands around a page; another generator has its own."""

_AS_IT_STANDS = re.compile(r"(<(?:pre|textarea)\b.*?</(?:pre|textarea)>)", re.DOTALL)
"""Parts of HTML where each line counts."""
_BLANK_LINE = re.compile(r"(?<=\n)[ \t]*\n")

_BESIDE = "assets/css/beside.css"
_BESIDE_MATERIAL = """\
/* Where the text styles of mkdocs-material lie over ours. */
.md-typeset { font-size: var(--t-m); }
.md-typeset :is(h1, h2, h3) { color: inherit; margin: 0; }
.md-typeset a:not(:hover) { color: inherit; }
.md-typeset :is(.button:not(.button--quiet), .rform) { color: var(--on-strong); }
.md-typeset :is(ul, ol, dd)[class] { margin: 0; list-style: none; }
.md-typeset :is(ul, ol)[class] > li { margin: 0; }
.opening__text { position: relative; z-index: 1; }
/* It lets every drawing be as high as it likes: said again, just strongly enough. */
svg.icon { block-size: 1.25em; }
svg.shape { block-size: 2.75rem; }
svg.step { block-size: 1.5rem; }
svg.mini__s { block-size: var(--s); }
svg.tl__arrow { block-size: calc(var(--gap) - 0.55rem); }
svg.tl__tip { block-size: 0.8rem; }
.md-typeset svg svg { height: revert-layer; }
"""


def write_portal(
    portal: Portal, content: Path, themes: Sequence[Path], folder: Path, papers_kept: Path | None = None
) -> int:
    """Write everything into ``folder``, and say how many pages there are.

    ``themes``: folders of the theme, the first that has a file wins. ``papers_kept``: PDFs of earlier builds.
    """
    place = folder / PAGES
    looks = [(theme, file) for theme in reversed(themes) for file in sorted((theme / "assets").rglob("*"))]
    copies = [(file, file.relative_to(theme).as_posix()) for theme, file in looks if not file.is_dir()]
    copies += [(find_attachment(content, path), path) for path in sorted(copied_attachments(portal))]
    for file, path in copies:
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place / path)
    for path, text in _texts(portal, themes):
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        (place / path).write_text(text, encoding="utf-8")
    papers = portal.print_papers(content, themes, "", papers_kept)
    for address, made in (*papers, *publish_pictures(portal, content, None)):
        (place / address).parent.mkdir(parents=True, exist_ok=True)
        (place / address).write_bytes(made)
    sheets = sorted(path.stem for path in (place / "assets" / "css").glob("*.css"))
    (folder / "mkdocs.yml").write_text(_settings(portal, sheets), encoding="utf-8")
    return len(portal.pages)


def render_markdown(page: ComposedPage, html: str) -> str:
    """A page as Markdown: what it is called, and one block of HTML that Markdown passes as it is."""
    facts = {"title": page.title, "description": page.frame.description}
    top = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items() if value)
    programme = f' data-programme="{page.frame.programme.id}"' if page.frame.programme else ""
    return f"---\n{top}---\n\n<div{programme}>\n{_block(html)}\n</div>\n"


def _block(html: str) -> str:
    """The same HTML, with nothing in it that a reader of Markdown takes for its own.

    A blank line would end the block, and what an example shows of links is no link: some generators look for them
    also in HTML.
    """
    parts = _AS_IT_STANDS.split(html.strip())
    parts[::2] = [_BLANK_LINE.sub("", part) for part in parts[::2]]
    parts[1::2] = [_BLANK_LINE.sub(lambda found: found[0].replace("\n", "&#10;"), part) for part in parts[1::2]]
    return "".join(parts).replace("[", "&#91;")


def _texts(portal: Portal, themes: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Path and text of every file that is made."""
    templates = [theme / "fragments" for theme in themes]
    renderer = portal.renderer(templates)
    yield _COLOURS, portal.colours
    yield _BESIDE, _BESIDE_MATERIAL
    for page in portal.pages:
        yield (
            f"{page.address}index.md",
            render_markdown(page, renderer.render_page(page.view, page.address, page.places)),
        )
    for moved in portal.moved:
        yield f"{moved.address}index.html", renderer.render_moved(moved, portal.frame)


def _settings(portal: Portal, sheets: Sequence[str]) -> str:
    """Settings for a generator that knows nothing of us."""
    first, last = ["tokens", "programmes", "base"], "beside"
    rest = [sheet for sheet in sheets if sheet not in {*first, last, *_OF_THE_FRAME}]
    lines = [
        f"site_name: {json.dumps(portal.frame.name, ensure_ascii=False)}",
        f"theme: {{name: material, language: {portal.phrases['language']}, font: false}}",
        "plugins: [search]",
        "extra_css:",
        *(f"  - assets/css/{sheet}.css" for sheet in [*first, *rest, last]),
    ]
    return "\n".join(lines) + "\n"
