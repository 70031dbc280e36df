"""Text that others wrote, made safe to say: in a terminal, the log of a workflow, a summary, a page of problems.

A terminal obeys what follows an escape character. GitHub's runner obeys a line of a log that begins with two colons,
and one with two number signs and a bracket anywhere in it. Whatever is echoed passes here; each character becomes one,
so that columns stay right.
"""

import re

from ..language.characters import STEERING

LONGEST = 1000
"""So many characters of one thing that somebody wrote are echoed …"""
LONGEST_MESSAGE = 4 * LONGEST
"""… and of a message that tells several."""
_LINE = re.compile(STEERING.pattern.replace("\n", ""))
"""The same, but for the line breaks of a text of several lines."""
_PASSED_OVER = "[\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff]*"
"""What the runner passes over when it compares signs, as its own language's rules say."""
_OLD_COMMAND = re.compile(rf"(#{_PASSED_OVER}#{_PASSED_OVER})\[")
_COMMAND = re.compile(rf"^((?:[^\S\n]|{_PASSED_OVER[:-1]})*:{_PASSED_OVER}):", re.MULTILINE)
_WHOLE_COMMAND = re.compile(r"(?<!\w)::(?=[A-Za-z][\w-]*(?:[ \t][^\n]*?)?::)")
_WIDE_COLON, _WIDE_BRACKET = "\uff1a", "\uff3b"
"""Twins of the signs that commands are made of: read alike, and obeyed by nobody."""
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|~>@:$-])")
_UNLINKED = re.compile(r"(?<=@)(?=\w)|(?<=#)(?=\w)|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-\d)", re.IGNORECASE)
_COMMIT = re.compile(r"\b(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b", re.IGNORECASE)
_SHORT = re.compile(r"[0-9a-f]{6}", re.IGNORECASE)
"""Of a commit's name, so much that it means none."""
_GAP = "\0"


class Command(str):
    """A command of ours to GitHub's runner: the only text that may be one. Made here alone."""

    __slots__ = ()


def make_harmless(text: str) -> str:
    """Lines that neither a terminal nor a runner obeys. What can't be shown is shown as a sign, one for one."""
    shown = _LINE.sub(lambda found: _sign(found[0]), text)
    return _COMMAND.sub(rf"\1{_WIDE_COLON}", _OLD_COMMAND.sub(rf"\1{_WIDE_BRACKET}", shown))


def one_line(text: object, longest: int = LONGEST) -> str:
    """Any text as one safe line: no break leads out of it, nothing in it is a command, and it has an end."""
    written = str(text)
    written = written if len(written) <= longest else f"{written[:longest]}…"
    shown = make_harmless(STEERING.sub(lambda found: _sign(found[0]), written))
    return _WHOLE_COMMAND.sub(f":{_WIDE_COLON}", shown)


def escape_markdown(text: object) -> str:
    """One safe line as Markdown shows it the way it was written: no markup, link, picture, name called or issue meant.

    GitHub looks for names, numbers of issues and addresses after the markup is gone, so a backslash does not hide them:
    something that is not seen stands in the middle.
    """
    gaps = _COMMIT.sub(
        lambda found: _SHORT.sub(rf"\g<0>{_GAP}", found[0]), _UNLINKED.sub(_GAP, one_line(text, LONGEST_MESSAGE))
    )
    escaped = _MARKUP.sub(r"\\\1", gaps.replace("&", "&amp;").replace("<", "&lt;"))
    return escaped.replace(_GAP, "&#8203;")


def compose_command(kind: str, properties: dict[str, object], lines: list[str]) -> Command:
    """A command with its properties and a text of several lines, as the runner reads them."""
    listed = ",".join(f"{name}={_property(one_line(value))}" for name, value in properties.items() if value)
    message = "\n".join(one_line(line, LONGEST_MESSAGE) for line in lines)
    return Command(f"::{kind} {listed}::{_data(message)}")


def close_commands(commands: list[Command], closing: str) -> Command:
    """Commands, each on its line, and a line of text below them."""
    return Command("\n".join([*commands, make_harmless(closing)]))


def _sign(character: str) -> str:
    """What is shown in place of a character: the sign for it, where there is one."""
    code = ord(character)
    if character == "\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _data(text: str) -> str:
    """What a command says: a line break would end it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
