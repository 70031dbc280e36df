"""Two folders change places in one step, on systems that can (Linux, macOS)."""

import os
import sys
from pathlib import Path

_HERE = -100
"""Linux' AT_FDCWD: paths are as they are written."""
_BOTH = 2
"""Linux' RENAME_EXCHANGE, and RENAME_SWAP of macOS."""


def swap(one: Path, other: Path) -> bool:
    """Let two folders change places. False: it can't be done here, and nothing has happened."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        # A Python may be built without it.
        import ctypes

        if sys.platform == "linux":
            return bool(ctypes.CDLL(None).renameat2(_HERE, first, _HERE, second, _BOTH) == 0)
        if sys.platform == "darwin":
            return bool(ctypes.CDLL(None).renamex_np(first, second, _BOTH) == 0)
    except (ImportError, OSError, AttributeError):
        return False
    return False
