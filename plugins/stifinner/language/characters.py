"""Characters that nobody sees and that steer what shows them: a terminal, the direction of text, where a line ends.

There is one list, since three places ask: what the content may hold, what a name may hold, and what is echoed.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
"""Commands to a terminal, Unicode's own line separators, and code points that are no character."""
_TURNS = "\u202a-\u202e\u2066-\u2069\u206a-\u206f"
"""Embeddings, overrides and isolates: the text after them is shown in another order than it is stored in."""
_MARKS = "\u061c\u200e\u200f"
"""Marks of direction that real Arabic and Hebrew text has between its words."""
_TAGS = "\U000e0000-\U000e007f"
"""A second, unseen alphabet. Its honest use is in the flags of England, Scotland and Wales."""
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"

_IN_TEXT = re.compile(
    f"(?P<turn>[{_TURNS}])|(?P<control>[{_CONTROLS}])|(?P<flag>{_FLAG})|(?P<tag>[{_TAGS}])", re.DOTALL
)
STEERING = re.compile(f"[{_CONTROLS}\t\n{_TURNS}{_MARKS}{_TAGS}\ud800-\udfff]")
"""What may not reach a person's screen as it is. Unlike in a file's text, tabs and line breaks count here."""
_NOT_IN_NAMES = frozenset({"Cc", "Cf", "Cn", "Cs", "Co", "Zl", "Zp"})
"""Unicode categories: control, format, unassigned, surrogate, private use, line and paragraph separators."""
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0")
"""Characters that are letters or signs by their category, and show nothing."""


@dataclass(frozen=True)
class Steering:
    """A character that no line of content may hold."""

    at: int
    """Index in the line."""
    kind: Literal["control", "turn"]
    """What it is: a command, or a turn of the direction of text."""


def find_steering(line: str) -> Steering | None:
    """Find the first character of a line that no content may hold; None where there is none.

    Tabs are text, and so is what real writing needs: marks of direction, joiners, soft hyphens and the flags made of
    tags.
    """
    for found in _IN_TEXT.finditer(line):
        if found.lastgroup != "flag":
            return Steering(found.start(), "turn" if found.lastgroup == "turn" else "control")
    return None


def without_steering(line: str) -> str:
    """Replace each character that no content may hold by a space, so that columns stay right."""
    return _IN_TEXT.sub(lambda found: found[0] if found.lastgroup == "flag" else " ", line)


def unseen_in_name(name: str) -> str:
    """Find the first character of a name that nobody sees; no link and no address can be written with it.

    Empty: none.
    """
    if name.isascii() and name.isprintable():
        return ""
    return next(filter(is_unseen, name), "")


def is_unseen(character: str) -> bool:
    """Tell whether a character shows nothing, or shows differently from machine to machine."""
    return unicodedata.category(character) in _NOT_IN_NAMES or character in _BLANK


def code_of(character: str) -> str:
    """Name a character that can't be shown: «U+001B», or «0xE5» for a byte of a file name that could not be decoded."""
    code = ord(character)
    return f"0x{code - 0xDC00:02X}" if 0xDC80 <= code <= 0xDCFF else f"U+{code:04X}"
