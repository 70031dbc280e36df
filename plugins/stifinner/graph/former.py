"""Old addresses: who follows an old link, or a code printed on paper, is sent on to the page that took its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..model.item import Item
from .portal_graph import address_of


@dataclass(frozen=True)
class Former:
    """An address that an item had before."""

    address: str
    item: Item
    written: str
    """The old name as the editor wrote it in the fact «tidligere»."""

    @property
    def name(self) -> str:
        """The name alone: of the file without ending, or of a programme's folder."""
        return _last(self.address)


def formers_of(item: Item) -> Iterator[Former]:
    """Give each old address that an item declares.

    A name alone means a file in the same folder; a name with «/» in it is a path relative to the content folder.
    """
    folder = address_of(item.path).rstrip("/").rpartition("/")[0]
    for written in item.former:
        path = written.strip("/")
        if folder and "/" not in written:
            path = f"{folder}/{path}"
        yield Former(address_of(f"{path}.md"), item, written)


def first_name(item: Item) -> str:
    """Give the name that an item's file, or a programme's folder, had at first; it stays when that is renamed again."""
    return next((former.name for former in formers_of(item)), _last(address_of(item.path)))


def _last(address: str) -> str:
    """Give the last step of an address."""
    return address.rstrip("/").rpartition("/")[2]
