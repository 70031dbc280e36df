"""A focus area: something a programme works on."""

from .item import Item, ItemList, ListSection, ReferenceSection
from .values import Number


class FocusArea(Item):
    """``fokusomrader/<id>.md``."""

    order: Number | None = None
    """Place among the focus areas."""
    questions: ListSection = ItemList()
    """Questions for reflection."""
    resources: ReferenceSection = ItemList()
    """Resources on it."""
    inspirations: ReferenceSection = ItemList()
    """Inspiration that belongs to it."""
