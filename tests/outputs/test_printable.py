"""The list of what papers can show is true of the faces that are shipped."""

import struct
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from stifinner.language.printable import is_printable
from stifinner.outputs.paper.press import Press

pytestmark = pytest.mark.slow

OUTSIDE = {"Cc", "Cn", "Co", "Cs"}


@pytest.fixture(scope="module")
def press(root: Path) -> Iterator[Press]:
    with Press([root / "theme_overrides" / "print"]) as press:
        yield press


def characters_of(font: Path) -> set[str]:
    """All that a font has a glyph for, from its table of characters (OpenType: cmap, formats 4 and 12)."""
    data = font.read_bytes()
    (tables,) = struct.unpack_from(">H", data, 4)
    places = {data[at : at + 4]: struct.unpack_from(">L", data, at + 8)[0] for at in range(12, 12 + 16 * tables, 16)}
    start = places[b"cmap"]
    (count,) = struct.unpack_from(">H", data, start + 2)
    found: set[str] = set()
    for number in range(count):
        table = start + struct.unpack_from(">L", data, start + 4 + 8 * number + 4)[0]
        (layout,) = struct.unpack_from(">H", data, table)
        if layout == 12:
            (groups,) = struct.unpack_from(">L", data, table + 12)
            for group in range(groups):
                first, last, _ = struct.unpack_from(">3L", data, table + 16 + 12 * group)
                found |= set(map(chr, range(first, last + 1)))
        elif layout == 4:
            segments = struct.unpack_from(">H", data, table + 6)[0] // 2
            lasts = struct.unpack_from(f">{segments}H", data, table + 14)
            firsts = struct.unpack_from(f">{segments}H", data, table + 16 + 2 * segments)
            for first, last in zip(firsts, lasts, strict=True):
                found |= set(map(chr, range(first, last + 1)))
    return found - {"\uffff"}


def listed() -> list[str]:
    return [chr(code) for code in range(0x110000) if is_printable(chr(code))]


def test_every_character_of_our_faces_is_in_the_list(root: Path):
    fonts = sorted((root / "theme_overrides" / "print" / "fonts").glob("*.ttf"))
    assert len(fonts) >= 20
    missing = {
        font.name: [one for one in characters_of(font) if one >= " " and not is_printable(one)] for font in fonts
    }
    assert {name: there for name, there in missing.items() if there} == {}


def test_all_that_is_in_the_list_can_be_set(press: Press):
    # Each between letters, so that none joins the next; marks stand on a space.
    assert press.can_set(" ".join(f"x {one} x" for one in listed()))


def test_what_lies_beside_the_list_cannot_be_set(press: Press):
    there = {ord(one) for one in listed()}
    beside = {code + step for code in there for step in (-1, 1)} - there
    wrong = [
        f"{code:X}"
        for code in sorted(beside)
        if unicodedata.category(chr(code)) not in OUTSIDE and press.can_set(chr(code))
    ]
    assert wrong == []


@pytest.mark.parametrize("text", ["漢", "ひ", "한", "\ud800", "\x07"])
def test_what_is_too_large_to_carry_is_not_in_the_list(text: str):
    assert not is_printable(text)


@pytest.mark.parametrize("text", ["å", "ŋ", "Ї", "ش", "ሀ", "த", "ก", "ह", "א", "Ω", "ệ", "✅", "👪", "\n", "\u200d"])
def test_what_editors_use_is_in_the_list(text: str):
    assert is_printable(text)
