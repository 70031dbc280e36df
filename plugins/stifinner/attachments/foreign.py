"""Formats that are never published though people have them: their endings, their first bytes, and why."""

import re
from collections.abc import Callable

_ENDINGS = {
    "heic": "heic heif hif",
    "tiff": "tif tiff",
    "raw": "raw dng cr2 cr3 nef arw orf rw2 raf",
    "picture": (
        "psd psb ai eps xcf indd sketch fig afdesign afphoto cdr svgz ico jxl emf wmf drawio excalidraw pcx tga jp2"
    ),
    "old_office": "doc dot xls xlt ppt pps pot rtf wps wpd sxw sxc sxi",
    "macros": "docm dotm xlsm xltm xlsb xlam pptm potm ppsm ppam sldm",
    "own_program": (
        "pages numbers key one onepkg pub vsd vsdx mpp odg odf odb epub mobi h5p notebook flipchart xps ppsx fods fodt"
    ),
    "shortcut": "gdoc gsheet gslides gform gdraw url lnk webloc desktop website",
    "mail": "msg eml mbox pst vcf",
    "film": "avi wmv mkv flv mpg mpeg 3gp mts m2ts asf",
    "sound": "wma aiff aif amr caf mid midi aac ra m3u m3u8 pls",
    "archive": "zip 7z rar tar gz tgz bz2 xz zst iso cab img vhd vhdx ace arj lzh",
    "page": (
        "html htm xhtml xht shtml mht mhtml xml xsl xslt js mjs cjs ts jsx tsx css wasm swf php phtml asp aspx jsp cgi"
        " json webmanifest map htc rss atom vbhtml"
    ),
    "program": (
        "exe msi com scr pif cpl dll sys bat cmd ps1 psm1 vbs vbe wsf wsh hta jse sh bash zsh command py pyc pyw rb pl"
        " jar class app dmg pkg deb rpm apk ipa appx msix so dylib reg inf scf chm hlp settingcontent-ms search-ms"
        " library-ms iqy slk application jnlp workflow scpt lua msc theme ade adp diagcab elf bin"
    ),
    "secret": "pem p12 pfx ppk kdbx kdb jks keystore gpg pgp asc crt cer der p7b p8 ovpn rdp env htpasswd netrc",
    "database": "sqlite sqlite3 db db3 mdb accdb dbf sql sav dta parquet rdata rds",
    "unfinished": "tmp temp old orig bak swp swo part crdownload download lock asd wbk log",
}
FOREIGN = {f".{ending}": why for why, endings in _ENDINGS.items() for ending in endings.split()}
"""Ending → why it is not published, a key of the catalogue's ``formats``."""

_AS_MARKDOWN = "markdown mdown mkd mkdn mdwn mdtxt mdtext mdx rmd"
AS_MARKDOWN = frozenset(f".{ending}" for ending in _AS_MARKDOWN.split())
"""Endings for Markdown that this portal does not use; MkDocs would make pages of some of them."""
_SECRET_NAMES = frozenset({"id_rsa", "id_dsa", "id_ecdsa", "id_ed25519", "authorized_keys", "known_hosts", "htpasswd"})
_UNFINISHED = re.compile(r"~\$.*|.*~|~.*\.tmp|#.*#|.*\.(?:bak|old|orig|sw[a-p])\d*", re.IGNORECASE | re.DOTALL)
"""Names that programs give to locks and copies of their own."""
_FAMILIES = {"page": "php[0-9]|[sp]html?", "program": "ps[0-9]xml|ps[0-9]", "archive": "[a-z][0-9]{2}|[0-9]{3}"}
"""Why → endings that have a number in them."""

_PAGE = re.compile(
    rb"\s*<(?:!doctype|!entity|!\[cdata|!--|html|head|body|script|iframe|meta|title|style|table|\?xml|\?php|\?=|%|svg)",
    re.IGNORECASE,
)
_HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"}
_ARCHIVES = (
    *(b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"Rar!\x1a", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh9"),
    *(b"\xfd7zXZ", b"\x28\xb5\x2f\xfd", b"MSCF\0"),
)
_PROGRAMS = (
    *(b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"#!", b"\0asm", b"ITSF\x03"),
    *(b"L\0\0\0\x01\x14\x02\0", b"@echo off", b"[InternetShortcut]", b"[Desktop Entry]"),
)
_EXE = re.compile(rb"MZ[^\0]{0,62}\0|[FCZ]WS[\x01-\x40]", re.DOTALL)
"""Programs of Windows and of Flash."""
_CONTENTS: dict[str, Callable[[bytes], bool]] = {
    "heic": lambda head: head[4:8] == b"ftyp" and head[8:12] in _HEIC,
    "tiff": lambda head: head.startswith((b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")),
    "old_office": lambda head: head.startswith((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rt")),
    "archive": lambda head: head.startswith(_ARCHIVES) or head[257:262] == b"ustar" or head[32769:32774] == b"CD001",
    "program": lambda head: head.startswith(_PROGRAMS) or _EXE.match(head) is not None,
    "database": lambda head: head.startswith((b"SQLite format 3\0", b"\0\x01\0\0Standard ")),
    "picture": lambda head: head.startswith((b"8BPS", b"%!PS", b"gimp xcf", b"\xff\x0a", b"\0\0\0\x0cJXL ")),
    "secret": lambda head: b"PRIVATE KEY-----" in head,
    "page": lambda head: bool(_PAGE.match(without_marks(head))),
    "pointer": lambda head: head.startswith(b"version https://git-lfs"),
}
"""Why → whether a file begins like that."""


def without_marks(head: bytes) -> bytes:
    """Remove order marks and the zeros of UTF-16 from bytes, so that what is left can be compared with ASCII."""
    return head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")


def why_not(name: str) -> str:
    """Tell why a file of that name is never published: a key of the catalogue's ``formats``; empty where it may be."""
    lower = name.lower()
    stem, dot, ending = lower.rpartition(".")
    if _UNFINISHED.fullmatch(name):
        return "unfinished"
    if lower in _SECRET_NAMES or stem in _SECRET_NAMES:
        return "secret"
    if dot and (why := FOREIGN.get(dot + ending)):
        return why
    return next((why for why, pattern in _FAMILIES.items() if dot and re.fullmatch(pattern, ending)), "")


def foreign_content(head: bytes) -> str:
    """Tell why a file with those first bytes is never published: a key of the catalogue's ``formats``, or empty."""
    return next((why for why, is_like in _CONTENTS.items() if is_like(head)), "")
