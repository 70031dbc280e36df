"""Ids and addresses made from Norwegian text."""

import re
import unicodedata
from collections.abc import Container

_SPELT_OUT = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "đ": "d", "ŋ": "n", "ŧ": "t"})


def slugify(text: str) -> str:
    """Make an id or a part of an address: ``Før samlingen`` → ``for-samlingen``, only a–z, 0–9 and hyphens.

    Empty when nothing of the text is left.
    """
    spelt = unicodedata.normalize("NFC", text).lower().translate(_SPELT_OUT)
    ascii_only = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


def unique(wanted: str, taken: Container[str]) -> str:
    """Give ``wanted``, or ``wanted-2``, ``wanted-3`` … when it is taken.

    The free number is found by halving, so that thousands of equal headings take no time.
    """
    if wanted not in taken:
        return wanted
    last, free = 1, 2
    while f"{wanted}-{free}" in taken:
        last, free = free, 2 * free
    while free - last > 1:
        middle = (last + free) // 2
        if f"{wanted}-{middle}" in taken:
            last = middle
        else:
            free = middle
    return f"{wanted}-{free}"
