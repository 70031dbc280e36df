"""A new file of each kind passes the check as it is, says what can stand where, and shows no reader its help."""

from pathlib import Path

import pytest

from core.builder import write_files
from stifinner.guide import load_guide
from stifinner.phrases import LANGUAGES, load_phrases
from stifinner.portal import build_portal
from stifinner.template import render_template, template_path

KINDS = [kind for kind in load_guide("nb") if kind != "portal"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_and_heading_is_explained_and_nothing_else(language: str):
    guide, phrases = load_guide(language), load_phrases(language)
    assert list(guide) == list(load_guide("nb"))
    for kind, entries in guide.items():
        assert [entry.word for entry in entries.facts.values()] == list(phrases["fields"].get(kind, {}).values())
        assert [entry.word for entry in entries.headings.values()] == list(phrases["headings"].get(kind, {}).values())
        for entry in (*entries.facts.values(), *entries.headings.values()):
            assert entry.example
            assert entry.help.endswith((".", "».", "”."))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_file_passes_the_check_as_it_is(language: str, kind: str, tmp_path: Path):
    home = load_phrases(language)["folders"]["programmes"]
    smallest: dict[str, str | bytes] = {"index.md": "# A\n\nB.\n", f"{home}/p/index.md": "# P\n\nC.\n"}
    path = template_path(kind, language, "p")
    write_files(tmp_path, {**smallest, path: render_template(kind, language)})
    portal = build_portal(tmp_path, name="P", language=language)
    assert portal.problems == ()
    assert portal.graph.items[path].title == load_guide(language)[kind].new_title


@pytest.mark.parametrize("kind", KINDS)
def test_help_reaches_no_reader(kind: str, tmp_path: Path, root: Path):
    files = {"index.md": "# A\n\nB.\n", "programmer/p/index.md": "# P\n\nC.\n"}
    path = template_path(kind, "nb", "p")
    portal = build_portal(write_files(tmp_path, {**files, path: render_template(kind, "nb")}), name="P")
    for page, html in portal.render([root / "theme_overrides" / "fragments"]):
        if not page.source:
            continue  # The handbook is where help belongs.
        assert "hjelp:" not in html
        assert "Filnavne" not in html


def test_facts_that_are_known_stand_there(tmp_path: Path):
    text = render_template("gathering", "nb", title="Å lytte", facts={"date": "3. mars 2027", "place": "Losby: sal 2"})
    path = template_path("gathering", "nb", "p", "Å lytte")
    assert path == "programmer/p/samlinger/a-lytte.md"
    files = {"index.md": "# A\n\nB.\n", "programmer/p/index.md": "# P\n\nC.\n", path: text}
    item = build_portal(write_files(tmp_path, files), name="P").graph.items[path]
    assert (item.title, item.date.text, item.place) == ("Å lytte", "3. mars 2027", "Losby: sal 2")


@pytest.mark.parametrize("example", [entry.example for entry in load_guide("nb")["gathering"].facts.values()])
def test_an_example_of_a_fact_is_one_that_could_stand_there(example: str, tmp_path: Path):
    facts = {attribute: entry.example for attribute, entry in load_guide("nb")["gathering"].facts.items()}
    chosen = {attribute: value for attribute, value in facts.items() if value == example}
    files = {
        "index.md": "# A\n\nB.\n",
        "programmer/p/index.md": "# P\n\nC.\n",
        **{f"programmer/p/roller/{role}.md": f"# {role}\n\nEn rolle.\n" for role in ("leder", "ansatt")},
        "programmer/p/samlinger/personalsamling-1.md": "# Personalsamling 1\n\nEn samling.\n",
        "programmer/p/spor/sporet.md": "# Sporet\n\nEt spor.\n",
        "programmer/p/samlinger/ny.md": render_template("gathering", "nb", facts=chosen),
    }
    problems = build_portal(write_files(tmp_path, files), name="P").problems
    assert [problem for problem in problems if problem.severity == "error"] == []
