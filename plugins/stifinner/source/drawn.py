"""Diagrams and formulas that are written as text. GitHub draws some of them; here readers would see the text itself."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..markdown.places import Fence
from ..problems.problem import ProblemList

_LANGUAGES = """
    mermaid plantuml puml uml dot graphviz ditaa geojson topojson stl flow flowchart sequence wavedrom vega vega-lite
    bpmn d2 nomnoml svgbob bytefield blockdiag seqdiag pikchr erd echarts chart kroki
"""
_DIAGRAMS = frozenset(_LANGUAGES.split())
_FORMULA = "math"
_DOLLARS = re.compile(
    r"(?<![\\$\w])\$\$(?!\$)(?P<block>[^$]+?)(?<!\\)\$\$(?![$\w])"
    r"|(?<![\\$\w])\$(?P<line>(?![\s$).,;:])(?:[^$\n\\]|\\.)*?)(?<=[^\s\\(])\$(?![$\w])"
)
_TICKED = re.compile(r"(?<![\\$\w])\$`[^`\n]+`\$")
_BRACKETS = re.compile(r"(?<!\\)(?:\\\((?P<round>[^\n]{1,300}?)\\\)|\\\[(?P<square>(?:[^\n]|\n(?!\s*\n)){1,300}?)\\\])")
_ENVIRONMENT = re.compile(r"\\begin\{(?:equation|align|aligned|gather|matrix|[bpv]matrix|cases|math|displaymath)\*?\}")
_CERTAIN = re.compile(r"\\[A-Za-z]{2,}|\^|(?<![^\W_])[A-Za-z]_[\w{]|[A-Za-z]_\{")
"""What only a formula has."""
_COMPARED = re.compile(r"[=<>≤≥≈±·×]")
_RECKONED = re.compile(r"[^\W\d_].*[=<>≤≥≈±·×+*]|[=<>≤≥≈±·×+*].*[^\W\d_]", re.DOTALL)
_AMOUNT = re.compile(r"\d[\d.,]*\s+[^\W\d_]")
_ENOUGH = 5
"""How many of one line become problems; further ones say nothing new."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def check_fences(path: str, lines: tuple[str, ...], fences: Iterable[Fence], problems: ProblemList) -> None:
    """Add a problem for each block of code that is a diagram or a formula in another program's words."""
    for fence in fences:
        word = re.match(r"\{?\.?([\w-]*)", fence.info)
        name = word[1].lower() if word else ""
        if name in _DIAGRAMS or name == _FORMULA:
            code = "formula-as-code" if name == _FORMULA else "diagram-as-code"
            excerpt = lines[fence.line - 1]
            problems.add(code, path, fence.line, fence.column, excerpt=excerpt, mark=fence.mark + fence.info)


def check_formulas(path: str, lines: tuple[str, ...], plain: Sequence[str], first: int, problems: ProblemList) -> None:
    """Add a problem for each formula between dollar signs or backslashed brackets; prices are none.

    ``plain``: the file's lines without code, columns kept; ``first``: the line where the body begins.
    """
    text = "\n".join(plain)
    start = sum(len(line) + 1 for line in plain[: first - 1])
    told: Counter[int] = Counter()
    for at, end in sorted({*_find_formulas(text, start), *_find_ticked(lines, plain, first)}):
        number = text.count("\n", 0, at) + 1
        told[number] += 1
        if told[number] > _ENOUGH:
            continue
        column = at - (text.rfind("\n", 0, at) + 1) + 1
        inside = "\n" not in text[at:end]
        mark = lines[number - 1][column - 1 : column - 1 + end - at] if inside else " ".join(text[at:end].split())
        problems.add("formula-as-code", path, number, column, excerpt=lines[number - 1], mark=_cut(mark))


def _find_formulas(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Find begin and end of each formula in a text, from ``start`` on."""
    if "$" in text:
        for found in _DOLLARS.finditer(text, start):
            inner = (found["line"] or found["block"]).strip()
            if _is_formula(inner) and not re.search(r"\n\s*\n", inner):
                yield found.span()
    if "\\" in text:
        for found in _BRACKETS.finditer(text, start):
            inner = (found["round"] or found["square"]).strip()
            if _CERTAIN.search(inner) or (_RECKONED.search(inner) and not _WORD.search(inner)):
                yield found.span()
        for found in _ENVIRONMENT.finditer(text, start):
            yield found.span()


def _find_ticked(lines: tuple[str, ...], plain: Sequence[str], first: int) -> Iterator[tuple[int, int]]:
    """Find begin and end of each formula in code between dollar signs, GitHub's other way to write one.

    The code is blank in ``plain``, so it is read from ``lines``; the indices are those of ``plain``, joined by line
    breaks.
    """
    begin = 0
    for number, (line, masked) in enumerate(zip(lines, plain, strict=True), start=1):
        if number >= first and "$`" in line and "$" in masked:
            for found in _TICKED.finditer(line):
                if masked[found.start() : found.start() + 1] == "$":
                    yield begin + found.start(), begin + found.end()
        begin += len(masked) + 1


def _is_formula(text: str) -> bool:
    """Tell whether a text is made of signs and single letters, rather than of words or an amount of money."""
    if _CERTAIN.search(text):
        return True
    if not re.search(r"[^\W\d_]", text) or _AMOUNT.match(text):
        return bool(_COMPARED.search(text)) and bool(re.search(r"[^\W\d_]", text)) and not _WORD.search(text)
    return not _WORD.search(text) or bool(re.search(r"[=≤≥≈]", text))


def _cut(mark: str) -> str:
    """Cut what is shown of a formula to sixty characters."""
    return mark if len(mark) <= 60 else mark[:59].rstrip() + "…"
