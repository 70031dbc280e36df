"""The press: makes a PDF from data and a Typst template: tagged, accessible (PDF/UA-1), the same on every machine.

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
"""Name and version of what sets the PDFs; another version may set them differently."""
REPLACEMENT = "□"
"""Printed for a character that none of the fonts has (see ``language/printable.py``)."""
LONGEST = 60.0
"""Seconds of processor time after which a document is given up; ordinary ones take a twentieth of one."""
_MOST_TRIALS = 50
"""How often a portal's own fonts are tried for one paper; characters not tried by then are taken as lacking."""
_PATIENCE = 0.5
"""Seconds between two looks at the clock, while a document is set."""
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
    """What is to be printed as one PDF."""

    data: Mapping[str, Any]
    """What the templates find in ``frame.typ``'s ``data``: anything that JSON can say."""
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    """File name that the data uses → the picture. The name must be made from its bytes."""


class StuckError(Exception):
    """Raised where a document was not done within ``LONGEST``."""


class Press:
    """Sets one document after the other; a context manager, since it works in a folder of its own.

    ``folders``: where templates are looked for, the first that has one wins; fonts lie in ``fonts/`` there.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._temporary: tempfile.TemporaryDirectory[str] | None = None
        self._compiler: typst.Compiler | None = None
        self._printable: dict[str, bool] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._clear()

    def _clear(self) -> None:
        """Remove the folder that it works in; the next document gets a new one."""
        if self._temporary:
            self._temporary.cleanup()
            self._temporary = self._compiler = None

    def compile_pdf(self, document: PaperDocument) -> bytes:
        """Set a document and give its PDF. Raises ``StuckError`` where that takes too long.

        What can't be printed is replaced: a character by a square, a damaged picture by its description.
        """
        folder = self._workspace()
        unreadable = [name for name, content in document.pictures.items() if not self._take_picture(name, content)]
        text = json.dumps({**document.data, "unreadable": unreadable}, ensure_ascii=False)
        text = self._printable_text(text)
        try:
            return self._compile(str(folder / _TEMPLATE), {"data": text})
        except typst.TypstError:
            return self._compile(str(folder / _TEMPLATE), {"data": self._plain_text(text)})

    def can_set(self, text: str) -> bool:
        """Tell whether the fonts have all characters of a text; tried once and remembered."""
        self._workspace()
        if text not in self._printable:
            self._printable[text] = self._compiles(_TRIAL, {"text": text, "data": ""})
        return self._printable[text]

    def _workspace(self) -> Path:
        """Give the folder that Typst works in, with all templates in it, and make it and the compiler where needed."""
        if self._temporary is None:
            self._temporary = tempfile.TemporaryDirectory(prefix="stifinner-")
            workspace = Path(self._temporary.name)
            for folder in reversed(self._folders):
                for template in template_files([folder]):
                    shutil.copyfile(template, workspace / template.name)
            (workspace / _PICTURES).mkdir()
            fonts = [str(folder / "fonts") for folder in _font_folders(self._folders)]
            known = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=fonts)
            self._compiler = typst.Compiler(root=str(workspace), font_paths=known, ignore_system_fonts=True)
        return Path(self._temporary.name)

    def _compile(self, source: Any, inputs: dict[str, str]) -> bytes:
        """Compile a template to PDF. ``source``: a file's path, or its text as bytes. May raise ``StuckError``."""
        assert self._compiler  # noqa: S101 (_workspace comes first)
        options: dict[str, Any] = {"format": "pdf", "sys_inputs": inputs, "pdf_standards": ["ua-1"], "timestamp": 0}
        try:
            pdf = _run_in_thread(partial(self._compiler.compile, source, **options))
        except StuckError:
            # The thread still works there; the next document gets a folder and a compiler of its own.
            self._clear()
            raise
        assert isinstance(pdf, bytes)  # noqa: S101 (one document is one file)
        return pdf

    def _compiles(self, source: bytes, inputs: dict[str, str]) -> bool:
        try:
            self._compile(source, inputs)
        except typst.TypstError:
            return False
        return True

    def _take_picture(self, name: str, content: bytes) -> bool:
        """Write a picture to where templates find it, and tell whether Typst can read it."""
        target = self._workspace() / _PICTURES / name
        if not target.exists():
            target.write_bytes(content)
        return self._compiles(_PICTURE_TRIAL, {"path": f"/{_PICTURES}/{name}"})

    def _unsettable(self, texts: Collection[str]) -> set[str]:
        """Find the texts of which the fonts lack something: all are tried together, then halves of those that fail."""
        lacking = {text for text in texts if self._printable.get(text) is False}
        unknown = sorted(text for text in texts if text not in self._printable)
        waiting = [unknown] if unknown else []
        trials = 0
        while waiting:
            some = waiting.pop()
            trials += 1
            if trials > _MOST_TRIALS or (len(some) == 1 and not self.can_set(some[0])):
                lacking.update(some)
            elif len(some) > 1 and not self.can_set(" ".join(some)):
                waiting += [some[len(some) // 2 :], some[: len(some) // 2]]
            else:
                self._printable |= dict.fromkeys(some, True)
        return lacking

    def _printable_text(self, text: str) -> str:
        """Replace what no font has: by a square, or by nothing where it would not be seen.

        What our own fonts have is known; only where a portal has others are those tried.
        """
        lacking = {character for character in set(text) if not is_printable(character)}
        if len(_font_folders(self._folders)) > 1:
            lacking = self._unsettable(lacking)
        invisible = {one for one in lacking if unicodedata.category(one) in {"Cc", "Cf", "Cs"}}
        return text.translate({ord(one): None if one in invisible else REPLACEMENT for one in lacking})

    def _plain_text(self, text: str) -> str:
        """Take away marks and joiners that no font has together with their letter; replace words it lacks even then.

        Each of them is printable alone, so this is done only after the document has failed to compile.
        """
        lacking = self._unsettable({word for word in _WORD.findall(text) if any(map(_joins, word))})
        plain = {word: "".join(character for character in word if not _joins(character)) for word in lacking}
        bare = self._unsettable(set(plain.values()) - {""})
        plain |= {
            word: re.sub(r"[^\x00-\x7f]", REPLACEMENT, without) for word, without in plain.items() if without in bare
        }
        return _WORD.sub(lambda word: plain.get(word[0], word[0]), text)


def _run_in_thread(work: Callable[[], object]) -> object:
    """Run the work in a thread of its own, and give what it returns or raise what it raises.

    Typst does not react to signals while it works; this thread, which waits, does, so the command can be stopped.
    Raises ``StuckError`` after ``LONGEST``. Nothing can stop that thread then: it ends with the process.
    """
    results: list[object] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            results.append(work())
        except Exception as error:
            errors.append(error)

    thread = Thread(target=run, daemon=True)
    deadline = time.process_time() + LONGEST
    thread.start()
    while thread.is_alive():
        thread.join(_PATIENCE)
        if thread.is_alive() and time.process_time() > deadline:
            raise StuckError
    if errors:
        raise errors[0]
    return results[0]


def _font_folders(folders: Iterable[Path]) -> list[Path]:
    return [folder for folder in folders if (folder / "fonts").is_dir()]


def _joins(character: str) -> bool:
    """Tell whether a character belongs to the one before it: marks, joiners, choices of form."""
    return not character.isascii() and unicodedata.category(character) in {"Mn", "Mc", "Me", "Cf"}


def template_files(folders: Sequence[Path]) -> Iterator[Path]:
    """Find every template in the folders, in a fixed order."""
    for folder in folders:
        yield from sorted(folder.glob("*.typ"))


def font_files(folders: Sequence[Path]) -> Iterator[Path]:
    """Find every font in the folders, in a fixed order."""
    for folder in folders:
        yield from sorted((folder / "fonts").glob("*.ttf"))
