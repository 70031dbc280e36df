"""Finds which end of a scale is best: by a mark, by words or by numbers; where nothing tells, the editor is asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..language.misread import Misread
from ..language.phrases import Phrases


@dataclass(frozen=True)
class SaidStep:
    """A step of a scale, as far as it tells which end is best."""

    text: str
    """Its word, and what the word means."""
    is_marked: bool
    """Whether it is marked as the best."""


def find_best(steps: Sequence[SaidStep], phrases: Phrases) -> int:
    """Find the index of the best step, which is the first or the last.

    Without a mark the best is written first, unless the first step alone has a weak word («aldri») and all steps have
    numbers: then it is the last. Raises Misread ``best-in-the-middle``; and ``scale-without-best`` where the first step
    alone is weak and there are no numbers, or numbers rise and no word tells.
    """
    last = len(steps) - 1
    marked = [place for place, step in enumerate(steps) if step.is_marked]
    if marked:
        if len(marked) > 1 or marked[0] not in (0, last):
            raise Misread("best-in-the-middle", value=steps[marked[-1]].text)
        return marked[0]
    weak = [_is_weak(steps[place].text, phrases) for place in (0, last)]
    numbers = [number_of(step.text, phrases) for step in steps]
    if weak == [False, True]:
        return 0
    if weak == [True, False] and None not in numbers:
        return last
    if weak == [True, False] or _rise(numbers):
        raise Misread("scale-without-best")
    return 0


def number_of(text: str, phrases: Phrases) -> int | None:
    """Find the number that a step is called by: «5 Stemmer helt», «Nivå 3», «fem»; None where it has none."""
    if found := re.search(r"\d+", text):
        return int(found[0])
    words = phrases["dates"]["durations"]["numbers"]
    return words.index(text.lower()) + 1 if text.lower() in words else None


def _rise(numbers: Sequence[int | None]) -> bool:
    """Tell whether all steps have numbers, and the first is less than the last."""
    known = [number for number in numbers if number is not None]
    return len(known) == len(numbers) and known[0] < known[-1]


def _is_weak(text: str, phrases: Phrases) -> bool:
    """Tell whether a step has a word that only the weak end of a scale has."""
    return not {*re.findall(r"\w+", text.lower())}.isdisjoint(phrases["values"]["scale"]["weak"])
