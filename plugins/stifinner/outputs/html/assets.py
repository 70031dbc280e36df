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

from ...views.kinds import every_page
from .pages import template_name

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
    *("hero", "timeline", "legend", "gathering", "role", "duo", "way", "stop", "cohort", "wheel"),
    *("turn", "tracks", "rolelist", "principles", "support", "focus"),
    *(
        "folded",
        "checklist",
        "sheet",
        "spread",
        "sheets",
        "papers",
        "calendar",
        "news",
        "changes",
        "handout",
        "gaps",
        "new",
        "handbook",
    ),
)
"""Styles of blocks, in the order in which they follow each other."""
_NOT_FOUND = "opening notfound"
"""Styles of the page for what is not found, which no view stands behind."""
_SCRIPTS = ("clock", "lightswitch", "menu")
"""Behaviours of every page."""


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

    def styles_of(blocks: str) -> str:
        own = blocks.split()
        known = [block for block in _BLOCKS if block in own]
        return bundle("css", [*_FIRST, *known, *(block for block in own if block not in known)])

    kinds = {template_name(page).removesuffix(".html"): page for page in every_page()}
    styles = {kind: styles_of(page.styles) for kind, page in kinds.items()}
    scripts = {
        kind: bundle("js", [*_SCRIPTS, *(["search"] if page.has_search else []), *page.scripts.split()])
        for kind, page in kinds.items()
    }
    styles["not_found"], scripts["not_found"] = styles_of(_NOT_FOUND), bundle("js", [*_SCRIPTS, "search"])
    return Assets(styles, scripts, files)


def _read(folders: Sequence[Path], path: str) -> str:
    place = next(folder / path for folder in folders if (folder / path).is_file())
    return place.read_text(encoding="utf-8")


def _lean(text: str) -> str:
    """Without indentation, empty lines and comments that fill whole lines; a line stays a line."""
    without = _COMMENT.sub("", text)
    return "\n".join(line for line in map(str.strip, without.split("\n")) if line and not line.startswith("//"))
