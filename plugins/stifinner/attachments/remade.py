"""Makes a picture anew: upright, no larger than a page can use, and light enough for a phone."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms
from PIL.ImageFile import ImageFile

from .formats.exif import UPRIGHT, turn_of
from .formats.registry import JPEG, Format, open_picture

LONGEST = 1600
"""Pixels of the longer side: twice what the widest column of a page has."""
HEAVY = 800_000
"""Bytes beyond which a picture is made anew."""
_LIGHT = 300_000
"""Bytes up to which a picture is kept without loss."""
_QUALITIES = (82, 72, 60)
"""Qualities that are tried in this order; the first is good enough for print."""
_QUALITY_MOVING = 75
_NO_TIME = 100
"""Milliseconds that browsers show a frame for that has no time of its own."""
_TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture is turned, as EXIF numbers it → what makes it upright."""
_SIXTEEN_BITS = {"I;16", "I;16L", "I;16B", "I;16N", "I", "F"}
"""Pillow's modes with more than 256 shades of gray."""


def remake_picture(file_format: Format, content: bytes, frames: int) -> bytes:
    """Make a picture anew: as JPEG if it is one, else as WebP, which can be transparent and can move.

    ``frames``: as many as were counted in the file. What can't be decoded raises whatever Pillow raises.
    """
    with open_picture(file_format, content) as image:
        size = fit_size(*image.size)
        turn, frames = picture_turn(image), frames_of(image, frames)
        if frames > 1:
            return _encode_moving(_Moving(image, frames, size, turn))
        image.draft(image.mode, size)
        flat, profile = _convert_colours(_shrink(image, size), gray=file_format is JPEG)
        upright = flat.transpose(_TURNED[turn]) if turn in _TURNED else flat
        return _encode_jpeg(upright, profile) if file_format is JPEG else _encode_webp(upright, profile)


def fit_size(width: int, height: int) -> tuple[int, int]:
    """Reckon the width and the height that a picture is shown in."""
    longer = max(width, height)
    if longer <= LONGEST:
        return width, height
    return max(1, round(width * LONGEST / longer)), max(1, round(height * LONGEST / longer))


def picture_turn(image: ImageFile) -> int:
    """Find how an opened picture is turned, from 1 (upright) to 8."""
    return turn_of(image.info["exif"].removeprefix(b"Exif\0\0")) if image.info.get("exif") else UPRIGHT


def frames_of(image: ImageFile, counted: int) -> int:
    """Count the frames of an opened picture: those ``counted`` in the file, but an AVIF's by its decoder."""
    return max(counted, getattr(image, "n_frames", 1)) if image.format == "AVIF" else counted


def _shrink(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Shrink a picture to the size that it is shown in, in a mode whose colours can be mixed."""
    if image.mode in _SIXTEEN_BITS:
        image = _eight_bits(image)
    elif image.mode not in {"L", "RGB", "RGBA", "CMYK"}:
        image = image.convert("RGBA" if image.has_transparency_data else "L" if image.mode == "1" else "RGB")
    elif image.has_transparency_data:
        image = image.convert("RGBA")
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Convert 65,536 shades of gray to 256; Pillow itself would cut off all that are above 255."""
    return image.convert("I").point(lambda shade: shade * (1 / 257) + 0.5).convert("L")


def _convert_colours(image: Image.Image, *, gray: bool) -> tuple[Image.Image, bytes | None]:
    """Convert a picture to colours that browsers show, and give the profile that says how these are meant.

    A profile of other colours (a printing press's, or of grays) is applied and not kept, since it says nothing about
    the new ones. ``gray``: whether shades of gray may stay.
    """
    profile: bytes | None = image.info.get("icc_profile")
    meant = profile[16:20] if profile else b""
    if image.mode == "L" and gray:
        return image, profile if meant == b"GRAY" else None
    if image.mode in {"L", "CMYK"}:
        fits = {"L": b"GRAY", "CMYK": b"CMYK"}[image.mode] == meant
        return (_apply_profile(image, profile) if profile and fits else image.convert("RGB")), None
    return image, profile if meant == b"RGB " else None


def _apply_profile(image: Image.Image, profile: bytes) -> Image.Image:
    """Convert a picture to sRGB by its profile, or without it where the profile is broken."""
    try:
        source, target = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        made = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        made = None
    return made or image.convert("RGB")


def _encode_jpeg(image: Image.Image, profile: bytes | None) -> bytes:
    """Encode in the best quality that is not heavy."""
    return _lightest(
        _save(image, "JPEG", quality=quality, progressive=True, optimize=True, icc_profile=profile)
        for quality in _QUALITIES
    )


def _encode_webp(image: Image.Image, profile: bytes | None) -> bytes:
    """Encode without loss where that is light: letters and lines suffer from what photographs do not show."""
    exact = _save(image, "WEBP", lossless=True, method=4, quality=60, icc_profile=profile)
    if len(exact) <= _LIGHT:
        return exact
    made = (_save(image, "WEBP", quality=quality, method=4, icc_profile=profile) for quality in _QUALITIES)
    return _lightest(made)


def _lightest(made: Iterable[bytes]) -> bytes:
    """Give the first encoding that is not heavy, else the last."""
    encoded = b""
    for encoded in made:
        if len(encoded) <= HEAVY:
            break
    return encoded


class _Moving(Image.Image):
    """The frames of an animation, each fitted when it is asked for: all of them together would fill the memory.

    Pillow's encoder of WebP asks for one frame after the other, and for its duration once it has it.
    """

    def __init__(self, source: ImageFile, frames: int, size: tuple[int, int], turn: int) -> None:
        super().__init__()
        self._source, self._fitted, self._turn = source, size, turn
        self.n_frames = frames
        self.durations = [0] * frames
        self.seek(0)

    def seek(self, frame: int) -> None:
        """Go to a frame, and fit it."""
        self._source.seek(frame)
        self._source.load()
        self.durations[frame] = round(self._source.info.get("duration") or 0) or _NO_TIME
        shown, self.profile = _convert_colours(_shrink(self._source, self._fitted), gray=False)
        shown = shown.transpose(_TURNED[self._turn]) if self._turn in _TURNED else shown
        self.im, self._mode, self._size = shown.im, shown.mode, shown.size

    def tell(self) -> int:
        """Give the frame where encoding begins: the first."""
        return 0

    @property
    def plays(self) -> int:
        """How often the animation is shown; 0: without end."""
        said = self._source.info.get("loop")
        if self._source.format == "GIF":
            return 1 if said is None else said + 1 if said else 0
        return said or 0


def _encode_moving(moving: _Moving) -> bytes:
    """Encode an animation as WebP."""
    how = {"quality": _QUALITY_MOVING, "method": 2, "icc_profile": moving.profile}
    return _save(moving, "WEBP", save_all=True, duration=moving.durations, loop=moving.plays, **how)


def _save(image: Image.Image, file_format: str, **how: Any) -> bytes:
    """Encode a picture in a format of Pillow's, with the options ``how``."""
    written = BytesIO()
    image.save(written, file_format, **how)
    return written.getvalue()
