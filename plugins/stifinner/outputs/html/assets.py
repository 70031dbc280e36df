"""Style sheets and scripts, put together into one file each for every kind of page.

In the theme they stand a file a block and a file a behaviour, so that one of them can be read, or replaced by a
portal's own; a phone far from a mast should not ask for twenty of them before it draws anything, nor wait for what only
we read. The name of a file follows from what is in it: after a change nobody is shown new pages in old clothes.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_COMMENT = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*$", re.DOTALL | re.MULTILINE)
_FIRST = (
    *("tokens", "programmes", "base", "marks", "frame", "within", "search"),
    *("prose", "tables", "tasks", "alerts", "footnotes"),
)
"""Styles of every page; ``programmes`` is made from the content."""
_BLOCKS = (
    *(
        "opening",
        "next",
        "iam",
        "programmecards",
        "resources",
        "library",
        "resource",
        "inspiration",
        "article",
        "notfound",
    ),
    *("hero", "timeline", "gathering", "role", "way", "turn", "tracks", "rolelist", "principles", "support", "focus"),
    *("checklist", "sheet", "spread", "sheets", "papers", "news", "handout", "gaps", "new", "handbook"),
)
"""Styles of blocks, in the order in which they follow each other."""
_STYLES: Mapping[str, frozenset[str]] = {
    kind: frozenset(blocks.split())
    for kind, blocks in {
        "front_page": "opening next iam programmecards new",
        "programme_page": (
            "programmecards resources inspiration hero timeline way tracks rolelist focus principles sheets news new"
        ),
        "gathering_page": "resources inspiration hero gathering turn checklist focus sheets papers",
        "role_page": "resources inspiration hero role way checklist support focus sheets papers",
        "track_page": "resources inspiration hero way tracks",
        "focus_area_page": "resources inspiration hero way turn focus sheets",
        "sheet_page": "hero way checklist sheet spread papers",
        "resource_page": "resource",
        "library_page": "resources library new",
        "inspiration_page": "inspiration",
        "inspirations_page": "inspiration new",
        "article_page": "article",
        "not_found": "opening notfound",
        "gaps_page": "gaps",
        "handbook_page": "handbook",
        "print_page": "handout",
        "sheet_print_page": "handout",
    }.items()
}
"""Which blocks a kind of page has; the kind is the name of its template."""
_SCRIPTS = ("clock", "lightswitch", "menu")
_WITHOUT_SEARCH = frozenset({"sheet_page", "print_page", "sheet_print_page"})
"""Kinds of pages on which people write answers, which can fetch nothing, and pages for printing."""
_MOVERS: Mapping[str, tuple[str, ...]] = {
    "front_page": ("states", "nextcards"),
    "programme_page": ("states", "when", "timeline"),
    "gathering_page": ("when",),
    "role_page": ("when",),
    "track_page": ("when",),
    "focus_area_page": ("when",),
    "library_page": ("library",),
    "gaps_page": ("gaps",),
    "sheet_page": (
        *("sheetcode", "sheetanswers", "sheetform", "sheetkeep", "sheetplan"),
        *("sheetrounds", "sheetspread", "sheettogether", "sheetscreen"),
    ),
}
"""Which behaviours a kind of page has beside those of all."""


@dataclass(frozen=True)
class Assets:
    """What each kind of page links to."""

    styles: Mapping[str, str]
    """Kind → address of its style sheet."""
    scripts: Mapping[str, str]
    """Kind → address of its script."""
    files: Mapping[str, str]
    """Address → text."""


def bundle_assets(folders: Sequence[Path], colours: str) -> Assets:
    """Put them together.

    ``folders``: of assets, the first that has a file wins; ``colours``: the programmes' styles.
    """
    made = {"css/programmes.css": colours}
    files = {f"assets/{path}": text for path, text in made.items()}

    def bundle(suffix: str, names: Sequence[str]) -> str:
        paths = [f"{suffix}/{name}.{suffix}" for name in names]
        text = "\n".join(_lean(made[path] if path in made else _read(folders, path)) for path in paths)
        name = hashlib.blake2b(text.encode(), digest_size=6).hexdigest()
        address = f"assets/{suffix}/{name}.{suffix}"
        files[address] = text
        return address

    styles = {kind: bundle("css", [*_FIRST, *(b for b in _BLOCKS if b in own)]) for kind, own in _STYLES.items()}
    scripts = {kind: bundle("js", _scripts_of(kind)) for kind in _STYLES}
    return Assets(styles, scripts, files)


def _scripts_of(kind: str) -> list[str]:
    """What a kind of page moves by, in order."""
    return [*_SCRIPTS, *(() if kind in _WITHOUT_SEARCH else ("search",)), *_MOVERS.get(kind, ())]


def _read(folders: Sequence[Path], path: str) -> str:
    place = next(folder / path for folder in folders if (folder / path).is_file())
    return place.read_text(encoding="utf-8")


def _lean(text: str) -> str:
    """Without indentation, empty lines and comments that fill whole lines; a line stays a line."""
    without = _COMMENT.sub("", text)
    return "\n".join(line for line in map(str.strip, without.split("\n")) if line and not line.startswith("//"))
