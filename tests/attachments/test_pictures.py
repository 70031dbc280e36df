"""Pictures are published upright, no larger than a page can use, and without what cameras and programs say in them."""

import random
import struct
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageOps

from attachments.photographs import (
    SECRETS,
    SRGB,
    TAIL,
    TALKING,
    animation,
    avif,
    chunk,
    chunks_into,
    frames,
    opened,
    photograph,
    quarters,
    screenshot,
    segment,
    thumbnail,
    webp,
    written,
)
from effort import chosen
from stifinner.attachments.pictures import clean_picture, fit_picture, parse_picture, print_picture
from stifinner.attachments.remade import HEAVY
from stifinner.language.misread import Misread

pytestmark = pytest.mark.slow

CHANGES = chosen("PICTURE_CHANGES", usual=50, thorough=400)
"""Of each picture."""

TURNS = range(1, 9)
WIDE = (2000, 300)


def secrets_in(content: bytes) -> list[bytes]:
    return [secret for secret in SECRETS if secret in content]


def far(one: Image.Image, other: Image.Image) -> int:
    """The largest difference between pictures of the same size, in any colour of any part; edges may be soft."""
    assert one.size == other.size
    some = [image.convert("RGB").resize((4, 4), Image.Resampling.BOX) for image in (one, other)]
    return max(high for _, high in ImageChops.difference(*some).getextrema())


def turned(turn: int, size: tuple[int, int] = (120, 80)) -> Image.Image:
    """The four quarters as somebody sees them when they are stored turned."""
    image = quarters(*size)
    told = Image.Exif()
    told[0x0112] = turn
    place = BytesIO()
    image.save(place, "PNG", exif=told)
    return ImageOps.exif_transpose(Image.open(place))


def noise(width: int, height: int, mode: str = "RGB") -> Image.Image:
    """As little alike as pixels can be, and the same each time."""
    made = random.Random(7).randbytes(width * height * len(mode))  # noqa: S311
    return Image.frombytes(mode, (width, height), made)


