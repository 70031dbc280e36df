"""Everything that stands in the files of a site, whatever kind of file it is."""

import re
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from pypdf import PdfReader


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Each file of a site with its name and all that it says, in small letters and without breaks of lines."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), plain(f"{file.relative_to(folder)}\n{_said(file)}")


def plain(text: str) -> str:
    """A text as it is compared: what is folded in a calendar and hyphenated on paper is whole again."""
    return re.sub(r"(?:\u00ad|\r?\n[ \t]|-\n)", "", text).casefold()


def _said(file: Path) -> str:
    content = file.read_bytes()
    said = content.decode("utf-8", "replace")
    if content.startswith(b"%PDF") and b"%%EOF" in content:
        reader = PdfReader(file)
        said += "\n".join([str(reader.metadata), *(page.extract_text() for page in reader.pages)])
        said += "\n".join(str(link.get_object()) for page in reader.pages for link in page.get("/Annots") or ())
    if is_zipfile(file):
        with ZipFile(file) as packed:
            said += "\n".join(f"{name}\n{packed.read(name).decode('utf-8', 'replace')}" for name in packed.namelist())
    return said
