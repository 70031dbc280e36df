"""The formats of pictures that are published. A file's first bytes tell which it has, whatever its name says."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from PIL.AvifImagePlugin import AvifImageFile
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from . import avif, bmp, gif, jpeg, png, webp
from .bare import Bare, DamagedError

ENDINGS = (".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".apng", ".gif", ".webp", ".avif", ".bmp")
"""What names of pictures may end with."""


@dataclass(frozen=True)
class Format:
    """A format of pictures."""

    name: str
    bare: Callable[[bytes], Bare]
    """Keeps the picture alone. Raises ``DamagedError``."""
    image: Callable[[BytesIO], ImageFile]
    """Pillow's class for this format.

    ``Image.open`` would try every format it knows, and has its own bound for pixels.
    """


JPEG = Format("jpeg", jpeg.bare_jpeg, JpegImageFile)
PNG = Format("png", png.bare_png, PngImageFile)
GIF = Format("gif", gif.bare_gif, GifImageFile)
WEBP = Format("webp", webp.bare_webp, WebPImageFile)
AVIF = Format("avif", avif.bare_avif, AvifImageFile)
BMP = Format("bmp", bmp.bare_bmp, BmpImageFile)


def format_of(content: bytes) -> Format | None:
    """Find the format that the first bytes show."""
    for file_format, head in ((JPEG, jpeg.HEAD), (PNG, png.HEAD), (GIF, gif.HEAD), (BMP, bmp.HEAD)):
        if content.startswith(head):
            return file_format
    if content.startswith(webp.HEAD) and content[8:12] == webp.KIND:
        return WEBP
    return AVIF if avif.is_avif(content) else None


def open_picture(file_format: Format, content: bytes) -> ImageFile:
    """Open a picture: its head is read, and nothing is decoded. Raises ``DamagedError``."""
    try:
        return file_format.image(BytesIO(content))
    except Exception as error:  # each kind has faults of its own kinds
        raise DamagedError from error
