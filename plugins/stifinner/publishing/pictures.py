"""What is published of the attachments: most as they lie there, pictures clean and made fit."""

from collections.abc import Iterator
from pathlib import Path

from ..attachments.album import Album
from ..attachments.types import DRAWING
from ..portal import Portal


def copied_attachments(portal: Portal) -> frozenset[str]:
    """Paths of those that are published as they lie there."""
    return frozenset(portal.attachments) - frozenset(portal.graph.pictures.held_back) - _drawings(portal)


def publish_pictures(portal: Portal, content: Path, kept: Path | None) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of each of the others; ``kept``: where those that are made lie from build to build."""
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
    return frozenset(path for path in portal.attachments if path.lower().endswith(DRAWING))
