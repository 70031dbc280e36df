"""Marks of other systems that GitHub shows as text: boxes, wiki links, templates, highlighting and the like.

The checks of what is pasted (``pasted.py``) or drawn (``drawn.py``) elsewhere are called from here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple

from ..language.slugs import slugify
from ..markdown.places import Places
from ..problems.problem import ProblemList
from .drawn import check_fences, check_formulas
from .emoji import check_emoji
from .pasted import check_pasted
from .source_file import Fact

_QUOTES = {"“": '”“"', "„": '“”"', "‟": '”"', "”": '”"', "«": "»", "»": "«", "‘": "’‘'", "’": "’'", "‚": "‘’'"}
"""Opening sign of a quotation → the signs that may close it. ``_STRAIGHT`` has those of straight signs."""
_STRAIGHT = {'"': "”“", "'": "’‘"}
"""Which sign closes a quotation that another opens."""
_ADDRESS = re.compile(
    r"(?<=\]\()[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?=[)\s])|<[a-z]+:[^<>\s]+>|\b(?:https?://|www\.)[^\s\[\]]+"
)
_SIGNS = ("[[", ":: ", ":::", "!!!", "???", "{", "==", "^", "++", "\\", "<<", "%%", "[/", "'''", "[!", "__TOC__", "!>")
"""Signs that such marks begin with or hold. A file without any of them is not searched, which is most files."""
_MORE_SIGNS = ("?>", "~", "<%", "\n: ", "h1. ", "h2. ", "h3. ", "*[", "--8<--", "[TOC", "[toc", "$")
"""Without one of these, there is nothing to look for."""
_BOXES_THERE = {
    "NOTE": "note info abstract summary tldr seealso todo question help faq example quote merk",
    "TIP": "tip hint success check done tips",
    "IMPORTANT": "important viktig",
    "WARNING": "warning attention obs",
    "CAUTION": "caution danger error bug failure fail missing advarsel",
}
"""GitHub's alerts → the names of boxes in other systems that mean the same."""
_BOXES = {name: box for box, names in _BOXES_THERE.items() for name in names.split()}
"""Name of a box in another system → the name of GitHub's alert."""
_GITHUB = frozenset({"note", "tip", "important", "warning", "caution"})
_BOX = re.compile(
    r"(?P<lead>[ \t>]*)(?P<mark>:{3,}[ \t]*\{?\.?(?P<colons>[A-Za-z][\w-]*)"
    r"|(?P<bangs>!!!|\?\?\?)\+?(?:[ \t]+(?P<name>[\w-]+))?(?P<title>[ \t]+[\"“].*)?"
    r"|\.\. (?P<directive>[a-z-]+)::|[!?]>(?=[ \t]+\S))"
)
_ALERT = re.compile(r"(?P<lead>[ \t]*>[ \t>]*)(?P<mark>\[!(?P<name>[\w-]+)\][+-]?)(?P<rest>.*)$")
_CONTENTS = re.compile(
    r"[ \t]*(\[\[_?TOC_?\]\]|@?\[TOC\]|\{\{ ?TOC ?\}\}|\{:?TOC\}|__TOC__|\\tableofcontents)[ \t]*$", re.I
)
_WIKI_HEADING = re.compile(r"(?P<mark>(?P<signs>={2,6})[ \t]+(?P<text>[^=\s](?:[^=]*[^=\s])?)[ \t]+(?P=signs))[ \t]*$")
_INLINE = re.compile(
    r"!\[\[(?P<embed>[^\[\]\n^][^\[\]\n]*)\]\]"
    r"|(?<!\[)\[\[(?P<wiki>[^\[\]\n^\s][^\[\]\n]*)\]\](?![(\[])"
    r"|(?P<template>\{\{(?=[<%]?\s*[^{}\s])[^{}\n]*\}\}|\{[%#][^{}\n]+[%#]\}|<%[^<>\n]+%>|<<[^<>\n]+>>|\$\{[\w. ]+\}"
    r"|(?<!\w)(?<!\d )%%[^%\n]+%%|--8<--.*|(?<!\w):(?:material|fontawesome|octicons|simple|fa)-[\w-]+:"
    r"|\{(?:info|note|tip|warning|panel|expand|noformat|color|quote)(?::[^{}\n]*)?\})"
    r"|(?<![=\w])==(?P<high>[^\s=](?:[^=\n]*[^\s=])?)==(?![=\w])"
    r"|(?<![\^\w])\^\^(?P<insert>[^\s^](?:[^\^\n]*[^\s^])?)\^\^(?![\^\w])"
    r"|(?<![+\w])\+\+(?P<keys>[^\s+](?:[^\n]{0,80}?[^\s+])?)\+\+(?![+\w])"
    r"|(?<!')'''(?P<wikibold>[^'\n]+)'''(?!')"
    r"|\[(?P<bb>b|i|u|s|url|img|quote|color|size|center|code|list)(?:=[^\[\]\n]*)?\](?P<bbtext>[^\n]{0,300}?)\[/(?P=bb)\]"
    r"|\^\[(?P<note>[^\[\]\n]+)\](?![(:])|(?<=\w)\^(?P<sup>\d{1,3})\^|(?<=\w)~(?P<sub>\d{1,3})~"
    r"|(?<!\S)(?P<command>\{page-?break\}|\\(?:newpage|pagebreak|clearpage|newline|noindent|vspace|hspace|textbf|textit|underline|emph"
    r"|(?:sub)*section|footnote|cite|label|item|begin\{(?:itemize|enumerate|center|document|quote)\}))(?![a-z])"
)
_TAB = re.compile(r'[ \t]*(===[!+]?[ \t]+"([^"]+)")[ \t]*$')
_NUMBERED_HEADING = re.compile(r"(h([1-6])\.)[ \t]+(\S.*)$")
_ABBREVIATION = re.compile(r"[ ]{0,3}(\*\[[^\[\]\n]+\]:)")
_DEFINITION = re.compile(r":[ \t]+(?=\S)(.*)$")
_RAISED, _LOWERED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"), str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_ENOUGH = 5
"""How many of one line become problems; further ones say nothing new."""


