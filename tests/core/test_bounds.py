"""What is beyond the bounds is told at its line and left out; what is within them stays, byte for byte."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.builder import portal_of
from stifinner.graph.order import find_circle
from stifinner.graph.rules.sheets import LONGEST_QUESTION, LONGEST_SHEET, MOST_STATEMENTS
from stifinner.graph.support import MOST_ARROWS, MOST_PEOPLE
from stifinner.language.phrases import load_phrases
from stifinner.language.slugs import unique
from stifinner.markdown.parser import find_parser
from stifinner.problems.problem import ProblemList
from stifinner.source.bounds import (
    HUGE,
    LONGEST_FACT,
    LONGEST_PARAGRAPH,
    MOST_CELLS,
    MOST_LINES,
    keep_within,
)

ROLE = "programmer/p/roller/a.md"
LONG = ("b" * 900,) * (LONGEST_PARAGRAPH // 900 + 1)
"""Lines that are too long together."""
RULE, ROWS = "|-|-|-|-|", MOST_CELLS // 4


def told(portal):
    return [f"{p.path}:{p.line} {p.code} {p.severity}" for p in portal.problems]


def kept(lines, first=1):
    """What is told, and the numbers of the lines that are left out."""
    problems = ProblemList(load_phrases("nb"))
    found = keep_within("a.md", tuple(lines), first, problems)
    assert len(found) == len(lines)
    assert all(one in ("", other) for one, other in zip(found, lines, strict=True))
    gone = [number for number, line in enumerate(found, start=1) if line != lines[number - 1]]
    return [(p.line, p.code) for p in problems.sorted()], gone


@pytest.mark.parametrize(
    ("lines", "problems", "gone"),
    [
        (("a" * (LONGEST_PARAGRAPH + 1),), [(1, "long-paragraph")], [1]),
        (("a" * LONGEST_PARAGRAPH, "", "b"), [], []),
        (("først", "", *LONG, "", "sist"), [(3, "long-paragraph")], [*range(3, len(LONG) + 3)]),
        (("- a", *LONG), [(1, "long-paragraph")], [*range(1, len(LONG) + 2)]),
        (tuple(f"- {line}" for line in LONG), [], []),
        (tuple(f"1. {line}" for line in LONG), [], []),
        (tuple(f"> {line}" for line in LONG), [(1, "long-paragraph")], [*range(1, len(LONG) + 1)]),
        (("```", *LONG, "```"), [], []),
        (("---", *LONG), [(1, "long-paragraph")], [*range(1, len(LONG) + 2)]),
        (("a | b", "-- | --", *(f"{line} | c" for line in LONG)), [], []),
        (("|a|b|c|d|", RULE, *("|a|b|c|d|",) * ROWS, "", "sist"), [(ROWS + 2, "many-cells")], [ROWS + 2]),
        (("|a|b|c|d|", RULE, *("|a|b|c|d|",) * (ROWS - 1), "", "sist"), [], []),
        (("|a|b|c|d|", RULE, *("|a",) * ROWS, "", "sist"), [(ROWS + 2, "many-cells")], [ROWS + 2]),
        (("a", "") * MOST_LINES, [], []),
        (
            (*("a", "") * MOST_LINES, "b", "c"),
            [(2 * MOST_LINES + 1, "many-lines")],
            [2 * MOST_LINES + 1, 2 * MOST_LINES + 2],
        ),
    ],
)
def test_what_is_beyond_is_told_and_left_out(lines, problems, gone):
    assert kept(lines) == (problems, gone)


def test_facts_are_no_paragraph():
    lines = ("---", *LONG, "---", "# A")
    assert kept(lines, first=len(LONG) + 3) == ([], [])


def test_file_that_is_too_large_is_told_and_links_to_it_are_no_mistakes(tmp_path):
    files = {"om.md": "# Om\n\n" + "Et ord.\n\n" * (HUGE // 8), "til.md": "# Til\n\nSe [boka om stedet](om.md).\n"}
    assert told(portal_of(tmp_path, files)) == ["om.md:0 huge-file error"]


def test_sheet_of_too_many_statements_is_told(tmp_path):
    def sheet(count):
        points = "".join(f"- Utsagn {number}\n" for number in range(count))
        return {"programmer/p/refleksjon/ark.md": f"# Ark\n\nEt ark.\n\n## Kjerneelementer\n\n### Ett\n\n{points}"}

    assert told(portal_of(tmp_path / "a", sheet(MOST_STATEMENTS))) == []
    assert told(portal_of(tmp_path / "b", sheet(MOST_STATEMENTS + 1))) == [
        "programmer/p/refleksjon/ark.md:0 many-statements error"
    ]


def test_sheet_that_is_too_long_is_told(tmp_path):
    top = "# Ark\n\nEt ark.\n\n## Spørsmål\n\n- Hva?\n\n## Om\n"
    room = LONGEST_SHEET - sum(map(len, top.split("\n")))
    for name, length, problems in (("a", room, []), ("b", room + 1, ["long-sheet error"])):
        text = top + "\n".join(("", "a" * (room // 2), "", "b" * (length - room // 2)))
        path = "programmer/p/refleksjon/ark.md"
        assert told(portal_of(tmp_path / name, {path: text})) == [f"{path}:0 {one}" for one in problems]


def test_question_that_is_too_long_is_told(tmp_path):
    sheet = "programmer/p/refleksjon/ark.md"
    for length, problems in ((LONGEST_QUESTION, []), (LONGEST_QUESTION + 1, [f"{sheet}:8 long-question error"])):
        text = f"# Ark\n\nEt ark.\n\n## Spørsmål\n\n- Hva?\n- {'a' * length}\n"
        assert told(portal_of(tmp_path / str(length), {sheet: text})) == problems


def test_fact_that_is_too_long_is_told_in_its_place_and_left_out(tmp_path):
    def files(length):
        return {"programmer/p/samlinger/a.md": f"---\ntid: 09.00\nsted: {'a' * length}\n---\n# A\n\nTekst.\n"}

    assert told(portal_of(tmp_path / "a", files(LONGEST_FACT))) == []
    assert told(portal_of(tmp_path / "b", files(LONGEST_FACT + 1))) == ["programmer/p/samlinger/a.md:3 long-fact error"]


# --- support drawings -------------------------------------------------------------------------------------------------


def supports(names):
    points = "".join(f"- støtter **{name}**, ord {number}\n" for number, name in enumerate(names))
    return {ROLE: f"# A\n\nTekst.\n\n## Støtter\n\n{points}"}


def drawn(portal):
    return [page.view.support.drawn for page in portal.pages if page.address == "programmer/p/roller/a/"]


@pytest.mark.parametrize(
    ("names", "is_drawn"),
    [
        ([f"Navn {number}" for number in range(MOST_PEOPLE - 1)], True),
        ([f"Navn {number}" for number in range(MOST_PEOPLE)], False),
        (["Navn"] * MOST_ARROWS, True),
        (["Navn"] * (MOST_ARROWS + 1), False),
    ],
)
def test_support_is_drawn_within_the_bounds_and_told_beyond(tmp_path, names, is_drawn):
    portal = portal_of(tmp_path, supports(names))
    assert drawn(portal) == [is_drawn]
    assert told(portal) == ([] if is_drawn else [f"{ROLE}:5 not-drawn advice"])


def test_support_that_is_not_drawn_is_told_once_and_has_all_its_sentences(tmp_path):
    parts = {f"programmer/p/roller/r{n:02}.md": f"---\ndel av: a\n---\n# Rolle {n}\n\nT.\n" for n in range(MOST_PEOPLE)}
    portal = portal_of(tmp_path, {**parts, ROLE: "# A\n\nTekst.\n"})
    assert told(portal) == ["programmer/p/roller/r00.md:2 not-drawn advice"]
    pages = [page.view.support for page in portal.pages if page.address.count("/") == 4 and "roller" in page.address]
    assert [(one.drawn, len(one.sentences)) for one in pages] == [(False, MOST_PEOPLE)] * (MOST_PEOPLE + 1)


def test_two_drawings_are_bounded_each_by_itself(tmp_path):
    half = [f"Navn {number}" for number in range(MOST_PEOPLE - 1)]
    other = {"programmer/p/roller/b.md": supports([f"Andre {name}" for name in half])[ROLE].replace("# A", "# B")}
    portal = portal_of(tmp_path, {**supports(half), **other})
    assert told(portal) == []
    assert drawn(portal) == [True]


# --- names, notes, orders ---------------------------------------------------------------------------------------------


@given(some.lists(some.sampled_from(["a", "b", "a-2", "a-3", "a-5", "b-2"]), max_size=40))
def test_ids_are_unique_and_the_first_is_as_wanted(wanted):
    taken = set()
    for one in wanted:
        id = unique(one, taken)
        assert id not in taken
        assert (id == one) is (one not in taken)
        taken.add(id)


def test_equal_ids_are_numbered_from_two_on():
    taken = []
    for _ in range(200):
        taken.append(unique("del", taken))
    assert taken == ["del", *(f"del-{number}" for number in range(2, 201))]


def test_footnotes_in_each_other_are_laid_in_to_a_depth():
    notes = "".join(f"[^{number}]: se [^{number + 1}]\n\n" for number in range(3000))
    parsed = find_parser().parse(f"Se [^0].\n\n{notes}".split("\n"))
    assert [name for name, note in parsed.definitions.items() if note.used] == ["^0", "^1", "^2", "^3", "^4"]


def test_ways_of_thousands_of_steps_are_followed():
    way = {(f"a{number}", f"a{number + 1}") for number in range(3000)}
    assert find_circle(way) == ()
    assert set(find_circle({*way, ("a3000", "a0")})) == {f"a{number}" for number in range(3001)}
