"""The scale of a reflection sheet: two to five steps, each with word, letter, shape and colour."""

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
"""Shapes in the order in which steps get them; told apart in black and white."""
COLOURS = ("green", "yellow", "red", "blue", "violet")
"""Colours that a step may have; the style sheets and the paper know them."""
_USUAL: dict[int, tuple[str, ...]] = {
    2: ("green", "red"),
    3: ("green", "yellow", "red"),
    4: ("green", "blue", "yellow", "red"),
    5: ("green", "blue", "yellow", "violet", "red"),
}
"""Colours of a scale that names none, by its number of steps."""
FEWEST, MOST = 2, 5


@dataclass(frozen=True)
class ScaleStep:
    """One step of a scale, the best first."""

    word: str
    """«Må bedres»."""
    meaning: str
    """«Vi er på vei, men ikke der.», or empty."""
    letter: str
    """One capital letter, the only one of its scale."""
    shape: str
    """One of ``SHAPES``."""
    colour: str
    """One of ``COLOURS``."""
    number: int | None = None
    """The number that it is called by, where every step has one."""


@dataclass(frozen=True)
class _Written:
    """A step as an editor wrote it; empty where nothing was said."""

    word: str
    meaning: str = ""
    letter: str = ""
    shape: str = ""
    colour: str = ""
    best: str = ""
    """Said of the best step, where that is not the first or can't be known."""


def parse_scale(written: str, phrases: Phrases) -> tuple[ScaleStep, ...]:
    """Read ``Ofte, Av og til, Sjelden`` or ``Ofte: nesten alltid (O, sirkel, grønn); …``.

    Steps stand between semicolons, or between commas where there is no semicolon. Letter, shape and colour may stand
    in brackets, in any order, and which step is best. Raises Misread ``few-steps``, ``many-steps``,
    ``step-without-word``, ``unknown-mark-of-step``, ``same-letter``, ``same-shape`` or ``same-colour``, and what
    ``find_best`` raises.
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
    """Whether the scale was written the other way round. Where nobody can know, both ways to say it are told."""
    try:
        said = [SaidStep(f"{step.word} {step.meaning}".strip(), bool(step.best)) for step in steps]
        return find_best(said, phrases) > 0
    except Misread as misread:
        for key, place in (("first", 0), ("last", -1)):
            misread.details[key] = steps[place].word
            misread.details[f"if_{key}"] = f"{sign} ".join(_marked(parts, place, phrases["values"]["scale"]["best"]))
        raise


def _marked(parts: list[str], best: int, word: str) -> list[str]:
    """The steps as they were written, with one of them marked as the best and no other."""
    marked = []
    for place, part in enumerate(parts):
        text, _, marks = part.partition("(")
        kept = [mark.strip() for mark in marks.rstrip(")").split(",") if mark.strip().lower() not in {"", word}]
        kept += [word] if place in {best, best + len(parts)} else []
        marked.append(f"{text.strip()} ({', '.join(kept)})" if kept else text.strip())
    return marked


def traffic_light(phrases: Phrases) -> tuple[ScaleStep, ...]:
    """The scale of a sheet that names none."""
    return tuple(
        ScaleStep(step["word"], step["meaning"], step["letter"], shape, colour)
        for step, shape, colour in zip(phrases["values"]["scale"]["steps"], SHAPES, _USUAL[3], strict=False)
    )


def _split(written: str) -> tuple[str, list[str]]:
    """The sign that stands between the steps, and the steps."""
    sign = ";" if ";" in written else ","
    parts = re.split(rf"{sign}(?![^()]*\))", written)
    return sign, [part.strip() for part in parts if part.strip()]


def _parse_step(part: str, words: ScaleWords) -> _Written:
    found = re.fullmatch(r"([^():]*?)\s*(?::\s*([^()]*?)\s*)?(?:\(([^()]*)\))?", part)
    if not found or not found[1]:
        raise Misread("step-without-word", value=part)
    marks: dict[str, str] = {}
    for mark in (mark.strip() for mark in (found[3] or "").split(",") if mark.strip()):
        attribute, value = _parse_mark(mark, words)
        marks[attribute] = value
    return _Written(found[1], found[2] or "", **marks)


def _parse_mark(mark: str, words: ScaleWords) -> tuple[str, str]:
    """What a word in brackets says: the letter, the shape or the colour."""
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
    said = [value for value in values if value]
    twice = next((value for index, value in enumerate(said) if value in said[:index]), "")
    if twice:
        raise Misread(f"same-{attribute}", value=names.get(twice, twice))


def _complete(steps: list[_Written], phrases: Phrases) -> tuple[ScaleStep, ...]:
    """What was not said, chosen so that every step differs from the others in all three."""
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
    free = [choice for choice in dict.fromkeys(choices) if choice not in said]
    return [value or free.pop(0) for value in said]


def _complete_letters(steps: list[_Written]) -> list[str]:
    """The first letter of each word that no other step has."""
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
    return value if isinstance(value, tuple) else parse_scale(value, _reading(info).phrases)


ScaleFact = Annotated[tuple[ScaleStep, ...], BeforeValidator(_scale)]
