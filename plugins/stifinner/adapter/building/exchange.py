"""A new site takes the place of the old one whole, or not at all.

The new site is built in ``site.next`` beside ``site``, and the two change places in one step. Where the system has no
such step, it is two renames, with the old site in ``site.old`` between them. Whatever moment a build is killed at, the
old site or the new one stands, or ``repair`` finds it again.
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
    """Nothing was begun in the folder, for a reason that is not the portal's content."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class NotASiteError(RefusedError):
    """The folder to be replaced holds something else than a site."""


class SourceInTheWayError(RefusedError):
    """The site would replace what it is made of, or lie in it."""

    def __init__(self, folder: Path, source: Path) -> None:
        super().__init__(folder)
        self.source = source


@dataclass(frozen=True)
class Places:
    """The folders of an exchange, and the file that is locked meanwhile."""

    site: Path
    next: Path
    old: Path
    lock: Path

    @classmethod
    def beside(cls, site: Path) -> "Places":
        """The places that belong to ``site``; a link to a folder elsewhere is followed, and stays."""
        with suppress(RuntimeError):
            # What Python before 3.13 says of a link to itself; later ones give it back.
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
        # Nothing of ours, and what is built must not end up somewhere else.
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(places.next))
    if places.next.exists():
        remove_folder(places.next)


def clear_away(folder: Path) -> bool:
    """Whether a folder that nobody needs is gone; somebody may have a file in it open."""
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
        for place, _, files in os.walk(folder):
            for path in (Path(place), *(Path(place, name) for name in files)):
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

    False: the new site stands, but the old one could not be cleared away.
    """
    refuse_other_folders(places)
    if not places.site.exists():
        places.next.rename(places.site)
        return True
    if swap(places.next, places.site):
        if clear_away(places.next):
            return True
        # There it would be in the way of the next build.
        with suppress(OSError):
            places.next.rename(places.old)
        return False
    exchange_by_renames(places)
    return clear_away(places.old)


def exchange_by_renames(places: Places) -> None:
    """The same in two steps, with the old site in ``site.old``."""
    try:
        places.site.rename(places.old)
        places.next.rename(places.site)
    except BaseException:
        if not places.site.exists():
            places.old.rename(places.site)
        raise
