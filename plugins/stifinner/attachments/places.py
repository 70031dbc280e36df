"""Where the files of the content lie."""

import unicodedata
from pathlib import Path


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
