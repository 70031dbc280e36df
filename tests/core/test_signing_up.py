"""How one joins a programme or a cohort, and how one takes part in a gathering: whose word counts for each thing."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from core.builder import SMALLEST, write_files
from stifinner.content import read_content
from stifinner.graph.portal_graph import ProgrammeParts
from stifinner.graph.schedules import joining
from stifinner.language.phrases import load_phrases
from stifinner.model.schedule.circumstances import TakingPart
from yaml_files import read_yaml

CASES = read_yaml(Path(__file__).parent / "cases" / "signing_up.yml")
PHRASES = load_phrases("nb")
FACTS = {"s": "påmelding", "d": "frist", "n": "plasser", "p": "pris", "c": "kontakt", "b": "ta med"}
ATTRIBUTES = ("sign_up", "deadline", "seats", "price", "contact", "bring")
DAYS = {"P": "1. mai 2026", "C": "2. mai 2026", "G": "3. mai 2026", "A": "4. mai 2026", "T": "5. mai 2026"}
"""The deadline that each of them says."""
FORMS = {
    "choice": ("velg én", "- 4. november 2026", "- 11. november 2026"),
    "parts": ("alle", "- 4. november 2026", "- 11. november 2026"),
    "series": ("hver onsdag fra 28. oktober til 11. november 2026", "- 4. november 2026", ""),
}
"""What a point says, then the lines of the time that says something itself, and of another."""


@dataclass(frozen=True)
class Case:
    """Who says what, and what follows."""

    says: dict[str, str]
    expected: dict[str, str]


def cases() -> Iterator[Case]:
    """All cases of the file; the letters of what each says are in ``says``."""
    for key, said in CASES.items():
        for one in said:
            expected = {name: value for name, value in one.items() if name != "says"}
            yield Case(one["says"] if key == "some" else dict.fromkeys(one["says"], "sdnpcb"), expected)


ALL = tuple(cases())


def facts(case: Case, who: str) -> list[str]:
    """The facts of one of those who say something."""
    said = case.says.get(who, "")
    return [f"{word}: {DAYS[who] if letter == 'd' else who}" for letter, word in FACTS.items() if letter in said]


def front(lines: list[str]) -> str:
    return "\n".join(["---", *lines, "---", ""]) if lines else ""


def point(case: Case, form: str) -> list[str]:
    """A point of «Datoer», without its bullet, in one of the forms."""
    said, first, second = FORMS[form]
    common = [f"  - {fact}" for fact in facts(case, "A")]
    # A day of a series is written only where it says something.
    own = [f"    - {fact}" for fact in facts(case, "T")]
    lines = [f"  {first}", *own] if own or form != "series" else []
    return [said, *common, *lines, *([f"  {second}"] if second else [])]


def found(
    folder: Path, cases: Sequence[Case], written: Callable[[Case], tuple[str, list[str]]]
) -> list[dict[str, str]]:
    """Whose word counts in each case, as cases write it: all of them in one portal, with a programme each.

    ``written``: the gathering's file below its facts, and what a cohort says of it.
    """
    files: dict[str, str | bytes] = {"index.md": SMALLEST["index.md"]}
    for number, case in enumerate(cases):
        programme = f"programmer/p{number}/"
        gathering, lines = written(case)
        files[f"{programme}index.md"] = f"{front(facts(case, 'P'))}# Programmet {number}\n\nEt lite program.\n"
        files[f"{programme}samlinger/a.md"] = gathering
        dates = "\n".join(["## Datoer", "", f"- [A](../samlinger/a.md): {lines[0]}", *lines[1:]]) if lines else ""
        files[f"{programme}kull/k.md"] = f"{front(facts(case, 'C'))}# Kull 1\n\nDe første.\n\n{dates}\n"
    content = read_content(write_files(folder, files), PHRASES)
    assert [one.code for one in content.problems if one.severity == "error"] == []
    return [of_programme(content.graph.by_id[f"p{number}"]) for number in range(len(cases))]


def of_programme(parts: ProgrammeParts) -> dict[str, str]:
    """Whose word counts for whoever joins a programme and its cohort, and for the times of its gathering."""
    (cohort,) = parts.occurrences.cohorts
    path = parts.occurrences.paths[cohort.id]
    at = {one.when.start.day: whose(one.says) for stop in path for one in stop.occurrences}
    others = {says for day, says in at.items() if day != 4} or {at[4]}
    assert len(others) == 1
    return {
        "programme": whose(joining(parts.programme)),
        "cohort": whose(joining(parts.programme, cohort)),
        "time": at[4],
        "others": others.pop(),
    }


def whose(says: TakingPart) -> str:
    """Whose word each of the six is, as a case writes it."""
    letters = {"": "-", **{who: who for who in DAYS}, **{day: who for who, day in DAYS.items()}}
    values = [getattr(says, attribute) for attribute in ATTRIBUTES]
    return "".join(letters["" if value is None else getattr(value, "text", value)] for value in values)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", ["cohort", "gathering"])
def test_the_nearest_word_counts(place: str, form: str, tmp_path: Path):
    def written(case: Case) -> tuple[str, list[str]]:
        lines = point(case, form)
        gathering = f"{front(facts(case, 'G'))}# A\n"
        if place == "cohort":
            return gathering, lines
        return "\n".join([gathering, "## Datoer", "", f"- {lines[0]}", *lines[1:], ""]), []

    assert found(tmp_path, ALL, written) == [case.expected for case in ALL]


def test_the_nearest_word_counts_for_a_single_time(tmp_path: Path):
    cases = [one for one in ALL if "A" not in one.says]

    def written(case: Case) -> tuple[str, list[str]]:
        lines = ["4. november 2026", *(f"  - {fact}" for fact in facts(case, "T"))]
        return f"{front(facts(case, 'G'))}# A\n", lines

    assert found(tmp_path, cases, written) == [{**case.expected, "others": case.expected["time"]} for case in cases]


def test_a_date_on_top_of_a_gathering_says_what_the_gathering_says(tmp_path: Path):
    cases = [one for one in ALL if not {"A", "T"} & one.says.keys()]

    def written(case: Case) -> tuple[str, list[str]]:
        return f"{front(['dato: 4. november 2026', *facts(case, 'G')])}# A\n", []

    assert found(tmp_path, cases, written) == [case.expected for case in cases]
