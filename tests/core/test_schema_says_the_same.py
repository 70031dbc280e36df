"""The JSON Schema and the check say the same of facts: what the one lets pass, the other does, in every file."""

import json
import random
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from pydantic_core import PydanticUndefined

from core.builder import SMALLEST, write_files
from effort import chosen
from languages.portals import CONTENT as IN_OTHER_LANGUAGES
from mistakes.operators import OPERATORS
from mistakes.sample import Sample
from stifinner.cli.schema import remark_settings
from stifinner.content import read_content
from stifinner.graph.known import ids_in
from stifinner.help.schema import files_of, schema_of
from stifinner.language.guide import load_guide
from stifinner.language.misread import Misread
from stifinner.language.phrases import LANGUAGES, load_phrases
from stifinner.model.kinds import KINDS, place_of
from stifinner.model.read import read_items
from stifinner.model.references import is_id, references_of
from stifinner.problems.problem import ProblemList
from stifinner.source.read import read_file

PHRASES = load_phrases("nb")
TOLD_BY_BOTH = {
    *("unknown-fact", "missing-fact", "unknown-value", "not-a-number", "not-yes-or-no", "not-a-hue", "not-a-url"),
    "not-an-id",
}
"""What can be seen of a fact alone. Whether a date is one, or a file there, only the check knows."""
VALUES = (
    *("ja", "nei", "kanskje", "true", "2", "02", "to", "9999", "12345", "-1", "1,5", "360", "361", "999", "1000"),
    *("https://a.example/b?c", "HTTP://a.example", "https://a.example:443/", "https://a.example:0/", "https:///b"),
    *("www.a.example", "htps://a.example", "ftp://a.example", "https://a.example/b c", "https:a.example"),
    *("leder", "leder, mentor", "leder,mentor,", "leder og mentor", "../roller/leder.md", "leder.md", "leder;mentor"),
    *("stående", "Liggende", "samling", "paraply", "pågår", "seminar", "noe annet"),
)


def as_programs_read(source) -> dict[str, str | None]:
    """The facts as ``.remarkrc.mjs`` gives them on: capitals make no difference, and an empty fact is none."""
    return {fact.key: fact.value.lower() or None for fact in source.facts}


def validator(kind: str, language: str = "nb") -> Draft7Validator:
    schema = schema_of(kind, language)
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


VALIDATORS = {kind: validator(kind) for kind in KINDS}


def verdicts(path: str, content: bytes) -> tuple[bool, bool]:
    """Whether the schema lets the facts of a file pass, and whether the check does."""
    problems = ProblemList(PHRASES)
    source = read_file(path, content, problems)
    for item in read_items([source], PHRASES, problems):
        for attribute, _ in references_of(type(item)):
            if not all(is_id(id) for id in ids_in(getattr(item, attribute))):
                problems.add("not-an-id", path, value="", suggestion="")
    passes = VALIDATORS[place_of(path, PHRASES).kind].is_valid(as_programs_read(source))
    return passes, not {problem.code for problem in problems.sorted()} & TOLD_BY_BOTH


SEED = chosen("SCHEMA_SEED", usual=0)
OF_EACH = chosen("SCHEMA_OF_EACH", usual=3, thorough=25)


@pytest.mark.sample
def test_every_file_of_the_sample_passes_both():
    sample = Sample.read()
    assert [path for path in sample.pages() if verdicts(path, sample.files[path]) != (True, True)] == []


def mutated() -> Iterator[tuple[str, str, bytes]]:
    sample = Sample.read()
    for name, operator in OPERATORS.items():
        for mistake in islice(operator(sample, random.Random(f"{SEED} {name}")), OF_EACH):  # noqa: S311
            for path, content in mistake.files.items():
                if content is not None and path.endswith(".md"):
                    yield name, path, content


@pytest.mark.slow
@pytest.mark.sample
def test_of_every_mistake_of_the_table_both_say_the_same():
    differs, told = [], set()
    for name, path, content in mutated():
        try:
            place_of(path, PHRASES)
        except Misread:
            continue
        schema, check = verdicts(path, content)
        differs += [(name, path)] if schema != check else []
        told |= set() if check else {name}
    assert differs == []
    assert {"misspell a fact's name", "misspell a word of a closed list"} <= told


