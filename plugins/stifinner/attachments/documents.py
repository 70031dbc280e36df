"""Checks office documents by their packages: macros, foreign objects and what is fetched from elsewhere are refused."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from ..language.misread import Misread

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
OFFICE: dict[str, str] = {
    ".docx": f"{_OOXML}wordprocessingml.document.main+xml",
    ".dotx": f"{_OOXML}wordprocessingml.template.main+xml",
    ".xlsx": f"{_OOXML}spreadsheetml.sheet.main+xml",
    ".xltx": f"{_OOXML}spreadsheetml.template.main+xml",
    ".pptx": f"{_OOXML}presentationml.presentation.main+xml",
    ".potx": f"{_OOXML}presentationml.template.main+xml",
    ".odt": f"{_ODF}text",
    ".ott": f"{_ODF}text-template",
    ".ods": f"{_ODF}spreadsheet",
    ".ots": f"{_ODF}spreadsheet-template",
    ".odp": f"{_ODF}presentation",
    ".otp": f"{_ODF}presentation-template",
}
"""Ending → the content type that a document with that ending declares."""
_MACROS = re.compile(
    r"vba(?:project|data)|macrosheets/|activex/|(?:^|/)basic/|(?:^|/)scripts/.|dialogsheets/", re.IGNORECASE
)
_OBJECTS = re.compile(r"oleobject|\.(?:bin|exe|dll|js|vbs|bat|cmd|ps1|hta|lnk|html?|swf|jar|msi|scr)$", re.IGNORECASE)
_HARMLESS = re.compile(r"printersettings\d*\.bin$", re.IGNORECASE)
_INSIDE = re.compile(r"\.(?:docx|xlsx|pptx)$", re.IGNORECASE)
"""A document in a document: a diagram has the table with it that it was drawn from."""
_FAR = re.compile(r"\s*(?:https?:|ftp:|mhtml:|[\\/]{2}|file:[\\/]*[\\/]{2}(?!/?\w:))", re.IGNORECASE)
"""An address on another machine. A template's path on its author's own machine leads nowhere, and does no harm."""
_FETCHED = ("/attachedTemplate", "/oleObject", "/frame", "/subDocument", "/control", "/aFChunk")
"""Relations that make a program fetch something when it opens the document."""
_ORDERS = re.compile(rb"<(?:\w+:)?ddeLink\b|vnd\.sun\.star\.script:|<office:dde-|\binstr=[\"']\s*DDE", re.IGNORECASE)
"""Commands to other programs. They may stand in tables, in fields, and in what happens on a click."""
_FIELD = re.compile(rb"<(?:\w+:)?instrText\b[^<>]*>([^<]*)")
"""The code of a field; ``_FIELD_ORDER`` is the command that it may not have."""
_FIELD_ORDER = re.compile(rb"\bDDE(?:AUTO)?\b", re.IGNORECASE)
"""Orders to other programs, in tables, in fields and in what happens when something is pressed."""
_LOOKED_AT = re.compile(
    r"\.rels$|(?:^|/)(?:document|comments|header\d*|footer\d*|content|styles|settings)\.xml$|externallinks/",
    re.IGNORECASE,
)
"""Names of the parts that are searched."""
_MOST_PARTS = 20_000
_MOST = 40_000_000
"""Bytes of a document's parts that are searched."""
_MOST_UNPACKED = 2_000_000_000
_RATIO = 2_000
"""How many times larger than packed a document may be; beyond it lie archives that are made to fill a disk."""


def check_document(file: Path) -> None:
    """Raise Misread for a document that is not what its ending says, or does something when it is opened."""
    with file.open("rb") as opened:
        _check_package(opened, OFFICE[file.suffix.lower()])


def _check_package(opened: IO[bytes], content_type: str, *, inside: bool = False) -> None:
    """Raise Misread for a package.

    ``content_type``: the one it must declare; ``inside``: it lies in another document.
    """
    try:
        with zipfile.ZipFile(opened) as package:
            _check_parts(package, content_type, inside=inside)
    except Misread:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError, ValueError, OSError):
        raise Misread("not-what-it-says", what="broken") from None


