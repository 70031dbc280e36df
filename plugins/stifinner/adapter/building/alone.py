"""Let one build at a time write into a folder: it holds a lock on a file beside the site.

The lock is the operating system's, on an open file: it ends with the process, and a file that lies there without a
lock means nothing. The build removes the file when it is done. The library for this (filelock) does not remove it, and
people and git would see it.
"""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .exchange import Places, RefusedError, repair

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PAUSE = 0.2
"""Seconds between two tries."""
_TAKEN = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
"""Errors by which the system says that another process has the lock."""
_NOT_HERE = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}
"""Errors by which the file system says that it has no locks: then nothing is waited for."""


class BusyError(RefusedError):
    """Another process is building into the folder, and was not done in time."""


@contextmanager
def build_alone(
    places: Places, *, patience: float = 0, on_wait: Callable[[Path], None] = lambda _: None
) -> Iterator[None]:
    """Hold the lock during the block.

    Where another process has it, ``on_wait`` is called once with the site's folder; after ``patience`` seconds,
    ``BusyError`` is raised.
    """
    lock = places.lock
    lock.parent.mkdir(parents=True, exist_ok=True)
    last = time.monotonic() + patience
    waiting = False
    while (held := _take(lock)) is None:
        if time.monotonic() >= last:
            raise BusyError(places.site)
        if not waiting:
            on_wait(places.site)
            waiting = True
        time.sleep(_PAUSE)
    try:
        yield
    finally:
        _let_go(lock, held)


def repair_left(places: Places) -> None:
    """Put the old site back where an exchange was interrupted; for commands that do not build into the folder."""
    if places.site.exists() or not places.old.exists():
        return
    with build_alone(places):
        repair(places)


def _take(lock: Path) -> int | None:
    """Open and lock the file, and give its descriptor; None where another process has the lock."""
    file = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        if _lock(file) and _is_still(lock, file):
            return file
    except BaseException:
        os.close(file)
        raise
    os.close(file)
    return None


def _lock(file: int) -> bool:
    """Lock an open file; returns whether it is ours now. True too where the file system has no locks."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _TAKEN | _NOT_HERE:
            raise
        return error.errno in _NOT_HERE
    return True


def _is_still(lock: Path, file: int) -> bool:
    """Tell whether the open file is the one that lies there: the process that had the lock may have removed it."""
    try:
        return os.path.samestat(lock.stat(), os.fstat(file))
    except FileNotFoundError:
        return False


def _let_go(lock: Path, file: int) -> None:
    """Remove the file and let go of the lock.

    The file is removed first, while no other process can have the lock; Windows removes no open file, so there it is
    removed afterwards. A file with something in it is not ours, and stays.
    """
    ours = os.fstat(file).st_size == 0
    with suppress(OSError):
        if ours and sys.platform != "win32":
            lock.unlink()
    os.close(file)
    with suppress(OSError):
        if ours and sys.platform == "win32":
            lock.unlink()
