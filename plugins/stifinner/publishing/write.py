"""Write the whole portal as plain files that other generators can use: who leaves Stifinner takes everything along.

Each page is a Markdown file with its title on top and one finished block of HTML, which any generator passes on as it
is. Style sheets, fonts and pictures lie beside the pages, and ``mkdocs.yml`` has only the most common settings.
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
"""Folder of the pages: the one that most generators look in."""
_COLOURS = "assets/css/programmes.css"
_OF_THE_FRAME = {"frame", "search", "within", "paper", "notfound"}
"""Style sheets of a page's frame: another generator has a frame of its own."""

_AS_IT_STANDS = re.compile(r"(<(?:pre|textarea)\b.*?</(?:pre|textarea)>)", re.DOTALL)
"""Elements in which line breaks are shown."""
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
svg.mark__bar { block-size: 124%; max-inline-size: none; }
svg.tl__other { block-size: 7rem; max-inline-size: none; }
@media (min-width: 80rem) {
  svg.tl__lens { block-size: var(--eye); max-inline-size: none; }
  svg.tl__other { block-size: var(--reach); }
}
.md-typeset svg svg { height: revert-layer; }
"""


def write_portal(
    portal: Portal,
    content: Path,
    themes: Sequence[Path],
    folder: Path,
    papers_kept: Path | None = None,
    site_url: str = "",
) -> int:
    """Write everything into ``folder``; returns the number of pages.

    ``content``: the content folder; ``themes``: folders of the theme, of which the first that has a file wins;
    ``papers_kept``: folder with PDFs of earlier builds, which are not made again; ``site_url``: where the portal is
    published, without which there are no feeds.
    """
    pages = folder / PAGES
    assets = [(theme, file) for theme in reversed(themes) for file in sorted((theme / "assets").rglob("*"))]
    copies = [(file, file.relative_to(theme).as_posix()) for theme, file in assets if not file.is_dir()]
    copies += [(find_attachment(content, path), path) for path in sorted(copied_attachments(portal))]
    for file, path in copies:
        (pages / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, pages / path)
    for path, text in _texts(portal, themes, site_url):
        (pages / path).parent.mkdir(parents=True, exist_ok=True)
        (pages / path).write_text(text, encoding="utf-8")
    papers = portal.print_papers(content, themes, "", papers_kept)
    dates = [*portal.render_calendars(""), *portal.render_feeds(site_url)]
    pictures = publish_pictures(portal, content, None)
    for address, made in (*papers, *dates, *portal.render_data(site_url), *pictures):
        (pages / address).parent.mkdir(parents=True, exist_ok=True)
        (pages / address).write_bytes(made)
    style_sheets = sorted(path.stem for path in (pages / "assets" / "css").glob("*.css"))
    (folder / "mkdocs.yml").write_text(_settings(portal, style_sheets), encoding="utf-8")
    return len(portal.pages)


def render_markdown(page: ComposedPage, html: str) -> str:
    """Render a page as Markdown: title and description as front matter, and ``html`` as one block."""
    facts = {"title": page.title, "description": page.frame.description}
    top = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items() if value)
    programme = f' data-programme="{page.frame.programme.id}"' if page.frame.programme else ""
    return f"---\n{top}---\n\n<div{programme}>\n{_block(html)}\n</div>\n"


def _block(html: str) -> str:
    """Give the same HTML without anything that Markdown gives a meaning: blank lines and opening brackets.

    A blank line would end the block of HTML; and some generators look for links («[text](target)») in HTML too, where
    examples of Markdown have them.
    """
    parts = _AS_IT_STANDS.split(html.strip())
    parts[::2] = [_BLANK_LINE.sub("", part) for part in parts[::2]]
    parts[1::2] = [_BLANK_LINE.sub(lambda match: match[0].replace("\n", "&#10;"), part) for part in parts[1::2]]
    return "".join(parts).replace("[", "&#91;")


def _texts(portal: Portal, themes: Sequence[Path], site_url: str) -> Iterator[tuple[str, str]]:
    """Render every page and style sheet that is made here: path below ``PAGES``, and text."""
    templates = [theme / "fragments" for theme in themes]
    renderer = portal.renderer(templates, site_url)
    yield _COLOURS, portal.colours
    yield _BESIDE, _BESIDE_MATERIAL
    for page in portal.pages:
        yield (
            f"{page.address}index.md",
            render_markdown(page, renderer.render_page(page.view, page.address, page.places)),
        )
    for moved in portal.moved:
        yield f"{moved.address}index.html", renderer.render_moved(moved, portal.frame)


def _settings(portal: Portal, style_sheets: Sequence[str]) -> str:
    """Render the settings for MkDocs without our plugin. ``style_sheets``: their names without ending."""
    first, last = ["tokens", "programmes", "base"], "beside"
    rest = [name for name in style_sheets if name not in {*first, last, *_OF_THE_FRAME}]
    lines = [
        f"site_name: {json.dumps(portal.frame.name, ensure_ascii=False)}",
        # Else every page carries links to all pages.
        f"theme: {{name: material, language: {portal.phrases['language']}, font: false, features: [navigation.prune]}}",
        "plugins: [search]",
        "extra_css:",
        *(f"  - assets/css/{name}.css" for name in [*first, *rest, last]),
    ]
    return "\n".join(lines) + "\n"
