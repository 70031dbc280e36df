"""EXIF, which cameras write about a picture: how the picture is turned, and what of it may be published."""

import struct
from typing import Any

from PIL import ExifTags, Image

UPRIGHT = 1
"""EXIF's number for a picture that is not turned."""
SIDEWAYS = range(5, 9)
"""Numbers of the turns that exchange width and height."""
_LONGEST = 4096
"""Bytes of a block that may be kept; a longer one holds more than its fields say."""
_OF_THE_PICTURE = {
    *(0x100, 0x101, 0x102, 0x103, 0x106, 0x112, 0x115, 0x11A, 0x11B, 0x128, 0x211, 0x212, 0x213, 0x214),
    *(0x10F, 0x110, 0x131, 0x132, 0x8298, 0x8769),
}
"""Fields that may be kept: size, resolution, colours, make and model, program, time, copyright, the next list's place.
"""
_OF_THE_EXPOSURE = {
    *(0x829A, 0x829D, 0x8822, 0x8827, 0x9000, 0x9003, 0x9004, 0x9101, 0x9102, 0x9201, 0x9202, 0x9203, 0x9204),
    *(0x9205, 0x9207, 0x9208, 0x9209, 0x920A, 0xA000, 0xA001, 0xA002, 0xA003, 0xA402, 0xA403, 0xA404, 0xA405, 0xA406),
}
"""Fields of the exposure that may be kept: none holds words of a person, a device's number or a maker's notes."""


def turn_of(block: bytes) -> int:
    """Read how the picture is turned, from 1 (upright) to 8; 1 where the block can't be read."""
    try:
        turn = _read(block).get(ExifTags.Base.Orientation, UPRIGHT)
    except Exception:  # whatever is wrong with the block, it says nothing
        return UPRIGHT
    return turn if turn in range(1, 9) else UPRIGHT


def cut_exif(block: bytes) -> bytes:
    """Cut a block to what may be published: how the picture is turned, or all of a harmless block, or nothing."""
    turn = turn_of(block)
    if turn != UPRIGHT:
        return only_turn(turn)
    return block if _is_harmless(block) else b""


def only_turn(turn: int) -> bytes:
    """Make a block that says how a picture is turned, and nothing else."""
    return b"II*\0" + struct.pack("<LHHHLHHL", 8, 1, ExifTags.Base.Orientation, 3, 1, turn, 0, 0)


def _is_harmless(block: bytes) -> bool:
    """Tell whether a block says neither place, device nor person, and holds no second picture."""
    if len(block) > _LONGEST:
        return False
    try:
        exif = _read(block)
        exposure, thumbnail = exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.IFD1)
    except Exception:  # what can't be read is not harmless
        return False
    return set(exif) <= _OF_THE_PICTURE and set(exposure) <= _OF_THE_EXPOSURE and not thumbnail


def _read(block: bytes) -> Any:
    """Parse a block; raises whatever Pillow raises for a broken one."""
    exif = Image.Exif()
    exif.load(block)
    return exif
