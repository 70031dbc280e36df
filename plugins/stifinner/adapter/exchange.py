"""A new site takes the place of the old one whole, or not at all.

The new site is built in ``site.next`` beside ``site``. The exchange is two renames, with the old site in ``site.old``
between them; whatever moment a machine stops at, ``repair`` finds a whole site again.
"""

import shutil
from dataclasses import dataclass
from pathlib import Path


class NotASiteError(Exception):
    """The folder to be replaced holds something else than a site."""


@dataclass(frozen=True)
class Places:
    """The three folders of an exchange."""

    site: Path
    next: Path
    old: Path

    @classmethod
    def beside(cls, site: Path) -> "Places":
        """The places that belong to ``site``; a link to a folder elsewhere is followed, and stays."""
        site = site.resolve()
        return cls(site, site.with_name(f"{site.name}.next"), site.with_name(f"{site.name}.old"))


def repair(places: Places) -> None:
    """Undo or finish an exchange that was interrupted, and clear away a site that was never finished."""
    if places.old.exists():
        if places.site.exists():
            shutil.rmtree(places.old)
        else:
            places.old.rename(places.site)
    discard_next(places)


def discard_next(places: Places) -> None:
    """Remove the site that was being built."""
    if places.next.exists():
        shutil.rmtree(places.next)


def refuse_other_folders(places: Places) -> None:
    """Raise ``NotASiteError`` where replacing the folder would delete something that is not a site."""
    site = places.site
    if not site.exists() or (site / "index.html").is_file():
        return
    if not site.is_dir() or any(site.iterdir()):
        raise NotASiteError(site)


def exchange(places: Places) -> None:
    """Put the next site in the old one's place. On any failure the old site is where it was."""
    refuse_other_folders(places)
    if places.site.exists():
        places.site.rename(places.old)
    try:
        places.next.rename(places.site)
    except OSError:
        if places.old.exists():
            places.old.rename(places.site)
        raise
    if places.old.exists():
        shutil.rmtree(places.old)
