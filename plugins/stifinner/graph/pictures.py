"""Where pages find each picture, and which pictures have to be made for that."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from ..attachments.pictures import Picture, PictureShown


@dataclass(frozen=True)
class Pictures:
    """The pictures among the attachments."""

    found: Mapping[str, Picture] = field(default_factory=dict)
    """By path."""
    shown: Mapping[str, PictureShown] = field(default_factory=dict)
    """By path, as pages show them."""
    used: Collection[str] = frozenset()
    """Paths of those that a page shows."""
    downloads: Collection[str] = frozenset()
    """Paths of those that a link leads to."""
    within: Mapping[str, Mapping[str, PictureShown]] = field(default_factory=dict)
    """Path of a file → the pictures it shows, by path."""

    @property
    def fitted(self) -> Mapping[str, str]:
        """Address of each picture that has to be made fit, and the path of the one it is made of."""
        made = {shown.address: path for path, shown in self.shown.items() if not self._stays(path)}
        return {address: path for address, path in made.items() if path in self.used or address == path}

    @property
    def cleaned(self) -> Collection[str]:
        """Paths of those that are published where they lie, without what is said about them."""
        places = [path for path, picture in self.found.items() if not picture.is_clean and self._lies(path)]
        return frozenset(places) - set(self.fitted)

    @property
    def held_back(self) -> Collection[str]:
        """Paths of those that are not published as they lie there."""
        return frozenset(path for path in self.found if not self._lies(path)) | {*self.fitted} | {*self.cleaned}

    def _stays(self, path: str) -> bool:
        return path not in self.found or self.found[path].is_fit

    def _lies(self, path: str) -> bool:
        """Whether anything is published where it lies: nobody asks there for one that is only shown, and elsewhere."""
        elsewhere = path in self.used and self.shown[path].address != path
        return path in self.downloads or not elsewhere


NO_PICTURES = Pictures()


def resolve_pictures(
    found: Mapping[str, Picture],
    images: Mapping[str, Collection[str]],
    downloads: Collection[str],
    mark: str,
) -> Pictures:
    """What becomes of each picture.

    ``images``: paths of those that each file shows; ``downloads``: of those that links lead to; ``mark``: of the
    portal's own.
    """
    used = {path for shown_there in images.values() for path in shown_there} | {mark}
    shown = {path: picture.shown(is_linked=path in downloads) for path, picture in found.items()}
    within = {
        file: {path: shown[path] for path in sorted(there) if path in shown} for file, there in images.items() if there
    }
    return Pictures(found, shown, frozenset(used), frozenset(downloads), within)
