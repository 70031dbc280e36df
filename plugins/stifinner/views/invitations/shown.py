"""A message to those who are called to a gathering, before it is a text to copy or a mail."""

from dataclasses import dataclass
from typing import Literal

MessageSort = Literal["call", "reminder", "off"]
"""The whole invitation; a short reminder; or, where it does not take place, word of that."""


@dataclass(frozen=True)
class MessageLine:
    """A line of plain text."""

    text: str
    address: str | None = None
    """What the line leads to, from the portal's root. Such a line is left out where nobody knows where the portal is
    published: an address that begins nowhere is of no use to whoever gets the message."""


Paragraph = tuple[MessageLine, ...]
"""Lines between two blank ones."""


@dataclass(frozen=True)
class Message:
    """A message as plain text."""

    sort: MessageSort
    subject: str
    """«Innkalling: Fagkveld, tirsdag 27. april 2027»."""
    paragraphs: tuple[Paragraph, ...]
    """The first one greets; the last line of the last one leads to the gathering's page."""


@dataclass(frozen=True)
class Invitation:
    """The messages to those who come to a gathering at the same times."""

    name: str
    """Their cohorts: «Kull 1 og kull 2»; empty where it is for everyone."""
    cohorts: tuple[str, ...]
    """Ids of these cohorts; empty: everyone."""
    messages: tuple[Message, ...]
    last: str
    """ISO 8601: the last day, after which nobody is called; empty where that is not known."""
