"""What each fact and each fixed heading says to a reader, with an example: for the handbook, and for editors' tools."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True)
class Description:
    """Of a fact or a heading."""

    text: str
    example: str = ""
    """What may stand after the colon; a heading has none."""


def describe_fact(kind: str, attribute: str, language: str) -> Description:
    """What a fact says. Raises KeyError where nobody has written it down."""
    entry = _entry("fields", kind, attribute, language)
    return Description(entry["is"], str(entry["example"]))


def describe_heading(kind: str, attribute: str, language: str) -> Description:
    """What stands under a fixed heading. Raises KeyError where nobody has written it down."""
    return Description(_entry("headings", kind, attribute, language))


def _entry(sort: str, kind: str, attribute: str, language: str) -> Any:
    """Of the kind itself, or what is common to all kinds."""
    read = _read(language)
    own = read[kind].get(sort) or {}
    return own[attribute] if attribute in own else read["common"][sort][attribute]


@cache
def _read(language: str) -> dict[str, Any]:
    text = files(__package__).joinpath("phrases", "descriptions", f"{language}.yml").read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return read
