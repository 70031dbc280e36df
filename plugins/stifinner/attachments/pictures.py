"""The pictures of the content: how large they are shown, at which address, and what is published of them.

Where a picture lies, the picture itself is published, without what is said about it (``clean_picture``): that is for
whoever takes it home by a link. One that is too large, too heavy, turned or in colours of a printing press is made anew
for the page (``fit_picture``), and stands beside the portal's own files unless nobody asks for the one it is made of.
"""

import hashlib
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from math import prod
from pathlib import Path

from PIL import __version__ as pillow_version

from ..files.memory import Memory
from ..language.misread import Misread
from ..language.slugs import slugify
from ..problems.problem import ProblemList
from .drawings.drawing import rebuild_drawing
from .formats.bare import DamagedError
from .formats.exif import SIDEWAYS, UPRIGHT
from .formats.registry import (
    AVIF,
    BMP,
    ENDINGS,
    JPEG,
    WEBP,
    Format,
    format_of,
    open_picture,
)
from .places import find_attachment
from .remade import (
    HEAVY,
    LONGEST,
    fit_size,
    frames_of,
    picture_turn,
    remake_picture,
)
from .types import DRAWING

MOST_PIXELS = 80_000_000
"""Pixels of a picture; beyond it lie cameras' own records and bombs."""
MOST_MOVING = 400_000_000
"""Pixels of an animation, all frames together."""
MADE = "assets/pictures/"
"""Folder of pictures that are made; no attachment can lie there."""
RECIPE = f"pillow {pillow_version}, 1"
"""What pictures are made with; the number is ours, for when they are to be made otherwise."""
_ENDINGS = {".jpg": (".jpg", ".jpeg", ".jpe", ".jfif"), ".webp": (".webp",)}
"""What is made → what names of it end with."""
_WORTH_IT = 0.9
"""A picture that is only heavy is left alone unless a new one is so much lighter."""


@dataclass(frozen=True)
class PictureShown:
    """A picture as pages show it."""

    address: str
    """From the portal's root."""
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """A picture of the content."""

    path: str
    width: int
    """As it is shown: upright, and not larger than a page can use."""
    height: int
    digest: str
    """Of its bytes."""
    is_clean: bool
    """Whether it can be published as it lies there."""
    is_fit: bool
    """Whether pages can show it as it is, once it is clean."""
    is_only_heavy: bool
    """Whether nothing but its weight is against it."""
    ending: str
    """What its name ends with when it is made fit."""

    @property
    def keeps_name(self) -> bool:
        """Whether the one that is made fit may stand where it lies."""
        return self.path.lower().endswith(_ENDINGS[self.ending])

    def shown(self, *, is_linked: bool) -> PictureShown:
        """Where pages find it. ``is_linked``: whether somebody takes it home as it is."""
        own = self.is_fit or (self.keeps_name and not is_linked)
        stem = slugify(posixpath.splitext(posixpath.basename(self.path))[0])[:60]
        made = f"{MADE}{'-'.join(filter(None, (stem, self.digest[:16])))}{self.ending}"
        return PictureShown(self.path if own else made, self.width, self.height)


def read_pictures(
    folder: Path, attachments: Iterable[str], problems: ProblemList, memory: Memory | None = None
) -> Mapping[str, Picture]:
    """Every picture among the attachments, by path; what no browser could show becomes a problem.

    Nothing is decoded. While somebody works, only those whose size or time has changed are read again: a folder of
    photographs is larger than all texts together.
    """
    memory = memory or Memory()
    found: dict[str, Picture] = {}
    for path in attachments:
        place = find_attachment(folder, path)
        if not path.lower().endswith((*ENDINGS, DRAWING)) or not place.is_file():
            continue
        state = place.stat()
        stamp = (str(place), state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)
        picture = memory.recall(f"picture {path}", stamp, problems, partial(_read, place, path))
        if picture:
            found[path] = picture
    return found


