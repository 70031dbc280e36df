"""An inspiration link: something to be moved by."""

from .item import Item
from .values import Url


class Inspiration(Item):
    """``inspirasjon/<id>.md``."""

    link: Url = ""
    """Where it is; may be missing."""
    author: str = ""
    """Who made it."""
