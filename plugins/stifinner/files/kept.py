"""What is made at some cost and kept from build to build, in a folder that may be thrown away at any time."""

import hashlib
import tempfile
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

_SEAL = 16
"""Bytes at the end of a kept file that follow from all before them."""


class Kept:
    """A folder of files whose names follow from all they are made of. ``folder``: None where nothing is kept.

    Whatever is wrong with the folder, builds are as they would be without it.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._used: set[Path] = set()

    def recall(self, name: str, make: Callable[[], bytes]) -> bytes:
        """What was kept under the name, else what ``make`` gives now."""
        if self._folder is None:
            return make()
        place = self._folder / name
        self._used.add(place)
        kept = _read(place)
        if kept is None:
            kept = make()
            _write(place, kept)
        return kept

    def clear(self, wanted: Collection[str] = ()) -> None:
        """Throw away what nobody has asked for, nor wants; what can't be thrown away does no harm."""
        with suppress(OSError):
            for old in list(self._folder.iterdir()) if self._folder else ():
                if old not in self._used and old.name not in wanted:
                    with suppress(OSError):
                        old.unlink()


def _read(place: Path) -> bytes | None:
    """What was kept; None where nothing is, another build has just cleared it away, or it is not what was written."""
    try:
        sealed = place.read_bytes()
    except OSError:
        return None
    content, seal = sealed[:-_SEAL], sealed[-_SEAL:]
    return content if seal == _seal(content) else None


def _write(place: Path, content: bytes) -> None:
    """Written beside and then renamed: another build never sees half a file. A folder that is shut keeps nothing."""
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as beside:
            half = Path(beside.name)
            try:
                beside.write(content + _seal(content))
                beside.close()
                half.replace(place)
            except BaseException:
                half.unlink(missing_ok=True)
                raise


def _seal(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_SEAL).digest()
