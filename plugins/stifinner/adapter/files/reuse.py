"""Pages of the build before that stand unchanged: while somebody works (``serve``), only the others are rendered.

A page is made of its view, its frame, what is the same on all pages, and the templates. Where all of that is equal, its
file and its entries in the search index are taken from the site before. Content is compared, not its time stamps.
"""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...views.frame.composed_page import ComposedPage

SEARCH_INDEX = Path("search", "search_index.json")
"""Where Material's search writes its index in a site."""


@dataclass(frozen=True)
class Built:
    """A site that was built, and what it was made of."""

    site: Path
    common: object
    """What is the same on all pages."""
    pages: dict[str, ComposedPage]
    """By address."""

    def unchanged(self, pages: Iterable[ComposedPage], common: object) -> frozenset[str]:
        """Addresses of the pages that are the same as in this site."""
        if common != self.common or not self.site.is_dir():
            return frozenset()
        return frozenset(page.address for page in pages if self.pages.get(page.address) == page)


def take_over(earlier: Path, site: Path, addresses: Iterable[str]) -> None:
    """Put the earlier site's pages into the new one: the same files, under a second name."""
    for address in addresses:
        place = site / address / "index.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        os.link(earlier / address / "index.html", place)


def merge_search(earlier: Path, site: Path, kept: frozenset[str], order: Sequence[str]) -> None:
    """Complete the new site's search index with the kept pages' entries, in the order of the pages."""
    index = _read(site / SEARCH_INDEX)
    entries: dict[str, list[Any]] = {}
    for source, wanted in ((_read(earlier / SEARCH_INDEX), True), (index, False)):
        for entry in source["docs"]:
            address = entry["location"].partition("#")[0]
            if (address in kept) == wanted:
                entries.setdefault(address, []).append(entry)
    index["docs"] = [entry for address in order for entry in entries.get(address, ())]
    text = json.dumps(index, separators=(",", ":"), default=str)
    (site / SEARCH_INDEX).write_text(text, encoding="utf-8")


def stamp_of(folders: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """Path, size and time of every template, to see whether one was changed."""
    files = sorted(file for folder in folders for file in folder.rglob("*.html"))
    return tuple((str(file), (state := file.stat()).st_size, state.st_mtime_ns) for file in files)


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
