"""Slips of the pen that Markdown takes for text, each told: what was meant as a link, a bullet, bold text or code."""

import re

from ..markdown.parser import Parsed
from ..markdown.places import Places, Stretch
from ..problems.problem import ProblemList
from .front import Front

_UNFINISHED = re.compile(
    r"\]\((?=\S)|\]\s{1,3}\((?=\.{1,2}/|https?:|[^()\s]*\.(?:md|pdf)[)#])|\[[^\[\]()]*\((?=[^()\s]*(?:\.md|\.pdf|://))"
    r"|\](?=[^\s()\[\]]+\.(?:md|pdf)\))|\)\[(?=[^\[\]\s]*(?:\.md\]|\.pdf\]|://))"
    r"|\]\[(?=[^\[\]^\s][^\[\]]*\])"
)
_NO_BULLET = re.compile(r"^(?P<mark>[•·◦▪‣●]|-(?=[^\s-])|\*(?=[^\s*][^*]*$)|\+(?=[^\W\d_]))\s*(?P<text>.*)$")
_NO_NUMBER = re.compile(r"^(?P<mark>\d{1,2}[.)])(?P<text>[^\W\d_].*)$")
_BULLET = re.compile(r"^(?:[-*+]|\d{1,3}[.)])\s")
_BOLD = re.compile(r"(?<![\\*])\*\*(?!\*)")
_CELL = re.compile(r"(?:^|(?<=\|))(?:\\.|[^\\|])*")
_GARBLED = re.compile("[\u00c2-\u00c5\u00e2][\u0080-\u00bf\u0152-\u2122]{1,2}")
"""Letters in UTF-8 that were read as Windows or Latin-1, and saved: «Ã¥»."""


def check_slips(
    path: str, lines: tuple[str, ...], first: int, parsed: Parsed, places: Places, problems: ProblemList
) -> None:
    """Add a problem for each slip in the body. ``first``: the line where the body begins."""
    for fence in places.fences:
        if not fence.closed:
            problems.add("unclosed-code", path, fence.line, 1, excerpt=lines[fence.line - 1], mark=fence.mark[:3])
    for stretch in places.stretches:
        _check_links(path, lines, stretch, problems)
        _check_bold(path, lines, stretch, problems)
    for number in range(first, len(lines) + 1):
        _check_bullet(path, lines, places.plain, number, problems)
    if any(stretch.kind == "th_open" for stretch in places.stretches):
        _check_cells(path, lines, parsed, problems)
    for one in parsed.renumbered:
        _add_renumbered(path, lines, one.line, one.number, problems)
    for name, definition in parsed.definitions.items():
        if not definition.used and lines[definition.lines.start - 1].strip():
            line = definition.lines.start
            problems.add("unused-definition", path, line, 1, excerpt=lines[line - 1], name=name.lower())


def _check_bullet(
    path: str, lines: tuple[str, ...], plain: tuple[str, ...], number: int, problems: ProblemList
) -> None:
    """Add a problem for a line that begins with what is no bullet, or with a number that no space follows."""
    if found := _find_no_bullet(plain, number):
        mark, text = found["mark"], found["text"]
        right = f"{mark} {text}" if mark[0] in "123456789" else f"- {text}"
        problems.add("no-bullet", path, number, 1, excerpt=lines[number - 1], mark=mark, right=right)


def _check_cells(path: str, lines: tuple[str, ...], parsed: Parsed, problems: ProblemList) -> None:
    """Add a problem for each row with more cells than its table's first, since neither we nor GitHub show them."""
    columns = 0
    for token in parsed.tokens:
        if token.type == "table_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and token.map:
            line = lines[token.map[0]]
            cells = list(_CELL.finditer(line.strip(" >").removeprefix("|").removesuffix("|")))
            if columns and len(cells) > columns and any(cell[0].strip() for cell in cells[columns:]):
                details = {"count": len(cells), "columns": columns}
                problems.add("cells-lost", path, token.map[0] + 1, 1, excerpt=line, **details)


def _add_renumbered(path: str, lines: tuple[str, ...], number: int, shown: int, problems: ProblemList) -> None:
    """Add a problem for a date at a line's start that GitHub shows as ``shown``, the next number of a list."""
    line = lines[number - 1]
    if found := re.search(r"(\d{1,2})\.(?=[ \t]+[^\W\d_]*)", line):
        right = f"{found[1]}\\.{line[found.end() :]}"
        problems.add("date-as-number", path, number, found.start() + 1, excerpt=line, shown=shown, right=right.strip())


def check_title(path: str, lines: tuple[str, ...], front: Front, title_line: int, problems: ProblemList) -> None:
    """Add a problem where the title is missing, or where something stands above it."""
    above = range(front.body, title_line or len(lines) + 1)
    number = next((number for number in above if lines[number - 1].strip()), 0)
    if title_line:
        if number and not problems.told_at(path, number):
            problems.add("text-before-title", path, number, 1, excerpt=lines[number - 1])
        return
    _tell_no_title(path, lines, front, number, problems)


def _tell_no_title(path: str, lines: tuple[str, ...], front: Front, number: int, problems: ProblemList) -> None:
    """Add a problem for a missing title, at what was probably meant for it.

    ``number``: the first line of the body with text, 0 where there is none.
    """
    first = lines[number - 1] if number else ""
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


def _check_links(path: str, lines: tuple[str, ...], stretch: Stretch, problems: ProblemList) -> None:
    """Add a problem for a link that lacks a bracket, or has a space where none may be."""
    if "]" not in stretch.text and "[" not in stretch.text:
        return
    rest = re.sub(r"\\.", "  ", stretch.text)
    if found := _UNFINISHED.search(rest):
        line, column = stretch.place(found.start())
        problems.add("unfinished-link", path, line, column, excerpt=lines[line - 1])


def _check_bold(path: str, lines: tuple[str, ...], stretch: Stretch, problems: ProblemList) -> None:
    """Add a problem for bold text that is begun and not ended."""
    if "**" not in stretch.text:
        return
    marks = list(_BOLD.finditer(stretch.text))
    if len(marks) % 2:
        line, column = stretch.place(marks[-1].start())
        problems.add("unclosed-bold", path, line, column, excerpt=lines[line - 1])


def _find_no_bullet(lines: tuple[str, ...], number: int) -> re.Match[str] | None:
    """Find what stands in place of a bullet or a number at the beginning of a line; None where the line is no point."""
    line = lines[number - 1]
    around = lines[max(number - 2, 0) : number - 1] + lines[number : number + 1]
    if found := _NO_BULLET.match(line):
        beside_list = any(_BULLET.match(other) or _NO_BULLET.match(other) for other in around)
        return found if found["mark"] in "•·◦▪‣●" or beside_list or line[1:2].isalpha() else None
    if found := _NO_NUMBER.match(line):
        return found if any(re.match(r"\d{1,2}[.)]\s", other) for other in around) else None
    return None


def mend_letters(path: str, lines: tuple[str, ...], problems: ProblemList) -> tuple[str, ...]:
    """Mend letters that were read in one encoding and saved in another; give the mended lines.

    That is told once, at the first. A letter that is lost can't be mended, and is told at each line.
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
    """Decode garbled letters as they were meant; empty where they are none."""
    for length in range(len(text), 1, -1):
        for encoding in ("cp1252", "latin-1"):
            try:
                return text[:length].encode(encoding).decode("utf-8") + text[length:]
            except UnicodeError:
                continue
    return ""
