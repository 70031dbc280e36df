"""Ids and addresses made from Norwegian text."""

import re
import unicodedata
from collections.abc import Container

_SPELT_OUT = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ß": "ss", "đ": "d", "ŋ": "n", "ŧ": "t"})


def slugify(text: str) -> str:
    """``Før samlingen`` → ``for-samlingen``; only a–z, 0–9 and hyphens. Empty when nothing is left."""
    spelt = unicodedata.normalize("NFC", text).lower().translate(_SPELT_OUT)
    ascii_only = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


def unique(wanted: str, taken: Container[str]) -> str:
    """``wanted``, or ``wanted-2``, ``wanted-3`` … when it is taken."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
