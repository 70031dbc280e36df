"""A portal of one's own, empty but whole: it builds, and every file of it says what to do with it."""

import re
import shutil
from pathlib import Path

from ..files.draft import draft_for
from ..files.shipped import FORGE, PINS, SHARED
from ..portal import build_portal
from ..problems.problem import has_errors

_FILES = Path(__file__).parent / "files"
_HIDDEN = "dot-"
"""Names of hidden files begin with this here, so that they are files like others until they are needed."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]>#!])")


class NameNotUsableError(Exception):
    """A name that could not be written on top of a file."""


def start_portal(folder: Path, name: str, organisation: str, origin: str) -> None:
    """Write an empty portal into ``folder``. Nothing that is there is touched.

    ``origin``: the line by which pip finds this package. Raises ``NotEmptyError`` or ``NameNotUsableError``.
    """
    name, organisation = (_one_line(text) for text in (name, organisation))
    words = {
        "%NAME%": name,
        "%NAME_SHOWN%": _escaped(name),
        "%ORGANISATION%": _escaped(organisation),
        "%ORIGIN%": origin,
    }
    with draft_for(folder) as draft:
        _write_draft(draft, words)
        made = build_portal(draft / "content", name="")
        if has_errors(made.problems) or made.frame.name != name:
            raise NameNotUsableError(name)


def _write_draft(draft: Path, words: dict[str, str]) -> None:
    for source in sorted(path for path in _FILES.rglob("*") if path.is_file()):
        steps = (step.replace(_HIDDEN, ".", 1) for step in source.relative_to(_FILES).parts)
        target = draft.joinpath(*steps)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8")
        target.write_text(re.sub("|".join(words), lambda found: words[found[0]], text), encoding="utf-8")
    shutil.copyfile(PINS, draft / "requirements.txt")
    for path in SHARED:
        place = draft / ".github" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(FORGE / path, place)


def _one_line(text: str) -> str:
    whole = text.strip()
    if not whole or not whole.isprintable():
        raise NameNotUsableError(text)
    return whole


def _escaped(text: str) -> str:
    """As Markdown shows it the way it was written."""
    return _SPECIAL.sub(r"\\\1", text).replace("<", "&lt;")