def _read(place: Path, path: str, problems: ProblemList) -> Picture | None:
    if path.lower().endswith(DRAWING):
        return _parse_drawing(path, place.read_bytes())
    try:
        return parse_picture(path, place.read_bytes())
    except Misread as wrong:
        problems.add(wrong.code, path, excerpt="", **wrong.details)
    return None


def parse_picture(path: str, content: bytes) -> Picture | None:
    """What the head of a picture says, and whether the file goes on to its end; None where it is no picture.

    Raises ``Misread`` for one that is damaged or declares more pixels than can be shown.
    """
    kind = format_of(content)
    if kind is None:
        return None
    try:
        bare = kind.bare(content)
        _check_pixels(bare.largest, bare.frames)
        with open_picture(kind, bare.content) as image:
            size, turn, press = image.size, picture_turn(image), image.mode == "CMYK"
            frames = frames_of(image, bare.frames)
        if 0 in size:
            raise DamagedError
    except DamagedError as error:
        raise Misread("damaged-picture") from error
    _check_pixels(size, frames)
    # Browsers turn an AVIF by what stands in the picture itself.
    turned = turn != UPRIGHT and kind is not AVIF
    heavy = len(bare.content) > HEAVY and frames == 1
    good = max(size) <= LONGEST and not (turned or press or kind is BMP)
    width, height = fit_size(*(size[::-1] if turn in SIDEWAYS else size))
    return Picture(
        path,
        width,
        height,
        _digest(content),
        is_clean=bare.content == content,
        is_fit=good and not heavy,
        is_only_heavy=good and heavy,
        ending=".jpg" if kind is JPEG else ".webp",
    )


def _parse_drawing(path: str, content: bytes) -> Picture | None:
    """A drawing, which is rebuilt as it is published; None for one that can't be, as its check has told."""
    try:
        drawing = rebuild_drawing(content)
    except Misread:
        return None
    return Picture(
        path,
        drawing.width,
        drawing.height,
        _digest(content),
        is_clean=True,
        is_fit=True,
        is_only_heavy=False,
        ending=DRAWING,
    )


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=20).hexdigest()


def _check_pixels(size: tuple[int, int], frames: int) -> None:
    pixels = prod(size)
    numbers = {"width": size[0], "height": size[1], "frames": frames}
    if pixels > MOST_PIXELS:
        millions = {"pixels": round(pixels / 1_000_000), "most": MOST_PIXELS // 1_000_000}
        raise Misread("too-many-pixels", **numbers, **millions)
    if pixels * frames > MOST_MOVING:
        raise Misread("long-animation", **numbers)


def clean_picture(content: bytes) -> bytes:
    """The picture, pixel for pixel, without position, serial number, thumbnail and what else is said about it.

    How it is turned is still said. What is no picture, or a damaged one, stays as it is.
    """
    kind = format_of(content)
    try:
        return kind.bare(content).content if kind else content
    except DamagedError:
        return content


def fit_picture(content: bytes) -> bytes:
    """The picture as pages show it; the same bytes where it is fit already.

    What can't be decoded to its end is only cleaned: half a picture is better than none.
    """
    kind = format_of(content)
    try:
        picture = parse_picture("", content)
    except Misread:
        return content
    bare = clean_picture(content)
    if kind is None or picture is None or picture.is_fit:
        return bare
    made = _remade(kind, bare) or bare
    no_use = picture.is_only_heavy and kind in {JPEG, WEBP} and len(made) > _WORTH_IT * len(bare)
    return bare if no_use else made


def print_picture(content: bytes) -> bytes:
    """The picture as papers show it: what they are set with does not know AVIF."""
    fitted = fit_picture(content)
    return (_remade(AVIF, fitted) or fitted) if format_of(fitted) is AVIF else fitted


def _remade(kind: Format, bare: bytes) -> bytes | None:
    try:
        return remake_picture(kind, bare, kind.bare(bare).frames)
    except Exception:  # whatever Pillow finds wrong with it: half a picture is better than none
        return None
