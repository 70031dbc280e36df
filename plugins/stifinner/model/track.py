"""A track (spor, delprosjekt): part of a programme, with a purpose of its own."""

from typing import Annotated

from .item import Item, ItemList, ReferenceSection
from .references import Refers
from .values import Id, Ids, Number


class Track(Item):
    """``spor/<id>.md``."""

    part_of: Annotated[Id, Refers("track")] = ""
    """The track that it is a part of."""
    audience: Annotated[Ids, Refers("role", named=True)] = ()
    """Roles that it is for."""
    order: Number | None = None
    """Its place among the tracks."""
    resources: Annotated[ReferenceSection, Refers("resource", shared=True)] = ItemList()
    """Resources that are used in it."""
    inspirations: Annotated[ReferenceSection, Refers("inspiration", shared=True)] = ItemList()
    """Inspiration that belongs to it."""
