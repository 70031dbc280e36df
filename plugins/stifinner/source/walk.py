"""Finds everything in the content folder: files to read, and what can't or must not be opened."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..attachments.names import DEEPEST, check_name, check_path, meant_name
from ..language.characters import unseen_in_name
from ..language.misread import Misread
from ..problems.problem import ProblemList

_IGNORED = re.compile(
    r"(?:[._].*|readme\.md|license.*|lisens.*|thumbs\.db|desktop\.ini|icon\r)", re.IGNORECASE | re.DOTALL
)
"""Names that are no content: hidden files, names with an underscore, the repository's own files, and systems' files."""


@dataclass
class Walk:
    """What was found in the content folder."""

    files: dict[str, Path] = field(default_factory=dict)
    """Path of every ordinary file, letters composed (NFC) → where it lies on disk."""
    closed: set[str] = field(default_factory=set)
    """Paths of files and folders that are there and can't be read; each is told."""

    def close(self, *paths: str) -> None:
        """Note that something is there and can't be read, so that a link to it is not told as leading nowhere."""
        self.closed.update(paths)

    def closed_pages(self) -> list[str]:
        """List the paths of pages among what can't be read, as links write them."""
        return [
            path for path in self.closed if path.endswith(".md") and path not in self.files and not unseen_in_name(path)
        ]


def walk_content(folder: Path, problems: ProblemList) -> Walk:
    """Find everything in a folder. What is no ordinary file or folder, or has an impossible name, becomes a problem."""
    walk = Walk()
    waiting = [("", folder)]
    while waiting:
        above, inside = waiting.pop()
        for name, entry in _entries(inside, above, walk, problems):
            path = f"{above}{unicodedata.normalize('NFC', name)}"
            if _is_named(name, path, above, walk, problems):
                _take(path, entry, folder, walk, waiting, problems)
    walk.files = dict(sorted(walk.files.items()))
    return walk


def _entries(folder: Path, above: str, walk: Walk, problems: ProblemList) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
    """Give the entries of a folder in order of their names; none where it can't be opened.

    ``above``: its path and a slash.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        path = above.rstrip("/")
        problems.add("unreadable-file", path)
        walk.close(path)
        return
    for entry in entries:
        if not _IGNORED.fullmatch(entry.name):
            yield entry.name, entry
        elif entry.name.startswith("_") and (entry.name.lower().endswith(".md") or entry.is_dir(follow_symlinks=False)):
            right = entry.name.lstrip("_") or "…"
            problems.add("left-out", f"{above}{unicodedata.normalize('NFC', entry.name)}", name=entry.name, right=right)


def _is_named(name: str, path: str, above: str, walk: Walk, problems: ProblemList) -> bool:
    """Tell whether a name can be written on every machine; one that can't becomes a problem, and is not opened."""
    try:
        check_name(unicodedata.normalize("NFC", name))
        check_path(path)
    except Misread as misread:
        details: dict[str, Any] = misread.details
        problems.add(misread.code, path, **details)
        # A link is written with the name that was meant, so that name is noted too.
        walk.close(path, above + meant_name(name))
        return False
    return True


def _take(
    path: str,
    entry: "os.DirEntry[str]",
    root: Path,
    walk: Walk,
    waiting: list[tuple[str, Path]],
    problems: ProblemList,
) -> None:
    """Take down a file, or note a folder in ``waiting``, to be walked later; links and devices become problems."""
    on_disk = Path(entry.path)
    if entry.is_symlink():
        problems.add("symlink-outside" if _leads_out(on_disk, root) else "symlink", path)
        walk.close(path)
        return
    mode = entry.stat(follow_symlinks=False).st_mode
    if stat.S_ISDIR(mode):
        if path.count("/") < DEEPEST:
            waiting.append((f"{path}/", on_disk))
        else:
            problems.add("deep-folder", path, most=DEEPEST)
            walk.close(path)
    elif not stat.S_ISREG(mode):
        problems.add("not-a-file", path)
        walk.close(path)
    elif path in walk.files:
        # Two names of the same letters: one has å as one character, the other as a and a ring.
        first, second = (ascii(name)[1:-1] for name in (walk.files[path].name, entry.name))
        problems.add("twin-names", path, first=first, second=second)
    else:
        walk.files[path] = on_disk


def _leads_out(link: Path, root: Path) -> bool:
    """Tell whether a symbolic link leads out of the folder; one that leads to itself does not."""
    try:
        return not link.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False
