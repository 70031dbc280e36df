"""Addresses that things had before: whoever comes by an old link, or by a code printed on paper, is led on."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.item import Item
from .portal_graph import address_of


@dataclass(frozen=True)
class Former:
    """An address that a thing had before."""

    address: str
    item: Item
    written: str
    """As the editor wrote it."""


def formers_of(item: Item) -> Iterator[Former]:
    """The addresses that a file says it had: a name alone lay beside the file, a path begins at the content folder."""
    folder = address_of(item.path).rstrip("/").rpartition("/")[0]
    for written in item.former:
        path = written.strip("/")
        if folder and "/" not in written:
            path = f"{folder}/{path}"
        yield Former(address_of(f"{path}.md"), item, written)
