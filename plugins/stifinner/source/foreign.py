"""Marks of other systems that GitHub shows as text: boxes, wiki links, templates, highlighting and the like.

The checks of what is pasted (``pasted.py``) or drawn (``drawn.py``) elsewhere are called from here. A new mark needs
its pattern below, a sign in ``_SIGNS``, and a cure in ``_find_marks`` or ``_cure_of``.
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
from .lines import text_from
from .pasted import check_pasted
from .source_file import Fact

_QUOTES = {"“": '”“"', "„": '“”"', "‟": '”"', "”": '”"', "«": "»", "»": "«", "‘": "’‘'", "’": "’'", "‚": "‘’'"}
"""Opening sign of a quotation → the signs that may close it, in any country's custom."""
_STRAIGHT = {'"': "”“", "'": "’‘"}
"""The same for straight signs, but for those that stand at both ends: facts are read with them taken off already."""
_ADDRESS = re.compile(
    # the target of a link, with one level of parentheses in it: «](a(b).md)»
    r"(?<=\]\()[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?=[)\s])"
    r"|<[a-z]+:[^<>\s]+>"
    r"|\b(?:https?://|www\.)[^\s\[\]]+"
)
"""Addresses, in links or by themselves."""
_SIGNS = (
    *("[[", "::", "!!!", "???", "{", "==", "^", "++", "\\", "<<", "%%", "[/", "'''", "[!", "__TOC__", "!>"),
    *("?>", "~", "<%", "\n: ", "h1. ", "h2. ", "h3. ", "h4. ", "h5. ", "h6. ", "*[", "--8<--", "[TOC", "[toc", "$"),
)
"""Signs that such marks begin with or hold. Most files have none of them, and are not searched."""
_BOXES_THERE = {
    "NOTE": "note info abstract summary tldr seealso todo question help faq example quote merk",
    "TIP": "tip hint success check done tips",
    "IMPORTANT": "important viktig",
    "WARNING": "warning attention obs",
    "CAUTION": "caution danger error bug failure fail missing advarsel",
}
"""GitHub's alerts → the names of boxes in other systems, and in Norwegian, that mean the same."""
_BOXES = {name: box for box, names in _BOXES_THERE.items() for name in names.split()}
"""Name of a box in another system → the name of GitHub's alert."""
_ALERTS = frozenset(name.lower() for name in _BOXES_THERE)
"""Names of GitHub's alerts, in small letters."""
_BOX = re.compile(
    r"(?P<lead>[ \t>]*)(?P<mark>"
    # «:::warning», «::: {.callout-tip}»
    r":{3,}[ \t]*\{?\.?(?P<colons>[A-Za-z][\w-]*)"
    # «!!! note "Title"», and «???» or «???+» where the box can be folded
    r"|(?P<bangs>!!!|\?\?\?)\+?(?:[ \t]+(?P<name>[\w-]+))?(?P<title>[ \t]+[\"“].*)?"
    # «.. note::»
    r"|\.\. (?P<directive>[a-z-]+)::"
    # «!> text», «?> text»
    r"|[!?]>(?=[ \t]+\S))"
)
"""The line that begins a box: of Docusaurus, Quarto, Material, Sphinx or Docsify."""
_ALERT = re.compile(r"(?P<lead>[ \t]*>[ \t>]*)(?P<mark>\[!(?P<name>[\w-]+)\][+-]?)(?P<rest>.*)$")
"""The first line of an alert, of GitHub's or with what only Obsidian knows: «> [!faq]- Title»."""
_CONTENTS = re.compile(
    r"[ \t]*(\[\[_?TOC_?\]\]|@?\[TOC\]|\{\{ ?TOC ?\}\}|\{:?TOC\}|__TOC__|\\tableofcontents)[ \t]*$", re.I
)
"""A line that asks for a table of contents."""
_WIKI_HEADING = re.compile(r"(?P<mark>(?P<signs>={2,6})[ \t]+(?P<text>[^=\s](?:[^=]*[^=\s])?)[ \t]+(?P=signs))[ \t]*$")
"""«== Heading ==», of MediaWiki."""
_INLINE = re.compile(
    # «![[picture.png|200]]», «[[Page#place|text]]» (but not «[[1]](file.md)», which is a link)
    r"!\[\[(?P<embed>[^\[\]\n^][^\[\]\n]*)\]\]"
    r"|(?<!\[)\[\[(?P<wiki>[^\[\]\n^\s][^\[\]\n]*)\]\](?![(\[])"
    # «{{ name }}», «{% if %}», «<% name %>», «<<name>>», «${name}»
    r"|(?P<template>\{\{(?=[<%]?\s*[^{}\s])[^{}\n]*\}\}|\{[%#][^{}\n]+[%#]\}|<%[^<>\n]+%>|<<[^<>\n]+>>|\$\{[\w. ]+\}"
    # «%%comment%%» (but not «5 %%»), «--8<-- "file"», «:material-home:»
    r"|(?<!\w)(?<!\d )%%[^%\n]+%%|--8<--.*|(?<!\w):(?:material|fontawesome|octicons|simple|fa)-[\w-]+:"
    # «{info:title=Husk}», of Confluence
    r"|\{(?:info|note|tip|warning|panel|expand|noformat|color|quote)(?::[^{}\n]*)?\})"
    # «==highlighted==», «^^inserted^^», «++ctrl+c++», «'''bold'''», «[b]bold[/b]»
    r"|(?<![=\w])==(?P<high>[^\s=](?:[^=\n]*[^\s=])?)==(?![=\w])"
    r"|(?<![\^\w])\^\^(?P<insert>[^\s^](?:[^\^\n]*[^\s^])?)\^\^(?![\^\w])"
    r"|(?<![+\w])\+\+(?P<keys>[^\s+](?:[^\n]{0,80}?[^\s+])?)\+\+(?![+\w])"
    r"|(?<!')'''(?P<wikibold>[^'\n]+)'''(?!')"
    r"|\[(?P<bb>b|i|u|s|url|img|quote|color|size|center|code|list)(?:=[^\[\]\n]*)?\](?P<bbtext>[^\n]{0,300}?)\[/(?P=bb)\]"
    # «^[a footnote]», «m^2^», «H~2~O»
    r"|\^\[(?P<note>[^\[\]\n]+)\](?![(:])|(?<=\w)\^(?P<sup>\d{1,3})\^|(?<=\w)~(?P<sub>\d{1,3})~"
    # «{pagebreak}», «\newpage» and other commands of LaTeX
    r"|(?<!\S)(?P<command>\{page-?break\}|\\(?:newpage|pagebreak|clearpage|newline|noindent|vspace|hspace|textbf|textit|underline|emph"
    r"|(?:sub)*section|footnote|cite|label|item|begin\{(?:itemize|enumerate|center|document|quote)\}))(?![a-z])"
)
"""Marks within a line. Each named group is one mark, or what stands in it; ``_cure_of`` asks for them by name."""
_TAB = re.compile(r'[ \t]*(===[!+]?[ \t]+"([^"]+)")[ \t]*$')
"""«=== "Tab"», of Material: one of several contents that take turns in the same place."""
_NUMBERED_HEADING = re.compile(r"(h([1-6])\.)[ \t]+(\S.*)$")
"""«h2. Heading», of Confluence."""
_ABBREVIATION = re.compile(r"[ ]{0,3}(\*\[[^\[\]\n]+\]:)")
"""«*[HTML]: what the letters stand for»."""
_DEFINITION = re.compile(r":[ \t]+(?=\S)(.*)$")
"""«: what it means», below a line with the word."""
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
    found = {sign for sign in _SIGNS if sign in whole}
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
    # «“A” og “B”» is not one quotation. An apostrophe inside may be part of a word.
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
    """Add problems for the marks of all lines, where nothing else was told of the same columns.

    ``plain``: the lines without code and addresses; ``first``: the line where the body begins.
    """
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
    """Find the mark that a line begins with, or else all marks within it.

    ``plain`` has the lines around it, and ``number``, from 1, is its own among them.
    """
    line_above = plain[number - 2] if number > 1 else ""
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
    elif (found := _DEFINITION.match(line)) and re.match(r"[^\W_]", line_above):
        yield _Mark(0, ":", "style", {"right": f"**{line_above.strip()}:** {found[1].strip()}"})
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
        # «[!note](file.md)» is a link.
        return False
    return bool(rest.strip()) or found["mark"][-1] in "+-" or found["name"].lower() not in _ALERTS


def _box_name(found: re.Match[str], plain: Sequence[str], number: int) -> str:
    """Give GitHub's name for the box that begins here; empty where none does: «!!! Husk dette» is text.

    A box whose name is not known is a note, but only where it looks like nothing but a box.
    """
    written = (found["colons"] or found["name"] or found["directive"] or "note").lower().removeprefix("callout-")
    if found["bangs"] and not (found["name"] or found["title"]):
        return ""
    rest = plain[number - 1][found.end() :].lstrip(" }")
    is_known = written in _BOXES
    if found["colons"] and not is_known and rest[:1].isalpha():
        # «:::husk å ta med …» is a sentence.
        return ""
    if found["bangs"] and not is_known and not found["title"]:
        # The text of a box is indented below it, and nothing else stands beside its name.
        return "NOTE" if not rest.strip() and text_from(plain, number).startswith(("    ", "\t")) else ""
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
    # All that is left is text that another system shows in some way of its own: bold will do.
    text = next(found[name] for name in ("high", "insert", "keys", "wikibold", "bbtext") if found[name] is not None)
    return "style", {"right": f"**{text.strip()}**"}
