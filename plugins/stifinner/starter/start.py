"""Start a new portal: an empty one that builds, with files that say themselves what to do with them."""

import re
import secrets
import shutil
from pathlib import Path

from ..files.draft import draft_for
from ..files.shipped import FORGE, PINS, SHARED
from ..portal import build_portal
from ..problems.problem import has_errors

_FILES = Path(__file__).parent / "files"
_HIDDEN = "dot-"
"""Beginning of the names of hidden files in ``_FILES``: «dot-github» becomes «.github» in the new portal."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]>#!])")
"""Signs that mean something in Markdown."""


class NameNotUsableError(Exception):
    """The portal's or the organisation's name can't be written as a fact."""


def start_portal(folder: Path, name: str, organisation: str, origin: str) -> None:
    """Write a new portal into ``folder``, all of it or nothing. Files that are there already are not touched.

    ``origin``: the line by which pip finds this package. Raises ``NotEmptyError`` or ``NameNotUsableError``.
    """
    name, organisation = (_one_line(text) for text in (name, organisation))
    words = {
        "%NAME%": name,
        "%NAME_SHOWN%": _escaped(name),
        "%ORGANISATION%": _escaped(organisation),
        "%ORIGIN%": origin,
        "%CALENDAR_KEY%": secrets.token_hex(6),
    }
    with draft_for(folder) as draft:
        _write_draft(draft, words)
        made = build_portal(draft / "content", name="")
        if has_errors(made.problems) or made.frame.name != name:
            raise NameNotUsableError(name)


def _write_draft(draft: Path, words: dict[str, str]) -> None:
    """Write every file of the starter into ``draft``. ``words``: what stands in the files → what to write instead."""
    for source in sorted(path for path in _FILES.rglob("*") if path.is_file()):
        steps = (step.replace(_HIDDEN, ".", 1) for step in source.relative_to(_FILES).parts)
        target = draft.joinpath(*steps)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = source.read_text(encoding="utf-8")
        target.write_text(re.sub("|".join(words), lambda match: words[match[0]], text), encoding="utf-8")
    shutil.copyfile(PINS, draft / "requirements.txt")
    for path in SHARED:
        target = draft / ".github" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(FORGE / path, target)


def _one_line(text: str) -> str:
    """Give a name without spaces around it; raises ``NameNotUsableError`` for one that is empty or not one line."""
    stripped = text.strip()
    if not stripped or not stripped.isprintable():
        raise NameNotUsableError(text)
    return stripped


def _escaped(text: str) -> str:
    """Escape a text, so that Markdown shows it the way it was written."""
    return _SPECIAL.sub(r"\\\1", text).replace("<", "&lt;")
