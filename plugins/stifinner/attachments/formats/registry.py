"""The formats of pictures that are published, told by a file's first bytes, whatever its name says."""

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
"""What names of pictures end with."""


@dataclass(frozen=True)
class Format:
    """One of the formats."""

    name: str
    bare: Callable[[bytes], Bare]
    """Takes all away that is not the picture."""
    image: Callable[[BytesIO], ImageFile]
    """Opened as this and nothing else; ``Image.open`` would try every kind it knows, and count pixels its own way."""


JPEG = Format("jpeg", jpeg.bare_jpeg, JpegImageFile)
PNG = Format("png", png.bare_png, PngImageFile)
GIF = Format("gif", gif.bare_gif, GifImageFile)
WEBP = Format("webp", webp.bare_webp, WebPImageFile)
AVIF = Format("avif", avif.bare_avif, AvifImageFile)
BMP = Format("bmp", bmp.bare_bmp, BmpImageFile)


def format_of(content: bytes) -> Format | None:
    """The format that the first bytes show."""
    for kind, head in ((JPEG, jpeg.HEAD), (PNG, png.HEAD), (GIF, gif.HEAD), (BMP, bmp.HEAD)):
        if content.startswith(head):
            return kind
    if content.startswith(webp.HEAD) and content[8:12] == webp.KIND:
        return WEBP
    return AVIF if avif.is_avif(content) else None


def open_picture(kind: Format, content: bytes) -> ImageFile:
    """The picture with its head read and nothing decoded. Raises ``DamagedError``."""
    try:
        return kind.image(BytesIO(content))
    except Exception as error:  # each kind has faults of its own kinds
        raise DamagedError from error
