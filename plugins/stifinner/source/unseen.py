"""Characters in the text of a file that nobody sees: each line with one becomes a problem that names it."""

from ..language.characters import code_of, find_steering, without_steering
from ..problems.problem import ProblemList

_CODES = {"control": "control-character", "turn": "direction-character"}


def check_unseen(path: str, lines: tuple[str, ...], problems: ProblemList) -> tuple[str, ...]:
    """Replace what steers a terminal or turns the text by spaces, and add a problem a line for the first of them."""
    if all(line.isprintable() for line in lines):
        return lines
    kept = list(lines)
    for number, line in enumerate(lines, start=1):
        if not line.isprintable() and (found := find_steering(line)):
            character = line[found.at]
            details = {"character": code_of(character), "suggestion": problems.suggestion(_meant(character))}
            problems.add(_CODES[found.kind], path, number, found.at + 1, excerpt=line, **details)
            kept[number - 1] = without_steering(line)
    return tuple(kept)


def _meant(character: str) -> str:
    """Give what Windows means by a code that is a control elsewhere: a dash, a quotation mark; empty for others."""
    if not "\x80" <= character <= "\x9f":
        return ""
    return character.encode("latin-1").decode("cp1252", "ignore")
