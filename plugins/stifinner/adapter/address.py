"""What a portal lacks as long as nobody knows where it is published."""

from ..portal import Portal
from ..views.pages.gathering import GatheringPage
from ..views.parts.texts import join_names


def tell_what_is_missing(portal: Portal) -> str:
    """Say what a portal lacks that has no address, and the cure; empty where it would have none of it."""
    words = portal.phrases["cli"]
    named = words["without_address"]
    would_have = (
        (named["codes"], bool(portal.papers)),
        (named["feed"], bool(portal.feeds)),
        (named["calendars"], any(file.name for file in portal.calendars)),
        (
            named["invitations"],
            any(isinstance(page.view, GatheringPage) and page.view.invitations for page in portal.pages),
        ),
    )
    missing = [name for name, has in would_have if has]
    if not missing:
        return ""
    return words["no_address"].format(missing=join_names(missing, portal.phrases["shown"]["and"]))
