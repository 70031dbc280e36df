"""How attachments are published: most byte for byte, pictures cleaned and made fit where they need it."""

from collections.abc import Iterator
from pathlib import Path

from ..attachments.album import Album
from ..attachments.types import DRAWING
from ..portal import Portal


def copied_attachments(portal: Portal) -> frozenset[str]:
    """Give the paths of the attachments that are published byte for byte."""
    return frozenset(portal.attachments) - frozenset(portal.graph.pictures.held_back) - _drawings(portal)


def publish_pictures(portal: Portal, content: Path, kept: Path | None) -> Iterator[tuple[str, bytes]]:
    """Make the pictures that are not published byte for byte, and give address and bytes of each.

    ``content``: the content folder; ``kept``: folder that keeps made pictures from build to build; None: nowhere.
    """
    pictures = portal.graph.pictures
    album = Album(content, pictures.found, kept)
    for address, path in pictures.fitted.items():
        yield address, album.fit(path)
    for path in sorted(_drawings(portal)):
        yield path, album.drawn(path)
    for path in pictures.cleaned:
        yield path, album.clean(path)
    album.clear()


def _drawings(portal: Portal) -> frozenset[str]:
    """Give the paths of drawings (SVG), which are always cleaned."""
    return frozenset(path for path in portal.attachments if path.lower().endswith(DRAWING))
