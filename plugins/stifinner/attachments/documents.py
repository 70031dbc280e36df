"""Office documents: what their package holds. Macros, foreign objects and what is fetched from afar are told."""

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
"""Ending → what the document says that it is."""
_MACROS = re.compile(
    r"vba(?:project|data)|macrosheets/|activex/|(?:^|/)basic/|(?:^|/)scripts/.|dialogsheets/", re.IGNORECASE
)
_OBJECTS = re.compile(r"oleobject|\.(?:bin|exe|dll|js|vbs|bat|cmd|ps1|hta|lnk|html?|swf|jar|msi|scr)$", re.IGNORECASE)
_HARMLESS = re.compile(r"printersettings\d*\.bin$", re.IGNORECASE)
_INSIDE = re.compile(r"\.(?:docx|xlsx|pptx)$", re.IGNORECASE)
"""A diagram brings the table that it was drawn from."""
_FAR = re.compile(r"\s*(?:https?:|ftp:|mhtml:|[\\/]{2}|file:[\\/]*[\\/]{2}(?!/?\w:))", re.IGNORECASE)
"""A place on another machine; a template on the writer's own leads nowhere."""
_FETCHED = ("/attachedTemplate", "/oleObject", "/frame", "/subDocument", "/control", "/aFChunk")
"""What a document fetches when it is opened."""
_ORDERS = re.compile(rb"<(?:\w+:)?ddeLink\b|vnd\.sun\.star\.script:|<office:dde-|\binstr=[\"']\s*DDE", re.IGNORECASE)
_FIELD = re.compile(rb"<(?:\w+:)?instrText\b[^<>]*>([^<]*)")
_FIELD_ORDER = re.compile(rb"\bDDE(?:AUTO)?\b", re.IGNORECASE)
"""Orders to other programs, in tables, in fields and in what happens when something is pressed."""
_LOOKED_AT = re.compile(
    r"\.rels$|(?:^|/)(?:document|comments|header\d*|footer\d*|content|styles|settings)\.xml$|externallinks/",
    re.IGNORECASE,
)
_MOST_PARTS = 20_000
_MOST = 40_000_000
"""Bytes of a document's parts that are looked at."""
_MOST_UNPACKED = 2_000_000_000
_RATIO = 2_000


def check_document(place: Path) -> None:
    """Raise Misread for a document that is not what its ending says, or that does something."""
    with place.open("rb") as file:
        _check_package(file, OFFICE[place.suffix.lower()])


def _check_package(file: IO[bytes], kind: str, *, inside: bool = False) -> None:
    try:
        with zipfile.ZipFile(file) as package:
            _check_parts(package, kind, inside=inside)
    except Misread:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError, ValueError, OSError):
        raise Misread("not-what-it-says", what="broken") from None


def _check_parts(package: zipfile.ZipFile, kind: str, *, inside: bool) -> None:
    parts = package.infolist()
    whole = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if len(parts) > _MOST_PARTS or whole > _MOST_UNPACKED or (whole > _MOST and whole > packed * _RATIO):
        raise Misread("not-what-it-says", what="archive")
    names = [part.filename for part in parts]
    if any(name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) for name in names):
        raise Misread("not-what-it-says", what="archive")
    if not _is_of_kind(package, kind):
        raise Misread("not-what-it-says", what=_kind_of(package))
    for name in names:
        if _MACROS.search(name):
            raise Misread("macros-in-document", found=posixpath.basename(name.rstrip("/")))
        if _OBJECTS.search(name) and not _HARMLESS.search(name):
            raise Misread("object-in-document", found=posixpath.basename(name))
    left = _MOST
    for name, text in _texts(package, parts):
        left -= len(text)
        if left < 0:
            raise Misread("not-what-it-says", what="archive")
        if name.endswith(".rels"):
            _check_fetched(text)
        if found := _ORDERS.search(text) or _FIELD_ORDER.search(b"".join(_FIELD.findall(text))):
            raise Misread("macros-in-document", found=found[0].decode("ascii", "replace").strip("<"))
    for part in parts:
        if _INSIDE.search(part.filename):
            if inside:
                continue
            with package.open(part) as file:
                _check_package(file, OFFICE[posixpath.splitext(part.filename)[1].lower()], inside=True)


def _is_of_kind(package: zipfile.ZipFile, kind: str) -> bool:
    if kind.startswith(_ODF):
        manifest = _read(package, "META-INF/manifest.xml")
        return _read(package, "mimetype").strip() == kind.encode() and b"sun.star.oleobject" not in manifest
    types = _read(package, "[Content_Types].xml")
    return f'"{kind}"'.encode() in types.replace(b"'", b'"') and b"macroenabled" not in types.lower()


def _kind_of(package: zipfile.ZipFile) -> str:
    """What a package is that is not what it says: a document of another kind, one with macros, or any archive."""
    names = set(package.namelist())
    types = _read(package, "[Content_Types].xml") if "[Content_Types].xml" in names else b""
    said = _read(package, "mimetype").strip().decode("ascii", "replace") if "mimetype" in names else ""
    if b"macroenabled" in types.lower():
        return "macros"
    return next(
        (ending for ending, kind in OFFICE.items() if said == kind or f'"{kind}"'.encode() in types),
        "archive",
    )


def _texts(package: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """Name and text of each part that is looked at, without what only UTF-16 has."""
    for part in parts:
        if _LOOKED_AT.search(part.filename):
            text = _read(package, part)
            yield part.filename.lower(), text if part.filename.endswith(".rels") else text.replace(b"\0", b"")


def _check_fetched(text: bytes) -> None:
    """Raise Misread for a part's relations that fetch something from another machine."""
    try:
        relations = fromstring(text, forbid_dtd=True)
    except (ParseError, DefusedXmlException):
        raise Misread("not-what-it-says", what="broken") from None
    for relation in relations:
        kind = relation.get("Type", "")
        if (
            relation.get("TargetMode") == "External"
            and kind.endswith(_FETCHED)
            and _FAR.match(relation.get("Target", ""))
        ):
            raise Misread("object-in-document", found=kind.rpartition("/")[2])


def _read(package: zipfile.ZipFile, part: zipfile.ZipInfo | str) -> bytes:
    """A part, as much of it as is looked at."""
    with package.open(part) as file:
        return file.read(_MOST + 1)
