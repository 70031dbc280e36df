"""Files that are written together: all of them, or none."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


class NotEmptyError(Exception):
    """Raised where something is in the way; ``names`` are the names that are taken."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


@contextmanager
def draft_for(folder: Path) -> Iterator[Path]:
    """Open a folder to write in. When the block ends, what it wrote moves to ``folder``; if it fails, nothing is left.

    What is in ``folder`` already is never touched. Raises ``NotEmptyError`` where a name is taken.
    """
    if os.path.lexists(folder) and not folder.is_dir():
        raise NotEmptyError([folder.name])
    missing = [above for above in (folder, *folder.parents) if not above.exists()]
    moved: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # The draft lies in the folder itself, and so on the same disk: its parts are renamed, not copied.
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
        for above in missing:
            with suppress(OSError):
                above.rmdir()
        raise
