"""Finds where on disk the content's files lie."""

import unicodedata
from pathlib import Path


def find_attachment(content: Path, path: str) -> Path:
    """Find where a file lies on disk. ``content``: the content folder; ``path``: below it, letters composed (NFC).

    Folders and file may have their names in other letters on disk: å as one character, or as a and a ring.
    """
    found = content
    for name in path.split("/"):
        if not (found / name).exists() and found.is_dir():
            same = (other for other in found.iterdir() if unicodedata.normalize("NFC", other.name) == name)
            found = next(same, found / name)
        else:
            found = found / name
    return found
