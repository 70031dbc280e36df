"""A picture made anew: upright, no larger than a page can use, of a weight that a phone can carry."""

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
"""So many bytes may a drawing or a screenshot weigh to be kept exactly."""
_QUALITIES = (82, 72, 60)
"""The first of them is good enough to be printed; the others are for what is still heavy."""
_QUALITY_MOVING = 75
_NO_TIME = 100
"""Thousandths of a second that browsers show a frame for which says nothing of time."""
_TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_SIXTEEN_BITS = {"I;16", "I;16L", "I;16B", "I;16N", "I", "F"}


def remake_picture(kind: Format, content: bytes, frames: int) -> bytes:
    """The picture as a JPEG where it is one, else as WebP, which knows transparency and movement.

    What can't be decoded raises whatever Pillow raises for it.
    """
    with open_picture(kind, content) as image:
        size = fit_size(*image.size)
        turn, frames = picture_turn(image), frames_of(image, frames)
        if frames > 1:
            return _encode_moving(_Moving(image, frames, size, turn))
        image.draft(image.mode, size)
        flat, profile = _settle_colours(_shrink(image, size), gray=kind is JPEG)
        upright = flat.transpose(_TURNED[turn]) if turn in _TURNED else flat
        return _encode_jpeg(upright, profile) if kind is JPEG else _encode_webp(upright, profile)


def fit_size(width: int, height: int) -> tuple[int, int]:
    """Width and height as they are shown."""
    longer = max(width, height)
    if longer <= LONGEST:
        return width, height
    return max(1, round(width * LONGEST / longer)), max(1, round(height * LONGEST / longer))


def picture_turn(image: ImageFile) -> int:
    """How an opened picture is turned, from 1 (upright) to 8."""
    return turn_of(image.info["exif"].removeprefix(b"Exif\0\0")) if image.info.get("exif") else UPRIGHT


def frames_of(image: ImageFile, counted: int) -> int:
    """How many frames there are. ``counted``: in the file, where they can be; an AVIF's are known by its decoder."""
    return max(counted, getattr(image, "n_frames", 1)) if image.format == "AVIF" else counted


def _shrink(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """In the size that it is shown in, in colours that can be mixed."""
    if image.mode in _SIXTEEN_BITS:
        image = _eight_bits(image)
    elif image.mode not in {"L", "RGB", "RGBA", "CMYK"}:
        image = image.convert("RGBA" if image.has_transparency_data else "L" if image.mode == "1" else "RGB")
    elif image.has_transparency_data:
        image = image.convert("RGBA")
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Shades of gray, of which there were 65,536, as 256; Pillow itself would only cut them off."""
    return image.convert("I").point(lambda shade: shade * (1 / 257) + 0.5).convert("L")


def _settle_colours(image: Image.Image, *, gray: bool) -> tuple[Image.Image, bytes | None]:
    """The picture in colours that browsers show, and the profile that they are meant by.

    A profile of other colours (of a printing press, or of grays) is applied, since it says nothing about the new ones.
    ``gray``: whether shades of gray may stay what they are.
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
    try:
        source, target = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        made = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        made = None
    return made or image.convert("RGB")


def _encode_jpeg(image: Image.Image, profile: bytes | None) -> bytes:
    return _lightest(
        _save(image, "JPEG", quality=quality, progressive=True, optimize=True, icc_profile=profile)
        for quality in _QUALITIES
    )


def _encode_webp(image: Image.Image, profile: bytes | None) -> bytes:
    """Exactly where that is light: letters and lines suffer most from what photographs do not show."""
    exact = _save(image, "WEBP", lossless=True, method=4, quality=60, icc_profile=profile)
    if len(exact) <= _LIGHT:
        return exact
    made = (_save(image, "WEBP", quality=quality, method=4, icc_profile=profile) for quality in _QUALITIES)
    return _lightest(made)


def _lightest(made: Iterable[bytes]) -> bytes:
    """The first that is not heavy, else the last."""
    encoded = b""
    for encoded in made:
        if len(encoded) <= HEAVY:
            break
    return encoded


class _Moving(Image.Image):
    """The frames of an animation, each made fit when it is its turn: all of them at once would fill the memory.

    Pillow's WebP asks for one frame after the other, and for how long it stands when it has it.
    """

    def __init__(self, source: ImageFile, frames: int, size: tuple[int, int], turn: int) -> None:
        super().__init__()
        self._source, self._fitted, self._turn = source, size, turn
        self.n_frames = frames
        self.durations = [0] * frames
        self.seek(0)

    def seek(self, frame: int) -> None:
        """Go to a frame."""
        self._source.seek(frame)
        self._source.load()
        self.durations[frame] = round(self._source.info.get("duration") or 0) or _NO_TIME
        shown, self.profile = _settle_colours(_shrink(self._source, self._fitted), gray=False)
        shown = shown.transpose(_TURNED[self._turn]) if self._turn in _TURNED else shown
        self.im, self._mode, self._size = shown.im, shown.mode, shown.size

    def tell(self) -> int:
        """Where a whole encoding begins."""
        return 0

    @property
    def plays(self) -> int:
        """How often it is shown; 0: for ever."""
        said = self._source.info.get("loop")
        if self._source.format == "GIF":
            return 1 if said is None else said + 1 if said else 0
        return said or 0


def _encode_moving(moving: _Moving) -> bytes:
    how = {"quality": _QUALITY_MOVING, "method": 2, "icc_profile": moving.profile}
    return _save(moving, "WEBP", save_all=True, duration=moving.durations, loop=moving.plays, **how)


def _save(image: Image.Image, kind: str, **how: Any) -> bytes:
    written = BytesIO()
    image.save(written, kind, **how)
    return written.getvalue()
