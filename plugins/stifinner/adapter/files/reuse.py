"""Take over pages from the build before (``serve`` only), so that only pages that have changed are rendered.

A page is made of its view, its frame, what is the same on all pages, and the templates. Where all of that is equal, its
file and its entries in the search index are taken from the earlier site. Of the content, values are compared and not
time stamps.
"""

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...views.frame.composed_page import ComposedPage

SEARCH_INDEX = Path("search", "search_index.json")
"""Path in a site of the index that Material's search writes."""


@dataclass(frozen=True)
class BuildRecord:
    """A site that was built, and what its pages were made of."""

    site: Path
    common: object
    """What is the same on all pages; only compared."""
    pages: dict[str, ComposedPage]
    """Address → page."""

    def unchanged(self, pages: Iterable[ComposedPage], common: object) -> frozenset[str]:
        """Find the pages that are the same in this site, and give their addresses."""
        if common != self.common or not self.site.is_dir():
            return frozenset()
        return frozenset(page.address for page in pages if self.pages.get(page.address) == page)


def take_over(earlier: Path, site: Path, addresses: Iterable[str]) -> None:
    """Put pages of the earlier site into the new one, as hard links: nothing is copied."""
    for address in addresses:
        page = site / address / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        os.link(earlier / address / "index.html", page)


def merge_search(earlier: Path, site: Path, kept: frozenset[str], order: Sequence[str]) -> None:
    """Add the kept pages' entries to the new site's search index. ``order``: addresses of all pages, in order."""
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
    """Give path, size and time (ns) of every template in the folders, to see whether one was changed."""
    files = sorted(file for folder in folders for file in folder.rglob("*.html"))
    return tuple((str(file), (state := file.stat()).st_size, state.st_mtime_ns) for file in files)


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
