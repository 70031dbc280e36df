"""What a fact or section refers to is declared on it; that is enough for it to be checked, suggested and led back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BeforeValidator

from core.builder import SMALLEST, portal_of, write_files
from stifinner.content import Content, read_content
from stifinner.graph.rules.meant import meant_ids
from stifinner.language.phrases import LANGUAGES, load_phrases
from stifinner.model.item import Item, ItemList, ReferenceSection
from stifinner.model.kinds import KINDS, Kind
from stifinner.model.references import Refers, marks_of, references_of
from stifinner.model.values import Flag, Id, Ids, OneOf, WhenFact

ROLES = {
    "programmer/p/roller/leder.md": "# Leder i barnehagen\n",
    "programmer/p/roller/mentor.md": "# Mentor, trinn to\n",
}


def readers(annotated: object) -> set[object]:
    return {mark.func for mark in annotated.__metadata__ if isinstance(mark, BeforeValidator)}


OF_IDS = readers(Ids) | readers(Id) | readers(WhenFact)
"""Readers of facts whose values are ids; a date may be told by one."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_whose_values_are_ids_says_what_they_mean(kind: str):
    read = {
        attribute
        for attribute, field in KINDS[kind].cls.model_fields.items()
        if any(isinstance(mark, BeforeValidator) and mark.func in OF_IDS for mark in marks_of(field))
    }
    assert read - {attribute for attribute, _ in references_of(KINDS[kind].cls)} == set()
    assert {refers.to for _, refers in references_of(KINDS[kind].cls)} <= set(KINDS)


# --- A kind that nobody has heard of --------------------------------------------------------------------------------


class Venue(Item):
    """``steder/<id>.md``."""

    city: str
    capacity: Annotated[str, BeforeValidator(OneOf("paper"))]
    open: Flag = False
    roles: Annotated[Ids, Refers("role")] = ()
    beside: Annotated[Id, Refers("venue")] = ""
    uses: Annotated[Ids, Refers("resource", shared=True)] = ()
    read_here: Annotated[ReferenceSection, Refers("resource", shared=True)] = ItemList()


WORDS = {
    "city": "by",
    "capacity": "papir",
    "roles": "roller",
    "beside": "ved siden av",
    "uses": "bruker",
    "open": "åpent",
}


