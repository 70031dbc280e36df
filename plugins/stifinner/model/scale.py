"""The scale of a reflection sheet: two to five steps, each with a word, a letter, a shape and a colour."""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BeforeValidator, ValidationInfo

from ..language.misread import Misread
from ..language.phrases import Phrases
from ..language.phrases.values import ScaleWords
from .scale_ends import SaidStep, find_best, number_of
from .values import _reading

SHAPES = ("circle", "triangle", "square", "diamond", "star")
"""Shapes in the order in which steps get them; they can be told apart in black and white."""
COLOURS = ("green", "yellow", "red", "blue", "violet")
"""Colours that a step may have; style sheets and papers know no others."""
_USUAL: dict[int, tuple[str, ...]] = {
    2: ("green", "red"),
    3: ("green", "yellow", "red"),
    4: ("green", "blue", "yellow", "red"),
    5: ("green", "blue", "yellow", "violet", "red"),
}
"""Number of steps → the colours of a scale that names none."""
FEWEST, MOST = 2, 5
"""How many steps a scale may have."""


@dataclass(frozen=True)
class ScaleStep:
    """One step of a scale, whose best step is the first."""

    word: str
    """«Må bedres»."""
    meaning: str
    """«Vi er på vei, men ikke der.», or empty."""
    letter: str
    """One capital letter, which no other step has."""
    shape: str
    """One of ``SHAPES``."""
    colour: str
    """One of ``COLOURS``."""
    number: int | None = None
    """The number in its word, where every step has one."""


@dataclass(frozen=True)
class _Written:
    """A step as an editor wrote it; parts that were not written are empty."""

    word: str
    meaning: str = ""
    letter: str = ""
    shape: str = ""
    colour: str = ""
    best: str = ""
    """The word «best», written for the best step where that is not the first, or could be doubted."""


def parse_scale(written: str, phrases: Phrases) -> tuple[ScaleStep, ...]:
    """Parse ``Ofte, Av og til, Sjelden`` or ``Ofte: nesten alltid (O, sirkel, grønn); …``; the best step comes first.

    Steps are divided by semicolons, or by commas where there is no semicolon. Brackets may hold letter, shape and
    colour, and which step is best, in any order. Raises Misread ``few-steps``, ``many-steps``, ``step-without-word``,
    ``unknown-mark-of-step``, ``same-letter``, ``same-shape`` or ``same-colour``, and what ``find_best`` raises.
    """
    words = phrases["values"]["scale"]
    if written.strip().lower() == words["traffic_light"]:
        return traffic_light(phrases)
    sign, parts = _split(written)
    steps = [_parse_step(part, words) for part in parts]
    if len(steps) < FEWEST:
        raise Misread("few-steps", value=written.strip())
    if len(steps) > MOST:
        raise Misread("many-steps", value=written.strip(), count=len(steps))
    for attribute, names in (("letter", {}), ("shape", words["shapes"]), ("colour", words["colours"])):
        _check_unique([getattr(step, attribute) for step in steps], attribute, names)
    if _is_best_last(steps, sign, parts, phrases):
        steps.reverse()
    return _complete(steps, phrases)


def _is_best_last(steps: list[_Written], sign: str, parts: list[str], phrases: Phrases) -> bool:
    """Tell whether the scale was written with its best step last.

    A Misread has both ways to write it in its details.
    """
    try:
        said = [SaidStep(f"{step.word} {step.meaning}".strip(), bool(step.best)) for step in steps]
        return find_best(said, phrases) > 0
    except Misread as misread:
        for key, place in (("first", 0), ("last", -1)):
            misread.details[key] = steps[place].word
            misread.details[f"if_{key}"] = f"{sign} ".join(_marked(parts, place, phrases["values"]["scale"]["best"]))
        raise


def _marked(parts: list[str], best: int, word: str) -> list[str]:
    """Write the steps anew, with only the one of index ``best`` marked as the best. ``word``: the word for best."""
    marked = []
    for place, part in enumerate(parts):
        text, _, marks = part.partition("(")
        kept = [mark.strip() for mark in marks.rstrip(")").split(",") if mark.strip().lower() not in {"", word}]
        kept += [word] if place in {best, best + len(parts)} else []
        marked.append(f"{text.strip()} ({', '.join(kept)})" if kept else text.strip())
    return marked