def many_greys(width: int, height: int) -> Image.Image:
    """From black to white in 65,536 steps."""
    rows = [struct.pack("<H", 65535 * row // (height - 1)) * width for row in range(height)]
    return Image.frombytes("I;16", (width, height), b"".join(rows))


# --- Clean: what somebody takes home ---


@pytest.mark.parametrize("name", TALKING)
def test_what_is_taken_home_has_every_pixel_and_no_secret(name: str):
    content = TALKING[name]()
    clean = clean_picture(content)
    assert secrets_in(content)
    assert secrets_in(clean) == []
    assert frames_in(clean) == frames_in(content)
    assert clean_picture(clean) == clean


def frames_in(content: bytes) -> list[tuple[bytes, object]]:
    """Every pixel of every frame, and how long each stands."""
    image = Image.open(BytesIO(content))
    found = []
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        found.append((image.convert("RGBA").tobytes(), image.info.get("duration")))
    return found


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("make", [photograph, lambda turn: screenshot(turn=turn), webp, avif])
def test_what_is_taken_home_still_says_how_it_is_turned(make, turn: int):
    # The second picture in a JPEG is no longer there, so its head is not asked for.
    clean = clean_picture(make(turn))
    assert opened(clean).getexif().get(0x0112, 1) == turn
    assert set(opened(clean).getexif()) <= {0x0112}


def test_profile_and_loops_stay():
    image = opened(clean_picture(photograph(icc_profile=SRGB)))
    assert image.info["icc_profile"] == SRGB
    assert [opened(clean_picture(TALKING["gif"]())).info["loop"]] == [0]


HARMLESS = {
    "jpeg": lambda: written(quarters(), "JPEG"),
    "jpeg of a camera that says nothing of itself": lambda: written(quarters(), "JPEG", exif=camera(0x0110, "Modell")),
    "jpeg with a profile": lambda: written(quarters(), "JPEG", icc_profile=SRGB),
    "png": lambda: written(quarters(), "PNG", icc_profile=SRGB, dpi=(300, 300)),
    "png of a program": lambda: with_chunks(
        chunk(b"tEXt", b"Software\0Matplotlib"), chunk(b"tEXt", b"date:create\0002026-01-01")
    ),
    "gif": lambda: written(quarters(), "GIF"),
    "gif that moves": lambda: animation("GIF"),
    "webp": lambda: written(quarters(), "WEBP", icc_profile=SRGB),
    "webp that moves": lambda: animation("WEBP"),
    "png that moves": lambda: animation("PNG"),
    "avif": lambda: written(quarters(), "AVIF"),
}


def with_chunks(*more: bytes) -> bytes:
    return chunks_into(written(quarters(), "PNG"), *more).removesuffix(TAIL)


def camera(tag: int, value: object) -> bytes:
    told = Image.Exif()
    told[tag] = value
    return told.tobytes()


@pytest.mark.parametrize("name", HARMLESS)
def test_what_is_fit_keeps_its_bytes(name: str):
    content = HARMLESS[name]()
    picture = parse_picture("x", content)
    assert (picture.is_clean, picture.is_fit, picture.width, picture.height) == (True, True, 120, 80)
    assert fit_picture(content) == clean_picture(content) == content


@pytest.mark.parametrize(
    ("tag", "value"), [(0x013B, "Kari Kvernstein"), (0x010E, "HEMMELIG-STED"), (0xC62F, "SERIE-4711"), (0xC4A5, b"x")]
)
def test_one_field_that_says_too_much_takes_all_with_it(tag: int, value: object):
    content = written(quarters(), "JPEG", exif=camera(tag, value))
    assert clean_picture(content) == written(quarters(), "JPEG")


def test_a_thumbnail_takes_all_with_it():
    # A list of one field that says nothing, and behind it a list of where the thumbnail lies.
    lists = struct.pack("<HHHLHHL", 1, 0x0128, 3, 1, 2, 0, 26) + struct.pack("<H", 2)
    lists += struct.pack("<HHLLHHLL", 0x0201, 4, 1, 56, 0x0202, 4, 1, len(thumbnail())) + bytes(4)
    block = b"Exif\0\0II*\0\x08\0\0\0" + lists + thumbnail()
    assert clean_picture(written(quarters(), "JPEG", exif=block)) == written(quarters(), "JPEG")


# --- Fit: what pages show ---


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize(
    "make", [photograph, lambda turn: screenshot(turn=turn), webp, avif], ids=["jpeg", "png", "webp", "avif"]
)
def test_what_pages_show_is_upright_and_says_nothing(make, turn: int):
    content = make(turn)
    fitted = fit_picture(content)
    right = turned(turn)
    shown = opened(fitted) if make is not avif else opened(print_picture(content))
    assert secrets_in(fitted) == []
    assert shown.getexif().get(0x0112, 1) == 1
    assert far(shown, right) < 12
    picture = parse_picture("x", content)
    assert (picture.width, picture.height) == right.size


@pytest.mark.parametrize("turn", TURNS)
def test_what_is_large_is_made_smaller_with_its_right_way_up(turn: int):
    content = photograph(turn, WIDE)
    fitted = opened(fit_picture(content))
    longer = (1600, 240) if turn < 5 else (240, 1600)
    picture = parse_picture("x", content)
    assert fitted.size == longer == (picture.width, picture.height)
    assert far(fitted, turned(turn, (160, 24)).resize(longer, Image.Resampling.NEAREST)) < 12


LARGE = {
    "jpeg": lambda: photograph(6, WIDE),
    "grey jpeg": lambda: written(quarters(*WIDE).convert("L"), "JPEG"),
    "jpeg of a press": lambda: written(quarters(*WIDE).convert("CMYK"), "JPEG"),
    "small jpeg of a press": lambda: written(quarters().convert("CMYK"), "JPEG"),
    "heavy jpeg": lambda: written(noise(1600, 1200), "JPEG", quality=95),
    "png": lambda: screenshot(quarters(*WIDE)),
    "heavy png": lambda: written(noise(800, 600), "PNG"),
    "see-through png": lambda: written(frames(3, WIDE)[1], "PNG"),
    "png of few colours": lambda: written(quarters(*WIDE).quantize(4), "PNG"),
    "png of few colours, see-through": lambda: written(quarters(*WIDE).quantize(4), "PNG", transparency=0),
    "png of one bit": lambda: written(quarters(*WIDE).convert("1", dither=Image.Dither.NONE), "PNG"),
    "grey see-through png": lambda: written(quarters(*WIDE).convert("LA"), "PNG"),
    "png of many greys": lambda: written(many_greys(*WIDE), "PNG"),
    "bmp": lambda: written(quarters(), "BMP"),
    "gif": lambda: written(quarters(*WIDE), "GIF"),
    "gif that moves": lambda: animation("GIF", WIDE, disposal=2),
    "png that moves": lambda: animation("PNG", WIDE),
    "webp that moves": lambda: animation("WEBP", WIDE),
    "webp": lambda: webp(8, WIDE),
    "avif": lambda: written(quarters(*WIDE), "AVIF", speed=10),
}


@pytest.mark.parametrize("name", LARGE)
def test_what_is_made_fit_is_fit(name: str):
    content = LARGE[name]()
    fitted = fit_picture(content)
    picture, again = parse_picture("x", content), parse_picture("x", fitted)
    assert not picture.is_fit
    assert (again.width, again.height) == (picture.width, picture.height) == opened(fitted).size
    assert max(opened(fitted).size) <= 1600
    assert len(fitted) <= HEAVY
    assert fitted.startswith(b"\xff\xd8" if picture.ending == ".jpg" else b"RIFF")
    assert fit_picture(fitted) == fitted
    assert fit_picture(content) == fitted


def test_transparency_stays_where_it_was():
    content = written(frames(3, WIDE)[1], "PNG")
    clear = opened(fit_picture(content)).getchannel("A")
    assert [clear.getpixel((x, 120)) for x in (100, 800, 1500)] == [0, 255, 0]
    palette = written(quarters(*WIDE).quantize(4), "PNG", transparency=0)
    alpha = opened(palette).convert("RGBA").getchannel("A").resize((1600, 240))
    assert far(opened(fit_picture(palette)).getchannel("A"), alpha) < 12


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP"])
def test_what_moves_still_moves(kind: str):
    how = {"disposal": 2} if kind == "GIF" else {}
    fitted = Image.open(BytesIO(fit_picture(animation(kind, WIDE, **how))))
    times, places = [], []
    for number in range(fitted.n_frames):
        fitted.seek(number)
        fitted.load()
        times.append(fitted.info["duration"])
        alpha = fitted.convert("RGBA").getchannel("A")
        places.append([alpha.getpixel((x, 120)) for x in (200, 800, 1400)])
    assert (fitted.size, fitted.info["loop"]) == ((1600, 240), 0)
    assert times == [100, 200, 300]
    assert places == [[255, 0, 0], [0, 255, 0], [0, 0, 255]]


def test_what_moves_once_moves_once():
    first, *rest = frames(size=WIDE)
    once = written(first, "GIF", save_all=True, append_images=rest, duration=100, disposal=2)
    assert Image.open(BytesIO(fit_picture(once))).info["loop"] == 1


def test_profile_stays_where_it_means_the_colours():
    for kind in ("JPEG", "PNG"):
        assert opened(fit_picture(written(quarters(*WIDE), kind, icc_profile=SRGB))).info["icc_profile"] == SRGB
    # Of another sort of colours, it says nothing.
    assert "icc_profile" not in opened(fit_picture(written(quarters(*WIDE).convert("L"), "PNG", icc_profile=SRGB))).info


def test_greys_that_are_more_than_screens_show_keep_their_light():
    fitted = opened(fit_picture(LARGE["png of many greys"]())).convert("L")
    deep = opened(LARGE["png of many greys"]())
    for far_down in (0, 0.3, 0.6, 0.99):
        right = deep.getpixel((9, int(300 * far_down))) / 257
        assert abs(fitted.getpixel((9, int(240 * far_down))) - right) < 4


def test_colours_of_a_press_are_those_of_a_screen():
    fitted = opened(fit_picture(LARGE["jpeg of a press"]()))
    assert fitted.mode == "RGB"
    assert far(fitted, quarters(1600, 240)) < 16


def test_nothing_is_scaled_up():
    assert opened(fit_picture(photograph(6, (300, 200)))).size == (200, 300)


# --- What is no good picture ---


def head_only(kind: str, width: int, height: int) -> bytes:
    """A picture that says it is large, and has nothing in it."""
    match kind:
        case "png":
            said = struct.pack(">LLBBBBB", width, height, 8, 2, 0, 0, 0)
            return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", said) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
        case "jpeg":
            frame = segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\1\x11\0")
            return b"\xff\xd8" + frame + segment(0xDA, b"\1\1\0\0\x3f\0") + b"\0\xff\xd9"
        case "gif":
            image = b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\2\0"
            return b"GIF89a" + struct.pack("<HHBBB", width, height, 0, 0, 0) + image + b";"
        case "gif of large frames":
            image = b"," + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\2\0"
            return b"GIF89a" + struct.pack("<HHBBB", 1, 1, 0, 0, 0) + image + b";"
        case "webp":
            said = b"\x10\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
            lossy = webp()
            lossless = lossy[lossy.index(b"VP8L") :]
            body = b"WEBPVP8X\x0a\0\0\0" + said + lossless[: 8 + int.from_bytes(lossless[4:8], "little")]
            return b"RIFF" + len(body).to_bytes(4, "little") + body
    raise ValueError(kind)


@pytest.mark.parametrize("kind", ["png", "jpeg", "gif", "gif of large frames"])
def test_bomb_is_told_from_its_head(kind: str):
    with pytest.raises(Misread) as told:
        parse_picture("x", head_only(kind, 50_000, 40_000))
    assert told.value.code == "too-many-pixels"
    assert parse_picture("x", head_only(kind, 8_000, 6_000)) is not None


@pytest.mark.parametrize("name", TALKING)
def test_cut_off_anywhere_it_is_told_and_whole_it_is_not(name: str):
    content = clean_picture(TALKING[name]())
    assert parse_picture("x", content) is not None
    wrong = []
    for end in range(16, len(content) - 1, max(1, len(content) // 400)):
        try:
            parse_picture("x", content[:end])
        except Misread as told:
            wrong += [end] if told.code != "damaged-picture" else []
        else:
            wrong.append(end)
    assert wrong == []


def test_a_byte_that_was_changed_on_the_way_is_told():
    content = bytearray(written(noise(20, 20), "PNG"))
    content[content.index(b"IDAT") + 50] ^= 1
    with pytest.raises(Misread, match="damaged-picture"):
        parse_picture("x", bytes(content))


@pytest.mark.parametrize("name", [*TALKING, "png that moves"])
def test_whatever_is_changed_in_it_nothing_breaks(name: str):
    content = bytearray((TALKING | LARGE)[name]())
    chance = random.Random(name)  # noqa: S311
    for _ in range(CHANGES):
        broken = bytearray(content)
        for _ in range(chance.randint(1, 6)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        made = bytes(broken[: chance.randrange(len(broken))] if chance.random() < 0.2 else broken)
        try:
            parse_picture("x", made)
        except Misread as told:
            assert told.code in {"damaged-picture", "too-many-pixels", "long-animation"}  # noqa: PT017
        assert isinstance(fit_picture(made), bytes)
        assert isinstance(print_picture(made), bytes)


def test_half_a_picture_that_nobody_has_noticed_is_published_clean():
    content = screenshot(noise(2000, 100))
    at = content.index(b"IDAT")
    length = int.from_bytes(content[at - 4 : at])
    broken = content[: at - 4] + chunk(b"IDAT", b"\x78" + bytes(length - 1)) + content[at + 8 + length :]
    assert parse_picture("x", broken) is not None
    assert secrets_in(fit_picture(broken)) == []
    assert fit_picture(broken) == clean_picture(broken)


@pytest.mark.parametrize("content", [b"", b"<html>", b"\xff\xd8", b"RIFF\0\0\0\0WAVE", b"II*\0", b"%PDF-1.7"])
def test_what_is_no_picture_of_ours_is_left_alone(content: bytes):
    assert parse_picture("x.png", content) is None
    assert fit_picture(content) == clean_picture(content) == content


def profile_of_a_press() -> bytes:
    """A profile by which all ink of the first sort is red, and no ink is white."""
    corners = [(160, 208, 208) if corner & 8 else (255, 128, 128) for corner in range(16)]
    ramp = bytes(range(256))
    one, none = struct.pack(">l", 65536), struct.pack(">l", 0)
    matrix = b"".join(one if place % 4 == 0 else none for place in range(9))
    table = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + matrix + ramp * 4 + b"".join(map(bytes, corners)) + ramp * 3
    tags = struct.pack(">L", 1) + b"A2B0" + struct.pack(">LL", 144, len(table))
    head = struct.pack(">L4sL", 144 + len(table), b"\0\0\0\0", 0x02400000) + b"prtrCMYKLab " + bytes(12) + b"acsp"
    return head + bytes(28) + struct.pack(">lll", 0xF6D6, 0x10000, 0xD32D) + bytes(48) + tags + table


def test_profile_of_a_press_is_honoured():
    ink = Image.new("CMYK", (80, 40), (255, 0, 0, 0))
    red, green, blue = opened(fit_picture(written(ink, "JPEG", icc_profile=profile_of_a_press()))).getpixel((40, 20))
    assert (red > 200, green < 120, blue < 60) == (True, True, True)
    # Without one, and with one of a screen, which says nothing about ink, it is the blue that printers call cyan.
    for profile in (None, SRGB):
        red, green, blue = opened(fit_picture(written(ink, "JPEG", icc_profile=profile))).getpixel((40, 20))
        assert (red < 30, green > 220, blue > 220) == (True, True, True)
