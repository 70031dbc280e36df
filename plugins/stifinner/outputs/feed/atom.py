"""Render a feed as Atom (RFC 4287)."""

from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ...views.feeds.feed import Feed, FeedEntry

_ATOM = "http://www.w3.org/2005/Atom"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def render_feed(feed: Feed, site_url: str) -> bytes:
    """Render a feed. ``site_url``: where the portal is published, with «/» at its end.

    Two renderings of one feed are the same, byte for byte: nothing in it depends on the clock.
    """
    root = Element("feed", {"xmlns": _ATOM, _LANG: feed.language})
    _add(root, "id", _id(feed, feed.key, site_url))
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(feed.entries[0].told))
    _add(SubElement(root, "author"), "name", feed.author)
    _link(root, "self", site_url + feed.address, "application/atom+xml")
    _link(root, "alternate", site_url + feed.page, "text/html")
    for entry in feed.entries:
        _add_entry(root, feed, entry, site_url)
    indent(root, " ")
    text: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _add_entry(root: Element, feed: Feed, entry: FeedEntry, site_url: str) -> None:
    one = SubElement(root, "entry")
    _add(one, "id", _id(feed, entry.key, site_url))
    _add(one, "title", entry.title)
    _add(one, "updated", _moment(entry.told))
    _link(one, "alternate", site_url + entry.address, "text/html")
    SubElement(one, "category", {"term": entry.sort, "label": entry.word})
    if entry.summary:
        _add(one, "summary", entry.summary)


def _id(feed: Feed, key: str, site_url: str) -> str:
    """Make an id that stays: from the portal's key, wherever it is published, or else from its address."""
    return uuid5(NAMESPACE_URL, f"{feed.portal_key or site_url}#{key}").urn


def _moment(day: str) -> str:
    """Give the beginning of a day as a moment. ``day``: ISO 8601."""
    return f"{day}T00:00:00Z"


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text


def _link(parent: Element, rel: str, address: str, media: str) -> None:
    SubElement(parent, "link", {"rel": rel, "type": media, "href": address})
