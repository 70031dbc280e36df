"""What the handbook takes from the model and the catalogue: every kind's facts and headings, and every problem."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...language.guide import load_guide
from ...language.phrases import Phrases
from ...model.declared import closed_list, help_of, must_be_there
from ...problems.explanations import Example, in_general, load_examples, reasons


@dataclass(frozen=True)
class KnownFact:
    """A fact that may stand on top of a file."""

    name: str
    required: bool
    text: str
    example: str
    """The whole line, with the fact's name."""
    choices: tuple[str, ...]
    """Words that the fact may be too, of those that neither text nor example names; empty without a closed list."""


@dataclass(frozen=True)
class KnownHeading:
    """A fixed heading."""

    name: str
    text: str
    example: str
    """What could stand below it."""


@dataclass(frozen=True)
class KnownProblem:
    """A problem, with an example that has it and one that has not."""

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
    """Give the facts of a kind, in the catalogue's order."""
    language = phrases["language"]
    for attribute, fact in load_guide(language)[kind].facts.items():
        text, required = help_of(kind, attribute, language), must_be_there(kind, attribute)
        words = closed_list(kind, attribute, phrases).values()
        choices = tuple(word for word in words if word not in text and word != fact.example)
        yield KnownFact(fact.word, required, text, f"{fact.word}: {fact.example}", choices)


def headings_of(kind: str, phrases: Phrases) -> Iterator[KnownHeading]:
    """Give the fixed headings of a kind, in the catalogue's order."""
    for heading in load_guide(phrases["language"])[kind].headings.values():
        yield KnownHeading(heading.word, heading.help, heading.example)


def problems_by_reason(phrases: Phrases) -> Iterator[ProblemsAlike]:
    """Give every problem there is, grouped by the reason why it matters."""
    examples = load_examples(phrases["language"])
    for reason, why in phrases["reasons"].items():
        codes = [code for code, its in reasons().items() if its == reason]
        yield ProblemsAlike(why, tuple(_problem(code, phrases, examples[code]) for code in codes))


def _problem(code: str, phrases: Phrases, example: Example) -> KnownProblem:
    said = phrases["problems"][code]
    return KnownProblem(code, in_general(said["message"]), in_general(said["hint"]), example)
