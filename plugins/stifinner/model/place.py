"""A place: where gatherings are held, and how one finds it."""

from ..markdown.text import NO_TEXT
from .item import Item, TextSection
from .values import Url


class Place(Item):
    """``steder/<id>.md``."""

    address: str = ""
    """Street and town."""
    room: str = ""
    """The room or the entrance, where a gathering does not name another."""
    map: Url = ""
    """Address of a map; left out: one is found from the address."""
    contact: str = ""
    """Who answers questions about it."""
    directions: TextSection = NO_TEXT
    """How one finds it."""
    parking: TextSection = NO_TEXT
    """Where one parks."""
    access: TextSection = NO_TEXT
    """What whoever uses a wheelchair, hears badly or sees badly must know."""
