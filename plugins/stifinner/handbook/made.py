"""What the handbook shows and nobody writes twice: facts and headings as the model has them, and every problem."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BeforeValidator

from ..explanations import Example, in_general, load_examples, reasons
from ..guide import load_guide
from ..model.kinds import KINDS
from ..model.values import OneOf
from ..phrases import Phrases


@dataclass(frozen=True)
class KnownFact:
    """A fact that may stand on top of a file."""

    name: str
    required: bool
    text: str
    example: str
    """The whole line."""
    choices: tuple[str, ...]
    """Words it may also be, where the list is closed and the text does not name them all."""


@dataclass(frozen=True)
class KnownHeading:
    """A fixed heading."""

    name: str
    text: str
    example: str
    """What could stand below it."""


@dataclass(frozen=True)
class KnownProblem:
    """A problem, wrong and right."""

    code: str
    message: str
    hint: str
    example: Example


@dataclass(frozen=True)
class ProblemsAlike:
    """Problems that matter for the same reason."""

    reason: str
    problems: tuple[KnownProblem, ...]


def facts_of(kind: str, phrases: Phrases) -> Iterator[KnownFact]:
    """The facts of a kind, in the catalogue's order."""
    model = KINDS[kind].model_fields
    for attribute, fact in load_guide(phrases["language"])[kind].facts.items():
        field = model[attribute]
        checks = (check.func for check in field.metadata if isinstance(check, BeforeValidator))
        lists = [check.name for check in checks if isinstance(check, OneOf)]
        choices = tuple(word for name in lists for word in phrases["values"][name].values() if word not in fact.help)
        yield KnownFact(fact.word, field.is_required(), fact.help, f"{fact.word}: {fact.example}", choices)


def headings_of(kind: str, phrases: Phrases) -> Iterator[KnownHeading]:
    """The fixed headings of a kind, in the catalogue's order."""
    for heading in load_guide(phrases["language"])[kind].headings.values():
        yield KnownHeading(heading.word, heading.help, heading.example)


def problems_by_reason(phrases: Phrases) -> Iterator[ProblemsAlike]:
    """Every problem there is, under why it matters."""
    examples = load_examples(phrases["language"])
    for reason, why in phrases["reasons"].items():
        codes = [code for code, its in reasons().items() if its == reason]
        yield ProblemsAlike(why, tuple(_problem(code, phrases, examples[code]) for code in codes))


def _problem(code: str, phrases: Phrases, example: Example) -> KnownProblem:
    said = phrases["problems"][code]
    return KnownProblem(code, in_general(said["message"]), in_general(said["hint"]), example)
