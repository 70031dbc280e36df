"""Which end of a scale is best: said, known by words and numbers, or asked; what is told can be pasted."""

import re
from pathlib import Path

import pytest

from core.builder import portal_of
from stifinner.language.misread import Misread
from stifinner.language.phrases import LANGUAGES, load_phrases
from stifinner.model.scale import parse_scale

NB = load_phrases("nb")
SHEET = "---\nskala: {}\n---\n# Arket\n\n## Kjerneelementer\n\n### Vi lytter\n\n- Vi lar andre snakke ferdig\n"


def words(written: str, language: str = "nb") -> list[str]:
    return [step.word for step in parse_scale(written, load_phrases(language))]


@pytest.mark.parametrize(
    ("written", "best"),
    [
        ("Alltid, Ofte, Av og til, Sjelden", "Alltid"),
        ("Tilfredsstillende, Må bedres, Må endres", "Tilfredsstillende"),
        ("A, B, C", "A"),
        ("5, 4, 3, 2, 1", "5"),
        ("5 Stemmer helt, 4, 3, 2, 1 Stemmer ikke", "5 Stemmer helt"),
        ("1 Stemmer ikke, 2, 3, 4, 5 Stemmer helt", "5 Stemmer helt"),
        ("1: stemmer ikke; 2; 3; 4; 5: stemmer helt", "5"),
        ("1 Svært bra, 2, 3, 4, 5 Dårlig", "1 Svært bra"),
        ("Nivå 1: mangler; Nivå 2; Nivå 3", "Nivå 3"),
        ("1, 2, 3, 4, 5 (best)", "5"),
        ("1 (best), 2, 3, 4, 5", "1"),
        ("1 (A, sirkel), 2, 3 (grønn, best)", "3"),
        ("Aldri, Av og til, Alltid (best)", "Alltid"),
        ("Aldri (best), Av og til, Alltid", "Aldri"),
    ],
)
def test_the_best_end_comes_first(written: str, best: str):
    found = words(written)
    assert found[0] == best
    as_written = [re.split(r"[:(]", part)[0].strip() for part in re.split(r"[;,](?![^()]*\))", written)]
    assert found in (as_written, as_written[::-1])


@pytest.mark.parametrize(
    "written",
    [
        "1, 2, 3, 4, 5",
        "1, 2",
        "0; 5; 10",
        "1 Litt, 2, 3 Mye",
        "Nivå 1, Nivå 2, Nivå 3",
        "en, to, tre",
        "1 (O, sirkel), 2, 3 (grønn)",
        "1: den ene; 2: den andre",
        "Aldri, Av og til, Alltid",
        "Svært uenig, Uenig, Enig, Svært enig",
    ],
)
def test_where_nobody_can_know_both_ways_are_told_and_can_be_pasted(written: str, tmp_path: Path):
    path = "programmer/p/refleksjon/ark.md"
    (problem,) = portal_of(tmp_path, {path: SHEET.format(written)}).problems
    assert (problem.code, problem.line, problem.column) == ("scale-without-best", 2, 8)
    last, first = re.findall(r"«skala: ([^»]*)»", problem.hint)
    plain = [step.strip() for step in re.split(r"[;,](?![^()]*\))", written)]
    for cure, best in ((last, plain[-1]), (first, plain[0])):
        assert portal_of(tmp_path, {path: SHEET.format(cure)}).problems == ()
        assert words(cure)[0] == re.split(r"[:(]", best)[0].strip()


@pytest.mark.parametrize("written", ["1, 2 (best), 3", "1 (best), 2, 3 (best)"])
def test_only_an_end_can_be_best(written: str, tmp_path: Path):
    path = "programmer/p/refleksjon/ark.md"
    (problem,) = portal_of(tmp_path, {path: SHEET.format(written)}).problems
    assert problem.code == "best-in-the-middle"
    for cure in re.findall(r"«skala: ([^»]*)»", problem.hint):
        assert portal_of(tmp_path, {path: SHEET.format(cure)}).problems == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_its_weak_words(language: str):
    weak = load_phrases(language)["values"]["scale"]["weak"]
    for word in weak:
        assert words(f"1 {word}, 2, 3", language) == ["3", "2", f"1 {word}"]
        with pytest.raises(Misread):
            words(f"{word}, x, y", language)


def test_numbers_are_their_own_letters_and_keep_colours_from_best_to_worst():
    steps = parse_scale("1 Nei, 2, 3 Ja", NB)
    assert [(step.number, step.letter, step.colour) for step in steps] == [
        (3, "3", "green"),
        (2, "2", "yellow"),
        (1, "1", "red"),
    ]
