"""The portal itself: what its front page says, and what is true of all its pages."""

from ..markdown.text import NO_TEXT
from .item import Item, TextSection
from .values import Flag, Hue


class Portal(Item):
    """``index.md`` at the top of the content folder."""

    name: str = ""
    """The portal's name, at the top and foot of every page. Left out: the one in the settings."""
    hue: Hue | None = None
    """The portal's own colour: a number from 0 to 360 on the colour wheel."""
    mark: str = ""
    """The organisation's mark: a picture in the content folder, as broad as it is high."""
    sample: Flag = False
    """A sample: every page says so, and none may be found by search engines."""
    notice: str = ""
    """The thin band at the top of every page."""
    stories: TextSection = NO_TEXT
    """Whom to send a practice story to, for programmes that say nothing of it themselves."""
    footer: TextSection = NO_TEXT
    """What stands at the foot of every page."""
