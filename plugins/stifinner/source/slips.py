"""Slips of the pen that Markdown takes for text: what was meant as a link, a bullet, bold or code is told instead."""

import re
from collections.abc import Iterator

from ..problems import ProblemList
from .body import LINK, find_fence, mask_code
from .front import Front

_UNFINISHED = re.compile(
    r"\]\((?=\S)|\]\s{1,3}\((?=\.{1,2}/|https?:|[^()\s]*\.(?:md|pdf)[)#])|\[[^\[\]()]*\((?=[^()\s]*(?:\.md|\.pdf|://))"
    r"|\](?=[^\s()\[\]]+\.(?:md|pdf)\))|\)\[(?=[^\[\]\s]*(?:\.md\]|\.pdf\]|://))"
)
_NO_BULLET = re.compile(r"^(?P<mark>[•·◦▪‣●]|-(?=[^\s-])|\*(?=[^\s*][^*]*$)|\+(?=[^\W\d_]))\s*(?P<text>.*)$")
_NO_NUMBER = re.compile(r"^(?P<mark>\d{1,2}[.)])(?P<text>[^\W\d_].*)$")
_BULLET = re.compile(r"^(?:[-*+]|\d{1,3}[.)])\s")
_BOLD = re.compile(r"(?<![\\*])\*\*(?!\*)")
_GARBLED = re.compile("[\u00c2-\u00c5\u00e2][\u0080-\u00bf\u0152-\u2122]{1,2}")


def check_slips(path: str, lines: tuple[str, ...], first: int, problems: ProblemList) -> None:
    """Add a problem for each slip in the body."""
    if fence := find_fence(lines):
        problems.add("unclosed-code", path, fence, 1, excerpt=lines[fence - 1], mark=lines[fence - 1].strip()[:3])
    masked = mask_code(lines)
    for begin, block in _paragraphs(masked, first):
        _check_links(path, lines, begin, block, problems)
        _check_bold(path, lines, begin, block, problems)
    for number in range(first, len(lines) + 1):
        found = _find_no_bullet(masked, number)
        if found:
            details = {
                "mark": found["mark"],
                "right": f"- {found['text']}" if found["mark"][0] not in "123456789" else "",
            }
            details["right"] = details["right"] or f"{found['mark']} {found['text']}"
            problems.add("no-bullet", path, number, 1, excerpt=lines[number - 1], **details)


def check_title(path: str, lines: tuple[str, ...], front: Front, title_line: int, problems: ProblemList) -> None:
    """Add a problem where the title is missing, or where something stands above it."""
    above = range(front.body, title_line or len(lines) + 1)
    number = next((number for number in above if lines[number - 1].strip()), 0)
    first = lines[number - 1] if number else ""
    if title_line:
        if number and not problems.told_at(path, number):
            problems.add("text-before-title", path, number, 1, excerpt=first)
        return
    among_facts = next((index for index, line in enumerate(front.facts) if re.match(r"#\s+\S", line)), None)
    if among_facts is not None:
        line = front.first + among_facts
        problems.add("title-in-facts", path, line, 1, excerpt=lines[line - 1])
    elif re.match(r"#{1,6}[^\s#]", first):
        return  # Told as a heading without space.
    else:
        at = number if re.match(r"#{2,6} ", first) else min(front.body, len(lines))
        name = first.strip("#* _").strip() if at == number else ""
        name = name or path.rsplit("/", 1)[-1].removesuffix(".md").replace("-", " ").capitalize()
        problems.add("no-title", path, at, excerpt=lines[at - 1], right=name)


def _paragraphs(lines: tuple[str, ...], first: int) -> Iterator[tuple[int, list[str]]]:
    """Paragraphs, list items, headings and rows, each with its first line."""
    block: list[str] = []
    begin = first
    for number in range(first, len(lines) + 1):
        line = lines[number - 1]
        if block and (not line.strip() or _BULLET.match(line.lstrip()) or line.startswith("#")):
            yield begin, block
            block = []
        if line.strip():
            begin = begin if block else number
            block.append(line)
    if block:
        yield begin, block


def _check_links(path: str, lines: tuple[str, ...], begin: int, block: list[str], problems: ProblemList) -> None:
    text = "\n".join(block)
    if "]" not in text and "[" not in text:
        return
    rest = text
    # Twice, since a picture may stand inside a link's text.
    for _ in range(2):
        rest = LINK.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), rest)
    rest = re.sub(r"\\.", "  ", rest)
    for found in _UNFINISHED.finditer(rest):
        line = begin + rest.count("\n", 0, found.start())
        column = found.start() - (rest.rfind("\n", 0, found.start()) + 1) + 1
        problems.add("unfinished-link", path, line, column, excerpt=lines[line - 1])
        break


def _check_bold(path: str, lines: tuple[str, ...], begin: int, block: list[str], problems: ProblemList) -> None:
    if block[0].startswith("|"):
        return
    marks = [(begin + index, found.start() + 1) for index, line in enumerate(block) for found in _BOLD.finditer(line)]
    if len(marks) % 2:
        line, column = marks[-1]
        problems.add("unclosed-bold", path, line, column, excerpt=lines[line - 1])


def _find_no_bullet(lines: tuple[str, ...], number: int) -> re.Match[str] | None:
    line = lines[number - 1]
    around = lines[max(number - 2, 0) : number - 1] + lines[number : number + 1]
    if found := _NO_BULLET.match(line):
        beside_list = any(_BULLET.match(other) or _NO_BULLET.match(other) for other in around)
        return found if found["mark"] in "•·◦▪‣●" or beside_list or line[1:2].isalpha() else None
    if found := _NO_NUMBER.match(line):
        return found if any(re.match(r"\d{1,2}[.)]\s", other) for other in around) else None
    return None


def mend_letters(path: str, lines: tuple[str, ...], problems: ProblemList) -> tuple[str, ...]:
    """The lines as they were before their letters were read in one encoding and saved in another.

    That is told once, of the first; a letter that is lost must be written anew, and is told of every line.
    """
    for number, line in enumerate(lines, start=1):
        if "\ufffd" in line:
            problems.add("lost-letter", path, number, line.index("\ufffd") + 1, excerpt=line)
    garbled = (
        (number, found, right)
        for number, line in enumerate(lines, start=1)
        for found in _GARBLED.finditer(line)
        if (right := _ungarbled(found[0]))
    )
    first = next(garbled, None)
    if first is None:
        return lines
    number, found, right = first
    details = {"excerpt": lines[number - 1], "text": found[0], "right": right}
    problems.add("garbled-letters", path, number, found.start() + 1, **details)
    return tuple(_GARBLED.sub(lambda found: _ungarbled(found[0]) or found[0], line) for line in lines)


def _ungarbled(text: str) -> str:
    for length in range(len(text), 1, -1):
        for encoding in ("cp1252", "latin-1"):
            try:
                return text[:length].encode(encoding).decode("utf-8") + text[length:]
            except UnicodeError:
                continue
    return ""
