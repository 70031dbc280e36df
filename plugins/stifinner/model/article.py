"""An article: an ordinary page of the portal or of a programme."""

from typing import Annotated

from .item import Item
from .references import Refers
from .values import Number, WhenFact


class Article(Item):
    """``<id>.md`` at the top of the content folder, or a programme's ``artikler/<id>.md``."""

    date: Annotated[WhenFact, Refers("gathering")] | None = None
    """When it was written, or the day that it is about."""
    order: Number | None = None
    """Its place among the links at the foot of the pages."""
