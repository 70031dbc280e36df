"""What the class of a kind declares of its facts; templates, the handbook and the schema are made of it."""

from typing import Any

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from ..language.guide import guide_words, load_guide
from ..language.phrases import Phrases
from .kinds import KINDS
from .references import marks_of, references_of
from .schedule.places import place_of_fact
from .values import READERS_OF_IDS, OneOf, YesOrNo

_READERS_OF_NAMES = {*READERS_OF_IDS, place_of_fact}
"""Functions that read names of files; facts that are read by one of them are told where the files lie."""


def field_of(kind: str, attribute: str) -> FieldInfo:
    """Find pydantic's field of a fact."""
    return KINDS[kind].cls.model_fields[attribute]


def must_be_there(kind: str, attribute: str) -> bool:
    """Tell whether a file of the kind must have the fact."""
    return field_of(kind, attribute).is_required()


def closed_list(kind: str, attribute: str, phrases: Phrases) -> dict[str, str]:
    """Find the closed list that a fact's word is chosen from: key → word; empty where it may be anything."""
    found = (reader.words(phrases) for reader in _readers(kind, attribute) if isinstance(reader, OneOf | YesOrNo))
    return next(found, {})


def help_of(kind: str, attribute: str, language: str) -> str:
    """Say what a fact means, and where the files lie that it names."""
    guide, words = load_guide(language), guide_words(language)
    said = guide[kind].facts[attribute].help
    refers = dict(references_of(KINDS[kind].cls)).get(attribute)
    if refers is None or not _READERS_OF_NAMES & set(_readers(kind, attribute)):
        return said
    lies = words["lies"]["programmes" if KINDS[refers.to].lies == "home" else "shared" if refers.shared else "own"]
    return f"{said} {lies.format(folder=guide[refers.to].folder)}"


def _readers(kind: str, attribute: str) -> list[Any]:
    """List the functions that read a fact's value."""
    marks = marks_of(field_of(kind, attribute))
    return [mark.func for mark in marks if isinstance(mark, BeforeValidator)]
