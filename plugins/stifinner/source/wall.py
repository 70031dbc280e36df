"""The first wall: raw HTML, attribute lists and forbidden link schemes in an editor's text, each told at its line.

The parser takes HTML for text, so what is not found here is shown as it was written. The second wall cleans the HTML
that is made of Markdown (``outputs/html/prose.py``).
"""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from urllib.parse import urlsplit

from ..markdown.places import Places
from ..problems.problem import ProblemList

_TAG = re.compile(r"<(?:/?[A-Za-z][\w:-]*(?=[\s/>])|!--|!\[|!DOCTYPE|\?)", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"\{:[^{}]*\}|\{ ?[.#][\w-]+[^{}]*\}")
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Link schemes that an editor may use; an address without a scheme is relative."""
_WEB = re.compile(r"https?://[^\s/?#]+", re.IGNORECASE)
_NEARLY_WEB = re.compile(r"(?:h?t{1,3}p{1,2}s{0,2}|ht?ps|htt?s)[:;.]?[:/\\]*(?=[\w.-]+\.\w)", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?:www\.[\w-]+(?:\.[\w-]+)*|(?:[\w-]+\.)+(?:no|com|org|net|eu|dk|se))(?:[/?#:]\S*)?", re.IGNORECASE
)
_VOID = {"br", "hr", "img", "input", "meta", "link", "col", "wbr", "base", "area", "embed", "source"}
"""HTML elements without a closing tag."""
_ENOUGH = 5
"""How many of one line become problems; further ones say nothing new."""


def check_wall(path: str, lines: tuple[str, ...], first: int, places: Places, problems: ProblemList) -> None:
    """Add a problem for each place where the text leaves Markdown; HTML that was pasted together becomes one.

    ``first``: the line where the body begins.
    """
    pasted = _find_pastes(places.shown, first)
    for paste in pasted.values():
        problems.add("raw-html", path, paste.line, paste.column, excerpt=lines[paste.line - 1], tag=paste.tag)
    for number in range(first, len(lines) + 1):
        if number not in pasted and "{" in places.plain[number - 1]:
            for found in islice(_ATTRIBUTES.finditer(places.plain[number - 1]), _ENOUGH):
                column = found.start() + 1
                problems.add("attribute-list", path, number, column, excerpt=lines[number - 1], text=found[0])
    for link in places.links:
        if link.line not in pasted:
            _check_scheme(path, link.target, link.line, link.column, lines[link.line - 1], problems)


@dataclass(frozen=True)
class _Paste:
    """HTML that was pasted together, by its first tag."""

    line: int
    column: int
    tag: str


def _find_pastes(shown: Sequence[str], first: int) -> dict[int, _Paste]:
    """Find each line that was pasted as HTML → the paste that it belongs to.

    The lines between two lines of a paste belong to it, and so do those between a tag and the one that closes it.
    """
    pastes: dict[int, _Paste] = {}
    begun: _Paste | None = None
    waiting: list[int] = []
    opened = 0
    for number in range(first, len(shown) + 1):
        line = shown[number - 1]
        tags = list(_TAG.finditer(line)) if "<" in line else []
        if not tags:
            # A heading ends a paste, since a tag that is never closed would take the rest of the file along.
            if line.strip() and (not opened or line.startswith("#")):
                begun, opened = None, 0
            waiting = [*waiting, number] if begun else []
            continue
        if begun is None:
            begun, waiting = _Paste(number, tags[0].start() + 1, tags[0][0].strip("<")), []
        pastes |= dict.fromkeys((*waiting, number), begun)
        waiting = []
        for found in tags:
            name = found[0].strip("<").lower()
            opened += -1 if name.startswith("/") else 0 if name in _VOID or not name[0].isalpha() else 1
        opened = max(opened, 0)
    return pastes


@lru_cache
def scheme_of(target: str) -> str:
    """Find the scheme of a link as a browser would: entities decoded, control characters removed. Empty: none."""
    plain = re.sub(r"[\x00-\x20\x7f]", "", html.unescape(target))
    found = _SCHEME.match(plain)
    return found[1].lower() if found else ""


def is_web_address(target: str) -> bool:
    """Tell whether a text is a whole web address."""
    return bool(_WEB.match(target)) and not re.search(r"\s", target) and _has_host(target)


def _has_host(target: str) -> bool:
    """Tell whether an address has a port that can be used, or none; its host must be one that can be parsed."""
    try:
        return urlsplit(target).port != 0
    except ValueError:
        return False


def meant_address(written: str) -> str:
    """Find the web or mail address that was meant by a misspelt one; empty where none is near."""
    text = re.sub(r"(?<=[:/])\s+|\s+(?=[:/])", "", " ".join(written[:500].split()).replace("\\", "/")).replace(
        " ", "%20"
    )
    meant = ""
    if found := _NEARLY_WEB.match(text):
        meant = f"{'http' if text.lower().startswith('http:') else 'https'}://{text[found.end() :]}"
    elif _DOMAIN.fullmatch(text):
        meant = f"https://{text}"
    if meant:
        return meant if is_web_address(meant) else ""
    if found := re.fullmatch(r"(?:m\w{3,6}[:;.])?([^\s@:]+@[^\s@:]+\.\w+)", text):
        return f"mailto:{found[1]}"
    return ""


def _check_scheme(path: str, target: str, line: int, column: int, excerpt: str, problems: ProblemList) -> None:
    """Add a problem for a link whose scheme is forbidden, or whose address is broken."""
    scheme = scheme_of(target)
    if scheme in {"http", "https"}:
        if not is_web_address(target):
            suggestion = problems.suggestion(meant_address(target))
            problems.add("bad-web-address", path, line, column, excerpt=excerpt, value=target, suggestion=suggestion)
    elif scheme in SCHEMES and not _has_host(target):
        problems.add("bad-web-address", path, line, column, excerpt=excerpt, value=target, suggestion="")
    elif scheme and scheme not in SCHEMES:
        suggestion = problems.suggestion(meant_address(target))
        problems.add("link-scheme", path, line, column, excerpt=excerpt, scheme=scheme, suggestion=suggestion)
