"""The portal itself: what its front page says, and what holds for all its pages."""

from ..markdown.text import NO_TEXT
from .item import Item, TextSection
from .values import Flag, Hue


class Portal(Item):
    """``index.md`` at the top of the content folder."""

    name: str = ""
    """The portal's name, at the top and foot of every page; left out: the name in ``mkdocs.yml``."""
    hue: Hue | None = None
    """The portal's own colour: a number from 0 to 360 on the colour wheel."""
    mark: str = ""
    """The organisation's mark: path of a picture that is as wide as it is high."""
    sample: Flag = False
    """Whether the portal is a sample: every page says so, and search engines are to leave it out."""
    calendar_key: str = ""
    """A word that no other portal has: with it, calendars know this portal's entries from those of all others."""
    notice: str = ""
    """Text of the thin band at the top of every page."""
    stories: TextSection = NO_TEXT
    """Whom to send a practice story to, for programmes that do not say it themselves."""
    footer: TextSection = NO_TEXT
    """What stands at the foot of every page."""
