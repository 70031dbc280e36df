"""JSON Schema of the facts on top of each kind of file, made from the model: for editors who write in a program."""

from typing import Any

from pydantic import BeforeValidator

from .guide import load_guide
from .model.kinds import KINDS
from .model.values import OneOf
from .phrases import load_phrases

_DRAFT = "http://json-schema.org/draft-07/schema#"
_SCALARS = ["string", "number", "boolean", "null"]
"""A program that reads YAML takes «2» for a number and «ja» for a word; here both are text. An empty fact is none."""


def schema_of(kind: str, language: str) -> dict[str, Any]:
    """The schema of one kind: every fact with what it means, closed lists as lists, and nothing else allowed."""
    guide, phrases = load_guide(language)[kind], load_phrases(language)
    properties = {}
    for attribute, entry in guide.facts.items():
        fact: dict[str, Any] = {"description": entry.help, "examples": [entry.example]}
        group = _group_of(kind, attribute)
        fact |= {"enum": [*sorted(set(phrases["values"][group].values())), None]} if group else {"type": _SCALARS}
        properties[entry.word] = fact
    return {
        "$schema": _DRAFT,
        "title": guide.new_title,
        "description": guide.what,
        "type": ["object", "null"],
        "properties": properties,
        "additionalProperties": False,
    }


def _group_of(kind: str, attribute: str) -> str:
    """The closed list of words that a fact takes, or empty."""
    for mark in KINDS[kind].model_fields[attribute].metadata if attribute in KINDS[kind].model_fields else ():
        if isinstance(mark, BeforeValidator) and isinstance(mark.func, OneOf):
            return mark.func.name
    return ""
