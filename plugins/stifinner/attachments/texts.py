"""Texts that are published as files: tables, notes, captions, calendars. What they say decides whether they are it."""

import re
from pathlib import Path

from ..language.misread import Misread

_PAGE = re.compile(
    r"<(?:script|!doctype|html|head|body|iframe|frameset|object|embed|svg|img|video|audio|form|input|button|meta|base"
    r"|link|style|math|marquee|template|\?xml|\?php|%@?)(?=[\s/>]|$)|javascript:|\+ADw-(?:script|html|svg|img)",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
_ORDER = re.compile(r"=\s*[\w.]+\s*\(|[+\-@]\s*[A-Z][A-Z.]+\(|[=+\-@][^|\n]{0,200}\|[^\n]{0,500}![\w$]")
"""A cell that a spreadsheet would work out, or give to another program."""
_CELL = re.compile(r"(?:^|[,;\t\n])[ \"']*(?=[=+\-@])")
_TIME = re.compile(r"(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}")
_CALLS = re.compile(
    r"^ATTACH[^:\n]*ENCODING=BASE64|^ACTION:\s*PROCEDURE"
    r"|^(?:ATTACH|URL|CONFERENCE)[^:\n]*:\s*(?:javascript|file|data|vbscript):",
    re.IGNORECASE | re.MULTILINE,
)


def read_text(place: Path) -> str:
    """The text of a file, however its letters are written. Raises Misread for what is no text, or a page."""
    content = place.read_bytes()
    text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    if found := _CONTROL.search(text):
        raise Misread("not-text", line=text.count("\n", 0, found.start()) + 1, found=f"0x{ord(found[0]):02x}")
    if found := _PAGE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise Misread("not-what-it-says", line=line, what="page")
    return text


def check_text(place: Path) -> None:
    """Raise Misread for a text that is none, or a page."""
    if re.match(r"-----BEGIN [A-Z ]*PRIVATE KEY-----", read_text(place)):
        raise Misread("not-what-it-says", what="secret")


def check_table(place: Path) -> None:
    """Raise Misread for a table that is no text, or gives orders to whatever opens it."""
    text = read_text(place)
    for cell in _CELL.finditer(text):
        if _ORDER.match(text, cell.end(), cell.end() + 1000):
            shown = text[cell.end() : cell.end() + 40].partition("\n")[0]
            raise Misread("formula-in-table", line=text.count("\n", 0, cell.end()) + 1, text=shown)


def check_captions(place: Path) -> None:
    """Raise Misread for captions that are none."""
    text = read_text(place).removeprefix("\ufeff")
    if place.suffix.lower() == ".vtt" and not re.match(r"WEBVTT(?:\s|$)", text):
        raise Misread("not-what-it-says", what="unknown")
    if place.suffix.lower() == ".srt" and not _TIME.search(text):
        raise Misread("not-what-it-says", what="unknown")


def check_calendar(place: Path) -> None:
    """Raise Misread for a calendar that is none, carries files, or starts something."""
    text = read_text(place).removeprefix("\ufeff")
    if not text.startswith("BEGIN:VCALENDAR") or "END:VCALENDAR" not in text:
        raise Misread("not-what-it-says", what="unknown")
    unfolded = re.sub(r"\n[ \t]", "", text)
    if found := _CALLS.search(unfolded):
        raise Misread("object-in-document", found=found[0].partition(":")[0].partition(";")[0])


def _decoded(content: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    # The letters of older machines; Excel saves tables so.
    return content.decode("cp1252", errors="replace")
