"""Makes typed items of source files. Every mistake becomes a problem at its line; the rest is read all the same."""

import difflib
import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from pydantic import ValidationError, create_model

from ..files.memory import Memory
from ..language.guide import example_of
from ..language.misread import Misread
from ..language.phrases import Phrases
from ..markdown.text import split_paragraph
from ..problems.problem import ProblemList
from ..source.source_file import SourceFile
from .anchors import read_anchors
from .headings import read_sections
from .item import Item
from .kinds import KINDS, FilePlace, place_of
from .values import Reading, may_be_empty


def read_items(
    files: Iterable[SourceFile], phrases: Phrases, problems: ProblemList, memory: Memory | None = None
) -> list[Item]:
    """Read the items that the files describe, in the files' order; a file that could not be read makes none."""
    memory = memory or Memory()
    reading = Reading(phrases)
    items = []
    for source in files:
        if not source.lines:
            continue
        try:
            place = place_of(source.path, phrases)
        except Misread as misread:
            problems.add(misread.code, source.path, **_with_suggestion(misread.details, "folder", phrases))
            continue
        make = partial(read_item, source, place, reading.of(source.path))
        items.append(memory.recall(f"item {source.path}", source, problems, make))
    return items


def read_item(source: SourceFile, place: FilePlace, reading: Reading, problems: ProblemList) -> Item:
    """Read one item. What could not be read of it is left out, becomes problems, and is named in ``Item.unread``."""
    values = _read_facts(source, place.kind, reading.phrases, problems)
    sections = read_sections(source, place.kind, reading.phrases, problems)
    summary, about = split_paragraph(source.opening)
    kind = KINDS[place.kind]
    whole: dict[str, Any] = {
        "id": place.id,
        "path": source.path,
        "programme": place.programme,
        "title": source.title or place.id,
        "summary": summary,
        "about": about,
        "free_sections": sections.free,
        "anchors": read_anchors(source, place.kind, sections.fixed, kind.places, kind.shown_at, reading.phrases),
    }
    said = values | sections.known
    try:
        return kind.cls.model_validate(whole | said, context=reading)
    except ValidationError as error:
        for found in error.errors():
            _add(found, source, place.kind, reading.phrases, problems)
        unread = frozenset(str(found["loc"][0]) for found in error.errors() if found["loc"])
    left = {attribute: value for attribute, value in said.items() if attribute not in unread}
    return _item_without(kind.cls, whole | left | {"unread": unread}, reading)


def _item_without(kind: type[Item], values: dict[str, Any], reading: Reading) -> Item:
    """Make an item of the values that are left. A fact that must be there and is not, is None in it; that was told.

    Pydantic refuses such an item, so it is validated by a class in which these facts may be missing.
    """
    lacking = [name for name, field in kind.model_fields.items() if field.is_required() and name not in values]
    if not lacking:
        return kind.model_validate(values, context=reading)
    loose = create_model(kind.__name__, __base__=kind, **dict.fromkeys(lacking, (Any, None)))  # type: ignore[call-overload]
    found = loose.model_validate(values, context=reading)
    return kind.model_construct(**{name: getattr(found, name) for name in kind.model_fields})


def _read_facts(source: SourceFile, kind: str, phrases: Phrases, problems: ProblemList) -> dict[str, str]:
    """Read the facts: attribute → value as it was written.

    Unknown facts, and facts below the title, become problems.
    """
    keys = {word: attribute for attribute, word in phrases["fields"].get(kind, {}).items()}
    values = {}
    for fact in source.facts:
        if fact.key not in keys:
            details = _with_suggestion({"key": fact.key, "choices": list(keys)}, "key", phrases)
            details["elsewhere"] = _elsewhere(fact.key, phrases)
            details["suggestion"] = "" if details["elsewhere"] else details["suggestion"]
            excerpt = source.excerpt(fact.line)
            problems.add("unknown-fact", source.path, fact.line, fact.key_column, excerpt=excerpt, **details)
        elif fact.value or may_be_empty(KINDS[kind].cls, keys[fact.key]):
            values[keys[fact.key]] = fact.value
    for number in _lines_of_opening(source):
        line = source.places.plain[number - 1]
        key = line.partition(":")[0]
        if key in keys and line.startswith(f"{key}: "):
            problems.add("fact-in-text", source.path, number, 1, excerpt=line, key=key)
    return values


