"""Small pictures as cameras, phones and programs write them, with all that they say about a picture."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageCms, ImageDraw

SECRETS = (
    *(b"SERIE-4711", b"HEMMELIG-STED", b"Kari Kvernstein", b"MAKERS-EGET", b"FILM-BAK-BILDET", b"59.9139"),
    b"NOTAT-I-BILDET",
)
"""What stands in the metadata, and may never be published."""
XMP = (
    b'<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
    b'syntax-ns#"><rdf:Description GCamera:MotionPhoto="1" exif:GPSLatitude="59.9139" aux:SerialNumber="SERIE-4711"/>'
    b"</rdf:RDF></x:xmpmeta>"
)
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
TAIL = b"\0\0\0\x18ftypmp42" + b"FILM-BAK-BILDET" * 40
"""A film behind the picture, as phones put it."""
COLOURS = ("red", "lime", "blue", "yellow")
"""Upper left, upper right, lower left, lower right."""


def quarters(width: int = 120, height: int = 80) -> Image.Image:
    """A picture of four colours, so that every turn of it looks different."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for number, colour in enumerate(COLOURS):
        left, top = number % 2 * width // 2, number // 2 * height // 2
        draw.rectangle((left, top, left + width // 2, top + height // 2), fill=colour)
    return image


def exif(turn: int = 1) -> bytes:
    """What a camera says: place, number, owner, its own notes, a thumbnail."""
    said = Image.Exif()
    said[0x0112] = turn
    said[0x010F] = "Kamera"
    said[0x013B] = "Kari Kvernstein"
    said[0xC62F] = "SERIE-4711"
    inner = said.get_ifd(0x8769)
    inner[0xA431], inner[0x927C], inner[0xA430] = "SERIE-4711", b"MAKERS-EGET" * 9, "Kari Kvernstein"
    place = said.get_ifd(0x8825)
    place[1], place[2], place[0x1B] = "N", (59.0, 54.0, 50.04), b"HEMMELIG-STED"
    block = said.tobytes()
    return block + thumbnail()


def thumbnail() -> bytes:
    """A whole picture, laid behind the block."""
    return written(quarters(16, 12), "JPEG", comment=b"Kari Kvernstein")


def written(image: Image.Image, kind: str, **how: object) -> bytes:
    """The picture in a format, as Pillow writes it."""
    place = BytesIO()
    image.save(place, kind, **how)
    return place.getvalue()


def opened(content: bytes) -> Image.Image:
    """The picture as Pillow reads it, whole."""
    image = Image.open(BytesIO(content))
    image.load()
    return image


def segment(marker: int, said: bytes) -> bytes:
    """A segment of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(said) + 2) + said


def photograph(turn: int = 1, size: tuple[int, int] = (120, 80), **how: object) -> bytes:
    """A JPEG from a phone."""
    plain = written(quarters(*size), "JPEG", **{"quality": 95, "subsampling": 0, **how})
    said = segment(0xE1, exif(turn)) + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)
    said += segment(0xED, b"Photoshop 3.0\x008BIM Kari Kvernstein") + segment(0xE2, b"FPXR\0HEMMELIG-STED")
    said += segment(0xE7, b"MAKERS-EGET") + segment(0xFE, b"NOTAT-I-BILDET")
    return plain[:20] + said + plain[20:] + second_picture() + TAIL


def second_picture() -> bytes:
    """A second picture behind the first, as in files for two eyes."""
    return written(quarters(40, 30), "JPEG", comment=b"NOTAT-I-BILDET")


def chunk(name: bytes, said: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">L", len(said)) + name + said + struct.pack(">L", zlib.crc32(name + said))


def chunks_into(content: bytes, *more: bytes) -> bytes:
    """A PNG with more chunks behind its head, and something behind its end."""
    return content[:33] + b"".join(more) + content[33:] + TAIL


def screenshot(image: Image.Image | None = None, turn: int = 1, **how: object) -> bytes:
    """A PNG with texts, a note and a place in it."""
    texts = [
        chunk(b"tEXt", b"Author\0Kari Kvernstein"),
        chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"NOTAT-I-BILDET")),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP),
        chunk(b"eXIf", exif(turn).removeprefix(b"Exif\0\0")),
        chunk(b"prVt", b"MAKERS-EGET"),
    ]
    return chunks_into(written(image or quarters(), "PNG", **how), *texts)


def webp(turn: int = 1, size: tuple[int, int] = (120, 80)) -> bytes:
    """A WebP with everything in it."""
    return written(quarters(*size), "WEBP", lossless=True, exif=exif(turn), xmp=XMP) + TAIL


def frames(count: int = 3, size: tuple[int, int] = (120, 80)) -> list[Image.Image]:
    """Frames of an animation: a red box goes over a see-through ground."""
    made = []
    for number in range(count):
        image = Image.new("RGBA", size)
        left = number * size[0] // count
        ImageDraw.Draw(image).rectangle((left, 0, left + size[0] // count, size[1]), fill="red")
        made.append(image)
    return made


def animation(kind: str, size: tuple[int, int] = (120, 80), **how: object) -> bytes:
    """The frames in a format."""
    first, *rest = frames(size=size)
    return written(first, kind, save_all=True, append_images=rest, duration=[100, 200, 300], loop=0, **how)


def gif() -> bytes:
    """An animated GIF with a comment, a program's own block and something behind its end."""
    plain = animation("GIF", disposal=2)
    at = 13 + 3 * 2 ** ((plain[10] & 7) + 1)
    said = b"!\xfe\x0eNOTAT-I-BILDET\0" + b"!\xff\x0bXMP DataXMP" + bytes([len(XMP[:200])]) + XMP[:200] + b"\0"
    return plain[:at] + said + plain[at:] + TAIL


def avif(turn: int = 1) -> bytes:
    """An AVIF that says how it is turned, where and by whom it was taken."""
    return written(quarters(), "AVIF", quality=90, exif=exif(turn), xmp=XMP) + box(b"uuid")


def box(name: bytes) -> bytes:
    """A box that holds what nobody asked for."""
    return struct.pack(">L", 8 + len(TAIL)) + name + TAIL


def bmp() -> bytes:
    """A BMP with something behind its end."""
    return written(quarters(), "BMP") + TAIL


TALKING: dict[str, Callable[[], bytes]] = {
    "jpeg": photograph,
    "png": screenshot,
    "webp": webp,
    "gif": gif,
    "avif": avif,
    "bmp": bmp,
}
"""A picture of each format that says too much."""
