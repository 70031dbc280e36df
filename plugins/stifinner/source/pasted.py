"""Lists and tables that were pasted from another program, and came as signs and tabs instead of Markdown.

A run of such lines becomes one problem, with what to write instead.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..problems.problem import ProblemList

_SURE = "•·◦▪▫‣●■□○◉◎➢➣➤►▸▶❖◆◇❑❒❏❐⁃∙⮚\uf000-\uf0ff"
"""Signs that begin a line only as bullets; those for private use are of the fonts Wingdings and Symbol."""
_DASHES = "–—‒―−‐‑﹣－"
_LOOSE = f"{_DASHES}→⇒⇨➔➜➙➛➝➞➡⮕☞♦♣♠◊✓✔✗✘☐☑☒★☆✱∗▷¤✅❌👉🔹🔸📌"
"""Signs that may begin an ordinary line too. They count as bullets only in a run, or where a list would be."""
_WIDE = re.compile("[\t\u00a0\u2002-\u2009]|  ")
_MARKED = re.compile(
    rf"(?P<indent>[ \t>]*)(?P<mark>[{_SURE}{_LOOSE}§]\ufe0f?|[oØüvq](?=\s)|(?:[-*+]|\d{{1,2}}[.)])(?=\u00a0))"
    rf"(?P<gap>\s*)(?P<text>(?![{_SURE}{_LOOSE}])\S.*)"
)
_STARTS = frozenset("§oØüvq") | frozenset(_SURE) | frozenset(_LOOSE) | {chr(code) for code in range(0xF000, 0xF100)}
"""What a line with a bullet begins with; other lines are not looked at."""
_REAL = re.compile(r"(?P<indent>[ \t>]*)(?:[-*+]|\d{1,3}[.)])[ \t]+(?=.*\w)")
_BOXES = {"☐": "- [ ] ", "☑": "- [x] ", "☒": "- [x] ", "✅": "- [x] "}
_LETTERED = re.compile(
    r"[ \t>]*(?P<mark>\((?:[^\W\d_]|[ivx]{2,5}|\d{1,2})\)|[^\W\d_]\)|[^\W\d_A-ZÆØÅ]\.|[ivx]{2,5}[.)]|\d{1,2}\.\))"
    r"\s+(?P<text>\S.*)"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
"""Numbers that a list may be lettered with."""
_APART = 3
"""How many lines may stand between two lettered ones."""
_IN_LIST = re.compile(rf"^[ \t>]*(?:(?:[-*+§oØüvq{_SURE}{_LOOSE}]|\d{{1,3}}[.)]|\(?\w\))[ \u00a0]*\t)?[ \t>]*")
_LONG = 70
"""Characters of a suggestion. Where a table's rows are longer, only its strokes are shown."""


@dataclass(frozen=True)
class _Bullet:
    """A line that begins with another program's bullet."""

    line: int
    column: int
    mark: str
    text: str
    indent: str
    sure: bool
    """Whether its sign begins a line only as a bullet."""

    @property
    def right(self) -> str:
        """The line as a point of a Markdown list."""
        start = f"{self.mark} " if self.mark[0].isdigit() else _BOXES.get(self.mark[0], "- ")
        return start + self.text


def check_pasted(path: str, lines: tuple[str, ...], plain: Sequence[str], first: int, problems: ProblemList) -> None:
    """Add a problem for each run of lines with other programs' bullets, letters for numbers, or tabs between columns.

    ``plain``: the file's lines without code, columns kept; ``first``: the line where the body begins.
    """
    bulleted, lettered, tabbed = [], [], []
    for number in range(first, len(plain) + 1):
        line = plain[number - 1]
        start = line.lstrip(" \t>")
        if start[:1] in _STARTS or "\u00a0" in start[1:4]:
            bulleted.append(number)
        if start[1:2] in (")", ".") or start[:1] == "(" or start[2:3] in (")", "."):
            lettered.append(number)
        if "\t" in start and "|" not in start:
            tabbed.append(number)
    if bulleted:
        _check_bullets(path, lines, plain, bulleted, problems)
    if len(lettered) > 1:
        _check_letters(path, lines, plain, lettered, problems)
    if len(tabbed) > 1:
        _check_tabs(path, lines, plain, tabbed, problems)


def _check_bullets(
    path: str, lines: tuple[str, ...], plain: Sequence[str], numbers: list[int], problems: ProblemList
) -> None:
    """Add a problem for each run of bullets. ``numbers``: the lines that may have one."""
    found = [bullet for number in numbers if (bullet := _read_bullet(number, plain[number - 1]))]
    for run in _runs([bullet for bullet in found if not problems.told_at(path, bullet.line)], plain):
        start = run[0]
        if not (any(bullet.sure for bullet in run) or len(run) > 1 or _is_among_items(start, plain)):
            continue
        mark = start.mark if start.mark < "\ue000" or start.mark > "\uf8ff" else f"U+{ord(start.mark[0]):04X}"
        details = {"excerpt": lines[start.line - 1], "mark": mark}
        if len(run) == 1:
            problems.add("no-bullet", path, start.line, start.column, right=start.right, **details)
        else:
            right = _cut(start.right)
            problems.add("pasted-list", path, start.line, start.column, right=right, count=len(run), **details)


