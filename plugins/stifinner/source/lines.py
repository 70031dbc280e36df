"""Looks along a file's lines."""

from collections.abc import Sequence


def text_from(lines: Sequence[str], index: int) -> str:
    """Give the first line with text, from an index on; empty where there is none."""
    # Not sliced: a long file is looked through from many places.
    return next((lines[at] for at in range(index, len(lines)) if lines[at].strip()), "")
