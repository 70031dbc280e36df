"""Exchange two folders in one step, on systems that can (Linux, macOS)."""

import os
import sys
from pathlib import Path

_HERE = -100
"""Linux' AT_FDCWD: relative paths begin at the current folder."""
_BOTH = 2
"""RENAME_EXCHANGE of Linux, and RENAME_SWAP of macOS: the same number."""


def swap(one: Path, other: Path) -> bool:
    """Move each of two folders to the other's path. Returns False where the system can't: nothing has changed then."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        # Some builds of Python come without ctypes.
        import ctypes

        if sys.platform == "linux":
            return bool(ctypes.CDLL(None).renameat2(_HERE, first, _HERE, second, _BOTH) == 0)
        if sys.platform == "darwin":
            return bool(ctypes.CDLL(None).renamex_np(first, second, _BOTH) == 0)
    except (ImportError, OSError, AttributeError):
        return False
    return False
