"""The registry of files that may lie beside the pages: their endings, and how their bytes prove what they are."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .documents import OFFICE, check_document
from .foreign import foreign_content
from .pdfs import check_pdf
from .texts import check_calendar, check_captions, check_table, check_text

Proof = Callable[[bytes], bool]
"""Tells by a file's first bytes whether it is what it says."""

_HEADERS = {bytes([size]) for size in (12, 40, 52, 56, 64, 108, 124)}
"""Lengths that a BMP's header may have."""


@dataclass(frozen=True)
class FileType:
    """Files that may be published, of one kind."""

    endings: tuple[str, ...]
    """Endings; the first is suggested to a file of this kind that has a wrong one."""
    proves: Proof
    """Whether first bytes are of this kind."""
    check: Callable[[Path], None] | None = None
    """Checks the whole file. Raises Misread for one that is not published."""


def _begins(*marks: bytes) -> Proof:
    """Make a proof by what a file begins with."""
    return lambda head: head.startswith(marks)


def _riff(mark: bytes) -> Proof:
    """Make a proof for a RIFF container of a kind."""
    return lambda head: head.startswith(b"RIFF") and head[8:12] == mark


def _is_avif(head: bytes) -> bool:
    """Tell whether bytes begin an AVIF."""
    return head[4:8] == b"ftyp" and head[8:12] in {b"avif", b"avis"}


def _is_film(head: bytes) -> bool:
    """Tell whether bytes begin an MP4 or QuickTime film."""
    if head[4:8] == b"ftyp":
        return not _is_avif(head) and not foreign_content(head)
    # Old QuickTime films begin without the box that names their kind.
    return head[4:8] in {b"moov", b"mdat", b"wide", b"skip", b"pnot"}


def _is_jpeg(head: bytes) -> bool:
    """Tell whether bytes begin a JPEG."""
    return head.startswith(b"\xff\xd8\xff") and len(head) > 3 and head[3] >= 0xC0


def _is_bitmap(head: bytes) -> bool:
    """Tell whether bytes begin a BMP: its two letters, four zeros, and a header of a length that exists."""
    return head.startswith(b"BM") and head[6:10] == bytes(4) and head[14:15] in _HEADERS


def _is_picture(head: bytes) -> bool:
    """Tell whether bytes begin a picture of any format: browsers go by the bytes, whatever ending the name has."""
    return any(proves(head) for _, proves in _PICTURES)


def _is_mp3(head: bytes) -> bool:
    """Tell whether bytes begin an MP3: with a tag, or a frame of layer III at a rate that exists."""
    if head.startswith((b"ID3\2", b"ID3\3", b"ID3\4")):
        return True
    return (
        len(head) > 3
        and head[0] == 0xFF
        and head[1] & 0xE6 == 0xE2
        and head[2] & 0xF0 != 0xF0
        and head[2] & 0x0C != 0x0C
    )


def _is_pdf(head: bytes) -> bool:
    """Tell whether bytes begin a PDF."""
    return bool(re.match(rb"(?:\xef\xbb\xbf)?\s{0,8}%PDF-\d", head))


def _is_webm(head: bytes) -> bool:
    """Tell whether bytes begin a WebM."""
    return head.startswith(b"\x1aE\xdf\xa3") and b"webm" in head[:64]


def _is_text(head: bytes) -> bool:
    """Tell whether bytes may begin a text: they begin nothing else. The check of the whole text decides."""
    return not foreign_content(head) and not any(
        file_type.proves(head) for file_type in FILE_TYPES if file_type.proves is not _is_text
    )


_PICTURES: tuple[tuple[tuple[str, ...], Proof], ...] = (
    ((".png", ".apng"), _begins(b"\x89PNG\r\n\x1a\n")),
    ((".jpg", ".jpeg", ".jpe", ".jfif"), _is_jpeg),
    ((".gif",), _begins(b"GIF87a", b"GIF89a")),
    ((".webp",), _riff(b"WEBP")),
    ((".avif",), _is_avif),
    ((".bmp",), _is_bitmap),
)
"""Endings of pictures, and what proves that they are it."""
FILE_TYPES: tuple[FileType, ...] = (
    *(FileType(endings, _is_picture) for endings, _ in _PICTURES),
    FileType((".pdf",), _is_pdf, check_pdf),
    FileType(tuple(OFFICE), _begins(b"PK\x03\x04"), check_document),
    FileType((".mp4", ".m4v", ".mov", ".m4a"), _is_film),
    FileType((".webm",), _is_webm),
    FileType((".mp3",), _is_mp3),
    FileType((".ogg", ".oga", ".ogv", ".opus"), _begins(b"OggS")),
    FileType((".wav",), _riff(b"WAVE")),
    FileType((".flac",), _begins(b"fLaC")),
    FileType((".csv", ".tsv"), _is_text, check_table),
    FileType((".txt",), _is_text, check_text),
    FileType((".vtt", ".srt"), _is_text, check_captions),
    FileType((".ics",), _is_text, check_calendar),
)
DRAWING = ".svg"
"""Ending of drawings. They are in no ``FILE_TYPES``, since nothing proves one but parsing all of it."""
BY_ENDING = {ending: file_type for file_type in FILE_TYPES for ending in file_type.endings}
"""Ending in small letters → type of file."""


def ending_for(head: bytes) -> str:
    """Find the right ending for a file by its first bytes; empty where these are not enough."""
    alone = [
        *_PICTURES,
        *((file_type.endings, file_type.proves) for file_type in FILE_TYPES if file_type.check in {None, check_pdf}),
    ]
    return next((endings[0] for endings, proves in alone if proves(head)), "")
