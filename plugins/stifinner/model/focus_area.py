"""A focus area: something a programme works on."""

from ..source.source_file import Text
from .item import Item, ItemList, ListSection, ReferenceSection
from .values import Number


class FocusArea(Item):
    """``fokusomrader/<id>.md``."""

    order: Number | None = None
    """Place among the focus areas."""
    questions: ListSection = ItemList(Text("", 0), ())
    """Questions for reflection."""
    resources: ReferenceSection = ()
    """Resources on it."""
    inspirations: ReferenceSection = ()
    """Inspiration that belongs to it."""
