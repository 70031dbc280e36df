"""Pages at addresses that items had before, which lead the reader on to where the items are now."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...graph.former import formers_of
from ...graph.portal_graph import Graph, address, key_of
from ...model.cohort import Cohort
from ...model.programme import Programme


@dataclass(frozen=True)
class MovedPage:
    """The page at an old address."""

    address: str
    """The old address, from the portal's root."""
    target: str
    """Site address where the item is now, with an anchor where it has no page of its own."""
    title: str


def compose_moved_pages(graph: Graph, pages: Iterable[tuple[str, str]]) -> tuple[MovedPage, ...]:
    """Compose a page for each old address. ``pages``: address and title of every page there is.

    When a programme or a cohort has moved, so have all pages below it, and so have the old addresses there, since its
    name was a part of them. An address that is in use now, or already leads on, is left alone.
    """
    formers = [former for item in graph.items.values() for former in formers_of(item)]
    moved = [MovedPage(former.address, address(former.item), former.item.title) for former in formers]
    here = [MovedPage(now, now, title) for now, title in pages]
    in_use = {*graph.taken}
    above = [former for former in formers if isinstance(former.item, (Programme, Cohort))]
    # What lies deepest first: its old addresses move along with what lies above it.
    for former in sorted(above, key=lambda one: -one.address.count("/")):
        home = address(former.item)
        for page in (*here, *moved):
            if page.address.startswith(home) and page.address != home:
                old = former.address + page.address.removeprefix(home)
                if not in_use & {key_of(old), key_of(old).rstrip("/")}:
                    in_use.add(key_of(old))
                    moved.append(MovedPage(old, page.target, page.title))
    return tuple(moved)
