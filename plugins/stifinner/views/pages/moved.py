"""An address that something had before, and where the reader is led from there."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...graph.former import formers_of
from ...graph.portal_graph import Graph, address, key_of
from ...model.programme import Programme


@dataclass(frozen=True)
class MovedPage:
    """What stands at an old address."""

    address: str
    target: str
    """Where it is now: a site address, with an anchor where the thing has no page of its own."""
    title: str


def compose_moved_pages(graph: Graph, pages: Iterable[tuple[str, str]]) -> tuple[MovedPage, ...]:
    """What stands at each old address. ``pages``: address and title of every page there is.

    When a programme has moved, so has everything in it, and whatever had moved within it.
    """
    formers = [former for item in graph.items.values() for former in formers_of(item)]
    moved = [MovedPage(former.address, address(former.item), former.item.title) for former in formers]
    beneath = [*(MovedPage(now, now, title) for now, title in pages), *moved]
    in_use = {*graph.taken}
    for former in formers:
        home = address(former.item) if isinstance(former.item, Programme) else None
        for page in beneath:
            if home and page.address.startswith(home):
                old = former.address + page.address.removeprefix(home)
                if not in_use & {key_of(old), key_of(old).rstrip("/")}:
                    in_use.add(key_of(old))
                    moved.append(MovedPage(old, page.target, page.title))
    return tuple(moved)
