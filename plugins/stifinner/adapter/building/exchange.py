"""Put a new site in the place of the old one: all of it, or nothing.

The new site is built in ``site.next`` beside ``site``, and the two are exchanged in one step. Where the system has no
such step, it takes two renames, with the old site in ``site.old`` between them. Whenever a build is killed, the old
site or the new one stands, or ``repair`` puts the old one back.
"""

import errno
import os
import shutil
import stat
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from .swap import swap


class RefusedError(Exception):
    """Nothing is built into the folder, for a reason that is not the portal's content."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class NotASiteError(RefusedError):
    """The folder to be replaced holds something that is not a site."""


class SourceInTheWayError(RefusedError):
    """The site would replace what it is made from, or lie in it."""

    def __init__(self, folder: Path, source: Path) -> None:
        super().__init__(folder)
        self.source = source


@dataclass(frozen=True)
class Places:
    """The folders of an exchange, and the file that is locked meanwhile."""

    site: Path
    """The site that readers see."""
    next: Path
    """Where a new site is built."""
    old: Path
    """Where the old site is between two renames."""
    lock: Path

    @classmethod
    def beside(cls, site: Path) -> "Places":
        """Make the paths that belong to ``site``. Of a symbolic link, the folder that it leads to is the site.

        Raises ``OSError`` for a link to itself.
        """
        with suppress(RuntimeError):
            # Raised by Python before 3.13 for a link to itself; later versions return the link.
            site = site.resolve()
        if site.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(site))
        return cls(site, *(site.parent / f"{site.name}.{ending}" for ending in ("next", "old", "lock")))


def repair(places: Places) -> None:
    """Undo or finish an exchange that was interrupted, and clear away a site that was never finished."""
    if not places.site.exists() and places.old.is_dir():
        places.old.rename(places.site)
    clear_away(places.old)
    if places.next.is_symlink() or places.next.is_file():
        # A link or a file there is not ours, and through a link the new site would be built somewhere else.
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(places.next))
    if places.next.exists():
        remove_folder(places.next)


def clear_away(folder: Path) -> bool:
    """Try to remove a folder that nobody needs; returns whether it is gone. A file in it may be open elsewhere."""
    try:
        if folder.exists():
            remove_folder(folder)
    except OSError:
        return False
    return True


def remove_folder(folder: Path) -> None:
    """Remove a folder with all that is in it, also what was made read-only."""
    try:
        shutil.rmtree(folder)
    except PermissionError:
        for parent, _, files in os.walk(folder):
            for path in (Path(parent), *(Path(parent, name) for name in files)):
                if not path.is_symlink():
                    path.chmod(path.stat().st_mode | stat.S_IRWXU)
        shutil.rmtree(folder)


def refuse_other_folders(places: Places) -> None:
    """Raise ``NotASiteError`` where replacing the folder would delete something that is not a site."""
    site = places.site
    if not site.exists() or ((site / "index.html").is_file() and not os.path.lexists(site / ".git")):
        return
    if not site.is_dir() or any(site.iterdir()):
        raise NotASiteError(site)


def refuse_sources(places: Places, sources: Iterable[Path], apart: Iterable[Path]) -> None:
    """Raise ``SourceInTheWayError`` where the site would replace what it is made of, or a folder that holds it.

    ``apart``: folders that the site may not lie in either.
    """
    apart = tuple(folder.resolve() for folder in apart)
    for source in (*(source.resolve() for source in sources), *apart):
        if source.is_relative_to(places.site) or (source in apart and places.site.is_relative_to(source)):
            raise SourceInTheWayError(places.site, source)


def exchange(places: Places) -> bool:
    """Put the next site in the old one's place. On any failure the old site is where it was.

    Returns False where the new site stands, but the old one could not be removed.
    """
    refuse_other_folders(places)
    if not places.site.exists():
        places.next.rename(places.site)
        return True
    if swap(places.next, places.site):
        if clear_away(places.next):
            return True
        # The old site is now in ``site.next``, where it would be in the way of the next build.
        with suppress(OSError):
            places.next.rename(places.old)
        return False
    exchange_by_renames(places)
    return clear_away(places.old)


def exchange_by_renames(places: Places) -> None:
    """Exchange the two sites by two renames, with the old one in ``site.old`` between them."""
    try:
        places.site.rename(places.old)
        places.next.rename(places.site)
    except BaseException:
        if not places.site.exists():
            places.old.rename(places.site)
        raise
