"""Words that headings and links may collide with: what pages call their own places, and Markdown of every sort."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from stifinner.files.shipped import THEME
from stifinner.language.phrases import load_phrases
from stifinner.problems.problem import ProblemList, has_errors
from stifinner.source.read import read_file
from yaml_files import read_yaml


@cache
def own_words(language: str) -> tuple[str, ...]:
    """What would become an id that pages have of themselves: fixed headings, anchors, ids in templates."""
    phrases = load_phrases(language)
    headings = {word for kind in phrases["headings"].values() for word in kind.values()}
    anchors = set(phrases["words"]["anchors"].values())
    return tuple(sorted({*headings, *anchors, *_short(phrases["shown"]), *_ids_in_templates()}))


def _short(words: Any) -> list[str]:
    """Every short phrase of a part of the catalogue."""
    if isinstance(words, str):
        return [words] if len(words) < 40 and "{" not in words else []
    parts = words.values() if isinstance(words, dict) else words if isinstance(words, list) else ()
    return [phrase for part in parts for phrase in _short(part)]


def _ids_in_templates() -> set[str]:
    places = sorted(THEME.joinpath("fragments").rglob("*.html"))
    templates = "".join(place.read_text(encoding="utf-8") for place in places)
    found = {re.sub(r"\{\{.*?\}\}", "1", id) for id in re.findall(r'\bid="([^"]+)"', templates)}
    return {id.replace("-", " ") for id in found}


@cache
def markdown_cases() -> tuple[str, ...]:
    """Markdown of every sort, as the grammar's own tests have it."""
    cases = Path(__file__).parents[1] / "core" / "cases" / "markdown.yml"
    written = [case["written"] for case in read_yaml(cases)]
    return tuple(text.strip("\n") for text in written if _is_sound(text))


def _is_sound(text: str) -> bool:
    """Whether it may stand in any file: nothing in it is an error, and its links lead to the web."""
    problems = ProblemList(load_phrases("nb"))
    source = read_file("a.md", f"# A\n\n{text}".encode(), problems)
    return not has_errors(problems.sorted()) and all(link.target.startswith("http") for link in source.links)
