"""A resource: a film, a PDF, a presentation, an article, or a method with steps."""

from typing import Annotated

from .item import Item, ItemList, ListSection, ReferenceSection
from .references import Refers
from .values import Ids


class Resource(Item):
    """``ressurser/<id>.md``."""

    author: str = ""
    """Who made it."""
    length: str = ""
    """How long it takes: «12 minutter»."""
    language: str = ""
    """The language it is in."""
    audience: Annotated[Ids, Refers("role", named=True)] = ()
    """Roles that it is for."""
    focus_areas: Annotated[Ids, Refers("focus_area")] = ()
    """Focus areas that it is about."""
    forms: ReferenceSection = ItemList()
    """The forms that it exists in, each a link or still to come."""
    steps: ListSection = ItemList()
    """The steps of a method."""
