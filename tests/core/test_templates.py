"""A new file of each kind passes the check as it is, says what can stand where, and shows no reader its help."""

import posixpath
import re
from pathlib import Path

import pytest
from pydantic_core import PydanticUndefined

from core.builder import write_files
from stifinner.content import read_content
from stifinner.help.template import render_template, template_path
from stifinner.language.guide import load_guide
from stifinner.language.phrases import LANGUAGES, load_phrases
from stifinner.model.kinds import KINDS as CLASSES
from stifinner.model.kinds import place_of
from stifinner.model.references import references_of
from stifinner.portal import build_portal

KINDS = [kind for kind in load_guide("nb") if kind != "portal"]
TOLD = {"sheet": ["left-from-template"], "resource": ["resource-without-target"]}
"""What a new file is told until somebody has written in it: what only it lacks, or begins with as an example."""


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
    assert [problem.code for problem in portal.problems] == TOLD.get(kind, [])
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
        "programmer/p/kull/kull-3.md": "# Kull 3\n\nEt kull.\n",
        "programmer/p/samlinger/ny.md": render_template("gathering", "nb", facts=chosen),
    }
    problems = build_portal(write_files(tmp_path, files), name="P").problems
    assert [problem for problem in problems if problem.severity == "error"] == []


# --- Every example could stand there --------------------------------------------------------------------------------

LEADS_OUT = re.compile(r"[a-z]+:|#")


def filled(kind: str, language: str) -> str:
    """A file of a kind in which every example stands as it is given."""
    guide = load_guide(language)[kind]
    # A gathering's date stands on top or under its heading, not in both places.
    left_out = {"date"} if kind == "gathering" else set()
    facts = [f"{entry.word}: {entry.example}" for key, entry in guide.facts.items() if key not in left_out]
    sections = [f"## {entry.word}\n\n{entry.example}\n" for entry in guide.headings.values()]
    return "\n".join(["---", *facts, "---", f"# {guide.new_title}", "", "Om det.", "", *sections])


def meant_by(kind: str, language: str) -> set[str]:
    """The files that the examples of a kind refer to: by links from where the file lies, and by names on top."""
    phrases, guide = load_phrases(language), load_guide(language)[kind]
    path, text = template_path(kind, language, "p"), filled(kind, language)
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", text)
    files = {posixpath.normpath(posixpath.join(posixpath.dirname(path), t)) for t in targets if not LEADS_OUT.match(t)}
    home = phrases["folders"]["programmes"]
    for attribute, refers in references_of(CLASSES[kind].cls):
        # A date may be a date, and a place words alone.
        if attribute not in guide.facts or attribute == "date" or refers.to == "place":
            continue
        for id in guide.facts[attribute].example.split(", "):
            own = f"{home}/p/{phrases['folders'].get(refers.to)}/{id}.md"
            files.add(f"{home}/{id}/index.md" if refers.to == "programme" else own)
    return files


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_leads_somewhere_from_where_its_file_lies(language: str, kind: str, tmp_path: Path):
    """In the templates and in the handbook's tables: both are made of the guide."""
    phrases = load_phrases(language)
    home, meant = phrases["folders"]["programmes"], meant_by(kind, language)
    path = template_path(kind, language, "p")
    own = place_of(path, phrases).programme
    assert {place_of(one, phrases).programme for one in meant} <= {own, "paraplyen", "the-umbrella"}
    beside = {one: f"# {one}\n\nOm det.\n" for one in meant}
    smallest = {"index.md": "# A\n\nB.\n", f"{home}/p/index.md": "# P\n\nC.\n"}
    write_files(tmp_path, {**beside, **smallest, path: filled(kind, language)})
    told = read_content(tmp_path, phrases).problems
    assert [(p.code, p.excerpt) for p in told if p.severity == "error" or p.code == "broken-link"] == []


def test_a_fact_that_must_be_there_stands_in_the_template(monkeypatch):
    monkeypatch.setattr(CLASSES["inspiration"].cls.model_fields["link"], "default", PydanticUndefined)
    assert "\nlenke: https://eksempel.no/film\n" in render_template("inspiration", "nb")


@pytest.mark.parametrize("kind", KINDS)
def test_help_says_where_the_files_lie_that_a_fact_names(kind: str):
    text, guide = render_template(kind, "nb"), load_guide("nb")
    for attribute, refers in references_of(CLASSES[kind].cls):
        if attribute in guide[kind].facts and refers.to != "programme" and attribute != "date":
            lies = ", i programmet eller øverst." if refers.shared else "."
            assert (
                f"{guide[kind].facts[attribute].help} Filene ligger i mappa {guide[refers.to].folder}{lies}\n" in text
            )
