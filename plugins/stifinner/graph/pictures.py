"""Where pages find each picture, and which pictures the build has to clean or make fit.

*Clean*: without what the file says beside the picture (camera, place). *Fit*: also small enough for a page.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ..attachments.pictures import Picture, PictureShown


@dataclass(frozen=True)
class Pictures:
    """The pictures among the attachments."""

    found: Mapping[str, Picture] = field(default_factory=dict)
    """Path → what the picture's file says of itself."""
    shown: Mapping[str, PictureShown] = field(default_factory=dict)
    """Path → the picture as pages show it."""
    used: Collection[str] = frozenset()
    """Paths of those that a page shows."""
    downloads: Collection[str] = frozenset()
    """Paths of those that a link leads to."""
    within: Mapping[str, Mapping[str, PictureShown]] = field(default_factory=dict)
    """Path of a content file → path → each picture that it shows."""

    @property
    def fitted(self) -> Mapping[str, str]:
        """Address of each picture that has to be made → path of the picture that it is made from."""
        made = {shown.address: path for path, shown in self.shown.items() if not self._stays(path)}
        return {address: path for address, path in made.items() if path in self.used or address == path}

    @property
    def cleaned(self) -> Collection[str]:
        """Paths of the pictures that are published under their own path, but cleaned first."""
        places = [path for path, picture in self.found.items() if not picture.is_clean and self._lies(path)]
        return frozenset(places) - set(self.fitted)

    @property
    def held_back(self) -> Collection[str]:
        """Paths of the pictures that are not published byte for byte under their own path."""
        return frozenset(path for path in self.found if not self._lies(path)) | {*self.fitted} | {*self.cleaned}

    def _stays(self, path: str) -> bool:
        """Tell whether pages can show the picture without making another of it."""
        return path not in self.found or self.found[path].is_fit

    def _lies(self, path: str) -> bool:
        """Tell whether anything is published under the picture's own path.

        A picture that pages show under another address, and that no link leads to, is not needed there.
        """
        elsewhere = path in self.used and self.shown[path].address != path
        return path in self.downloads or not elsewhere


NO_PICTURES = Pictures()


def resolve_pictures(
    found: Mapping[str, Picture],
    images: Mapping[str, Collection[str]],
    downloads: Collection[str],
    mark: str,
) -> Pictures:
    """Find out under which address each picture is shown, and by whom.

    ``found``: path → picture; ``images``: path of a content file → paths of the pictures it shows; ``downloads``:
    paths that links lead to; ``mark``: path of the portal's own mark, empty without one.
    """
    used = {path for paths in images.values() for path in paths} | {mark}
    shown = {path: picture.shown(is_linked=path in downloads) for path, picture in found.items()}
    within = {
        file: {path: shown[path] for path in sorted(paths) if path in shown} for file, paths in images.items() if paths
    }
    return Pictures(found, shown, frozenset(used), frozenset(downloads), within)