def traffic_light(phrases: Phrases) -> tuple[ScaleStep, ...]:
    """Make the scale of a sheet that names none."""
    return tuple(
        ScaleStep(step["word"], step["meaning"], step["letter"], shape, colour)
        for step, shape, colour in zip(phrases["values"]["scale"]["steps"], SHAPES, _USUAL[3], strict=False)
    )


def _split(written: str) -> tuple[str, list[str]]:
    """Find the sign between the steps, and split them at it."""
    sign = ";" if ";" in written else ","
    parts = re.split(rf"{sign}(?![^()]*\))", written)
    return sign, [part.strip() for part in parts if part.strip()]


def _parse_step(part: str, words: ScaleWords) -> _Written:
    """Parse one step. Raises Misread."""
    found = re.fullmatch(r"([^():]*?)\s*(?::\s*([^()]*?)\s*)?(?:\(([^()]*)\))?", part)
    if not found or not found[1]:
        raise Misread("step-without-word", value=part)
    marks: dict[str, str] = {}
    for mark in (mark.strip() for mark in (found[3] or "").split(",") if mark.strip()):
        attribute, value = _parse_mark(mark, words)
        marks[attribute] = value
    return _Written(found[1], found[2] or "", **marks)


def _parse_mark(mark: str, words: ScaleWords) -> tuple[str, str]:
    """Parse a word in brackets: the attribute of the step that it is for, and its value."""
    if mark.lower() == words["best"]:
        return "best", mark
    if len(mark) == 1 and mark.isalnum():
        return "letter", mark.upper()
    for attribute, names in (("shape", words["shapes"]), ("colour", words["colours"])):
        for key, word in names.items():
            if mark.lower() == word:
                return attribute, key
    choices = [*words["shapes"].values(), *words["colours"].values(), words["best"]]
    raise Misread("unknown-mark-of-step", value=mark, choices=choices)


def _check_unique(values: list[str], attribute: str, names: dict[str, str]) -> None:
    """Raise Misread where two steps have the same value of an attribute. ``names``: value → word in the message."""
    said = [value for value in values if value]
    twice = next((value for index, value in enumerate(said) if value in said[:index]), "")
    if twice:
        raise Misread(f"same-{attribute}", value=names.get(twice, twice))


def _complete(steps: list[_Written], phrases: Phrases) -> tuple[ScaleStep, ...]:
    """Choose what was not written, so that every step differs from the others in letter, shape and colour."""
    letters = _complete_letters(steps)
    shapes = _fill([step.shape for step in steps], SHAPES)
    colours = _fill([step.colour for step in steps], (*_USUAL[len(steps)], *COLOURS))
    numbers = [number_of(step.word, phrases) for step in steps]
    numbers = [None] * len(steps) if None in numbers else numbers
    return tuple(
        ScaleStep(step.word, step.meaning, letter, shape, colour, number)
        for step, letter, shape, colour, number in zip(steps, letters, shapes, colours, numbers, strict=True)
    )


def _fill(said: list[str], choices: tuple[str, ...]) -> list[str]:
    """Fill in the empty values by choices that are not taken."""
    free = [choice for choice in dict.fromkeys(choices) if choice not in said]
    return [value or free.pop(0) for value in said]


def _complete_letters(steps: list[_Written]) -> list[str]:
    """Choose letters: the first of the step's words, or else in its words, that no other step has."""
    taken = {step.letter for step in steps if step.letter}
    letters = []
    for step in steps:
        letter = step.letter
        if not letter:
            own = [sign.upper() for sign in step.word if sign.isalnum()]
            initials = [word[0].upper() for word in step.word.split() if word[0].isalnum()]
            spare = "ABCDEFGHIJ"
            letter = next(sign for sign in (*initials, *own, *spare) if sign not in taken)
        taken.add(letter)
        letters.append(letter)
    return letters


def _scale(value: Any, info: ValidationInfo) -> tuple[ScaleStep, ...]:
    """Validate a scale."""
    return value if isinstance(value, tuple) else parse_scale(value, _reading(info).phrases)


ScaleFact = Annotated[tuple[ScaleStep, ...], BeforeValidator(_scale)]
