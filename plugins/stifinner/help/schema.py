"""JSON Schema of the facts of each kind, made from the model: for programs that check and complete while one writes."""

from typing import Any

from pydantic import WithJsonSchema

from ..language.guide import load_guide
from ..language.phrases import Phrases, load_phrases
from ..model.declared import closed_list, field_of, help_of, must_be_there
from ..model.kinds import KINDS, Lies
from ..model.references import marks_of

_DRAFT = "http://json-schema.org/draft-07/schema#"
_SCALARS = ["string", "number", "boolean", "null"]
"""Types of a fact that is text here: programs read it as YAML, so «2» is a number, «true» a boolean, nothing null."""
_TRUE_IN_YAML = {"yes": True, "no": False}
"""Words that programs which read YAML take for true and false."""


def schema_of(kind: str, language: str) -> dict[str, Any]:
    """Make the schema of one kind: every fact with its meaning and how it is written; no other facts are allowed."""
    guide, phrases = load_guide(language)[kind], load_phrases(language)
    properties, required = {}, []
    for attribute, entry in guide.facts.items():
        written = _written(kind, attribute, phrases)
        if must_be_there(kind, attribute):
            required.append(entry.word)
            written = {key: _without_null(value) for key, value in written.items()}
        described = {"description": help_of(kind, attribute, language), "examples": [entry.example]}
        properties[entry.word] = described | written
    return {
        "$schema": _DRAFT,
        "title": guide.new_title,
        "description": guide.what,
        "type": "object" if required else ["object", "null"],
        "properties": properties,
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def files_of(kind: str, language: str, content: str) -> list[str]:
    """Give glob patterns of the files of a kind. ``content``: the content folder, ending with «/», or empty."""
    folders = load_phrases(language)["folders"]
    home, folder = f"{content}{folders['programmes']}/*/", folders.get(kind, "")
    inside = f"{home}{folder}/*.md"
    places: dict[Lies, list[str]] = {
        "front": [f"{content}index.md"],
        "home": [f"{home}index.md"],
        "inside": [inside],
        "shared": [inside, f"{content}{folder}/*.md"],
        "beside front": [f"{content}!(index).md", inside],
    }
    return places[KINDS[kind].lies]


def _written(kind: str, attribute: str, phrases: Phrases) -> dict[str, Any]:
    """Make the schema of a fact's value, from its closed list of words or as its type declares it."""
    if words := set(closed_list(kind, attribute, phrases).values()):
        return {"enum": [*sorted(words), *(_TRUE_IN_YAML[word] for word in sorted(words & {*_TRUE_IN_YAML})), None]}
    marks = (mark for mark in marks_of(field_of(kind, attribute)) if isinstance(mark, WithJsonSchema))
    declared = next(marks, None)
    return dict(declared.json_schema or {}) if declared else {"type": _SCALARS}


def _without_null(value: Any) -> Any:
    """Leave null out of a list of types or words, for a fact that must be there: an empty fact is missing."""
    return [one for one in value if one not in ("null", None)] if isinstance(value, list) else value
