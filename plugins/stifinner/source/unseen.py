"""Characters that nobody sees, in the text of a file and in its name: each is told with what it is called."""

import posixpath

from ..characters import code_of, find_steering, unseen_in_name, without_steering
from ..problems import ProblemList
from ..slugs import slugify

_CODES = {"control": "control-character", "turn": "direction-character"}


def check_unseen(path: str, lines: tuple[str, ...], problems: ProblemList) -> tuple[str, ...]:
    """The lines with spaces for what steers a terminal or turns the text; told once a line, at the first."""
    if all(line.isprintable() for line in lines):
        return lines
    kept = list(lines)
    for number, line in enumerate(lines, start=1):
        at, what = (-1, "") if line.isprintable() else find_steering(line)
        if at >= 0:
            details = {"character": code_of(line[at]), "suggestion": problems.suggestion(_meant(line[at]))}
            problems.add(_CODES[what], path, number, at + 1, excerpt=line, **details)
            kept[number - 1] = without_steering(line)
    return tuple(kept)


def check_name(path: str, *, is_folder: bool, problems: ProblemList) -> bool:
    """Tell a page or a folder with something unseen in its name. Whether the name is text, and can be read on."""
    name = posixpath.basename(path)
    unseen = unseen_in_name(name) if is_folder or name.lower().endswith(".md") else ""
    if unseen:
        stem, ending = posixpath.splitext(_readable(name))
        right = ".".join(part for part in (slugify(stem)[:60] or "side", slugify(ending)) if part)
        problems.add("unseen-in-name", path, name=name, character=code_of(unseen), right=right)
    return not unseen or not any("\ud800" <= character <= "\udfff" for character in name)


def _meant(character: str) -> str:
    """What Windows means by a number that is a control elsewhere: a dash, a quotation mark."""
    if not "\x80" <= character <= "\x9f":
        return ""
    return character.encode("latin-1").decode("cp1252", "ignore")


def _readable(name: str) -> str:
    """A name in the letters it was once written in, where the disk has them in an older encoding."""
    try:
        return name.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeDecodeError:
        return name.encode("utf-8", "surrogateescape").decode("latin-1")
    except UnicodeEncodeError:
        return name.encode("utf-8", "replace").decode("utf-8")
