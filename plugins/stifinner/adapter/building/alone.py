"""One build at a time: whoever builds holds a lock beside the site, and the system lets go of it when they are gone.

The lock is the system's, on an open file; that the file lies there means nothing. Whoever is done clears it away.
Written here in few lines: the library for it leaves its file lying, where a person looks and git too.
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
"""What the system answers when somebody else has the lock."""
_NOT_HERE = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}
"""The file system knows no locks: then there is nobody to wait for."""


class BusyError(RefusedError):
    """Somebody else is building into the folder, and was not done in time."""


@contextmanager
def build_alone(
    places: Places, *, patience: float = 0, on_wait: Callable[[Path], None] = lambda _: None
) -> Iterator[None]:
    """Hold the lock. ``on_wait`` is told where somebody else has it; after ``patience`` seconds, ``BusyError``."""
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
    """Make the site whole for whoever comes along without building it, where an exchange was interrupted."""
    if places.site.exists() or not places.old.exists():
        return
    with build_alone(places):
        repair(places)


def _take(lock: Path) -> int | None:
    """The open file that holds the lock, or None where somebody else has it."""
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
    """Whether the lock is ours now."""
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
    """Whether the file still lies there, and was not cleared away by whoever had it before us."""
    try:
        return os.path.samestat(lock.stat(), os.fstat(file))
    except FileNotFoundError:
        return False


def _let_go(lock: Path, file: int) -> None:
    """Clear the file away while nobody else can have it: still open, or, on Windows, where that can't be, after.

    Ours is empty; what somebody wrote under that name stays.
    """
    ours = os.fstat(file).st_size == 0
    with suppress(OSError):
        if ours and sys.platform != "win32":
            lock.unlink()
    os.close(file)
    with suppress(OSError):
        if ours and sys.platform == "win32":
            lock.unlink()