@pytest.fixture
def venues(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[object]:
    """Reads a portal that has venues: a class, and its words in the catalogue."""
    monkeypatch.setitem(KINDS, "venue", Kind(Venue))
    nb = load_phrases("nb")
    more = {
        "folders": {"venue": "steder"},
        "fields": {"venue": WORDS},
        "headings": {"venue": {"read_here": "Lesestoff"}},
        "kind_names": {"venue": "stedene"},
    }
    phrases = {**nb, **{part: {**nb[part], **words} for part, words in more.items()}}

    def read(files: dict[str, str | bytes]) -> Content:
        return read_content(write_files(tmp_path, {**SMALLEST, **files}), phrases)

    return read


def told(content: Content) -> list[str]:
    return [f"{p.path.removeprefix('programmer/p/')}:{p.line}:{p.column} {p.code}" for p in content.problems]


def venue(facts: str = "", text: str = "") -> dict[str, str | bytes]:
    return {"programmer/p/steder/sal.md": f"---\nby: Nordby\npapir: stående\n{facts}\n---\n# Salen\n\nEn sal.\n{text}"}


def test_an_unknown_id_of_a_new_fact_is_told(venues):
    content = venues(ROLES | venue("roller: leder, ledre\nved siden av: finnes-ikke\nbruker: film"))
    assert told(content) == [
        "steder/sal.md:4:16 unknown-reference",
        "steder/sal.md:5:15 unknown-reference",
        "steder/sal.md:6:9 unknown-reference",
    ]
    assert [(problem.message, problem.hint) for problem in content.problems] == [
        ("«ledre» finnes ikke blant rollene i dette programmet.", "Mente du «leder»? Filnavnene er: leder, mentor."),
        ("«finnes-ikke» finnes ikke blant stedene i dette programmet.", "Filnavnene er: sal."),
        ("«film» finnes ikke blant ressursene i dette programmet og dem alle deler.", "Filnavnene er: ingen ennå."),
    ]


def test_shared_things_count_where_it_is_declared_and_know_who_uses_them(venues):
    shared = {"ressurser/film.md": "# Filmen\n\nEn film.\n\n## Framgangsmåte\n\n- Se\n"}
    content = venues(shared | venue("bruker: film", "\n## Lesestoff\n\n- [Filmen](../../../ressurser/film.md)\n"))
    assert told(content) == []
    assert [user.path for user in content.graph.users["ressurser/film.md"]] == ["programmer/p/steder/sal.md"]
    assert told(venues(ROLES | venue("roller: film"))) == ["steder/sal.md:4:9 unknown-reference"]


def test_a_point_of_a_new_section_is_a_link_to_its_kind(venues):
    text = "\n## Lesestoff\n\n- Boka\n- [Lederen](../roller/leder.md)\n"
    assert told(venues(ROLES | venue("", text))) == ["steder/sal.md:12:0 no-link", "steder/sal.md:13:13 wrong-kind"]


@pytest.mark.parametrize(
    ("facts", "at"),
    [
        ("---\npapir: stående\n---\n", ["1:1"]),
        ("---\npapir: stående\nby:\n---\n", ["3:1"]),
        ("", ["1:1", "1:1"]),
        ("---\nåpent: ja\n---\n", ["1:1", "1:1"]),
    ],
)
def test_a_fact_that_must_be_there_is_told_where_it_would_stand(venues, facts, at):
    content = venues({"programmer/p/steder/sal.md": f"{facts}# Salen\n"})
    assert told(content) == [f"steder/sal.md:{place} missing-fact" for place in at]
    assert content.problems[-1].message == "Opplysningen «by» mangler, og den må være med." or len(at) == 2
    assert not any("{" in problem.message + problem.hint for problem in content.problems)


def test_beside_a_fact_that_is_missing_all_else_is_read_and_told(venues):
    files = {"programmer/p/steder/sal.md": "---\npapir: skrå\nroller: ledre\nåpent: kanskje\n---\n# Salen\n"}
    content = venues(ROLES | files)
    assert sorted(told(content)) == [
        "steder/sal.md:1:1 missing-fact",
        "steder/sal.md:2:8 unknown-value",
        "steder/sal.md:3:9 unknown-reference",
        "steder/sal.md:4:8 not-yes-or-no",
    ]
    item = content.graph.items["programmer/p/steder/sal.md"]
    assert (type(item), item.title, item.roles, item.unread) == (
        Venue,
        "Salen",
        ("ledre",),
        frozenset({"city", "capacity", "open"}),
    )


# --- What was meant -------------------------------------------------------------------------------------------------

CHOICES = {
    "leder": "Leder i barnehagen",
    "mentor": "Mentor, trinn to",
    "fagutvikler": "Fagutvikler",
    "rad-og-veivalg": "Råd og veivalg",
}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Leder i barnehagen", "leder"),
        ("leder i barnehage", "leder"),
        ("Mentor, trinn to", "mentor"),
        ("Fagutvikler, Leder i barnehagen", "fagutvikler, leder"),
        ("Råd og veivalg", "rad-og-veivalg"),
        ("Råd og veivalg, leder", "rad-og-veivalg, leder"),
        ("leder og mentor", "leder, mentor"),
        ("leder mentor", "leder, mentor"),
        ("leder mentor, fagutvikler", "leder, mentor, fagutvikler"),
        ("fagutvikler leder", "fagutvikler, leder"),
        ("ledre og mentr", "leder, mentor"),
        ("leder; mentor", "leder, mentor"),
        ("../roller/leder.md", "leder"),
        ("[Leder](../roller/leder.md)", "leder"),
        ("rektor og vaktmester", "rektor, vaktmester"),
    ],
)
def test_whoever_writes_a_title_or_joins_names_is_told_the_line(written: str, meant: str):
    assert meant_ids(written, CHOICES, several=True) == meant


def test_a_title_is_answered_with_its_file_at_its_place(tmp_path):
    facts = "---\nfor: mentor, Leder i barnehagn\nspor: Sporet vårt\n---\n"
    files = {"programmer/p/samlinger/a.md": f"{facts}# A\n", "programmer/p/spor/ut.md": "# Sporet vårt\n"}
    problems = portal_of(tmp_path, ROLES | files).problems
    assert [(f"{p.line}:{p.column} {p.code}", p.hint.partition("?")[0]) for p in problems] == [
        ("2:14 not-an-id", "Mente du «mentor, leder»"),
        ("3:7 not-an-id", "Mente du «ut»"),
    ]


def test_a_title_of_one_word_is_a_file_name_that_is_not_there(tmp_path):
    files = {"programmer/p/roller/l1.md": "# Rektor\n", "programmer/p/samlinger/a.md": "---\nfor: Rektor\n---\n# A\n"}
    (problem,) = portal_of(tmp_path, files).problems
    assert (problem.code, problem.hint) == ("unknown-reference", "Mente du «l1»? Filnavnene er: l1.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_that_is_referred_to_has_its_words(language: str):
    phrases = load_phrases(language)
    meant = {refers.to for kind in KINDS.values() for _, refers in references_of(kind.cls)}
    assert meant <= set(phrases["kind_names"])
    assert meant - {"programme"} <= set(phrases["folders"])
