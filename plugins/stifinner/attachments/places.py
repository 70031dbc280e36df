"""Finds where on disk the content's files lie."""

import unicodedata
from pathlib import Path


def find_attachment(content: Path, path: str) -> Path:
    """Find where a file lies on disk. ``content``: the content folder; ``path``: below it, letters composed (NFC).

    Folders and file may have their names in other letters on disk: å as one character, or as a and a ring.
    """
    place = content
    for name in path.split("/"):
        if not (place / name).exists() and place.is_dir():
            same = (other for other in place.iterdir() if unicodedata.normalize("NFC", other.name) == name)
            place = next(same, place / name)
        else:
            place = place / name
    return place
