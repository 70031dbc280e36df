"""A track (spor, delprosjekt): a part of a programme with a purpose of its own."""

from .item import Item, ItemList, ReferenceSection
from .values import Id, Ids, Number


class Track(Item):
    """``spor/<id>.md``."""

    part_of: Id = ""
    """The track it is a part of."""
    audience: Ids = ()
    """Roles it is for."""
    order: Number | None = None
    """Place among the tracks."""
    resources: ReferenceSection = ItemList()
    """Resources used in it."""
    inspirations: ReferenceSection = ItemList()
    """Inspiration that belongs to it."""
