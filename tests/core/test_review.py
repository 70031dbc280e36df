"""What the review says where a case in YAML can't: numbers that must not be shown, and what only a day tells."""

from datetime import date

from core.builder import SMALLEST, portal_of, write_files
from stifinner.content import read_content
from stifinner.language.phrases import load_phrases
from stifinner.problems.birth_numbers import find_birth_numbers, is_birth_number
from stifinner.problems.problem import show_problems

FIRST, SECOND = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def with_control_digits(nine: str) -> str | None:
    """The number with its two control digits reckoned, or None where there are none."""
    digits = [int(digit) for digit in nine]
    for weights in (FIRST[:-1], SECOND[:-1]):
        control = -sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % 11
        if control == 10:
            return None
        digits.append(control)
    return "".join(map(str, digits))


def made_up(day_and_month: str) -> str:
    return next(number for n in range(100, 1000) if (number := with_control_digits(f"{day_and_month}60{n}")))


def told_on(day: date | None, folder, files):
    content = read_content(write_files(folder, {**SMALLEST, **files}), load_phrases("nb"), today=day)
    return [f"{problem.path}:{problem.line}:{problem.column} {problem.code}" for problem in content.problems]


def test_birth_number_is_an_error_and_is_shown_nowhere(tmp_path):
    number = made_up("0102")
    spaced = f"{number[:6]} {number[6:]}"
    portal = portal_of(tmp_path, {"om.md": f"# Om\n\nNummeret er {number}, eller {spaced}.\n\n## {number}\n"})
    assert [f"{p.path}:{p.line}:{p.column} {p.code} {p.severity}" for p in portal.problems] == [
        "om.md:3:13 birth-number error",
        "om.md:3:32 birth-number error",
        "om.md:5:4 birth-number error",
    ]
    shown = show_problems(portal.problems, portal.phrases)
    assert list(find_birth_numbers(shown)) == []
    assert "•" * 11 in shown


def test_d_numbers_count_and_other_numbers_do_not():
    assert is_birth_number(made_up("4102"))
    wrong = made_up("0102")
    for place, digit in enumerate(wrong):
        for other in "0123456789":
            if other != digit:
                assert not is_birth_number(wrong[:place] + other + wrong[place + 1 :])


def test_what_the_day_has_overtaken_is_told_only_to_whoever_asks(tmp_path):
    files = {
        "programmer/p/index.md": "---\ntilstand: planlagt\n---\n# P\n",
        "programmer/p/samlinger/a.md": "---\nforbereder: b\n---\n# A\n",
        "programmer/p/samlinger/b.md": "---\ndato: 10. november 2026\n---\n# B\n",
    }
    assert told_on(None, tmp_path, files) == []
    assert told_on(date(2026, 11, 10), tmp_path, files) == []
    assert told_on(date(2026, 11, 11), tmp_path, files) == [
        "programmer/p/index.md:2:11 old-state",
        "programmer/p/samlinger/a.md:0:0 undated-and-past",
    ]


def test_date_that_cannot_be_read_is_not_said_to_be_missing(tmp_path):
    files = {
        "programmer/p/samlinger/a.md": "---\nforbereder: b\ndato: 3. augst 2026\n---\n# A\n",
        "programmer/p/samlinger/b.md": "---\ndato: 10. november 2026\n---\n# B\n",
    }
    assert told_on(date(2026, 11, 11), tmp_path, files) == ["programmer/p/samlinger/a.md:3:7 unreadable-date"]
