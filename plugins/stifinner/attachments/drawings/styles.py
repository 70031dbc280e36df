"""Styles of a drawing, cleaned property by property. What only decorates is left out; what reaches outward is told."""

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
_SELECTOR = re.compile(r"[\w\s.#*,>+~:()\[\]=\"'^$|-]{1,5000}")
_MARK = re.compile(r"[{};]")
_FONT = re.compile(r"url\(\s*[\"']?data:[\w./+-]*(?:;charset=[\w-]+)?;base64,([A-Za-z0-9+/=\s]+)[\"']?\s*\)")
_FONTS = {b"wOF2": "woff2", b"wOFF": "woff", b"\0\1\0\0": "ttf", b"OTTO": "otf", b"true": "ttf"}
_OF_A_FONT = {"font-family", "font-style", "font-weight", "font-stretch", "unicode-range"}


def clean_value(value: str) -> str | None:
    """A value that only draws, or None. Raises Misread for a script, and for what lies elsewhere."""
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
    """Ids that a clean value or sheet refers to."""
    for found in _URL.finditer(value):
        yield (found[3] or "").strip().removeprefix("#")


def clean_declarations(text: str) -> str:
    """A style's declarations, as many as only draw."""
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
    """A style sheet, as many of its rules as only draw."""
    return "".join(f"{selector}{{{declarations}}}" for selector, declarations in _clean_rules(_COMMENT.sub("", text)))


def _clean_rules(text: str) -> Iterator[tuple[str, str]]:
    for prelude, body in _rules(text):
        if prelude.lower() == "@font-face":
            if font := _clean_font(body):
                yield prelude.lower(), font
        elif _SELECTOR.fullmatch(prelude) and (declarations := clean_declarations(body)):
            yield " ".join(prelude.split()), declarations


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """What stands before each block, and the block; statements without one are passed over."""
    place = 0
    while mark := _MARK.search(text, place):
        prelude = text[place : mark.start()].strip()
        place = mark.end()
        if mark[0] == "{":
            end = _closing(text, place)
            yield prelude, text[place:end]
            place = end + 1


def _closing(text: str, place: int) -> int:
    """Where the block that begins at ``place`` ends."""
    depth = 1
    for mark in re.compile(r"[{}]").finditer(text, place):
        depth += 1 if mark[0] == "{" else -1
        if not depth:
            return mark.start()
    return len(text)


def _clean_font(body: str) -> str:
    """A font that the drawing brings along, or empty."""
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