def check_foreign(path: str, lines: tuple[str, ...], first: int, places: Places, problems: ProblemList) -> None:
    """Add a problem for each mark in the body that another system understands and GitHub does not.

    ``first``: the line where the body begins.
    """
    plain = places.plain
    check_pasted(path, lines, plain, first, problems)
    whole = "\n".join(lines)
    check_fences(path, lines, places.fences, problems)
    found = {sign for sign in (*_SIGNS, *_MORE_SIGNS) if sign in whole}
    has_codes = bool(re.search(r":[a-z0-9_+-]+:", whole))
    if found or has_codes:
        bare = tuple(_without_addresses(line) for line in plain)
        if has_codes:
            check_emoji(path, lines, bare, first, problems)
        if "$" in found or "\\" in found:
            check_formulas(path, lines, bare, first, problems)
        _check_marks(path, lines, bare, first, problems)


def check_quotes(path: str, lines: tuple[str, ...], facts: tuple[Fact, ...], problems: ProblemList) -> tuple[Fact, ...]:
    """Take a word processor's quotation marks off values that stand in them, and add a problem for each."""
    return tuple(_without_quotes(path, lines, fact, problems) for fact in facts)


def _without_quotes(path: str, lines: tuple[str, ...], fact: Fact, problems: ProblemList) -> Fact:
    """Take the quotation marks off the value of a fact, with a problem; the fact as it is where it has none."""
    value = fact.value
    closing = _QUOTES.get(value[:1]) or _STRAIGHT.get(value[:1], "")
    if len(value) < 3 or not closing or value[-1] not in closing:
        return fact
    inner = value[1:-1].strip()
    if not inner or any(sign in inner for sign in {value[0], value[-1]} - {"’", "'"}):
        return fact
    details = {"key": fact.key, "value": value, "right": f"{fact.key}: {inner}"}
    problems.add("quoted-value", path, fact.line, fact.value_column, excerpt=lines[fact.line - 1], **details)
    return replace(fact, value=inner, value_column=fact.value_column + 1)


def _without_addresses(line: str) -> str:
    """Blank out the addresses in a line, columns kept, since signs in an address are no marks."""
    if "](" in line or "//" in line or "www." in line or "<" in line:
        return _ADDRESS.sub(lambda found: " " * len(found[0]), line)
    return line


def _check_marks(path: str, lines: tuple[str, ...], plain: Sequence[str], first: int, problems: ProblemList) -> None:
    """Add problems for the marks of all lines, where nothing else was told of the same columns."""
    for number in range(first, len(plain) + 1):
        line = plain[number - 1]
        if not line.strip():
            continue
        told = 0
        for at, mark, cure, filled in _find_marks(line, plain, number):
            columns = range(at + 1, at + len(mark) + 1)
            if told < _ENOUGH and not problems.told_at(path, number, columns):
                hint = problems.phrases["problem_text"]["cures"][cure].format(**filled)
                shown = mark if len(mark) <= 40 else mark[:39] + "…"
                problems.add("foreign-mark", path, number, at + 1, excerpt=lines[number - 1], mark=shown, cure=hint)
                told += 1


