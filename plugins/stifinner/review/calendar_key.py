"""The portal's own word for calendars: without it, entries of two portals may be taken for each other's."""

import hashlib

from ..problems.problem import ProblemList
from .reviewed import ReviewedContent
from .words import Words

SAMPLE_KEY = "proeveportalen"
"""The word of the sample portal, which whoever copies its files takes along."""


def check_calendar_key(content: ReviewedContent, words: Words, problems: ProblemList) -> None:
    """Check that a portal with dates has a word for calendars, and not that of the sample which it was copied from."""
    portal = content.graph.portal
    file = content.files.get(portal.path)
    has_dates = any(stop.when.dated for parts in content.graph.programmes for stop in parts.occurrences.all)
    if not content.publishing or file is None or not has_dates or "calendar_key" in portal.unread:
        return
    key = words.phrases["fields"]["portal"]["calendar_key"]
    details = {"key": key, "fresh": _fresh(content)}
    if not portal.calendar_key:
        problems.add("no-calendar-key", portal.path, 0, 0, **details)
    elif portal.calendar_key == SAMPLE_KEY and not portal.sample:
        line, column = file.place_of(key)
        problems.add("copied-calendar-key", portal.path, line, column, excerpt=file.source.excerpt(line), **details)


def _fresh(content: ReviewedContent) -> str:
    """Make a word for this portal. It follows from what the portal says, so that it is the same at each check."""
    said = "\n".join(f"{path} {item.title}" for path, item in sorted(content.graph.items.items()))
    return hashlib.blake2b(f"{content.graph.portal.name}\n{said}".encode(), digest_size=6).hexdigest()
