"""An ordinary page."""

from typing import Annotated

from .item import Item
from .references import Refers
from .values import Number, WhenFact


class Article(Item):
    """``<id>.md`` at the top of the content folder, or a programme's ``artikler/<id>.md``."""

    date: Annotated[WhenFact, Refers("gathering")] | None = None
    """When it was written or what day it is about."""
    order: Number | None = None
    """Place at the foot of the pages."""