def _check_parts(package: zipfile.ZipFile, content_type: str, *, inside: bool) -> None:
    """Raise Misread for an opened package that is of another type, out of bounds, or has something active in it."""
    parts = package.infolist()
    _check_bounds(parts)
    if not _has_type(package, content_type):
        raise Misread("not-what-it-says", what=_find_type(package))
    for part in parts:
        _check_name(part.filename)
    _check_texts(package, parts)
    for part in () if inside else parts:
        if _INSIDE.search(part.filename):
            with package.open(part) as opened:
                _check_package(opened, OFFICE[posixpath.splitext(part.filename)[1].lower()], inside=True)


def _check_bounds(parts: list[zipfile.ZipInfo]) -> None:
    """Raise Misread for parts that are too many or too large, or whose names lead out of the package."""
    whole = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if len(parts) > _MOST_PARTS or whole > _MOST_UNPACKED or (whole > _MOST and whole > packed * _RATIO):
        raise Misread("not-what-it-says", what="archive")
    names = [part.filename for part in parts]
    if any(name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) for name in names):
        raise Misread("not-what-it-says", what="archive")


def _check_name(name: str) -> None:
    """Raise Misread for a part that is active by its name: a macro, or a foreign object."""
    if _MACROS.search(name):
        raise Misread("macros-in-document", found=posixpath.basename(name.rstrip("/")))
    if _OBJECTS.search(name) and not _HARMLESS.search(name):
        raise Misread("object-in-document", found=posixpath.basename(name))


def _check_texts(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """Raise Misread for a part that fetches something or gives a command, and for more text than is searched."""
    left = _MOST
    for name, text in _texts(package, parts):
        left -= len(text)
        if left < 0:
            raise Misread("not-what-it-says", what="archive")
        if name.endswith(".rels"):
            _check_fetched(text)
        if found := _ORDERS.search(text) or _FIELD_ORDER.search(b"".join(_FIELD.findall(text))):
            raise Misread("macros-in-document", found=found[0].decode("ascii", "replace").strip("<"))


def _has_type(package: zipfile.ZipFile, content_type: str) -> bool:
    """Tell whether a package declares a content type, and no macros."""
    if content_type.startswith(_ODF):
        manifest = _read(package, "META-INF/manifest.xml")
        return _read(package, "mimetype").strip() == content_type.encode() and b"sun.star.oleobject" not in manifest
    types = _read(package, "[Content_Types].xml")
    return f'"{content_type}"'.encode() in types.replace(b"'", b'"') and b"macroenabled" not in types.lower()


def _find_type(package: zipfile.ZipFile) -> str:
    """Find out what a package is that has the wrong content type.

    The result is an ending of ``OFFICE`` or a key of the catalogue's ``formats``: ``macros``, ``archive``.
    """
    names = set(package.namelist())
    types = _read(package, "[Content_Types].xml") if "[Content_Types].xml" in names else b""
    said = _read(package, "mimetype").strip().decode("ascii", "replace") if "mimetype" in names else ""
    if b"macroenabled" in types.lower():
        return "macros"
    return next(
        (
            ending
            for ending, content_type in OFFICE.items()
            if said == content_type or f'"{content_type}"'.encode() in types
        ),
        "archive",
    )


def _texts(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """Give name and bytes of each part that is searched, without the zeros of UTF-16."""
    for part in parts:
        if _LOOKED_AT.search(part.filename):
            text = _read(package, part)
            yield part.filename.lower(), text if part.filename.endswith(".rels") else text.replace(b"\0", b"")


def _check_fetched(text: bytes) -> None:
    """Raise Misread for a part's relations, if one of them fetches something from another machine."""
    try:
        relations = fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException):
        raise Misread("not-what-it-says", what="broken") from None
    for relation in relations:
        relation_type = relation.get("Type", "")
        if (
            relation.get("TargetMode") == "External"
            and relation_type.endswith(_FETCHED)
            and _FAR.match(relation.get("Target", ""))
        ):
            raise Misread("object-in-document", found=relation_type.rpartition("/")[2])


def _read(package: zipfile.ZipFile, part: zipfile.ZipInfo | str) -> bytes:
    """Read a part, or as much of it as may be searched, and a byte more."""
    with package.open(part) as opened:
        return opened.read(_MOST + 1)
