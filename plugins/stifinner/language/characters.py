"""Characters that are not seen, and steer whatever shows them: a terminal, a line's direction, where a line ends.

One list for all who ask: what the content may hold, what a name may hold, and what is echoed to somebody.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
"""Commands to a terminal, ends of lines that are none in a file, and what is no character at all."""
_TURNS = "\u202a-\u202e\u2066-\u2069\u206a-\u206f"
"""Embeddings, overrides and isolates: text that follows is shown in another order than it stands."""
_MARKS = "\u061c\u200e\u200f"
"""Marks of direction that real Arabic and Hebrew text has between its words."""
_TAGS = "\U000e0000-\U000e007f"
"""A second, unseen alphabet. Its honest use is in the flags of England, Scotland and Wales."""
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"

_IN_TEXT = re.compile(
    f"(?P<turn>[{_TURNS}])|(?P<control>[{_CONTROLS}])|(?P<flag>{_FLAG})|(?P<tag>[{_TAGS}])", re.DOTALL
)
STEERING = re.compile(f"[{_CONTROLS}\t\n{_TURNS}{_MARKS}{_TAGS}\ud800-\udfff]")
"""What may not reach a person's screen as it is; of a file's text, its tabs and line breaks too."""
_NOT_IN_NAMES = frozenset({"Cc", "Cf", "Cn", "Cs", "Co", "Zl", "Zp"})
"""Control, format, no character yet, half of a pair, private, ends of lines and paragraphs."""
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0")
"""What is a letter or a sign by its category, and shows nothing."""


@dataclass(frozen=True)
class Steering:
    """A character that no line of content may hold."""

    at: int
    kind: Literal["control", "turn"]
    """A command, or a turn of the direction."""


def find_steering(line: str) -> Steering | None:
    """The first character of a line that no content may hold.

    Tabs are text, and so is what real writing needs: marks of
    direction, joiners, soft hyphens and the flags made of tags.
    """
    for found in _IN_TEXT.finditer(line):
        if found.lastgroup != "flag":
            return Steering(found.start(), "turn" if found.lastgroup == "turn" else "control")
    return None


def without_steering(line: str) -> str:
    """The line with a space for each character that no content may hold, so that columns stay right."""
    return _IN_TEXT.sub(lambda found: found[0] if found.lastgroup == "flag" else " ", line)


def unseen_in_name(name: str) -> str:
    """The first character of a name that nobody sees, or empty: no link and no address can be written with it."""
    if name.isascii() and name.isprintable():
        return ""
    return next(filter(is_unseen, name), "")


def is_unseen(character: str) -> bool:
    """Whether nobody sees it, or no two machines see the same."""
    return unicodedata.category(character) in _NOT_IN_NAMES or character in _BLANK


def code_of(character: str) -> str:
    """What a character is called where it can't be shown: «U+001B»; of a name that is no text, its byte."""
    code = ord(character)
    return f"0x{code - 0xDC00:02X}" if 0xDC80 <= code <= 0xDCFF else f"U+{code:04X}"
