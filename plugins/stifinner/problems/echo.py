"""Text that others wrote, made safe to say: in a terminal, a workflow's log, a summary, a page of problems.

A terminal obeys what follows an escape character. GitHub's runner obeys a line of a log that begins with two colons,
and one with two number signs and a bracket anywhere in it. Whatever is echoed passes here. One character is replaced by
one, so that columns stay right.
"""

import re

from ..language.characters import STEERING

LONGEST = 1000
"""Characters that are echoed of one value: a line, a name, a fact."""
LONGEST_MESSAGE = 4 * LONGEST
"""Characters that are echoed of a message, which may hold several values."""
_LINE = re.compile(STEERING.pattern.replace("\n", ""))
"""Characters to replace in a text that may keep its line breaks."""
_PASSED_OVER = "[\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f\ufeff]*"
"""Characters that the runner ignores when it looks for a command."""
_OLD_COMMAND = re.compile(rf"(#{_PASSED_OVER}#{_PASSED_OVER})\[")
_COMMAND = re.compile(rf"^((?:[^\S\n]|{_PASSED_OVER[:-1]})*:{_PASSED_OVER}):", re.MULTILINE)
_WHOLE_COMMAND = re.compile(r"(?<!\w)::(?=[A-Za-z][\w-]*(?:[ \t][^\n]*?)?::)")
_WIDE_COLON, _WIDE_BRACKET = "\uff1a", "\uff3b"
"""Full-width twins of the signs that commands are made of: people read them alike, and the runner ignores them."""
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|~>@:$-])")
_UNLINKED = re.compile(r"(?<=@)(?=\w)|(?<=#)(?=\w)|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bGH)(?=-\d)", re.IGNORECASE)
_COMMIT = re.compile(r"\b(?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{7,40}\b", re.IGNORECASE)
_SHORT = re.compile(r"[0-9a-f]{6}", re.IGNORECASE)
"""The first part of a commit's name: too short for GitHub to make a link of it."""
_GAP = "\0"
"""Stands for the unseen character that breaks a link, until markup is escaped."""


class Command(str):
    """A command to GitHub's runner. Only this module makes them, so no text of others' can be one."""

    __slots__ = ()


def make_harmless(text: str) -> str:
    """Replace what a terminal or a runner would obey, character by character; line breaks stay."""
    shown = _LINE.sub(lambda found: _sign(found[0]), text)
    return _COMMAND.sub(rf"\1{_WIDE_COLON}", _OLD_COMMAND.sub(rf"\1{_WIDE_BRACKET}", shown))


def one_line(text: object, longest: int = LONGEST) -> str:
    """Make one safe line of any text: without line breaks, without commands, and cut to ``longest`` characters."""
    written = str(text)
    written = written if len(written) <= longest else f"{written[:longest]}…"
    shown = make_harmless(STEERING.sub(lambda found: _sign(found[0]), written))
    return _WHOLE_COMMAND.sub(f":{_WIDE_COLON}", shown)


def escape_markdown(text: object) -> str:
    """Escape one safe line, so that Markdown shows it as it was written: no markup, link, picture, mention or issue.

    GitHub looks for mentions, issue numbers and addresses after the markup is gone, where a backslash no longer helps.
    So an unseen character is put into them.
    """
    gaps = _COMMIT.sub(
        lambda found: _SHORT.sub(rf"\g<0>{_GAP}", found[0]), _UNLINKED.sub(_GAP, one_line(text, LONGEST_MESSAGE))
    )
    escaped = _MARKUP.sub(r"\\\1", gaps.replace("&", "&amp;").replace("<", "&lt;"))
    return escaped.replace(_GAP, "&#8203;")


def compose_command(kind: str, properties: dict[str, object], lines: list[str]) -> Command:
    """Compose a command of the runner (``kind``: ``error``, ``warning`` …) with its properties and lines of text."""
    listed = ",".join(f"{name}={_property(one_line(value))}" for name, value in properties.items() if value)
    message = "\n".join(one_line(line, LONGEST_MESSAGE) for line in lines)
    return Command(f"::{kind} {listed}::{_data(message)}")


def close_commands(commands: list[Command], closing: str) -> Command:
    """Join commands, one a line, with a line of text below them."""
    return Command("\n".join([*commands, make_harmless(closing)]))


def _sign(character: str) -> str:
    """Give the sign that is shown in place of a character: the control picture for it, where there is one."""
    code = ord(character)
    if character == "\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def _data(text: str) -> str:
    """Escape the text of a command, where a line break would end it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape the value of a command's property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
