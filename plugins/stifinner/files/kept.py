"""Results that are costly to make, kept from build to build in a folder that anybody may delete at any time."""

import hashlib
import tempfile
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path

_SEAL = 16
"""Length of the checksum at the end of a kept file, in bytes."""


class Kept:
    """A folder of results, each in a file whose name follows from all that it is made of.

    ``folder``: None where nothing is to be kept. Nothing that is wrong with the folder changes what is built.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._used: set[Path] = set()

    def recall(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Give what was kept under the name, else what ``make`` gives, which is kept from now on."""
        if self._folder is None:
            return make()
        file = self._folder / name
        self._used.add(file)
        kept = _read(file)
        if kept is None:
            kept = make()
            _write(file, kept)
        return kept

    def clear(self, wanted: Collection[str] = ()) -> None:
        """Delete results that were not recalled since the start, except those ``wanted``.

        Failing to delete does no harm.
        """
        with suppress(OSError):
            for old in list(self._folder.iterdir()) if self._folder else ():
                if old not in self._used and old.name not in wanted:
                    with suppress(OSError):
                        old.unlink()


def _read(file: Path) -> bytes | None:
    """Read a kept file. None: there is none, another build has just deleted it, or its checksum is wrong."""
    try:
        sealed = file.read_bytes()
    except OSError:
        return None
    content, seal = sealed[:-_SEAL], sealed[-_SEAL:]
    return content if seal == _seal(content) else None


def _write(file: Path, content: bytes) -> None:
    """Write a file beside its final name and rename it, so that another build never sees half of it.

    In a folder that can't be written to nothing is kept.
    """
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as beside:
            half = Path(beside.name)
            try:
                beside.write(content + _seal(content))
                beside.close()
                half.replace(file)
            except BaseException:
                half.unlink(missing_ok=True)
                raise


def _seal(content: bytes) -> bytes:
    """Compute the checksum of a kept file."""
    return hashlib.blake2b(content, digest_size=_SEAL).digest()
