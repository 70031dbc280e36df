"""The pictures of the content: how large they are shown, at which address, and which bytes are published.

Where a picture lies, the picture itself is published, without what is said about it (``clean_picture``), for readers
who follow a link to it. Pages show another one, where the picture is too large, too heavy, turned or in a printer's
colours (``fit_picture``). That one takes the place of the first if nobody links to it, else it lies among the portal's
own files.
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
"""Pixels of a picture. More have only raw records of cameras, and pictures that are made to fill a machine's memory."""
MOST_MOVING = 400_000_000
"""Pixels of all frames of an animation together."""
MADE = "assets/pictures/"
"""Folder of the pictures that are made; no attachment can lie there."""
RECIPE = f"pillow {pillow_version}, 1"
"""What pictures are made with. The number is ours; raising it makes all of them anew."""
_ENDINGS = {".jpg": (".jpg", ".jpeg", ".jpe", ".jfif"), ".webp": (".webp",)}
"""Ending of a picture that is made → endings of originals whose place it may take."""
_WORTH_IT = 0.9
"""A picture that is only heavy is exchanged if the new one weighs less than this part of it."""


@dataclass(frozen=True)
class PictureShown:
    """A picture as pages show it; width and height in pixels."""

    address: str
    """Address from the portal's root."""
    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """A picture of the content, as far as its head says."""

    path: str
    """Path below the content folder."""
    width: int
    """Pixels as it is shown: upright, and not larger than a page can use."""
    height: int
    digest: str
    """Digest of the file's bytes."""
    is_clean: bool
    """Whether the file holds nothing but the picture, so that it is published as it is."""
    is_fit: bool
    """Whether pages can show the clean picture."""
    is_only_heavy: bool
    """Whether it is not fit for its weight alone."""
    ending: str
    """Ending of the fitted picture."""

    @property
    def keeps_name(self) -> bool:
        """Whether the fitted picture may take the original's place, by its ending."""
        return self.path.lower().endswith(_ENDINGS[self.ending])

    def shown(self, *, is_linked: bool) -> PictureShown:
        """Choose the address that pages show it from. ``is_linked``: whether somebody links to the original."""
        own = self.is_fit or (self.keeps_name and not is_linked)
        stem = slugify(posixpath.splitext(posixpath.basename(self.path))[0])[:60]
        made = f"{MADE}{'-'.join(filter(None, (stem, self.digest[:16])))}{self.ending}"
        return PictureShown(self.path if own else made, self.width, self.height)


def read_pictures(
    folder: Path, attachments: Iterable[str], problems: ProblemList, memory: Memory | None = None
) -> Mapping[str, Picture]:
    """Read every picture among the attachments, by path; one that no browser could show becomes a problem.

    Only heads are read, nothing is decoded. With a ``memory``, only files whose size or time has changed are read
    again, since a folder of photographs is larger than all texts together.
    """
    memory = memory or Memory()
    found: dict[str, Picture] = {}
    for path in attachments:
        file = find_attachment(folder, path)
        if not path.lower().endswith((*ENDINGS, DRAWING)) or not file.is_file():
            continue
        state = file.stat()
        stamp = (str(file), state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)
        picture = memory.recall(f"picture {path}", stamp, problems, partial(_read, file, path))
        if picture:
            found[path] = picture
    return found


def _read(file: Path, path: str, problems: ProblemList) -> Picture | None:
    """Read a picture or a drawing; None where it is none."""
    if path.lower().endswith(DRAWING):
        return _parse_drawing(path, file.read_bytes())
    try:
        return parse_picture(path, file.read_bytes())
    except Misread as wrong:
        problems.add(wrong.code, path, excerpt="", **wrong.details)
    return None


def parse_picture(path: str, content: bytes) -> Picture | None:
    """Parse the head of a picture, and check that the file goes on to its end; None where it is no picture.

    Raises Misread ``damaged-picture``, ``too-many-pixels`` or ``long-animation``.
    """
    file_format = format_of(content)
    if file_format is None:
        return None
    try:
        bare = file_format.bare(content)
        _check_pixels(bare.largest, bare.frames)
        with open_picture(file_format, bare.content) as image:
            size, turn, press = image.size, picture_turn(image), image.mode == "CMYK"
            frames = frames_of(image, bare.frames)
        if 0 in size:
            raise DamagedError
    except DamagedError as error:
        raise Misread("damaged-picture") from error
    _check_pixels(size, frames)
    # Browsers ignore the EXIF of an AVIF, and turn it by its own boxes.
    turned = turn != UPRIGHT and file_format is not AVIF
    heavy = len(bare.content) > HEAVY and frames == 1
    good = max(size) <= LONGEST and not (turned or press or file_format is BMP)
    width, height = fit_size(*(size[::-1] if turn in SIDEWAYS else size))
    return Picture(
        path,
        width,
        height,
        _digest(content),
        is_clean=bare.content == content,
        is_fit=good and not heavy,
        is_only_heavy=good and heavy,
        ending=".jpg" if file_format is JPEG else ".webp",
    )


def _parse_drawing(path: str, content: bytes) -> Picture | None:
    """Parse a drawing, which is published rebuilt; None for one that can't be rebuilt, which its check tells."""
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
    """Compute the digest that a picture is known by."""
    return hashlib.blake2b(content, digest_size=20).hexdigest()


def _check_pixels(size: tuple[int, int], frames: int) -> None:
    """Raise Misread for more pixels than can be shown. ``size``: width and height."""
    pixels = prod(size)
    numbers = {"width": size[0], "height": size[1], "frames": frames}
    if pixels > MOST_PIXELS:
        millions = {"pixels": round(pixels / 1_000_000), "most": MOST_PIXELS // 1_000_000}
        raise Misread("too-many-pixels", **numbers, **millions)
    if pixels * frames > MOST_MOVING:
        raise Misread("long-animation", **numbers)


def clean_picture(content: bytes) -> bytes:
    """Remove position, serial number, thumbnail and all else that is said about a picture; its pixels are not touched.

    How it is turned stays in. What is no picture, or a damaged one, stays as it is.
    """
    file_format = format_of(content)
    try:
        return file_format.bare(content).content if file_format else content
    except DamagedError:
        return content


def fit_picture(content: bytes) -> bytes:
    """Make a picture that pages can show; the clean picture where it is fit already.

    One that can't be decoded to its end is only cleaned, since half a picture is better than none.
    """
    file_format = format_of(content)
    try:
        picture = parse_picture("", content)
    except Misread:
        return content
    bare = clean_picture(content)
    if file_format is None or picture is None or picture.is_fit:
        return bare
    made = _remade(file_format, bare) or bare
    no_use = picture.is_only_heavy and file_format in {JPEG, WEBP} and len(made) > _WORTH_IT * len(bare)
    return bare if no_use else made


def print_picture(content: bytes) -> bytes:
    """Make a picture that papers can show: like a page's, but not AVIF, which the press can't read."""
    fitted = fit_picture(content)
    return (_remade(AVIF, fitted) or fitted) if format_of(fitted) is AVIF else fitted


def _remade(file_format: Format, bare: bytes) -> bytes | None:
    """Make a picture anew; None where it can't be decoded."""
    try:
        return remake_picture(file_format, bare, file_format.bare(bare).frames)
    except Exception:  # whatever Pillow finds wrong with it: half a picture is better than none
        return None