def of_every_fact(value: str) -> dict[str, str]:
    """A file of every kind in which each fact says the same."""
    files = {}
    for kind in KINDS:
        folder, facts = PHRASES["folders"].get(kind, ""), PHRASES["fields"][kind].values()
        path = {"portal": "index.md", "programme": "programmer/p/index.md"}.get(kind, f"programmer/p/{folder}/a.md")
        files[path] = "---\n" + "".join(f"{word}: {value}\n" for word in facts) + "---\n# A\n"
    return files


@pytest.mark.parametrize("value", VALUES)
def test_of_every_fact_with_any_value_both_say_the_same(value: str, tmp_path: Path):
    files = of_every_fact(value)
    problems = read_content(write_files(tmp_path, files), PHRASES).problems
    told = {(problem.path, problem.line) for problem in problems if problem.code in TOLD_BY_BOTH}
    for path, text in files.items():
        words = [line.partition(":")[0] for line in text.split("\n")[1:-3]]
        facts = as_programs_read(read_file(path, text.encode(), ProblemList(PHRASES)))
        wrong = {error.path[0] for error in VALIDATORS[place_of(path, PHRASES).kind].iter_errors(facts)}
        assert (path, wrong) == (path, {word for line, word in enumerate(words, start=2) if (path, line) in told})


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_fact_is_none(language: str):
    for kind in KINDS:
        facts = dict.fromkeys(load_phrases(language)["fields"][kind].values())
        assert validator(kind, language).is_valid(facts), kind


def test_a_fact_that_must_be_there_is_required(monkeypatch):
    monkeypatch.setattr(KINDS["inspiration"].cls.model_fields["link"], "default", PydanticUndefined)
    schema = schema_of("inspiration", "nb")
    assert schema["required"] == ["lenke"]
    must = Draft7Validator(schema)
    assert [must.is_valid(facts) for facts in ({"lenke": "https://a.example"}, {}, {"lenke": None}, None)] == [
        True,
        False,
        False,
        False,
    ]


# --- Where the files lie --------------------------------------------------------------------------------------------


def fits(path: str, pattern: str) -> bool:
    """Whether a path fits a pattern, as remark's own library reads it."""
    text = re.escape(pattern).replace(r"!\(index\)\.md", r"(?!index\.md$)[^/]+\.md").replace(r"\*", "[^/]+")
    return bool(re.fullmatch(text, path))


def schemas_for(path: str, language: str, content: str = "") -> list[str]:
    return [kind for kind in KINDS if any(fits(path, pattern) for pattern in files_of(kind, language, content))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_file_has_the_schema_of_its_kind_and_no_other(language: str):
    phrases = load_phrases(language)
    written = Sample.read().files if language == "nb" else IN_OTHER_LANGUAGES[language]
    paths = [path for path in written if path.endswith(".md")]
    at_top, home = ["om.md", "index.md", "indexen.md"], phrases["folders"]["programmes"]
    below = [f"{home}/p/{phrases['folders'][kind]}/a.md" for kind in KINDS if kind in phrases["folders"]]
    for path in {*paths, *at_top, *below}:
        assert (path, schemas_for(path, language)) == (path, [place_of(path, phrases).kind])


def test_where_no_file_is_a_page_there_is_no_schema():
    nowhere = ("samlinger/a.md", "artikler/a.md", "programmer/a.md", "x/y/z/a.md")
    assert [path for path in nowhere if schemas_for(path, "nb")] == []


def test_the_content_folder_is_the_one_of_the_settings(run_stifinner, tmp_path: Path):
    (tmp_path / "mkdocs.yml").write_text("site_name: P\ndocs_dir: innhold\ntheme: {language: nb}\n", encoding="utf-8")
    write_files(tmp_path / "innhold", SMALLEST)
    done = run_stifinner("schema", "--to", "skjema", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    expected = remark_settings("nb", "skjema/", "innhold/")
    assert json.loads((tmp_path / "skjema" / "remark.json").read_text(encoding="utf-8")) == expected
    assert expected["./skjema/article.json"] == ["innhold/!(index).md", "innhold/programmer/*/artikler/*.md"]
    assert list(expected) == [f"./skjema/{kind}.json" for kind in load_guide("nb")]
