"""What may lie in a content folder: files with text or bytes in them, and what is no file."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Pipe:
    """Whoever reads it waits for somebody who writes."""


@dataclass(frozen=True)
class Symlink:
    """A name that stands for another file."""

    target: str
    """As it stands in the link."""


Content = str | bytes | Pipe | Symlink
Files = Mapping[str, Content]
"""Path → what lies there. A path's bytes that are no UTF-8 are surrogates, as Python reads them."""


def write_portal(folder: Path, files: Files) -> Path:
    """Write the files below ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        match content:
            case Pipe():
                os.mkfifo(place)
            case Symlink(target):
                place.symlink_to(target)
            case bytes():
                place.write_bytes(content)
            case _:
                place.write_bytes(content.encode("utf-8"))
    return folder
