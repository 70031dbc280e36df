"""What `stifinner explain` shows is true: the wrong example has its problem and no other, the right one has none."""

from datetime import date

import pytest

from core.builder import write_files
from stifinner.content import read_content
from stifinner.language.phrases import LANGUAGES, load_phrases, read_words
from stifinner.problems.explanations import load_examples, reasons

NAMES = {
    "nb": ("Forsiden", "eksempel", "Eksempelet"),
    "nn": ("Framsida", "doeme", "Dømet"),
    "en": ("The front page", "example", "The example"),
}
CASES = [
    pytest.param(language, code, example, id=f"{language}-{code}", marks=pytest.mark.slow if language != "nb" else ())
    for language in LANGUAGES
    for code, example in load_examples(language).items()
    if example.wrong_at
]


def codes(folder, language, code, files):
    phrases = load_phrases(language)
    front, id, programme = NAMES[language]
    least = {"index.md": f"# {front}\n", f"{phrases['folders']['programmes']}/{id}/index.md": f"# {programme}\n"}
    if code == "no-portal":
        del least["index.md"]
    today = date(2030, 1, 1) if code in {"old-state", "undated-and-past"} else None
    content = read_content(
        write_files(folder, {**least, **files}),
        phrases,
        pictures={"bro", "bru", "bridge"},
        today=today,
        publishing=code in {"no-calendar-key", "copied-calendar-key"},
    )
    return {problem.code for problem in content.problems}


@pytest.mark.parametrize(("language", "code", "example"), CASES)
def test_wrong_is_told_and_right_is_not(tmp_path, language, code, example):
    wrong = {**example.beside, example.wrong_at: example.wrong}
    right = {**example.beside, example.right_at: example.right}
    if code == "no-programme":
        right = {**wrong, **right}
    assert codes(tmp_path / "wrong", language, code, wrong) == {code}
    assert codes(tmp_path / "right", language, code, right) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_is_explained(language):
    problems = list(load_phrases(language)["problems"])
    assert sorted(load_examples(language)) == sorted(problems)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_one_reason_and_every_reason_a_problem(language):
    phrases = load_phrases(language)
    assert set(reasons()) == set(phrases["problems"])
    assert set(reasons().values()) == set(phrases["reasons"])


def test_no_code_stands_under_two_reasons():
    codes = [code for codes in read_words("reasons.yml").values() for code in codes]
    assert sorted(codes) == sorted(set(codes))
