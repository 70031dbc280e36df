"""The press: data and a Typst template become a PDF: tagged, accessible (PDF/UA-1), the same on every machine.

Data goes in as data, never as markup, so that nothing an editor writes can be read as Typst. Only the fonts that lie
beside the templates and those inside Typst itself are used, and no clock is read.
"""

import json
import re
import shutil
import tempfile
import time
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, Self

import typst

from ...language.printable import is_printable

ENGINE = f"typst {version('typst')}"
"""What sets the type: another version may set it differently."""
REPLACEMENT = "□"
"""Stands for a character that none of the fonts has (see ``printable.py``)."""
LONGEST = 60.0
"""Seconds of processor time after which a document is given up; ordinary ones take a twentieth of one."""
_MOST_TRIALS = 50
"""So often the fonts of a portal are asked what they have, in one paper; what is not known then is taken as lacking."""
_PATIENCE = 0.5
"""Seconds between two looks at the clock."""
_WORD = re.compile(r'[^\s"\\]+')
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


class StuckError(Exception):
    """A document was not done in time."""


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
        self._leave()

    def _leave(self) -> None:
        """Clear away the folder that it worked in."""
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
            fonts = [str(folder / "fonts") for folder in _font_folders(self._folders)]
            known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=fonts)
            self._compiler = typst.Compiler(root=str(room), font_paths=known, ignore_system_fonts=True)
        return Path(self._room.name)

    def _compile(self, source: Any, inputs: dict[str, str]) -> bytes:
        """``source``: a file's path, or its text as bytes. Raises ``StuckError`` for what has no end."""
        assert self._compiler  # noqa: S101 (_settle comes first)
        asked: dict[str, Any] = {"format": "pdf", "sys_inputs": inputs, "pdf_standards": ["ua-1"], "timestamp": 0}
        try:
            pdf = _apart(partial(self._compiler.compile, source, **asked))
        except StuckError:
            # Something is still at work there; the next document gets a room and a compiler of its own.
            self._leave()
            raise
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

    def _unsettable(self, texts: Collection[str]) -> set[str]:
        """Those of which the fonts lack something: all are tried together, then by halves."""
        found = {text for text in texts if self._printable.get(text) is False}
        unknown = sorted(text for text in texts if text not in self._printable)
        waiting = [unknown] if unknown else []
        trials = 0
        while waiting:
            some = waiting.pop()
            trials += 1
            if trials > _MOST_TRIALS or (len(some) == 1 and not self.can_set(some[0])):
                found.update(some)
            elif len(some) > 1 and not self.can_set(" ".join(some)):
                waiting += [some[len(some) // 2 :], some[: len(some) // 2]]
            else:
                self._printable |= dict.fromkeys(some, True)
        return found

    def _printable_text(self, text: str) -> str:
        """The text without what no font has; only a portal's own fonts are asked by a trial."""
        lacking = {character for character in set(text) if not is_printable(character)}
        if len(_font_folders(self._folders)) > 1:
            lacking = self._unsettable(lacking)
        invisible = {one for one in lacking if unicodedata.category(one) in {"Cc", "Cf", "Cs"}}
        return text.translate({ord(one): None if one in invisible else REPLACEMENT for one in lacking})

    def _plain_text(self, text: str) -> str:
        """The text without the marks and joiners that no one font has together with the letter below them.

        Each is printable alone, and only asked for after a compile that failed.
        """
        lacking = self._unsettable({word for word in _WORD.findall(text) if any(map(_joins, word))})
        plain = {word: "".join(character for character in word if not _joins(character)) for word in lacking}
        bare = self._unsettable(set(plain.values()) - {""})
        plain |= {
            word: re.sub(r"[^\x00-\x7f]", REPLACEMENT, without) for word, without in plain.items() if without in bare
        }
        return _WORD.sub(lambda word: plain.get(word[0], word[0]), text)


def _apart(work: Callable[[], object]) -> object:
    """Do the work in a thread of its own. What is not Python's is deaf to signals; whoever waits for it hears them.

    Nothing can stop the thread of what raised ``StuckError``: it ends with the process.
    """
    made: list[object] = []
    wrong: list[Exception] = []

    def run() -> None:
        try:
            made.append(work())
        except Exception as error:
            wrong.append(error)

    thread = Thread(target=run, daemon=True)
    last = time.process_time() + LONGEST
    thread.start()
    while thread.is_alive():
        thread.join(_PATIENCE)
        if thread.is_alive() and time.process_time() > last:
            raise StuckError
    if wrong:
        raise wrong[0]
    return made[0]


def _font_folders(folders: Iterable[Path]) -> list[Path]:
    return [folder for folder in folders if (folder / "fonts").is_dir()]


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
