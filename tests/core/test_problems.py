"""Each mistake is told at its file, line and column, with the cure; and nothing else is told."""

from pathlib import Path

import pytest

from core.builder import portal_of, write_files
from stifinner.language.phrases import load_phrases
from stifinner.portal import build_portal
from stifinner.problems.problem import show_problems
from yaml_files import read_yaml

CASES = read_yaml(Path(__file__).parent / "cases" / "problems.yml")
COHORTS = read_yaml(Path(__file__).parents[1] / "cohorts" / "wrong.yml")["cases"]
"""Cohorts that are written wrongly have cases of their own."""


def told(portal):
    return [f"{p.path}:{p.line}:{p.column} {p.code}" for p in portal.problems]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_mistake_is_told_in_its_place(case, tmp_path):
    portal = portal_of(tmp_path, case["files"], publishing=case.get("publishing", False))
    assert told(portal) == case["told"]
    if "cure" in case:
        assert [problem.hint for problem in portal.problems] == [case["cure"]]


def test_every_problem_has_a_case():
    covered = {line.rsplit(" ", 1)[-1] for case in [*CASES, *COHORTS] for line in case["told"]}
    elsewhere = {
        "not-utf-8",
        "symlink",
        "symlink-outside",
        "not-a-file",
        "unreadable-file",
        "too-large-file",
        "heavy-file",
        "macros-in-document",
        "object-in-document",
        "unreadable-value",
        "unknown-picture",
        "missing-fact",
        "twin-names",
        "long-paragraph",
        "long-fact",
        "long-question",
        "long-sheet",
        "many-lines",
        "many-cells",
        "many-statements",
        "not-drawn",
        "huge-file",
        "large-file",
        "large-page",
        "slow-page",
        "stopped-page",
        "birth-number",
        "old-state",
        "undated-and-past",
    }
    assert set(load_phrases("nb")["problems"]) == covered | elsewhere


def test_file_in_another_encoding_is_told_with_its_line(tmp_path):
    text = "# Samling\n\nEn linje.\nBlåbær\n".encode("latin-1")
    assert told(portal_of(tmp_path, {"programmer/p/samlinger/a.md": text})) == [
        "programmer/p/samlinger/a.md:4:0 not-utf-8"
    ]


def test_links_out_of_the_folder_are_told_and_not_followed(tmp_path):
    content, outside = tmp_path / "content", tmp_path / "secret.md"
    outside.write_text("# Hemmelig\n", encoding="utf-8")
    (content / "programmer/p/filer").mkdir(parents=True)
    (content / "om.md").symlink_to(outside)
    (content / "programmer/p/filer/index.md").symlink_to(content / "programmer/p/index.md")
    portal = portal_of(content, {})
    assert told(portal) == ["om.md:0:0 symlink-outside", "programmer/p/filer/index.md:0:0 symlink"]
    assert [item.path for item in portal.graph.items.values()] == ["index.md", "programmer/p/index.md"]


def test_twenty_mistakes_are_told_at_once(tmp_path):
    files = {f"programmer/p/samlinger/s{n}.md": "---\ndato: 31. november 2022\n---\n# Navn\n" for n in range(20)}
    assert len(portal_of(tmp_path, files).problems) == 20


def test_text_shows_place_cause_line_mark_and_cure(tmp_path):
    portal = portal_of(
        tmp_path,
        {"programmer/p/samlinger/a.md": "---\nfor: ledar\n---\n# Navn\n", "programmer/p/roller/leder.md": "# Leder\n"},
    )
    assert show_problems(portal.problems, portal.phrases) == (
        "programmer/p/samlinger/a.md:2:6: feil [unknown-reference] "
        "«ledar» finnes ikke blant rollene i dette programmet.\n"
        "  2 | for: ledar\n"
        "    |      ^\n"
        "  Gjør slik: Mente du «leder»? Filnavnene er: leder.\n"
        "\n"
        "1 feil i innholdet."
    )


def test_one_mistake_is_told_once(tmp_path):
    """A file that can't be understood does not make every link to it a mistake of its own."""
    files = {
        "programmer/p/roller/leder.md": "---\nrekkefølge: først\n---\n# Leder\n",
        "programmer/p/samlinger/a.md": "---\nfor: leder\n---\n# A\n\nSe [lederen](../roller/leder.md).\n",
    }
    assert told(portal_of(tmp_path, files)) == ["programmer/p/roller/leder.md:2:13 not-a-number"]


def test_picture_that_is_not_there_is_told(tmp_path):
    files = {"index.md": "# Forside\n", "programmer/p/index.md": "---\nbilde: brå\n---\n# P\n"}
    portal = build_portal(write_files(tmp_path, files), name="Portalen", pictures={"bro", "mark"})
    assert told(portal) == ["programmer/p/index.md:2:8 unknown-picture"]
    assert portal.problems[0].hint.startswith("Mente du «bro»? Bildene er: bro, mark.")


def test_all_old_addresses_that_are_none_are_told_at_once(tmp_path):
    facts = "---\ntidligere: ../hemmelig, gammelt-navn, om oss\n---\n"
    (problem,) = portal_of(tmp_path, {"om.md": f"{facts}# Om\n"}).problems
    assert problem.message == "«../hemmelig, om oss» kan ikke være en tidligere adresse."
