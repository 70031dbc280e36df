"""JSON Schema of the facts on top of each kind of file, made from the model: for editors who write in a program."""

from typing import Any

from pydantic import WithJsonSchema

from ..language.guide import load_guide
from ..language.phrases import Phrases, load_phrases
from ..model.declared import closed_list, field_of, help_of, must_be_there
from ..model.kinds import KINDS, Lies
from ..model.references import marks_of

_DRAFT = "http://json-schema.org/draft-07/schema#"
_SCALARS = ["string", "number", "boolean", "null"]
"""A program that reads YAML takes «2» for a number and «ja» for a word; here both are text. An empty fact is none."""
_TRUE_IN_YAML = {"yes": True, "no": False}
"""Words that a program which reads YAML takes for true and false."""


def schema_of(kind: str, language: str) -> dict[str, Any]:
    """The schema of one kind: every fact with what it means and how it is written, and nothing else allowed."""
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
    """Where the files of a kind lie, as patterns. ``content``: the content folder, ending with «/», or empty."""
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
    """How a fact is written, as its type declares it."""
    if words := set(closed_list(kind, attribute, phrases).values()):
        return {"enum": [*sorted(words), *(_TRUE_IN_YAML[word] for word in sorted(words & {*_TRUE_IN_YAML})), None]}
    marks = (mark for mark in marks_of(field_of(kind, attribute)) if isinstance(mark, WithJsonSchema))
    declared = next(marks, None)
    return dict(declared.json_schema or {}) if declared else {"type": _SCALARS}


def _without_null(value: Any) -> Any:
    """A type or a closed list of a fact that must be there: an empty one is none."""
    return [one for one in value if one not in ("null", None)] if isinstance(value, list) else value
