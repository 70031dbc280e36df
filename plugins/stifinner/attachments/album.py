"""Pictures as the bytes that are published, each made once and kept from build to build."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from ..files.kept import Kept
from .drawings.drawing import rebuild_drawing
from .formats.registry import AVIF, format_of
from .pictures import RECIPE, Picture, clean_picture, fit_picture, print_picture
from .places import find_attachment
from .types import DRAWING

Purpose = Literal["fit", "printed"]
"""What a picture is made for: ``fit`` for pages, ``printed`` for papers."""
_PURPOSES: tuple[Purpose, ...] = ("fit", "printed")
_PRINTED = {"jpeg": ".jpg", "png": ".png", "gif": ".gif", "webp": ".webp"}
"""Formats that papers can be set with → ending."""


class Album:
    """The pictures of a content folder, by their paths below it.

    ``kept``: folder where made pictures lie from build to build; None: they are not kept.
    """

    def __init__(self, content: Path, pictures: Mapping[str, Picture], kept: Path | None = None) -> None:
        self._content = content
        self._pictures = pictures
        self._kept = Kept(kept)

    def fit(self, path: str) -> bytes:
        """Give a picture as pages show it."""
        picture = self._pictures[path]
        return self.clean(path) if picture.is_fit else self._make(path, "fit", fit_picture)

    def clean(self, path: str) -> bytes:
        """Give a picture as a reader gets it from a link: every pixel, and nothing that is said about it."""
        return clean_picture(self._file(path).read_bytes())

    def drawn(self, path: str) -> bytes:
        """Give a drawing, rebuilt."""
        return rebuild_drawing(self._file(path).read_bytes()).content

    def printed(self, path: str) -> tuple[str, bytes] | None:
        """Give a picture as papers show it: its ending and its bytes; None for what can't be printed."""
        if path.lower().endswith(DRAWING):
            return (DRAWING, self.drawn(path)) if self._file(path).is_file() else None
        if path not in self._pictures:
            return None
        content = self.fit(path)
        if format_of(content) is AVIF:
            content = self._make(path, "printed", print_picture)
        file_format = format_of(content)
        return (_PRINTED[file_format.name], content) if file_format and file_format.name in _PRINTED else None

    def clear(self) -> None:
        """Delete kept pictures that were made of pictures which are gone."""
        self._kept.clear({_name(picture, purpose) for picture in self._pictures.values() for purpose in _PURPOSES})

    def _file(self, path: str) -> Path:
        """Find where a picture lies on disk."""
        return find_attachment(self._content, path)

    def _make(self, path: str, purpose: Purpose, make: Callable[[bytes], bytes]) -> bytes:
        """Recall a picture made for a purpose, or make and keep it."""
        name = _name(self._pictures[path], purpose)
        return self._kept.recall(name, lambda: make(self._file(path).read_bytes()))


def _name(picture: Picture, purpose: Purpose) -> str:
    """Name a kept picture after all that it is made of: program, purpose and the bytes of the original."""
    return hashlib.blake2b(f"{RECIPE} {purpose} {picture.digest}".encode(), digest_size=20).hexdigest()
