"""A name that may lead somewhere."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A name, with the address that it leads to where there is one."""

    text: str
    address: str | None = None
    """Site address (``programmer/x/``, from the portal's root), absolute URL, or None: plain text."""
