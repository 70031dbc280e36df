"""The body of a file: its title, its sections, its list items and its links, each with its line."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from ..problems import ProblemList
from .source_file import RawSection, Text, WrittenLink

_HEADING = re.compile(r"^(#{1,6})\s+(.*)$")
LINK = re.compile(
    r"(?<!\\)(!?)\[((?:[^\[\]\n\\]|\\.|\\?\n(?!\s*\n)|\[[^\[\]]*\])*)\]"
    r"\([ \n]?(?:<(?P<angled>[^<>\n]*)>|(?P<bare>(?:[^()\s<>]|\([^()\s<>]*\))*))"
    r"(?:\s{1,9}(?:\"[^\n]*?\"|'[^\n]*?'))?[ \n]?\)"
)
"""A link or image: what stands between the brackets, and its target."""
_FENCE = re.compile(r"^\s{0,3}(```+|~~~+)")
_BULLET = re.compile(r"^(?:[-*+]|\d{1,3}[.)])\s+(.*)$")
_UNDERLINE = re.compile(r"^(=+|-{3,})\s*$")
_PLAIN = re.compile(r"^\s*[^\s|*>-]")


def mask_code(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The lines with code (fenced, or between backticks) blanked out, columns kept."""
    masked: list[str] = []
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if fence:
            masked.append("")
            if mark and mark[1].startswith(fence):
                fence = ""
        elif mark:
            fence = mark[1]
            masked.append("")
        else:
            masked.append(_mask_spans(line) if "`" in line else line)
    return tuple(masked)


def _mask_spans(line: str) -> str:
    """The line with what stands between equally many backticks blanked out."""
    runs = [(found.start(), found.end()) for found in re.finditer("`+", line)]
    waiting: dict[int, list[int]] = {}
    for index in range(len(runs) - 1, -1, -1):
        waiting.setdefault(runs[index][1] - runs[index][0], []).append(index)
    index, parts, at = 0, [], 0
    while index < len(runs):
        begin, end = runs[index]
        others = waiting[end - begin]
        while others and others[-1] <= index:
            others.pop()
        if others:
            index = others[-1]
            parts += [line[at:begin], " " * (runs[index][1] - begin)]
            at = runs[index][1]
        index += 1
    return "".join([*parts, line[at:]])


def find_fence(lines: tuple[str, ...]) -> int:
    """The line of a fence that nothing closes, or 0."""
    fence, opened = "", 0
    for number, line in enumerate(lines, start=1):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence, opened = mark[1], number
        elif mark and mark[1].startswith(fence):
            fence, opened = "", 0
    return opened


def split_body(
    path: str, lines: tuple[str, ...], first: int, problems: ProblemList
) -> tuple[str, int, Text, tuple[RawSection, ...]]:
    """Title, its line, what stands before the first section, and the sections.

    ``first``: the line where the body begins.
    """
    masked = mask_code(lines)
    title, title_line, heads = "", 0, []
    for number in range(first, len(lines) + 1):
        line = masked[number - 1]
        found = _HEADING.match(line)
        name = _plain_heading(found[2]) if found else ""
        if found and len(found[1]) == 1:
            if title:
                problems.add("second-title", path, number, 1, excerpt=line, title=name)
            else:
                title, title_line = name, number
        elif found and len(found[1]) == 2:
            heads.append((number, name))
        elif close := re.match(r"^(#{1,6})([^\s#].*)", line):
            signs, right = close[1], f"{close[1]} {close[2].rstrip()}"
            problems.add("heading-without-space", path, number, 1, excerpt=line, signs=signs, right=right)
        elif _UNDERLINE.match(line) and number > first and _PLAIN.match(masked[number - 2]):
            problems.add("underlined-heading", path, number, 1, excerpt=lines[number - 2])
    begin = title_line + 1 if title_line else first
    ends = [number for number, _ in heads] + [len(lines) + 1]
    opening = _text(lines, begin, ends[0])
    sections = tuple(
        RawSection(name, number, _text(lines, number + 1, end))
        for (number, name), end in zip(heads, ends[1:], strict=True)
    )
    return title, title_line, opening, sections


def find_links(lines: Sequence[str], first: int, last: int) -> Iterator[WrittenLink]:
    """Links and images from line ``first`` to line ``last``, both included; a link's text may run over lines."""
    masked = mask_code(tuple(lines))[first - 1 : last]
    text = "\n".join(masked)
    starts = list(accumulate((len(line) + 1 for line in masked), initial=0))

    def placed(found: re.Match[str], shift: int = 0) -> WrittenLink:
        group = "bare" if found["angled"] is None else "angled"
        at = shift + found.start(group)
        line = bisect_right(starts, at) - 1
        return WrittenLink(found[2], found[group], first + line, at - starts[line] + 1, bool(found[1]))

    for found in LINK.finditer(text):
        yield placed(found)
        # A picture inside a link's text is a link of its own.
        for inner in LINK.finditer(found[2]):
            yield placed(inner, found.start(2))


def split_items(text: Text) -> tuple[Text, tuple[Text, ...]]:
    """What stands before a list, and the list's top-level items."""
    before: list[str] = []
    items: list[tuple[int, list[str]]] = []
    for offset, line in enumerate(text.markdown.split("\n")):
        found = _BULLET.match(line)
        if found:
            items.append((text.line + offset, [found[1]]))
        elif items:
            items[-1][1].append(re.sub(r"^ {1,4}|^\t", "", line))
        else:
            before.append(line)
    intro = _text(tuple(before), 1, len(before) + 1, text.line)
    return intro, tuple(Text("\n".join(lines).strip(), line) for line, lines in items)


def split_subsections(text: Text) -> tuple[Text, tuple[RawSection, ...]]:
    """What stands before the first ``###``, and the parts under each."""
    lines = tuple(text.markdown.split("\n"))
    heads = [
        (index, _plain_heading(found[2]))
        for index, line in enumerate(mask_code(lines))
        if (found := re.match(r"^(###)\s+(.*)$", line))
    ]
    ends = [index for index, _ in heads] + [len(lines)]
    before = _text(lines, 1, ends[0] + 1, text.line)
    parts = tuple(
        RawSection(name, text.line + index, _text(lines, index + 2, end + 1, text.line))
        for (index, name), end in zip(heads, ends[1:], strict=True)
    )
    return before, parts


def split_paragraph(text: Text) -> tuple[Text, Text]:
    """The first paragraph, and the rest. A list, table or quotation is no paragraph."""
    lines = text.markdown.split("\n")
    start = next((index for index, line in enumerate(lines) if line.strip()), len(lines))
    end = next((index for index in range(start, len(lines)) if not lines[index].strip()), len(lines))
    first = "\n".join(lines[start:end])
    if re.match(r"^\s*(?:[-*+|>#!]|\d{1,3}[.)]\s|```)", first):
        return Text("", text.line), text
    return Text(first, text.line + start), _text(tuple(lines), end + 1, len(lines) + 1, text.line)


def _text(lines: tuple[str, ...], begin: int, end: int, first: int = 1) -> Text:
    """Lines ``begin`` up to but not including ``end``, without blank lines around them; the first is ``first``."""
    while begin < end and not lines[begin - 1].strip():
        begin += 1
    while end > begin and not lines[end - 2].strip():
        end -= 1
    return Text("\n".join(lines[begin - 1 : end - 1]), first + begin - 1)


def _plain_heading(text: str) -> str:
    """A heading's text, without the number signs that may close it."""
    text = text.rstrip()
    return " ".join(text.rstrip("#").split() if re.search(r"(?:^|\s)#+$", text[-9:]) else text.split()).strip(" *_")
