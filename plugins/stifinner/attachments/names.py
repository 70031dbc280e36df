"""Names of files and folders: which can be written on every machine, linked to, and told apart by people."""

import os
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

from ..language.characters import code_of, is_unseen, unseen_in_name
from ..language.misread import Misread

LONGEST_NAME = 200
"""Bytes of a name. File systems take 255, and ``.html`` and the like are added to it."""
LONGEST_PATH = 400
"""Bytes of a path below the content folder. Systems take 4096 with the folders that the portal itself lies in."""
DEEPEST = 12
"""How many folders may lie inside each other."""
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE | re.DOTALL
)
"""Names that are devices to Windows, with any ending."""
_NOT_EVERYWHERE = frozenset('<>:"|?*\\#%')
"""Signs that Windows allows in no name, or that mean something else in an address."""
_HARD_TO_LINK = re.compile(r"[\s()\[\]{}&;`^]")


def meant_name(name: str) -> str:
    """Restore a name that was written with another machine's letters, and remove what nobody sees."""
    if any("\udc80" <= letter <= "\udcff" for letter in name):
        name = os.fsencode(name).decode("cp1252", errors="ignore")
    return unicodedata.normalize("NFC", "".join(letter for letter in name if not is_unseen(letter)))


def linkable_name(name: str) -> str:
    """Suggest a name that a link can hold as it is: hyphens in place of other signs."""
    stem, dot, ending = meant_name(name).rpartition(".")
    stem, ending = (stem, ending) if stem else (ending, "")
    joined = re.sub(r"[^\w.-]+", "-", stem).strip("-. ")[:60].rstrip("-. ")
    ending = re.sub(r"\W", "", ending)
    return f"{joined or 'fil'}{dot and ending and f'.{ending}'}"


def check_name(name: str) -> None:
    """Raise Misread for a name that can't be written on every machine, or looks like another name."""
    right = linkable_name(name)
    if unseen := unseen_in_name(name):
        raise Misread("unseen-in-name", name=name, character=code_of(unseen), right=right)
    if _NOT_EVERYWHERE & set(name) or _RESERVED.fullmatch(name) or name != name.rstrip(" ."):
        if _RESERVED.fullmatch(right):
            right = f"fil-{right}"
        raise Misread("name-not-everywhere", name=name, right=right)
    if len(os.fsencode(name)) > LONGEST_NAME:
        raise Misread("long-name", size=len(os.fsencode(name)), most=LONGEST_NAME)


def check_path(path: str) -> None:
    """Raise Misread for a path that is too long or too deep for some machine."""
    if len(os.fsencode(path)) > LONGEST_PATH:
        raise Misread("long-name", size=len(os.fsencode(path)), most=LONGEST_PATH)
    if path.count("/") > DEEPEST:
        raise Misread("deep-folder", most=DEEPEST)


def is_hard_to_link(name: str) -> bool:
    """Tell whether a link to a name must write some of its signs as numbers."""
    return bool(_HARD_TO_LINK.search(name))


def written_in_link(name: str) -> str:
    """Write a name as a link must: «ark 1.pdf» → «ark%201.pdf»."""
    return _HARD_TO_LINK.sub(lambda letter: quote(letter[0], safe=""), name)


def folders_of(path: str) -> Iterator[str]:
    """Give every folder on the way to a file, the outermost first."""
    end = path.find("/")
    while end > 0:
        yield path[:end]
        end = path.find("/", end + 1)
