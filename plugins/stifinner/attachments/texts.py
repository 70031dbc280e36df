"""Checks text files that are published: tables, notes, captions, calendars.

They have no first bytes to be known by. So all of the text is read, and what it says decides whether it is what its
ending says.
"""

import re
from pathlib import Path

from ..language.misread import Misread

_PAGE = re.compile(
    r"<(?:script|!doctype|html|head|body|iframe|frameset|object|embed|svg|img|video|audio|form|input|button|meta|base"
    r"|link|style|math|marquee|template|\?xml|\?php|%@?)(?=[\s/>]|$)"
    r"|javascript:"
    r"|\+ADw-(?:script|html|svg|img)",  # «<script» and so on in UTF-7
    re.IGNORECASE,
)
"""What a browser or a server could take for a page or a script, although the ending says text."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters that no text has, and those that turn the direction of writing, which can hide what it says."""
_FORMULA = re.compile(
    r"=\s*[\w.]+\s*\("  # =HYPERLINK(…)
    r"|[+\-@]\s*[A-Z][A-Z.]+\("  # +SUM(…): only in capitals, since these signs begin ordinary words too
    r"|[=+\-@][^|\n]{0,200}\|[^\n]{0,500}![\w$]"  # =cmd|' /C calc'!A0: starts another program (DDE)
)
"""What a spreadsheet would compute, or hand to another program, when it opens a cell."""
_CELL_START = re.compile(r"(?:^|[,;\t\n])[ \"']*(?=[=+\-@])")
"""What stands before the sign that makes a cell a formula: nothing or a separator, then spaces and quotation marks."""
_TIME = re.compile(r"(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}\s*-->\s*(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}")
"""From when to when a caption is shown: ``00:00:01,000 --> 00:00:02,500``."""
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
        raise Misread("not-text", line=_line_at(text, found.start()), found=f"0x{ord(found[0]):02x}")
    if found := _PAGE.search(text):
        raise Misread("not-what-it-says", line=_line_at(text, found.start()), what="page")
    return text


def check_text(file: Path) -> None:
    """Raise Misread for a file that is no text, or an HTML page, or begins as a private key."""
    if re.match(r"-----BEGIN [A-Z ]*PRIVATE KEY-----", read_text(file)):
        raise Misread("not-what-it-says", what="secret")


def check_table(file: Path) -> None:
    """Raise Misread for a table that is no text, or has a cell that makes a program do something."""
    text = read_text(file)
    for start in _CELL_START.finditer(text):
        sign = start.end()
        if _FORMULA.match(text, sign, sign + 1000):
            shown = text[sign : sign + 40].partition("\n")[0]
            raise Misread("formula-in-table", line=_line_at(text, sign), text=shown)


def check_captions(file: Path) -> None:
    """Raise Misread for captions that do not begin as WebVTT or, in an SRT, have no times."""
    text = read_text(file).removeprefix("\ufeff")
    if file.suffix.lower() == ".vtt" and not re.match(r"WEBVTT(?:\s|$)", text):
        raise Misread("not-what-it-says", what="unknown")
    if file.suffix.lower() == ".srt" and not _TIME.search(text):
        raise Misread("not-what-it-says", what="unknown")


def check_calendar(file: Path) -> None:
    """Raise Misread for a file that is no calendar, and for a calendar that carries files or starts something."""
    text = read_text(file).removeprefix("\ufeff")
    if not text.startswith("BEGIN:VCALENDAR") or "END:VCALENDAR" not in text:
        raise Misread("not-what-it-says", what="unknown")
    # A line that begins with a space goes on where the line before ended, in the middle of a word if need be.
    unfolded = re.sub(r"\n[ \t]", "", text)
    if found := _CALLS.search(unfolded):
        name = re.split("[:;]", found[0], maxsplit=1)[0]
        raise Misread("object-in-document", found=name)


def _line_at(text: str, index: int) -> int:
    """Give the number of the line that a character stands in, from 1."""
    return text.count("\n", 0, index) + 1


def _decoded(content: bytes) -> str:
    """Decode a text: as UTF-16 where a byte order mark says so, else as UTF-8, else in Windows' own encoding."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    # Excel saves tables so.
    return content.decode("cp1252", errors="replace")