def _read_bullet(number: int, line: str) -> _Bullet | None:
    """Read a line's bullet; None where it has none."""
    found = _MARKED.match(line)
    if not found or not re.search(r"\w", found["text"]):
        return None
    mark, gap, text = found["mark"], found["gap"], found["text"]
    wide = bool(_WIDE.search(gap))
    sure = mark[0] not in _LOOSE and mark[0] not in "-*+"
    if mark[0].isdigit():
        # Markdown makes no list of a number and a hard space, but «17. mai» has one too: so a capital must follow.
        return (
            _Bullet(number, found.start("mark") + 1, mark, text, found["indent"], False) if text[0].isupper() else None
        )
    if mark in "oØü":
        sure = wide
    elif mark in "vq" and not wide:
        return None
    elif mark == "§":
        if not gap or text[0].isdigit() or text[0] == "§":
            return None
    elif mark in _DASHES and not gap and not text[0].isalpha():
        return None
    return _Bullet(number, found.start("mark") + 1, mark, text.rstrip(), found["indent"], sure and mark not in "vq")


def _runs(bullets: list[_Bullet], plain: Sequence[str]) -> Iterator[list[_Bullet]]:
    """Group bullets in runs of neighbouring lines.

    Between bullets whose signs are sure, there may be blank or indented lines.
    """
    run: list[_Bullet] = []
    for bullet in bullets:
        if run:
            between = plain[run[-1].line : bullet.line - 1]
            loose = run[-1].sure and bullet.sure and all(not line.strip() or line[0] in " \t" for line in between)
            if between and not loose:
                yield run
                run = []
        run.append(bullet)
    if run:
        yield run


def _is_among_items(bullet: _Bullet, plain: Sequence[str]) -> bool:
    """Tell whether a single line stands where a list would: below a colon or a heading, or beside a point of a list."""
    above = plain[bullet.line - 2] if bullet.line > 1 else ""
    below = plain[bullet.line] if bullet.line < len(plain) else ""
    beside = any((real := _REAL.match(other)) and real["indent"] == bullet.indent for other in (above, below))
    return beside or above.rstrip(" *_").endswith(":") or bool(re.match(r"#{1,6}\s", above))


def _check_letters(
    path: str, lines: tuple[str, ...], plain: Sequence[str], numbers: list[int], problems: ProblemList
) -> None:
    """Add a problem for each run of lettered lines. ``numbers``: the lines that may be lettered."""
    found = [(number, read) for number in numbers if (read := _LETTERED.match(plain[number - 1]))]
    run: list[tuple[int, re.Match[str]]] = []
    for number, read in [*found, (0, None)]:
        if run and read and number - run[-1][0] <= _APART + 1 and _follows(run[-1][1]["mark"], read["mark"]):
            run.append((number, read))
            continue
        if len(run) > 1:
            _tell_letters(path, lines, run, problems)
        run = [(number, read)] if read else []


def _tell_letters(
    path: str, lines: tuple[str, ...], run: list[tuple[int, re.Match[str]]], problems: ProblemList
) -> None:
    """Add a problem for a run of lettered lines, each its number and what was found in it."""
    line, start = run[0]
    mark, text = start["mark"], _cut(start["text"].rstrip())
    details = {"mark": mark, "count": len(run), "right": f"1. {text}", "kept": f"- {mark} {text}"}
    problems.add("lettered-list", path, line, start.start("mark") + 1, excerpt=lines[line - 1], **details)


def _follows(one: str, other: str) -> bool:
    """Tell whether ``other`` is the next after ``one``: «b)» after «a)», «ii.» after «i.», «(2)» after «(1)»."""
    first, second = one.strip("()."), other.strip("().")
    if one.replace(first, "") != other.replace(second, ""):
        return False
    if first.isdigit() or second.isdigit():
        return first.isdigit() and second.isdigit() and int(second) == int(first) + 1
    if first in _ROMAN and second in _ROMAN and _ROMAN.index(second) == _ROMAN.index(first) + 1:
        return True
    return len(first) == len(second) == 1 and ord(second) == ord(first) + 1


def _check_tabs(
    path: str, lines: tuple[str, ...], plain: Sequence[str], numbers: list[int], problems: ProblemList
) -> None:
    """Add a problem for each run of lines with as many tabs. ``numbers``: the lines with tabs."""
    run: list[tuple[int, list[str]]] = []
    for number in [*numbers, 0]:
        cells = _cells(plain[number - 1]) if number else []
        if run and cells and number == run[-1][0] + 1 and len(cells) == len(run[0][1]):
            run.append((number, cells))
            continue
        if len(run) > 1:
            _tell_table(path, lines, plain, run, problems)
        run = [(number, cells)] if cells else []


def _tell_table(
    path: str, lines: tuple[str, ...], plain: Sequence[str], run: list[tuple[int, list[str]]], problems: ProblemList
) -> None:
    """Add a problem for a run of lines with tabs, each its number and its cells; two are suggested as rows."""
    line = run[0][0]
    written = [_cells(lines[number - 1]) for number, _ in run[:2]]
    if any(len(cells) != len(run[0][1]) for cells in written):
        # Code is blank in ``plain``, so that tabs in it do not count.
        written = [cells for _, cells in run[:2]]
    head, row = map(_row, written)
    rule = "|" + " --- |" * len(written[0])
    if max(len(head), len(row)) > _LONG:
        head = row = "|" + " … |" * len(written[0])
    column = plain[line - 1].index("\t", _IN_LIST.match(plain[line - 1]).end()) + 1  # type: ignore[union-attr]
    details = {"count": len(run), "head": head, "rule": rule, "row": row}
    problems.add("tabbed-table", path, line, column, excerpt=lines[line - 1], **details)


def _cells(line: str) -> list[str]:
    """Split a line at its tabs, without the bullet or number that it begins with; empty where it has no tab."""
    body = _IN_LIST.sub("", line, count=1).rstrip(" ")
    return [cell.strip() for cell in body.split("\t")] if "\t" in body.strip() else []


def _row(cells: list[str]) -> str:
    """Write cells as a row of a Markdown table."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _cut(text: str) -> str:
    """Cut a suggestion to the length that is enough to know the line by."""
    return text if len(text) <= _LONG else text[: _LONG - 1].rstrip() + "…"
