"""Styles of a drawing, cleaned property by property.

What draws nothing is left out; what reaches outside is refused.
"""

import base64
import binascii
import re
from collections.abc import Iterator

from ...language.misread import Misread
from .words import FUNCTIONS, PROPERTIES

_COMMENT = re.compile(r"/\*.*?(?:\*/|$)|<!--|-->", re.DOTALL)
_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"']*))\s*\)?", re.IGNORECASE)
_OWN = re.compile(r"#[^\s\"'()\\<>&]+")
_SCRIPT = re.compile(r"(?:java|vb|live)script:|expression\(|-moz-binding", re.IGNORECASE)
_FUNCTION = re.compile(r"([\w-]+)\s*\(")
_NOT_IN_VALUES = re.compile(r"[\\<>{};@\x00-\x08\x0b-\x1f\x7f]")
"""Signs by which a value could end and something else begin."""
_SELECTOR = re.compile(r"[\w\s.#*,>+~:()\[\]=\"'^$|-]{1,5000}")
_MARK = re.compile(r"[{};]")
_FONT = re.compile(r"url\(\s*[\"']?data:[\w./+-]*(?:;charset=[\w-]+)?;base64,([A-Za-z0-9+/=\s]+)[\"']?\s*\)")
_FONTS = {b"wOF2": "woff2", b"wOFF": "woff", b"\0\1\0\0": "ttf", b"OTTO": "otf", b"true": "ttf"}
"""First bytes of a font → its format."""
_OF_A_FONT = {"font-family", "font-style", "font-weight", "font-stretch", "unicode-range"}
"""What a rule may say of a font."""


def clean_value(value: str) -> str | None:
    """Clean the value of a property; None where it may do more than draw.

    Raises Misread for a script, and for an address outside the drawing.
    """
    text = _COMMENT.sub("", value)
    if _SCRIPT.search(re.sub(r"[\s\x00-\x1f]", "", text)):
        raise Misread("script-in-drawing", found=text.strip()[:40])
    if _NOT_IN_VALUES.search(text):
        return None
    for found in _URL.finditer(text):
        target = (found[1] or found[2] or found[3] or "").strip()
        if not _OWN.fullmatch(target):
            raise Misread("drawing-reaches-out", target=target[:80])
    if {name.lower() for name in _FUNCTION.findall(text)} - FUNCTIONS:
        return None
    return _URL.sub(lambda found: f"url({(found[1] or found[2] or found[3] or '').strip()})", text)


def references(value: str) -> Iterator[str]:
    """Give the ids that a clean value or style sheet refers to."""
    for found in _URL.finditer(value):
        yield (found[3] or "").strip().removeprefix("#")


def clean_declarations(text: str) -> str:
    """Clean a style's declarations; those that may do more than draw are left out."""
    kept = []
    for declaration in _COMMENT.sub("", text).split(";"):
        name, colon, value = declaration.partition(":")
        name = name.strip().lower()
        if colon and (name in PROPERTIES or re.fullmatch(r"--[\w-]+", name)):
            cleaned = clean_value(value.strip())
            if cleaned:
                kept.append(f"{name}:{cleaned}")
    return ";".join(kept)


def clean_sheet(text: str) -> str:
    """Clean a style sheet; rules that may do more than draw are left out."""
    return "".join(f"{selector}{{{declarations}}}" for selector, declarations in _clean_rules(_COMMENT.sub("", text)))


def _clean_rules(text: str) -> Iterator[tuple[str, str]]:
    """Give selector and declarations of each clean rule."""
    for prelude, body in _rules(text):
        if prelude.lower() == "@font-face":
            if font := _clean_font(body):
                yield prelude.lower(), font
        elif _SELECTOR.fullmatch(prelude) and (declarations := clean_declarations(body)):
            yield " ".join(prelude.split()), declarations


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Split a style sheet into what stands before each block, and the block; statements without one are left out."""
    begin = 0
    while mark := _MARK.search(text, begin):
        prelude = text[begin : mark.start()].strip()
        begin = mark.end()
        if mark[0] == "{":
            end = _closing(text, begin)
            yield prelude, text[begin:end]
            begin = end + 1


def _closing(text: str, begin: int) -> int:
    """Find where the block ends that begins at ``begin``."""
    depth = 1
    for mark in re.compile(r"[{}]").finditer(text, begin):
        depth += 1 if mark[0] == "{" else -1
        if not depth:
            return mark.start()
    return len(text)


def _clean_font(body: str) -> str:
    """Clean the rule of a font that the drawing carries; empty where it is none."""
    found = _FONT.search(body)
    if not found:
        return ""
    try:
        content = base64.b64decode(re.sub(r"\s", "", found[1]), validate=True)
    except binascii.Error:
        return ""
    kind = _FONTS.get(content[:4])
    rest = body[: found.start()] + body[found.end() :]
    pairs = (declaration.partition(":") for declaration in rest.split(";"))
    said = [f"{name.strip().lower()}:{value.strip()}" for name, _, value in pairs if name.strip().lower() in _OF_A_FONT]
    if not kind or any(_NOT_IN_VALUES.search(one) or "(" in one for one in said):
        return ""
    return ";".join([*said, f"src:url(data:font/{kind};base64,{base64.b64encode(content).decode()})"])
