"""The first wall: raw HTML, attribute lists and foreign link schemes in an editor's text, found with their lines.

After Python-Markdown an editor's HTML and ours can't be told apart, so it must be found in the source. What slips
through meets the second wall, in ``outputs/prose.py``.
"""

import html
import re
from collections.abc import Iterable
from itertools import islice

from ..problems import ProblemList
from .body import mask_code
from .source_file import WrittenLink

_TAG = re.compile(r"<(?:/?[A-Za-z][\w:-]*(?=[\s/>])|!--|!\[|!DOCTYPE|\?)", re.IGNORECASE)
_AUTOLINK = re.compile(r"<((?:[A-Za-z][\w+.-]*:)[^\s<>]*|[^\s<>@]+@[^\s<>]+)>")
_ANGLED = re.compile(r"(?<=\]\()<[^<>]*>(?=[\s)])")
"""A link's address between angle brackets."""
_ATTRIBUTES = re.compile(r"\{:[^{}]*\}|\{ ?[.#][\w-]+[^{}]*\}")
_REFERENCE = re.compile(r"^\s{0,3}\[[^\]^]+\]:\s*<?(\S+?)>?(?:\s|$)")
_SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Link schemes an editor may use; anything without a scheme is relative."""
_WEB = re.compile(r"https?://[^\s/?#]+", re.IGNORECASE)
_NEARLY_WEB = re.compile(r"(?:h?t{1,3}p{1,2}s{0,2}|ht?ps|htt?s)[:;.]?[:/\\]*(?=[\w.-]+\.\w)", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?:www\.[\w-]+(?:\.[\w-]+)*|(?:[\w-]+\.)+(?:no|com|org|net|eu|dk|se))(?:[/?#:]\S*)?", re.IGNORECASE
)
_ENOUGH = 5
"""So many of a kind are told of one line; then it is clear."""


def check_wall(
    path: str, lines: tuple[str, ...], first: int, links: Iterable[WrittenLink], problems: ProblemList
) -> None:
    """Add a problem for each place where the text tries to leave Markdown."""
    masked = mask_code(lines)
    for number in range(first, len(lines) + 1):
        line = _ANGLED.sub(lambda target: " " * len(target[0]), masked[number - 1])
        for found in _AUTOLINK.finditer(line):
            _check_scheme(path, found[1], number, found.start(1) + 1, lines[number - 1], problems)
        without_addresses = _AUTOLINK.sub(lambda address: " " * len(address[0]), line)
        for found in islice(_TAG.finditer(without_addresses), _ENOUGH):
            problems.add(
                "raw-html", path, number, found.start() + 1, excerpt=lines[number - 1], tag=found[0].strip("<")
            )
        for found in islice(_ATTRIBUTES.finditer(line), _ENOUGH):
            problems.add("attribute-list", path, number, found.start() + 1, excerpt=lines[number - 1], text=found[0])
        if definition := _REFERENCE.match(line):
            column = definition.start(1) + 1
            problems.add("reference-link", path, number, column, excerpt=lines[number - 1], target=definition[1])
    for link in links:
        _check_scheme(path, link.target, link.line, link.column, lines[link.line - 1], problems)


def scheme_of(target: str) -> str:
    """The scheme of a link as a browser would read it, entities and control characters removed; or empty."""
    plain = re.sub(r"[\x00-\x20\x7f]", "", html.unescape(target))
    found = _SCHEME.match(plain)
    return found[1].lower() if found else ""


def is_web_address(target: str) -> bool:
    """Whether it is a whole address on the web."""
    return bool(_WEB.match(target)) and not re.search(r"\s", target)


def meant_address(written: str) -> str:
    """The web or mail address that a slip of the pen was meant to be, or empty."""
    text = re.sub(r"(?<=[:/])\s+|\s+(?=[:/])", "", " ".join(written[:500].split()).replace("\\", "/")).replace(
        " ", "%20"
    )
    if found := _NEARLY_WEB.match(text):
        return f"{'http' if text.lower().startswith('http:') else 'https'}://{text[found.end() :]}"
    if _DOMAIN.fullmatch(text):
        return f"https://{text}"
    if found := re.fullmatch(r"(?:m\w{3,6}[:;.])?([^\s@:]+@[^\s@:]+\.\w+)", text):
        return f"mailto:{found[1]}"
    return ""


def _check_scheme(path: str, target: str, line: int, column: int, excerpt: str, problems: ProblemList) -> None:
    scheme = scheme_of(target)
    if scheme in {"http", "https"}:
        if not is_web_address(target):
            suggestion = problems.suggestion(meant_address(target))
            problems.add("bad-web-address", path, line, column, excerpt=excerpt, value=target, suggestion=suggestion)
    elif scheme and scheme not in SCHEMES:
        suggestion = problems.suggestion(meant_address(target))
        problems.add("link-scheme", path, line, column, excerpt=excerpt, scheme=scheme, suggestion=suggestion)