def _lines_of_opening(source: SourceFile) -> range:
    """Find the lines between the title and the first section."""
    following = [section.line for section in source.sections if section.line > source.title_line]
    begin = source.opening.line or len(source.lines) + 1
    return range(begin, min(following, default=len(source.places.plain) + 1))


def _elsewhere(key: str, phrases: Phrases) -> str:
    """Say where a fact belongs that another kind has.

    «Den hører hjemme blant rollene. »; empty for a fact of no kind.
    """
    names = [name for kind, name in phrases["kind_names"].items() if key in phrases["fields"].get(kind, {}).values()]
    return phrases["problem_text"]["elsewhere"].format(kinds=", ".join(names)) if names else ""


def _add(found: Any, source: SourceFile, kind: str, phrases: Phrases, problems: ProblemList) -> None:
    """Add the problems of one of pydantic's errors, at the lines of the fact or section."""
    attribute = str(found["loc"][0]) if found["loc"] else ""
    if found["type"] == "missing":
        _add_missing(attribute, source, kind, phrases, problems)
        return
    error = found.get("ctx", {}).get("error")
    first = error if isinstance(error, Misread) else Misread("unreadable-value", value=found.get("input"))
    word = phrases["fields"].get(kind, {}).get(attribute, attribute)
    fact = next((fact for fact in source.facts if fact.key == word), None)
    for misread in (first, *first.others):
        details = _with_suggestion({"key": word, **misread.details}, "value", phrases)
        if fact and not misread.line:
            line, column = fact.line, fact.value_column
        else:
            line = misread.line
            column = misread.column or (source.excerpt(line).find(misread.written) + 1 if misread.written else 0)
        problems.add(misread.code, source.path, line, column, excerpt=source.excerpt(line), **details)


def _add_missing(attribute: str, source: SourceFile, kind: str, phrases: Phrases, problems: ProblemList) -> None:
    """Add a problem for a fact that must be there: at its own line where it says nothing, else at the file's first."""
    word = phrases["fields"].get(kind, {}).get(attribute, attribute)
    line = next((fact.line for fact in source.facts if fact.key == word), 1)
    example = example_of(kind, attribute, phrases["language"]) or "…"
    excerpt = source.excerpt(line)
    problems.add("missing-fact", source.path, line, 1, excerpt=excerpt, key=word, example=example)


def _with_suggestion(details: dict[str, Any], key: str, phrases: Phrases) -> dict[str, Any]:
    """Give details for a message: ``choices`` as words, and ``suggestion`` («Mente du «leder»? »).

    ``key``: the detail that holds what was written; a choice that is near it is suggested.
    """
    choices = [str(choice) for choice in details.get("choices", ())]
    meant = details.get("meant", "")
    suggestion = phrases["problem_text"]["suggestion"].format(right=meant) if meant else ""
    return details | {
        "choices": ", ".join(choices),
        "suggestion": suggestion or suggest(str(details.get(key, "")), choices, phrases),
    }


def suggest(written: str, choices: Iterable[str], phrases: Phrases) -> str:
    """Say «Mente du «leder»? » of the choice that is nearest; empty where none is near."""
    near = difflib.get_close_matches(written.lower(), list(choices), n=1, cutoff=0.6)
    if not near:
        squeezed = {re.sub(r"\W", "", choice): choice for choice in choices}
        near = [squeezed[key] for key in [re.sub(r"\W", "", written.lower())] if key in squeezed]
    return phrases["problem_text"]["suggestion"].format(right=near[0]) if near else ""
