"""A focus area: a subject that a programme works on."""

from typing import Annotated

from .item import Item, ItemList, ListSection, ReferenceSection
from .references import Refers
from .values import Number


class FocusArea(Item):
    """``fokusomrader/<id>.md``."""

    order: Number | None = None
    """Its place among the focus areas."""
    questions: ListSection = ItemList()
    """Questions for reflection."""
    resources: Annotated[ReferenceSection, Refers("resource", shared=True)] = ItemList()
    """Resources on the subject."""
    inspirations: Annotated[ReferenceSection, Refers("inspiration", shared=True)] = ItemList()
    """Inspiration that belongs to it."""