_Cure = Literal["box", "link", "embed", "style", "heading", "template", "note", "contents", "page", "command"]
"""A key of the catalogue's ``problem_text.cures``."""


class _Mark(NamedTuple):
    """A mark of another system."""

    at: int
    """Index in the line where it begins."""
    mark: str
    cure: _Cure
    filled: dict[str, str]
    """What fills the placeholders of its cure."""


def _find_marks(line: str, plain: Sequence[str], number: int) -> Iterator[_Mark]:
    """Find the marks of a line, ``number`` from 1; ``plain`` has the lines around it."""
    if found := _CONTENTS.match(line):
        yield _Mark(found.start(1), found[1], "contents", {})
    elif found := _WIKI_HEADING.match(line):
        signs = "#" * len(found["signs"])
        yield _Mark(0, found["mark"], "heading", {"right": f"{signs} {found['text']}"})
    elif found := _TAB.match(line):
        yield _Mark(found.start(1), found[1], "heading", {"right": f"### {found[2]}"})
    elif found := _NUMBERED_HEADING.match(line):
        yield _Mark(0, found[1], "heading", {"right": f"{'#' * int(found[2])} {found[3].strip()}"})
    elif found := _ABBREVIATION.match(line):
        yield _Mark(found.start(1), found[1], "template", {})
    elif (found := _DEFINITION.match(line)) and number > 1 and re.match(r"[^\W_]", plain[number - 2]):
        yield _Mark(0, ":", "style", {"right": f"**{plain[number - 2].strip()}:** {found[1].strip()}"})
    elif (found := _BOX.match(line)) and (name := _box_name(found, plain, number)):
        yield _Mark(found.start("mark"), found["mark"].rstrip(), "box", {"right": f"> [!{name}]"})
    elif (found := _ALERT.match(line)) and _is_no_alert(found):
        name = _BOXES.get(found["name"].lower(), "NOTE")
        yield _Mark(found.start("mark"), found["mark"], "box", {"right": f"> [!{name}]"})
    else:
        for found in _INLINE.finditer(line):
            yield _Mark(found.start(), found[0], *_cure_of(found))


def is_box(line: str) -> bool:
    """Tell whether a line begins a box of another system. Its «???» is then no reminder that its author left."""
    found = _BOX.match(line)
    return bool(found and found["bangs"] and ((found["name"] or "").lower() in _BOXES or found["title"]))


def _is_no_alert(found: re.Match[str]) -> bool:
    """Tell whether a quotation only looks like an alert.

    GitHub has none of that name, or there is text beside the name.
    """
    rest = found["rest"]
    if rest.startswith(("(", "[")):
        return False
    return bool(rest.strip()) or found["mark"][-1] in "+-" or found["name"].lower() not in _GITHUB


def _box_name(found: re.Match[str], plain: Sequence[str], number: int) -> str:
    """Give GitHub's name for the box that begins here; empty where none does: «!!! Husk dette» is text."""
    written = (found["colons"] or found["name"] or found["directive"] or "note").lower().removeprefix("callout-")
    if found["bangs"] and not (found["name"] or found["title"]):
        return ""
    rest = plain[number - 1][found.end() :].lstrip(" }")
    if found["colons"] and written not in _BOXES and rest[:1].isalpha():
        return ""
    if found["bangs"] and written not in _BOXES and not found["title"]:
        following = next((line for line in plain[number:] if line.strip()), "")
        if not following.startswith(("    ", "\t")) or rest.strip():
            return ""
    return _BOXES.get(written, "NOTE")


def _cure_of(found: re.Match[str]) -> tuple[_Cure, dict[str, str]]:
    """Choose the cure for a mark within a line: a key of the catalogue's ``cures``, and what fills its placeholders."""
    if target := found["embed"]:
        return "embed", {"target": target.split("|")[0].strip()}
    if wiki := found["wiki"]:
        target, _, text = wiki.partition("|")
        page, _, place = target.partition("#")
        return "link", {"right": f"[{(text or page or place).strip()}]({slugify(page) or 'fil'}.md)"}
    if found["template"]:
        return "template", {}
    if command := found["command"]:
        return ("page", {}) if "page" in command else ("command", {})
    if note := found["note"]:
        return "note", {"right": f"[^1]: {note.strip()}"}
    if small := found["sup"] or found["sub"]:
        return "style", {"right": small.translate(_RAISED if found["sup"] else _LOWERED)}
    text = next(found[name] for name in ("high", "insert", "keys", "wikibold", "bbtext") if found[name] is not None)
    return "style", {"right": f"**{text.strip()}**"}
