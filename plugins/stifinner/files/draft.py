"""What is made of several files is made whole, or not at all."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class NotEmptyError(Exception):
    """Something is there already; ``names`` says what."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


@contextmanager
def draft_for(folder: Path) -> Iterator[Path]:
    """A folder to write in. When all is written, its parts move to ``folder``; on any failure nothing is left.

    Nothing that is there is touched. Raises ``NotEmptyError`` where the name of a part is taken.
    """
    if os.path.lexists(folder) and not folder.is_dir():
        raise NotEmptyError([folder.name])
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    moved: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # In the folder itself, and so on the same disk.
        with tempfile.TemporaryDirectory(prefix=".stifinner-", dir=folder) as draft:
            yield Path(draft)
            parts = sorted(Path(draft).iterdir())
            if taken := [part.name for part in parts if os.path.lexists(folder / part.name)]:
                raise NotEmptyError(taken)
            for part in parts:
                moved.append(part.rename(folder / part.name))
    except BaseException:
        for part in moved:
            shutil.rmtree(part) if part.is_dir() else part.unlink()
        for place in missing:
            with suppress(OSError):
                place.rmdir()
        raise
