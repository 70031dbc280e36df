"""What is published of a file: its own bytes, or what was made of them."""

import unicodedata
from pathlib import Path

from .drawing import rebuild_drawing
from .kinds import DRAWING


def find_attachment(content: Path, path: str) -> Path:
    """Where a file lies, whichever way its folders and itself write their letters (å as one, or as a and a ring)."""
    place = content
    for name in path.split("/"):
        if not (place / name).exists() and place.is_dir():
            same = (other for other in place.iterdir() if unicodedata.normalize("NFC", other.name) == name)
            place = next(same, place / name)
        else:
            place = place / name
    return place


def published_bytes(place: Path) -> bytes | None:
    """What is published in place of a file; None where it is the file itself."""
    return rebuild_drawing(place.read_bytes()).content if place.suffix.lower() == DRAWING else None
