"""Checks text files that are published: tables, notes, captions, calendars.

They have no first bytes to be known by. So all of the text is read, and what it says decides whether it is what its
ending says.
"""

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
"""What a spreadsheet would compute, or hand to another program, when it opens a cell."""
_CELL = re.compile(r"(?:^|[,;\t\n])[ \"']*(?=[=+\-@])")
"""The beginning of a cell that may be computed."""
_TIME = re.compile(r"(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}")
_CALLS = re.compile(
    r"^ATTACH[^:\n]*ENCODING=BASE64|^ACTION:\s*PROCEDURE"
    r"|^(?:ATTACH|URL|CONFERENCE)[^:\n]*:\s*(?:javascript|file|data|vbscript):",
    re.IGNORECASE | re.MULTILINE,
)
"""Lines of a calendar that carry files or start something."""


def read_text(file: Path) -> str:
    """Read a text file in whatever encoding it has. Raises Misread for what is no text, or an HTML page."""
    content = file.read_bytes()
    text = _decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    if found := _CONTROL.search(text):
        raise Misread("not-text", line=text.count("\n", 0, found.start()) + 1, found=f"0x{ord(found[0]):02x}")
    if found := _PAGE.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise Misread("not-what-it-says", line=line, what="page")
    return text


def check_text(file: Path) -> None:
    """Raise Misread for a file that is no text, or an HTML page, or a private key."""
    if re.match(r"-----BEGIN [A-Z ]*PRIVATE KEY-----", read_text(file)):
        raise Misread("not-what-it-says", what="secret")


def check_table(file: Path) -> None:
    """Raise Misread for a table that is no text, or has a cell that makes a program do something."""
    text = read_text(file)
    for cell in _CELL.finditer(text):
        if _ORDER.match(text, cell.end(), cell.end() + 1000):
            shown = text[cell.end() : cell.end() + 40].partition("\n")[0]
            raise Misread("formula-in-table", line=text.count("\n", 0, cell.end()) + 1, text=shown)


def check_captions(file: Path) -> None:
    """Raise Misread for captions that are none."""
    text = read_text(file).removeprefix("\ufeff")
    if file.suffix.lower() == ".vtt" and not re.match(r"WEBVTT(?:\s|$)", text):
        raise Misread("not-what-it-says", what="unknown")
    if file.suffix.lower() == ".srt" and not _TIME.search(text):
        raise Misread("not-what-it-says", what="unknown")


def check_calendar(file: Path) -> None:
    """Raise Misread for a calendar that is none, carries files, or starts something."""
    text = read_text(file).removeprefix("\ufeff")
    if not text.startswith("BEGIN:VCALENDAR") or "END:VCALENDAR" not in text:
        raise Misread("not-what-it-says", what="unknown")
    unfolded = re.sub(r"\n[ \t]", "", text)
    if found := _CALLS.search(unfolded):
        raise Misread("object-in-document", found=found[0].partition(":")[0].partition(";")[0])


def _decoded(content: bytes) -> str:
    """Decode a text: as UTF-16 by its order mark, as UTF-8, or as Windows' letters, which Excel saves tables in."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    # Excel saves tables in Windows' own encoding.
    return content.decode("cp1252", errors="replace")
