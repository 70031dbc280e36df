"""What is made at some cost and kept from build to build, in a folder that may be thrown away at any time."""

import tempfile
from collections.abc import Callable, Collection
from pathlib import Path


class Kept:
    """A folder of files whose names follow from all they are made of.

    ``folder``: None where nothing is kept; ``is_whole``: whether a file has its end, since a build may be killed.
    """

    def __init__(self, folder: Path | None, is_whole: Callable[[bytes], bool]) -> None:
        self._folder = folder
        self._is_whole = is_whole
        self._used: set[Path] = set()

    def recall(self, name: str, make: Callable[[], bytes]) -> bytes:
        """What was kept under the name, else what ``make`` gives now."""
        if self._folder is None:
            return make()
        place = self._folder / name
        self._used.add(place)
        kept = self._read(place)
        if kept is None:
            kept = make()
            _write(place, kept)
        return kept

    def clear(self, wanted: Collection[str] = ()) -> None:
        """Throw away what nobody has asked for, nor wants."""
        for old in self._folder.glob("*") if self._folder else ():
            if old not in self._used and old.name not in wanted and old.is_file():
                old.unlink(missing_ok=True)

    def _read(self, place: Path) -> bytes | None:
        """What was kept; None where nothing is, another build has just cleared it away, or only a part is there."""
        try:
            content = place.read_bytes()
        except OSError:
            return None
        return content if self._is_whole(content) else None


def _write(place: Path, content: bytes) -> None:
    """Written beside and then renamed: another build never sees half a file. A folder that is shut keeps nothing."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as beside:
            beside.write(content)
        Path(beside.name).replace(place)
    except OSError:
        return
