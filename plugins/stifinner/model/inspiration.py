"""An inspiration: a link to something that moves people."""

from .item import Item
from .values import Url


class Inspiration(Item):
    """``inspirasjon/<id>.md``."""

    link: Url = ""
    """Its web address; may be missing."""
    author: str = ""
    """Who made it."""
