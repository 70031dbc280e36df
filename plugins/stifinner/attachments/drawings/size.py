"""The size of a drawing in pixels. One without a size gets that of the box that it shows."""

import re
from dataclasses import dataclass

from ...language.misread import Misread
from .uses import Drawn

_LENGTH = re.compile(r"\s*\+?(\d*\.?\d+(?:e[+-]?\d{1,2})?)\s*(px|pt|pc|mm|cm|in|q|em|rem|ex)?\s*", re.IGNORECASE)
_PIXELS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "q": 96 / 101.6}
"""Unit → pixels."""
_PIXELS |= {"em": 16, "rem": 16, "ex": 8}
_LARGEST = 4_096
"""Pixels of the longer side; a drawing is as sharp in any size."""


@dataclass(frozen=True)
class Size:
    """Width and height in whole pixels."""

    width: int
    height: int


def complete_size(root: Drawn) -> Size:
    """Give a drawing's root a width, a height and a box where it lacks them.

    Raises Misread where nothing tells them.
    """
    box = _box(root.attributes.get("viewBox", ""))
    width, height = _pixels(root.attributes.get("width", "")), _pixels(root.attributes.get("height", ""))
    if box:
        width = width or (height * box[2] / box[3] if height else box[2])
        height = height or width * box[3] / box[2]
    if not (width and height):
        raise Misread("drawing-without-size")
    if not box:
        root.attributes["viewBox"] = f"0 0 {width:g} {height:g}"
    scale = min(1.0, _LARGEST / max(width, height))
    size = Size(max(round(width * scale), 1), max(round(height * scale), 1))
    if scale < 1 or not _pixels(root.attributes.get("width", "")) or not _pixels(root.attributes.get("height", "")):
        root.attributes |= {"width": str(size.width), "height": str(size.height)}
    return size


def _box(written: str) -> tuple[float, float, float, float] | None:
    """Parse a ``viewBox``: left, top, width, height; None where it is none."""
    numbers = re.split(r"[\s,]+", written.strip())
    try:
        x, y, width, height = map(float, numbers)
    except ValueError:
        return None
    return (x, y, width, height) if 0 < width < 1e9 and 0 < height < 1e9 else None


def _pixels(written: str) -> float:
    """Parse a length in pixels; 0 where it is none."""
    found = _LENGTH.fullmatch(written)
    pixels = float(found[1]) * _PIXELS[(found[2] or "").lower()] if found else 0.0
    return pixels if pixels < 1e9 else 0.0
