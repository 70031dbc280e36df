"""The press: data and a Typst template become a PDF: tagged, accessible (PDF/UA-1), the same on every machine.

Data goes in as data, never as markup, so that nothing an editor writes can be read as Typst. Only the fonts that lie
beside the templates and those inside Typst itself are used, and no clock is read.
"""

import json
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import typst

from ...printable import is_printable

ENGINE = f"typst {version('typst')}"
"""What sets the type: another version may set it differently."""
REPLACEMENT = "□"
"""Stands for a character that none of the fonts has (see ``printable.py``)."""
_TEMPLATE = "document.typ"
_PICTURES = "pictures"
_TRIAL = b"""#import "/letters.typ": standing-in
#set document(title: [x])
#set text(lang: "nb", font: standing-in)
#sys.inputs.text"""
_PICTURE_TRIAL = b'#set document(title: [x])\n#set text(lang: "nb")\n#image(sys.inputs.path, alt: "x")'


@dataclass(frozen=True)
class PaperDocument:
    """What is to be printed."""

    data: Mapping[str, Any]
    """What the templates find in ``frame.typ``'s ``data``: anything that JSON can say."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """Name that the data uses (without folder) → the picture. The name must follow from its bytes."""


class Press:
    """Sets one document after the other; a context manager, since it works in a folder of its own.

    ``folders``: where templates are looked for, the first that has one wins; fonts lie in ``fonts/`` there.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._room: tempfile.TemporaryDirectory[str] | None = None
        self._compiler: typst.Compiler | None = None
        self._printable: dict[str, bool] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        if self._room:
            self._room.cleanup()
            self._room = self._compiler = None

    def compile_pdf(self, document: PaperDocument) -> bytes:
        """The PDF. What can't be printed gives way: a character to a square, a damaged picture to its description."""
        room = self._settle()
        unreadable = [name for name, content in document.pictures.items() if not self._take_picture(name, content)]
        text = json.dumps({**document.data, "unreadable": unreadable}, ensure_ascii=False)
        text = self._printable_text(text)
        try:
            return self._compile(str(room / _TEMPLATE), {"data": text})
        except typst.TypstError:
            return self._compile(str(room / _TEMPLATE), {"data": self._plain_text(text)})

    def can_set(self, text: str) -> bool:
        """Whether the fonts have all of the text; tried once."""
        self._settle()
        if text not in self._printable:
            self._printable[text] = self._passes(_TRIAL, {"text": text, "data": ""})
        return self._printable[text]

    def _settle(self) -> Path:
        """The folder that Typst works in, with the templates of all our folders; made when it is first needed."""
        if self._room is None:
            self._room = tempfile.TemporaryDirectory(prefix="stifinner-")
            room = Path(self._room.name)
            for folder in reversed(self._folders):
                for template in template_files([folder]):
                    shutil.copyfile(template, room / template.name)
            (room / _PICTURES).mkdir()
            fonts = [str(folder / "fonts") for folder in self._folders if (folder / "fonts").is_dir()]
            known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=fonts)
            self._compiler = typst.Compiler(root=str(room), font_paths=known, ignore_system_fonts=True)
        return Path(self._room.name)

    def _compile(self, source: Any, inputs: dict[str, str]) -> bytes:
        """``source``: a file's path, or its text as bytes."""
        assert self._compiler  # noqa: S101 (_settle comes first)
        pdf = self._compiler.compile(source, format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"], timestamp=0)
        assert isinstance(pdf, bytes)  # noqa: S101 (one document is one file)
        return pdf

    def _passes(self, source: bytes, inputs: dict[str, str]) -> bool:
        try:
            self._compile(source, inputs)
        except typst.TypstError:
            return False
        return True

    def _take_picture(self, name: str, content: bytes) -> bool:
        """Lay a picture where templates find it, and say whether Typst can read it."""
        target = self._settle() / _PICTURES / name
        if not target.exists():
            target.write_bytes(content)
        return self._passes(_PICTURE_TRIAL, {"path": f"/{_PICTURES}/{name}"})

    def _printable_text(self, text: str) -> str:
        """The text without what no font has; fonts that lie in another folder of templates are asked by a trial."""
        for character in sorted(set(text)):
            if not is_printable(character) and not self.can_set(character):
                invisible = unicodedata.category(character) in {"Cc", "Cf", "Cs"}
                text = text.replace(character, "" if invisible else REPLACEMENT)
        return text

    def _plain_text(self, text: str) -> str:
        """The text without the marks and joiners that no one font has together with the letter below them.

        Each is printable alone, and only asked for after a compile that failed.
        """
        words = {word for word in re.findall(r'[^\s"\\]+', text) if any(map(_joins, word)) and not self.can_set(word)}
        for word in sorted(words, key=lambda word: (-len(word), word)):
            without = "".join(character for character in word if not _joins(character))
            plain = without if self.can_set(without) else re.sub(r"[^\x00-\x7f]", REPLACEMENT, without)
            text = text.replace(word, plain)
        return text


def _joins(character: str) -> bool:
    """Whether a character goes together with the one before it: marks, joiners, choices of form."""
    return not character.isascii() and unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}


def template_files(folders: Sequence[Path]) -> Iterator[Path]:
    """Every template in the folders, in a fixed order."""
    for folder in folders:
        yield from sorted(folder.glob("*.typ"))


def font_files(folders: Sequence[Path]) -> Iterator[Path]:
    """Every font in the folders, in a fixed order."""
    for folder in folders:
        yield from sorted((folder / "fonts").glob("*.ttf"))
